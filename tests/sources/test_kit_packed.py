"""Packed files: unpacked within limits, and damage told."""

from __future__ import annotations

import gzip
import tracemalloc
import zipfile
from io import BytesIO

import pytest

from daylight.core.errors import SourceChanged
from daylight.core.limits import FILE, MEMBERS, RATIO, SMALL
from daylight.sources.icews.read import read_events
from daylight.sources.kit.packed import CannotUnpack, allowed, gunzip, member, members

MB = 2**20


def zipped(*files: tuple[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files:
            packed.writestr(name, content)
    return out.getvalue()


def test_sound_files_come_out_as_they_went_in() -> None:
    two = gzip.compress(b"one, ") + gzip.compress(b"two") + b"\0" * 8
    assert gunzip(two) == b"one, two"
    packed = zipped(("a/b.tab", b"1"), ("../../c.tab", b"2"), ("d.pdf", b"3"))
    assert dict(members(packed, lambda name: name.endswith(".tab"))) == {
        "a/b.tab": b"1",
        "../../c.tab": b"2",  # a name like any other: nothing is written under it
    }
    assert member(packed, "d.pdf") == b"3"


def test_how_much_a_file_may_unpack_to() -> None:
    assert allowed(0) == allowed(1000) == SMALL
    assert allowed(MB) == RATIO * MB
    assert allowed(100 * MB) == FILE == 512 * MB


def test_a_damaged_gzip_file_is_told() -> None:
    good = gzip.compress(b"x" * 99)
    for content in (b"", b"?", good[:-9], good[:-4] + b"????", good + b"?"):
        with pytest.raises(CannotUnpack):
            gunzip(content)


def spoilt(what: str) -> bytes:
    good = zipped(("a.tab", b"x" * 1000))
    if what == "locked":
        at = good.index(b"PK\x01\x02") + 8
        return good[:6] + b"\x01" + good[7:at] + b"\x01" + good[at + 1 :]
    if what == "method":
        at = good.index(b"PK\x01\x02") + 10
        return good[:8] + b"\x63" + good[9:at] + b"\x63" + good[at + 1 :]
    if what == "checksum":
        at = good.index(b"PK\x01\x02") + 16
        return good[:14] + b"????" + good[18:at] + b"????" + good[at + 4 :]
    return {"cut": good[:-30], "empty": b"", "other": b"PK"}[what]


@pytest.mark.parametrize("what", ["locked", "method", "checksum", "cut", "empty", "other"])
def test_a_damaged_or_locked_zip_file_is_told(what: str) -> None:
    with pytest.raises(CannotUnpack):
        list(members(spoilt(what), lambda name: True))
    with pytest.raises(SourceChanged, match=r"icews: e\.zip is damaged"):
        read_events("e.zip", spoilt(what))


def test_too_many_members_are_refused() -> None:
    with pytest.raises(CannotUnpack, match=f"holds 1,001 files, at most {MEMBERS:,}"):
        list(members(zipped(*((str(k), b"") for k in range(MEMBERS + 1))), lambda name: False))


def test_a_member_that_lies_about_its_size_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daylight.sources.kit.packed.SMALL", 1000)
    monkeypatch.setattr("daylight.sources.kit.packed.RATIO", 0)
    bomb = zipped(("a.tab", b"x" * 5000))
    with pytest.raises(CannotUnpack, match="unpack to more than 1,000"):
        member(bomb, "a.tab")
    at = bomb.index(b"PK\x01\x02") + 24
    liar = bomb[:22] + (9).to_bytes(4, "little") + bomb[26:at] + (9).to_bytes(4, "little")
    with pytest.raises(CannotUnpack):
        member(liar + bomb[at + 4 :], "a.tab")
    twice = zipped(("a.tab", b"x" * 600), ("b.tab", b"y" * 600))
    with pytest.raises(CannotUnpack, match="more than 1,000"):
        list(members(twice, lambda name: True))


@pytest.mark.parametrize("name", ["a.gz", "a.zip"])
def test_a_bomb_is_refused_before_memory_goes(name: str) -> None:
    """120 MB in 600 kB: what is taken stays near what is allowed for its size."""
    grain = b"\0" * MB
    out = BytesIO()
    if name == "a.gz":
        with gzip.open(out, "wb", compresslevel=1) as packed:
            for _ in range(120):
                packed.write(grain)
    else:
        book = zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
        with book, book.open("a.tab", "w", force_zip64=True) as inside:
            for _ in range(120):
                inside.write(grain)
    bomb = out.getvalue()
    tracemalloc.start()
    try:
        with pytest.raises(SourceChanged, match=f"{name} is damaged .*which is the limit"):
            read_events(name, bomb)
        assert tracemalloc.get_traced_memory()[1] < 2.5 * allowed(len(bomb))
    finally:
        tracemalloc.stop()
