"""Every row marked as a row of a data set equals that row in the mirror of real data."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from itertools import product
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from daylight.sources.kit.load import load

pytestmark = pytest.mark.mirror
Found = set[tuple[date, frozenset[int]]]
"""Days, and the states that the data set has in the event of the day."""
FORCE = 4
"""Level of hostility from which a militarised dispute is a use of force."""
COUNCIL = {"RUSSIAN FEDERATION": 365, "CHINA": 710, "UNITED STATES": 2, "UNITED KINGDOM": 200,
           "GERMANY": 255, "TURKEY": 640, "UGANDA": 500, "SERBIA": 345, "ANGOLA": 540}  # fmt: skip
VETOES = {"Russia": 365}
ABOUT = {"Eritrea": 531}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as text:
        yield from csv.DictReader(text)


def _day(row: dict[str, Any], year: str, month: str, day: str) -> date | None:
    try:
        return date(*(int(row[name]) for name in (year, month, day)))
    except ValueError:
        return None


def _atop(mirror: Path) -> dict[str, Found]:
    """Entries and exits of each member, with the fellow members of the phase."""
    phases: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in _rows(mirror / "atop" / "atop5_1m.csv"):
        phases[row["atopid"], row["phase"]].append(row)
    found: dict[str, Found] = defaultdict(set)
    for (number, _), members in phases.items():
        states = frozenset(int(row["member"]) for row in members)
        for row, end in product(members, ("ent", "exit")):
            day = _day(row, f"yr{end}", f"mo{end}", f"day{end}")
            if day:
                found[f"ATOP 5.1, atopid {number}"].add((day, states))
    return found


def _icb(mirror: Path) -> dict[str, Found]:
    """Triggers of dyads, and of crisis actors by whoever triggered."""
    found: dict[str, Found] = defaultdict(set)
    for release, dyads, actors in (
        ("v15", "icb/icbdy_v15.csv", "icb/icb2v15.csv"),
        ("v16", "icb_v16/icbdy_v16_crises_497_512.csv", "icb_v16/icb2v16_crises_497_512.csv"),
    ):
        for row in _rows(mirror / dyads):
            day = _day(row, "trgyrdy", "trgmody", "trgdady")
            if day:
                pair = frozenset((int(row["statea"]), int(row["stateb"])))
                found[f"ICB {release}, crisis {row['crisno']}"].add((day, pair))
        for row in _rows(mirror / actors):
            day = _day(row, "yrtrig", "motrig", "datrig")
            if day:
                pair = frozenset((int(row["cracid"]), int(row["trigent"] or 0)))
                found[f"ICB {release}, crisis {row['crisno']}"].add((day, pair))
    return found


def _mid(mirror: Path) -> dict[str, Found]:
    """The day on which both of two opponents were in a dispute with use of force."""
    disputes: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in _rows(mirror / "mid" / "MIDB 5.0.csv"):
        disputes[row["dispnum"]].append(row)
    found: dict[str, Found] = defaultdict(set)
    for number, sides in disputes.items():
        for one, other in product(sides, sides):
            days = [_day(row, "styear", "stmon", "stday") for row in (one, other)]
            force = max(int(row["hostlev"]) for row in (one, other)) >= FORCE
            if one["sidea"] != other["sidea"] and all(days) and force:
                pair = frozenset(int(row["ccode"]) for row in (one, other))
                found[f"MID 5.0, dispute {number}"].add((max(d for d in days if d), pair))
    return found


def _archigos(mirror: Path) -> dict[str, Found]:
    found: dict[str, Found] = defaultdict(set)
    table = pl.read_parquet(mirror / "leaders" / "archigos_4.1.parquet")
    for row in table.iter_rows(named=True):
        for column, word in (("eindate", "enters"), ("eoutdate", "leaves")):
            if row[column]:
                day = row[column].date()
                text = f"Archigos 4.1, country {row['ccode']}, {row['leader']} {word} on {day}"
                found[text].add((day, frozenset([row["ccode"]])))
    return found


def _votes(mirror: Path) -> dict[str, Found]:
    """Day of adoption, with the states of :data:`COUNCIL` that had a vote, and of the title."""
    found: dict[str, Found] = defaultdict(set)
    council = sorted((mirror / "unsc_votes").glob("*.json"))
    for path in (*council, mirror / "unga_votes" / "ES-11.json"):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            number = re.search(r"RES/(ES-11/\d+|\d+)", row["symbol"])
            words = re.match(r"\d+ \w+ \d{4}", row["adoption_date"])
            if not number or not words:
                continue
            day = datetime.strptime(words[0], "%d %B %Y").date()
            names = {n for key in row if key.startswith("MS_") and isinstance(row[key], list)
                     for n in row[key]}  # fmt: skip
            named = {
                cow for name, cow in ABOUT.items() if name in (row.get("resolution_title") or "")
            }
            states = frozenset(cow for name, cow in COUNCIL.items() if name in names) | named
            body = "General Assembly" if path.parent.name == "unga_votes" else "Security Council"
            text = f"UN {body} resolution {number[1]} ({day.year}), roll call"
            found[text].add((day, states))
    for row in _rows(mirror / "unga_votes" / "ES-11_7_yes_no_from_wikipedia.csv"):
        if row["iso3"] == "SRB" and row["vote"] == "Y":
            day = date.fromisoformat(row["date"])
            text = f"UN General Assembly resolution ES-11/7 ({day.year}), roll call"
            found[text].add((day, frozenset([345])))
    for row in _rows(mirror / "unsc_vetoes" / "unsc_vetoes_1946_sept2022.csv"):
        month, dom, year = (int(part) for part in row["date"].split("/"))
        state = VETOES.get(row["member_veto1"])
        if state:
            text = f"UN Security Council draft {row['draft']}, veto"
            found[text].add((date(year, month, dom), frozenset([state])))
    return found


def _ucdp() -> dict[str, Found]:
    """The conflicts of 2022 and 2025, as the curated list of force has them from UCDP."""
    facts = load("defence_facts").tables["facts"].filter(pl.col("kind") == "force")
    found: dict[str, Found] = defaultdict(set)
    for row in facts.iter_rows(named=True):
        found[row["citation"]].add((row["start"], frozenset((row["cow"], row["partner"]))))
    return found


def test_rows_of_data_sets_equal_the_mirror(mirror: Path) -> None:
    found: dict[str, Found] = {}
    for rows in (_atop(mirror), _icb(mirror), _mid(mirror), _archigos(mirror), _votes(mirror),
                 _ucdp()):  # fmt: skip
        found |= rows
    table = load("shocks").tables["shocks"].filter(pl.col("checked") == "data_row")
    wrong = []
    for row in table.iter_rows(named=True):
        states = {row["a"], row["b"], row["third"]} - {None}
        text = re.sub(r" \([^)]*\)$", "", row["citation"])
        days = {day for day, parties in found.get(text, set()) if states & parties}
        if row["date"] not in days:
            wrong.append((row["id"], row["date"], row["citation"], sorted(days)))
    assert not wrong
    assert len(table) >= 170
