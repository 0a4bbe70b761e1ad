"""Pacts of two states, how close they are, whether a tie held, and whose sphere it is."""

from __future__ import annotations

import pytest
from made_claims import claim, judged, of_two, state, year

from daylight.claims.records import Claim


@pytest.mark.parametrize(
    ("one", "other", "day", "word"),
    [
        ("JPN", "USA", "2016-01-01", "supported"),
        ("IRN", "USA", "2016-01-01", "contradicted"),
        ("CHE", "RUS", "2025-01-01", "not enough data"),
        ("ISR", "USA", "2016-01-01", "mixed"),
        ("IRN", "RUS", "2017-02-01", "mixed"),
    ],
)
def test_allies(one: str, other: str, day: str, word: str) -> None:
    made = claim(
        "membership", "ally", "they are allies", subject=(state(one),), object=(state(other),)
    )
    assert judged(made, day).word == word


def test_allies_by_treaty_need_a_treaty() -> None:
    text = "they are bound by a treaty of alliance"
    made = of_two("membership", "ally", "ISR", "USA", text)
    assert judged(made, "2016-01-01").word == "contradicted"


@pytest.mark.parametrize(
    ("one", "other", "text", "when", "day", "word"),
    [
        ("EGY", "RUS", "a treaty of friendship", 1971, "1976-04-05", "supported"),
        ("EGY", "RUS", "a treaty of mutual defence", 1971, "1976-04-05", "mixed"),
        ("PAK", "USA", "a treaty of defence", 1954, "1999-07-15", "supported under a definition"),
        ("RUS", "JPN", "a peace treaty", 1956, "1965-12-20", "mixed"),
        ("RUS", "JPN", "a peace treaty", 1941, "1965-12-20", "mixed"),
        ("EGY", "ISR", "a peace treaty", 1979, "2016-01-01", "supported"),
        ("PHL", "USA", "a treaty of mutual defence", 1951, "2016-01-01", "supported"),
    ],
)
def test_a_treaty_is_of_the_kind_that_is_named(
    one: str, other: str, text: str, when: int, day: str, word: str
) -> None:
    found = judged(of_two("sequence", "treaty", one, other, text, window=year(when)), day)
    assert found.word == word
    assert str(when) in found.answer


def test_a_treaty_and_a_year_without_one() -> None:
    made = claim(
        "sequence",
        "treaty",
        "a treaty of defence",
        subject=(state("PHL"),),
        object=(state("USA"),),
        window=year(1951),
    )
    assert judged(made, "2016-01-01").word == "supported"
    wrong = claim(
        "sequence",
        "treaty",
        "a treaty of defence",
        subject=(state("PHL"),),
        object=(state("USA"),),
        window=year(1955),
    )
    assert judged(wrong, "2016-01-01").word == "not enough data", "lists of agreements have gaps"


def held(one: str, other: str, **more: object) -> Claim:
    return of_two("resilience", "held", one, other, "the tie held", **more)


@pytest.mark.parametrize(
    ("one", "other", "day", "word"),
    [
        ("JPN", "USA", "2016-03-29", "supported"),
        ("SOM", "RUS", "1981-02-09", "contradicted"),
        ("POL", "RUS", "1996-01-08", "contradicted"),
        ("BTN", "ARG", "2016-01-01", "not enough data"),
    ],
)
def test_ties_that_held(one: str, other: str, day: str, word: str) -> None:
    found = judged(held(one, other), day)
    assert found.word == word
    weak = judged(held(one, other, parts={"word": "brittle"}), day)
    assert {word, weak.word} in ({"supported", "contradicted"}, {"not enough data"})


def test_after_the_list_of_treaties_nothing_is_said() -> None:
    made = held("ARM", "RUS", window=year(2022), parts={"word": "broken"}, negated=True)
    found = judged(made, "2023-01-20")
    assert found.word == "not enough data"
    assert "2018" in found.answer


def within(text: str, who: str, power: str, **more: object) -> Claim:
    return of_two("sphere", "within", who, power, text, **more)


