"""What is known of each source field by field is what its citation says, word by word."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from pathlib import Path

import pytest
import yaml

import daylight as package
from daylight.citing.known import ADDRESS, AUTHORS, TITLE, YEAR, daylight, of_measure, of_source
from daylight.citing.reference import Author, Reference, people, worded
from daylight.core.version import __version__
from daylight.measures import MEASURES
from daylight.sources.kit.declaration import declaration, source_ids

ROOT = Path(package.__file__).parents[2]
WORKS = [(name, work) for name in source_ids() for work in of_source(declaration(name))]


def words(text: str) -> str:
    """Return a text as its letters and digits alone, so that commas and quotes do not count."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def stated(source: str) -> str:
    """Return all that a declaration says of who made a source, where it is and of which version."""
    spec = declaration(source)
    year = spec.accessed
    return words(
        f"{spec.citation} {spec.producer} {spec.title} {spec.version} {spec.url} {year} {spec.id}"
    )


@pytest.mark.parametrize(("source", "work"), WORKS, ids=lambda v: getattr(v, "key", v))
def test_every_field_is_in_the_citation(source: str, work: Reference) -> None:
    said = f" {stated(source)} "
    parts = [work.title, work.container, work.volume, work.issue, work.pages, work.place]
    parts += [work.series, work.number, work.version, work.doi, work.url, work.note]
    parts += [work.publisher, str(work.year or "")]
    parts += [one.family for one in (*work.authors, *work.editors)]
    missing = [part for part in parts if f" {words(part)} " not in said and words(part)]
    assert missing == []


@pytest.mark.parametrize(("source", "work"), WORKS, ids=lambda v: getattr(v, "key", v))
def test_authors_stand_in_the_order_of_the_citation(source: str, work: Reference) -> None:
    said = words(f"{declaration(source).citation} {declaration(source).producer}")
    names = [re.escape(words(one.family)) for one in work.authors]
    assert names
    assert re.search(r"\b.*?\b".join(names), said), "in this order"
    assert not work.others or re.search(rf"{names[-1]} .{{0,20}}et al", said)


@pytest.mark.parametrize("source", source_ids())
def test_a_source_has_what_a_list_of_references_needs(source: str) -> None:
    first, *others = of_source(declaration(source))
    assert first.key == declaration(source).citation_key
    assert first.text == declaration(source).citation.strip()
    assert first.url
    assert all(work.key and work.title and work.authors for work in (first, *others))


def test_nothing_is_kept_of_a_source_that_is_not_there() -> None:
    rows = yaml.safe_load((ROOT / "src/daylight/citing/references.yml").read_text("utf-8"))
    assert set(rows["sources"]) == set(source_ids())


def test_keys_are_unique() -> None:
    keys = [work.key for _, work in WORKS]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", [m.name for m in MEASURES])
def test_a_measure_has_its_papers(name: str) -> None:
    citation = next(m.citation for m in MEASURES if m.name == name)
    if citation.startswith("Daylight"):
        assert of_measure(citation) == ()
        return
    found = of_measure(citation)
    assert len(found) == len(citation.split(";"))
    for work in found:
        assert work.authors[0].given == "" or str(work.year) in citation
        if f"{work.volume}:" in citation:
            assert f"{work.volume}:{work.pages}" in citation, work.key


def test_daylight_is_cited_as_its_citation_file_says() -> None:
    cff = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    best = cff["preferred-citation"]
    for part in (cff, best):
        assert part["title"] == TITLE
        assert str(part["version"]) == project["version"] == __version__
        assert part["url"] == ADDRESS
        assert part["authors"] == [{"name": one["name"]} for one in project["authors"]]
    assert people(AUTHORS) == (Author(project["authors"][0]["name"]),)
    assert best["year"] == YEAR
    assert cff["license"] == project["license"]


def test_daylight_is_cited_with_version_and_atlas() -> None:
    own = daylight("abc123", "daylight bond RUS IRN")
    assert own.version == f"{__version__}, atlas abc123"
    for part in ("The Daylight authors", str(YEAR), __version__, "abc123", ADDRESS, "RUS IRN"):
        assert part in own.text


def test_a_work_in_words_has_each_field_once_and_no_empty_places() -> None:
    work = Reference("k", "article", people("Ö, A.; {A Body}"), "Why?", "", year=2000)
    assert worded(work) == "Ö, A.; A Body (2000). Why?"
    rich = Reference("k", "report", people("B, C"), "It", "", container="J", volume="1",
                     issue="2", pages="3-4", url="https://e.org")  # fmt: skip
    assert worded(rich) == "B, C. It. J 1(2): 3-4. https://e.org"
