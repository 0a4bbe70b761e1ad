"""A file appears whole or not at all, and what stands at its place stays what it is."""

from __future__ import annotations

import errno
import io
import os
import resource
import signal
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from daylight.core.errors import CannotWrite, ReaderGone
from daylight.store.whole import whole

NEW = b"new contents\n" * 1000


def put(path: Path, contents: bytes = NEW) -> None:
    with whole(path) as handle:
        handle.write(contents)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in which nothing temporary is left behind."""
    yield tmp_path
    assert [p for p in tmp_path.rglob("*") if p.name.startswith(".daylight")] == []


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o666])
def test_the_mode_of_a_file_is_kept(folder: Path, mode: int) -> None:
    path = folder / "out"
    path.write_bytes(b"old")
    path.chmod(mode)
    put(path)
    assert path.read_bytes() == NEW
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.parametrize("umask", [0o022, 0o077])
def test_a_new_file_has_the_mode_of_new_files(folder: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        put(folder / "out")
    finally:
        os.umask(before)
    assert stat.S_IMODE((folder / "out").stat().st_mode) == 0o666 & ~umask


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives away")
def test_the_owner_is_kept_where_possible(folder: Path) -> None:
    path = folder / "out"
    path.write_bytes(b"old")
    os.chown(path, 12345, 54321)
    path.chmod(0o640)
    put(path)
    found = path.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (12345, 54321, 0o640)


def test_a_link_stays_and_its_end_is_replaced(folder: Path) -> None:
    other = folder / "other"
    other.mkdir()
    end = other / "end"
    end.write_bytes(b"old")
    end.chmod(0o600)
    (other / "second").symlink_to("end")
    (folder / "first").symlink_to("other/second")
    put(folder / "first")
    assert (folder / "first").readlink() == Path("other/second")
    assert (other / "second").readlink() == Path("end")
    assert (end.is_symlink(), end.read_bytes()) == (False, NEW)
    assert stat.S_IMODE(end.stat().st_mode) == 0o600
    assert sorted(p.name for p in other.iterdir()) == ["end", "second"]


def test_a_link_to_nothing_makes_what_it_points_to(folder: Path) -> None:
    (folder / "other").mkdir()
    (folder / "link").symlink_to("other/none")
    put(folder / "link")
    assert (folder / "link").readlink() == Path("other/none")
    assert (folder / "other" / "none").read_bytes() == NEW


def test_a_link_into_no_folder_or_a_circle_is_said(folder: Path) -> None:
    (folder / "link").symlink_to("nowhere/none")
    (folder / "a").symlink_to("b")
    (folder / "b").symlink_to("a")
    for name, why in (("link", "No such file"), ("a", "levels of symbolic links")):
        with pytest.raises(CannotWrite, match=why):
            put(folder / name)
        assert (folder / name).is_symlink()


def test_another_hard_link_keeps_the_old_contents(folder: Path) -> None:
    (folder / "one").write_bytes(b"old")
    os.link(folder / "one", folder / "two")
    put(folder / "one")
    assert (folder / "two").read_bytes() == b"old"


def test_a_pipe_is_written_to(folder: Path) -> None:
    path = folder / "pipe"
    os.mkfifo(path)
    found = []
    reader = threading.Thread(target=lambda: found.append(path.read_bytes()))
    reader.start()
    put(path)
    reader.join(5)
    assert found == [NEW]
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_a_pipe_whose_reader_leaves_is_told_apart(folder: Path) -> None:
    path = folder / "pipe"
    os.mkfifo(path)
    reader = threading.Thread(target=lambda: path.open("rb").close())
    reader.start()
    with pytest.raises(ReaderGone):
        put(path, NEW * 100)
    reader.join(5)
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_devices_are_written_to_and_stay() -> None:
    put(Path("/dev/null"))
    with pytest.raises(CannotWrite, match=r"/dev/full cannot be written \(No space left"):
        put(Path("/dev/full"))
    for name in ("/dev/null", "/dev/full"):
        assert stat.S_ISCHR(Path(name).stat().st_mode)


def test_what_is_no_file_is_refused(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(folder / "socket"))
        with pytest.raises(CannotWrite, match="no file"):
            put(folder / "socket")
    with pytest.raises(CannotWrite, match="a folder"):
        put(folder)
    (folder / "plain").write_bytes(b"")
    with pytest.raises(CannotWrite, match="Not a directory"):
        put(folder / "plain" / "out")
    for name in ("a\0b", "a\ud800"):
        with pytest.raises(CannotWrite, match="no file can have this name"):
            put(folder / name)


PRINTS = """
import sys
from pathlib import Path
from daylight.store.whole import whole
print("before")
with whole(Path(sys.argv[1])) as handle:
    handle.write(b"written\\n")
print("after")
"""


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
def test_standard_output_that_goes_to_a_file_is_not_replaced(folder: Path, name: str) -> None:
    (folder / "link").symlink_to("/proc/self/fd/1")
    if name == "/dev/stdout" and not Path(name).is_symlink():
        pytest.skip("not the standard output of this machine")
    out = folder / "out"
    out.write_bytes(b"first\n")
    with out.open("ab") as handle:
        words = [sys.executable, "-c", PRINTS, str(folder / name)]
        subprocess.run(words, stdout=handle, check=True)
    assert out.read_text().split() == ["first", "before", "written", "after"]


def test_standard_output_that_is_a_pipe_is_written_to() -> None:
    words = [sys.executable, "-c", PRINTS, "/dev/fd/1"]
    found = subprocess.run(words, capture_output=True, check=True, text=True)
    assert found.stdout.split() == ["before", "written", "after"]


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file grow beyond `size` bytes."""
    before, now = signal.signal(signal.SIGXFSZ, signal.SIG_IGN), resource.RLIMIT_FSIZE
    soft, hard = resource.getrlimit(now)
    resource.setrlimit(now, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(now, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


@pytest.mark.parametrize("old", [b"", b"old"])
def test_no_room_leaves_what_was_there(folder: Path, old: bytes) -> None:
    path = folder / "out"
    if old:
        path.write_bytes(old)
    with room_for(5000), pytest.raises(CannotWrite, match=r"\(File too large\); make room"):
        put(path)
    assert (path.read_bytes() if old else path.exists()) == (old or False)


@pytest.mark.parametrize("number", [errno.EDQUOT, errno.ENOSPC, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("step", ["fsync", "chown"])
def test_a_failure_at_any_step_leaves_what_was_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, step: str
) -> None:
    path = folder / "out"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, step, fail)
        with pytest.raises(CannotWrite, match=os.strerror(number)):
            put(path)
    assert path.read_bytes() == b"old"


def test_a_failure_of_the_caller_leaves_what_was_there(folder: Path) -> None:
    path = folder / "out"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), whole(path) as handle:
        handle.write(b"half")
        raise ZeroDivisionError
    assert path.read_bytes() == b"old"


def test_nothing_goes_to_a_pipe_before_all_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("opened"))
    with pytest.raises(ZeroDivisionError), whole(Path("/dev/null")) as handle:
        assert isinstance(handle, io.BytesIO)
        raise ZeroDivisionError
