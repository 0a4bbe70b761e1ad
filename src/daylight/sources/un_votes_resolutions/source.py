"""Shape the UN's resolutions into roll calls, votes (absences derived), texts and sponsors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.un_votes_resolutions.patch import PATCH, patch
from daylight.sources.un_votes_resolutions.read import (
    ABSENT,
    CONSENSUS,
    LISTS,
    RECORDED,
    UNSAID,
    Resolution,
    lines,
    resolution,
)
from daylight.sources.un_votes_resolutions.sponsors import sponsors
from daylight.sources.un_votes_resolutions.symbols import number, session_of
from daylight.sources.un_votes_resolutions.tables import CODES, issue_map, members
from daylight.sources.un_votes_resolutions.texts import texts

CALLS = {
    "item": pl.Int32,
    "year": pl.Int16,
    "session": pl.Int16,
    "date": pl.Date,
    "symbol": pl.String,
    "title": pl.String,
    "final": pl.Boolean,
    **dict.fromkeys(CODES, pl.Boolean),
    "important": pl.Boolean,
}
BALLOTS = {"item": pl.Int32, "cow": pl.Int16, "vote": pl.Int8}


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return the tables `rollcalls`, `ballots`, `texts` and `sponsors` of sessions 74-80.

    The last two hold every adopted text, put to a vote or not.

    Parameters
    ----------
    files : mapping of str to bytes
        One file of JSON lines per session, and the list of votes on ES-11/7.
    log : IssueLog
        Receives what was left out, repaired or disagrees.

    Raises
    ------
    SourceChanged
        For a name, date, symbol, way of adoption or column that is not known.
    """
    found: dict[str, Resolution] = {}
    read = 0
    for name in sorted(set(files) - {PATCH}):
        for vote in _recorded(name, files[name], log):
            _add(found, vote, log)
            read += 1
    log.note("recorded votes listed twice with the same votes; counted once", read - len(found))
    full = dict(found)
    if PATCH in files:
        _add(found, patch(files[PATCH].decode("utf-8")), log)
    _report_agenda(found.values(), log)
    calls = pl.DataFrame([_call(v) for v in found.values()], schema=CALLS, orient="row")
    rows = [(number(v.symbol), cow, code) for v in found.values() for cow, code in v.votes.items()]
    absent = _absent(full.values())
    log.note("absences derived: a member that is in none of the three lists", len(absent))
    ballots = pl.DataFrame(rows + absent, schema=BALLOTS, orient="row")
    every = [row for name in sorted(set(files) - {PATCH}) for row in lines(name, files[name])]
    return {
        "rollcalls": calls.sort("item"),
        "ballots": ballots.sort("item", "cow"),
        "texts": texts(every),
        "sponsors": sponsors(every, log),
    }


def _recorded(name: str, data: bytes, log: IssueLog) -> Iterable[Resolution]:
    consensus = 0
    for row in lines(name, data):
        how, named = row["adoption_type"], any(row[column] for column in LISTS)
        if how not in (RECORDED, CONSENSUS, UNSAID):
            raise SourceChanged(
                f"{log.source}: {row['symbol']} was adopted {how!r}; say in read.py what it is."
            )
        if named != (how == RECORDED):
            if how != RECORDED:
                raise SourceChanged(
                    f"{log.source}: {row['symbol']} was adopted {how!r}, with names."
                )
            log.warn(f"{row['symbol']}: a recorded vote without names; left out", 1)
        elif how == UNSAID:
            log.note(f"{row['symbol']}: not said how it was adopted, no names; left out", 1)
        elif how == CONSENSUS:
            consensus += 1
        else:
            yield resolution(row, log)
    log.note(f"{name}: lines on texts adopted without a vote, so not roll calls", consensus)


def _add(found: dict[str, Resolution], vote: Resolution, log: IssueLog) -> None:
    seen = found.get(vote.symbol)
    if seen is None:
        found[vote.symbol] = vote
    elif seen.votes != vote.votes or seen.date != vote.date:
        raise SourceChanged(
            f"{log.source}: {vote.symbol} is listed twice with different votes or dates; find out "
            f"which is right and correct it."
        )


def _call(vote: Resolution) -> tuple[object, ...]:
    codes = issue_map().codes(vote.agenda, vote.subjects)
    return (
        number(vote.symbol),
        vote.date.year,
        session_of(vote.symbol, vote.date),
        vote.date,
        vote.symbol,
        vote.title,
        True,
        *[code in codes for code in CODES],
        None,
    )


def _absent(votes: Iterable[Resolution]) -> list[tuple[int, int, int]]:
    everyone = sorted(set(members().values()))
    return [
        (number(v.symbol), cow, ABSENT) for v in votes for cow in everyone if cow not in v.votes
    ]


def _report_agenda(votes: Iterable[Resolution], log: IssueLog) -> None:
    table = issue_map()
    for item in sorted({v.agenda for v in votes if table.line(v.agenda) is None}):
        log.warn(f"agenda item {item!r} is not in issues.yml; no issue code comes from it", 1)
