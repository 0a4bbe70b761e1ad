"""What holds of every verdict: denial turns it, order does not matter, nothing of later enters."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_claims import bloc, claim, in_bloc, judged, of_two, state, year

from cut_atlas import DAY, READ, cut_atlas
from daylight.checks.verdict import SOME, TURNED, UNKNOWN, Verdict
from daylight.claims.records import Claim, Window
from daylight.store.atlas import Atlas, current

STATES = ("USA", "RUS", "CHN", "IRN", "DEU", "FRA", "TUR", "IND", "POL", "EGY", "KAZ", "JPN")
BLOCS = ("NATO", "EU", "CSTO", "SCO", "EAEU", "CIS", "ASEAN", "Warsaw Pact", "OPEC", "Arab League")
WHEN = st.one_of(
    st.none(),
    st.builds(
        year, st.integers(1950, 2030), how=st.sampled_from(["in", "since", "by", "before", "after"])
    ),
)


@st.composite
def pairs(draw: st.DrawFn) -> Claim:
    """A claim about two states."""
    one, other = draw(st.lists(st.sampled_from(STATES), min_size=2, max_size=2, unique=True))
    window = draw(WHEN)
    made = draw(
        st.sampled_from(
            [
                (
                    "quantity",
                    "amount",
                    "trade came to",
                    {"measure": "trade", "value": 1e10, "unit": "dollars"},
                ),
                (
                    "quantity",
                    "votes",
                    "voted alike",
                    {"measure": "votes", "value": 60.0, "unit": "percent"},
                ),
                ("trend", "change", "trade has grown", {"parts": {"word": "grown"}}),
                ("trend", "change", "trade fell every year", {"parts": {"word": "fell"}}),
                ("trend", "change", "ties have cooled", {"parts": {"word": "cooled"}}),
                ("superlative", "record", "closer than ever", {"parts": {"word": "closer"}}),
                ("superlative", "record", "trade is at a record", {}),
                ("membership", "ally", "they are allies", {}),
                ("sequence", "treaty", "a treaty of defence", {}),
            ]
        )
    )
    type_, relation, text, more = made
    return of_two(type_, relation, one, other, text, window=window, **more)


@st.composite
def others(draw: st.DrawFn) -> Claim:
    """A claim about a state and a bloc, or a state and a power."""
    code, name, window = draw(st.sampled_from(STATES)), draw(st.sampled_from(BLOCS)), draw(WHEN)
    kind = draw(
        st.sampled_from(["member", "join", "leave", "count", "candidate", "tether", "founded"])
    )
    parts = {"word": kind}
    if kind in ("member", "join", "leave"):
        return in_bloc(kind, code, name, "a claim", window=window)
    more = {"subject": (state(code),), "object": (bloc(name),), "window": window, "parts": parts}
    if kind == "count":
        return claim(
            "count", "members", "ten members", object=(bloc(name),), value=10.0, window=window
        )
    if kind == "founded":
        return claim("sequence", "founded", "it began", **more)
    return claim("candidate" if kind == "candidate" else "tether", kind, "a claim", **more)


CLAIMS = st.one_of(pairs(), others())
DAYS = st.dates(date(1950, 1, 1), date(2026, 6, 1)).map(str)


@given(CLAIMS, DAYS)
def test_denial_turns_a_verdict(made: Claim, day: str) -> None:
    plain, denied = judged(made, day), judged(replace(made, negated=True), day)
    if made.type == "candidate" and "already a member" in plain.answer:
        return  # who is in is no candidate, and had been one
    assert denied.word == TURNED.get(plain.word, plain.word)


@given(pairs(), DAYS)
def test_the_order_of_two_states_changes_nothing(made: Claim, day: str) -> None:
    one = judged(made, day)
    other = judged(replace(made, subject=made.object, object=made.subject), day)
    assert one.word == other.word
    assert one.definition == other.definition
    assert [figure.value for figure in one.figures] == pytest.approx(
        [figure.value for figure in other.figures]
    )


YEAR = re.compile(r"\b(?:1[89]\d\d|20\d\d)\b")
BASE = "of 2015"
"""The year of constant dollars."""


def told(found: Verdict) -> str:
    texts = (found.answer, found.definition or "", *(figure.text for figure in found.figures))
    return " ".join(texts).replace(BASE, "")


@given(CLAIMS, DAYS)
def test_no_year_of_after_the_text_is_told(made: Claim, day: str) -> None:
    if made.window is not None and made.window.last.year > int(day[:4]):
        return
    assert [y for y in YEAR.findall(told(judged(made, day))) if y > day[:4]] == []


@given(CLAIMS, DAYS)
def test_a_verdict_has_figures_with_sources_and_commands(made: Claim, day: str) -> None:
    found = judged(made, day)
    assert found.answer.endswith(".")
    assert found.answer[0].isupper()
    assert all(figure.source for figure in found.figures)
    assert found.tables or found.word == UNKNOWN
    assert found.query or found.word == UNKNOWN


@given(pairs(), st.integers(0, 20))
def test_a_time_of_after_the_text_gives_no_verdict(made: Claim, ahead: int) -> None:
    later = replace(made, window=year(2018 + ahead))
    assert judged(later, "2017-02-01").word == UNKNOWN


@pytest.mark.parametrize(
    ("one", "other", "day"), [("USA", "RUS", "1991-06-01"), ("TUR", "FRA", "2016-01-01")]
)
def test_the_same_of_shocks(one: str, other: str, day: str) -> None:
    made = of_two("resilience", "held", one, other, "the tie held")
    plain, denied = judged(made, day), judged(replace(made, negated=True), day)
    assert denied.word == TURNED.get(plain.word, plain.word)
    assert judged(of_two("resilience", "held", other, one, "the tie held"), day).word == plain.word
    assert [y for y in YEAR.findall(told(plain)) if y > day[:4]] == []


@pytest.fixture(scope="module")
def then(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """The atlas as it would have been at the end of a year."""
    names = (*READ, "bloc_years")
    return cut_atlas(current(), tmp_path_factory.mktemp("then"), tuple(dict.fromkeys(names)))


@settings(max_examples=60)
@given(made=CLAIMS)
def test_an_atlas_of_the_day_gives_the_same(then: Atlas, made: Claim) -> None:
    if made.type in ("resilience", "tether"):
        return  # of other tables too; tests of these questions hold them
    now, past = judged(made, str(DAY)), judged(made, str(DAY), then)
    assert (now.word, now.answer) == (past.word, past.answer)


def test_a_claim_under_one_definition_is_not_denied_outright() -> None:
    assert TURNED[SOME] == "mixed"


def test_texts_share_what_was_read(tmp_path: Path) -> None:
    window = Window(date(2015, 1, 1), date(2015, 12, 31), "year", "in", 0, 4)
    made = of_two(
        "quantity", "amount", "IND", "CHN", "trade", measure="trade", value=7e10, window=window
    )
    assert judged(made, "2016-04-18") == judged(made, "2016-04-18")
