"""Ties that were like one, in plain lines."""

from __future__ import annotations

from typing import Any

from daylight.analogies.distance import PLACE
from daylight.analogies.records import Analogues, Profile
from daylight.analogies.words import about, became_text
from daylight.bonds.records import Quantity
from daylight.bonds.written import NO_NUMBER, whole
from daylight.ledgers.item import LEDGERS
from daylight.say.lines import row, wrap
from daylight.say.numbers import fixed

NAME, CELL, INDENT = 32, 12, 4
HEADS = ("military", "political", "economic", "place")


def lines(analogues: Analogues) -> list[str]:
    """Return the nearest profiles, the pair's own first."""
    a, b = analogues.a.name, analogues.b.name
    out = [f"PROFILE, {analogues.profile_year}: cooperation / conflict, points of 100"]
    out += row("", HEADS, NAME, CELL)
    out += _rows(f"{a}-{b} {analogues.profile_year}", analogues.profile, "")
    out += ["", f"MOST ALIKE, none beyond {fixed(analogues.most, 0)} points"]
    if not analogues.nearest:
        out.append("none")
    for one in analogues.nearest:
        title = f"{one.a.name}-{one.b.name} {one.year}"
        out += _rows(title, one.profile, f"{fixed(one.distance, 1)} points away")
        out += wrap("; ".join(became_text(later) for later in one.later), INDENT, 2)
    return [*out, "", *wrap(about(analogues.error))]


def _rows(title: str, profile: Profile, distance: str) -> list[str]:
    first = f"{title}: {profile.word}"
    out = wrap(first, 0, INDENT)
    return [*out, *row(f"    {distance}", cells(profile), NAME, CELL)]


def cells(profile: Profile) -> tuple[str, ...]:
    """Return the numbers of a profile in short: ``22 / 2`` for a dimension, and the place."""
    texts = [short(profile.ledgers[name]) for name in LEDGERS]
    pairs = (f"{one} / {other}" for one, other in zip(texts[::2], texts[1::2], strict=True))
    place = profile.place.value
    return *pairs, "-" if place is None else fixed(place, 2)


def short(q: Quantity) -> str:
    """Return points without their band, which the JSON and the frame have, or a dash."""
    return "-" if q.value is None or q.status in NO_NUMBER else whole(q.value)


def columns(analogues: Analogues) -> dict[str, list[Any]]:
    """Return one row for each pair, the one asked about first."""
    rows = analogues.nearest
    profiles = [analogues.profile, *(one.profile for one in rows)]
    found: dict[str, list[Any]] = {
        "a": [analogues.a.code, *(one.a.code for one in rows)],
        "b": [analogues.b.code, *(one.b.code for one in rows)],
        "year": [analogues.profile_year, *(one.year for one in rows)],
        "word": [p.word for p in profiles],
    }
    for name in LEDGERS:
        for end, part in (("", "value"), ("_lo", "lo"), ("_hi", "hi")):
            found[f"{name}{end}"] = [getattr(p.ledgers[name], part) for p in profiles]
    found[PLACE] = [p.place.value for p in profiles]
    found["distance"] = [0.0, *(one.distance for one in rows)]
    return found
