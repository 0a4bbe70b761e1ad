"""Rules that every source follows, whatever it holds."""

from __future__ import annotations

import inspect
import re
from importlib import import_module, resources
from pathlib import PurePosixPath

import pytest

from daylight.sources.kit.corrections import corrections
from daylight.sources.kit.declaration import PACKAGE, Declaration, declaration, source_ids
from daylight.sources.kit.exchanges import Exchange

SOURCES = source_ids()
REFUSED = re.compile(r"cow[\W_]?all|alliance_v\d|version4\.1|formal.alliances", re.I)
"""Names under which COW Formal Alliances is found: its maintainer asked software not to use it."""


@pytest.fixture(params=SOURCES)
def spec(request: pytest.FixtureRequest) -> Declaration:
    return declaration(request.param)


def test_the_sources_are_there() -> None:
    assert {"atop", "blocs", "cow_trade", "nmc", "states", "un_votes_voeten"} <= set(SOURCES)


def test_the_id_is_the_name_of_the_folder(spec: Declaration) -> None:
    assert resources.files(PACKAGE).joinpath(spec.id, "source.yml").is_file()


def test_it_says_whose_it_is_and_how_to_cite_it(spec: Declaration) -> None:
    texts = (spec.producer, spec.title, spec.version, spec.citation, spec.licence, spec.ships)
    assert all(text.strip() for text in texts)
    assert re.fullmatch(r"[a-z0-9_-]+", spec.citation_key)
    assert len(spec.citation) > 30, "a citation says who, what and where"
    assert spec.url.startswith(("https://", "http://"))


def test_citation_keys_are_distinct() -> None:
    keys = [declaration(name).citation_key for name in SOURCES]
    assert len(set(keys)) == len(keys)


def test_coverage_runs_forward(spec: Declaration) -> None:
    assert 1700 <= spec.coverage.start <= spec.coverage.end <= spec.accessed.year
    if spec.coverage.until:
        assert spec.coverage.until.year == spec.coverage.end


def test_every_file_can_be_had_in_some_way(spec: Declaration) -> None:
    assert spec.files or spec.packaged or spec.supplied
    assert len({file.name for file in spec.files}) == len(spec.files)
    for file in spec.files:
        assert (file.url is None) != (file.by_hand is None), file.name
        place = PurePosixPath(file.mirror)
        assert not place.is_absolute(), file.name
        assert ".." not in place.parts, file.name


def test_packaged_tables_lie_in_the_folder(spec: Declaration) -> None:
    for name in spec.packaged:
        assert resources.files(PACKAGE).joinpath(spec.id, name).is_file()


def test_expectations_can_fail(spec: Declaration) -> None:
    assert spec.expect
    for expect in spec.expect.values():
        assert 0 < expect.rows_min <= expect.rows_max
        assert expect.key
        assert set(expect.key) <= set(expect.columns)
        spans = [*expect.ranges.values(), *expect.totals.values()]
        assert all(low <= high for low, high in spans)


def test_the_loader_is_one_function_from_bytes_to_tables(spec: Declaration) -> None:
    shape = import_module(f"{PACKAGE}.{spec.id}.source").shape
    assert list(inspect.signature(shape).parameters) == ["files", "log"]


def test_a_refused_source_has_no_loader(spec: Declaration) -> None:
    assert spec.redistribution != "refused"


def test_corrections_give_reason_and_evidence(spec: Declaration) -> None:
    for fix in corrections(spec.id):
        assert fix.reason.strip()
        assert fix.evidence.strip()
        if isinstance(fix, Exchange):
            assert len(set(fix.between)) == 2
            assert any(fix.expect), "both rows are empty"
        else:
            assert fix.rows > 0
            assert fix.expect != fix.set


def test_no_source_reads_cow_formal_alliances(spec: Declaration) -> None:
    places = [spec.id, spec.url, *(f.name + " " + f.mirror + f" {f.url}" for f in spec.files)]
    assert not [text for text in places if REFUSED.search(text)]


def test_the_guard_against_cow_formal_alliances_knows_its_names() -> None:
    for text in ("cow_alliances", "alliance_v4.1_by_dyad.csv", "data-sets/formal-alliances/"):
        assert REFUSED.search(text), text
