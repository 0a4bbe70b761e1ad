"""References in the forms of programs: each reader reads back what was written."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import bibtexparser
import pytest
import rispy
from click.testing import CliRunner

from daylight.bonds.bond import bond
from daylight.citing.bibtex import plain
from daylight.citing.forms import FORMS, written
from daylight.citing.known import daylight, of_source, of_sources
from daylight.citing.reference import Reference
from daylight.cli.main import root
from daylight.core.errors import BadInput
from daylight.core.said import SourceNote
from daylight.sources.kit.declaration import declaration, source_ids

EVERY = (daylight("abc"), *of_sources(declaration(name) for name in source_ids()))
CSL_TYPES = {"article-journal", "book", "chapter", "dataset", "report", "software", "webpage"}
CSL_TEXTS = {
    "id", "type", "title", "container-title", "collection-title", "number", "volume", "issue",
    "page", "publisher", "publisher-place", "version", "DOI", "URL", "note",
}  # fmt: skip
ODD = Reference("odd", "book", EVERY[0].authors, "Cost & 50 % of {it}_#1\\x ~ ^ $", "", note="a\nb")


def test_bibtex_is_read_back() -> None:
    read = bibtexparser.parse_string(written(EVERY, "bibtex"))
    assert not read.failed_blocks
    by_key = {entry.key: entry.fields_dict for entry in read.entries}
    assert list(by_key) == [work.key for work in EVERY]
    for work in EVERY:
        fields = by_key[work.key]
        assert plain(work.title) in fields["title"].value
        outside = re.sub(r"\{[^}]*\}", "", fields["author"].value)
        assert outside.count(" and ") == len(work.authors) - 1 + work.others
        assert work.year is None or fields["year"].value == str(work.year)
        assert not work.doi or fields["doi"].value == work.doi


def test_ris_is_read_back() -> None:
    read = rispy.loads(written(EVERY, "ris"))
    assert [entry["id"] for entry in read] == [work.key for work in EVERY]
    for entry, work in zip(read, EVERY, strict=True):
        assert entry["title"] == work.title
        assert len(entry["authors"]) == len(work.authors)
        assert entry.get("year", "") == str(work.year or "")
        assert entry.get("start_page", "") == work.pages.partition("-")[0]


def test_csl_is_read_back_and_has_only_what_its_schema_names() -> None:
    items: list[dict[str, Any]] = json.loads(written(EVERY, "csl-json"))
    assert [item["id"] for item in items] == [work.key for work in EVERY]
    for item in items:
        assert item["type"] in CSL_TYPES
        assert set(item) <= CSL_TEXTS | {"author", "editor", "issued"}
        assert all(isinstance(item[name], str) for name in CSL_TEXTS & set(item))
        for person in (*item["author"], *item.get("editor", [])):
            assert set(person) in ({"family", "given"}, {"literal"})
        if "issued" in item:
            assert isinstance(item["issued"]["date-parts"][0][0], int)


def test_signs_of_tex_are_no_commands_and_lines_do_not_break_ris() -> None:
    (entry,) = bibtexparser.parse_string(written([ODD], "bibtex")).entries
    assert r"Cost \& 50 \% of \{it\}\_\#1\textbackslash{}x" in entry.fields_dict["title"].value
    (read,) = rispy.loads(written([ODD], "ris"))
    assert read["notes"] == ["a b"]


def test_a_source_that_nobody_described_is_cited_in_its_words() -> None:
    note = SourceNote("mine", "Mine", "1", "2000-2001", "", "", "mine2020", "Me (2020).", "", ())
    assert of_source(note)[0].text == "Me (2020)."
    assert "Me (2020)." in written(of_source(note), "bibtex")
    assert of_source(replace(note, citation=""))[0].title == "Mine"


def test_another_form_is_refused() -> None:
    with pytest.raises(BadInput, match="bibtex"):
        written(EVERY, "endnote")


def test_an_answer_cites_daylight_and_every_source_behind_it() -> None:
    answer = bond("RUS", "IRN", as_of="2017-02-01")
    lines = answer.cite().splitlines()
    assert lines[0] == daylight(answer.request.atlas, answer.request.command).text
    assert {source.citation for source in answer.sources} <= set(lines)
    keys = {item["id"] for item in json.loads(answer.cite("csl-json"))}
    assert {source.citation_key for source in answer.sources} <= keys


@pytest.mark.parametrize("ending", ["bib", "ris"])
def test_the_ending_of_a_file_gives_the_form(ending: str, tmp_path: Any) -> None:
    target = tmp_path / f"sources.{ending}"
    words = ["bond", "RUS", "IRN", "--as-of", "2017", "-o", str(target)]
    assert CliRunner().invoke(root, words).exception is None
    text = target.read_text("utf-8")
    start = "@misc{daylight" if ending == "bib" else "TY  - COMP\nID  - daylight"
    assert text.startswith(start)
    assert "palmer2022mid5" in text


@pytest.mark.parametrize("form", FORMS)
def test_cite_takes_measures_and_sources(form: str) -> None:
    result = CliRunner().invoke(root, ["cite", "vote_kappa", "mid", "--format", form])
    assert result.exception is None
    assert "Daylight" in result.output
    assert "Political Analysis" in result.output
    assert "Palmer" in result.output
    assert "Archigos" not in result.output


def test_a_paper_that_is_a_source_too_is_given_once() -> None:
    result = CliRunner().invoke(root, ["cite", "--format", "csl-json"])
    items = json.loads(result.output)
    papers = [(i["title"], i.get("note", "")) for i in items if i["type"] == "article-journal"]
    assert len(papers) == len(set(papers))
    assert [i["id"] for i in items if i["title"].startswith("The Defense Coop")] == [
        "kinne2020dcad"
    ]
