"""What limits a watch list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daylight.core.request import Request
from daylight.core.said import Caveat
from daylight.say.dates import day
from daylight.watches.records import Entry, Since


def caveats(entries: Sequence[Entry], since: Since | None, asked: Request) -> tuple[Caveat, ...]:
    """Say what the list leaves out, and what it cannot tell of changes."""
    return tuple(_caveats(entries, since, asked))


def _caveats(entries: Sequence[Entry], since: Since | None, asked: Request) -> Iterator[Caveat]:
    lost = tuple(f"/entries/{k}/problem" for k, one in enumerate(entries) if one.problem)
    if lost:
        yield Caveat("coverage", "Pairs that could not be answered have no values.", lost)
    yield Caveat(
        "coverage",
        f"Ledgers and chances are yearly: those of {asked.year} are the newest that could be "
        f"known on {day(asked.as_of)}. Dated facts reach to the day where their list does.",
        ("/request/year",),
    )
    if since is None:
        return
    if since.kind == "date":
        yield Caveat(
            "data",
            "Both days are told by the data of today, so that no revision shows; give the folder "
            "of an older atlas, or a watch kept as JSON, to see what the data changed.",
            ("/since",),
        )
    if since.kind == "saved":
        yield Caveat(
            "data",
            f"The earlier values are as the kept file says, made with atlas {since.atlas}.",
            ("/since",),
        )
    yield Caveat(
        "model",
        "No news is no proof that nothing happened: lists of facts have gaps, and what is carried "
        "past its source hardly moves.",
        ("/since",),
    )
