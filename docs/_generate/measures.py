"""The page of measures: what each is, its unit, direction, absence, coverage, citation."""

from __future__ import annotations

from collections.abc import Mapping

from daylight.measures import MEASURES
from daylight.measures.measure import Measure
from daylight.store.atlas import current
from daylight.store.schemas import SUPPLIED, table

from .markdown import ROOT, grid, page

METHODS = {
    "votes": ("similarity", "UN votes"),
    "alliances": ("alliances", "alliances"),
    "trade": ("trade", "trade"),
    "bloc_spells": ("blocs", "blocs"),
    "ideal_points": ("ideal-points", "ideal points"),
    "igo_members": ("organisations", "organisations"),
    "regimes": ("visits-and-regimes", "visits and regimes"),
}
"""Page and words by table."""
TOPICS = {
    ("cosponsorship", "co-sponsorship"): ("cosponsorship",),
    ("defence-cooperation", "defence cooperation"): ("defence_cooperation",),
    ("disputes", "disputes, crises and rivalries"): (
        "crises",
        "disputes",
        "rivalry",
        "same_side_disputes",
        "shared_rivals",
    ),
    ("energy-and-investment", "energy, investment and aid"): (
        "aid_dependence",
        "chinese_finance",
        "energy_dependence",
        "exit_cost",
        "fdi_stock",
        "investment_treaty",
    ),
    ("forces-and-arms", "troops, exercises, nuclear cooperation and arms"): (
        "arms_dependence",
        "arms_transfers",
        "joint_exercises",
        "nuclear_cooperation",
        "us_troops",
    ),
    ("sanctions", "sanctions"): ("sanctions",),
    ("trade-agreements", "trade agreements"): (
        "economic_integration",
        "trade_agreement",
        "trade_agreement_depth",
    ),
    ("visits-and-regimes", "visits and regimes"): (
        "leader_visits",
        "verbal_cooperation",
    ),
}
"""Measures by page and words, where the table does not settle it."""
OWN = {measure: page for page, measures in TOPICS.items() for measure in measures}
INTERVALS = {
    "votes": "sampling of roll calls",
    "trade": "rounding, levelling, GDP, totals",
    "alliances": "coded fact: its ends equal the value",
    "bloc_spells": "coded fact: its ends equal the value",
    "igo_members": "coded fact: its ends equal the value",
    "regimes": "none: the file has no error of the index, and its ends equal the value",
    "ties": "coded fact: its ends equal the value",
    "ideal_points": "posterior of both positions, folded at zero",
}
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
    spans = current().spans()
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
                for m in MEASURES
            ],
        ),
    ]
    return page("Measures", *parts, *(_measure(m, years(m.name, spans)) for m in MEASURES))


def years(name: str, spans: Mapping[str, tuple[int, int]]) -> str:
    """Return the covered years of a measure, or why there are none."""
    if name in spans:
        return "-".join(map(str, spans[name]))
    return "only with your own file" if name in SUPPLIED else "not in this atlas"


def _measure(m: Measure, covered: str) -> str:
    module = f"src/daylight/measures/{m.name}.py"
    text = (ROOT / module).read_text("utf-8").split('"""')[1]
    way = f"directed, of a towards b; folded: {FOLDS[m.undirected]}" if m.directed else "undirected"
    formula = OWN.get(m.name) or METHODS.get(m.table)
    sources = ", ".join(f"[`{s}`](sources.md#{s})" for s in m.sources or table(m.table).sources)
    where = f"Formula: [{formula[1]}](../methods/{formula[0]}.md); code" if formula else "Code"
    return "\n".join(
        [
            f"## {m.name}",
            "",
            f"**{m.title}.** {' '.join(text.split())}",
            "",
            f"- Unit: {m.unit}",
            f"- Direction: {way}",
            f"- Absence: `{m.absence}`, {ABSENCES[m.absence]}",
            f"- Interval: {INTERVALS.get(m.table, 'see the code')}",
            f"- Covered: {covered}, table [`{m.table}`](tables.md#{m.table})",
            f"- Sources: {sources}",
            f"- Citation: {m.citation}",
            f"- {where}: [`{module}`](../../{module})",
        ]
    )
