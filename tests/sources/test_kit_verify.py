"""The bytes of a file against its declaration."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from daylight.core.errors import FetchFailed, SourceChanged
from daylight.sources.kit.declaration import Declaration
from daylight.sources.kit.verify import verify

BYTES = b"a,b,year\n2,200,1990\n"
Toy = Callable[..., Declaration]


@pytest.fixture
def verified(tmp_path: Path, toy: Toy) -> Callable[[bytes], None]:
    def run(content: bytes) -> None:
        path = tmp_path / "toy.csv"
        path.write_bytes(content)
        verify(toy(), toy().files[0], path)

    return run


def test_the_declared_bytes_pass(verified: Callable[[bytes], None]) -> None:
    verified(BYTES)


@pytest.mark.parametrize("left", [0, 1, len(BYTES) - 1])
def test_a_truncated_file_is_a_failed_fetch(verified: Callable[[bytes], None], left: int) -> None:
    with pytest.raises(FetchFailed, match=f"has {left} bytes where {len(BYTES)}.*truncated"):
        verified(BYTES[:left])


@pytest.mark.parametrize("content", [BYTES.replace(b"1990", b"1991"), BYTES + b"\n"])
def test_other_bytes_are_another_version(verified: Callable[[bytes], None], content: bytes) -> None:
    with pytest.raises(SourceChanged, match=r"not those of version 1\.0"):
        verified(content)