def test_spheres() -> None:
    assert (
        judged(within("within Russia's sphere", "POL", "RUS"), "2007-01-22").word == "contradicted"
    )
    assert judged(within("in its orbit", "LSO", "ZAF"), "2016-04-27").word == "supported"
    assert judged(within("out of its sphere", "LSO", "ZAF"), "2016-04-27").word == "contradicted"


def test_the_power_is_whose_sphere_it_is() -> None:
    text = "Gabon and Senegal lie within the French sphere"
    found = judged(within(text, "GAB", "SEN"), "1991-02-18")
    assert "sphere of France" in found.answer
    assert "sphere of Senegal" not in found.answer


def closest_ever(text: str, one: str, other: str, word: str = "closer", **more: object) -> Claim:
    return of_two("superlative", "record", one, other, text, parts={"word": word}, **more)


def test_stronger_than_ever_is_told_measure_by_measure() -> None:
    found = judged(closest_ever("stronger than ever", "RUS", "IRN"), "2017-02-01")
    assert found.word in ("mixed", "contradicted")
    assert found.answer.count("2016") >= 4
    assert "military cooperation" in str(found.definition)
    assert all(figure.lo is not None for figure in found.figures)


def test_a_named_measure_is_the_only_one() -> None:
    found = judged(closest_ever("military ties are stronger than ever", "RUS", "IRN"), "2017-02-01")
    assert found.word == "contradicted"
    assert "olitical" not in found.answer


def test_worse_than_ever() -> None:
    found = judged(closest_ever("worse than ever", "DEU", "FRA", "worse"), "2016-01-01")
    assert found.word == "contradicted"


def test_one_year_that_was_not_seen_denies_nothing() -> None:
    """Of 1952, the first year of the pair, most is carried on."""
    found = judged(closest_ever("closer than ever", "JPN", "KOR"), "1965-12-20")
    assert found.word == "not enough data"
    assert "1952" in found.answer


def test_what_is_carried_on_is_called_so() -> None:
    found = judged(closest_ever("closer than ever", "RUS", "IRN"), "2026-01-01")
    assert "carried on from earlier years" in found.answer
    assert found.answer.count("carried on") == 1


def drifting(text: str, word: str, one: str, other: str, **more: object) -> Claim:
    return of_two("trend", "change", one, other, text, parts={"word": word}, **more)


def test_drifting_apart() -> None:
    window = year(2012, 2016)
    apart = drifting("have drifted apart", "drifted apart", "UKR", "RUS", window=window)
    closer = drifting("have drawn closer", "drawn closer", "UKR", "RUS", window=window)
    words = judged(apart, "2017-06-01").word, judged(closer, "2017-06-01").word
    assert words[0] in ("supported", "mixed")
    assert words[1] in ("contradicted", "mixed")


def test_one_measure_that_moved_is_named() -> None:
    window = year(1990, how="since")
    made = drifting("ties have improved", "improved", "IND", "USA", window=window)
    found = judged(made, "1999-07-15")
    assert found.word == "supported under a definition"
    assert "by military cooperation;" in str(found.definition)
    assert found.answer.startswith("Military cooperation (5 in 1990, 14 in 1998) rose.")


def test_a_tie_is_not_doubled() -> None:
    made = drifting("ties have doubled", "doubled", "UKR", "RUS")
    assert judged(made, "2017-06-01").word == "not enough data"


def test_closest_friends() -> None:
    found = judged(of_two("superlative", "closest", "CAN", "MNG", "its closest ally"), "2016-01-01")
    assert found.word == "contradicted"
    assert found.figures[0].lo is not None


def test_denials_without_a_not_are_left_open() -> None:
    text = "at no time has the tie of the two been broken"
    assert judged(held("PAK", "USA", parts={"word": "broken"}), "2013-06-05").word == "supported"
    made = of_two("resilience", "held", "PAK", "USA", text, parts={"word": "broken"})
    assert judged(made, "2013-06-05").word == "not enough data"
    apart = "Lesotho apart, no state lies in its sphere"
    made = within(apart, "LSO", "ZAF", parts={"word": "sphere"})
    assert judged(made, "2016-04-27").word == "not enough data"
