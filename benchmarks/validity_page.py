"""The figures of a run as tables, and the page with its marked blocks filled."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from validity_verdict import differs, verdict

BLOCK = re.compile(r"(<!-- validity: ([\w-]+) -->\n).*?(<!-- end -->)", re.S)
Figures = Mapping[str, Any]
WHY = {
    "heldout": "is not surely better at left-out components",
    "next": "does not win more outcomes of the next years",
    "early": "does worse after 1995 with parameters of the years before",
}
"""Conditions of the level as default, by name: what to say of one that fails."""
DIMENSIONS = ("military", "political", "economic")


def fill(text: str, blocks: Mapping[str, str]) -> str:
    """Return a page with the text between its marks replaced; a mark without block is an error."""
    return BLOCK.sub(lambda m: f"{m[1]}{blocks[m[2]]}\n{m[3]}", text)


def blocks(figures: Figures) -> dict[str, str]:
    """Return the blocks that are made of the figures."""
    return {
        "run": _run(figures),
        "verdict": _verdict(figures),
        "indicators": _indicators(figures),
        **{f"heldout-{d}": _heldout(figures, d) for d in DIMENSIONS},
        **{f"next-{w}": _next(figures, w) for w in ("all", "contact")},
        "leak": _leak(figures),
        "spread": _spread(figures),
        "largest": _largest(figures),
        "convergent": _convergent(figures),
        "sensitivity": _sensitivity(figures),
    }


def _grid(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(str(c) for c in line)} |" for line in lines)


def _span(x: Sequence[float], digits: int = 2) -> str:
    return f"{x[0]:.{digits}f} ({x[1]:.{digits}f} to {x[2]:.{digits}f})"


def _change(x: Sequence[float]) -> str:
    text = f"{x[0]:+.3f} ({x[1]:+.3f} to {x[2]:+.3f})"
    return f"**{text}**" if differs(x) else text


def _run(figures: Figures) -> str:
    return f"Atlas `{figures['atlas']}`, years to {figures['last']}."


def _verdict(figures: Figures) -> str:
    rows = []
    for d in DIMENSIONS:
        v = verdict(figures, d)
        rows.append((
            d, v["heldout"], _score(v["components"]), _score(v["next"]), _score(v["contact"]),
            _score(v["memory"]), f"{v['lead']:+.3f}", f"{v['early']:+.3f}", f"**{v['default']}**",
        ))  # fmt: skip
    head = (
        "dimension", "left-out mean", "left-out components", "next years, all pairs",
        "next years, in contact", "both, against the five-year index",
        "level less index after 1995", "the same, early parameters", "default by the rule",
    )  # fmt: skip
    text = " ".join(_sentence(d, verdict(figures, d)) for d in DIMENSIONS)
    return f"{_grid(head, rows)}\n\n{text}"


def _sentence(dimension: str, found: Mapping[str, Any]) -> str:
    if found["default"] == "level":
        return (f"**{dimension.capitalize()}: the level predicts better by all three conditions; "
                f"the default should be reconsidered.**")  # fmt: skip
    fails = [WHY[name] for name, met in found["conditions"].items() if not met]
    return f"**{dimension.capitalize()}: the index stays**, since the level {'; '.join(fails)}."


def _score(found: Mapping[str, int]) -> str:
    return f"{found['level']} : {found['index']} : {found['neither']}"


def _indicators(figures: Figures) -> str:
    head = ("dimension", "measure", "weight in the index", "loading", "loading to 1995",
            "share of the level's information", "covered")  # fmt: skip
    rows = []
    for r in figures["indicators"]:
        early = figures["leak"]["loadings"][r["dimension"]].get(r["measure"])
        rows.append((
            r["dimension"], f"`{r['measure']}`", f"{r['weight']:g}", _number(r["loading"]),
            _number(early), f"{100 * (r['share'] or 0):.0f} %",
            f"{r['start']}-{r['end']}" if r["start"] else "not in this atlas",
        ))  # fmt: skip
    rest = [
        f"{d}: steadiness {x['steadiness']:.3f}, strain {x['strain']:.1f}"
        for d, x in figures["model"].items()
    ]
    return f"{_grid(head, rows)}\n\n{'; '.join(rest).capitalize()}."


def _number(x: float | None) -> str:
    return "-" if x is None else f"{x:.2f}"


def _heldout(figures: Figures, dimension: str) -> str:
    head = ("left out", "years", "index", "index, five years", "level", "level less index",
            "level less five years")  # fmt: skip
    rows = []
    for name, r in figures["heldout"][dimension].items():
        label = "**mean**" if name == "mean" else f"`{name}`"
        rows.append((label, r["years"], *_scores(r)))
    return _grid(head, rows)


def _scores(r: Mapping[str, Any]) -> tuple[str, ...]:
    spans = (_span(r[n]) for n in ("index", "memory", "level"))
    return (*spans, _change(r["level-index"]), _change(r["level-memory"]))


def _next(figures: Figures, within: str) -> str:
    head = ("outcome", "by the dimension", "events", "pair-years", "index", "index, five years",
            "level", "level less index", "level less five years")  # fmt: skip
    rows = [
        (r["outcome"], r["dimension"], _count(r["events"]), _count(r["cases"]), *_scores(r))
        for r in figures["next"]
        if r["within"] == within
    ]
    return _grid(head, rows)


def _count(n: int | None) -> str:
    return "-" if n is None else f"{n:,}"


def _leak(figures: Figures) -> str:
    head = ("outcome after 1995", "by the dimension", "index", "level",
            "level, parameters to 1995")  # fmt: skip
    rows = [
        (r["outcome"], r["dimension"], *(_span(r[n]) for n in ("index", "level", "early")))
        for r in figures["leak"]["rows"]
    ]
    return _grid(head, rows)


def _spread(figures: Figures) -> str:
    head = ("dimension", "years", "ties in the index", "half are below", "75 %", "90 %", "99 %",
            "more than 20 points", "rank correlation, mean (least to most)")  # fmt: skip
    rows = []
    for d, r in figures["differences"]["spread"].items():
        years = f"{r['years'][0]}-{r['years'][1]}, every {r['years'][2]}"
        for label, name in (("as shown, at the bottom", "shown"), ("in the middle", "middle")):
            x = r[name]
            rows.append((d, years, label, *x[:4], f"{x[4]:.1f} %", _span(r["spearman"])))
    return _grid(head, rows)


def _largest(figures: Figures) -> str:
    head = ("pair", "dimension", "year", "index", "level", "why")
    rows = [
        (r["pair"], r["dimension"], r["year"], f"{r['index']:.0f}", f"{r['level']:.0f}", r["why"])
        for r in figures["differences"]["largest"]
    ]
    return _grid(head, rows)


def _convergent(figures: Figures) -> str:
    head = ("one", "other", "index", "level")
    rows = [
        (r["one"], r["two"] if r["two"] in DIMENSIONS else f"`{r['two']}`",
         _span(r["index"]), _span(r["level"]))
        for r in figures["convergent"]
    ]  # fmt: skip
    return _grid(head, rows)


def _sensitivity(figures: Figures) -> str:
    head = ("dimension", "drawn weights: half are above", "95 % are above", "lowest of all",
            "equal weights", "without the component that matters most")  # fmt: skip
    rows = [
        (d, *(f"{x:.3f}" for x in r["drawn"]), f"{r['equal']:.3f}",
         f"`{r['without'][0]}`: {r['without'][1]:.3f}")
        for d, r in figures["sensitivity"].items()
    ]  # fmt: skip
    return _grid(head, rows)
