"""What else was tried as a sign of joining or leaving, each as one more point."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
from accession_rows import Bools, Floats, Rows, rows

from daylight.accession.counts import Kind, cases
from daylight.accession.roster import FIRST, Roster, place_of
from daylight.accession.seen import Seen
from daylight.accession.signs import LONG, MOST, NEAR_KM, VOTES, VOTES_UNKNOWN, Signs
from daylight.measures.goods import goods
from daylight.store.atlas import Atlas

MUCH, SHARED, YOUNG = 1.5, 0.3, 5
LEAST_COVERED = 0.6


def tried(atlas: Atlas, seen: Seen, kind: Kind, horizon: int) -> dict[str, dict[str, float]]:
    """Return the log skill with one sign more, or one less, against the points that ship."""
    ours = rows(seen.cases[kind])[horizon]
    found = {}
    for name, signs in _variants(atlas, seen, kind):
        found[name] = _against(rows(cases(kind, seen.roster, signs))[horizon], ours)
    return found


def _against(one: Rows, ours: Rows) -> dict[str, float]:
    both = replace(ours, p={"signs": one.p["signs"], "all": ours.p["signs"]})
    return both.skill("signs", "all")


def _variants(atlas: Atlas, seen: Seen, kind: Kind) -> Iterator[tuple[str, Signs]]:
    given, points = seen.signs, seen.signs.points
    if kind == "join":
        near = sum((given.km <= limit).astype(int) for limit in NEAR_KM)
        votes = sum((given.votes < share).astype(int) for share in VOTES)
        votes = np.where(np.isnan(given.votes), VOTES_UNKNOWN, votes)
        short = given.outside <= LONG
        asked = points - near - votes - given.border - short
        parts = {"distance": near, "border": given.border, "votes": votes, "standing": asked,
                 "years outside": short}  # fmt: skip
        for name, part in parts.items():
            yield f"without {name}", replace(given, points=points - part)
        for name, mark in _marks(atlas, seen):
            yield f"with {name}", replace(given, points=np.minimum(points + mark, MOST))
    else:
        for name, mark in _marks(atlas, seen):
            yield f"with {name}", replace(given, leaving=given.leaving + mark)


def _marks(atlas: Atlas, seen: Seen) -> Iterator[tuple[str, Bools]]:
    there = seen.roster
    member = there.member
    yield "much trade with members", _much_trade(atlas, there)
    yield (
        "a dispute or battle deaths with a member in five years",
        _met(_fights(atlas, there), member),
    )
    yield "a like bloc in common", _like_bloc(member)
    joins = member[1:] & ~member[:-1] & there.alive[:-1, None, :] & seen.signs.live[:-1, :, None]
    yield "another that joined in five years", _recent(joins.sum(2) > 0, there)
    left = ~member[1:] & member[:-1] & there.alive[1:, None, :] & member[1:].any(2)[:, :, None]
    yield "another that left in five years", _recent(left.sum(2) > 0, there)
    yield "a new state", _new(there)
    yield "a new regime in three years", _regimes(atlas, there)


def _window(yearly: Floats, years: int) -> Bools:
    """Return whether any of the years to each is marked, along the first axis."""
    total = np.cumsum(yearly.astype(np.int32), axis=0)
    total[years:] = total[years:] - total[:-years].copy()
    return np.asarray(total > 0)


def _recent(yearly: Bools, there: Roster) -> Bools:
    padded = np.concatenate([np.zeros_like(yearly[:1]), yearly])
    return np.broadcast_to(_window(padded, YOUNG)[:, :, None], there.standing.shape)


def _new(there: Roster) -> Bools:
    began = there.alive.copy()
    began[1:] &= ~there.alive[:-1]
    began[0] = False
    return np.broadcast_to(_window(began, YOUNG)[:, None, :], there.standing.shape)


def _like_bloc(member: Bools) -> Bools:
    inside = member.astype(float)
    found = np.zeros(member.shape, bool)
    for t, now in enumerate(inside):
        both = now @ now.T
        either = now.sum(1)[:, None] + now.sum(1) - both
        like = np.where(np.eye(len(now), dtype=bool), 0, both / np.maximum(either, 1)) > SHARED
        found[t] = like @ now > 0
    return found


def _met(pairs: Callable[[int], Floats], member: Bools) -> Bools:
    """Return whether a state has what `pairs` marks with any member."""
    return np.stack([now.astype(float) @ pairs(t) > 0 for t, now in enumerate(member)])


def _fights(atlas: Atlas, there: Roster) -> Callable[[int], Floats]:
    read = atlas.rows(
        "ledger_items", "fatal_conflict > 0 OR (disputes > 0 AND disputes_carried IS NULL)", (),
        ("a", "b", "year"),
    )  # fmt: skip
    a, b = (place_of(there.cows, read[side]) for side in ("a", "b"))

    def pairs(t: int) -> Floats:
        year = min(t, there.ends - 1) + FIRST
        at = (read["year"] <= year) & (read["year"] > year - YOUNG)
        found = np.zeros((len(there.cows),) * 2)
        found[a[at], b[at]] = found[b[at], a[at]] = 1
        return found

    return pairs


def _regimes(atlas: Atlas, there: Roster) -> Bools:
    told = "(kind = 'regime' AND manner <> 'standing') OR manner IN ('irregular', 'imposed')"
    read = atlas.rows("successions", told, (), ("cow", "day"))
    year = read["day"].astype("datetime64[Y]").astype(int) + 1970 - FIRST
    at = (year >= 0) & (year < len(there.days))
    came = np.zeros(there.alive.shape, bool)
    came[year[at], place_of(there.cows, read["cow"][at])] = True
    return np.broadcast_to(_window(came, 3)[:, None, :], there.standing.shape)


def _much_trade(atlas: Atlas, there: Roster) -> Bools:
    """Return whether members have 1.5 times the part of its trade that their size lets expect.

    Of the year before, since trade is published late; no where too little of it is known.
    """
    member, size = there.member, len(there.cows)
    found = np.zeros(member.shape, bool)
    for t, now in enumerate(member):
        year = min(t, there.ends - 1) + FIRST - 1
        read = goods(atlas, year, year)
        share, total = np.full((size, size), np.nan), np.zeros(size)
        a, b = place_of(there.cows, read.a), place_of(there.cows, read.b)
        share[a, b], share[b, a] = read.of_a.share, read.of_b.share
        total[a], total[b] = np.nan_to_num(read.of_a.goods), np.nan_to_num(read.of_b.goods)
        known = np.nan_to_num(share)
        usual = (now @ total)[:, None] - now * total
        usual = usual / np.maximum(total.sum() - total, 1)
        enough = known.sum(1) >= LEAST_COVERED
        found[t] = (now.astype(float) @ known.T > MUCH * usual) & enough
    return found
