"""A whole build over four years with invented sources: stopped, resumed, locked, refused."""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from invented_world import (
    NAMES,
    SOURCES,
    YEARS,
    Stage,
    declared,
    marked,
    staged,
)

from daylight.bonds.bond import bond
from daylight.build import run
from daylight.build.run import build
from daylight.build.verify import verify
from daylight.core.errors import BuildLocked, FetchFailed, SourceChanged
from daylight.sources.kit.load import Loaded
from daylight.store import manifest as manifests
from daylight.store import writer
from daylight.store.atlas import Atlas
from daylight.store.schemas import TABLES

pytestmark = pytest.mark.slow


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    return staged(monkeypatch)


def test_a_build_makes_a_sound_atlas_that_answers(stage: Stage, tmp_path: Path) -> None:
    manifest = build(tmp_path / "new" / "atlas")
    assert all(check.passed for check in verify(tmp_path / "new" / "atlas"))
    assert {t.name for t in manifest.tables} == {t.name for t in TABLES}
    assert [s.id for s in manifest.sources] == list(SOURCES)
    assert (manifest.last, stage.ran) == ("1820-06-30", NAMES)
    book = Atlas(tmp_path / "new" / "atlas")
    assert book.held("all", 1816, 1816) == book.held("me", 1816, 1816) == 12
    result = bond(200, 220, "1820-06-30", atlas=book)
    assert result.year == 1819
    assert result.military.cooperation.value == 50
    assert [y.year for y in result.history] == [y for y in YEARS if y < 1820]
    assert sorted(p.name for p in book.folder.glob("[!.]*")) == sorted(
        ["atlas.json", *(t.file for t in manifest.tables)]
    )


def test_the_manifest_says_what_each_table_rests_on(stage: Stage, tmp_path: Path) -> None:
    manifest = build(tmp_path)
    assert manifest.table("votes").sources == ("un_votes_resolutions", "un_votes_voeten")
    assert manifest.table("holes").sources == ("cow_trade", "igo")
    assert manifest.table("ties").sources == ("un_votes_resolutions",), "no other has its sources"
    assert manifests.read(tmp_path) == manifest


def test_a_manifest_from_before_that_is_read_too(stage: Stage, tmp_path: Path) -> None:
    manifest = build(tmp_path)
    raw = json.loads((tmp_path / "atlas.json").read_text("utf-8"))
    for entry in raw["tables"]:
        del entry["sources"]
    del raw["checksum"]
    (tmp_path / "atlas.json").write_text(json.dumps(raw), "utf-8")
    old = manifests.read(tmp_path)
    assert (old.id, old.schema) == (manifest.id, manifest.schema)
    assert {t.sources for t in old.tables} == {()}


def test_what_was_noticed_outlives_the_tables_that_are_not_made_again(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path)
    before = Atlas(tmp_path).rows("issues")["text"].tolist()
    only = {"issues": "other"}
    monkeypatch.setattr(
        run, "fingerprints", lambda steps, *_: {s.name: only.get(s.name, "inputs") for s in steps}
    )
    stage.ran.clear()
    build(tmp_path)
    assert stage.ran == ["issues"]
    assert Atlas(tmp_path).rows("issues")["text"].tolist() == before
    kept = {path.stem for path in (tmp_path / ".noticed").iterdir()}
    tables = {Path(t.file).stem for t in manifests.read(tmp_path).tables}
    assert kept == tables | {"issues-inputs"}, "that of the atlas before is kept with it"


def test_building_twice_gives_the_same_bytes(stage: Stage, tmp_path: Path) -> None:
    one, two = build(tmp_path / "one"), build(tmp_path / "two")
    assert one == two


def test_building_again_in_one_place_makes_nothing_anew(stage: Stage, tmp_path: Path) -> None:
    one = build(tmp_path)
    stage.ran.clear()
    assert build(tmp_path) == one
    assert stage.ran == []


@pytest.mark.parametrize("stop_in", ["rollcalls", "holes", "issues"])
def test_a_stopped_build_goes_on_and_ends_the_same(
    stage: Stage, tmp_path: Path, stop_in: str
) -> None:
    whole = build(tmp_path / "whole")
    stage.ran.clear()
    stage.stop_in = stop_in
    with pytest.raises(KeyboardInterrupt):
        build(tmp_path / "atlas")
    assert not (tmp_path / "atlas" / "atlas.json").exists()
    stage.stop_in = None
    assert build(tmp_path / "atlas") == whole
    assert stage.ran == NAMES, "every step ran once"


