"""Where files come from: the mirror, the cache, an address, or a person's hands."""

from __future__ import annotations

import errno
import io
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pooch
import pytest
from filelock import FileLock

from daylight.core.errors import BadInput, CannotWrite, FetchFailed
from daylight.sources.kit.declaration import Declaration
from daylight.sources.kit.fetch import RETRIES, cache, fetch, mirror, where

BYTES = b"a,b,year\n2,200,1990\n"
URL = "https://example.org/toy.csv"
Toy = Callable[..., Declaration]


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, AssertionError("a download was tried"))


def serve(monkeypatch: pytest.MonkeyPatch, *answers: bytes | BaseException) -> list[str]:
    """Answer downloads in turn: bytes are sent; an error cuts the sending short half-way."""
    asked: list[str] = []

    def download(self: Any, url: str, output_file: Any, *_: Any, **__: Any) -> None:
        answer = answers[min(len(asked), len(answers) - 1)]
        asked.append(url)
        with Path(output_file).open("wb") as handle:
            handle.write(answer if isinstance(answer, bytes) else BYTES[:9])
        if not isinstance(answer, bytes):
            raise answer

    monkeypatch.setattr(pooch.HTTPDownloader, "__call__", download)
    return asked


def get(spec: Declaration) -> Path:
    return fetch(spec, spec.files[0])


def test_without_the_variable_there_is_no_mirror(off_the_mirror: Path, toy: Toy) -> None:
    assert mirror() is None
    assert where(toy(), toy().files[0]) == off_the_mirror / "toy.csv"


def test_the_cache_is_the_users_own_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DAYLIGHT_CACHE", raising=False)
    assert cache().name == "daylight"


def test_a_mirror_that_is_no_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAYLIGHT_MIRROR", str(tmp_path / "gone"))
    with pytest.raises(BadInput, match=r"DAYLIGHT_MIRROR.*not a folder"):
        mirror()


def test_the_mirror_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, toy: Toy) -> None:
    monkeypatch.setenv("DAYLIGHT_MIRROR", str(tmp_path))
    (tmp_path / "toy").mkdir()
    (tmp_path / "toy" / "toy.csv").write_bytes(BYTES)
    assert get(toy(url=URL)) == tmp_path / "toy" / "toy.csv"


def test_a_file_that_the_mirror_lacks_is_not_downloaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, toy: Toy
) -> None:
    monkeypatch.setenv("DAYLIGHT_MIRROR", str(tmp_path))
    with pytest.raises(FetchFailed, match=r"toy/toy\.csv is not in the mirror"):
        get(toy(url=URL))


def test_a_folder_given_is_the_only_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, toy: Toy
) -> None:
    monkeypatch.setenv("DAYLIGHT_MIRROR", str(tmp_path / "unused"))
    spec = toy(url=URL)
    with pytest.raises(FetchFailed, match=r"toy/toy\.csv is not in"):
        fetch(spec, spec.files[0], folder=tmp_path)
    (tmp_path / "toy").mkdir()
    (tmp_path / "toy" / "toy.csv").write_bytes(BYTES)
    assert fetch(spec, spec.files[0], folder=tmp_path) == tmp_path / "toy" / "toy.csv"


def test_a_file_to_get_by_hand_says_how_and_where_to(off_the_mirror: Path, toy: Toy) -> None:
    with pytest.raises(FetchFailed) as caught:
        get(toy(by_hand="Ask the archive."))
    assert "Ask the archive." in str(caught.value)
    assert str(off_the_mirror / "toy.csv") in str(caught.value)


def test_a_download_is_kept_and_not_repeated(
    off_the_mirror: Path, monkeypatch: pytest.MonkeyPatch, toy: Toy
) -> None:
    asked = serve(monkeypatch, BYTES)
    assert get(toy(url=URL)).read_bytes() == BYTES
    assert get(toy(url=URL)) == off_the_mirror / "toy.csv"
    assert asked == [URL]


def test_a_failing_line_is_tried_again(
    off_the_mirror: Path, monkeypatch: pytest.MonkeyPatch, toy: Toy
) -> None:
    asked = serve(monkeypatch, OSError("reset"), OSError("reset"), BYTES)
    assert get(toy(url=URL)).read_bytes() == BYTES
    assert len(asked) == RETRIES


@pytest.mark.parametrize("cut", [OSError("connection reset"), BYTES[:-3], b"<html>busy</html>"])
def test_an_interrupted_or_wrong_download_leaves_nothing(
    off_the_mirror: Path, monkeypatch: pytest.MonkeyPatch, toy: Toy, cut: bytes | OSError
) -> None:
    serve(monkeypatch, cut)
    with pytest.raises(FetchFailed, match=r"toy\.csv could not be fetched.*DAYLIGHT_MIRROR"):
        get(toy(url=URL))
    assert list(off_the_mirror.iterdir()) == []


