"""Output that cannot be written: one line, the right code, and nothing half-written."""

from __future__ import annotations

import os
import re
import resource
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from daylight.catalogue import CATALOGUE
from daylight.cli import panel, sql
from daylight.show.rendered import FORMATS

ENDED, FULL, CLOSED = 0, "No space left on device", "it is closed"
SMALL = 100
"""Bytes that a file may have in a test of limits: fewer than any result has."""


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "daylight", *words]


def run(words: list[str], **streams: Any) -> tuple[int, str]:
    """Return the code and what was said on standard error."""
    found = subprocess.run(words, check=False, stderr=subprocess.PIPE, text=True, **streams)
    return found.returncode, found.stderr


def full(words: list[str]) -> tuple[int, str]:
    with Path("/dev/full").open("wb") as handle:
        return run(words, stdout=handle)


def closed(words: list[str]) -> tuple[int, str]:
    return run(["sh", "-c", f"exec {shlex.join(words)} >&-"])


def unread(words: list[str]) -> tuple[int, str]:
    """The reader of the pipe is gone before anything is written."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        return run(words, stdout=writing)
    finally:
        os.close(writing)


def read_a_little(words: list[str]) -> tuple[int, str]:
    started = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert started.stdout is not None
    assert started.stderr is not None
    with started:
        started.stdout.read(1)
        started.stdout.close()
        said = started.stderr.read().decode()
    return started.returncode, said


def limit() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))


def limited(words: list[str], folder: Path) -> tuple[int, str]:
    with (folder / "redirected").open("wb") as handle:
        found = run(words, stdout=handle, preexec_fn=limit)
    assert (folder / "redirected").stat().st_size == SMALL
    return found


def one_line(said: str, why: str) -> None:
    lines = [line for line in said.splitlines() if line]
    assert len(lines) == 1, said
    assert lines[0].startswith("daylight: ")
    assert f"({why})" in lines[0]


GUARDED = """
import sys
from daylight.cli.streams import guard, settle, hush
guard()
try:
    print("x" * {many})
    settle()
finally:
    hush()
