"""Read the UN's lines of JSON: which were votes, and who voted how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.records import Fits, is_text, is_texts, records
from daylight.sources.un_votes_resolutions.symbols import day
from daylight.sources.un_votes_resolutions.tables import members, plain

YES, ABSTAIN, NO, ABSENT = 1, 2, 3, 8
LISTS = {"MS_in_favour": YES, "MS_abstaining": ABSTAIN, "MS_against": NO}
RECORDED, CONSENSUS = "By a recorded vote", "Without a vote"
UNSAID = ""
NOT_GIVEN = "N.A."


@dataclass(frozen=True, slots=True)
class Resolution:
    """One resolution adopted by a recorded vote: what it is, and the vote of each COW number."""

    symbol: str
    date: date
    title: str
    agenda: str
    subjects: tuple[str, ...]
    votes: Mapping[int, int]


def member(name: str, where: str) -> int:
    """Return the COW number of a name as printed.

    Raises
    ------
    SourceChanged
        For a spelling that is not in ``names.yml``.
    """
    cow = members().get(plain(name))
    if cow is None:
        raise SourceChanged(
            f"un_votes_resolutions: {name!r} in {where} is not a known spelling; enter it with its "
            f"Correlates of War number in sources/un_votes_resolutions/names.yml."
        )
    return cow


def lines(name: str, data: bytes) -> Iterator[dict[str, Any]]:
    """Yield the records of one file.

    Raises
    ------
    SourceChanged
        When a line is not JSON, lacks a key, or has a value of another type.
    """
    return records("un_votes_resolutions", name, data, KEYS)


def _are_subjects(value: object) -> bool:
    """Whether a value is a list of subjects, each with its thesaurus."""
    return isinstance(value, list) and all(
        isinstance(one, list) and one and isinstance(one[0], str) for one in value
    )


KEYS: Mapping[str, Fits] = {
    **dict.fromkeys(
        ("symbol", "title", "adoption_date", "adoption_type", "agenda_item_name",
         *(f"{name}_count" for name in LISTS)), is_text,
    ),
    **dict.fromkeys(("sponsors", "additional_sponsors", *LISTS), is_texts),
    "subjects": _are_subjects,
}  # fmt: skip


def resolution(row: Mapping[str, Any], log: IssueLog) -> Resolution:
    """Read one recorded vote; repeated names are counted once, disagreements are logged.

    Raises
    ------
    SourceChanged
        When a member is in two lists, or a name or date cannot be read.
    """
    symbol = plain(row["symbol"])
    votes: dict[int, int] = {}
    for column, code in LISTS.items():
        names = [member(name, symbol) for name in row[column]]
        once = set(names)
        if len(once) < len(names):
            log.note(
                f"{symbol}: {column} repeats members; each counts once", len(names) - len(once)
            )
        for cow in sorted(once & set(votes)):
            raise SourceChanged(f"un_votes_resolutions: {symbol} has {cow} in two lists of votes.")
        votes |= dict.fromkeys(once, code)
        _tally(symbol, column, str(row[f"{column}_count"]), len(once), log)
    return Resolution(
        symbol,
        day(row["adoption_date"]),
        plain(row["title"]),
        plain(row["agenda_item_name"]),
        tuple(plain(str(subject[0])) for subject in row["subjects"]),
        votes,
    )


def _tally(symbol: str, column: str, listed: str, counted: int, log: IssueLog) -> None:
    if listed == NOT_GIVEN:
        if counted:
            log.warn(f"{symbol}: {column} has no count and {counted} names; the names are used")
    elif not listed.isdigit():
        raise SourceChanged(f"un_votes_resolutions: {symbol}: {column}_count is {listed!r}.")
    elif int(listed) != counted:
        log.warn(f"{symbol}: {column} counts {listed} and names {counted}; the names are used", 1)
