"""Parts of pages: what bonds, latent levels and dependence are made of."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from daylight.bonds.components import COMPONENTS, DIMENSIONS
from daylight.bonds.dependence import PARTS
from daylight.bonds.made_of import comparable
from daylight.stats.factor.model import LEAST, MOST
from daylight.store.atlas import current
from daylight.store.schemas import SD_STEP

from .markdown import grid
from .measures import FOLDS, years

COUNTS = {1: "for", -1: "against"}


def _link(measure: str) -> str:
    return f"[`{measure}`](../reference/measures.md#{measure})"


def components() -> str:
    """List the components of the bond with weights, signs, years and reasons."""
    spans = current().spans()
    rows = [
        (
            c.dimension,
            _link(c.measure),
            f"{c.weight:g}",
            COUNTS[c.sign],
            "yes" if c.required else "no",
            FOLDS[c.fold] if c.fold != "same" else "-",
            years(c.measure, spans),
            c.reason,
        )
        for c in COMPONENTS
    ]
    head = ("dimension", "measure", "weight", "counts", "required", "of two directions", "years")
    return grid((*head, "why"), rows)


def loadings() -> str:
    """List the loadings of the latent levels, and which of them stand at a bound."""
    rows = current().rows("loadings")
    signs = {c.measure: c.sign for c in COMPONENTS}
    order = {d: k for k, d in enumerate(DIMENSIONS)}
    names = ("dimension", "measure", "loading", "communality", "categories")
    found = sorted(
        zip(*(rows[n].tolist() for n in names), strict=True), key=lambda r: (order[r[0]], -r[2])
    )
    return grid(
        ("dimension", "component", "loading", "share carried", "categories"),
        [
            (d, _link(m), f"{x:.2f}{_bound(x, signs[m])}", f"{share:.2f}", n)
            for d, m, x, share, n in found
        ],
    )


def _bound(loading: float, sign: int) -> str:
    """Name the bound at which a loading stands: it is a choice then, and no estimate."""
    size = abs(loading)
    if abs(size - MOST) < 1e-3:
        return " (at most)"
    return " (at least)" if abs(size - LEAST[sign]) < 1e-3 else ""


def level_list() -> str:
    """List the fit of each dimension, and how well levels are known."""
    rows = current().rows("loadings")
    fits = dict(
        zip(
            rows["dimension"].tolist(),
            zip(*(rows[n].tolist() for n in ("steadiness", "strain", "converged")), strict=True),
            strict=True,
        )
    )
    out = []
    for d in DIMENSIONS:
        if d not in fits:
            continue
        steadiness, strain, converged = fits[d]
        held = current().rows("levels", "dimension = ?", (d,))
        sds = held["sd"] * SD_STEP
        years = f"{held['year'].min()}-{held['year'].max()}"
        out.append(
            (d, years, f"{len(sds):,}", f"{steadiness:.3f}", f"{strain:.2f}",
             f"{median(sds.tolist()):.2f}", f"{100 * (sds < 0.5).mean():.0f} %",
             "yes" if converged else "**no**")
        )  # fmt: skip
    head = ("dimension", "years", "levels", "steadiness", "strain", "median sd", "sd below 0.5")
    return grid((*head, "converged"), out)


def dependence_parts() -> str:
    """List what dependence is made of."""
    spans = current().spans()
    return grid(
        ("measure", "weight", "years", "why"),
        [(_link(p.measure), f"{p.weight:g}", years(p.measure, spans), p.reason) for p in PARTS],
    )


def same_years() -> str:
    """List, by dimension, the years whose index is made of the same as the last one's."""
    spans = current().spans()
    rows = []
    for d in DIMENSIONS:
        parts = [_Part(c.weight, spans.get(c.measure, (0, -1))) for c in COMPONENTS
                 if c.dimension == d]  # fmt: skip
        first, last = spans[d]
        same = [y for y in range(first, last + 1) if comparable(parts, y, last)]
        rows.append((d, f"{first}-{last}", last, _runs(same)))
    return grid(("dimension", "index", "last year", "years made of the same"), rows)


@dataclass(frozen=True, slots=True)
class _Part:
    weight: float
    covered: tuple[int, int]


def _runs(years: list[int]) -> str:
    """Write years as runs: 1950-1980, 1990."""
    starts = [y for y in years if y - 1 not in years]
    ends = [y for y in years if y + 1 not in years]
    runs = zip(starts, ends, strict=True)
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
