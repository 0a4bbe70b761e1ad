"""Workers of a build do not outlive it, however it ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PARENT = """
import os, sys, time
from pathlib import Path
from daylight.tables.positions.parallel import side_by_side

def sleep(folder, n):
    (Path(folder) / str(os.getpid())).touch()
    time.sleep(60)

if __name__ == "__main__":
    side_by_side((sleep, (sys.argv[1], n)) for n in range(2))
"""


def alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{number}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_a_killed_parent(tmp_path: Path, how: signal.Signals) -> None:
    script, folder = tmp_path / "parent.py", tmp_path / "workers"
    script.write_text(PARENT)
    folder.mkdir()
    parent = subprocess.Popen([sys.executable, str(script), str(folder)])
    late = time.monotonic() + 60
    while not list(folder.iterdir()) and time.monotonic() < late:
        time.sleep(0.1)
    workers = [int(path.name) for path in folder.iterdir()]
    assert workers
    assert parent.pid not in workers
    parent.send_signal(how)
    parent.wait(10)
    late = time.monotonic() + 10
    while any(map(alive, workers)) and time.monotonic() < late:
        time.sleep(0.1)
    left = [number for number in workers if alive(number)]
    for number in left:
        os.kill(number, signal.SIGKILL)
    assert left == []
