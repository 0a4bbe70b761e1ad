"""The plan of a build: the steps of all families of tables, each after what it needs."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from daylight.breaks import steps as breaks
from daylight.cohesion import steps as cohesion
from daylight.communities import steps as communities
from daylight.ledgers import steps as ledgers
from daylight.opportunity import steps as opportunity
from daylight.pulls import steps as pulls
from daylight.tables import (
    alliances,
    attempts,
    attributes,
    coverage,
    geography,
    holes,
    memberships,
    nearness,
    recognition,
    shocks,
    spans,
    statements,
    states,
    treaty_ends,
)
from daylight.tables.facts import steps as facts
from daylight.tables.flows import steps as trade
from daylight.tables.issues import issues_step
from daylight.tables.positions import steps as positions
from daylight.tables.step import Step
from daylight.tables.successions import steps as successions
from daylight.tables.ties import steps as ties
from daylight.tables.votes import steps as votes

TABLES: tuple[Step, ...] = (
    *states.STEPS,
    *votes.STEPS,
    *positions.STEPS,
    *alliances.STEPS,
    *attributes.STEPS,
    *successions.STEPS,
    *trade.STEPS,
    *memberships.STEPS,
    *ties.STEPS,
    *holes.STEPS,
    *nearness.STEPS,
    *ledgers.STEPS,
    *opportunity.STEPS,
    *breaks.STEPS,
    *cohesion.STEPS,
    *pulls.STEPS,
    *communities.STEPS,
    *facts.STEPS,
    *treaty_ends.STEPS,
    *shocks.STEPS,
    *recognition.STEPS,
    *attempts.STEPS,
    *geography.STEPS,
    *statements.STEPS,
    *spans.STEPS,
    *coverage.STEPS,
)
STEPS: tuple[Step, ...] = (*TABLES, issues_step(TABLES))


def at_hand(steps: Iterable[Step], sources: Collection[str]) -> tuple[Step, ...]:
    """Return the steps that these sources allow, and no need of one that is left out.

    Only optional steps are left out: those of ties whose file the user has not given.
    """
    kept: list[Step] = []
    gone: set[str] = set()
    for step in steps:
        if step.optional and not set(step.sources) <= set(sources):
            gone.add(step.name)
        else:
            needs = tuple(name for name in step.needs if name not in gone)
            kept.append(replace(step, needs=needs))
    return tuple(kept)


def rests_on(steps: Iterable[Step]) -> dict[str, tuple[str, ...]]:
    """Return the sources that each step rests on, by way of others too, in order of the name."""
    sources: dict[str, set[str]] = {}
    for step in steps:
        own = set(step.sources)
        sources[step.name] = own.union(*(sources.get(name, set()) for name in step.needs))
    return {name: tuple(sorted(found)) for name, found in sources.items()}
