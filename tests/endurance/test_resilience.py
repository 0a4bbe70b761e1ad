"""How ties held, from the atlas that ships: the cases of the books, and honesty about dates."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from daylight.breaks.kinds import DELAY
from daylight.breaks.risk import OUTCOMES_TO
from daylight.endurance.lines import weightiest
from daylight.endurance.rate_words import rate_text
from daylight.endurance.rates import HORIZONS, at, at_finer, precedents_of
from daylight.endurance.records import VERDICTS, Resilience
from daylight.endurance.resilience import resilience
from daylight.store.atlas import Atlas

PAIRS = (
    ("RUS", "IRN", "2017-02-01"), ("EGY", "RUS", "1980"), ("CHN", "RUS", "1970"),
    ("USA", "IRN", "1985"), ("FRA", "MLI", "2025"), ("USA", "PAK", "2015"),
    ("TUR", "ISR", "2015"), ("POL", "RUS", "1995"), ("DEU", "FRA", "2005"),
)  # fmt: skip


@cache
def asked(book: Atlas, a: str, b: str, when: str) -> Resilience:
    return resilience(a, b, as_of=when, atlas=book)


@pytest.fixture(scope="module", params=PAIRS, ids="-".join)
def answer(request: pytest.FixtureRequest, book: Atlas) -> Resilience:
    return asked(book, *request.param)


def test_counts_are_of_all_events(answer: Resilience) -> None:
    tests = [shock for shock in answer.shocks if shock.expected != "boost"]
    assert sum(answer.counts.values()) == len(tests)
    assert all(answer.counts_of_acts[word] <= n for word, n in answer.counts.items())
    assert not [s for s in tests if s.act and s.verdict.startswith("held")]
    assert tuple(answer.counts) == VERDICTS
    days = [shock.date for shock in answer.shocks]
    assert days == sorted(days)


def test_nothing_later_than_the_date_is_known(answer: Resilience) -> None:
    assert all(shock.date <= answer.as_of for shock in answer.shocks)
    acts = [*answer.state.by, *(act for shock in answer.shocks for act in shock.acts)]
    assert all(act.year + DELAY[act.family] <= answer.year for act in acts)
    assert all(one.known <= answer.year for one in answer.breaks)
    assert all(one.known_to <= answer.year for one in precedents_of(answer.hazard))
    assert all(one.year <= answer.year for one in answer.history)


def test_a_rate_has_an_interval_and_what_it_is_of(answer: Resilience) -> None:
    said = answer.state.quiet_or_warned
    found = [rate for h in (1, 2, 4, 8) for rate in at(answer.hazard, h) if rate]
    assert bool(found) == (answer.hazard["reason"] is None)
    assert not found or said in ("quiet", "warned")
    for rate in found:
        assert rate.value is not None
        assert rate.lo is not None
        assert rate.hi is not None
        assert 0 <= rate.lo <= rate.value <= rate.hi <= 1
        assert said in rate.basis
        assert str(rate.events) in rate.basis
    every = [at(answer.hazard, h)[0] for h in (1, 2, 4, 8)]
    values = [rate.value for rate in every if rate and rate.value is not None]
    assert values == sorted(values), "more years, more breaks"


def test_the_finer_rate_is_of_a_part_of_such_ties(answer: Resilience) -> None:
    for horizon in HORIZONS:
        for whole, part in zip(at(answer.hazard, horizon), at_finer(answer.hazard, horizon),
                               strict=True):  # fmt: skip
            if part is None:
                continue
            assert whole is not None
            assert answer.state.quiet_or_warned == "quiet"
            assert part.n < whole.n
            assert part.events <= whole.events


def test_two_democracies_seldom_part(book: Atlas) -> None:
    found = resilience("DEU", "FRA", as_of="2005", atlas=book)
    assert found.hazard["democracies"] == 2
    four, _ = at(found.hazard, 4)
    finer, later = at_finer(found.hazard, 4)
    assert four is not None
    assert finer is not None
    assert later is not None
    assert (finer.hi or 1) < (four.lo or 0)
    assert 0 <= (later.value or 0) <= (later.hi or 0) < 0.03


def test_a_warned_tie_has_no_finer_rate(book: Atlas) -> None:
    found = resilience("CHN", "RUS", as_of="1959", atlas=book)
    assert found.state.quiet_or_warned == "warned"
    assert at(found.hazard, 4)[0] is not None
    assert at_finer(found.hazard, 4) == (None, None)
    assert "like this one" not in found.headline


def test_the_motivating_case(book: Atlas) -> None:
    found = asked(book, "RUS", "IRN", "2017-02-01")
    state = found.state
    assert (state.tie, state.quiet_or_warned, state.since) == (True, "quiet", 2001)
    assert state.legs == ("treaty",), "it is a tie by its treaty of 2001 alone"
    assert found.breaks == ()
    four, later = at(found.hazard, 4)
    assert four is not None
    assert later is not None
    assert four.value == pytest.approx(0.023, abs=0.005)
    assert later.value == pytest.approx(0.01, abs=0.005)
    dated = {shock.date: shock for shock in found.shocks}
    ban = dated[date(2010, 9, 22)]
    assert ban.verdict == "held in one dimension"
    assert dated[date(2015, 9, 30)].verdict == "cannot tell", "too near to the date asked for"
    for day in ((1995, 6, 30), (2015, 4, 13), (2015, 7, 14)):
        assert date(*day) in dated
    assert found.hazard["democracies"] == 0
    finer, since = at_finer(found.hazard, 4)
    assert finer is not None
    assert since is not None
    assert finer.value is not None
    assert finer.lo is not None
    assert finer.lo > (four.hi or 1), "ties without a democracy break oftener"
    assert "without a democracy" in finer.basis
    assert rate_text(finer) in found.headline
    assert "50 is chance" in found.headline


@pytest.mark.parametrize(
    ("a", "b", "when", "broke"),
    [
        ("EGY", "RUS", "1980", 1976), ("USA", "IRN", "1985", 1979), ("POL", "RUS", "1995", 1991),
        ("ALB", "RUS", "1970", 1962), ("USA", "CUB", "1965", 1959), ("SOM", "RUS", "1985", 1977),
    ],
)  # fmt: skip
def test_breaks_of_the_books(book: Atlas, a: str, b: str, when: str, broke: int) -> None:
    found = asked(book, a, b, when)
    assert broke in [one.year for one in found.breaks]
    assert str(broke) in found.headline


def test_what_it_does_not_see(book: Atlas) -> None:
    """Mistakes that the page names; when one is mended, this says so."""
    assert asked(book, "TUR", "ISR", "2015").state.tie is False
    assert asked(book, "FRA", "MLI", "2025").breaks == ()
    china = asked(book, "CHN", "RUS", "1970")
    assert [one.year for one in china.breaks] == [1966], "six years late"


def test_a_count_of_troops_that_is_missing_is_no_absence(book: Atlas) -> None:
    """There was no report for 1951 and 1952."""
    assert asked(book, "USA", "KOR", "1952").state.tie is True
    assert asked(book, "USA", "GBR", "1952").state.tie is True


def test_one_change_is_one_break(book: Atlas) -> None:
    found = asked(book, "YEM", "SAU", "1991")
    assert "it broke in 1962" in found.headline
    days = [shock.date for shock in found.shocks if shock.precision == "day"]
    assert len(set(days)) == len(days)


def test_a_war_is_never_said_to_be_withstood(book: Atlas) -> None:
    found = asked(book, "USA", "IRQ", "2018")
    wars = [shock for shock in found.shocks if shock.date.year == 2003 and shock.act]
    assert wars
    assert {shock.verdict for shock in wars} <= {"strained", "broke", "no tie known"}


def test_right_after_a_break_there_is_no_rate(book: Atlas) -> None:
    found = asked(book, "POL", "RUS", "1995")
    assert at(found.hazard, 4) == (None, None)
    assert found.hazard["reason"] == "within 8 years of a break no other is dated"


def test_a_young_tie_has_no_rate(book: Atlas) -> None:
    found = asked(book, "RUS", "IRN", "2004-02-01")
    assert found.state.quiet_or_warned == "young"
    assert at(found.hazard, 4) == (None, None)
    assert "too young" in found.headline


def test_past_the_sources_nothing_is_called_quiet(book: Atlas) -> None:
    for pair in (("USA", "GBR"), ("USA", "JPN"), ("RUS", "BLR"), ("FRA", "DEU")):
        found = asked(book, *pair, "2025")
        assert found.state.quiet_or_warned != "quiet"
        assert found.state.tie is not False
        assert any(str(OUTCOMES_TO) in caveat.text for caveat in found.caveats)


def test_a_text_keeps_the_weightiest_of_many_events(book: Atlas) -> None:
    shocks = resilience("RUS", "IRN", atlas=book).shocks
    assert len(shocks) > 20
    told = weightiest(shocks, 20)
    assert len(told) == 20
    assert [s.date for s in told] == sorted(s.date for s in told)
    left = [s for s in shocks if s not in told]
    tied = [s for s in shocks if s.verdict != "no tie known"]
    assert all(s in told for s in tied) or all(s in tied for s in told)
    assert not [s for s in left if s in tied]
    assert weightiest(shocks, len(shocks)) == list(shocks)
