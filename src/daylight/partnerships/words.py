"""What is said of a state's relations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daylight.bonds.stands import FEW, HALF, HIGH_CONFLICT
from daylight.bonds.written import NO_LEDGERS
from daylight.core.refs import StateRef, in_text
from daylight.core.said import Finding, Summary
from daylight.dependence.newest import YEARS_BACK
from daylight.partnerships.absent import NAMED, some, unranked
from daylight.partnerships.lopsided import LEAST as LEAST_LEANING
from daylight.partnerships.ranked import LEAST, OVERALL
from daylight.partnerships.records import Lopsided, Ranking
from daylight.say.lines import listed
from daylight.say.numbers import fixed, share
from daylight.say.words import Rule, Words

BY = tuple(LEAST)
"""What the closest ties can be ordered by; the first by default."""
COUNT = 10
"""Ties in a list by default."""
WAYS = ("leans", "leant_on")
"""Both sides of a lopsided tie in the JSON."""
WORDS: Words = (
    Rule(
        f"Closest: by the mean of the three ledgers of cooperation, or by one of them; never less "
        f"conflict. At least {fixed(LEAST[OVERALL], 0)} points of 100 (military "
        f"{fixed(LEAST['military'], 0)}, political {fixed(LEAST['political'], 0)}, economic "
        f"{fixed(LEAST['economic'], 0)}). By the mean, pairs at war, and those with a chance "
        f"of rivalry of {share(HALF)} or more, are not called close."
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
    state: StateRef, year: int, by: str, lists: Lists, leaning: int | None, lopsided: Leaning
) -> Summary:
    """Return the closest, the most hostile and the most lopsided ties in a sentence each."""
    name = in_text(state.name)
    close, foes = _closest(name, year, by, lists[0]), _hostile(name, year, lists[1])
    found = (close, foes, _leaning(name, year, leaning, lopsided), *unsure(lists))
    return Summary(" ".join(f"{finding.text}." for finding in found[:3]), found)


def _closest(name: str, year: int, by: str, ranking: Ranking) -> Finding:
    how = "" if by == OVERALL else f" in {by} cooperation"
    if ranking.of is None:
        text = f"{NO_LEDGERS}: whom {name} was close to in {year} is not told"
        return Finding("closest", text, ("/closest/of",))
    if ranking.ties:
        text = f"In {year} {name} was closest{how} to {_named(ranking)}"
        return Finding("closest", text, _places("closest", ranking))
    if ranking.unsure:
        text = f"In {year} the closest ties of {name}{how} {unranked(ranking)}"
        return Finding("closest", text, ("/closest/unsure",))
    text = f"In {year} no tie of {name} had {fixed(LEAST[by], 0)} points{how or ' of cooperation'}"
    return Finding("closest", text, ("/closest/ties",))


def _hostile(name: str, year: int, ranking: Ranking) -> Finding:
    if ranking.of is None:
        text = f"Nor is it told to whom it was hostile in {year}"
        return Finding("hostile", text, ("/hostile/of",))
    if ranking.ties:
        text = f"Most hostile were its relations with {_named(ranking)}"
        return Finding("hostile", text, _places("hostile", ranking))
    if ranking.unsure:
        text = f"In {year} the most hostile relations of {name} {unranked(ranking)}"
        return Finding("hostile", text, ("/hostile/unsure",))
    text = f"In {year} no relation of {name} was hostile enough to list"
    return Finding("hostile", text, ("/hostile/ties",))


def _leaning(name: str, year: int, leaning: int | None, lopsided: Leaning) -> Finding:
    if leaning is None:
        text = (
            f"Who leaned more on whom is not known: in none of the {YEARS_BACK} years to {year} is "
            f"most of the trade of {name} observed by partner"
        )
        return Finding("leaning", text, ("/lopsided_year",))
    on, by_it = lopsided
    text = f"In {leaning} {name} leaned more on {_leant(on)}; {_leant(by_it)} leaned more on it"
    pointers = (*_pointers("dependent_on", on), *_pointers("depended_on_by", by_it))
    return Finding("leaning", text, pointers)


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


def unsure(lists: Lists) -> Iterator[Finding]:
    """Name the ties that have no place in a list."""
    for name, ranking in zip(("closest", "hostile"), lists, strict=True):
        if ranking.unsure:
            yield Finding(
                f"{name}_unsure",
                f"No place among the {'closest' if name == 'closest' else 'most hostile'}, since "
                f"the band is too wide for a number: {some(ranking.unsure)}",
                (f"/{name}/unsure",),
            )


def _pointers(name: str, ties: Sequence[Lopsided]) -> tuple[str, ...]:
    """Point at the ties that are named, or at the empty list."""
    places = [f"/{name}/{k}/{way}/value" for k in range(len(ties[:NAMED])) for way in WAYS]
    return tuple(places) or (f"/{name}",)


def _leant(ties: Sequence[Lopsided]) -> str:
    return listed(in_text(t.state.name) for t in ties[:NAMED]) if ties else "nobody clearly"
