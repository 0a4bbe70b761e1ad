"""Analogues in plain text."""

from __future__ import annotations

from daylight.bonds.analogues import Analogues
from daylight.core.text import wrap
from daylight.measures.numbers import fixed

NAME, CELL = 40, 12


def render(found: Analogues) -> str:
    """Return the nearest profiles as text for a terminal."""
    title = f"Ties most like {found.a.name} and {found.b.name} in {found.year}, none later"
    lines = [*wrap(title), "", f"{'':{NAME}}" + "".join(f"{d:<{CELL}}" for d in found.dimensions)]
    own = f"{found.a.code}-{found.b.code} {found.year}"
    lines.append(_row(own, found.levels, found.dimensions))
    for one in found.found:
        name = f"{one.a.name}-{one.b.name} {one.year}"
        lines.append(_row(name[: NAME - 1], one.levels, found.dimensions))
    text = (
        f"Latent levels in standard deviations of all pairs since 1946, each from what was known "
        f"in its year. The pair's own are known to about {fixed(found.error, 1)}; nearer than "
        f"that, analogues cannot be told apart. A like profile is no forecast."
    )
    return "\n".join([*lines, "", *wrap(text)])


def _row(name: str, levels: dict[str, float], dimensions: tuple[str, ...]) -> str:
    cells = "".join(f"{fixed(levels[d], 1):<{CELL}}" for d in dimensions)
    return f"{name:{NAME}}{cells}".rstrip()
