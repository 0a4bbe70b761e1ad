"""A small brief made by hand, so that the page can be tested without an atlas."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from daylight.blocs.records import BlocTie, BlocTies, Membership
from daylight.bonds.level import Level
from daylight.bonds.peak import Peak
from daylight.bonds.point import Point
from daylight.bonds.records import Bond, ComponentResult, DimensionResult, Neighbour
from daylight.briefs.records import Answer, Brief, Caveat, Finding, Request, SourceNote
from daylight.core.estimate import Estimate, absent
from daylight.core.refs import StateRef
from daylight.divergences.position_gaps import GapRecord, PositionGap
from daylight.divergences.records import Divergence, Gap, Outside, YearGap

A, B, POWER = StateRef("RUS", 365, "Russia"), StateRef("IRN", 630, "Iran"), StateRef("USA", 2, "US")
DAY = date(2017, 2, 1)
ATTACK = "<script>alert('x')</script>"


def component(**changes: Any) -> ComponentResult:
    part = ComponentResult(
        measure="trade_dependence", title="Trade dependence", unit="trade as a fraction of GDP",
        weight=1.0, sign=1, required=True, fold="lower", reason="How mutual the tie is.",
        value=Estimate(0.0009, 0.0005, 0.0016), forward=Estimate(0.0009, 0.0005, 0.0016),
        backward=Estimate(0.0065, 0.0031, 0.0134), position=88.0, without=80.0,
        covered=(1870, 2016), sources=("trade",),
    )  # fmt: skip
    return replace(part, **changes)


def dimension(name: str, **changes: Any) -> DimensionResult:
    near = (Neighbour(StateRef("FJI", 950, "Fiji"), POWER, 88.4),)
    made = DimensionResult(
        dimension=name, value=88.0, lo=80.0, hi=92.0, percentile=88.0, index=0.7, rank=120,
        of=1000, status="observed", year=2016, covered=(1870, 2016), components=(component(),),
        history=(Point(2010, 60, 50, 70), *(Point(y, 80, 70, 92) for y in range(2013, 2017))),
        above=near, below=near,
        level=Level(1.4, 0.7, 2.2, 81.0, 57.0, 96.0, 0.004, 1000),
    )  # fmt: skip
    return replace(made, **changes)


def gone(name: str) -> DimensionResult:
    """A dimension whose source ended in 2012."""
    return dimension(
        name, value=None, lo=None, hi=None, percentile=None, index=None, rank=None, of=None,
        status="outside_coverage", covered=(1870, 2012), above=(), below=(), level=None,
        components=(component(value=absent("outside_coverage"), position=None, without=None,
                              forward=None, backward=None, covered=(1870, 2012)),),
        history=(Point(2010, 60, 50, 70),),
    )  # fmt: skip


def gap(issue: str, title: str, kappa: Estimate, n: int) -> Gap:
    return Gap(issue, title, Estimate(0.6, 0.5, 0.7, n), kappa, 50.0, n, n + 5)


def made() -> Brief:
    """Return a brief with one dimension gone, a hostile bloc name, and an outside power."""
    votes = gap("all", "all votes", Estimate(0.34, 0.25, 0.43, 400), 400)
    member = Membership(A, "full", date(2001, 6, 15), "unconfirmed", "javascript:alert(1)", None)
    other = Membership(B, "observer", date(2005, 7, 5), "page", "https://example.org/?a=1&b=2", "n")
    tie = BlocTie("BAD", ATTACK, "political", "looser", (member, other))
    return Brief(
        schema_version="1.0",
        request=Request(A, B, POWER, DAY, 2016, "daylight brief RUS IRN", "0.1.0", "abc123"),
        answer=Answer(
            "Russia and Iran had a strong tie.",
            (
                Finding("bond", "Strongest in the military dimension", ("bond.military",)),
                Finding("peaks", "Stronger than ever: military, supported", ("bond.peaks",)),
                Finding("divergence", "Close on rights, opposed on arms", ("divergence",)),
                Finding("blocs", "No shared bloc", ("blocs.shared",)),
            ),
            ("Tie: strong = 80.",),
        ),
        bond=Bond(A, B, DAY, 2016, dimension("military"), dimension("political"),
                  gone("economic"), dimension("overall", components=()), None, {}, "abc123", 1992,
                  (Peak("military", 1992, 2016, "supported", (), ("By the level, 95 %.",)),)),
        divergence=Divergence(
            a=A, b=B, as_of=DAY, window=(2012, 2016), overall=votes,
            issues=(
                gap("di", "arms", Estimate(-0.3, -0.4, -0.2, 90), 90),
                gap("hr", "human rights", Estimate(0.7, 0.6, 0.8, 80), 80),
                gap("co", "colonialism", absent("missing", 3), 3),
            ),
            history=tuple(
                YearGap(y, "all", Estimate(0.6, 0.5, 0.7, 80), Estimate(0.3, 0.1, 0.5, 80))
                for y in range(2012, 2017)
            ),
            closest="hr", farthest="di", narrowest=2013, widest=2015, least=20,
            outside=(Outside(A, POWER, votes),), covered=(1946, 2026),
            positions=(
                PositionGap("all", "all votes", 2016, Estimate(1.7, 1.4, 2.0, 80),
                            Estimate(77.0, 60.0, 85.0)),
                PositionGap("nu", "nuclear questions", 2016, Estimate(3.3, 2.7, 3.9, 18),
                            Estimate(95.0, 90.0, 99.0)),
            ),
            record=GapRecord(2016, 1992, "filtered", 0.004, 0.12, None, None, ""),
            atlas="abc123",
        ),
        blocs=BlocTies(A, B, DAY, (), (), (), (tie,), (), ("BAD",), (1945, 2026), "abc123"),
        sources=(
            SourceNote("trade", "Trade Data, all", "4.0", "1870-2012", "free", "ask",
                       "Somebody (2016).", "https://example.org/trade"),
        ),
        caveats=(
            Caveat("coverage", "Economic data end in 2012."),
            Caveat("definition", "Without it 80."),
            Caveat("data", "A hole."),
            Caveat("method", "A rank."),
        ),
    )  # fmt: skip


@pytest.fixture
def small_brief() -> Brief:
    return made()
