"""Examine chances of joining and leaving blocs, from the atlas in use.

``python benchmarks/accession_exam.py`` (about a minute) prints all figures, writes
docs/methods/accession-figures.json, and fills the marked blocks of docs/methods/accession.md.
``--page`` only fills the page.
"""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from accession_page import blocks
from accession_rows import Rows, rows
from accession_tried import tried
from filled import fill

from daylight.accession.chances import LADDERS, chances
from daylight.accession.counts import HORIZONS, KINDS, Cases, Kind
from daylight.accession.records import Prospect
from daylight.accession.roster import FIRST
from daylight.accession.seen import Seen, seen_on
from daylight.accession.signs import NEAR_KM
from daylight.accession.tested import Way, chosen, forecasts
from daylight.stats.clustered import share
from daylight.store.atlas import Atlas, current

ROOT = Path(__file__).resolve().parents[1]
FIGURES = ROOT / "docs" / "methods" / "accession-figures.json"
PAGE = ROOT / "docs" / "methods" / "accession.md"
PERIODS = ((1970, 1989), (1990, 2004), (2005, 2030))
MIDDLE = 4
AGAINST: dict[Kind, tuple[Way, ...]] = {
    "join": ("all", "standing", "bloc"), "leave": ("all", "bloc"),
}  # fmt: skip
EAEU, DAY = "EAEU", date(2017, 6, 30)
THEN = ("MNG", "TJK")
"""States of which an article of 2017 said that their membership of the EAEU was contemplated."""
LISTED = 20


def examined(atlas: Atlas) -> dict[str, Any]:
    """Return all figures."""
    seen = seen_on(atlas, atlas.last)
    made = {kind: rows(seen.cases[kind]) for kind in KINDS}
    return {
        "atlas": atlas.scope.atlas,
        "last": seen.last,
        "counts": {kind: _counts(seen, kind) for kind in KINDS},
        "rates": {kind: _rates(seen.cases[kind]) for kind in KINDS},
        "backtest": {kind: _backtest(seen, kind, made[kind]) for kind in KINDS},
        "periods": {kind: _periods(made[kind][MIDDLE], kind) for kind in KINDS},
        "reliability": {kind: _reliability(seen, kind, made[kind][MIDDLE]) for kind in KINDS},
        "top": _top(made["join"][1]),
        "tried": {kind: tried(atlas, seen, kind, MIDDLE) for kind in KINDS},
        "eaeu": _eaeu(atlas),
    }


def _counts(seen: Seen, kind: Kind) -> dict[str, Any]:
    one = seen.cases[kind]
    event = one.event(1)
    decades = (one.t[event] + FIRST + 1) // 10 * 10
    return {
        "listed": len(seen.roster.blocs),
        "cases": len(event),
        "events": int(event.sum()),
        "blocs": len(np.unique(one.bloc[event])),
        "states": len(np.unique(one.state[event])),
        "decades": {int(d): int((decades == d).sum()) for d in np.unique(decades)},
    }


def _rates(one: Cases) -> list[dict[str, Any]]:
    found = []
    for points in np.unique(one.points):
        row: dict[str, Any] = {"points": int(points)}
        for horizon in (1, MIDDLE):
            at = one.known(horizon) & (one.points == points)
            got = share(one.event(horizon)[at], one.bloc[at], worth=horizon)
            row[str(horizon)] = [got.value, got.lo, got.hi, got.n, got.events]
        found.append(row)
    return found


def _backtest(seen: Seen, kind: Kind, made: dict[int, Rows]) -> list[dict[str, Any]]:
    found = []
    for horizon in HORIZONS:
        one = made[horizon]
        way, _ = chosen(forecasts(seen.cases[kind].cells(horizon)), LADDERS[kind])
        near = seen.signs.km[one.t, one.bloc, one.state] <= NEAR_KM[1]
        row = {
            "years": horizon, "ships": way, "n": len(one.event), "events": int(one.event.sum()),
            "auc": one.auc("signs"), "brier": one.brier("signs", "all"),
            "skill": {other: one.skill("signs", other) for other in AGAINST[kind]},
            "bloc": one.skill("bloc", "all"),
            "near": {"n": int(near.sum()), "events": int(one.event[near].sum()),
                     "auc": one.auc("signs", near)},
        }  # fmt: skip
        found.append(row)
    return found


