"""Where an atlas may be built: said before any work, and nothing of a user is touched."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result

from daylight.build import run as building
from daylight.cli.main import root
from daylight.core.errors import BadInput, CannotWrite
from daylight.store import writer
from daylight.store.manifest import Manifest, fingerprint
from daylight.store.schemas import VERSION, table

ROWS = {"measure": ["z"], "start": [1816], "end": [2000]}


def built(folder: Path, *_: object) -> SimpleNamespace:
    """Stand in for a build: hold the folder, write a table and commit it."""
    import polars as pl

    with writer.target(folder):
        file = writer.write_table(folder, table("coverage"), "x", lambda: pl.DataFrame(ROWS))
        made = Manifest(VERSION, fingerprint((file,)), "0", "2020-12-31", (file,), ())
        writer.commit(folder, made)
    return SimpleNamespace(id=made.id)


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(building, "build", built)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("DAYLIGHT_ATLAS", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def build(*words: str) -> Result:
    return CliRunner().invoke(root, ["atlas", "build", *words])


def test_without_a_folder_the_default_is_used(places: Path) -> None:
    assert build().exit_code == 0
    assert (places / "data" / "daylight" / "atlas" / "atlas.json").is_file()


@pytest.mark.parametrize("text", ["", " ", "\t"])
def test_an_empty_folder_is_not_the_default(places: Path, text: str) -> None:
    assert isinstance(build("--to", text).exception, BadInput)
    assert list(places.iterdir()) == []


def test_a_home_that_is_nobodys_is_said() -> None:
    assert isinstance(build("--to", "~nobody-of-this-name/atlas").exception, BadInput)


def test_what_is_no_folder_is_refused_and_stays(places: Path) -> None:
    (places / "file").write_text("mine")
    (places / "a").symlink_to("b")
    (places / "b").symlink_to("a")
    (places / "dangling").symlink_to("nowhere")
    os.mkfifo(places / "pipe")
    names = ("file", "file/atlas", "a", "a/atlas", "dangling", "pipe", "/dev/null", "/proc/atlas")
    for name in names:
        error = build("--to", name).exception
        assert isinstance(error, CannotWrite), name
        assert "choose another" in str(error)
    assert (places / "file").read_text() == "mine"
    assert {p.name for p in places.iterdir()} == {"file", "a", "b", "dangling", "pipe"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_not_writable_is_refused(places: Path) -> None:
    (places / "shut").mkdir(mode=0o500)
    assert isinstance(build("--to", "shut").exception, CannotWrite)


def test_a_link_to_a_folder_is_followed(places: Path) -> None:
    (places / "real").mkdir()
    (places / "link").symlink_to("real")
    assert build("--to", "link").exit_code == 0
    assert (places / "real" / "atlas.json").is_file()


def test_files_of_a_user_are_left_alone_and_named(places: Path) -> None:
    folder = places / "my data"
    folder.mkdir()
    (folder / "survey.parquet").write_bytes(b"mine")
    (folder / "atlas.json").write_bytes(b"mine too")
    said = build("--to", str(folder)).stderr.splitlines()
    assert said[1].endswith("/my data'"), "quoted for a shell"
    names = "atlas.json.set-aside-1, survey.parquet"
    assert said[2] == f"Left alone there, being by no build: {names}"
    assert (folder / "survey.parquet").read_bytes() == b"mine"
    assert (folder / "atlas.json.set-aside-1").read_bytes() == b"mine too"
