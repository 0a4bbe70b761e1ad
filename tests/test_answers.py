"""The contract of all answers, held over everything in the catalogue."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from daylight import questions
from daylight.briefs.records import Brief
from daylight.catalogue import CATALOGUE, by_name
from daylight.cli.main import root
from daylight.core.answer import SCHEMA_VERSION, Answer
from daylight.core.lazy import load
from daylight.core.question import Question
from daylight.core.said import Caveat, SourceNote, at
from daylight.show.schema import schema
from daylight.show.view import View

ENDS = ("caveats", "sources")
HEAD = ("schema_version", "request", "answer")
CASES = {
    "RUS-IRN": (("RUS", "IRN"), "2017-02-01", "USA"),
    "DEU-FRA": (("DEU", "FRA"), "1910", "GBR"),
    "UKR-RUS": (("UKR", "RUS"), "2025-06-01", "USA"),
    "NRU-TUV": (("NRU", "TUV"), "2015", "AUS"),
}


@cache
def asked(name: str, case: str) -> Answer:
    """Put a question to one of the cases."""
    question = by_name(name)
    assert question is not None
    states, date, divider = CASES[case]
    options: dict[str, Any] = {"as_of": date}
    options |= {"divider": divider} if question.divider else {}
    who: tuple[Any, ...] = states
    if question.takes == "pairs":
        who = ([states, (states[0], divider)],)
    elif question.takes == "state":
        who = states[:1]
    elif question.takes == "nothing":
        who, options = (), {"start": 2016, "end": 2016}
    return question.function()(*who, **options)


def possible(question: Question) -> list[str]:
    """The brief is asked in every case, with its sections; the others in the first two."""
    if question.takes == "nothing":
        return ["RUS-IRN"]
    if question.name == "analogues":
        return ["RUS-IRN", "UKR-RUS"]
    return list(CASES) if question.name == "brief" else list(CASES)[:2]


PAIRS = [(q.name, case) for q in CATALOGUE for case in possible(q)]


@pytest.fixture(params=PAIRS, ids="-".join)
def answer(request: pytest.FixtureRequest) -> Answer:
    return asked(*request.param)


def test_an_answer_is_of_the_record_that_its_entry_names(answer: Answer) -> None:
    question = by_name(answer.request.question)
    assert question is not None
    assert type(answer) is question.record()
    assert answer.view is load(question.view)


def test_it_prints_for_people_and_in_one_line_for_programs(answer: Answer) -> None:
    text = str(answer)
    lines = [line for line in text.splitlines() if "://" not in line]
    assert max(map(len, lines)) <= 80
    assert answer.headline.split()[0] in text
    assert answer.request.command.split()[1] in text.splitlines()[-1] or "Again:" in text
    assert "\n" not in repr(answer)
    assert len(repr(answer)) < 100
    narrow = answer.text(60)
    assert len(narrow.splitlines()) >= len(text.splitlines())


def test_the_headline_is_plain_sentences_with_findings_behind_it(answer: Answer) -> None:
    assert answer.headline.endswith(".")
    assert answer.headline[0].isupper()
    assert answer.findings
    for finding in answer.findings:
        assert finding.text[0].isupper() or finding.text[0].isdigit()
        assert finding.evidence


def test_every_pointer_leads_somewhere(answer: Answer) -> None:
    document = answer.to_dict()
    pointers = [p for finding in answer.findings for p in finding.evidence]
    pointers += [p for caveat in answer.caveats for p in caveat.touches]
    pointers += [p for source in answer.sources for p in source.supports]
    assert pointers
    for pointer in pointers:
        assert pointer.startswith("/")
        at(document, pointer)


def numbers(value: Any, place: str = "") -> list[str]:
    """Pointers to every number in plain data."""
    if isinstance(value, dict):
        return [p for key, one in value.items() for p in numbers(one, f"{place}/{key}")]
    if isinstance(value, list):
        return [p for k, one in enumerate(value) for p in numbers(one, f"{place}/{k}")]
    return [place] if isinstance(value, (int, float)) and not isinstance(value, bool) else []


def bodies(answer: Answer) -> dict[str, dict[str, Any]]:
    """What an answer and those within it add to the contract, by place."""
    document = answer.to_dict()
    if isinstance(answer, Brief):
        return {f"/{name}": document[name] for name in answer.parts}
    bonds = document.get("bonds")
    if bonds:
        return {f"/bonds/{k}": bond for k, bond in enumerate(bonds)}
    return {"": document}


WEIGHTS = "weights"
"""What the user gave is no value of a source."""


def test_every_number_rests_on_a_source_that_is_listed(answer: Answer) -> None:
    supported = {p for source in answer.sources for p in source.supports}
    lost = []
    for place, body in bodies(answer).items():
        own = {k: v for k, v in body.items() if k not in (*HEAD, *ENDS, WEIGHTS)}
        for pointer in numbers(own, place):
            if not any(pointer == p or pointer.startswith(f"{p}/") for p in supported):
                lost.append(pointer)
    assert lost == []
    assert len({source.id for source in answer.sources}) == len(answer.sources)


def test_figures_name_sources_that_are_listed(answer: Answer) -> None:
    listed = {source.id for source in answer.sources}
    figures = load("daylight.show.page:figures")(load(answer.view.sections)(answer))
    for figure in figures:
        if figure.chart:
            assert set(figure.sources) & listed, figure.name


def test_the_json_is_what_its_schema_says(answer: Answer) -> None:
    question = by_name(answer.request.question)
    assert question is not None
    parts = {q.name: q.record() for q in questions.QUESTIONS if q.section}
    brief = isinstance(answer, Brief)
    made = schema(question.record(), "X", parts if brief else None)
    Draft202012Validator.check_schema(made)
    document = json.loads(answer.to_json())
    Draft202012Validator(made).validate(document)
    assert list(document)[:3] == list(HEAD)
    assert tuple(document)[-2:] == ENDS
    assert set(document) == set(made["properties"]) == set(made["required"])
    assert document["schema_version"] == SCHEMA_VERSION


def test_a_schema_refuses_what_it_should() -> None:
    made = schema(asked("bond", "RUS-IRN").__class__, "X")
    document = json.loads(asked("bond", "RUS-IRN").to_json())
    del document["military"]
    assert list(Draft202012Validator(made).iter_errors(document))


def test_a_notebook_shows_a_part_of_a_page(answer: Answer) -> None:
    part = answer._repr_html_()
    assert part.startswith('<div class="daylight part">')
    assert "<html" not in part
    assert "<body" not in part
    assert "<script" not in part
    assert answer.request.atlas in part


def test_a_page_of_its_own_has_the_answer_and_its_sources(answer: Answer) -> None:
    page = answer.view.page(answer)
    assert page.startswith("<!DOCTYPE html>")
    assert page.count("<h1") == 1
    for source in answer.sources:
        assert source.id
        assert str(source.version).split()[0] in page


def test_a_table_has_columns_of_one_length(answer: Answer) -> None:
    assert isinstance(answer.view, View)
    if not answer.view.columns:
        return
    frame = answer.to_polars()
    assert len(frame.columns) > 2
    assert answer.to_pandas().shape == frame.shape
    columns = load(answer.view.columns)(answer)
    assert {len(values) for values in columns.values()} == {len(frame)}


@pytest.mark.parametrize("name", [q.name for q in CATALOGUE])
def test_asked_again_it_is_the_same(name: str) -> None:
    answer = asked(name, "RUS-IRN")
    words = [*answer.request.command.split()[1:], "--format", "json"]
    result = CliRunner().invoke(root, words)
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout) == json.loads(answer.to_json())


@pytest.mark.parametrize("question", CATALOGUE, ids=lambda q: q.name)
def test_an_entry_is_complete(question: Question) -> None:
    assert question.summary.endswith(".")
    assert question.example.startswith("daylight ")
    assert load(question.view).asks.endswith("?")
    for reference in (question.call, question.ask, question.answer, question.view):
        assert load(reference) is not None
    for name in ("lines", "sections", "short", "columns"):
        reference = getattr(load(question.view), name)
        assert not reference or callable(load(reference))
    assert not question.section or load(question.view).short
    parameters = list(load(question.call).__wrapped__.__annotations__)
    for option in question.options:
        assert option.name in parameters
    assert ("divider" in parameters) == question.divider
    assert {"as_of", "atlas"} <= set(parameters)
    assert load(question.call).__doc__


def test_names_and_commands_are_unique() -> None:
    assert len({q.name for q in CATALOGUE}) == len(CATALOGUE)


def test_caveats_and_sources_of_parts_stand_in_the_brief_once() -> None:
    brief = asked("brief", "RUS-IRN")
    assert isinstance(brief, Brief)
    texts = [caveat.text for caveat in brief.caveats]
    assert len(texts) == len(set(texts))
    for name, part in brief.parts.items():
        assert {caveat.text for caveat in part.caveats} <= set(texts)
        for source in part.sources:
            whole = next(s for s in brief.sources if s.id == source.id)
            assert {f"/{name}{p}" for p in source.supports} <= set(whole.supports)
    assert brief.bond is brief.parts["bond"]
    with pytest.raises(AttributeError, match="bond, divergence"):
        brief.wedge  # noqa: B018


def test_caveat_and_source_are_what_readers_need() -> None:
    assert set(Caveat.__dataclass_fields__) == {"kind", "text", "touches"}
    assert {"citation_key", "version", "coverage", "supports"} <= set(
        SourceNote.__dataclass_fields__
    )
