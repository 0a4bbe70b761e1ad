"""Small answers made by hand, so that what people see can be tested without an atlas."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from daylight.bonds.pulls import NO_PULL
from daylight.bonds.records import (
    Bond,
    Dimension,
    ItemResult,
    LedgerResult,
    Pull,
    Quantity,
    Record,
    Relationship,
    Standing,
    YearOf,
)
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
from daylight.facts.records import Fact
from daylight.shared_blocs.records import BlocTie, BlocTies, Membership
from daylight.shared_blocs.view import VIEW as BLOCS

A, B, POWER = StateRef("RUS", 365, "Russia"), StateRef("IRN", 630, "Iran"), StateRef("USA", 2, "US")
DAY = date(2017, 2, 1)
ATTACK = "<script>alert('x')</script>"


def item(name: str, **changes: Any) -> ItemResult:
    part = ItemResult(
        item=name, title=name.replace("_", " ").capitalize(),
        points=Quantity(7.0, 7.0, 7.0, "observed"), maximum=50.0, says="a promise of neutrality",
        raw=(3.0, 3.0), unit="strongest promise", known=2016, without=0.0, pull=Pull(-0.1, 0.2),
        sources=(("trade", 2018),), reason="The one legal commitment.",
    )  # fmt: skip
    return replace(part, **changes)


def ledger(name: Any, value: float, **changes: Any) -> LedgerResult:
    made = LedgerResult(
        ledger=name, value=value, lo=value, hi=value, status="observed", seen=1.0, carried=0.0,
        holds=None,
        pull=Pull(-0.2, 0.3), items=(item("promise"),),
    )  # fmt: skip
    if name == "economic_conflict":  # no part of the relationship
        parts = tuple(replace(part, pull=NO_PULL) for part in made.items)
        made = replace(made, pull=NO_PULL, items=parts)
    return replace(made, **changes)


def carried(name: Any) -> LedgerResult:
    """A ledger of which a part is carried from 2012."""
    old = item("exercises", points=Quantity(3.0, 0.0, 10.0, "carried", 0.7), maximum=10.0,
               known=2012,
               says="0.3 a year", raw=(0.33,))  # fmt: skip
    return ledger(
        name, 10.0, lo=7.0, hi=17.0, status="carried", seen=0.85, carried=3.0,
        items=(item("promise"), old),
    )  # fmt: skip


def unknown(name: Any) -> LedgerResult:
    """A ledger that is too uncertain for a number."""
    old = item("disputes", points=Quantity(None, 0.0, 80.0, "not_published", 0.6), maximum=100.0,
               known=2014, says="none", raw=(0.0,), without=None)  # fmt: skip
    made = ledger(name, 0.0, status="not_published", seen=0.4, items=(old,))
    return replace(made, value=None, lo=0.0, hi=80.0, holds=0.6)


LEDGER_NAMES = ("military_cooperation", "military_conflict", "political_cooperation",
                "political_conflict", "economic_cooperation", "economic_conflict")  # fmt: skip
FACT = Fact(
    day=date(2015, 9, 30), precision="day", until=None, until_precision=None, standing="goes_on",
    held=date(2016, 12, 31), kind="beside", actor=365, text=f"Beside the other {ATTACK}",
    weight=90, source=("un_votes_voeten",), citation=("https://example.org/fact",),
)  # fmt: skip


def year_of(year: int) -> YearOf:
    seen = Quantity(20.0, 20.0, 20.0, "observed")
    late = Quantity(20.0, 12.0, 31.0, "carried")
    ledgers = dict.fromkeys(LEDGER_NAMES, seen if year < 2015 else late)
    return YearOf(
        year, ledgers, Quantity(0.05, 0.02, 0.09, "carried"), Quantity(0.52, 0.48, 0.6, "carried"),
        dict.fromkeys(LEDGER_NAMES, 1.0),
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
        "brief",
        (A, B),
        None,
        None,
        POWER,
        DAY,
        2016,
        True,
        {},
        "daylight brief RUS IRN",
        "0.1.0",
        "abc123",
    )
    said = tuple(Finding(about, text, ("/overall",)) for about, text in findings.items())
    return {
        "request": request,
        "answer": Summary(headline, said),
        "caveats": caveats,
        "sources": SOURCES,
    }


def small_bond() -> Bond:
    zones = {"severe_rivalry": 0.01, "lesser_rivalry": 0.04, "negative_peace": 0.78,
             "warm_peace": 0.15, "security_community": 0.02}  # fmt: skip
    return Bond(
        **shared(
            "Russia and Iran were at peace but not close in 2016.",
            relationship="They were at peace but not close", ledgers="Points of 100",
            chances="On the peace scale negative peace is likely", known="1 dated fact",
            carried="Carried past the end of a source: 3 of 10 points",
        ),
        relationship=Relationship(
            "at peace but not close", "negative_peace", zones,
            Quantity(0.05, 0.02, 0.09, "carried"), Quantity(0.17, 0.1, 0.25, "carried"),
            Quantity(0.53, 0.48, 0.6, "carried"), "carried",
        ),
        military=Dimension(carried("military_cooperation"), unknown("military_conflict")),
        political=Dimension(
            ledger("political_cooperation", 43.0), ledger("political_conflict", 0.0)
        ),
        economic=Dimension(
            ledger("economic_cooperation", 20.0), ledger("economic_conflict", 14.0)
        ),
        history=tuple(year_of(y) for y in (2010, *range(2012, 2017))),
        known=(FACT,),
        standing=(Standing("military_cooperation", 61.0, 4000),
                  Standing("political_cooperation", 40.0, 18000),
                  Standing("economic_cooperation", None, 11000)),
        records=(Record("trade_volume", "Volume of trade", "millions of dollars", 2200.0, 2001,
                        1992, Estimate(2500.0, n=2000), 220.0, "not the highest"),),
        points={}, since=1992, lineage_note=None, view=BONDS,
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
    tie = BlocTie("BAD", ATTACK, "political", "exclusive", "looser", (member, other))
    return BlocTies(
        **shared("No shared bloc.", blocs="No shared bloc"), shared=(), first=(), second=(),
        looser=(tie,), hoped=(), outside=(), listed=("BAD",), covered=(1945, 2026),
        spheres=(), view=BLOCS,
    )  # fmt: skip


def made() -> Brief:
    """Return a brief with a ledger too uncertain, a hostile bloc name, and an outside power."""
    parts = {"bond": small_bond(), "divergence": small_divergence(), "bloc_ties": small_blocs()}
    limits = (
        Caveat("coverage", "Exercises end in 2012.", ("/bond/military",)),
        Caveat("definition", "Without it 80.", ("/bond/military",)),
        Caveat("data", "A hole.", ("/bond/economic",)),
        Caveat("model", "A rank.", ("/bond",)),
    )
    return Brief(
        **shared("Russia and Iran were at peace.", limits, level="A finding"),
        parts=parts, view=BRIEFS,
    )  # fmt: skip
