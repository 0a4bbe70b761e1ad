"""Heads of Parquet pages: those of every writer pass, and claims that end a process do not."""

from __future__ import annotations

import io
import random

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.kit.declaration import Written
from daylight.sources.kit.pages import whole
from daylight.sources.kit.sound import look_over
from daylight.sources.kit.thrift import DAMAGED, Reader

ROWS = 37
TABLE = pl.DataFrame(
    {"n": range(ROWS), "x": [None, *[0.5] * (ROWS - 1)], "t": ["a", "b", None, *["c"] * (ROWS - 3)]}
)


def parquet(**how: object) -> bytes:
    out = io.BytesIO()
    TABLE.write_parquet(out, **how)  # type: ignore[arg-type]
    return out.getvalue()


def heads(content: bytes) -> list[int]:
    """Return the places of bytes in the head of the first page that say how many rows there are."""
    reader = Reader(content, 4)
    reader.struct()
    return [k for k in range(4, reader.at) if content[k] == 2 * ROWS]


@pytest.mark.parametrize(
    "how",
    [{}, {"compression": "uncompressed"}, {"row_group_size": 10}, {"data_page_size": 64},
     {"statistics": "full", "compression": "snappy"}],
)  # fmt: skip
def test_what_the_library_writes_is_whole(how: dict[str, object]) -> None:
    assert whole(parquet(**how))


@pytest.mark.parametrize("version", ["1.0", "2.0"])
def test_what_others_write_is_whole(version: str) -> None:
    arrow = pytest.importorskip("pyarrow.parquet")
    out = io.BytesIO()
    table = TABLE.with_columns(pl.col("t").cast(pl.Categorical)).to_arrow()
    arrow.write_table(table, out, data_page_version=version, data_page_size=64)
    assert whole(out.getvalue())
    plain = io.BytesIO()
    arrow.write_table(table, plain, data_page_version=version, use_dictionary=False)
    content = plain.getvalue()
    for at in (places := heads(content)):
        assert not whole(content[:at] + bytes([2 * ROWS + 2]) + content[at + 1 :]), "one too many"
    assert places


@pytest.mark.parametrize("claim", [1, 63, 127])
def test_a_page_of_fewer_values_than_none_is_not(claim: int) -> None:
    content = parquet(compression="uncompressed")
    places = heads(content)
    assert places
    for at in places:
        spoilt = content[:at] + bytes([claim]) + content[at + 1 :]
        assert not whole(spoilt)
        with pytest.raises(SourceChanged, match=r"t\.parquet is no Parquet file, or is damaged"):
            look_over("toy", "t.parquet", spoilt, {"n": "int16"}, Written())


def test_any_damage_is_told_or_passed_over_and_never_more() -> None:
    content, draw = parquet(), random.Random(1)
    found = set()
    for _ in range(3000):
        spoilt = bytearray(content)
        for _ in range(draw.choice((1, 2, 8))):
            spoilt[draw.randrange(len(spoilt))] = draw.randrange(256)
        found.add(whole(bytes(spoilt)[: draw.choice((None, draw.randrange(len(spoilt))))]))
    assert found == {True, False}
    assert not any(map(whole, (b"", b"PAR1", b"PAR1PAR1", b"\0" * 64, b"\xff" * 64)))


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"\0", {}),
        (b"\x15\x08\x00", {1: 4}),
        (b"\x15\x3f\x00", {1: -32}),
        (b"\x15\xac\x02\x00", {1: 150}),
        (b"\x05\x28\x02\x00", {20: 1}),
        (b"\x11\x12\x00", {1: True, 2: False}),
        (b"\x18\x03abc\x16\x02\x00", {1: None, 2: 1}),
        (b"\x17\0\0\0\0\0\0\0\0\x15\x02\x00", {1: None, 2: 1}),
        (b"\x19\x25\x02\x04\x00", {1: [1, 2]}),
        (b"\x19\x2c\x15\x02\x00\x00\x00", {1: [{1: 1}, {}]}),
        (b"\x1c\x15\x02\x00\x00", {1: {1: 1}}),
    ],
)
def test_structures_are_read_to_their_end(content: bytes, found: object) -> None:
    reader = Reader(content + b"more")
    assert reader.struct() == found
    assert reader.at == len(content)


@pytest.mark.parametrize(
    "content", [b"", b"\x15", b"\x15\xff", b"\x18\x7fabc", b"\x1b\x00", b"\x15" + b"\xff" * 20,
                b"\x1c" * 100_000]
)  # fmt: skip
def test_what_is_no_structure_is_told(content: bytes) -> None:
    with pytest.raises(DAMAGED):
        Reader(content).struct()
