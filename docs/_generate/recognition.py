"""The tables of the page of recognition, worked out from the list itself."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import cache

import polars as pl

from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.load import load
from daylight.store.schemas.recognition import CHECKED
from daylight.wedges.tried.contest import Contest, Rate
from daylight.wedges.tried.recognition import contest

from .markdown import grid

SOURCE = "recognition"
CALLED = {"PRC": "Peking", "ROC": "Taipei"}
CHECKED_SHORT = {"page": "seen on a page", "recalled": "recalled"}


@cache
def _contest() -> Contest:
    tables = load(SOURCE).tables
    spells, switches = (tables[name].rows(named=True) for name in ("spells", "switches"))
    return contest(spells, switches, dt.date(declaration(SOURCE).coverage.end, 12, 31))


def _share(rate: Rate) -> str:
    if rate.value is None or rate.lo is None or rate.hi is None:
        return ""
    return f"{rate.value:.1%} [{rate.lo:.1%}, {rate.hi:.1%}]"


def rates() -> str:
    """List the rate of exit by period, of all rows and of confirmed ones."""
    made = _contest()
    sure = {rate.period: rate for rate in made.confirmed_rates}
    rows = []
    for rate in made.rates:
        same = sure[rate.period]
        counts = (f"{rate.state_years:,}", rate.exits, _share(rate), rate.entries)
        rows.append((rate.period, *counts, f"{same.exits} of {same.state_years:,}", _share(same)))
    head = ("period", "state-years", "exits", "a year", "entries", "confirmed", "a year, confirmed")
    return grid(head, rows)


def truce() -> str:
    """Compare the truce with the years of bidding."""
    rows = []
    for one in _contest().comparisons:
        sides = [f"{r.exits} of {r.state_years}, {_share(r)}" for r in (one.truce, one.bidding)]
        rows.append((*sides, one.bidding.period, f"{one.p:.3f}"))
    return grid(("truce", "bidding", "years of bidding", "p"), rows)


def bids() -> str:
    """Count the moves to each side, and the attempts that moved nothing."""
    head = ("to", "moves", "with a known offer", "with an offer or refusal of the other",
            "bids refused", "declined by it", "thought aloud")  # fmt: skip
    rows = [
        (CALLED[b.side], b.moved, b.with_offer, b.against_offer, b.refused, b.declined, b.unbid)
        for b in _contest().bids
    ]
    return grid(head, rows)


def amounts() -> str:
    """List how many amounts were named, by kind and mark, and their medians."""
    rows = [
        (a.made, CHECKED_SHORT[a.checked], a.n, f"{a.median_million:,.0f}")
        for a in _contest().amounts
    ]
    return grid(("amount", "checked", "named", "median, million dollars of the time"), rows)


def checked() -> str:
    """Count the switches by how they were checked, all and the exits from Taipei since 1990."""
    table = load(SOURCE).tables["switches"]
    lost = (pl.col("left") == "ROC") & (pl.col("outcome") != "stayed")
    since = table.filter(lost & (pl.col("date") >= dt.date(1990, 1, 1)))
    every, late = Counter(table["checked"]), Counter(since["checked"])
    rows = [(f"`{mark}`", text, every[mark], late[mark]) for mark, text in CHECKED.items()]
    return grid(("mark", "what it says", "switches", "of the exits from Taipei since 1990"), rows)
