"""Switches of recognition: marks, the truce, and agreement with the spells."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from test_recognition import BEFORE, SPELL, STAYED, SWITCH, files

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.recognition.source import shape
from daylight.store.schemas.recognition import CHECKED, DRIVERS, OUTCOMES, TRUCE

AMOUNT = {"winner_million": "4.5", "winner_million_checked": "recalled", "amount_year": "2021"}
ROW = dict[str, str]


def moves(*rows: ROW, spells: tuple[ROW, ...] = (BEFORE, SPELL)) -> pl.DataFrame:
    return shape(files(*spells, moves=rows), IssueLog("t"))["switches"]


def test_a_switch_has_its_day_and_what_was_offered() -> None:
    stayed, moved = moves(SWITCH | AMOUNT, STAYED).iter_rows(named=True)
    assert (moved["cow"], moved["date"], moved["precision"]) == (93, date(2021, 12, 10), "day")
    assert (moved["winner_million"], moved["amount_year"], moved["truce"]) == (4.5, 2021, False)
    assert (stayed["date"], stayed["precision"], stayed["truce"]) == (
        date(2008, 6, 1), "month", True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("odd", "text"),
    [
        ({"driver": "whim"}, "driver 'whim'"),
        ({"outcome": "yes"}, "outcome 'yes'"),
        ({"checked": "seen"}, "checked 'seen'"),
        ({"state": "VAT"}, "no COW number"),
        ({"id": ""}, "has no id"),
        ({"joined": "ROC", "winner": "ROC"}, "the winner is one of the two"),
        ({"winner": "none"}, "the winner is one of the two"),
        ({"outcome": "stayed"}, "has ROC as the winner"),
        ({"winner": "ROC"}, "has ROC as the winner"),
        ({"citation": ""}, "has no citation"),
        ({"winner_offer": ""}, "give an offer and how it was checked"),
        ({"offer_checked": ""}, "give an offer and how it was checked"),
        (AMOUNT | {"winner_million_checked": ""}, "winner_million and how it was checked"),
        (AMOUNT | {"winner_million_checked": "page"}, "and the offer was not"),
        (AMOUNT | {"amount_year": ""}, "amounts and their year"),
        (AMOUNT | {"winner_million": "4 million"}, "is no amount"),
        (AMOUNT | {"winner_million": "4000000"}, "write millions"),
        (AMOUNT | {"winner_million": "0"}, "is no amount"),
        (AMOUNT | {"amount_year": "MMXXI"}, "is no year"),
        ({"truce": "yes"}, "truce is yes"),
        ({"date": "2021-12"}, "moved; give the day"),
        ({"date": "2021-12-32"}, "is not a date"),
        ({"date": "2021-12-11"}, "begins no spell of PRC"),
    ],
)
def test_what_is_not_borne_out_stops(odd: ROW, text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        moves(SWITCH | odd)


@pytest.mark.parametrize(
    ("day", "truce"),
    [("2008-05-19", "no"), ("2008-05-20", "yes"), ("2016-05-19", "yes"), ("2016-05-20", "no")],
)
def test_the_truce_has_a_first_and_a_last_day(day: str, truce: str) -> None:
    other = {"yes": "no", "no": "yes"}[truce]
    assert moves(SWITCH, STAYED | {"date": day, "truce": truce})["truce"][0] == (truce == "yes")
    with pytest.raises(SourceChanged, match=f"truce is {other}"):
        moves(SWITCH, STAYED | {"date": day, "truce": other})


def test_a_month_in_which_the_truce_began_may_be_either() -> None:
    for truce in ("yes", "no"):
        assert len(moves(SWITCH, STAYED | {"date": "2008-05", "truce": truce})) == 2


def test_spells_and_switches_say_the_same() -> None:
    neither = SPELL | {"recognised": "none"}
    with pytest.raises(SourceChanged, match="no switch for the spell 93, 2021-12-10"):
        moves()
    with pytest.raises(SourceChanged, match="begins no spell of PRC"):
        moves(SWITCH, spells=(BEFORE, neither))
    with pytest.raises(SourceChanged, match="left ROC; the spells say PRC"):
        earlier = BEFORE | {"recognised": "PRC"}
        moves(SWITCH, spells=(earlier, SPELL))
    with pytest.raises(SourceChanged, match="stayed with ROC; the spells say PRC"):
        moves(SWITCH, STAYED | {"date": "2022-01", "truce": "no"})
    began = STAYED | {"date": "1990", "truce": "no"}
    assert len(moves(SWITCH, began)) == 2, "it recognised Taipei on some days of 1990"
    with pytest.raises(SourceChanged, match="the spells say nothing"):
        moves(SWITCH, began | {"date": "1990-10"})
    with pytest.raises(SourceChanged, match="stands twice"):
        moves(SWITCH, SWITCH | {"id": "S9"})


def test_a_departure_and_years_with_neither() -> None:
    gone = SWITCH | {"outcome": "left", "joined": "none", "winner": "none"}
    neither = SPELL | {"recognised": "none", "end": "2022-12-31"}
    later = SPELL | {"start": "2023-01-01"}
    back = SWITCH | {"id": "S3", "date": "2023-01-01"}
    assert len(moves(gone, back, spells=(BEFORE, neither, later))) == 2


def test_a_gap_between_spells_stops() -> None:
    with pytest.raises(SourceChanged, match="there is a gap after"):
        moves(SWITCH, spells=(BEFORE | {"end": "2021-12-01"}, SPELL))


def test_the_list_itself() -> None:
    table = load("recognition").tables["switches"]
    assert set(table["outcome"]) == set(OUTCOMES)
    assert set(table["checked"]) == set(CHECKED)
    assert set(table["driver"]) <= set(DRIVERS)
    truce = table.filter("truce")
    assert truce["date"].is_between(*TRUCE).all()
    lost = table.filter((pl.col("left") == "ROC") & (pl.col("outcome") != "stayed"))
    since = lost.filter(pl.col("date") >= date(1990, 1, 1))
    assert since["checked"].is_in(["page", "page_vague"]).all(), "all were seen on a page"
    days = since.select("cow", "date").rows()
    assert (93, date(2021, 12, 10)) in days
    assert (970, date(2024, 1, 24)) in days
