"""Labels of sources: mapped, outside the system, or an error; ISO codes are only that."""

from __future__ import annotations

import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.kit.labels import cow_numbers


def test_names_and_codes_get_the_number_of_the_newest_state() -> None:
    assert cow_numbers("toy", ["Soviet Union", "DEU", "DEU"]) == {"Soviet Union": 365, "DEU": 255}


def test_a_mapping_goes_first_and_places_outside_get_no_number() -> None:
    found = cow_numbers("toy", ["S19", "Iran", "Niue"], mapped={"S19": 713}, no_state=("Niue",))
    assert found == {"S19": 713, "Iran": 630}


def test_an_unknown_label_says_where_to_map_it() -> None:
    with pytest.raises(SourceChanged, match=r"'Ruritania'.*sources/toy/source\.py"):
        cow_numbers("toy", ["Ruritania"])


def test_an_iso_code_is_not_read_as_a_cow_abbreviation() -> None:
    assert cow_numbers("toy", ["AUS"], iso3=True) == {"AUS": 900}
    assert cow_numbers("toy", ["SPN"]) == {"SPN": 230}
    for iso3 in (True, False):  # MAC is Macau by ISO and North Macedonia by COW
        with pytest.raises(SourceChanged, match="'MAC'"):
            cow_numbers("toy", ["MAC"], iso3=iso3)