def _periods(one: Rows, kind: Kind) -> list[dict[str, Any]]:
    way: Way = "signs" if kind == "join" else "bloc"
    found = []
    for first, last in PERIODS:
        at = (one.t + FIRST >= first) & (one.t + FIRST <= last)
        end = int(one.t[at].max()) + FIRST
        row = {"first": first, "last": end, "n": int(at.sum()), "events": int(one.event[at].sum())}
        found.append(row | {"skill": one.skill(way, "all", at)})
    return found


def _reliability(seen: Seen, kind: Kind, one: Rows) -> list[dict[str, float]]:
    way, _ = chosen(forecasts(seen.cases[kind].cells(MIDDLE)), LADDERS[kind])
    return one.reliability(way)


def _top(one: Rows) -> dict[str, int]:
    """Of the states that joined, how many stood where in the list of the bloc a year before."""
    lists = np.unique(one.t * 1000 + one.bloc, return_counts=True)[1]
    best = np.array([_above(one, k) for k in np.flatnonzero(one.event)])
    return {
        "joined": len(best),
        **{str(n): int((best <= n).sum()) for n in (5, 10, 20)},
        "outside": round(float(np.median(lists))),
    }


def _above(one: Rows, k: int) -> float:
    """Return the middle place of a state among the outside ones of its bloc and year."""
    same = (one.t == one.t[k]) & (one.bloc == one.bloc[k])
    p, own = one.p["signs"][same], one.p["signs"][k]
    return float((p > own).sum() + ((p == own).sum() + 1) / 2)


def _eaeu(atlas: Atlas) -> dict[str, Any]:
    then = chances(atlas, EAEU, DAY)
    now = chances(atlas, EAEU, atlas.last)
    members = {one.state.code for one in now.leave}
    stands = {one.state.code: one.given.standing for one in now.join}
    kept = then.join[:LISTED] + tuple(one for one in then.join[LISTED:] if one.state.code in THEN)
    return {
        "day": DAY.isoformat(),
        "now": atlas.last.isoformat(),
        "members": [one.state.name for one in then.leave],
        "join": [
            _told(one) | {"joined": one.state.code in members,
                          "now": stands.get(one.state.code, "full"),
                          "article": one.state.code in THEN}
            for one in kept
        ],
        "leave": [_told(one) | {"left": one.state.code not in members} for one in then.leave],
        "expected": {
            str(one.years): sum(p.within[k].chance.value or 0.0 for p in then.join)
            for k, one in enumerate(then.join[0].within)
        },
    }  # fmt: skip


def _told(one: Prospect) -> dict[str, Any]:
    given = one.given
    return {
        "rank": one.rank, "state": one.state.name, "points": given.points,
        "standing": given.standing, "km": given.km, "border": given.border, "votes": given.votes,
        "outside": given.outside,
        "within": {str(w.years): [w.chance.value, w.chance.lo, w.chance.hi] for w in one.within},
    }  # fmt: skip


def main() -> None:
    """Examine, print, write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--page", action="store_true")
    if not asked.parse_args().page:
        text = json.dumps(examined(current()), indent=1, default=float)
        FIGURES.write_text(text + "\n", "utf-8")
    figures = json.loads(FIGURES.read_text("utf-8"))
    told = blocks(figures)
    for name, block in told.items():
        print(f"{name}\n\n{block}\n")
    PAGE.write_text(fill(PAGE.read_text("utf-8"), told), "utf-8")


if __name__ == "__main__":
    main()
