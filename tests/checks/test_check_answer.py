"""Whole articles checked: evidence, sources, commands that run, words, and how it is shown."""

from __future__ import annotations

import json
import shlex
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from daylight.checks.check import check
from daylight.checks.commands import literal, sql
from daylight.checks.records import Check
from daylight.checks.verdict import UNKNOWN, VERDICTS
from daylight.checks.words import BEYOND
from daylight.claims.records import UNCHECKABLE
from daylight.cli.main import root
from daylight.core.errors import BadInput
from daylight.core.said import at

PAGES = Path(__file__).parents[1] / "articles" / "pages"
CASES = {
    "asean-2016.txt": "2016-07-18", "cuba-1991.html": "1991-09-16", "egypt-1976.html": "1976-04-05",
}  # fmt: skip
ARTICLE = Path(__file__).parents[3] / "shared/articles/why-russia-wont-help-trump-on-iran.txt"


@cache
def checked(name: str) -> Check:
    return check(str(PAGES / name), CASES[name])


@pytest.fixture(params=CASES)
def answer(request: pytest.FixtureRequest) -> Check:
    return checked(request.param)


def test_claims_are_found_and_judged(answer: Check) -> None:
    assert len(answer.claims) > 5
    assert set(answer.counts) == set(VERDICTS)
    assert sum(answer.counts.values()) == len(answer.claims)
    for one in answer.claims:
        assert (one.verdict == BEYOND) == (one.type in UNCHECKABLE)
        assert one.answer.endswith(".")
        assert one.text in one.sentence or one.sentence in one.text


def test_the_headline_is_a_finding(answer: Check) -> None:
    assert answer.headline == f"{answer.findings[0].text}."
    for finding in answer.findings:
        assert finding.text[0].isupper() or finding.text[0].isdigit()
        assert not finding.text.endswith(".")


def test_pointers_lead_somewhere(answer: Check) -> None:
    document = answer.to_dict()
    pointers = [p for finding in answer.findings for p in finding.evidence]
    pointers += [p for caveat in answer.caveats for p in caveat.touches]
    pointers += [p for source in answer.sources for p in source.supports]
    assert pointers
    for pointer in pointers:
        at(document, pointer)


def test_every_figure_has_a_source_that_is_listed(answer: Check) -> None:
    supported = {p for source in answer.sources for p in source.supports}
    for k, one in enumerate(answer.claims):
        assert not one.figures or f"/claims/{k}" in supported
        assert all(figure.source for figure in one.figures)
        assert one.figures or one.verdict in (UNKNOWN, BEYOND) or f"/claims/{k}" in supported


def test_nothing_of_after_the_text_is_told(answer: Check) -> None:
    last = answer.request.as_of.year
    for one in answer.claims:
        if one.time is None or one.time.last.year <= last:
            texts = [one.answer, one.definition or "", *(figure.text for figure in one.figures)]
            told = " ".join(texts).replace("of 2015", "")
            assert not any(str(year) in told.split() for year in range(last + 1, 2031))


def test_it_is_shown(answer: Check) -> None:
    text = answer.text(80)
    assert "RULE" not in text
    assert "See: daylight" in " ".join(text.split())
    page = answer.view.page(answer)
    assert page.count("<h1") == 1
    assert len(answer.to_polars()) == len(answer.claims)
    json.loads(answer.to_json())


@cache
def ran(command: str) -> Any:
    result = CliRunner().invoke(root, [*shlex.split(command)[1:], "--format", "json"])
    assert result.exit_code == 0, f"{command}: {result.output}"
    return json.loads(result.stdout)


def test_queries_show_the_rows(answer: Check) -> None:
    """Those over tables, which are quick."""
    for one in answer.claims:
        for query in one.query:
            if query.startswith("daylight sql") and one.figures:
                assert ran(query), query


@pytest.mark.slow
def test_every_command_runs(answer: Check) -> None:
    for query in (query for one in answer.claims for query in one.query):
        ran(query)


@pytest.mark.slow
@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is used where it lies only")
def test_the_motivating_article() -> None:
    found = check(str(ARTICLE), "2017-02-01")
    kinds = {one.type for one in found.claims}
    assert {
        "count",
        "candidate",
        "tether",
        "statement",
        "meeting",
        "base",
        "resilience",
        "superlative",
    } <= kinds
    for query in (query for one in found.claims for query in one.query):
        ran(query)


@pytest.mark.parametrize(
    "name", ["Côte d'Ivoire", "plain", 'a "b" `c` $d', "back\\slash!", "x; DROP"]
)
def test_names_are_quoted(name: str) -> None:
    command = sql(f"SELECT {literal(name)} AS name")
    assert ran(command) == [{"name": name}]


def test_a_text_without_a_date_asks_for_one(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("NATO has sixteen members, which is a lot of members for a pact.\n", "utf-8")
    with pytest.raises(BadInput, match="--as-of"):
        check(str(page))
    found = check(str(page), date(1990, 3, 15))
    assert [one.verdict for one in found.claims] == ["supported"]
    assert found.headline == "Checked 1 claim against data: 1 supported."


def test_a_text_without_claims(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("The weather was fine and the tea was hot in the old town.\n", "utf-8")
    found = check(str(page), 2016)
    assert found.claims == ()
    assert found.headline == "No claim that data can decide was found."
    assert found.findings[0].evidence == ("/counts",)
