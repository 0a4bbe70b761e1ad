"""What is said of ties side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from daylight.core.refs import StateRef
from daylight.core.said import Finding, Summary
from daylight.say.lines import listed
from daylight.say.numbers import percent

Pairs = Sequence[tuple[StateRef, StateRef]]
Chances = Mapping[str, tuple[float | None, ...]]


def summary(pairs: Pairs, year: int, chances: Chances) -> Summary:
    """Say how surely the first tie is stronger than each other one."""
    findings = tuple(_findings(pairs, year, chances))
    return Summary(f"{findings[0].text}.", findings)


def _findings(pairs: Pairs, year: int, chances: Chances) -> Iterator[Finding]:
    first, *others = (f"{a.name}-{b.name}" for a, b in pairs)
    for k, other in enumerate(others):
        known = {d: row[k] for d, row in chances.items() if row[k] is not None}
        said = [f"{percent(p or 0.0)} % in the {d} dimension" for d, p in known.items()]
        pointers = tuple(f"/stronger/{d}/{k}" for d in known or chances)
        if not said:
            text = (
                f"There is no latent level in {year} to tell whether {first} or {other} was the "
                f"stronger tie"
            )
        else:
            text = (
                f"That {first} was a stronger tie than {other} in {year} has a chance of "
                f"{listed(said)}, by latent level"
            )
        yield Finding("stronger", text, pointers)