def test_the_old_atlas_answers_until_the_new_one_is_whole(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = build(tmp_path)
    monkeypatch.setattr(run, "fingerprints", marked("other"))
    stage.stop_in = "ledgers"
    with pytest.raises(KeyboardInterrupt):
        build(tmp_path)
    book = Atlas(tmp_path)
    assert book.manifest == old
    assert all(check.passed for check in verify(tmp_path))
    assert bond(200, 220, "1820-06-30", atlas=book).military.cooperation.value == 50
    stage.stop_in = None
    new = build(tmp_path)
    assert new.id == old.id
    assert {t.file for t in new.tables}.isdisjoint(t.file for t in old.tables)
    assert len(list(tmp_path.glob("*.parquet*"))) == 2 * len(TABLES), "the old is still there"
    assert bond(200, 220, "1820-06-30", atlas=book).military.cooperation.value == 50


def test_a_source_in_doubt_changes_nothing(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = build(tmp_path)
    before = sorted((p.name, p.stat().st_mtime_ns) for p in tmp_path.glob("[!.]*"))

    def changed(name: str) -> Loaded:
        raise SourceChanged(f"{name}: other bytes")

    monkeypatch.setattr(run, "load", changed)
    with pytest.raises(SourceChanged):
        build(tmp_path)
    assert sorted((p.name, p.stat().st_mtime_ns) for p in tmp_path.glob("[!.]*")) == before
    assert Atlas(tmp_path).manifest == old


def test_two_builds_do_not_share_a_folder(stage: Stage, tmp_path: Path) -> None:
    with writer.target(tmp_path), pytest.raises(BuildLocked, match="Another build"):
        build(tmp_path)
    assert stage.ran == []


def test_progress_counts_every_step_and_year(stage: Stage, tmp_path: Path) -> None:
    seen: dict[str, list[int]] = {}

    @contextmanager
    def bar(label: str, steps: int) -> Any:
        seen[label] = [steps, 0]

        def tick() -> None:
            seen[label][1] += 1

        yield tick

    build(tmp_path, bar)
    assert seen["Reading sources"] == [len(SOURCES)] * 2
    assert seen["Making tables"] == [len(NAMES) + len(YEARS)] * 2


def test_what_was_noticed_is_kept(stage: Stage, tmp_path: Path) -> None:
    build(tmp_path)
    rows = Atlas(tmp_path).rows("issues")
    assert {"un_votes", "trade", *SOURCES} == set(rows["source"].tolist())


def test_a_folder_of_the_users_own_is_read_and_named_file_by_file(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    (own / "daily").mkdir(parents=True)
    (own / "1817.tab").write_bytes(b"a")
    (own / "daily" / "18170501.tab").write_bytes(b"b")
    pair = [(200, 220, 1817, 60), (200, 255, 1817, 20), (220, 300, 1817, 60), (255, 300, 1817, 40)]
    tables = {
        "cooperation": pl.DataFrame(pair, ["cow", "partner", "year", "events"], orient="row"),
        "years": pl.DataFrame({"year": [1817]}),
    }
    spec = declared("icews").model_copy(update={"supplied": "Get them."})
    monkeypatch.setattr(run, "declaration", lambda n: spec if n == "icews" else declared(n))
    monkeypatch.setattr(
        run, "load_supplied", lambda name, path: Loaded(spec, {own: tables}[path], ())
    )
    manifest = build(tmp_path / "atlas", supplied={"icews": own})
    assert manifest.sources[-1].files == {
        "1817.tab": hashlib.sha256(b"a").hexdigest(),
        "daily/18170501.tab": hashlib.sha256(b"b").hexdigest(),
    }
    book = Atlas(tmp_path / "atlas")
    assert book.coverage("verbal_cooperation") == (1817, 1817)
    rows = book.rows("ties", "measure = ?", ("verbal_cooperation",))
    found = zip(rows["cow"].tolist(), rows["partner"].tolist(), rows["value"].tolist(), strict=True)
    assert {(a, b): round(v, 4) for a, b, v in found} == {
        (200, 220): 0.75, (200, 255): 0.3333, (220, 300): 0.6, (255, 300): 0.6667,
    }  # fmt: skip
    with pytest.raises(FetchFailed, match=r"no file at .* Get them"):
        build(tmp_path / "atlas", supplied={"icews": tmp_path / "none"})
