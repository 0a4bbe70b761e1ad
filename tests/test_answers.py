"""The contract of all answers, held over everything in the catalogue."""

from __future__ import annotations

import json
import re
import shlex
from functools import cache
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from asking import CASES, asked
from daylight.briefs.records import Brief
from daylight.catalogue import CATALOGUE, by_name
from daylight.cli.main import root
from daylight.core.answer import SCHEMA_VERSION, Answer
from daylight.core.errors import OutsideCoverage
from daylight.core.lazy import load
from daylight.core.plain import plain
from daylight.core.question import Question
from daylight.core.said import Caveat, SourceNote, at
from daylight.say.lines import NARROWEST
from daylight.show.schema import schema
from daylight.show.view import View

ENDS = ("caveats", "sources", "citation")
HEAD = ("schema_version", "request", "answer")


def answers(case: str) -> list[str]:
    """The questions that have an answer in a case; in the later ones only the brief is asked."""
    names = [
        q.name for q in CATALOGUE if q.takes not in ("nothing", "text", "list") or case == "RUS-IRN"
    ]
    return names if case in ("RUS-IRN", "DEU-FRA") else ["brief"]


PAIRS = [(name, case) for case in CASES for name in answers(case)]


@pytest.fixture(params=PAIRS, ids="-".join)
def answer(request: pytest.FixtureRequest) -> Answer:
    try:
        return asked(*request.param)
    except OutsideCoverage as error:
        pytest.skip(f"no answer in this case: {error}")


def inner(answer: Answer, place: str = "") -> dict[str, Answer]:
    """An answer and those within it, by the pointer to their place."""
    found = {place: answer}
    for name, value in answer.body().items():
        several = value if isinstance(value, tuple) else (value,)
        for k, one in enumerate(several):
            if isinstance(one, Answer):
                at_ = f"{place}/{name}/{k}" if isinstance(value, tuple) else f"{place}/{name}"
                found |= inner(one, at_)
    return found


def test_an_answer_is_of_the_record_that_its_entry_names(answer: Answer) -> None:
    question = by_name(answer.request.question)
    assert question is not None
    assert type(answer) is question.record()
    assert answer.view is load(question.view)


@pytest.mark.parametrize("width", [NARROWEST, 80, 100])
def test_it_prints_for_people(answer: Answer, width: int) -> None:
    text = answer.text(width)
    lines = [line for line in text.splitlines() if "://" not in line]
    assert max(map(len, lines)) <= width
    unwrapped = " ".join(text.split())
    assert " ".join(answer.headline.split()) in unwrapped
    assert f"Again: {answer.request.command}" in unwrapped


def test_it_is_one_line_for_programs(answer: Answer) -> None:
    assert str(answer) == answer.text(80), "there is no terminal here"
    assert "\n" not in repr(answer)
    assert len(repr(answer)) < 100


def test_the_headline_is_findings(answer: Answer) -> None:
    assert answer.headline.endswith(".")
    assert answer.headline[0].isupper()
    said = {finding.text for finding in answer.findings}
    rest = answer.headline
    for text in sorted(said, key=len, reverse=True):
        rest = rest.replace(f"{text}.", "")
    assert rest.strip() == "", "every sentence of it is a finding"
    for finding in answer.findings:
        assert finding.about.isidentifier()
        assert finding.text[0].isupper() or finding.text[0].isdigit()
        assert not finding.text.endswith(".")
        assert finding.evidence
        assert answer.finding(finding.about).about == finding.about
    with pytest.raises(KeyError, match="there are"):
        answer.finding("weather")


MOST_LEAVES = 40
"""Values below a pointer of evidence at most: it names what a sentence rests on, not a part."""


def leaves(value: Any) -> int:
    if isinstance(value, dict):
        return sum(map(leaves, value.values()))
    return sum(map(leaves, value)) if isinstance(value, list) else 1


