"""Builds killed at random moments: the atlas before or the new one opens whole, and answers."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from killed_builds import BUILDS, WORLDS

from daylight.build.verify import verify
from daylight.core.errors import AtlasDamaged
from daylight.store.atlas import Atlas

TABLES = ("coverage", "capabilities", "holes")


def said(book: Atlas) -> list[Any]:
    """Return what an atlas answers, which tells its world."""
    held = {t.name for t in book.manifest.tables}
    rows = [book.sql(f"FROM {name} ORDER BY ALL").rows() for name in TABLES if name in held]
    return [book.manifest.id, book.manifest.last, book.spans(), rows]


def kills(folder: Path, many: int, seed: int, kind: str) -> Iterator[dict[str, Any]]:
    """Let a process kill builds, and stop it after each until somebody has looked."""
    script = Path(__file__).with_name("killed_builds.py")
    words = [sys.executable, str(script), str(folder), str(many), str(seed), kind]
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for line in running.stdout:
            yield json.loads(line)
            running.stdin.write("\n")
            running.stdin.flush()
    assert running.returncode == 0


def survive(folder: Path, many: int, seed: int, kind: str) -> None:
    sound = []
    for world in range(2):
        BUILDS[kind](folder / f"world{world}", world, "x")
        sound.append(said(Atlas(folder / f"world{world}")))
    assert sound[0] != sound[1]
    place, found, before = folder / "atlas", Counter[str](), None
    for kill in kills(place, many, seed, kind):
        found["in which a build died" if "killed" in kill["how"] else "after its end"] += 1
        try:
            book = Atlas(place)
        except AtlasDamaged as error:
            assert "no atlas at" in str(error), kill
            assert found["old"] == found["new"] == 0, kill
            found["none yet"] += 1
            continue
        world = WORLDS.index(book.manifest.last)
        assert said(book) == sound[world], kill
        found["new" if world == kill["turn"] % 2 else "old"] += 1
        if before is not None:  # opened before the build that has just died
            assert said(before[0]) == sound[before[1]], kill
            found["still open"] += 1
        before = book, world
    print(f"{many} kills, seed {seed}: {dict(found)}, torn 0")
    assert 2 * found["in which a build died"] >= many, "else there was little to survive"
    last = Atlas(place)
    assert all(check.passed for check in verify(place))
    tables = {t.file for t in last.manifest.tables}
    others = {p.name for p in place.iterdir()} - tables
    kept = {name for name in others if name.endswith(".parquet")}
    assert len(kept) in (0, len(tables)), "those of one atlas before, and nothing half-written"
    assert others - kept <= {"atlas.json", ".written.json", ".build.lock", ".noticed"}


def test_a_build_may_be_killed_at_any_moment(tmp_path: Path) -> None:
    survive(tmp_path, 5, 11, "small")


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_small_build_may_be_killed_often(tmp_path: Path, seed: int) -> None:
    survive(tmp_path, 100, seed, "small")


@pytest.mark.slow
def test_a_real_build_may_be_killed_a_hundred_times(tmp_path: Path) -> None:
    survive(tmp_path, 100, 2026, "real")
