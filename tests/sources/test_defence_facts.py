"""Dated facts on defence: words, dates, direction, and the yearly rows of the list."""

from __future__ import annotations

import csv
from importlib import resources

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.core.status import MISSING, OBSERVED
from daylight.sources.dcad.ties import WEIGHTS
from daylight.sources.defence_facts.source import COLUMNS, FILE, shape
from daylight.sources.defence_facts.yearly import AGREEMENTS, YEARLY
from daylight.sources.kit.declaration import PACKAGE
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.ties.yearly import standing

PACT = dict(zip(COLUMNS, (
    "F1", "promise", "RUS", "PRK", "both", "defence", "2024-06-19", "", "", "A treaty",
    "https://example.org", "",
), strict=True))  # fmt: skip
FACTS = {f.tie.measure: f for f in YEARLY}


def files(*rows: dict[str, str]) -> dict[str, bytes]:
    text = [",".join(COLUMNS), *(",".join(row.values()) for row in rows)]
    return {FILE: "\n".join(text).encode()}


def facts(*rows: dict[str, str]) -> pl.DataFrame:
    return shape(files(*rows), IssueLog("t"))["facts"]


def found(name: str, *rows: dict[str, str]) -> list[tuple[float, ...]]:
    made = FACTS[name].made({"defence_facts": {"facts": facts(*rows)}}, IssueLog("t")).rows
    return sorted(made.select("cow", "partner", "year", "value").rows())


def test_a_mutual_promise_holds_both_ways_from_signature() -> None:
    assert found("promise_since_2015", PACT) == [
        (365, 731, 2024, 3), (365, 731, 2025, 3), (731, 365, 2024, 3), (731, 365, 2025, 3),
    ]  # fmt: skip


def test_a_guarantee_is_of_one_to_the_other_and_the_strongest_counts() -> None:
    one = PACT | {"direction": "a_to_b", "start": "2025"}
    weak = PACT | {"id": "F2", "terms": "consultation", "start": "2025-01"}
    assert found("promise_since_2015", one, weak) == [(365, 731, 2025, 3), (731, 365, 2025, 2)]


def test_agreements_add_up_with_the_weights_of_older_ones() -> None:
    base = PACT | {"kind": "agreement", "terms": "general", "start": "2025-01-01"}
    sector = base | {"id": "F2", "terms": "sector"}
    assert found("agreements_since_2015", base, sector) == [(365, 731, 2025, 1.5)]
    assert AGREEMENTS == WEIGHTS


def test_force_counts_in_the_years_that_it_touches_whoever_used_it() -> None:
    force = PACT | {"kind": "force", "terms": "fighting", "start": "2020-12", "end": "2021-01-02"}
    back = force | {"id": "F2", "a": "PRK", "b": "RUS", "direction": "a_to_b"}
    assert found("force_since_2015", force, back) == [(365, 731, 2020, 1), (365, 731, 2021, 1)]


def test_troops_that_left_are_none_after_it() -> None:
    left = PACT | {"kind": "troops", "terms": "based", "direction": "a_to_b", "start": "",
                   "end": "2023-12-22"}  # fmt: skip
    assert found("troops_abroad", left) == [
        (365, 731, 2023, 1), (365, 731, 2024, 0), (365, 731, 2025, 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("odd", "text"),
    [
        ({"kind": "rumour"}, "kind 'rumour'"),
        ({"terms": "general"}, "terms 'general' of a promise"),
        ({"direction": "b_to_a"}, "direction 'b_to_a'"),
        ({"start": "19 June"}, "is not a date"),
        ({"start": ""}, "has no date"),
        ({"end": "2023"}, "ends before it starts"),
        ({"a": "XYZ"}, "XYZ"),
        ({"citation": "recalled"}, "has no citation"),
        ({}, "F1 is used twice"),
    ],
)
def test_what_is_not_known_stops(odd: dict[str, str], text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        facts(PACT, PACT | odd)


def test_the_list_itself() -> None:
    tables = {"defence_facts": load("defence_facts").tables}
    table = tables["defence_facts"]["facts"]
    assert set(table["kind"]) == {"promise", "agreement", "force", "troops"}
    made = FACTS["promise_since_2015"].made(tables, IssueLog("t"))
    asked = [(731, 365, 2023), (731, 365, 2025), (2, 694, 2025), (694, 2, 2025), (365, 630, 2025)]
    pairs = pl.DataFrame(asked, ["cow", "partner", "year"], orient="row")
    assert standing(FACTS["promise_since_2015"], made, pairs).select("value", "status").rows() == [
        (None, MISSING), (3.0, OBSERVED), (3.0, OBSERVED), (None, MISSING), (1.0, OBSERVED),
    ]  # fmt: skip


def test_every_fact_of_the_first_list_is_kept_or_dropped_with_a_reason() -> None:
    path = resources.files(PACKAGE).joinpath("defence_facts", "dropped.csv")
    dropped = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    assert all(row["reason"].strip() for row in dropped)
    kept = {name[:5] for name in load("defence_facts").tables["facts"]["fact"]}
    gone = {row["id"] for row in dropped}
    assert not kept & gone
    assert kept | gone == {f"DF{n:03}" for n in range(1, 132)}
