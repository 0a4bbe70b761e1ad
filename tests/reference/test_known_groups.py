"""The validity page: pairs known well, from the atlas that ships, and the tables of its figures."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import numpy as np
import pytest
from known_groups import GROUPS, Row, counts, markdown, met, rows

from daylight.store.atlas import Atlas

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "methods" / "validity.md"
FIGURES = PAGE.with_name("validity-figures.json")
FLOORS = {"index": 59, "level": 50}
"""Expectations met; a floor falls only with a reason. That of the level was 51 until its intervals
were widened by eight splits, not one: drawn with the wider error, Russia and Belarus in 2000 are
ahead of 79.9 % of pairs, no longer of 80."""
TESTED = 77
"""Expectations with values in all their years; it only rises too."""
MARK = r"<!-- validity: ([\w-]+) -->\n(.*?)\n<!-- end -->"


def shown() -> dict[str, str]:
    return dict(re.findall(MARK, PAGE.read_text("utf-8"), re.S))


@pytest.fixture(scope="module")
def table(book: Atlas) -> tuple[Row, ...]:
    return rows(book)


@pytest.mark.slow
def test_the_page_shows_the_table_of_known_groups(table: tuple[Row, ...]) -> None:
    assert shown()["known-groups"] == markdown(table), "run `python benchmarks/validity.py --page`"


@pytest.mark.slow
@pytest.mark.parametrize("kind", list(FLOORS))
def test_known_groups_stand_as_expected(table: tuple[Row, ...], kind: str) -> None:
    reached, tested = counts(table)[kind]
    assert tested >= TESTED
    assert reached >= FLOORS[kind]


def test_the_page_shows_the_figures_of_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(ROOT / "benchmarks"), *sys.path])
    from validity_page import blocks

    made = blocks(json.loads(FIGURES.read_text("utf-8")))
    found = shown()
    assert set(found) == {*made, "known-groups"}
    stale = [name for name, text in made.items() if found[name] != text]
    assert not stale, "run `python benchmarks/validity.py --page`"


def test_concordance_counts_the_couples_of_a_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(ROOT / "benchmarks"), *sys.path])
    from validity_rank import Cases, concordance

    rng = np.random.default_rng(1)
    year, outcome = rng.integers(2000, 2003, 200), rng.integers(0, 3, 200)
    score = rng.integers(0, 6, 200) + outcome  # many ties
    keys = rng.integers(1, 40, 200) * 1000 + rng.integers(40, 80, 200)
    cases = Cases(keys, year, outcome.astype(float), {"level": score.astype(float)})
    found = concordance(cases).draws["level"][0]
    couples = [
        (score[i] > score[k]) + 0.5 * (score[i] == score[k])
        for i in range(200)
        for k in range(200)
        if year[i] == year[k] and outcome[i] > outcome[k]
    ]
    assert found == pytest.approx(np.mean(couples))


def test_the_figures_are_of_the_atlas_that_ships(book: Atlas) -> None:
    figures = json.loads(FIGURES.read_text("utf-8"))
    assert figures["atlas"] == book.manifest.id, "run `python benchmarks/validity.py`"


@pytest.mark.parametrize(
    ("expected", "values", "found"),
    [
        ("high", (80.0, 99.0), True),
        ("high", (79.9, 99.0), False),
        ("low", (0.0, 20.0), True),
        ("low", (0.0, 20.1), False),
        ("falls", (60.0, 90.0, 50.0), True),
        ("falls", (60.0, 50.1), False),
        ("rises", (50.0, 60.0), True),
        ("rises", (60.0, 50.0), False),
        ("low", (0.0, None), None),
    ],
)
def test_an_expectation_is_met(
    expected: str, values: tuple[float | None, ...], found: bool | None
) -> None:
    assert met(expected, values) is found  # type: ignore[arg-type]


def test_no_pair_is_expected_to_do_two_things_at_once() -> None:
    keys = [(a, b, years, d) for a, b, years, _, dimensions in GROUPS for d in dimensions]
    assert len(keys) == len(set(keys))
