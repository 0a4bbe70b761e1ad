"""Ctrl-C and SIGTERM end any command at once, with a code of their own and no talk of faults."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
SECONDS = 1.0
"""In which a command ends; twice that where a machine does much else."""
CROSS = "select count(*) from votes a, votes b, votes c where a.yy + b.yy = c.yy"
STUCK = """
import sys, time
from pathlib import Path
import click
from daylight.cli import main as entry
from daylight.cli.main import root
from daylight.store.whole import whole

@root.command("build")
@click.argument("folder")
def build(folder):
    '''Write a file and do one long step after the other.'''
    with whole(Path(folder) / "table.parquet") as handle:
        handle.write(b"half")
        handle.flush()
        print("ready", flush=True)
        while True:
            STEP

root.get_command = lambda ctx, name: build
entry()
"""
STEPS = {
    "Python": "sum(range(1000))",
    "numpy": "import numpy; numpy.linalg.svd(numpy.random.default_rng(1).random((1500, 1500)))",
    "polars": "import polars; polars.DataFrame({'a': range(10**6)}).sort('a').join("
    "polars.DataFrame({'a': range(10**6)}), on='a')",
    "engine": "from daylight.store.atlas import current; current().rows('votes')",
    "stuck": "import re; re.match('(a+)+$', 'a' * 40 + 'b')",
    "caught": "\n            try: time.sleep(60)\n"
    "            except KeyboardInterrupt: time.sleep(60)",
}


def stopped(words: list[str], how: signal.Signals, after: float) -> tuple[int, float, str]:
    """Run a command, stop it, and return its code, the seconds that took, and what it said."""
    process = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        if after:
            time.sleep(after)
        else:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(0.3)
        assert process.poll() is None, process.stderr and process.stderr.read()
        start = time.monotonic()
        process.send_signal(how)
        _, said = process.communicate(timeout=20)
        return process.returncode, time.monotonic() - start, said
    finally:
        process.kill()


def check(words: list[str], how: signal.Signals, after: float = 0.0) -> None:
    code, seconds, said = stopped(words, how, after)
    assert code == {signal.SIGINT: 130, signal.SIGTERM: 143}[how]
    assert said.strip() == "daylight: Stopped."
    assert seconds < 2 * SECONDS


def test_a_query_is_stopped() -> None:
    words = [sys.executable, "-m", "daylight", "sql", CROSS]
    check(words, signal.SIGINT, 1.2)


@pytest.mark.harness
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize(
    ("command", "after"),
    [("count", 1.5), ("count", 2.5), ("count", 4.0), ("rows", 1.0), ("panel", 1.5), ("panel", 2.5)],
)
def test_commands_are_stopped(
    command: str, after: float, how: signal.Signals, tmp_path: Path
) -> None:
    rows = "select * from votes, range(1000)"
    panel = ["panel", "--add", "vote_kappa,vote_agreement,vote_pi,shared_igos,regime_affinity"]
    words = {
        "count": ["sql", CROSS],
        "rows": ["sql", rows],
        "panel": [*panel, "--directed", "-o", str(tmp_path / "all.csv")],
    }[command]
    check([sys.executable, "-m", "daylight", *words], how, after)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.harness
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("step", STEPS)
def test_work_of_any_kind_is_stopped_and_nothing_is_left(
    tmp_path: Path, step: str, how: signal.Signals
) -> None:
    script, folder = tmp_path / "slow.py", tmp_path / "atlas"
    script.write_text(STUCK.replace("STEP", STEPS[step]))
    folder.mkdir()
    check([sys.executable, str(script), "build", str(folder)], how)
    assert list(folder.iterdir()) == []


@pytest.mark.harness
@pytest.mark.parametrize("share", [0.4, 0.5, 0.6, 0.7])
def test_a_brief_is_stopped(share: float, tmp_path: Path) -> None:
    """At a share of the time that it takes on this machine."""
    place = tmp_path / "brief.html"
    words = [sys.executable, "-m", "daylight", "brief", "RUS", "IRN", "-o", str(place)]
    start = time.monotonic()
    subprocess.run(words, check=True, capture_output=True)
    taken = time.monotonic() - start
    place.unlink()
    check(words, signal.SIGINT, share * taken)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.harness
@pytest.mark.mirror
@pytest.mark.parametrize("after", [1.5, 3.0, 5.0])
@pytest.mark.parametrize("command", ["fit", "build"])
def test_a_fit_and_a_build_are_stopped(
    command: str, after: float, tmp_path: Path, mirror: Path
) -> None:
    del mirror
    to = ["atlas", "build", "--to", str(tmp_path / "atlas")]
    words = {"fit": ["ideal-points", "fit", "--filtered"], "build": to}[command]
    check([sys.executable, "-m", "daylight", *words], signal.SIGINT, after)


def test_a_signal_that_is_ignored_stays_ignored() -> None:
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN);"
        "from daylight.cli import stop; stop.listen();"
        "assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN;"
        "assert signal.getsignal(signal.SIGTERM) is stop._ask"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env=dict(os.environ))


@pytest.mark.slow
def test_a_command_without_standard_error_is_stopped_too() -> None:
    process = subprocess.Popen(["/bin/sh", "-c", f'exec "$0" -m daylight sql "{CROSS}" 2>&-',
                                sys.executable], stdout=subprocess.DEVNULL)  # fmt: skip
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    assert process.wait(3) == 130


def test_the_end_of_a_file_is_not_called_ctrl_c() -> None:
    code = (
        "import sys; from daylight.cli.main import root, main\n"
        "def broken(ctx, name): raise EOFError('Compressed file ended')\n"
        "root.get_command = broken; sys.argv = ['daylight', 'x']; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 70
    assert "EOFError: Compressed file ended" in done.stderr
