"""What is said of a state's relations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daylight.bonds.stands import FEW, HIGH_CONFLICT
from daylight.core.refs import StateRef, in_text
from daylight.core.said import Caveat, Finding, Summary
from daylight.ledgers.years import FIRST
from daylight.measures import measure
from daylight.measures.plausible import beyond_whole, beyond_whole_text
from daylight.partnerships.lopsided import LEAST as LEAST_LEANING
from daylight.partnerships.ranked import LEAST, OVERALL
from daylight.partnerships.records import Lopsided, Ranking
from daylight.say.lines import capital, listed
from daylight.say.numbers import fixed, share
from daylight.say.words import Rule, Words

BY = tuple(LEAST)
"""What the closest ties can be ordered by; the first by default."""
COUNT = 10
"""Ties in a list by default."""
NAMED = 3
"""Ties of a list that the headline names."""
MOST_UNSURE = 8
"""Names of ties too unsure for a place that are listed in a text."""
WHOLE_OF_GDP = "trade_dependence"
MISLEADS = {
    "open_registry": "ships under a flag of convenience",
    "passes_through": "goods that pass through",
    "tiny": "an economy that one delivery moves",
}
"""Traps of a dependence that are said of a state; trade beyond GDP is said with its number."""
WAYS = ("leans", "leant_on")
WORDS: Words = (
    Rule(
        f"Closest: by the mean of the three ledgers of cooperation, or by one of them; never less "
        f"conflict. At least {fixed(LEAST[OVERALL], 0)} points of 100 (military "
        f"{fixed(LEAST['military'], 0)}, political {fixed(LEAST['political'], 0)}, economic "
        f"{fixed(LEAST['economic'], 0)}). By the mean, pairs at war and rivals are not called "
        f"close."
    ),
    Rule(
        f"Hostile: pairs at war first, then by chance of rivalry, and within a line by the highest "
        f"ledger of conflict. At least {share(FEW)} or {fixed(HIGH_CONFLICT, 0)} points."
    ),
    Rule(
        f"A state leans more on another where the two intervals of leaning do not meet, and the "
        f"other has {share(LEAST_LEANING['trade_share'])} of its trade or more, or "
        f"{share(LEAST_LEANING['arms_dependence'])} of its imported arms. Leaning: share of all "
        f"ordered pairs in which one side leans less, by trade, exit cost, energy and arms."
    ),
    Rule(
        "Ties whose 90 % bands meet that of the first of a line share the line: they cannot be "
        "told apart."
    ),
)
Lists = tuple[Ranking, Ranking]
Leaning = tuple[Sequence[Lopsided], Sequence[Lopsided]]


def summary(
    state: StateRef, year: int, by: str, lists: Lists, leaning: int, lopsided: Leaning
) -> Summary:
    """Return the closest, the most hostile and the most lopsided ties in a sentence each."""
    name = in_text(state.name)
    close, foes = _closest(name, year, by, lists[0]), _hostile(name, year, lists[1])
    on, by_it = lopsided
    leans = Finding(
        "leaning",
        f"In {leaning} {name} leaned more on {_leant(on)}; {_leant(by_it)} leaned more on it",
        (*_rows("dependent_on", on), *_rows("depended_on_by", by_it)),
    )
    found = (close, foes, leans, *_unsure(lists))
    return Summary(" ".join(f"{finding.text}." for finding in found[:3]), found)


def _closest(name: str, year: int, by: str, ranking: Ranking) -> Finding:
    how = "" if by == OVERALL else f" in {by} cooperation"
    if ranking.of is None:
        text = f"The ledgers begin in {FIRST}: whom {name} was close to in {year} is not told"
        return Finding("closest", text, ("/closest/of",))
    if not ranking.ties:
        text = (
            f"In {year} no tie of {name} had {fixed(LEAST[by], 0)} points{how or ' of cooperation'}"
        )
        return Finding("closest", capital(text), ("/closest/ties",))
    text = f"In {year} {name} was closest{how} to {_named(ranking)}"
    return Finding("closest", text, _places("closest", ranking))


def _hostile(name: str, year: int, ranking: Ranking) -> Finding:
    if ranking.of is None:
        text = f"Nor is it told to whom it was hostile in {year}"
        return Finding("hostile", text, ("/hostile/of",))
    if not ranking.ties:
        text = f"In {year} no relation of {name} was hostile enough to list"
        return Finding("hostile", text, ("/hostile/ties",))
    text = f"Most hostile were its relations with {_named(ranking)}"
    return Finding("hostile", text, _places("hostile", ranking))


def _named(ranking: Ranking) -> str:
    """Name the first ties, and how many others stand in the line of the last of them."""
    first = ranking.ties[:NAMED]
    text = listed(in_text(tie.state.name) for tie in first)
    rest = sum(tie.rank == first[-1].rank for tie in ranking.ties[NAMED:])
    if first[-1].rank == ranking.ties[-1].rank:
        rest += ranking.more
    if not rest:
        return text
    of = "these" if first[0].rank == first[-1].rank and len(first) > 1 else "the last"
    return f"{text} ({rest} more cannot be told from {of})"


def _places(name: str, ranking: Ranking) -> tuple[str, ...]:
    return tuple(
        f"/{name}/ties/{k}/{part}"
        for k in range(len(ranking.ties[:NAMED]))
        for part in ("rank", "by", "word")
    )


def _unsure(lists: Lists) -> Iterator[Finding]:
    for name, ranking in zip(("closest", "hostile"), lists, strict=True):
        if ranking.unsure:
            yield Finding(
                f"{name}_unsure",
                f"No place among the {'closest' if name == 'closest' else 'most hostile'}, since "
                f"the band is too wide for a number: {some(ranking.unsure)}",
                (f"/{name}/unsure",),
            )


def some(states: Sequence[StateRef]) -> str:
    """Name states, and how many others there are."""
    names = [in_text(state.name) for state in states[:MOST_UNSURE]]
    rest = len(states) - len(names)
    return listed([*names, f"{rest} more"] if rest else names)


def _rows(name: str, ties: Sequence[Lopsided]) -> tuple[str, ...]:
    """Point at the ties that are named, or at the empty list."""
    places = [f"/{name}/{k}/{way}/value" for k in range(len(ties[:NAMED])) for way in WAYS]
    return tuple(places) or (f"/{name}",)


def _leant(ties: Sequence[Lopsided]) -> str:
    return listed(in_text(t.state.name) for t in ties[:NAMED]) if ties else "nobody clearly"


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


def caveats(state: StateRef, year: int, lists: Lists, leaning: int) -> Iterator[Caveat]:
    """Say what the lists leave out, and where sources end before the date."""
    if lists[0].of is None:
        text = f"The ledgers begin in {FIRST}: there are no lists of {year} of {state.name}."
        yield Caveat("coverage", text, ("/closest", "/hostile"))
    for finding in _unsure(lists):
        yield Caveat("coverage", f"{finding.text}.", finding.evidence)
    if any(tie.status == "carried" for ranking in lists for tie in ranking.ties):
        text = (
            f"Where a source has ended or has a hole, the last value seen is carried to {year}, "
            f"for all pairs alike; the bands hold that."
        )
        yield Caveat("coverage", text, ("/closest", "/hostile"))
    if leaning < year:
        text = (
            f"Most of its trade by partner is observed to {leaning}; nothing is carried on to "
            f"{year}."
        )
        yield Caveat("coverage", text, ("/dependent_on", "/depended_on_by"))
    yield Caveat(
        "model",
        "The chance of rivalry is no forecast of force: nearness alone tells more.",
        ("/hostile",),
    )
