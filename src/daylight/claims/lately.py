"""Times counted from the date of the text: "two years ago", "last autumn", "in June"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from daylight.claims.months import FULL, MONTH, month_of, of_month
from daylight.claims.numbers import SMALL, TENS
from daylight.claims.records import Window

_MANY = rf"{'|'.join(SMALL)}|{'|'.join(TENS)}|\d{{1,3}}"
_UNIT = (
    r"days?|weeks?|fortnights?|months?|years?|decades?|century|quarter[- ]century|generation|"
    r"springs?|summers?|autumns?|winters?"
)
_SEASON = "spring|summer|autumn|fall|winter"
_DAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
AGO = re.compile(
    rf"\b(?:(?:just|only|nearly|almost|some|about|over|more than) )?(?P<n>a|an|a quarter|{_MANY})"
    rf"(?: and a half)?[- ](?P<unit>{_UNIT})(?: and a half)? ago\b",
    re.IGNORECASE,
)
GONE = re.compile(
    rf"\b(?:(?:it is|it has been) (?:now |just |only |barely |nearly |almost )*(?P<n1>a|an|{_MANY})"
    rf"[- ](?P<unit1>{_UNIT})(?: to the day)?|(?P<n2>a|an|{_MANY})[- ](?P<unit2>{_UNIT})"
    r"(?: to the day)? (?:has|have|had)(?: now)? (?:gone by|passed|elapsed|gone)) since\b",
    re.IGNORECASE,
)
"""How long ago it is that what follows happened."""
LAST = re.compile(
    r"\b(?P<last>last|this|past|previous|the past|the last) "
    rf"(?:(?P<many>{_MANY}) )?(?P<unit>weeks?|months?|years?|decades?|quarter[- ]century)\b",
    re.IGNORECASE,
)
NEAREST = re.compile(
    r"\b(?:(?P<how>(?i:in|since|by|until|last|this|on|of)) (?:early |late |mid-?)?(?:the )?"
    rf"(?:(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? (?P<m1>{MONTH})\b(?!,? \d{{4}})|"
    rf"(?P<m2>{MONTH}) (?P<d2>[0-3]?\d)(?:st|nd|rd|th)?\b(?!,? \d{{4}}|[\d%])|"
    rf"(?P<m3>{FULL})\b(?!,? \d)|(?P<day>{_DAY})\b)|"
    rf"(?P<which>(?i:last|this|in the|since the)) (?P<season>{_SEASON})\b(?! of)|"
    r"(?P<yesterday>(?i:yesterday))\b)"
)
"""A month or a day without its year is the nearest one before the text. Capitals count: "may" is
no month."""
DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3652,
        "generation": 9131, "spring": 365, "summer": 365, "autumn": 365, "winter": 365}  # fmt: skip
QUARTER_CENTURY, CENTURY, FARTHEST = 9131, 36524, 70_000
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
WEEKDAYS = {name: k for k, name in enumerate(_DAY.split("|"))}


def lately(text: str, on: date) -> Iterator[Window]:
    """Yield the times of a sentence that are counted from a date."""
    for match in AGO.finditer(text):
        yield _ago(match, match["n"], match["unit"], on)
    for match in GONE.finditer(text):
        yield _ago(match, match["n1"] or match["n2"], match["unit1"] or match["unit2"], on)
    for match in LAST.finditer(text):
        yield _last(match, on)
    for match in NEAREST.finditer(text):
        yield from _nearest(match, on)


def _back(on: date, days: int) -> date:
    return date.fromordinal(max(1, on.toordinal() - min(days, FARTHEST)))


def _days(unit: str) -> int:
    if "quarter" in unit:
        return QUARTER_CENTURY
    return CENTURY if unit == "century" else DAYS[unit]


def _ago(match: re.Match[str], many: str, unit: str, on: date) -> Window:
    days = _days(unit.lower().rstrip("s"))
    middle = days * _count(many)
    if "half" in match[0].lower():
        middle += days // 2
    slack = max(3, days // 2)
    first, last = _back(on, middle + slack), _back(on, max(0, middle - slack))
    return Window(first, last, "span", "in", *match.span())


def _last(match: re.Match[str], on: date) -> Window:
    which, unit = match["last"].lower(), match["unit"].lower().rstrip("s")
    days = _days(unit)
    if match["many"] or which in ("past", "the past", "the last") or days > DAYS["year"]:
        many = _count(match["many"]) if match["many"] else 1
        return Window(_back(on, days * many), on, "span", "since", *match.span())
    before = which != "this"
    if unit == "year":
        year = max(1, on.year - before)
        return Window(date(year, 1, 1), date(year, 12, 31), "year", "in", *match.span())
    if unit == "month":
        month = _back(on.replace(day=1), before)
        return Window(*of_month(month.year, month.month), "month", "in", *match.span())
    monday = _back(on, on.weekday() + 7 * before)
    return Window(monday, monday + timedelta(days=6), "span", "in", *match.span())


def _nearest(match: re.Match[str], on: date) -> Iterator[Window]:
    if match["season"]:
        first, last = _season(match["season"].lower(), on, match["which"].lower() == "last")
        how = "since" if match["which"].lower() == "since the" else "in"
        yield Window(first, last, "span", how, *match.span())
    elif match["yesterday"] or match["day"]:
        back = (on.weekday() - WEEKDAYS[match["day"]] - 1) % 7 + 1 if match["day"] else 1
        yield Window(_back(on, back), _back(on, back), "day", "in", *match.span())
    else:
        yield from _of_month(match, on)


def _of_month(match: re.Match[str], on: date) -> Iterator[Window]:
    month = month_of(match["m1"] or match["m2"] or match["m3"])
    year = on.year - (month > on.month or (match["how"].lower() == "last" and month == on.month))
    how = {"since": "since", "by": "by", "until": "before"}.get(match["how"].lower(), "in")
    first, last = of_month(max(1, year), month)
    day = int(match["d1"] or match["d2"] or 0)
    if not day:
        yield Window(first, last, "month", how, *match.span())
    elif day <= last.day:
        at = first.replace(day=day)
        yield Window(at, at, "day", how, *match.span())


def _season(name: str, on: date, ended: bool) -> tuple[date, date]:
    """Return the newest season of a name; with `ended` the newest that is over."""
    month = SEASONS[name]
    for year in (on.year, on.year - 1, on.year - 2):
        first = date(max(1, year), month, 1)
        over = month == SEASONS["winter"]
        end = date.max if over and first.year == date.max.year else _end(first, over)
        if first <= on and not (ended and end >= on):
            break
    return first, end


def _end(first: date, over: bool) -> date:
    return of_month(first.year + over, (first.month + 1) % 12 + 1)[1]


def _count(text: str) -> int:
    word = text.lower()
    return int(word) if word.isdigit() else SMALL.get(word) or TENS.get(word) or 1
