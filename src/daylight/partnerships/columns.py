"""A state's close and hostile ties as a frame: one row for each."""

from __future__ import annotations

from typing import Any

from daylight.bonds.columns import spread
from daylight.partnerships.points import CONFLICT, COOPERATION
from daylight.partnerships.records import Partners


def columns(partners: Partners) -> dict[str, list[Any]]:
    """Return one row for each tie that is close or hostile.

    Parameters
    ----------
    partners : Partners

    Returns
    -------
    dict of str to list
        list: closest or hostile; rank, of the line; state, its code, and name; word: how the two
        stand; cooperation, the mean of three ledgers, and the six ledgers, in points of 100;
        p_rivalry, 0 to 1; each with _lo and _hi, the ends of its 90 % band, and _status; and
        status, of what the relationship is made of.
    """
    lists = (("closest", partners.closest), ("hostile", partners.hostile))
    rows = [(name, tie) for name, ranking in lists for tie in ranking.ties]
    found: dict[str, list[Any]] = {
        "list": [name for name, _ in rows],
        "rank": [tie.rank for _, tie in rows],
        "state": [tie.state.code for _, tie in rows],
        "name": [tie.state.name for _, tie in rows],
        "word": [tie.word for _, tie in rows],
        **spread("cooperation", [tie.cooperation for _, tie in rows]),
        **spread("p_rivalry", [tie.p_rivalry for _, tie in rows]),
    }
    for ledger in (*COOPERATION, *CONFLICT):
        found |= spread(ledger, [tie.ledgers[ledger] for _, tie in rows])
    return found | {"status": [tie.status for _, tie in rows]}
