"""The named votes on A/RES/ES-11/7, which the UN's extract lacks."""

from __future__ import annotations

import csv
import io

from daylight.core.errors import SourceChanged
from daylight.sources.un_votes_resolutions.read import NO, YES, Resolution, member
from daylight.sources.un_votes_resolutions.symbols import day

PATCH = "ES-11_7_yes_no.csv"
PATCH_TITLE = (
    "Advancing a comprehensive, just and lasting peace in Ukraine "
    "(only the votes for and against are named)"
)
PATCH_AGENDA = "Letter dated 28 February 2014 from the Permanent Representative of Ukraine"
PATCH_VOTES = {"Y": YES, "N": NO}


def patch(text: str) -> Resolution:
    """Read the votes for and against; who abstained or was absent is not known.

    Raises
    ------
    SourceChanged
        For an unknown name, another vote than Y or N, or a member listed twice.
    """
    rows = list(csv.DictReader(io.StringIO(text)))
    if not rows:
        raise SourceChanged(f"un_votes_resolutions: {PATCH} has no rows.")
    symbols = {(row["symbol"], row["date"]) for row in rows}
    if len(symbols) != 1:
        raise SourceChanged(f"un_votes_resolutions: {PATCH} mixes {sorted(symbols)}.")
    symbol, when = symbols.pop()
    votes: dict[int, int] = {}
    for row in rows:
        cow, code = member(row["name"].upper(), symbol), PATCH_VOTES.get(row["vote"])
        if code is None or cow in votes:
            raise SourceChanged(
                f"un_votes_resolutions: {PATCH}: {row['name']} votes {row['vote']!r} or is there "
                f"twice; Y or N, once, was expected."
            )
        votes[cow] = code
    return Resolution(symbol, day(f"{when} 00:00:00"), PATCH_TITLE, PATCH_AGENDA, (), votes)
