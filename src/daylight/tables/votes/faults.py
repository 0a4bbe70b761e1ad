"""Rows of votes that may stand under another state's name, session by session.

Nothing here changes a number: candidates are judged by hand, and what is a fault is entered in
the `corrections.yml` of its source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from daylight.core.states import get
from daylight.stats.exchanged import Fit, Singles, Votes, best_run, fit, joint

Cows = NDArray[Any]
REACH = 2
"""Sessions before and after that say how a state votes."""
EXCHANGE, SIDE = 30.0, 8.0
"""Log likelihood ratio of an exchange over its best run, and what each of the two rows adds."""
NEAR, NEAR_EXCHANGE, NEAR_SIDE = 2, 18.0, 5.0
"""The same for states at most so many places apart in the UN's alphabet, where hands slip."""
MISFIT = 40.0
"""Log likelihood ratio of a whole session's row under another state's name."""
SINGLE = 11.0
"""The same of an exchange in one roll call; about 12 is the most that one can have."""
SLIP = 19.0
"""The same of a run of states that have their neighbour's vote in one roll call: above the log
of the number of such runs in the record."""
KINDS = {"kind": pl.String, "session": pl.Int16, "a": pl.Int16, "b": pl.Int16}
CANDIDATES = {
    **KINDS, "first": pl.Int32, "last": pl.Int32, "log_ratio": pl.Float64,
    "side_a": pl.Float64, "side_b": pl.Float64,
}  # fmt: skip
LISTED_AS = {
    260: "Germany, Federal Republic of", 265: "German Democratic Republic",
    365: "Russian Federation", 369: "Ukrainian SSR", 370: "Byelorussian SSR", 437: "Cote d'Ivoire",
    343: "The former Yugoslav Republic", 345: "Yugoslavia", 359: "Republic of Moldova",
    510: "United Republic of Tanzania", 680: "Democratic Yemen", 678: "Yemen", 713: "China",
    731: "Democratic People's Republic of Korea", 732: "Republic of Korea", 484: "Congo",
    490: "Democratic Republic of the Congo", 811: "Democratic Kampuchea", 812: "Lao",
}  # fmt: skip
"""Where the UN's alphabetical lists file a state apart from its short name."""


def candidates(rollcalls: pl.DataFrame, ballots: pl.DataFrame) -> pl.DataFrame:
    """Return what may be exchanged, misplaced or slipped, the strongest first.

    Parameters
    ----------
    rollcalls, ballots : polars.DataFrame
        item, session; item, cow, vote, as :func:`daylight.tables.votes.ballots.join` gives them.

    Returns
    -------
    polars.DataFrame
        kind, session, a, b (COW numbers), first, last (items), log_ratio, side_a, side_b. By kind:
        `exchange`, the rows of a and b between first and last fit the other better; `single`, so
        in one roll call; `misfit`, the row of a in a session fits b better than a, and no other
        as well; `slip`, in one roll call the states from a to b in the alphabet have their
        neighbour's vote (side_a is 1 where it is that of the one after, -1 of the one before).
    """
    sessions = matrices(rollcalls, ballots)
    counts = {session: joint(votes) for session, (_, _, votes) in sessions.items()}
    rows: list[tuple[Any, ...]] = []
    for session, (states, items, votes) in sessions.items():
        near = [counts[s] for s in range(session - REACH, session + REACH + 1) if s in counts]
        found = fit(votes, np.sum(near, axis=0) - counts[session])
        gain = found.gain()
        order = np.array(
            sorted(np.flatnonzero(found.usable), key=lambda k: listed_as(int(states[k]))),
            np.intp,
        )
        rows += _exchanges(session, states, items, gain, votes, order)
        rows += _misfits(session, states, items, gain)
        rows += _slips(session, states, items, found, order)
    table = pl.DataFrame(rows, schema=CANDIDATES, orient="row")
    return table.sort("kind", "log_ratio", descending=[False, True])


def matrices(
    rollcalls: pl.DataFrame, ballots: pl.DataFrame
) -> Mapping[int, tuple[Cows, Cows, Votes]]:
    """Return by session all states of the record, the items, and their votes (0: none)."""
    cast = ballots.filter(pl.col("vote").is_in((1, 2, 3))).join(
        rollcalls.select("item", "session"), on="item"
    )
    states = np.unique(cast["cow"].to_numpy())
    out = {}
    for (session,), part in sorted(cast.group_by("session"), key=lambda group: group[0]):
        items = np.unique(part["item"].to_numpy())
        votes = np.zeros((len(states), len(items)), np.int8)
        place = np.searchsorted(states, part["cow"].to_numpy())
        votes[place, np.searchsorted(items, part["item"].to_numpy())] = part["vote"].to_numpy()
        out[int(str(session))] = (states, items, votes)
    return out


def _exchanges(
    session: int, states: Cows, items: Cows, gain: Singles, votes: Votes, order: Cows
) -> Iterator[tuple[Any, ...]]:
    both = gain + gain.transpose(1, 0, 2)
    best, start, end = best_run(both)
    place = np.full(len(states), -NEAR * len(states))
    place[order] = np.arange(len(order))
    near = np.abs(place[:, None] - place[None, :]) <= NEAR
    for a, b in np.argwhere(np.triu(best >= np.where(near, NEAR_EXCHANGE, EXCHANGE), 1)):
        run = slice(start[a, b], end[a, b])
        sides = float(gain[a, b, run].sum()), float(gain[b, a, run].sum())
        if min(sides) >= (NEAR_SIDE if near[a, b] else SIDE):
            ends = int(items[run][0]), int(items[run][-1])
            yield ("exchange", session, states[a], states[b], *ends, float(best[a, b]), *sides)
    voted = (votes > 0)[:, None] & (votes > 0)[None, :]
    for a, b, q in np.argwhere((both >= SINGLE) & voted):
        if a < b:
            item, sides = int(items[q]), (float(gain[a, b, q]), float(gain[b, a, q]))
            yield ("single", session, states[a], states[b], item, item, sum(sides), *sides)


def _misfits(session: int, states: Cows, items: Cows, gain: Singles) -> Iterator[tuple[Any, ...]]:
    total = gain.sum(axis=2, dtype=np.float64)
    for a in np.flatnonzero(total.max(axis=1) >= MISFIT):
        b = int(total[a].argmax())
        ends, ratio = (int(items[0]), int(items[-1])), float(total[a, b])
        yield ("misfit", session, states[a], states[b], *ends, ratio, ratio, None)


def _slips(
    session: int, states: Cows, items: Cows, found: Fit, order: Cows
) -> Iterator[tuple[Any, ...]]:
    for step in (1, -1) if len(order) > 1 else ():
        beside = np.roll(order, -step)
        best, start, end = best_run((found.other[order, beside] - found.own[order, beside]).T)
        for q in np.flatnonzero(best >= SLIP):
            a, b = states[order[start[q]]], states[order[end[q] - 1]]
            item = int(items[q])
            yield ("slip", session, a, b, item, item, float(best[q]), float(step), None)


def listed_as(cow: int) -> str:
    """Return the name under which the UN's lists file a state, for the order only."""
    return LISTED_AS.get(cow, get(cow).name).casefold()
