"""Ties that were like one, in plain lines."""

from __future__ import annotations

from daylight.analogies.records import Analogues, Profile
from daylight.analogies.words import about, became_text
from daylight.bonds.records import Quantity
from daylight.bonds.written import NO_POINT, place_text, spanned
from daylight.say.lines import row, wrap
from daylight.say.numbers import fixed
from daylight.store.schemas.ledgers import LEDGERS

INDENT, NAME, CELL = 2, 14, 17
HEADS = ("military", "political", "economic")
SIDES = (("cooperation", LEDGERS[::2]), ("conflict", LEDGERS[1::2]))


def lines(analogues: Analogues) -> list[str]:
    """Return the nearest profiles, the pair's own first."""
    a, b, year = analogues.a.name, analogues.b.name, analogues.profile_year
    out = wrap(f"PROFILE, {year}: points of 100, and place on the peace scale, with 90 % bands")
    out += row("", HEADS, NAME, CELL)
    out += _profile(f"{a}-{b} {year}", analogues.profile)
    out += ["", f"MOST ALIKE, none beyond {fixed(analogues.most, 0)} points"]
    if not analogues.nearest:
        out.append("none")
    for one in analogues.nearest:
        away = f", {fixed(one.distance, 1)} points away"
        out += _profile(f"{one.a.name}-{one.b.name} {one.year}", one.profile, away)
        out += wrap("; ".join(became_text(later) for later in one.later), INDENT, INDENT)
    return [*out, "", *wrap(about(analogues.error))]


def _profile(title: str, profile: Profile, away: str = "") -> list[str]:
    out = wrap(f"{title}: {profile.word}{away}", 0, INDENT)
    for side, names in SIDES:
        cells = (_written(profile.ledgers[name]) for name in names)
        out += row(f"{' ' * INDENT}{side}", cells, NAME, CELL)
    place = profile.place
    return [*out, *wrap(f"place {place_text(place, '-') if place.lo is not None else '-'}", INDENT)]


def _written(q: Quantity) -> str:
    """Write points with their band, of those too unsure for a number the band alone, or a dash."""
    return "-" if q.lo is None else spanned(q, "-").removesuffix(NO_POINT)
