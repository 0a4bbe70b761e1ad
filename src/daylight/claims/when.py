"""Times that a sentence names, as windows of days.

Only what a reader of news needs is read: years, months, days, decades, and times counted from the
date of the text. Dates of other calendars and ranges in other words are left alone.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from daylight.claims.numbers import SMALL, TENS
from daylight.claims.records import Precision, Window

MONTHS = {name.lower(): k for k, name in enumerate(calendar.month_name) if name}
SHORT = {name.lower(): k for k, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(SHORT)})\.?)"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[89]\d\d|20\d\d)"
HOW = (
    r"(?P<how>since|until|till|by|before|after|from|following|in early|in late|in mid|in|on|during|"
    r"as of)?[ -]?(?:the )?(?:(?:early|late|mid|beginning|end)[ -](?:of )?)?"
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
    rf"|(?P<y4>{YEAR})s"
    rf"|(?P<y5>{YEAR})(?:[-–](?P<y6>\d\d(?:\d\d)?))?(?![\d-])(?!,\d))",
    re.IGNORECASE,
)
COUNT = rf"(?P<n>a|an|the past|{'|'.join(SMALL)}|{'|'.join(TENS)}|a quarter|\d{{1,3}})"
RELATIVE = re.compile(
    rf"\b(?:{COUNT}[- ](?P<unit>days?|weeks?|months?|years?|decades?|century|quarter[- ]century|"
    rf"generation) (?P<way>ago|earlier)"
    rf"|(?P<last>last|this|past|previous|the past|the last) "
    rf"(?:(?P<of>{'|'.join(SMALL)}|{'|'.join(TENS)}|\d{{1,3}}) )?"
    rf"(?P<unit2>week|month|year|decade|quarter[- ]century|weeks|months|years|decades)"
    rf"|last (?P<m>{MONTH}))\b",
    re.IGNORECASE,
)
DAYS = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652, "generation": 9131}
SPANS = {"since": "since", "from": "since", "by": "by", "as of": "by", "until": "before",
         "till": "before", "before": "before", "after": "after", "following": "after"}  # fmt: skip


def windows(text: str, on: date | None) -> tuple[Window, ...]:
    """Return the times of a sentence in order, those counted from a date only where it is known."""
    found = [window for match in RANGE.finditer(text) for window in _range(match)]
    found += [window for match in ABSOLUTE.finditer(text) for window in _absolute(match)]
    if on is not None:
        found += [window for match in RELATIVE.finditer(text) for window in _relative(match, on)]
    found.sort(key=lambda window: (window.start, -window.end))
    return tuple(w for k, w in enumerate(found) if not k or w.start >= found[k - 1].end)


def _range(match: re.Match[str]) -> Iterator[Window]:
    first, last = int(match["a"]), int(match["b"])
    said = match[0].lower()
    if first < last and ("and" not in said or said.startswith("between")):
        yield Window(
            date(first, 1, 1), date(last, 12, 31), "span", "in", match.start(), match.end()
        )


def _month(text: str) -> int:
    name = text.lower().rstrip(".")
    return MONTHS.get(name) or SHORT[name]


def of_month(year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _absolute(match: re.Match[str]) -> Iterator[Window]:
    how = re.sub(r"^in .*", "in", (match["how"] or "in").lower())
    told = _days(match)
    if told is None:
        return
    first, last, precision = told
    yield Window(first, last, precision, SPANS.get(how, "in"), match.start(), match.end())


def _days(match: re.Match[str]) -> tuple[date, date, Precision] | None:
    try:
        if match["iso"]:
            day = date.fromisoformat(match["iso"])
            return day, day, "day"
        for d, m, y in (("d1", "m1", "y1"), ("d2", "m2", "y2")):
            if match[d]:
                day = date(int(match[y]), _month(match[m]), int(re.sub(r"\D", "", match[d])))
                return day, day, "day"
        if match["m3"]:
            return *of_month(int(match["y3"]), _month(match["m3"])), "month"
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


def _relative(match: re.Match[str], on: date) -> Iterator[Window]:
    start, end = match.span()
    if match["m"]:
        month = _month(match["m"])
        year = on.year - (month >= on.month)
        yield Window(*of_month(year, month), "month", "in", start, end)
    elif match["way"]:
        unit = match["unit"].lower().rstrip("s")
        days = 9131 if "quarter" in unit else 36524 if unit == "century" else DAYS[unit]
        centre = on - timedelta(days=min(days * _count(match["n"]), 70_000))
        slack = timedelta(days=max(3, days // 2))
        yield Window(centre - slack, min(on, centre + slack), "span", "in", start, end)
    else:
        yield from _last(match, on)


def _last(match: re.Match[str], on: date) -> Iterator[Window]:
    which, unit = match["last"].lower(), match["unit2"].lower().rstrip("s")
    many = _count(match["of"]) if match["of"] else 1
    start, end = match.span()
    if match["of"] or which in ("past", "the past", "the last") or unit in ("decade",):
        days = 9131 if "quarter" in unit else DAYS[unit]
        yield Window(on - timedelta(days=min(days * many, 70_000)), on, "span", "since", start, end)
    elif unit == "year":
        year = on.year - (which != "this")
        yield Window(date(year, 1, 1), date(year, 12, 31), "year", "in", start, end)
    elif unit == "month":
        month = on.replace(day=1) - timedelta(days=which != "this")
        yield Window(*of_month(month.year, month.month), "month", "in", start, end)
    elif unit == "week":
        monday = on - timedelta(days=on.weekday() + 7 * (which != "this"))
        yield Window(monday, monday + timedelta(days=6), "span", "in", start, end)


def _count(text: str) -> int:
    word = text.lower()
    return int(word) if word.isdigit() else SMALL.get(word) or TENS.get(word) or 1
