"""Every command that a verdict on the five articles shows runs, and SQL with rows gives them."""

from __future__ import annotations

import json
import shlex
from functools import cache
from pathlib import Path

import pytest
import yaml
from claims_cases import PAGES
from click.testing import CliRunner, Result

import daylight as dl
from daylight.checks.records import Check, Checked
from daylight.cli.main import root

pytestmark = pytest.mark.slow
HERE = Path(__file__).parent / "pages"
DECIDED = ("supported", "supported under a definition", "contradicted", "mixed")
"""Verdicts that rest on something, so that something must be shown for them."""


@cache
def check(name: str) -> Check:
    page = yaml.safe_load((HERE / f"{name}.yml").read_text("utf-8"))
    return dl.check(str(HERE / page["file"]), as_of=str(page["as_of"]))


def claims() -> list[tuple[str, Checked]]:
    return [(name, claim) for name in PAGES["pages"] for claim in check(name).claims]


def queries(kind: str) -> list[str]:
    """Return the commands shown, each once: SQL, or questions."""
    every = dict.fromkeys(query for _, claim in claims() for query in claim.query)
    return [query for query in every if (shlex.split(query)[1] == "sql") == (kind == "sql")]


def run(query: str, *more: str) -> Result:
    program, *arguments = shlex.split(query)
    assert program == "daylight"
    found = CliRunner().invoke(root, [*arguments, *more])
    assert found.exit_code == 0, (query, found.output)
    return found


@cache
def rows(query: str) -> int:
    """Return how many rows a shown SQL query gives."""
    found = json.loads(run(query, "--format", "json").stdout)
    assert isinstance(found, list)
    return len(found)


def test_every_shown_question_is_answered() -> None:
    shown = queries("question")
    assert len(shown) >= 20
    for query in shown:
        assert len(run(query).stdout) > 100, query


def test_every_shown_sql_query_runs() -> None:
    shown = queries("sql")
    assert len(shown) >= 20
    for query in shown:
        rows(query)


def test_what_a_verdict_rests_on_is_shown() -> None:
    decided = [(name, claim) for name, claim in claims() if claim.verdict in DECIDED]
    assert len(decided) >= 25
    for name, claim in decided:
        assert claim.query, (name, claim.type)
        tables = [query for query in claim.query if shlex.split(query)[1] == "sql"]
        assert not tables or any(rows(query) for query in tables), (name, claim.type)
