"""A world of four years with invented sources, and what stands in for steps that need more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

import polars as pl
import pytest

from daylight.breaks.steps import BreakTables
from daylight.build import run
from daylight.build.plan import STEPS
from daylight.core.states import all_states, members
from daylight.ledgers.make import LedgerTables
from daylight.ledgers.relationship.form import INPUTS
from daylight.sources.atop.ends import ENDS
from daylight.sources.attempts.source import ATTEMPTS
from daylight.sources.bloc_calls.source import CALLS
from daylight.sources.cow_trade.holes import HOLES, JOINT_REASON
from daylight.sources.disputed_places.source import KINDS as PLACES
from daylight.sources.kit.declaration import Declaration
from daylight.sources.kit.issues import Issue
from daylight.sources.kit.load import Loaded, Tables
from daylight.sources.shocks.source import SHOCKS
from daylight.sources.statements.source import KINDS as SAID
from daylight.stats.valued import OBLIGATIONS
from daylight.store import writer
from daylight.store.schemas import table
from daylight.tables.step import Inputs, Step
from daylight.tables.votes.ballots import CODES

YEARS = range(1816, 1820)
STATES = members(1816)
CALL = {"session": 1, "title": "t", "final": True, "important": None} | dict.fromkeys(CODES, True)


def declared(name: str) -> Declaration:
    return Declaration.model_validate(
        {
            "id": name,
            "producer": "p",
            "title": name,
            "version": "1",
            "citation_key": name,
            "citation": "c",
            "url": "https://example.org/",
            "licence": "l",
            "redistribution": "yes",
            "ships": "all",
            "coverage": {"start": 1816, "end": 1820, "until": "1820-06-30", "system": "COW"},
            "accessed": "2026-01-01",
            "expect": {},
        }
    )


def _votes(first: int, symbol: str) -> Tables:
    """One roll call a year; who votes how depends on the numbers only."""
    calls = [
        CALL | {"item": first + k, "year": year, "date": date(year, 5, 1), "symbol": f"{symbol}{k}"}
        for k, year in enumerate(y for y in YEARS for _ in range(6))
    ]
    ballots = [
        {"item": c["item"], "cow": cow, "vote": 1 + (cow // 5 + c["item"] * cow) % 3}
        for c in calls
        for cow in STATES
    ]
    kinds = {"important": pl.Boolean, "title": pl.String, "symbol": pl.String}
    return {
        "rollcalls": pl.DataFrame(calls, schema_overrides=kinds),
        "ballots": pl.DataFrame(ballots),
    }


def _texts() -> Tables:
    """No adopted text is known beyond the roll calls, and no sponsor."""
    words: dict[str, Any] = dict.fromkeys(("symbol", "title", "agenda"), pl.String)
    texts = words | {"session": pl.Int16, "subjects": pl.List(pl.String)}
    years: dict[str, Any] = {"symbol": pl.String, "year": pl.Int16, "cow": pl.Int16}
    return {
        "texts": pl.DataFrame(schema=texts),
        "sponsors": pl.DataFrame(schema=years | {"group": pl.Boolean}),
    }


def _atop() -> Tables:
    pact = [
        {"a": a, "b": b, "year": year} | dict.fromkeys(OBLIGATIONS, 1)
        for year in YEARS
        for a, b in ((200, 220), (220, 200))
    ]
    spells = [
        {"atopid": 1, "member": m, "entry": 1816, "exit": 1819} | dict.fromkeys(OBLIGATIONS, 1)
        for m in (200, 220)
    ]
    return {
        "obligations": pl.DataFrame(pact),
        "treaty_members": pl.DataFrame(spells),
        "broad_pledges": pl.DataFrame({"atopid": [99]}),
        "treaties": pl.DataFrame({"atopid": [1], "members": [2]}, {"atopid": pl.Int16,
                                 "members": pl.Int16}),
        "treaty_ends": pl.DataFrame(
            [(1, 0, 200, 220, date(1819, 3, 1), "month", 1, 1, True, 3, None, False)], ENDS,
            orient="row",
        ),
    }  # fmt: skip


def _states() -> Tables:
    spells = [(s.cow, s.abbr, p.start, p.end) for s in all_states() for p in s.spells]
    return {
        "spells": pl.DataFrame(spells, ["cow", "abbr", "start", "end"], orient="row"),
        "concordance": pl.DataFrame(schema=dict.fromkeys(("cow", "year", "gw"), pl.Int16)),
        "gw_spells": pl.DataFrame({"gw": [n for s in all_states() for n, _ in s.gw]}),
    }


def _blocs() -> Tables:
    bloc = {"bloc": "HA", "name": "Holy Alliance", "kind": "political", "founded": "1815-09-26"}
    rest = {"citation": "c", "note": None}
    bloc |= {"reach": "exclusive", "ties": "yes", "aliases": None}
    spells = [
        {"bloc": "HA", "cow": cow, "start": date(1816, 1, 1), "end": None, "status": "full"}
        | {"confirmed": "page"}
        | rest
        for cow in (255, 300, 365)
    ]
    return {
        "blocs": pl.DataFrame([bloc | {"ended": None} | rest]),
        "bloc_spells": pl.DataFrame(spells).with_columns(
            start_precision=pl.lit("day"),
            end_precision=pl.lit(None, pl.String),
            signed=pl.lit(None, pl.String),
        ),
    }


def _bloc_calls() -> Tables:
    row = dict.fromkeys(CALLS) | {
        "bloc": "HA", "cow": 300, "day": date(1818, 11, 1), "day_precision": "month",
        "asked": "a", "sought": "help", "answer": "refused", "confirmed": "page", "citation": "c",
    }  # fmt: skip
    return {"bloc_calls": pl.DataFrame([row], CALLS)}


def _nmc() -> Tables:
    rows = [(cow, year, 1 / len(STATES)) for year in YEARS for cow in STATES]
    return {"capabilities": pl.DataFrame(rows, ["cow", "year", "cinc"], orient="row")}


def _igo() -> Tables:
    rows = [("CCNR", cow, year, 1) for year in YEARS for cow in (210, 220, 255)]
    members = pl.DataFrame(rows, ["igo", "cow", "year", "status"], orient="row")
    return {"members": members, "holes": hole(reason=["not coded"])}


def _regimes() -> Tables:
    rows = [(cow, year, cow / 1000) for year in YEARS for cow in STATES]
    return {"regimes": pl.DataFrame(rows, ["cow", "year", "polyarchy"], orient="row")}


def hole(**other: list[Any]) -> pl.DataFrame:
    """Return the one hole of this world, with other values where some are given."""
    row = {"cow": [2], "partner": [None], "start": [1816], "end": [1817], "reason": [JOINT_REASON]}
    return pl.DataFrame(row | other, HOLES)


def _shocks() -> Tables:
    row = ("S1", 200, 220, date(1818, 11, 15), "day", "other", "both", 300, "t", "boost", "c",
           None, "data_row", None)  # fmt: skip
    return {"shocks": pl.DataFrame([row], SHOCKS, orient="row")}


def _attempts() -> Tables:
    row = dict.fromkeys(ATTEMPTS) | {
        "id": "A1", "first": 1818, "last": 1818, "divider": "200", "target": "220",
        "partner": "255|300", "aim": "dealign", "instrument": "inducement", "offer": "o",
        "answer": "refused", "veto": "unknown", "after_2": "fail", "after_5": "fail",
        "after_10": "unknown", "side": "weaker", "upheaval": False, "quiet": False,
        "recognition": False, "cluster": "A1", "doubtful": False, "citation": "c",
        "checked": "recalled",
    }  # fmt: skip
    return {"attempts": pl.DataFrame([row], ATTEMPTS)}


def _shapes() -> Tables:
    row = ("United Kingdom", 200, date(1816, 1, 1), None)
    kinds = {"unit": pl.String, "cow": pl.Int16, "start": pl.Date, "end": pl.Date}
    shapes = {"unit": ["United Kingdom"], "ring": [1], "path": ["M0 0l9 0 0 9z"]}
    return {
        "shapes": pl.DataFrame(shapes, schema_overrides={"ring": pl.Int16}),
        "holders": pl.DataFrame([row], kinds, orient="row"),
    }


def _places() -> Tables:
    row = dict.fromkeys(PLACES) | {
        "place": "Calais", "drawn": "point", "lon": 1.8, "lat": 50.9, "holder": "France",
        "claimant": "United Kingdom", "start": date(1558, 1, 7), "start_precision": "day",
        "confirmed": "unconfirmed", "citation": "c",
    }  # fmt: skip
    return {"places": pl.DataFrame([row], PLACES)}


def _statements() -> Tables:
    both = {"place": "Aachen", "place_cow": 255, "event": "e", "confirmed": "page", "citation": "c"}
    rows: dict[str, dict[str, Any]] = {
        "statements": both | {
            "id": "ST0001", "speaker": "s", "office": "o", "cow": 300, "day": date(1818, 11, 15),
            "precision": "day", "venue": "v", "gist": "g",
        },
        "meetings": both | {
            "id": "MT0001", "first": date(1818, 10, 1), "last": date(1818, 11, 15),
            "precision": "month", "participants": "AUT", "kind": "summit",
        },
        "places": {
            "id": "PL0001", "name": "n", "kind": "venue", "cow": 255, "confirmed": "unconfirmed",
            "citation": "no page seen",
        },
    }  # fmt: skip
    return {
        name: pl.DataFrame([{c: row.get(c) for c in SAID[name]}], SAID[name])
        for name, row in rows.items()
    }


SOURCES: dict[str, Callable[[], Tables]] = {
    "states": _states,
    "un_votes_voeten": lambda: _votes(1, "A/RES/1/"),
    "un_votes_resolutions": lambda: _votes(200_000, "A/RES/2/") | _texts(),
    "atop": _atop,
    "nmc": _nmc,
    "blocs": _blocs,
    "bloc_calls": _bloc_calls,
    "cow_trade": lambda: {"holes": hole()},
    "igo": _igo,
    "regimes": _regimes,
    "shocks": _shocks,
    "attempts": _attempts,
    "natural_earth": _shapes,
    "disputed_places": _places,
    "statements": _statements,
}


def trade(inputs: Inputs) -> pl.DataFrame:
    """Stand in for the table of trade, which has tests of its own."""
    inputs.log("trade").note("left out", 2)
    pairs = [(a, b, y) for y in YEARS for a in STATES for b in STATES if a < b]
    frame = pl.DataFrame(pairs, ["a", "b", "year"], orient="row")
    size = pl.col("a") * pl.col("b") % 97 + 1
    return frame.with_columns(ab=size, ba=size, status_ab=0, status_ba=0, log_sd=1, source=0)


def economies(inputs: Inputs) -> pl.DataFrame:
    """Stand in for totals and GDP of states."""
    rows = [(cow, y) for y in YEARS for cow in STATES]
    return pl.DataFrame(rows, ["cow", "year"], orient="row").with_columns(
        goods=9000, goods_sd=10, goods_status=0, gdp=9000, gdp_sd=10, gdp_status=0, price=1.0
    )


def nearness(inputs: Inputs) -> pl.DataFrame:
    """Stand in for distances and borders."""
    pairs = [(a, b) for a in STATES for b in STATES if a < b]
    return pl.DataFrame(pairs, ["a", "b"], orient="row").with_columns(
        start=min(YEARS), end=max(YEARS), km=100, contiguity=1, language=False, colony=False
    )


def opportunity(inputs: Inputs) -> pl.DataFrame:
    """Stand in for the fits, which have tests of their own."""
    row = {"outcome": ["trade_volume"], "start": [1816], "end": [1819], "term": ["size"]}
    return pl.DataFrame(row | {"value": [0.8], "sd": [0.1]})


def communities(inputs: Inputs) -> pl.DataFrame:
    """Stand in for the communities, which have tests of their own."""
    rows = [(cow, year, STATES[0], 1, 90) for year in YEARS for cow in STATES]
    frame = pl.DataFrame(rows, ["cow", "year", "community", "line", "chance"], orient="row")
    return frame.with_columns(second_community=None, second_line=None, second_chance=None)


def ideal_points(inputs: Inputs) -> pl.DataFrame:
    """Stand in for the estimates, which have tests of their own."""
    keys = [("all", "smoothed", "all", cow, year) for year in YEARS for cow in STATES]
    frame = pl.DataFrame(keys, ["votes", "kind", "issue", "cow", "year"], orient="row")
    return frame.with_columns(theta=0.5, sd=0.1, rho=None, lo=0.3, hi=0.7, n_votes=12)


KEYS = ("a", "b", "year")


def ledger_tables(inputs: Inputs) -> LedgerTables:
    """Stand in for the ledgers, which have tests of their own."""
    pairs = [(a, b, y) for y in YEARS for a in STATES for b in STATES if a < b]
    frame = pl.DataFrame(pairs, KEYS, orient="row")
    items, sums = (
        frame.with_columns(
            pl.lit(0).alias(c) for c in table(name).columns if c not in frame.columns
        )
        for name in ("ledger_items", "ledgers")
    )
    for _ in YEARS:
        inputs.tick()
    promise = pl.when((pl.col("a") == 200) & (pl.col("b") == 220)).then(100).otherwise(0)
    inputs_of = (*INPUTS, *INPUTS)
    outcomes = ["rivalry"] * len(INPUTS) + ["warm"] * len(INPUTS)
    weights = pl.DataFrame({"logit": "three", "outcome": outcomes, "input": inputs_of})
    return LedgerTables(
        items,
        sums.with_columns(military_cooperation=promise, rivalry=60, warm=60),
        weights.with_columns(weight=0.5, sd=0.1),
    )


def dated_facts(inputs: Inputs) -> pl.DataFrame:
    """Stand in for the facts: there are none."""
    return pl.DataFrame(schema=writer.types(table("dated_facts")))


def holes(inputs: Inputs) -> pl.DataFrame:
    """Stand in for the table of holes, which adds groups of later years."""
    tables = {"trade": "cow_trade", "igo_members": "igo"}
    parts = [inputs.source(s)["holes"].with_columns(table=pl.lit(t)) for t, s in tables.items()]
    return pl.concat(parts).with_columns(pl.col("partner").fill_null(0))


def break_tables(inputs: Inputs) -> BreakTables:
    """Stand in for ties and breaks, which have tests of their own: there are none."""
    names = (field.name for field in fields(BreakTables))
    return BreakTables(*(pl.DataFrame(schema=writer.types(table(name))) for name in names))


def nothing(name: str) -> Callable[[Inputs], pl.DataFrame]:
    """Return what stands in for a table whose sources are not invented: it has no row."""
    return lambda inputs: pl.DataFrame(schema=writer.types(table(name)))


STAND_INS = {
    "break_tables": break_tables,
    "holes": holes,
    "trade": trade,
    "economies": economies,
    "nearness": nearness,
    "opportunity": opportunity,
    "communities": communities,
    "ideal_points": ideal_points,
    "ledger_tables": ledger_tables,
    "dated_facts": dated_facts,
}
NAMES = [step.name for step in STEPS if step.stored]


def marked(mark: str) -> Callable[..., dict[str, str]]:
    """Return a function that gives every step one fingerprint."""
    return lambda steps, *_: {step.name: mark for step in steps}


@dataclass
class Stage:
    """The build with its sources and steps replaced; what ran, and where it is to stop."""

    ran: list[str] = field(default_factory=list)
    stop_in: str | None = None

    def watched(self, step: Step) -> Step:
        """Return the step, or the one that stands in for it, and note when a table is made."""
        stand_in = STAND_INS.get(step.name)
        if stand_in is None and step.stored and not set(step.sources) <= set(SOURCES):
            stand_in = nothing(step.name)
        invented = tuple(name for name in step.sources if name in SOURCES)
        own = replace(step, make=stand_in, sources=invented) if stand_in else step

        def make(inputs: Inputs) -> Any:
            if own.name == self.stop_in:
                raise KeyboardInterrupt
            if own.stored:
                self.ran.append(own.name)
            return own.make(inputs)

        make.__module__ = step.make.__module__  # where its code is, for a fingerprint
        # a shared result whose sources were not invented is left out, and so is the need of it
        return replace(own, make=make, optional=own.optional or not own.stored)


def staged(monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Put the invented sources and the watched steps in the place of the real ones."""
    found = Stage()
    monkeypatch.setattr(run, "STEPS", tuple(found.watched(step) for step in STEPS))
    monkeypatch.setattr(run, "source_ids", lambda: tuple(SOURCES))
    monkeypatch.setattr(run, "declaration", declared)
    monkeypatch.setattr(run, "fingerprints", marked("inputs"))
    monkeypatch.setattr(
        run,
        "load",
        lambda name: Loaded(declared(name), SOURCES[name](), (Issue(name, "note", 1, "read"),)),
    )
    return found
