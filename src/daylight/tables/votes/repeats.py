"""Which recorded votes after session 74 were on a text that had been voted on before.

Bailey, Strezhnev & Voeten (2017) matched repeated texts by hand up to session 74. Here titles are
compared, and everything that speaks against a pair counts: a wrong pair bends the scale of the
ideal points, a missed one only leaves it looser. Votes are never looked at.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources

import polars as pl
from rapidfuzz import fuzz

from daylight.sources.kit.issues import IssueLog
from daylight.tables.votes.resolution_texts import Text, by_session
from daylight.tables.votes.titles import CUT

FIRST_SESSION = 75
"""The authors' own matches end with the session before."""
REACH = 3
"""A text may skip two sessions: some are yearly, some come every second or third year."""
NEAR = 97.0
"""Titles at least so much alike (percent) are one title. In sessions 72-80 titles of different
texts come as near as 96 (tourism in Central America, tourism in Central Asia)."""
SAME_AGENDA = 70.0
"""Alikeness of agenda headings, words sorted. Among texts of one title the item on Israeli
practices, renamed in session 76, keeps 76; the other that changed keeps less than 40."""
OCCASION = re.compile(
    r"(the )?situation in |financing of |organization of |scope modalities |request for "
    r"|scale of assessments |.*\bprogramme budget\b"
)
"""Titles whose text is about one year's events, sums or meetings. Sessions 45-74
have 11 such votes, and the authors matched none of them."""
SPECIAL = re.compile(r"A/RES/(ES-|S-)")
PART = re.compile(r" [A-Z](-[A-Z])?$")
PAIRS = {"later": pl.Int32, "earlier": pl.Int32, "score": pl.Float64}


def with_repeats(
    matches: pl.DataFrame, rollcalls: pl.DataFrame, texts: pl.DataFrame, log: IssueLog
) -> pl.DataFrame:
    """Return the authors' matches and, after them, the pairs of :func:`repeats`.

    Parameters
    ----------
    matches : polars.DataFrame
        later, earlier: the matches up to session 74.
    rollcalls, texts : polars.DataFrame
        See :func:`repeats`.
    log : IssueLog
        Receives how many pairs there are.
    """
    own = repeats(rollcalls, texts).select("later", "earlier")
    log.note(
        f"roll calls from session {FIRST_SESSION} on that repeat an earlier text, by title",
        len(own),
    )
    return pl.concat([matches.select(pl.col("later", "earlier").cast(pl.Int32)), own])


def repeats(
    rollcalls: pl.DataFrame, texts: pl.DataFrame, first: int = FIRST_SESSION
) -> pl.DataFrame:
    """Return pairs of recorded votes of which the later one repeats the earlier text.

    A vote is paired with the text of the same title in the nearest session that has one, at most
    REACH sessions back. There is no pair when that text was adopted without a vote, when two
    texts of either session bear the title, when the title has other numbers (years, ordinals)
    or belongs to an OCCASION, when the agenda heading or a subject heading of a STEP differs,
    when the earlier text is the first under its title (it founds something, the next does not),
    when one is a lettered part or of a special session, or when reading showed two different
    texts (``repeats_apart.csv``).

    Parameters
    ----------
    rollcalls : polars.DataFrame
        item, session, symbol, title, final: the joined roll calls of
        :func:`daylight.tables.votes.ballots.join`. Only votes known to be on a whole text are used.
    texts : polars.DataFrame
        symbol, session, title, agenda, subjects of every adopted text of the source
        `un_votes_resolutions`.
    first : int
        First session with later votes.

    Returns
    -------
    polars.DataFrame
        later, earlier (items), score (alikeness of the titles, 97 to 100); no item is twice in
        one column.
    """
    sessions = by_session(rollcalls, texts)
    complete = texts.select(pl.col("session").min()).item() if len(texts) else None
    found = [
        (text.item, *pair)
        for session in range(first, max(sessions, default=0) + 1)
        for text in sessions.get(session, [])
        if (pair := _earlier(text, session, sessions, complete)) is not None
    ]
    table = pl.DataFrame(found, schema=PAIRS, orient="row")
    return table.filter(pl.len().over("earlier") == 1).sort("later")


def _earlier(
    text: Text, session: int, sessions: Mapping[int, list[Text]], complete: int | None
) -> tuple[int, float] | None:
    """Return item and score of the text that `text` repeats, or None.

    From session `complete` on, texts adopted without a vote are known too: only there can it be
    said that a text is the first under its title.
    """
    if text.item is None or not _regular(text) or len(_alike(text, sessions[session])) > 1:
        return None
    before, others = _nearest(text, session, sessions)
    if len(others) != 1 or others[0].item is None or not _same(text, others[0]):
        return None
    founds = not _nearest(others[0], before, sessions)[1]
    if founds and complete is not None and before - REACH >= complete:
        return None
    return others[0].item, _score(text, others[0])


def _nearest(
    text: Text, session: int, sessions: Mapping[int, list[Text]]
) -> tuple[int, list[Text]]:
    """Return the nearest session before with texts of this title, and those texts."""
    for before in range(session - 1, session - REACH - 1, -1):
        if others := _alike(text, sessions.get(before, [])):
            return before, others
    return session, []


def _alike(text: Text, others: Iterable[Text]) -> list[Text]:
    return [o for o in others if o.numbers == text.numbers and _score(text, o) >= NEAR]


def _score(one: Text, two: Text) -> float:
    a, b = one.key, two.key
    if a.endswith(CUT) or b.endswith(CUT):
        short = min(len(a), len(b)) - 1
        a, b = a[:short], b[:short]
    return fuzz.ratio(a, b, score_cutoff=NEAR)


def _regular(text: Text) -> bool:
    return not (
        SPECIAL.match(text.symbol) or PART.search(text.symbol) or OCCASION.match(text.title)
    )


def _same(one: Text, two: Text) -> bool:
    if (one.symbol, two.symbol) in _apart() or not _regular(two):
        return False
    if one.steps is not None and two.steps is not None and one.steps != two.steps:
        return False
    if one.agenda and two.agenda:
        return fuzz.token_sort_ratio(one.agenda, two.agenda) >= SAME_AGENDA
    return True


@lru_cache
def _apart() -> frozenset[tuple[str, str]]:
    text = resources.files("daylight.tables.votes").joinpath("repeats_apart.csv").read_text("utf-8")
    return frozenset((row["later"], row["earlier"]) for row in csv.DictReader(io.StringIO(text)))
