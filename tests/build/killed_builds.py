"""Build atlases of two worlds by turns and kill each build at a random moment.

Run as ``python killed_builds.py FOLDER KILLS SEED small|real``. It prints a line after each kill
and waits for one, so that somebody can look at the folder; the last build is let live.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl

WORLDS = ("1820-06-30", "1820-05-31")
"""Last day of each: the only thing of its manifest by which a reader can tell."""
Build = Callable[[Path, int, str], None]


def small(folder: Path, world: int, mark: str) -> None:
    """Write two tables and commit them."""
    from daylight.store import writer
    from daylight.store.manifest import Manifest, fingerprint
    from daylight.store.schemas import VERSION, table

    frames = {
        "coverage": pl.DataFrame(
            {"end": [1817, 1816], "start": [1816 + world, 1816], "measure": ["rivalry", "crises"]}
        ),
        "capabilities": pl.DataFrame({"cow": [2], "year": [1816 + world], "cinc": [0.25]}),
    }
    with writer.target(folder):
        files = tuple(
            writer.write_table(folder, table(name), mark, lambda name=name: frames[name])
            for name in frames
        )
        last = WORLDS[world]
        writer.commit(folder, Manifest(VERSION, fingerprint(files), "0", last, files, ()))


def real(folder: Path, world: int, mark: str) -> None:
    """Run the build with invented sources; the worlds differ in capabilities, holes and days."""
    import invented_world as tiny
    import pytest

    with pytest.MonkeyPatch.context() as patch:
        tiny.staged(patch)

        def declared(name: str) -> Any:
            spec = tiny.declared(name)
            dated = spec.coverage.model_copy(
                update={"until": tiny.date.fromisoformat(WORLDS[world])}
            )
            return spec.model_copy(update={"coverage": dated})

        def nmc() -> dict[str, pl.DataFrame]:
            frame = tiny._nmc()["capabilities"]
            return {
                "capabilities": frame.with_columns(
                    pl.col("cinc") / (1 + pl.col("cow") % (2 + world))
                )
            }

        patch.setitem(tiny.SOURCES, "nmc", nmc)
        patch.setitem(
            tiny.SOURCES,
            "cow_trade",
            lambda: {"holes": tiny.hole(end=[1817 + world])},
        )
        patch.setattr(tiny.run, "declaration", declared)
        patch.setattr(tiny.run, "fingerprints", tiny.marked(mark))
        tiny.run.build(folder)


BUILDS: dict[str, Build] = {"small": small, "real": real}
EVENTS = {"open", "os.rename", "os.remove", "os.mkdir"}
MOST = {"small": (40, 20), "real": (330, 60)}
"""Steps on files of a whole build, and from its switch on; some more, so that some builds end."""
SECONDS = {"small": 0.1, "real": 2.5}


def die_at(folder: Path, step: int, switch: bool) -> None:
    """Kill this process before its step of a number on files of the folder, or of the switch."""
    seen, armed, inside = 0, not switch, str(folder)

    def listen(event: str, args: tuple[Any, ...]) -> None:
        nonlocal seen, armed
        if event not in EVENTS or not str(args[0]).startswith(inside):
            return
        armed = armed or str(args[0]).endswith("atlas.json.partial")
        seen += armed
        if seen == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(listen)


def killed(folder: Path, build: Build, kind: str, turn: int, dice: random.Random) -> str:
    """Let a child build and kill it; return how it ended."""
    way = dice.choice(("time", "step", "switch"))
    moment = dice.random()
    child = os.fork()
    if child == 0:
        if way != "time":
            most = MOST[kind][way == "switch"]
            die_at(folder, 1 + int(moment * most), way == "switch")
        build(folder, turn % 2, f"m{turn}")
        os._exit(0)
    if way == "time":
        time.sleep(moment * SECONDS[kind])
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return f"{way}: {'killed' if os.WIFSIGNALED(status) else 'ended'} at {moment:.3f}"


def main(folder: Path, kills: int, seed: int, kind: str) -> None:
    """Kill builds one after the other, each going on where the one before was."""
    if kind == "real":
        import invented_world  # noqa: F401
    import daylight.store.writer  # noqa: F401

    dice, build = random.Random(seed), BUILDS[kind]
    folder.mkdir()
    for _ in range(kills):
        turn = turns(folder)
        print(
            json.dumps({"turn": turn, "how": killed(folder, build, kind, turn, dice)}), flush=True
        )
        sys.stdin.readline()
    build(folder, turns(folder) % 2, f"m{turns(folder)}")


def turns(folder: Path) -> int:
    """Return the number of the build that is due: one after that of the atlas in use."""
    try:
        raw = json.loads((folder / "atlas.json").read_text("utf-8"))
    except FileNotFoundError:
        return 0
    return 1 + int(raw["tables"][0]["file"].rpartition("-m")[2].removesuffix(".parquet"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
