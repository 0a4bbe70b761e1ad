"""What is said where a list is empty: nothing to speak of, nothing known, or too wide a band."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from daylight.core.refs import StateRef
from daylight.core.said import at
from daylight.partnerships.lines import lines
from daylight.partnerships.page import sections
from daylight.partnerships.partners import partners
from daylight.partnerships.records import Partners, Ranking
from daylight.partnerships.words import summary
from daylight.store.atlas import Atlas

STATES = tuple(StateRef(f"S{k:02}", 900 + k, f"State {k}") for k in range(1, 12))


@cache
def russia(book: Atlas) -> Partners:
    return partners("RUS", "2017-02-01", atlas=book)


def with_lists(answer: Partners, closest: Ranking, hostile: Ranking) -> Partners:
    """An answer with other lists, and what is said of them."""
    leaning = (answer.dependent_on, answer.depended_on_by)
    said = summary(answer.state, answer.year, answer.by, (closest, hostile),
                   answer.lopsided_year, leaning)  # fmt: skip
    return replace(answer, closest=closest, hostile=hostile, answer=said)


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "cannot be ranked: the band of State 1 is too wide"),
        (2, "cannot be ranked: the bands of State 1 and State 2 are too wide"),
        (3, "cannot be ranked: the bands of State 1, State 2 and State 3 are too wide"),
        (11, "cannot be ranked: the bands of State 1, State 2, State 3 and 8 more are too wide"),
    ],
)
def test_a_list_without_a_place_for_any_says_so(book: Atlas, count: int, text: str) -> None:
    wide = Ranking((), 0, 0, STATES[:count])
    found = with_lists(russia(book), wide, wide)
    document = found.to_dict()
    for name in ("closest", "hostile"):
        finding = found.finding(name)
        assert text in finding.text
        assert f"{finding.text}." in found.headline
        assert finding.evidence == (f"/{name}/unsure",)
        assert len(at(document, finding.evidence[0])) == count
    assert " ".join(lines(found)).count(text) == 2
    assert found.view.page(found).count(text) >= 2


def test_an_empty_list_with_nobody_unsure_has_none_to_speak_of(book: Atlas) -> None:
    none = Ranking((), 0, 0, ())
    found = with_lists(russia(book), none, none)
    assert "no tie of Russia had 20 points of cooperation" in found.headline
    assert "no relation of Russia was hostile enough to list" in found.headline
    assert lines(found).count("none to speak of") == 2
    assert "ranked" not in found.text()


def test_a_state_with_ties_names_those_without_a_place_beside_them(book: Atlas) -> None:
    answer = russia(book)
    some = replace(answer.closest, unsure=STATES)
    found = with_lists(answer, some, answer.hostile)
    assert "was closest to" in found.finding("closest").text
    assert found.finding("closest_unsure").text.endswith("State 8 and 3 more")


def test_without_a_year_of_trade_nothing_is_said_of_who_leans(book: Atlas) -> None:
    """The trade of the Soviet Union by partner was last observed in 1959."""
    found = partners("SUN", "1975", atlas=book)
    assert found.lopsided_year is None
    assert found.dependent_on == found.depended_on_by == ()
    finding = found.finding("leaning")
    assert finding.text.startswith("Who leaned more on whom is not known")
    assert finding.evidence == ("/lopsided_year",)
    assert found.to_dict()["lopsided_year"] is None
    (caveat,) = [c for c in found.caveats if "/dependent_on" in c.touches]
    assert caveat.kind == "coverage"
    assert "not observed in the 10 years to 1975" in caveat.text
    at_heads = [k for k, line in enumerate(lines(found)) if line.startswith("Soviet Union ")]
    assert [lines(found)[k + 1] for k in at_heads] == ["not known"] * 2
    (leaning,) = [s for s in sections(found) if s.name == "leaning"]
    assert [block.text.rsplit(": ")[-1] for block in leaning.blocks] == ["not known."] * 2  # type: ignore[union-attr]
    supported = {place for source in found.sources for place in source.supports}
    assert "/closest" in supported
    assert not {"/dependent_on", "/depended_on_by"} & supported


def test_a_year_before_it_was_a_state_is_not_said_to_be_before_the_ledgers(book: Atlas) -> None:
    """On 1 December 2011 the last full year was 2010, before there was a South Sudan."""
    found = partners("SSD", "2011-12-01", atlas=book)
    assert found.closest.of is None
    why = "The ledgers begin in 1946, and hold years in which both were states"
    assert " ".join(found.text().split()).count(why) == 1
    assert lines(found).count("not covered") == 2
