"""Examine ties, breaks and the verdicts on shocks, from the atlas in use.

``python benchmarks/breaks_exam.py`` (some seconds) writes docs/methods/breaks-figures.json and
fills the marked blocks of docs/methods/breaks.md. The shares of dates at random stand in
src/daylight/endurance/placebo.py too, and how well rates told breaks in
src/daylight/endurance/foretold.py, by hand; a test compares them.
``--page`` only fills the page.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from breaks_checks import checks
from breaks_features import features
from breaks_page import blocks
from breaks_survival import survival
from filled import fill

from daylight.backtests.backtest import backtest
from daylight.breaks.democracies import TEXTS, democracies
from daylight.breaks.risk import NEVER, OUTCOMES_TO, TieYears, pairs_of, tie_years
from daylight.core.lineages import pair_number
from daylight.core.plain import plain
from daylight.endurance.indicators import FIRST, Panel, panel
from daylight.endurance.judged import ACTED, BY_HALF, verdict
from daylight.endurance.measured import APART, indicator
from daylight.endurance.placebo import DATES
from daylight.endurance.rates import LATER, Alike, alike, rates, seen_by
from daylight.endurance.read import FAMILY_OF, words
from daylight.endurance.records import VERDICTS, Act, Indicator
from daylight.stats.clustered import share
from daylight.store.atlas import Atlas, current
from daylight.store.schemas.breaks import ACT_SIGNS, TIE_LEGS

ROOT = Path(__file__).resolve().parents[1]
FIGURES = ROOT / "docs" / "methods" / "breaks-figures.json"
PAGE = ROOT / "docs" / "methods" / "breaks.md"
JUDGED = Path(__file__).with_name("breaks_judged.csv")
"""Each break as judged by a reader who saw the pair and the year, and not the signs."""
SEED = 7
FROM, TO = 1955, 2010
"""Years of dates at random: votes before and acts after are known."""
EARLY = 2
"""Years before a break at which it is judged too: the acts are still to come."""
NEAR = (-1, 4)
"""Years of a break around the one of a case, that count as found."""
COUNTED_TO = 2018
CASE_YEARS = "4"
"""Years ahead of the rate that is set beside a case."""
CASES = (
    ("Yugoslavia and the Soviet Union", 345, 365, 1948),
    ("Cuba and the United States", 2, 40, 1959),
    ("China and the Soviet Union", 365, 710, 1960),
    ("Albania and the Soviet Union", 339, 365, 1961),
    ("Indonesia and the Soviet Union", 365, 850, 1965),
    ("Ghana and the Soviet Union", 365, 452, 1966),
    ("Egypt and the Soviet Union", 365, 651, 1972),
    ("Chile and the United States", 2, 155, 1973),
    ("Ethiopia and the United States", 2, 530, 1977),
    ("Somalia and the Soviet Union", 365, 520, 1977),
    ("Albania and China", 339, 710, 1978),
    ("Vietnam and China", 710, 816, 1978),
    ("Iran and the United States", 2, 630, 1979),
    ("Nicaragua and the United States", 2, 93, 1979),
    ("Grenada and the United States", 2, 55, 1983),
    ("New Zealand and the United States", 2, 920, 1985),
    ("Hungary and the Soviet Union", 310, 365, 1989),
    ("Poland and the Soviet Union", 290, 365, 1989),
    ("Iraq and Saudi Arabia", 645, 670, 1990),
    ("Venezuela and the United States", 2, 101, 1999),
    ("Uzbekistan and the United States", 2, 704, 2005),
    ("Bolivia and the United States", 2, 145, 2006),
    ("Georgia and Russia", 365, 372, 2008),
    ("Turkey and Israel", 640, 666, 2010),
    ("Pakistan and the United States", 2, 770, 2011),
    ("Uzbekistan and Russia", 365, 704, 2012),
    ("Ukraine and Russia", 365, 369, 2014),
    ("Philippines and the United States", 2, 840, 2016),
    ("Qatar and Saudi Arabia", 670, 694, 2017),
    ("Mali and France", 220, 432, 2022),
    ("Armenia and Russia", 365, 371, 2024),
)
"""Breaks that textbooks and the press name, with the year that they give."""
Acts = dict[int, list[Act]]


def figures(atlas: Atlas) -> dict[str, Any]:
    """Run the exam."""
    last = atlas.last.year - 1
    seen = tie_years(atlas.rows("tie_years"), atlas.rows("breaks"))
    acts, done, series = _acts(atlas), _done(atlas), panel(atlas, last)
    return {
        "counts": _counts(atlas, seen),
        "rates": {
            standing: {
                str(first): plain(rates(seen, standing, last, first)) for first in (1950, LATER)
            }
            for standing in ("quiet", "warned")
        },
        "by_democracies": _by_democracies(atlas, seen, last),
        "checks": checks(atlas, seen),
        "features": features(atlas, seen),
        "survival": survival(atlas, seen),
        "backtest": plain(backtest(atlas=atlas).outcomes),
        "cases": [
            _case(seen, acts, *case) | {"year_before": _before(atlas, *case[1:])} for case in CASES
        ],
        "placebo": _judged(series, done, _any_dates(series, seen), last),
        "early": _judged(series, done, _early_dates(series, atlas), last),
        "reader": _read_blind(atlas),
    }


def _by_democracies(atlas: Atlas, seen: TieYears, last: int) -> list[dict[str, Any]]:
    """Return the rates of quiet and of warned ties by the number of democracies."""
    regimes = atlas.rows("regimes", columns=("cow", "year", "polyarchy"))
    free = democracies(seen, regimes)
    return [
        {
            "standing": standing,
            "democracies": number,
            "first": first,
            "rates": plain(rates(seen, standing, last, first, Alike(number, free))),
        }
        for standing in ("quiet", "warned")
        for number in TEXTS
        for first in (1950, LATER)
    ]


def _acts(atlas: Atlas) -> Acts:
    """Return what began in every tie, by pair."""
    rows = atlas.rows("onsets")
    found: Acts = {}
    cells = zip(
        pairs_of(rows).tolist(), rows["family"].tolist(), rows["year"].tolist(), strict=True
    )
    for pair, family, year in cells:
        found.setdefault(pair, []).append(Act(family, year, ()))
    return found


def _done(atlas: Atlas) -> Acts:
    """Return every act of every tie, by pair."""
    rows = atlas.rows("acts")
    found: Acts = {}
    cells = zip(pairs_of(rows).tolist(), rows["signs"].tolist(), rows["year"].tolist(), strict=True)
    for pair, bits, year in cells:
        for family in {FAMILY_OF[sign] for sign in words(ACT_SIGNS, bits)}:
            found.setdefault(pair, []).append(Act(family, year, ()))
    return found


def _counts(atlas: Atlas, seen: TieYears) -> dict[str, Any]:
    broke, onsets = atlas.rows("breaks"), atlas.rows("onsets")
    kept = seen.year <= COUNTED_TO
    legs = {name: int((seen.legs[kept] >> k & 1).sum()) for k, name in enumerate(TIE_LEGS)}
    return {
        "to": COUNTED_TO,
        "tie_years": int(kept.sum()),
        "pairs": len(set(seen.pair[kept].tolist())),
        "legs": legs,
        "onsets": dict(Counter(onsets["family"].tolist())),
        "breaks": int((np.asarray(broke["year"]) <= COUNTED_TO).sum()),
        "warned": float((seen.warned[kept] > 0).mean()),
    }


def _case(seen: TieYears, acts: Acts, title: str, a: int, b: int, year: int) -> dict[str, Any]:
    """Return whether there was a tie, what began near the year, and whether it is a break."""
    pair = pair_number(a, b)
    mine = seen.pair == pair
    years = set(seen.year[mine].tolist())
    broke = set(seen.broke[mine].tolist()) - {NEVER}
    near = [one for one in sorted(broke) if NEAR[0] <= one - year <= NEAR[1]]
    begun = [
        f"{act.family} {act.year}"
        for act in acts.get(pair, [])
        if NEAR[0] <= act.year - year <= NEAR[1]
    ]
    tie = any(year - k in years for k in range(3))
    return {"case": title, "year": year, "tie": tie, "begun": begun,
            "broke": near[0] if near else None}  # fmt: skip


def _before(atlas: Atlas, a: int, b: int, year: int) -> dict[str, Any] | None:
    """Return how the tie stood the year before, and the rate that could be given then."""
    year, pair = year - 1, pair_number(a, b)
    seen = seen_by(atlas, year)
    at = np.flatnonzero((seen.pair == pair) & (seen.year == year))
    if not len(at):
        return None
    row = int(at[0])
    if not seen.at_risk[row]:
        return {"stands": "broke lately", "rate": None}
    if seen.warned[row]:
        found = rates(seen, "warned", year)
        return {"stands": "warned", "rate": plain(found.get(CASE_YEARS))}
    if seen.young[row] or year > OUTCOMES_TO:
        return {"stands": "young" if seen.young[row] else "cannot be called quiet", "rate": None}
    like = alike(atlas, seen, pair, year)
    kind = f", {TEXTS[like.number]}" if like else ""
    return {"stands": f"quiet{kind}",
            "rate": plain(rates(seen, "quiet", year, like=like).get(CASE_YEARS))}  # fmt: skip


def _any_dates(series: Panel, seen: TieYears) -> list[tuple[int, int]]:
    """Return rows and years of ties, drawn at random, whatever happened in them."""
    span = np.flatnonzero((seen.year >= FROM) & (seen.year <= TO))
    at = np.random.default_rng(SEED).choice(span, DATES, replace=False)
    rows = np.searchsorted(series.pairs, seen.pair[at])
    return list(zip(rows.tolist(), seen.year[at].tolist(), strict=True))


def _early_dates(series: Panel, atlas: Atlas) -> list[tuple[int, int]]:
    broke = atlas.rows("breaks")
    rows = np.searchsorted(series.pairs, pairs_of(broke)).tolist()
    dates = zip(rows, (np.asarray(broke["year"]) - EARLY).tolist(), strict=True)
    return [(row, year) for row, year in dates if FROM <= year <= TO]


def _judged(
    series: Panel, acts: Acts, dates: Iterable[tuple[int, int]], last: int
) -> dict[str, Any]:
    """Return the share of dates that get each verdict."""
    words_, fell, dips = Counter[str](), Counter[str](), Counter[str]()
    every = list(dates)
    for row, year in every:
        if not series.tie[row, year - FIRST]:
            words_["no tie known"] += 1
            continue
        found = tuple(indicator(series, name, row, year) for name in APART)
        after = [
            act for act in acts.get(int(series.pairs[row]), []) if year <= act.year < year + ACTED
        ]
        words_[verdict(found, after, None, year, last)[0]] += 1
        fell.update(one.name for one in found if one.verdict == "fell")
        dips.update(_dip(found[0]))
    n = len(every)
    return {
        "n": n,
        "verdicts": {word: round(words_[word] / n, 4) for word in VERDICTS},
        "fell": {name: round(fell[name] / n, 4) for name in APART},
        "dips": {name: dips[name] for name in ("known", "large", "regained")},
    }


def _dip(distance: Indicator) -> Iterator[str]:
    """Yield what is counted of a fall in the distance of which it is known what came later."""
    if distance.regained is not None and distance.loss is not None:
        yield "known"
        if distance.loss >= distance.margin:
            yield "large"
            if distance.regained >= BY_HALF:
                yield "regained"


def _read_blind(atlas: Atlas) -> dict[str, Any]:
    """Return what a reader who did not see the signs made of the breaks of the atlas."""
    rows = atlas.rows("breaks")
    there = set(zip(pairs_of(rows).tolist(), rows["year"].tolist(), strict=True))
    with JUDGED.open(encoding="utf-8", newline="") as file:
        judged = {
            (pair_number(int(row["a"]), int(row["b"])), int(row["year"])): row
            for row in csv.DictReader(file)
        }
    read = [judged[key] for key in sorted(there & set(judged))]
    spurious = np.array([row["verdict"] == "spurious" for row in read])
    return {
        "n": len(read),
        "unread": len(there - set(judged)),
        "verdicts": dict(Counter(row["verdict"] for row in read)),
        "sure": dict(Counter(row["verdict"] for row in read if row["weight"] == "high")),
        "cited": sum(bool(row["url"]) for row in read),
        "spurious": plain(share(spurious, np.arange(len(read)))),
    }


def main() -> None:
    """Run what was asked for, and fill the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", action="store_true")
    if not parser.parse_args().page:
        made = figures(current())
        FIGURES.write_text(json.dumps(made, indent=1) + "\n", "utf-8")
    made = json.loads(FIGURES.read_text("utf-8"))
    if PAGE.exists():
        PAGE.write_text(fill(PAGE.read_text("utf-8"), blocks(made)), "utf-8")


if __name__ == "__main__":
    main()