def test_evidence_is_narrow(answer: Answer) -> None:
    document = answer.to_dict()
    for finding in answer.findings:
        for pointer in finding.evidence:
            value = at(document, pointer)
            named = isinstance(value, list) and pointer.rsplit("/", 1)[-1] in LISTS
            assert named or leaves(value) <= MOST_LEAVES, pointer


LISTS = ("shared", "looser", "listed", "nearest", "positions", "unsure")
"""Lists that a sentence counts or names whole."""


def everything_said(document: Any) -> list[dict[str, Any]]:
    """The findings of an answer and of the answers in it."""
    if isinstance(document, list):
        return [said for one in document for said in everything_said(one)]
    if not isinstance(document, dict):
        return []
    own = document["answer"]["findings"] if "headline" in document.get("answer", {}) else []
    return own + [said for one in document.values() for said in everything_said(one)]


def test_every_pointer_leads_somewhere(answer: Answer) -> None:
    document = answer.to_dict()
    pointers = [p for said in everything_said(document) for p in said["evidence"]]
    assert len(pointers) >= sum(len(finding.evidence) for finding in answer.findings)
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


OF_THE_QUESTION = {
    "request", "schema_version", "answer", "caveats", "sources", "citation", "weights",
    "since", "window", "covered", "least", "start", "end", "full", "year", "profile_year",
    "lopsided_year", "narrowest", "widest", "differences", "margin", "most",
}  # fmt: skip
"""What is not a value of a source: what was asked, and what was looked at."""
NO_VALUES = ("n", "held", "weight", "sign", "covered", "level", "year", "since", "window")
"""Numbers beside a value, which are there without one too."""


OF_THE_TEXT = re.compile(
    r"/(paragraphs|captions|dropped|passages|counts)/|/places/\d+/(start|end)$|/span/|/claims/\d+/value$"
)
"""Numbers that are of the text that was read, and rest on no source: places, and what it says."""


def unsupported(answer: Answer, sources: tuple[SourceNote, ...]) -> list[str]:
    """Pointers to numbers of an answer that no source supports."""
    supported = {p for source in sources for p in source.supports}
    lost = []
    for place, part in inner(answer).items():
        body = {k: plain(v) for k, v in part.body().items() if not isinstance(v, Answer)}
        own = {k: v for k, v in body.items() if k not in OF_THE_QUESTION and k != "bonds"}
        for pointer in numbers(own, place):
            name = pointer.rsplit("/", 1)[-1]
            seat = pointer.rsplit("/", 2)[-2] if name.isdigit() else name
            bare = name in NO_VALUES or seat in NO_VALUES or name == "cow"
            covers = [p for p in supported if pointer == p or pointer.startswith(f"{p}/")]
            of_text = by_name(part.request.question).takes == "text" and OF_THE_TEXT.search(pointer)
            if not bare and not covers and not of_text:
                lost.append(pointer)
    return lost


def test_every_number_rests_on_a_source_that_is_listed(answer: Answer) -> None:
    assert unsupported(answer, answer.sources) == []
    assert len({source.id for source in answer.sources}) == len(answer.sources)


@pytest.mark.parametrize("name", [q.name for q in CATALOGUE])
def test_a_source_that_is_left_out_is_missed(name: str) -> None:
    """The test above can fail: without any source, numbers stand alone."""
    answer = asked(name, "RUS-IRN")
    assert unsupported(answer, ()) or name in ("bloc_ties", "read"), "dates, words"


def test_items_are_supported_by_their_own_sources_and_no_other() -> None:
    bond = asked("bond", "RUS-IRN")
    held = {source.id for source in bond.sources}
    known = 0
    for d in bond.dimensions.values():  # type: ignore[attr-defined]
        for side, ledger in zip(("cooperation", "conflict"), d.ledgers, strict=True):
            for k, item in enumerate(ledger.items):
                pointer = f"/{ledger.ledger.split('_')[0]}/{side}/items/{k}"
                mine = {source.id for source in bond.sources if pointer in source.supports}
                there = item.points.value is not None or item.known is not None
                assert mine == ({source for source, _ in item.sources} & held if there else set())
                known += bool(mine)
    assert known > 10


