"""Small answers made by hand, so that what people see can be tested without an atlas."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from daylight.blocs.records import BlocTie, BlocTies, Membership
from daylight.blocs.view import VIEW as BLOCS
from daylight.bonds.level import Level
from daylight.bonds.peak import Peak
from daylight.bonds.point import Point
from daylight.bonds.records import Bond, ComponentResult, DimensionResult, Neighbour
from daylight.bonds.view import VIEW as BONDS
from daylight.briefs.records import Brief
from daylight.briefs.view import VIEW as BRIEFS
from daylight.core.estimate import Estimate, absent
from daylight.core.partial import PartialDate
from daylight.core.refs import StateRef
from daylight.core.request import Request
from daylight.core.said import Caveat, Finding, SourceNote, Summary
from daylight.divergences.position_gaps import GapRecord, PositionGap
from daylight.divergences.records import Divergence, Gap, Outside, YearGap
from daylight.divergences.view import VIEW as DIVERGENCES

A, B, POWER = StateRef("RUS", 365, "Russia"), StateRef("IRN", 630, "Iran"), StateRef("USA", 2, "US")
DAY = date(2017, 2, 1)
ATTACK = "<script>alert('x')</script>"


def component(**changes: Any) -> ComponentResult:
    part = ComponentResult(
        measure="trade_dependence", title="Trade dependence", unit="trade as a fraction of GDP",
        fraction=True, weight=1.0, sign=1, required=True, fold="lower", reason="How mutual it is.",
        value=Estimate(0.0009, 0.0005, 0.0016), forward=Estimate(0.0009, 0.0005, 0.0016),
        backward=Estimate(0.0065, 0.0031, 0.0134), position=88.0, without=80.0,
        covered=(1870, 2016), sources=("trade",),
    )  # fmt: skip
    return replace(part, **changes)


def dimension(name: str, **changes: Any) -> DimensionResult:
    near = (Neighbour(StateRef("FJI", 950, "Fiji"), POWER, 88.4),)
    made = DimensionResult(
        dimension=name, value=88.0, lo=80.0, hi=92.0, index=0.7, rank=120,
        of=1000, status="observed", year=2016, covered=(1870, 2016), components=(component(),),
        history=(Point(2010, 60, 50, 70), *(Point(y, 80, 70, 92) for y in range(2013, 2017))),
        above=near, below=near,
        level=Level(1.4, 0.7, 2.2, 81.0, 57.0, 96.0, 0.004, 1000),
    )  # fmt: skip
    return replace(made, **changes)


def gone(name: str) -> DimensionResult:
    """A dimension whose source ended in 2012."""
    return dimension(
        name, value=None, lo=None, hi=None, index=None, rank=None, of=None,
        status="outside_coverage", covered=(1870, 2012), above=(), below=(), level=None,
        components=(component(value=absent("outside_coverage"), position=None, without=None,
                              forward=None, backward=None, covered=(1870, 2012)),),
        history=(Point(2010, 60, 50, 70),),
    )  # fmt: skip


def gap(issue: str, title: str, kappa: Estimate, n: int) -> Gap:
    return Gap(issue, title, Estimate(0.6, 0.5, 0.7, n), kappa, 50.0, n, n + 5)


SOURCES = (
    SourceNote(
        "cow_trade", "Trade Data, all", "4.0", "1870-2012", "free", "ask", "somebody2016",
        "Somebody (2016).", "https://example.org/trade", ("/economic", "/overall"),
    ),
    SourceNote(
        "un_votes_voeten", "UN votes (to 2020)", "2021", "1946-2021", "CC0", "yes", "v2021",
        "Voeten (2021).", "ftp://example.org/votes", ("/overall", "/issues"),
    ),
)  # fmt: skip


def shared(headline: str, caveats: tuple[Caveat, ...] = (), **findings: str) -> dict[str, Any]:
    request = Request(
        "brief", (A, B), POWER, DAY, 2016, True, {}, "daylight brief RUS IRN", "0.1.0", "abc123"
    )
    said = tuple(Finding(about, text, ("/overall",)) for about, text in findings.items())
    return {
        "request": request,
        "answer": Summary(headline, said),
        "caveats": caveats,
        "sources": SOURCES,
    }


def small_bond() -> Bond:
    return Bond(
        **shared(
            "Russia and Iran had a strong tie.", dimensions="Strongest in the military dimension",
            records="Stronger than ever: military, supported",
        ),
        military=dimension("military"), political=dimension("political"), economic=gone("economic"),
        overall=dimension("overall", components=()), lineage_note=None, weights={}, since=1992,
        peaks=(Peak("military", 1992, 2016, "supported", (), ("By the level, 95 %.",)),),
        view=BONDS,
    )  # fmt: skip


def small_divergence() -> Divergence:
    votes = gap("all", "all votes", Estimate(0.34, 0.25, 0.43, 400), 400)
    return Divergence(
        **shared("They part most over arms.", closeness="Close on rights, opposed on arms"),
        window=(2012, 2016), overall=votes,
        issues=(
            gap("di", "arms", Estimate(-0.3, -0.4, -0.2, 90), 90),
            gap("hr", "human rights", Estimate(0.7, 0.6, 0.8, 80), 80),
            gap("co", "colonialism", absent("missing", 3), 3),
        ),
        history=tuple(
            YearGap(y, "all", Estimate(0.6, 0.5, 0.7, 80), Estimate(0.3, 0.1, 0.5, 80))
            for y in range(2012, 2017)
        ),
        closest=("hr",), farthest=("di",), narrowest=2013, widest=2015, least=20,
        outside=(Outside(A, POWER, votes),), covered=(1946, 2026),
        positions=(
            PositionGap("all", "all votes", 2016, Estimate(1.7, 1.4, 2.0, 80),
                        Estimate(77.0, 60.0, 85.0)),
            PositionGap("nu", "nuclear questions", 2016, Estimate(3.3, 2.7, 3.9, 18),
                        Estimate(95.0, 90.0, 99.0)),
        ),
        record=GapRecord(2016, 1992, "filtered", 0.004, 0.12, None, None, ""),
        view=DIVERGENCES,
    )  # fmt: skip


def small_blocs() -> BlocTies:
    member = Membership(
        A, "full", PartialDate(date(2001, 6, 15)), "unconfirmed", "javascript:alert(1)", None
    )
    other = Membership(
        B, "observer", PartialDate(date(2005, 7, 5)), "page", "https://example.org/?a=1&b=2", "n"
    )
    tie = BlocTie("BAD", ATTACK, "political", "looser", (member, other))
    return BlocTies(
        **shared("No shared bloc.", blocs="No shared bloc"), shared=(), first=(), second=(),
        looser=(tie,), outside=(), listed=("BAD",), covered=(1945, 2026), view=BLOCS,
    )  # fmt: skip


def made() -> Brief:
    """Return a brief with one dimension gone, a hostile bloc name, and an outside power."""
    parts = {"bond": small_bond(), "divergence": small_divergence(), "bloc_ties": small_blocs()}
    limits = (
        Caveat("coverage", "Economic data end in 2012.", ("/bond/economic",)),
        Caveat("definition", "Without it 80.", ("/bond/military",)),
        Caveat("data", "A hole.", ("/bond/economic",)),
        Caveat("model", "A rank.", ("/bond",)),
    )
    return Brief(
        **shared("Russia and Iran had a strong tie.", limits, level="A finding"),
        parts=parts, view=BRIEFS,
    )  # fmt: skip
