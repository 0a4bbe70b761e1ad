"""Small valid files of the sources of states: where they lie, who rules them, and how."""

from __future__ import annotations

from collections.abc import Callable

import test_archigos
import test_contiguity
import test_disputed_places
import test_geodist
import test_gwf_regimes
import test_natural_earth
import test_regimes
import test_reign
import test_states_source
from sample_files import Files


def contiguity() -> Files:
    return test_contiguity.files((2, 20, 1, 192001, 201612), (352, 640, 4, 196008, 197408))


def geodist() -> Files:
    wellington = {"iso3": "NZL", "city_en": "Wellington", "lat": -44.28333, "lon": 174.78}
    conakry = {"iso3": "GIN", "city_en": "Conakry", "lat": 9.5, "lon": -15.71667}
    apia = {"iso3": "WSM", "city_en": "Apia", "lat": -13.8, "lon": 171.75}
    irish = {"langoff_1": "English", "colonizer1": "GBR"}
    return test_geodist.files(irish, wellington, conakry, apia)


def regimes() -> Files:
    codes = test_regimes.ALL
    return test_regimes.year([None, float("nan"), *[0.25] * (len(codes) - 2)])


SAMPLES: dict[str, Callable[[], Files]] = {
    "archigos": lambda: test_archigos.files(test_archigos.TRUMAN, test_archigos.VUCIC),
    "contiguity": contiguity,
    "disputed_places": lambda: test_disputed_places.files(),
    "geodist": geodist,
    "gwf_regimes": lambda: test_gwf_regimes.files(test_gwf_regimes.SHAH, test_gwf_regimes.SINCE),
    "natural_earth": lambda: test_natural_earth.files(),
    "regimes": regimes,
    "reign": lambda: test_reign.files(test_reign.TRUMP, test_reign.BIDEN),
    "states": lambda: test_states_source.files(),
}
