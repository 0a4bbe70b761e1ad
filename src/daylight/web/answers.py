"""The answer that an address asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from daylight.cohesion.named import named
from daylight.core.answer import Answer
from daylight.core.lookup import resolve
from daylight.core.periods import as_of
from daylight.core.refs import StateRef, ref
from daylight.store.atlas import Atlas
from daylight.web.addresses import TOGETHER, Address, join, pairs, states


def resolved(address: Address, atlas: Atlas) -> Address:
    """Return the one address of the page that an address asks for, without its answer.

    Raises
    ------
    DaylightError
        For what is no state, bloc or date.
    """
    day = as_of(address.day, atlas.last).date
    subject = address.subject
    if address.kind == "compare":
        subject = TOGETHER.join(join(_refs(pair, day)) for pair in pairs(address))
    elif address.kind == "bloc":
        subject = str(named(atlas, subject)["bloc"])
    elif subject:
        subject = join(_refs(states(address), day))
    return replace(address, subject=subject, day=day.isoformat())


def _refs(who: Iterable[str], day: date) -> Iterator[StateRef]:
    return (ref(resolve(one, day), day) for one in who)


def answered(address: Address, atlas: Atlas) -> Answer:
    """Put the question of an address.

    Raises
    ------
    DaylightError
        As the question does.
    """
    options: dict[str, Any] = {"as_of": address.day, "atlas": atlas}
    question = address.question
    if address.kind == "compare":
        return question.function()(pairs(address), **options)
    if address.kind == "bloc":
        return question.function()(address.subject, **options)
    if address.kind == "blocs":
        return question.function()(**options)
    who = states(address)
    if question.takes == "pair" and len(who) == 3:
        options["divider"], who = who[2], who[:2]
    if address.kind == "exposure":
        options["divider"], who = who[1], who[:1]
    return question.function()(*who, **options)
