"""Addresses of pages: ``/pair/RUS-IRN/2017-02-01`` and back to the question that it asks.

A page has one address: other spellings of states and dates lead there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from daylight.catalogue import by_name
from daylight.core.errors import UnknownName
from daylight.core.question import Question

KINDS: dict[str, tuple[str, int]] = {
    "pair": ("brief", 2), "brief": ("brief", 3), "triad": ("wedge", 3), "bond": ("bond", 2),
    "resilience": ("resilience", 2), "votes": ("divergence", 2), "shared-blocs": ("bloc_ties", 2),
    "analogues": ("analogues", 2), "exposure": ("exposure", 2), "state": ("partners", 1),
    "sphere": ("sphere", 1), "bloc": ("bloc", 0), "blocs": ("blocs", 0),
    "compare": ("compare", 0),
}  # fmt: skip
"""Pages by the first word of their address: the question, and how many states stand in it."""
ENDINGS = {"json": "application/json", "csv": "text/csv; charset=utf-8", "svg": "image/svg+xml",
           "txt": "text/plain; charset=utf-8", "png": "image/png",
           "parquet": "application/vnd.apache.parquet"}  # fmt: skip
"""What a page can be had as, by the ending of its address."""
FORMATS = {"txt": "text"}
PART = re.compile(r"(?:gw|cow)-\d+|[^-]+", re.IGNORECASE)
TOGETHER = "~"
MOST_TOGETHER = 6


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a page, as it was written.

    Attributes
    ----------
    kind : str
        One of :data:`KINDS`.
    subject : str
        States, or a bloc; empty for none.
    day : str or None
        The date; None for the newest.
    ending : str
        One of :data:`ENDINGS`; empty for the page itself.
    """

    kind: str
    subject: str
    day: str | None
    ending: str = ""

    @property
    def question(self) -> Question:
        """The question that it asks."""
        found = by_name(KINDS[self.kind][0])
        assert found is not None  # a test holds that every kind has its question
        return found

    def path(self) -> str:
        """Return it as a path."""
        parts = [quote(part) for part in (self.kind, self.subject, self.day) if part]
        ending = f".{self.ending}" if self.ending else ""
        return f"/{'/'.join(parts)}{ending}"


def address(kind: str, rest: str) -> Address:
    """Read an address from its first word and what follows.

    Raises
    ------
    UnknownName
        When there is no such page.
    """
    if kind not in KINDS:
        raise UnknownName(f"There is no page {kind!r}; there are: {', '.join(KINDS)}.")
    stem, dot, ending = rest.rpartition(".")
    if not dot or ending not in ENDINGS:
        stem, ending = rest, ""
    parts = [part for part in stem.split("/") if part]
    takes = kind != "blocs"
    if len(parts) > 1 + takes or len(parts) < takes:
        form = "/{}/DATE" if not takes else "/{}/SUBJECT/DATE"
        raise UnknownName(f"No page has this address; write {form.format(kind)}.")
    subject = parts[0] if takes else ""
    day = parts[takes] if len(parts) > takes else None
    return Address(kind, subject, day, ending)


def states(address: Address) -> tuple[str, ...]:
    """Return the states that an address names.

    Raises
    ------
    UnknownName
        When it names another number than such a page takes.
    """
    many = KINDS[address.kind][1]
    found = tuple(_coded(part) for part in PART.findall(address.subject))
    if address.kind == "brief" and len(found) == 2:
        return found
    if len(found) != many:
        raise UnknownName(
            f"A page {address.kind} names {many} states, as in /{address.kind}/"
            f"{'-'.join(('RUS', 'IRN', 'USA')[:many])}; this one names {len(found)}."
        )
    return found


def pairs(address: Address) -> list[tuple[str, str]]:
    """Return the pairs of a page that compares.

    Raises
    ------
    UnknownName
        When a part is no pair, or there are too many.
    """
    groups = [PART.findall(group) for group in address.subject.split(TOGETHER)]
    if len(groups) > MOST_TOGETHER or any(len(group) != 2 for group in groups):
        raise UnknownName(
            f"A comparison names up to {MOST_TOGETHER} pairs, as in /compare/RUS-IRN~RUS-BLR."
        )
    return [(_coded(a), _coded(b)) for a, b in groups]


def _coded(part: str) -> str:
    """Turn ``cow-260`` into ``COW:260``."""
    head, dash, number = part.partition("-")
    return f"{head.upper()}:{number}" if dash else part


def join(states: Iterable[object]) -> str:
    """Return the codes of states with hyphens between them."""
    return "-".join(str(getattr(state, "code", state)) for state in states)
