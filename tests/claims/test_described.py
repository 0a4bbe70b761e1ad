"""Blocs that are described and not named."""

from __future__ import annotations

from datetime import date

import pytest

from daylight.actors.find import find
from daylight.claims.described import with_described
from daylight.claims.rows import descriptions

NOW = date(2020, 6, 15)
CASES = {
    "the oil producers' organisation": "OPEC",
    "the oil cartel": "OPEC",
    "The young Eurasian union": "EAEU",
    "the Shanghai club": "SCO",
    "the Western alliance": "NATO",
    "their Warsaw treaty": "Warsaw Pact",
    "the 15-nation West African bloc": "ECOWAS",
    "South Asia's association": "SAARC",
    "the Gulf Arab bloc": "GCC",
    "the Bolivarian alternative": "ALBA",
    "the union of the South Americans": "UNASUR",
    "the Pacific trade pact": "CPTPP",
    "the non-aligned": "NAM",
}


def _blocs(text: str, on: date | None = NOW, first: bool = True) -> list[str]:
    return [m.ids[0] for m in with_described(text, find(text, on), on, first) if m.kind == "bloc"]


@pytest.mark.parametrize(("text", "bloc"), CASES.items())
def test_a_bloc_is_known_by_its_description(text: str, bloc: str) -> None:
    assert _blocs(f"Minister after minister came to {text} last week.") == [bloc]


@pytest.mark.parametrize(
    "text",
    [
        "The Warsaw treaty of 1970 was signed by Brandt.",
        "A Shanghai restaurant opened.",
        "The Western plains are dry.",
        "West African music is loud.",
        "The Union of Myanmar is large.",
        "Gulf cooperation is rare.",
        "The community of states is small.",
    ],
)
def test_other_words_describe_no_bloc(text: str) -> None:
    assert _blocs(text) == []


def test_a_name_goes_before_a_description() -> None:
    assert _blocs("The Eurasian Economic Union met.") == ["EAEU"]


def test_a_description_means_a_bloc_only_in_its_years() -> None:
    assert _blocs("The Tashkent treaty was signed.", date(1966, 2, 1)) == []
    assert _blocs("The Tashkent treaty was signed.", date(1996, 2, 1)) == ["CSTO"]


def test_a_bare_word_means_the_european_one_only_where_no_other_was_named() -> None:
    assert _blocs("The Community has ten members.", date(1984, 5, 1)) == ["EU"]
    assert _blocs("The Community has ten members.", date(1984, 5, 1), first=False) == []
    assert _blocs("ASEAN and the Community met.", date(1984, 5, 1)) == ["ASEAN"]


def test_every_description_is_of_a_bloc_that_is_known() -> None:
    from daylight.actors.library import library

    assert {row["bloc"] for row in descriptions()} <= library().blocs
