"""Facts of the Security Council: vetoes by matter, admissions, votes; lists in order."""

from __future__ import annotations

import csv
from datetime import date
from importlib import resources

import polars as pl
import pytest
from lists_of_facts import CHINA, IRAN, RUSSIA, SYRIA, UK, USA

from daylight.core.errors import SourceChanged
from daylight.core.states import get
from daylight.tables.facts import council


def listed(file: str) -> list[dict[str, str]]:
    text = resources.files("daylight.tables.facts").joinpath(file).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def vetoes(moved: bool = False) -> dict[str, pl.DataFrame]:
    """Return every draft of the list, vetoed by Moscow."""
    drafts = {
        (int(row["item"]), date.fromisoformat(row["date"])) for row in listed("veto_matters.csv")
    }
    rows = [(item + moved, day, f"S/{item}", RUSSIA) for item, day in sorted(drafts)]
    kinds = {"item": pl.UInt32, "date": pl.Date, "draft": pl.String, "cow": pl.Int16}
    return {"vetoes": pl.DataFrame(rows, kinds, orient="row")}


def test_a_veto_is_a_fact_of_whom_the_draft_is_about() -> None:
    found = {(f.a, f.b, f.day): f for f in council.vetoes(vetoes())}
    syria = found[RUSSIA, SYRIA, date(2011, 10, 4)]
    assert (syria.text, syria.actor) == ("Russia vetoes a UN draft on Syria", RUSSIA)
    assert syria.citation.startswith("UN S/")  # type: ignore[union-attr]
    corfu = found[UK, RUSSIA, date(1947, 3, 25)]
    assert corfu.text == "Soviet Union vetoes a UN draft on the mines in the Corfu Channel"
    admitted = found[325, RUSSIA, date(1947, 8, 21)]
    assert admitted.text == "Soviet Union vetoes the admission of Italy to the UN"


def test_drafts_under_other_numbers_stop_the_build() -> None:
    with pytest.raises(SourceChanged, match="veto_matters"):
        list(council.vetoes(vetoes(moved=True)))


def votes(year: int = 2010) -> dict[str, pl.DataFrame]:
    cast = [(USA, 1), (RUSSIA, 1), (CHINA, 2), (640, 3), (IRAN, 1)]
    every = {
        (int(r["item"]), date.fromisoformat(r["date"]).year)
        for r in listed("council_resolutions.csv")
    }
    rows = [
        (item, y if item != 1929 else year, cow, vote)
        for item, y in sorted(every)
        for cow, vote in cast
    ]
    kinds = {"item": pl.Int32, "year": pl.Int16, "cow": pl.Int16, "vote": pl.Int8}
    return {"votes": pl.DataFrame(rows, kinds, orient="row")}


def test_a_vote_on_sanctions_says_how_it_was_cast_and_no_state_votes_on_itself() -> None:
    day = date(2010, 6, 9)
    found = {f.actor: f for f in council.votes(votes()) if f.day == day}
    assert found[RUSSIA].text == "Russia votes for UN sanctions on Iran"
    assert found[CHINA].text == "China abstains on UN sanctions on Iran"
    assert found[640].text == "Turkey votes against UN sanctions on Iran"
    assert found[640].weight > found[CHINA].weight > found[RUSSIA].weight
    assert IRAN not in found


def test_a_resolution_of_another_year_stops_the_build() -> None:
    with pytest.raises(SourceChanged, match="council_resolutions"):
        list(council.votes(votes(year=2011)))


@pytest.mark.parametrize("file", ["veto_matters.csv", "council_resolutions.csv"])
def test_lists_name_states_once_each_in_order_of_the_day(file: str) -> None:
    rows = listed(file)
    assert all(get(int(row["cow"])) for row in rows)
    keys = [(row["item"], row["cow"]) for row in rows]
    assert len(set(keys)) == len(keys)
    assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)
    assert all(bool(row["matter"]) != (row.get("kind") == "admission") for row in rows)
