"""Recognition of Peking and Taipei: spells, and values only where a page confirms them."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.recognition import switches
from daylight.sources.recognition.source import COLUMNS, FILE, shape
from daylight.sources.recognition.yearly import RECOGNITION

SPELL = dict(zip(COLUMNS, ("93", "PRC", "2021-12-10", "", "", "page", "a page", ""), strict=True))
BEFORE = SPELL | {"recognised": "ROC", "start": "1990-11-06", "end": "2021-12-09"}
SWITCH = dict.fromkeys(switches.COLUMNS, "") | {
    "id": "S1", "state": "93", "date": "2021-12-10", "left": "ROC", "joined": "PRC",
    "outcome": "moved", "bidders": "PRC", "driver": "sanctions", "winner": "PRC",
    "winner_offer": "vaccines", "truce": "no", "checked": "page", "citation": "https://example.org",
    "offer_checked": "recalled",
}  # fmt: skip
STAYED = SWITCH | {"id": "S2", "date": "2008-06", "outcome": "stayed", "bidders": "none",
                   "driver": "truce_refusal", "winner": "ROC", "truce": "yes"}  # fmt: skip


def table(columns: tuple[str, ...], *rows: dict[str, str]) -> bytes:
    text = [",".join(columns), *(",".join(row.values()) for row in rows)]
    return "\n".join(text).encode()


def files(*rows: dict[str, str], moves: tuple[dict[str, str], ...] = ()) -> dict[str, bytes]:
    """Return both files; a list without any change needs no switch."""
    return {FILE: table(COLUMNS, *rows), switches.FILE: table(switches.COLUMNS, *moves)}


def spells(*rows: dict[str, str]) -> pl.DataFrame:
    moves = (SWITCH,) if len(rows) > 1 else ()
    return shape(files(*rows, moves=moves), IssueLog("t"))["spells"]


def values(*rows: dict[str, str]) -> dict[tuple[int, int], float | None]:
    made = RECOGNITION.made({"recognition": {"spells": spells(*rows)}}, IssueLog("t")).rows
    return {
        (partner, year): v for partner, year, v in made.select("partner", "year", "value").rows()
    }


def test_the_side_at_the_end_of_the_year_is_recognised_and_the_other_not() -> None:
    got = values(BEFORE, SPELL)
    assert [got[710, year] for year in (1990, 2020, 2021, 2025)] == [0, 0, 1, 1]
    assert [got[713, year] for year in (1990, 2020, 2021, 2025)] == [1, 1, 0, 0]
    assert (710, 1989) not in got


def test_spells_that_no_page_confirms_have_no_value() -> None:
    assert set(values(SPELL | {"confirmed": "unconfirmed"}).values()) == {None}


def test_both_and_none() -> None:
    assert values(SPELL | {"recognised": "both"})[713, 2022] == 1
    assert values(SPELL | {"recognised": "none"})[710, 2022] == 0


def test_an_end_known_to_the_month_ends_before_the_next_spell() -> None:
    got = spells(BEFORE | {"end": "2021-12"}, SPELL)
    assert got["end"].to_list() == [date(2021, 12, 9), None]


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ((SPELL | {"state": "999"},), "'999' is no COW number"),
        ((SPELL | {"state": ""},), "'' is no COW number"),
        ((SPELL | {"start": ""},), "'' is not a date"),
        ((SPELL | {"recognised": "Taiwan"},), "recognised 'Taiwan'"),
        ((SPELL | {"citation": ""},), "has no citation"),
        ((SPELL, BEFORE | {"end": "2021-12-10"}), "overlaps the next"),
        ((BEFORE | {"end": ""}, SPELL), "overlaps the next"),
        ((BEFORE | {"end": "1980-01-01"},), "runs backwards"),
    ],
)
def test_what_does_not_fit_stops(rows: tuple[dict[str, str], ...], text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        spells(*rows)


def test_the_list_itself() -> None:
    rows = RECOGNITION.made({"recognition": load("recognition").tables}, IssueLog("t")).rows
    solomon = rows.filter((pl.col("cow") == 940) & (pl.col("year") >= 2019)).sort("partner", "year")
    assert solomon.filter(pl.col("partner") == 710)["value"].to_list() == [1] * 7
    assert solomon.filter(pl.col("partner") == 713)["value"].to_list() == [0] * 7