@pytest.mark.parametrize("case", CASES)
def test_no_source_begins_after_the_date(case: str) -> None:
    answer = asked("brief", case)
    for source in answer.sources:
        assert int(source.coverage.split("-")[0]) <= answer.year, source.id


def test_figures_name_sources_that_are_listed(answer: Answer) -> None:
    listed = {source.id for source in answer.sources}
    figures = load("daylight.show.page:figures")(load(answer.view.sections)(answer))
    for figure in figures:
        if figure.chart:
            assert set(figure.sources) & listed, figure.name


@cache
def made(name: str) -> dict[str, Any]:
    question = by_name(name)
    assert question is not None
    result = schema(question, CATALOGUE)
    Draft202012Validator.check_schema(result)
    return result


def test_the_json_is_what_its_schema_says(answer: Answer) -> None:
    rules = made(answer.request.question)
    document = json.loads(answer.to_json())
    Draft202012Validator(rules).validate(document)
    assert list(document)[:3] == list(HEAD)
    assert tuple(document)[-3:] == ENDS
    assert answer.request.atlas in document["citation"]
    assert set(rules["required"]) <= set(document) <= set(rules["properties"])
    if answer.request.question != "brief":  # which has some parts only when it is asked for them
        assert set(rules["properties"]) == set(rules["required"])
    assert document["schema_version"] == SCHEMA_VERSION


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("/military", None),
        ("/bogus", 1),
        ("/military/bogus", 1),
        ("/military/value", "high"),
        ("/schema_version", "1.0"),
        ("/request/question", "divergence"),
        ("/request/options", {"weights": "banana"}),
        ("/request/options", {"nonsense": [1]}),
        ("/request/options", {"since": 1990.5}),
        ("/answer/findings/0/evidence", "/military"),
        ("/caveats/0/kind", "mood"),
    ],
)
def test_a_schema_refuses_what_is_no_such_answer(pointer: str, value: Any) -> None:
    document = json.loads(asked("bond", "RUS-IRN").to_json())
    place, _, name = pointer.rpartition("/")
    holder = at(document, place)
    if value is None:
        del holder[name]
    else:
        holder[name] = value
    assert not Draft202012Validator(made("bond")).is_valid(document)


def test_options_are_described_one_by_one() -> None:
    bond = by_name("bond")
    assert bond is not None
    answer = bond.function()("RUS", "IRN", as_of=1990, since=1950, points={"rivalry": 1 / 3})
    document = json.loads(answer.to_json())
    Draft202012Validator(made("bond")).validate(document)
    assert document["request"]["options"] == {"since": 1950, "points": {"rivalry": 1 / 3}}


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


@cache
def again(command: str) -> dict[str, Any]:
    """Ask by a command, once: a part of the brief names the command of its own question."""
    result = CliRunner().invoke(root, [*shlex.split(command)[1:], "--format", "json"])
    assert result.exit_code == 0, result.output
    document: dict[str, Any] = json.loads(result.stdout)
    return document


@pytest.mark.parametrize("name", [q.name for q in CATALOGUE])
def test_asked_again_it_is_the_same(name: str) -> None:
    """The answer, and every answer within it."""
    for part in inner(asked(name, "RUS-IRN")).values():
        assert again(part.request.command) == json.loads(part.to_json()), part.request.command


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
    for option in question.takes_options:
        assert option.name in parameters
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
    with pytest.raises(AttributeError, match="bond, resilience, divergence, wedge"):
        brief.weather  # noqa: B018


def test_caveat_and_source_are_what_readers_need() -> None:
    assert set(Caveat.__dataclass_fields__) == {"kind", "text", "touches"}
    assert {"citation_key", "version", "coverage", "supports"} <= set(
        SourceNote.__dataclass_fields__
    )
