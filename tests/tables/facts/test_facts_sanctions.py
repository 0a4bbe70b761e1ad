"""Facts of sanctions: one a run of years, one where kinds are added, and the organisation named."""

from __future__ import annotations

from datetime import date

import polars as pl
from lists_of_facts import FRANCE, GERMANY, IRAN, ITALY, RUSSIA, USA, WEST_GERMANY, blocs, said

from daylight.sources.gsdb.source import KINDS
from daylight.sources.kit.issues import IssueLog
from daylight.tables.facts.row import FactRow
from daylight.tables.facts.sanctions import sanctions


def made(*cases: tuple[int | str, int, int, int, str], whole: bool = False) -> list[FactRow]:
    """Return facts of cases: sender or organisation, target, begin, end, kinds."""
    rows = []
    for number, (sender, target, begin, end, kinds) in enumerate(cases):
        group = sender if isinstance(sender, str) else None
        ban = 2 if whole else int("trade" in kinds)
        rows.append(
            (number, str(sender), str(target), begin, end, *(int(k in kinds) for k in KINDS),
             ban, ban, None if group else sender, group, target, None)
        )  # fmt: skip
    types = {
        "case": pl.Int32, "sender": pl.String, "target": pl.String, "begin": pl.Int16,
        "end": pl.Int16, **dict.fromkeys(KINDS, pl.Int8), "exports": pl.Int8, "imports": pl.Int8,
        "sender_cow": pl.Int16, "sender_group": pl.String, "target_cow": pl.Int16,
        "target_group": pl.String,
    }  # fmt: skip
    none = dict.fromkeys(("cow", "start", "end"), pl.Int16) | {"organisation": pl.String}
    members = blocs(
        ("EU", FRANCE, "1958-01-01", None), ("EU", ITALY, "1958-01-01", None),
        ("EU", WEST_GERMANY, "1958-01-01", "1990-10-03"), ("EU", GERMANY, "1990-10-03", None),
    )  # fmt: skip
    gsdb = {
        "cases": pl.DataFrame(rows, types, orient="row"),
        "groups": pl.DataFrame(schema=none).select("organisation", "cow", "start", "end"),
    }
    return list(sanctions({"gsdb": gsdb, "blocs": members}, IssueLog("test")))


def test_a_run_is_one_fact_and_a_new_kind_another() -> None:
    found = made((USA, IRAN, 1984, 2000, "arms"), (USA, IRAN, 1990, 2001, "arms trade"))
    assert said(found) == [
        (USA, IRAN, "1984", "sanctions", "United States sanctions Iran: arms"),
        (USA, IRAN, "1990", "sanctions", "United States also sanctions Iran: trade"),
    ]
    assert [(f.until, f.until_precision, f.actor) for f in found] == [
        (date(2001, 12, 31), "year", USA), (None, None, USA),
    ]  # fmt: skip


def test_a_run_to_the_last_year_of_the_data_is_open() -> None:
    (fact,) = made((USA, IRAN, 2010, 2023, "arms"))
    assert (fact.until, fact.open_to) == (None, date(2023, 12, 31))


def test_years_without_sanctions_part_two_runs() -> None:
    found = made((USA, IRAN, 1984, 1985, "arms"), (USA, IRAN, 1990, 1991, "arms"))
    assert [f.day.year for f in found] == [1984, 1990]


def test_an_organisation_is_named_where_a_member_acts_with_it_alone() -> None:
    found = made(
        ("EU", RUSSIA, 2014, 2023, "finance financial"), (ITALY, RUSSIA, 2014, 2023, "arms")
    )
    texts = {f.a: f.text for f in found}
    assert texts[FRANCE] == "France sanctions Russia, with the EU: finance"
    assert "EU" not in texts[ITALY]


def test_a_state_goes_on_through_a_change_of_its_number() -> None:
    found = [f for f in made(("EU", RUSSIA, 1985, 1995, "arms")) if f.a in (GERMANY, WEST_GERMANY)]
    assert [(f.a, f.day.year, f.until) for f in found] == [
        (WEST_GERMANY, 1985, date(1995, 12, 31)),
    ]


def test_a_ban_of_all_trade_is_said_once() -> None:
    found = made((USA, IRAN, 1990, 1992, "trade"), (USA, IRAN, 1991, 1992, "trade"), whole=True)
    assert [f.text for f in found] == ["United States sanctions Iran: all trade"]


def test_arms_and_many_kinds_weigh_more_than_one_kind_on_a_few() -> None:
    weight = {
        kinds: made((USA, IRAN, 1990, 1992, kinds))[0].weight
        for kinds in ("financial", "arms", "financial travel trade")
    }
    assert weight["financial"] < weight["arms"] == weight["financial travel trade"]
    (whole,) = made((USA, IRAN, 1990, 1992, "trade"), whole=True)
    assert whole.weight > weight["arms"]
