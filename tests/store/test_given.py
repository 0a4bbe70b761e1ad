"""Files that somebody names: what is no file is refused at once, and limits are kept."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from daylight.core.errors import BadInput
from daylight.store.given import kind, named, read

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices in the file system")


@pytest.fixture
def places(tmp_path: Path) -> Path:
    (tmp_path / "file").write_bytes(b"12345")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    (tmp_path / "nowhere").symlink_to(tmp_path / "none")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe")
        (tmp_path / "zeros").symlink_to("/dev/zero")
    return tmp_path


def test_a_regular_file_is_read_up_to_its_limit(places: Path) -> None:
    assert read(places / "file") == read(places / "link", 5) == b"12345"
    with pytest.raises(OSError, match="it has 5 bytes, and at most 4 are read"):
        read(places / "file", 4)


@POSIX
@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("folder", "it is a folder, not a file"),
        ("pipe", "it is a pipe, not a file"),
        ("zeros", "it is a device, not a file"),
        ("socket", "it is a socket, not a file"),
        ("none", "No such file"),
        ("nowhere", "No such file"),
        ("round", "symbolic links"),
        ("x" * 300, "name too long"),
        ("a\0b", "no file can have this name"),
        ("a\ud800b", "no file can have this name"),
    ],
)
def test_what_is_no_file_is_refused_at_once(places: Path, name: str, says: str) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        here = Path.cwd()
        os.chdir(places)  # the name of a socket may not be long
        try:
            one.bind("socket")
        finally:
            os.chdir(here)
        with pytest.raises(OSError, match=says):
            read(places / name)


@POSIX
def test_a_file_that_says_it_is_empty_and_is_not() -> None:
    with pytest.raises(OSError, match="more than 3 bytes"):
        read(Path("/proc/self/status"), 3)


@POSIX
def test_what_is_there_is_named_and_what_cannot_be_looked_at_is_nothing(places: Path) -> None:
    found = {p.name: kind(p) for p in places.iterdir()}
    assert found == {
        "file": "a file", "link": "a file", "folder": "a folder", "pipe": "a pipe",
        "zeros": "a device", "nowhere": "", "round": "",
    }  # fmt: skip
    assert kind(places / ("x" * 300)) == kind(Path("a\0b")) == ""


def test_a_name_that_no_file_can_have_is_bad_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/here")
    assert named("~/y", "--to") == Path("/here/y")
    for text in ("~nobody-of-this-name/x", "a\0b", "a\ud800"):
        with pytest.raises(BadInput, match="--to is"):
            named(text, "--to")
