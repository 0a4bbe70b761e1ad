"""The page of measures: what each is, its unit, direction, absence, coverage, citation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules

from daylight import measures as package
from daylight.measures.coverage import spans as spans_of
from daylight.measures.measure import Measure
from daylight.measures.of_states import STATE_MEASURES
from daylight.store.atlas import current

from .markdown import DOCS, flat, grid, page

ABSENCES = {
    "structural_zero": "the source lists every case: no row means zero",
    "missing": "not known: no row does not mean zero",
}
FOLDS = {
    "same": "both directions are the same",
    "higher": "the higher of the two directions",
    "lower": "the lower of the two directions",
    "absolute": "the size of the difference",
    "known": "the higher of those that are known",
}


def measures_page() -> str:
    """List every measure: what it is, its unit, direction, absence, coverage and citation."""
    spans = spans_of(current())
    parts = [
        "A measure is one number for a pair of states and a year. `daylight panel` puts any of "
        "them in a column. *Folding* says how the two values of a directed measure become one "
        "when a pair has a single row. *Absence* says what it means that a pair has no row in a "
        "covered year. Outside the covered years there is no value at all "
        "(`outside_coverage`); nothing is filled in. A coded tie (table "
        "[`ties`](tables.md#ties)) is written out as zero where its source would list every "
        "case (table [`tie_cover`](tables.md#tie_cover)); elsewhere it is not known.",
        grid(
            ("measure", "title", "unit", "direction", "covered"),
            [
                (
                    f"[`{m.name}`](#{m.name})",
                    m.title,
                    m.unit,
                    "directed" if m.directed else "undirected",
                    years(m.name, spans),
                )
                for m in package.MEASURES
            ],
        ),
    ]
    homes = dict(_homes())
    sections = (measure_section(m, years(m.name, spans), homes[m.name]) for m in package.MEASURES)
    return page("Measures", *parts, *sections, *_of_states())


def _of_states() -> Iterator[str]:
    """List the measures of one state."""
    yield "## Measures of states"
    yield (
        "A measure of a state is one column in a frame of states and years "
        "(`daylight panel --unit state-year`), and two, `_a` and `_b`, in one of pairs."
    )
    for m in STATE_MEASURES:
        first, last = m.span(current())
        yield "\n".join(
            [
                f"### {m.name}",
                "",
                f"**{m.title}.** {flat(m.about)}",
                "",
                f"- Unit: {m.unit}",
                f"- Interval: {m.interval}",
                f"- Covered: {first}-{last}, table [`{m.table}`](tables.md#{m.table})",
                f"- Sources: {_sources(m.sources)}",
                f"- Citation: {m.citation}",
                f"- Formula: {_formula(m.method)}",
            ]
        )


def _sources(names: Iterable[str]) -> str:
    return ", ".join(f"[`{s}`](sources.md#{s})" for s in names)


def _formula(method: str) -> str:
    title = (DOCS / "methods" / f"{method}.md").read_text("utf-8").splitlines()[0]
    return f"[{title.removeprefix('# ')}](../methods/{method}.md)"


def years(name: str, spans: Mapping[str, tuple[int, int]]) -> str:
    """Return the covered years of a measure, or why there are none."""
    if name in spans:
        return "-".join(map(str, spans[name]))
    return "only with your own file" if package.measure(name).supplied else "not in this atlas"


def _homes() -> Iterator[tuple[str, str]]:
    """Name the file in which the row of each measure stands."""
    for info in iter_modules(package.__path__):
        module = import_module(f"{package.__name__}.{info.name}")
        for held in vars(module).values():
            if held is not package.MEASURES:
                rows = held if isinstance(held, tuple) else (held,)
                for m in rows:
                    if isinstance(m, Measure):
                        yield m.name, f"src/daylight/measures/{info.name}.py"


def measure_section(m: Measure, covered: str, file: str) -> str:
    """Return what there is to say of one measure; `file` is where its row stands."""
    way = f"directed, of a towards b; folded: {FOLDS[m.undirected]}" if m.directed else "undirected"
    return "\n".join(
        [
            f"## {m.name}",
            "",
            f"**{m.title}.** {flat(m.about)}",
            "",
            f"- Unit: {m.unit}",
            f"- Direction: {way}",
            f"- Absence: `{m.absence}`, {ABSENCES[m.absence]}",
            f"- Interval: {m.interval}",
            f"- Covered: {covered}, table [`{m.table}`](tables.md#{m.table})",
            f"- Sources: {_sources(m.rests_on)}",
            f"- Citation: {m.citation}",
            f"- Formula: {_formula(m.method)}; code: [`{file}`](../../{file})",
        ]
    )
