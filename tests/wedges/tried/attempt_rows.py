"""Attempts made by hand, and the real list, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from daylight.sources.kit.load import load
from daylight.wedges.tried.attempt import Attempt, attempts_of
from daylight.wedges.tried.catalogue import rates
from daylight.wedges.tried.distance import Case
from daylight.wedges.tried.outcomes import Rate

USA, CUBA, FRANCE, RUSSIA, EGYPT, CHINA, JAPAN = 2, 40, 220, 365, 651, 710, 740
GERMANY, FRG, GDR = 255, 260, 265
ROW = {
    "id": "A1", "first": 1974, "last": 1975, "divider": "2", "divider_bloc": None, "target": "40",
    "partner": "365", "partner_bloc": None, "aim": "disalign", "instrument": "inducement",
    "offer": "trade", "amount": None, "amount_year": None, "amount_seen": None, "deadline": None,
    "answer": "refused", "counter": None, "veto": "no", "veto_by": None, "after_2": "fail",
    "after_5": "fail", "after_10": "fail", "side": "weaker", "upheaval": False, "quiet": False,
    "recognition": False, "cluster": "A1", "doubtful": False, "citation": "A page",
    "url": "https://example.org", "checked": "page", "note": None,
}  # fmt: skip
ONE = attempts_of([ROW])[0]
SAME = Case(divider=(USA,), target=(CUBA,), partner=(RUSSIA,), aim="disalign", side="weaker",
            instrument="inducement", upheaval=False, year=1975)  # fmt: skip


def like(name: str, last: int = 1975, **changes: object) -> Attempt:
    words = {"id": name, "first": last, "last": last, "cluster": name}
    return replace(ONE, **{**words, **changes})  # type: ignore[arg-type]


def came(name: str, word: str, **changes: object) -> Attempt:
    return like(name, after=(word,) * 3, **changes)  # type: ignore[arg-type]


@cache
def listed() -> tuple[Attempt, ...]:
    return attempts_of(load("attempts").tables["attempts"].iter_rows(named=True))


def at_five(
    rows: Sequence[Attempt], by: str | None = None, as_of: date | None = None
) -> list[Rate]:
    return [rate for rate in rates(rows, by, as_of) if rate.years == 5]
