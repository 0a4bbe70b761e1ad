"""How far two ties are apart: on the ledgers and the peace scale, in points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

from daylight.bonds.cases import Case
from daylight.bonds.read import UNPUBLISHED
from daylight.bonds.records import Quantity, Relationship
from daylight.measures.ledgers import PLACES
from daylight.store.schemas.ledgers import ANGLE_STEP, LEDGERS, POINT_STEP

PLACE = "place"
SEVERE, LESSER, NEGATIVE, WARM, BEST = (100 * float(place) for place in PLACES)


def compared(own: Case, stands: Relationship) -> dict[str, Quantity]:
    """Return what has a number in a profile: ledgers in points, and the place of 100."""
    found: dict[str, Quantity] = {
        name: own.ledgers[name] for name in LEDGERS if own.ledgers[name].value is not None
    }
    q = stands.place
    if q.value is not None and q.lo is not None and q.hi is not None:
        found[PLACE] = Quantity(100 * q.value, 100 * q.lo, 100 * q.hi, q.status)
    return found


def expressions(names: Sequence[str]) -> dict[str, str]:
    """Return what is compared as SQL expressions of the columns of ``ledgers``, in points."""
    found = {name: f"{name} * {POINT_STEP}" for name in names if name != PLACE}
    if PLACE in names:
        found[PLACE] = _place()
    return found


def _place() -> str:
    """Return the expected place, of 100, from the stored angles of the chances.

    A chance is the square of the sine of its angle, which is half of one less the cosine of twice
    the angle.
    """
    severe, rivalry, warm, best = (
        f"(0.5 - 0.5 * cos({name} * {2 * ANGLE_STEP}))"
        for name in ("severe", "rivalry", "warm", "community")
    )
    severe, best = f"least({severe}, {rivalry})", f"least({best}, {warm})"
    return (
        f"{SEVERE} * {severe} + {LESSER} * ({rivalry} - {severe}) "
        f"+ {NEGATIVE} * greatest(0, 1 - {rivalry} - {warm}) "
        f"+ {WARM} * ({warm} - {best}) + {BEST} * {best}"
    )


def of_like_status(profile: Mapping[str, Quantity]) -> str:
    """Return the condition that a year is known as the profile is, or better.

    A ledger that is seen in the profile is seen in the year. One that is carried may be carried,
    where its band is not too wide for a number.
    """
    parts = []
    for name in profile:
        if name == PLACE:
            continue
        seen = f"{name}_lo IS NULL"
        narrow = f"{name}_hi - {name}_lo <= {round(UNPUBLISHED / POINT_STEP)}"
        parts.append(seen if profile[name].status == "observed" else f"({seen} OR {narrow})")
    return " AND ".join(parts) or "true"


def error(profile: Mapping[str, Quantity]) -> float:
    """Return the root mean square of half the widths of the bands of a profile, in points."""
    return sqrt(sum((q.width / 2) ** 2 for q in profile.values()) / len(profile))
