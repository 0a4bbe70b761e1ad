"""Times that a sentence names, as windows of days.

Only what a reader of news needs is read: years, months, days, decades, and times counted from the
date of the text. Dates of other calendars and ranges in other words are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from daylight.claims.lately import SEASONS, lately
from daylight.claims.months import MONTH, month_of, of_month
from daylight.claims.records import Precision, Window

DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[89]\d\d|20\d\d)"
HOW = (
    r"(?P<how>since|until|till|by|before|after|from|following|in early|in late|in mid|in|on|during|"
    r"as of)?[ -]?(?:the )?(?:(?:early|late|mid|beginning|end|start|middle)[ -](?:of )?(?:the )?)?"
)
RANGE = re.compile(
    rf"\b(?:from|between)? ?(?:the )?(?P<a>{YEAR})(?: to | until | and |[-–])(?P<b>{YEAR})(?!\d)",
    re.IGNORECASE,
)
ABSOLUTE = re.compile(
    rf"\b(?:{HOW})(?:"
    rf"(?P<iso>{YEAR}-\d\d-\d\d)"
    rf"|(?P<d1>{DAY})(?: of)? (?P<m1>{MONTH}),? (?P<y1>{YEAR})"
    rf"|(?P<m2>{MONTH}) (?P<d2>{DAY}),? (?P<y2>{YEAR})"
    rf"|(?P<m3>{MONTH})(?: of)?,? (?P<y3>{YEAR})"
    rf"|(?P<season>spring|summer|autumn|fall|winter)(?: of)? (?P<y7>{YEAR})"
    rf"|(?P<y4>{YEAR})s"
    rf"|(?P<y5>{YEAR})(?:[-–](?P<y6>\d\d(?:\d\d)?))?(?![\d-])(?!,\d))",
    re.IGNORECASE,
)
SPANS = {"since": "since", "from": "since", "by": "by", "as of": "by", "until": "before",
         "till": "before", "before": "before", "after": "after", "following": "after"}  # fmt: skip


def windows(text: str, on: date | None) -> tuple[Window, ...]:
    """Return the times of a sentence in order, those counted from a date only where it is known."""
    found = [window for match in RANGE.finditer(text) for window in _range(match)]
    found += [window for match in ABSOLUTE.finditer(text) for window in _absolute(match)]
    if on is not None:
        found += lately(text, on)
    found.sort(key=lambda window: (window.start, -window.end))
    kept: list[Window] = []
    for window in found:
        if not kept or window.start >= kept[-1].end:
            kept.append(window)
    return tuple(kept)


def _range(match: re.Match[str]) -> Iterator[Window]:
    first, last = int(match["a"]), int(match["b"])
    said = match[0].lower()
    if first < last and ("and" not in said or said.startswith("between")):
        yield Window(
            date(first, 1, 1), date(last, 12, 31), "span", "in", match.start(), match.end()
        )


def _absolute(match: re.Match[str]) -> Iterator[Window]:
    how = re.sub(r"^in .*", "in", (match["how"] or "in").lower())
    told = _days(match)
    if told is None:
        return
    first, last, precision = told
    start = match.end() - len(match[0].lstrip(" -"))
    yield Window(first, last, precision, SPANS.get(how, "in"), start, match.end())


def _season(year: int, month: int) -> tuple[date, date]:
    """Return the three months of a season; of winter the year, at either end of which it may be."""
    if month == SEASONS["winter"]:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month, 1), of_month(year, month + 2)[1]


def _days(match: re.Match[str]) -> tuple[date, date, Precision] | None:
    try:
        if match["iso"]:
            day = date.fromisoformat(match["iso"])
            return day, day, "day"
        for d, m, y in (("d1", "m1", "y1"), ("d2", "m2", "y2")):
            if match[d]:
                day = date(int(match[y]), month_of(match[m]), int(re.sub(r"\D", "", match[d])))
                return day, day, "day"
        if match["m3"]:
            return *of_month(int(match["y3"]), month_of(match["m3"])), "month"
        if match["season"]:
            return *_season(int(match["y7"]), SEASONS[match["season"].lower()]), "span"
        if match["y4"]:
            decade = int(match["y4"])
            return date(decade, 1, 1), date(decade + 9, 12, 31), "span"
        year = int(match["y5"])
        if match["y6"]:
            end = int(match["y5"][: 4 - len(match["y6"])] + match["y6"])
            return (date(year, 1, 1), date(end, 12, 31), "span") if end >= year else None
        return date(year, 1, 1), date(year, 12, 31), "year"
    except ValueError:  # 30 February
        return None
