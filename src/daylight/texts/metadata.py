"""What a page says of itself in its head: title, writer, date, what it is about."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from daylight.core.errors import BadInput
from daylight.core.partial import PartialDate
from daylight.texts.fold import fold
from daylight.texts.markup import tokens

TAG, JSON = 5_000, 500_000
"""Most characters of a tag, and of a record within a script, that are read."""
RECORDS = 200
"""Records within scripts that are looked through."""
TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
WRITERS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
DATES = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date",
    "dc.date.issued", "pubdate", "publishdate", "publish_date", "publication_date", "ptime",
    "parsely-pub-date", "sailthru.date", "article.published", "citation_publication_date",
    "displaydate",
)  # fmt: skip
ABOUT = ("og:description", "description", "twitter:description")
_ATTRIBUTE = re.compile(
    r"""([A-Za-z:_-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
)
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)|(\d{4})-(\d\d)(?![\d-])")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; nothing where it does not."""

    titles: tuple[str, ...]
    writer: str | None
    date: PartialDate | None
    about: tuple[str, ...]


def metadata(page: str) -> Metadata:
    """Return what a page says of itself."""
    named: dict[str, str] = {}
    records: list[dict[str, Any]] = []
    titles: list[str] = []
    times: list[str] = []
    last = ("", "")
    for token in tokens(page):
        if token.kind == "open" and token.name in ("meta", "time", "script"):
            own = attributes(page[token.start : min(token.end, token.start + TAG)])
            if token.name == "meta":
                name = own.get("property") or own.get("name") or own.get("itemprop") or ""
                named.setdefault(name.lower(), fold(own.get("content", "")))
            elif token.name == "time" and "datetime" in own:
                times.append(own["datetime"])
            last = (token.name, own.get("type", ""))
        elif token.kind == "unseen" and last[0] == "script" and "ld+json" in last[1]:
            records += _records(page[token.start : token.end])
        elif token.kind == "text" and last[0] == "title":
            titles.append(fold(html.unescape(page[token.start : token.end])))
            last = ("", "")
        elif token.name == "title":
            last = (token.name if token.kind == "open" and not titles else "", "")
    told = [_text(one.get("headline")) for one in records]
    dates = [named.get(name) for name in DATES] + [_text(o.get("datePublished")) for o in records]
    writers = [named.get(name) for name in WRITERS] + [_writers(o.get("author")) for o in records]
    return Metadata(
        tuple(t for t in [*(named.get(n) for n in TITLES), *told, *titles[:1]] if t),
        next((w for w in writers if w and "://" not in w and len(w) < 200), None),
        next((d for d in map(_date, [*dates, *times[:1]]) if d), None),
        tuple(text for name in ABOUT if (text := named.get(name))),
    )


def attributes(tag: str) -> dict[str, str]:
    """Return the attributes of a tag."""
    return {
        m[1].lower(): html.unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(tag)
    }


def _records(text: str) -> list[dict[str, Any]]:
    """Return the records of an article in a script; none where they cannot be read."""
    if len(text) > JSON:
        return []
    try:
        read = json.loads(text.strip().removeprefix("<!--").removesuffix("-->"))
    except (ValueError, RecursionError):
        return []
    return [one for one in _flat(read) if "headline" in one or "datePublished" in one]


def _flat(read: Any) -> Iterator[dict[str, Any]]:
    waiting = [read]
    for _ in range(RECORDS):
        if not waiting:
            return
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting += one[:RECORDS]
        elif isinstance(one, dict):
            yield one
            waiting += [one["@graph"]] if "@graph" in one else []


def _text(value: Any) -> str | None:
    return fold(html.unescape(value)) if isinstance(value, str) else None


def _writers(value: Any) -> str | None:
    found = value if isinstance(value, list) else [value]
    names = [_text(one.get("name") if isinstance(one, dict) else one) for one in found[:10]]
    return ", ".join(name for name in names if name) or None


def _date(text: str | None) -> PartialDate | None:
    match = _DAY.match((text or "").strip())
    if not match:
        return None
    parts = [part for part in match.groups() if part]
    try:
        return PartialDate.read("-".join(parts))
    except BadInput:
        return None