"""


@pytest.mark.parametrize("many", [1, pytest.param(100_000, marks=pytest.mark.slow)])
def test_a_stream_fails_where_it_can_be_said(many: int) -> None:
    """However little is written: nothing waits until the program is over."""
    words = [sys.executable, "-c", GUARDED.format(many=many)]
    for way, error in ((full, "CannotWrite"), (closed, "CannotWrite"), (unread, "ReaderGone")):
        code, said = way(words)
        assert (code, said.splitlines()[-1].partition(":")[0].rpartition(".")[2]) == (1, error)


def test_a_file_never_gets_the_number_of_a_closed_stream(tmp_path: Path) -> None:
    """Or what is printed as a warning would stand in the data of the user."""
    code = (
        "import sys, os; from daylight.cli.streams import guard; guard();"
        "print(open(sys.argv[1], 'wb').fileno(), file=open(sys.argv[2], 'w'))"
    )
    words = [sys.executable, "-c", code, str(tmp_path / "one"), str(tmp_path / "two")]
    subprocess.run(["sh", "-c", f"exec {shlex.join(words)} <&- >&- 2>&-"], check=True)
    assert int((tmp_path / "two").read_text()) > 2


def test_a_slow_reader_gets_all_of_it() -> None:
    """A terminal or pipe may be set so that a write does not wait."""
    words = [sys.executable, "-c", GUARDED.format(many=1_000_000)]
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    with subprocess.Popen(words, stdout=writing) as started, os.fdopen(reading, "rb") as handle:
        os.close(writing)
        assert len(handle.read()) == 1_000_001
    assert started.returncode == 0


def test_what_cannot_be_said_leaves_the_code() -> None:
    with Path("/dev/full").open("wb") as handle:
        words = command("sources", "show", "none")
        assert subprocess.run(words, check=False, stderr=handle).returncode == 13


ASKED = {
    "bond": "RUS IRN",
    "brief": "RUS IRN",
    "compare": "RUS:IRN RUS:BLR",
    "ideal-points": "",
    "partners": "RUS",
}
QUESTIONS = {q.command: ASKED.get(q.command, "RUS IRN") for q in CATALOGUE}
PANEL = "panel --start 2016 --end 2016 --add rivalry"
PRINTED = (
    "", "atlas", "--version", "--help", "bond --help", "sources list", "sources list --format json",
    "sources show atop", "sources show atop --format json", "atlas info",
    "atlas info --format json", "atlas verify", "atlas verify --format json",
    "cite", "cite rivalry", "panel --list",
    *(f"{PANEL} --format {kind}" for kind in panel.FORMATS),
    *(f"sql 'select * from states' --format {kind}" for kind in sql.FORMATS),
    *(f"{name} {states} --format {kind}" for name, states in QUESTIONS.items() for kind in FORMATS),
)  # fmt: skip
QUICK = ("", "--version")
EVERY = ("text", "dta")
"""Formats in which a question meets every fault; in the others a full disk and a closed pipe."""
Way = Callable[[list[str]], tuple[int, str]]


def refuse_skip(code: int, said: str) -> None:
    """Skip a format that a question does not have."""
    if code == 3 and ("has no table" in said or "has no charts" in said):
        pytest.skip("the question has no such form")


def faults(text: str, folder: Path) -> None:
    words = command(*shlex.split(text))
    here: Way = partial(limited, folder=folder)
    every = text.partition(" ")[0] not in QUESTIONS or text.endswith(EVERY)
    ways: list[tuple[Way, str]] = [(full, FULL), (closed, CLOSED), (here, "File too large")]
    for way, why in ways if every else ways[:1]:
        if way is here and text == "--version":
            continue
        code, said = way(words)
        refuse_skip(code, said)
        assert code == 10, (text, why, said)
        one_line(said, why)
    for way in (unread, read_a_little) if every else (read_a_little,):
        code, said = way(words)
        said = re.sub(r"\d+ rows.*\n", "", said)  # a pipe takes in a little that nobody reads
        assert said == "", text
        assert code == ENDED or (code == 2 and text in ("", "atlas")), text


@pytest.mark.parametrize("text", QUICK)
def test_a_command_whose_output_fails(text: str) -> None:
    words = command(*shlex.split(text))
    code, said = full(words)
    assert code == 10
    one_line(said, FULL)
    if text == "":
        assert unread(words) == (ENDED, "")


@pytest.mark.harness
@pytest.mark.parametrize("text", PRINTED)
def test_every_command_whose_output_fails(text: str, tmp_path: Path) -> None:
    faults(text, tmp_path)


WRITTEN = (
    *((f"{PANEL} -o", kind) for kind in panel.FORMATS),
    *(("sql 'select * from states' -o", kind) for kind in sql.FORMATS if kind != "table"),
    *((f"{name} {who} -o", kind) for name, who in QUESTIONS.items() for kind in FORMATS),
)


@pytest.mark.harness
@pytest.mark.parametrize(("text", "kind"), WRITTEN)
def test_a_file_that_cannot_be_written_is_not_there(text: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"out.{'txt' if kind == 'text' else kind}"
    words = command(*shlex.split(text), str(path))
    code, said = run(words, preexec_fn=limit)
    refuse_skip(code, said)
    assert code == 10, said
    one_line(said, "File too large")
    assert list(tmp_path.iterdir()) == []
    path.write_bytes(b"old")
    assert run(words, preexec_fn=limit)[0] == 10
    assert path.read_bytes() == b"old"
    path.unlink()
    path.symlink_to("/dev/full")
    code, said = run(words)
    assert code == 10, said
    one_line(said, FULL)


def test_a_check_that_fails_says_so_to_nobody_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A closed pipe is no error, but it hides none."""
    monkeypatch.setenv("DAYLIGHT_MIRROR", str(tmp_path))
    assert unread(command("sources", "verify", "atop"))[0] == 9
