"""Damage is said where a file differs from the manifest, whatever the engine says of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from daylight.core.errors import AtlasDamaged
from daylight.store.atlas import Atlas

TABLE = "coverage"


def shorter(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-300])


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def changed(path: Path, where: slice, to: bytes) -> None:
    contents = bytearray(path.read_bytes())
    contents[where] = to
    path.write_bytes(contents)


def footer_flipped(path: Path) -> None:
    contents = bytearray(path.read_bytes())
    length = int.from_bytes(contents[-8:-4], "little")
    for place in range(len(contents) - 8 - length, len(contents) - 8, 3):
        contents[place] ^= 0x55
    path.write_bytes(contents)


def a_column_renamed(path: Path) -> None:
    """In the footer, to bytes that are no text: the engine quotes them in its message."""
    contents = path.read_bytes()
    path.write_bytes(contents.replace(b"measure", b"\xe1\xe1asure"))


DAMAGES: dict[str, Callable[[Path], None]] = {
    "missing": Path.unlink,
    "empty": lambda path: changed(path, slice(None), b""),
    "truncated": shorter,
    "first bytes only": lambda path: changed(path, slice(500, None), b""),
    "garbage": lambda path: changed(path, slice(None), os.urandom(2000)),
    "garbage of the same size": lambda path: changed(
        path, slice(None), b"\x81" * path.stat().st_size
    ),
    "wrong magic": lambda path: changed(path, slice(-4, None), b"PARX"),
    "another format": lambda path: changed(path, slice(None), b"a,b\n1,2\n"),
    "a folder": folder_instead,
    "footer flipped": footer_flipped,
    "a column renamed": a_column_renamed,
    "length of the footer": lambda path: changed(path, slice(-8, -4), b"\xff\xff\xff\x7f"),
    "pages zeroed": lambda path: changed(path, slice(4, 400), bytes(396)),
}


@pytest.fixture
def copied(book: Atlas, tmp_path: Path) -> Path:
    """Return a copy of the atlas that ships whose files are links, except one."""
    folder = tmp_path / "atlas"
    folder.mkdir()
    for path in book.folder.iterdir():
        if path.name == "atlas.json" or path.name.startswith(TABLE):
            shutil.copy(path, folder)
        else:
            (folder / path.name).symlink_to(path)
    return folder


ASK: tuple[Callable[[Atlas], object], ...] = (
    lambda atlas: atlas.rows(TABLE),
    lambda atlas: atlas.sql(f"SELECT measure FROM {TABLE}"),
)


def damaged(ask: Callable[[], object], file: str) -> None:
    with pytest.raises(AtlasDamaged, match=r"reinstall,? or rebuild") as caught:
        ask()
    assert file in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_called_damage(name: str, book: Atlas, copied: Path) -> None:
    file = book.manifest.table(TABLE).file
    DAMAGES[name](copied / file)
    for ask in ASK:
        damaged(lambda ask=ask: ask(Atlas(copied)), file)


@pytest.mark.slow
@pytest.mark.parametrize("name", DAMAGES)
def test_damage_under_an_open_atlas_is_called_damage(name: str, book: Atlas, copied: Path) -> None:
    file = book.manifest.table(TABLE).file
    atlas = Atlas(copied)
    DAMAGES[name](copied / file)
    for ask in ASK:
        try:
            ask(atlas)
        except Exception as error:
            damaged(lambda error=error: raised(error), file)
        else:
            # Some versions of the engine remember the footer of an open file.
            assert "footer" in name or name in {"wrong magic", "a column renamed"}


def raised(error: Exception) -> None:
    raise error


def test_an_atlas_that_is_whole_is_not_blamed(copied: Path) -> None:
    atlas = Atlas(copied)
    with pytest.raises(Exception, match="Could not parse") as caught:
        atlas.rows(TABLE, "strptime(measure, '%Y') IS NULL")
    assert not isinstance(caught.value, AtlasDamaged)
