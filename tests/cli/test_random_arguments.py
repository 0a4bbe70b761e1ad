"""Command lines drawn at random: a documented code, one line at most, and nothing left behind."""

from __future__ import annotations

import io
import os
import shutil
import signal
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from random import Random

import pytest
from arguments import leaves, line, sandbox

from daylight.cli import main as entry
from daylight.core import errors
from daylight.core.visible import HIDDEN, MOST

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names of devices")
SEED = 20_261_130
QUICK, ALL, PARTS = 80, 5_000, 5
SECONDS = 40
"""In which each must be done: a query may take 30."""
CODES = {0, 2} | {
    one.exit_code
    for one in vars(errors).values()
    if isinstance(one, type) and issubclass(one, errors.DaylightError)
}
"""Those documented, but for that of a fault (70) and those of signals."""
Found = dict[str, tuple[int, int]]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder to run in, with homes, caches and mirrors that hold nothing."""
    here = sandbox(tmp_path / "here")
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "DAYLIGHT_MIRROR", "DAYLIGHT_CACHE"):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.delenv("DAYLIGHT_ATLAS", raising=False)
    monkeypatch.setattr(import_module("daylight.cli.main"), "listen", lambda: None)
    monkeypatch.chdir(here)
    return here


def stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="surrogateescape")


def seen(top: Path) -> Found:
    """Return size and time of everything below a folder."""
    found = {}
    for folder, folders, files in os.walk(top):
        for name in (*folders, *files):
            status = Path(folder, name).lstat()
            size = 0 if name in folders else status.st_size
            found[os.path.relpath(Path(folder, name), top)] = size, status.st_mtime_ns * bool(size)
    return found


def late(number: int, frame: object) -> None:
    raise TimeoutError(f"not done in {SECONDS} s")


def ran(words: list[str]) -> tuple[int, str, str]:
    """Run a command line in this process; return code, output and errors."""
    kept = sys.argv, sys.stdout, sys.stderr
    sys.argv, sys.stdout, sys.stderr = ["daylight", *words], stream(), stream()
    signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    try:
        entry()
        code = 0
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 0 if left.code is None else 99
    finally:
        signal.alarm(0)
        texts = []
        for one in (sys.stdout, sys.stderr):
            one.flush()
            texts.append(one.buffer.getvalue().decode("utf-8", "replace"))  # type: ignore[attr-defined]
        sys.argv, sys.stdout, sys.stderr = kept
    return code, texts[0], texts[1]


def wrong(words: list[str], top: Path) -> tuple[int, str]:
    """Run a command line; return its code, and what is wrong with how it went, or nothing."""
    before = seen(top)
    began = time.perf_counter()
    try:
        code, out, err = ran(words)
    except BaseException as error:  # whatever it is, it is told
        return 99, f"{type(error).__name__}: {error}"
    if code == 2 and not err and out.startswith("Usage: "):
        err = "daylight: a group of commands shows its help"
    fault = _fault(code, err, before, seen(top), time.perf_counter() - began)
    return code, fault or _left(words, code, before, top)


def _fault(code: int, err: str, before: Found, after: Found, seconds: float) -> str:
    if code not in CODES:
        return f"code {code}: {err[:300]}"
    lines = err.splitlines()
    if code and (len(lines) != 1 or not lines[0].startswith("daylight: ")):
        return f"{len(lines)} lines: {err[:300]}"
    if any(len(one) > MOST + 300 for one in lines):
        return f"a line of {max(map(len, lines))} characters: {err[:300]}"
    if acts := [c for c in err if c != "\n" and unicodedata.category(c) in HIDDEN]:
        return f"holds {acts[0]!r}: {err[:300]}"
    if "Traceback" in err:
        return err[-300:]
    if gone := before.keys() - after.keys():
        return f"is gone: {sorted(gone)[0]}"
    return "" if seconds < SECONDS else f"took {seconds:.0f} s"


def _left(words: list[str], code: int, before: Found, top: Path) -> str:
    """Say what a command left on disk other than its output, and have the folder as it was."""
    after = seen(top)
    changed = sorted(name for name in after if after[name] != before.get(name))
    if not changed:
        return ""
    for name in (name for name in changed if name not in before):
        path = top / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    sandbox(top / "here")
    texts = [text for word in words for text in (word, word.split("=", 1)[-1])]
    asked = {Path(text).name for text in texts} | {"good.csv"}  # by its link
    strange = [name for name in changed if Path(name).name not in asked]
    if code or strange or len(changed) > 1:
        return f"code {code}, and left {changed}"
    return ""


def draws(numbers: Iterable[int]) -> Iterator[list[str]]:
    commands = leaves()
    for number in numbers:
        yield line(commands, Random(f"{SEED} {number}"))


def run(numbers: Iterable[int], top: Path) -> tuple[Counter[int], list[str]]:
    counts: Counter[int] = Counter()
    faults = []
    for words in draws(numbers):
        code, fault = wrong(words, top)
        counts[code] += 1
        if fault:
            faults.append(f"{[word[:80] for word in words]}: {fault}")
    return counts, faults


def test_a_few_command_lines(place: Path) -> None:
    counts, faults = run(range(QUICK), place.parent)
    assert not faults, faults[0]
    assert counts[0] and len(counts) > 3


def test_planted_faults_are_seen(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def plant(code: int, err: str = "", leave: str = "") -> str:
        def planted() -> None:
            sys.stderr.write(err)
            if leave:
                (place / leave).write_text("x")
            sys.exit(code)

        monkeypatch.setattr(sys.modules[__name__], "entry", planted)
        return wrong(["bond"], place.parent)[1]

    told = "daylight: no.\n"
    assert plant(0) == plant(3, told) == ""
    assert plant(70, told).startswith("code 70")
    assert plant(3, "no.\n").startswith("1 lines")
    assert plant(3, told * 2).startswith("2 lines")
    assert plant(3, f"daylight: {'x' * 3000}\n").startswith("a line of")
    assert plant(3, "daylight: \x1b[2J\n").startswith("holds")
    assert "left ['here/new']" in plant(3, told, "new")
    assert "left ['here/new']" in plant(0, "", "new")
    assert "left ['here/old']" in plant(3, told, "old")
    assert (place / "old").read_text() == "old", "all is as it was for the next"


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_five_thousand_command_lines(
    place: Path, capsys: pytest.CaptureFixture[str], part: int
) -> None:
    counts, faults = run(range(part, ALL, PARTS), place.parent)
    with capsys.disabled():
        codes = ", ".join(f"{code}: {many:,}" for code, many in sorted(counts.items()))
        print(f"\n{counts.total():,} command lines, {len(faults)} faults; exit codes {codes}")
    assert not faults, "\n".join(faults[:20])
    assert counts[0] > ALL / PARTS / 10, "good ones are drawn too"
    assert len(counts) > 8, "and bad ones of many kinds"
