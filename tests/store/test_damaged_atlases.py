"""Atlases damaged at random: each is refused, or answers as if nothing had been done to it."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from daylight.bonds.bond import bond
from daylight.core.errors import AtlasDamaged
from daylight.store.atlas import Atlas

Damage = Callable[[random.Random, Path, Path], None]
"""Given a file to damage and another of the atlas."""
PAGE = 4096


def _change(path: Path, change: Callable[[bytearray], bytes | bytearray]) -> None:
    path.write_bytes(change(bytearray(path.read_bytes())))


def flip(dice: random.Random, path: Path, other: Path) -> None:
    def change(old: bytearray) -> bytearray:
        old[dice.randrange(len(old))] ^= 1 << dice.randrange(8)
        return old

    _change(path, change)


def flip_as_it_was(dice: random.Random, path: Path, other: Path) -> None:
    """As a disk does it: neither size nor time of the file tells."""
    before = path.stat()
    flip(dice, path, other)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def cut(dice: random.Random, path: Path, other: Path) -> None:
    _change(path, lambda old: old[: dice.randrange(len(old))])


def zeros(dice: random.Random, path: Path, other: Path) -> None:
    def change(old: bytearray) -> bytearray:
        start = dice.randrange(len(old)) // PAGE * PAGE
        size = len(old[start : start + PAGE])
        old[start : start + PAGE] = bytes(size)
        return old

    _change(path, change)


def twice(dice: random.Random, path: Path, other: Path) -> None:
    def change(old: bytearray) -> bytearray:
        start = dice.randrange(len(old))
        end = start + dice.randrange(1, PAGE)
        return old[:end] + old[start:]

    _change(path, change)


def swap(dice: random.Random, path: Path, other: Path) -> None:
    one, two = path.read_bytes(), other.read_bytes()
    path.write_bytes(two)
    other.write_bytes(one)


def gone(dice: random.Random, path: Path, other: Path) -> None:
    path.unlink()


DAMAGES: tuple[Damage, ...] = (flip, flip_as_it_was, cut, zeros, twice, swap, gone)


def damaged(sound: Path, folder: Path, seed: int) -> str:
    """Put a damaged copy into `folder`; say what was done. Files left whole are links."""
    dice = random.Random(seed)
    names = sorted(p.name for p in sound.iterdir() if p.name[0] not in "._")
    do = DAMAGES[seed % len(DAMAGES)]
    chosen = "atlas.json" if seed % 5 == 0 else dice.choice(names)
    other = dice.choice([name for name in names if name != chosen])
    folder.mkdir()
    for name in names:
        if name == chosen or (name == other and do is swap):
            shutil.copy(sound / name, folder)
        else:
            (folder / name).symlink_to(sound / name)
    do(dice, folder / chosen, folder / other)
    return f"{seed}: {do.__name__} in {chosen}"


def _said(atlas: Atlas) -> tuple[object, ...]:
    asked = bond("RUS", "IRN", "2016-12-31", atlas=atlas)
    return atlas.manifest, asked.to_json(), atlas.spans(), atlas.sql("FROM rollcalls").rows()


def answers(book: Atlas, folder: Path, seeds: range) -> Counter[str]:
    """Return how many damaged atlases were refused, or answered as the sound one."""
    right: tuple[object, ...] = ()
    found: Counter[str] = Counter()
    for seed in seeds:
        copy = folder / str(seed)
        what = damaged(book.folder, copy, seed)
        try:
            atlas = Atlas(copy)
        except AtlasDamaged as error:
            assert "rebuild" in str(error) or "build one" in str(error)
            assert len(str(error).splitlines()) == 1
            found["refused"] += 1
        else:
            right = right or _said(book)
            assert _said(atlas) == right, what
            found["the same"] += 1
        shutil.rmtree(copy)
    print(f"{len(seeds)} damaged atlases: {dict(found)}, wrong 0")
    return found


def test_no_damaged_atlas_gives_a_wrong_answer(book: Atlas, tmp_path: Path) -> None:
    assert answers(book, tmp_path, range(1, 21))["refused"] >= 18


@pytest.mark.slow
def test_none_of_many_damaged_atlases_gives_a_wrong_answer(book: Atlas, tmp_path: Path) -> None:
    assert answers(book, tmp_path, range(1000, 1300))["refused"] >= 270


def test_an_atlas_damaged_while_it_is_open_is_refused(book: Atlas, tmp_path: Path) -> None:
    """What was read before may be kept; what is read now is looked at again."""
    folder, tables = tmp_path / "atlas", ("regimes", "trade", "states")
    folder.mkdir()
    for found in book.folder.glob("[!.]*"):
        if found.name.startswith(tables):
            shutil.copy(found, folder)
        else:
            (folder / found.name).symlink_to(found)
    atlas = Atlas(folder)
    for seed, name in enumerate(tables):
        path = folder / book.manifest.table(name).file
        sound = path.read_bytes()
        flip_as_it_was(random.Random(seed), path, path)
        for ask in (lambda name=name: atlas.rows(name), lambda: atlas.sql("FROM blocs")):
            with pytest.raises(AtlasDamaged, match=f"{path.name} holds other bytes"):
                ask()
        path.write_bytes(sound)
        assert len(atlas.rows(name)["cow" if name != "trade" else "a"])


COMMANDS = (
    ("bond", "RUS", "IRN"), ("cite", "rivalry"), ("sql", "select 1"), ("atlas", "info"),
    ("atlas", "verify"), ("panel", "--list"), ("panel", "--start", "2016", "--end", "2016"),
    ("ideal-points", "--format", "csv"), ("bloc-ties", "RUS", "IRN"),
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("seed", [1, 3, 5, 6, 10, 19])
def test_damage_is_one_code_in_every_command(
    book: Atlas, tmp_path: Path, words: tuple[str, ...], seed: int
) -> None:
    """Also in those that read no table, or another than the one that is damaged."""
    what = damaged(book.folder, tmp_path / "atlas", seed)
    found = subprocess.run(
        [sys.executable, "-m", "daylight", *words], capture_output=True, text=True, check=False,
        env=os.environ | {"DAYLIGHT_ATLAS": str(tmp_path / "atlas")},
    )  # fmt: skip
    assert found.returncode == 14, (what, found.stdout[-300:], found.stderr)
    assert len(found.stderr.splitlines()) == 1
    assert words == ("atlas", "verify") or not found.stdout
