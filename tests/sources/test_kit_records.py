"""Lines of JSON: what is no record, lacks a key, or holds another type is told with its line."""

from __future__ import annotations

from typing import Any

import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.kit.records import is_text, is_texts, records

KEYS = {"symbol": is_text, "names": is_texts}
GOOD = b'{"symbol": "A", "names": ["x"], "more": 1}\n'


def read(content: bytes) -> list[dict[str, Any]]:
    return list(records("toy", "t.json", content, KEYS))


def test_a_record_a_line_and_blank_lines_are_passed_over() -> None:
    found = read(b"\xef\xbb\xbf" + GOOD + b"\r\n\n" + GOOD)
    assert [row["names"] for row in found] == [["x"], ["x"]]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b"1" * 5_000, "is not JSON"),
        (b"3", "lacks everything"),
        (b'["symbol", "names"]', "lacks everything"),
        (b'{"names": []}', "lacks symbol"),
        (b'{"symbol": 1, "names": []}', "symbol holds 1, which is not as it was"),
        (b'{"symbol": null, "names": []}', "symbol holds None"),
        (b'{"symbol": "A", "names": "x"}', "names holds 'x'"),
        (b'{"symbol": "A", "names": [null]}', "names holds"),
    ],
)
def test_anything_else_stops_with_its_line(line: bytes, says: str) -> None:
    with pytest.raises(SourceChanged, match=f"^toy: t.json, line 2:? {says}"):
        read(GOOD + line)