def test_a_person_who_stops_the_download_leaves_nothing(
    off_the_mirror: Path, monkeypatch: pytest.MonkeyPatch, toy: Toy
) -> None:
    serve(monkeypatch, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        get(toy(url=URL))
    assert list(off_the_mirror.iterdir()) == []


def zipped(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as bundle:
        bundle.writestr(name, BYTES)
    return out.getvalue()


def test_a_member_of_a_zip_lands_in_its_place(
    off_the_mirror: Path, monkeypatch: pytest.MonkeyPatch, toy: Toy
) -> None:
    serve(monkeypatch, zipped("deep/inside.csv"))
    path = get(toy(url="https://example.org/toy.zip", member="deep/inside.csv"))
    assert path.read_bytes() == BYTES
    assert list(off_the_mirror.iterdir()) == [path]


@pytest.mark.parametrize(
    "sent",
    [zipped("other.csv"), zipped("in.csv")[:-30], b"<html></html>"],
    ids=["other member", "cut short", "a page"],  # a zip holds the time: no name of a test
)
def test_a_bad_zip_leaves_nothing(
    off_the_mirror: Path, monkeypatch: pytest.MonkeyPatch, toy: Toy, sent: bytes
) -> None:
    serve(monkeypatch, sent)
    with pytest.raises(FetchFailed, match=r"toy\.csv could not be fetched"):
        get(toy(url="https://example.org/toy.zip", member="in.csv"))
    assert list(off_the_mirror.iterdir()) == []


KILLED = """
import os, signal, sys
from pathlib import Path
import pooch
from daylight.sources.kit.declaration import Declaration
from daylight.sources.kit.fetch import fetch

def download(self, url, output_file, *_, **__):
    Path(output_file).write_bytes(b"half")
    os.kill(os.getpid(), signal.SIGKILL)

pooch.HTTPDownloader.__call__ = download
spec = Declaration.model_validate_json(sys.stdin.read())
fetch(spec, spec.files[0])
"""


def test_what_a_killed_download_leaves_goes_with_the_next(
    off_the_mirror: Path, monkeypatch: pytest.MonkeyPatch, toy: Toy
) -> None:
    spec = toy(url=URL)
    words = [sys.executable, "-c", KILLED]
    found = subprocess.run(words, input=spec.model_dump_json(), text=True, check=False)
    assert found.returncode == -signal.SIGKILL
    workshop = cache() / ".fetching" / spec.id
    assert [p.read_bytes() for p in workshop.iterdir()] == [b"half"]
    assert list(off_the_mirror.iterdir()) == [], "and nothing is taken for the file"
    serve(monkeypatch, BYTES)
    assert get(spec).read_bytes() == BYTES
    assert list(workshop.iterdir()) == []


def test_what_earlier_versions_left_goes_when_it_is_old(
    off_the_mirror: Path, monkeypatch: pytest.MonkeyPatch, toy: Toy
) -> None:
    off_the_mirror.mkdir(exist_ok=True, parents=True)
    names = ("tmpab_1cd2e", "tmpnewnew1", "template.csv", "tmpab_1cd2e.csv")
    for name in names:
        (off_the_mirror / name).write_bytes(b"half")
        if name != "tmpnewnew1":
            os.utime(off_the_mirror / name, (0, 0))
    serve(monkeypatch, BYTES)
    get(toy(url=URL))
    assert {p.name for p in off_the_mirror.iterdir()} == {*names[1:], "toy.csv"}


def test_two_processes_do_not_download_the_same(
    off_the_mirror: Path, monkeypatch: pytest.MonkeyPatch, toy: Toy
) -> None:
    asked, spec = serve(monkeypatch, BYTES), toy(url=URL)
    monkeypatch.setattr("daylight.sources.kit.fetch.WAIT", 0)
    (cache() / ".fetching").mkdir(parents=True)
    with (
        FileLock(cache() / ".fetching" / f"{spec.id}.lock"),
        pytest.raises(FetchFailed, match="another process"),
    ):
        get(spec)
    assert asked == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EROFS])
def test_no_room_is_no_fault_of_the_line(
    off_the_mirror: Path, monkeypatch: pytest.MonkeyPatch, toy: Toy, number: int
) -> None:
    asked = serve(monkeypatch, OSError(number, os.strerror(number)))
    with pytest.raises(CannotWrite, match=rf"cannot be written .*{os.strerror(number)}"):
        get(toy(url=URL))
    assert len(asked) == 1, "trying again gives no room"
    assert list(off_the_mirror.iterdir()) == []


def test_half_a_zip_that_was_left_is_not_taken_for_the_whole(
    off_the_mirror: Path, monkeypatch: pytest.MonkeyPatch, toy: Toy
) -> None:
    spec = toy(url="https://example.org/toy.zip", member="in.csv")
    workshop = cache() / ".fetching" / spec.id
    workshop.mkdir(parents=True)
    (workshop / "toy.csv").write_bytes(zipped("in.csv")[:30])
    serve(monkeypatch, zipped("in.csv"))
    assert get(spec).read_bytes() == BYTES
