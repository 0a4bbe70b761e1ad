"""What limits the lists of a state's relations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daylight.bonds.cases import Case
from daylight.bonds.written import named
from daylight.core.refs import StateRef
from daylight.core.said import Caveat
from daylight.dependence.newest import YEARS_BACK
from daylight.measures import measure
from daylight.measures.plausible import beyond_whole, beyond_whole_text
from daylight.partnerships.points import CONFLICT
from daylight.partnerships.ranked import conflict_of
from daylight.partnerships.records import Lopsided
from daylight.partnerships.words import Lists, unsure
from daylight.say.lines import capital, listed

WHOLE_OF_GDP = "trade_dependence"
MISLEADS = {
    "open_registry": "ships under a flag of convenience",
    "passes_through": "goods that pass through",
    "tiny": "an economy that one delivery moves",
}
"""Traps of a dependence that are said of a state; trade beyond GDP is said with its number."""


def caveats(
    cases: Sequence[Case], year: int, lists: Lists, leaning: int | None
) -> Iterator[Caveat]:
    """Say what the lists leave out, and where sources end before the date."""
    if lists[0].of is None:
        yield Caveat("coverage", f"No lists of {year}.", ("/closest", "/hostile"))
    gone = [named(name) for name in CONFLICT if name not in conflict_of(cases)] if cases else []
    if gone:
        text = f"{capital(listed(gone))} of {year} is in no source: hostility is told without it."
        yield Caveat("coverage", text, ("/hostile",))
    for finding in unsure(lists):
        yield Caveat("coverage", f"{finding.text}.", finding.evidence)
    if any(tie.status == "carried" for ranking in lists for tie in ranking.ties):
        text = (
            f"Where a source has ended or has a hole, the last value seen is carried to {year}, "
            f"for all pairs alike; the bands hold that."
        )
        yield Caveat("coverage", text, ("/closest", "/hostile"))
    if leaning is None or leaning < year:
        yield Caveat("coverage", _trade(year, leaning), ("/dependent_on", "/depended_on_by"))
    yield Caveat(
        "model",
        "The chance of rivalry is no forecast of force: nearness alone tells more.",
        ("/hostile",),
    )


def _trade(year: int, leaning: int | None) -> str:
    if leaning is None:
        return f"Most of its trade by partner is not observed in the {YEARS_BACK} years to {year}."
    return (
        f"Most of its trade by partner is observed to {leaning}; nothing is carried on to {year}."
    )


def implausible(
    state: StateRef, on: Sequence[Lopsided], by_it: Sequence[Lopsided]
) -> Iterator[Caveat]:
    """Say where what one side trades with the other is more than its whole GDP."""
    for name, ties in (("dependent_on", on), ("depended_on_by", by_it)):
        for k, tie in enumerate(ties):
            ways = (("leans", state, tie.state), ("leant_on", tie.state, state))
            for way, one, other in ways:
                estimate = getattr(tie, way).parts[WHOLE_OF_GDP]
                if beyond_whole(estimate):
                    title = measure(WHOLE_OF_GDP).title
                    text = beyond_whole_text(title, one.name, other.name, estimate)
                    yield Caveat("data", text, (f"/{name}/{k}/{way}/parts/{WHOLE_OF_GDP}",))


def misleading(
    state: StateRef, on: Sequence[Lopsided], by_it: Sequence[Lopsided]
) -> Iterator[Caveat]:
    """Say of which states trade over GDP does not mean what it seems to, and why."""
    found: dict[str, list[str]] = {}
    places: list[str] = []
    for name, ties in (("dependent_on", on), ("depended_on_by", by_it)):
        for k, tie in enumerate(ties):
            for way, one in (("leans", state), ("leant_on", tie.state)):
                traps = [trap for trap in getattr(tie, way).traps if trap in MISLEADS]
                if not traps:
                    continue
                names = found.setdefault(traps[0], [])
                if one.name not in names:
                    names.append(one.name)
                places.append(f"/{name}/{k}/{way}/traps")
    if found:
        parts = [
            f"{listed(found[trap])} ({why})" for trap, why in MISLEADS.items() if trap in found
        ]
        yield Caveat("data", f"Trade over GDP misleads for {listed(parts)}.", tuple(places))
