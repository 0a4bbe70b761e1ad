"""What limits an answer about a bloc."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daylight.bloc_profiles.records import Left, Lists, Measures, Vitality
from daylight.breaks.kinds import TREATIES_TO
from daylight.core.refs import in_text
from daylight.core.request import Request
from daylight.core.said import Caveat
from daylight.say.dates import day as written
from daylight.say.dates import partly
from daylight.say.lines import counted, listed

FEW = 4
"""Members below which agreement and trade hang on a pair or two."""


def caveats(
    asked: Request, lists: Lists, gone: Sequence[Left], measured: Measures, signs: Vitality
) -> Iterator[Caveat]:
    """Return what is not sure of the lists, what is not known, and what the words mean."""
    yield from _unsure(asked, lists)
    members = measured["measured"]
    if not members:
        text = "Nothing is measured: the date is before the data, or no member votes or trades."
        yield Caveat("coverage", text, ("/hubs", "/tether", "/cohesion"))
    elif len(members) < FEW:
        text = f"With {counted(len(members), 'member')} what is measured hangs on a pair or two."
        yield Caveat("data", text, ("/cohesion", "/hubs"))
    if asked.year > TREATIES_TO:
        yield Caveat(
            "coverage",
            f"Treaties are known to {TREATIES_TO} and carried on after it, but for blocs and dated "
            "facts.",
            ("/hubs", "/tether"),
        )
    yield Caveat(
        "definition",
        "Whether a bloc lives is told by the signs listed, each counted once; another choice of "
        f"signs gives another verdict. Not seen: {'; '.join(signs.unknown)}.",
        ("/vitality",),
    )
    if measured["cohesion"].joining:
        yield Caveat(
            "definition",
            "Who joins is not chosen by lot: what went along with joining is not its effect alone.",
            ("/cohesion/joining",),
        )


def _unsure(asked: Request, lists: Lists) -> Iterator[Caveat]:
    every = [(f"/{key}/{k}", one) for key, there in lists.items() for k, one in enumerate(there)]
    weak = [(at, one) for at, one in every if one.confirmed == "unconfirmed"]
    if weak:
        names = listed([in_text(one.state.name) for _, one in weak])
        text = f"Not confirmed on a page: the start of the standing of {names}."
        yield Caveat("data", text, tuple(at for at, _ in weak))
    for at, one in every:
        if one.since.surely_by(asked.as_of) is None:
            yield Caveat(
                "data",
                f"{one.state.name} is counted from {partly(one.since)}; the day is not known, so "
                f"it may have come only after {written(asked.as_of)}.",
                (at,),
            )
