"""Direct Contiguity: years of months, order of the states, and what stops the loader."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.contiguity.source import FILE, MEMBER, shape
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

Row = tuple[int, int, int, int, int]
HEADER = "statelno,statehno,conttype,begin,end"


def files(*rows: Row, member: str = MEMBER) -> dict[str, bytes]:
    text = "\n".join([HEADER, *(",".join(map(str, row)) for row in rows)]) + "\n"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(zipfile.ZipInfo(member), text)  # without the time of day
    return {FILE: out.getvalue()}


def test_months_become_years_and_both_kinds_stand_in_the_year_of_a_change() -> None:
    rows = (2, 20, 1, 192001, 201612), (352, 640, 4, 196008, 197408), (352, 640, 1, 197408, 201612)
    assert shape(files(*rows), IssueLog("contiguity"))["spells"].rows() == [
        (2, 20, 1, 1920, 2016),
        (352, 640, 4, 1960, 1974),
        (352, 640, 1, 1974, 2016),
    ]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ((2, 20, 6, 192001, 201612), "no known kind"),
        ((2, 20, 1, 192001, 191912), "run forward"),
        ((2, 20, 1, 192013, 201612), "run forward"),
        ((2, 20, 1, 192001, 201712), "run forward"),
        ((20, 2, 1, 192001, 201612), "lower number"),
        ((2, 2, 1, 192001, 201612), "lower number"),
    ],
)
def test_strange_rows_stop(row: Row, says: str) -> None:
    with pytest.raises(SourceChanged, match=says):
        shape(files(row), IssueLog("contiguity"))


def test_another_packed_file_stops() -> None:
    with pytest.raises(SourceChanged, match=r"no .*contdir\.csv"):
        shape(files((2, 20, 1, 192001, 201612), member="other.csv"), IssueLog("contiguity"))


@pytest.mark.mirror
def test_borders_that_changed(mirror: Path) -> None:
    spells = load("contiguity").tables["spells"]
    of = {(a, b): [] for a, b in spells.select("a", "b").iter_rows()}
    for a, b, kind, start, end in spells.iter_rows():
        of[a, b].append((kind, start, end))
    assert of[365, 630] == [(1, 1855, 1991)]
    assert of[380, 390][-1] == (1, 2000, 2016), "the bridge over the Sound"
    assert (220, 140) not in of, "French Guiana is no part of the homeland"
