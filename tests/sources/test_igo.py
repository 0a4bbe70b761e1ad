"""COW IGO: codes that mean other than none, lists that are not known, and declared errors."""

from __future__ import annotations

import io
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.core.states import members
from daylight.core.un_seats import seats
from daylight.sources.igo.source import UNCODED, shape
from daylight.sources.kit.corrections import correct, corrections
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables, load

Row = tuple[int, int, str, int]


def files(*rows: Row, names: tuple[str, ...] = ("UN", "CIS")) -> dict[str, bytes]:
    kinds = {"ccode": pl.Int16, "year": pl.Int16, "ioname": pl.String, "status": pl.Int8}
    frames = {
        "igo_state_year_long.parquet": pl.DataFrame(rows, kinds, orient="row"),
        "igo_list.parquet": pl.DataFrame({"ioname": names}),
    }
    buffers = {name: io.BytesIO() for name in frames}
    for name, frame in frames.items():
        frame.write_parquet(buffers[name])
    return {name: buffer.getvalue() for name, buffer in buffers.items()}


def statuses(*rows: Row) -> dict[tuple[str, int, int], int]:
    table = shape(files(*rows), IssueLog("igo"))["members"]
    return {(igo, cow, year): status for igo, cow, year, status in table.iter_rows()}


def test_every_year_of_a_member_has_a_status() -> None:
    found = statuses(
        (2, 1950, "un", 1), (20, 1950, "un", 1), (2, 1951, "un", 3), (20, 1951, "un", 1),
        (20, 1952, "un", 1), (200, 1950, "un", 2),
    )  # fmt: skip
    assert found == {
        ("UN", 2, 1950): 1, ("UN", 2, 1951): 3, ("UN", 2, 1952): 0,
        ("UN", 20, 1950): 1, ("UN", 20, 1951): 1, ("UN", 20, 1952): 1,
    }, "200 is never a full member"  # fmt: skip


def test_a_state_has_no_status_before_it_is_in_the_system() -> None:
    found = statuses((2, 1910, "cis", 1), (2, 1930, "cis", 1), (20, 1930, "cis", 1))
    assert set(found) == {("CIS", 2, 1910), ("CIS", 2, 1930), ("CIS", 20, 1930)}


def test_a_year_without_a_list_of_members_is_left_out_and_told() -> None:
    log = IssueLog("igo")
    rows = ((2, 1950, "un", 1), *((cow, 1951, "un", -9) for cow in (2, 20)), (2, 1952, "un", 1))
    table = shape(files(*rows), log)["members"]
    assert table["year"].to_list() == [1950, 1952]
    assert [(i.severity, i.rows) for i in log.issues] == [("warning", 1)]


def test_an_unknown_status_beside_members_is_not_none() -> None:
    assert statuses((2, 1950, "un", 1), (20, 1950, "un", -9), (20, 1951, "un", 1))[
        "UN", 20, 1950
    ] == -9  # fmt: skip


def test_a_state_year_that_the_source_lacks_is_a_hole_and_no_zero() -> None:
    rows = [(260, 1989, "un", 1), (2, 1989, "un", 1), (2, 1990, "un", 1)]
    tables = shape(files(*rows), IssueLog("igo"))
    assert ("UN", 260, 1990) not in {row[:3] for row in tables["members"].iter_rows()}
    assert tables["holes"].select("cow", "start", "end").rows() == [(c, y, y) for c, y in UNCODED]
    assert tables["holes"]["partner"].null_count() == len(UNCODED)


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([(2, 1950, "un", 4)], "status 4"),
        ([(2, 1950, "xyz", 1)], "'xyz' is not in"),
        ([(20, 1900, "un", 1)], "state 20 has a row in 1900"),
        ([(999, 1950, "un", 1)], "999"),
        ([(2, 1950, "un", 1), (2, 1950, "un", 3)], "two rows"),
        ([(260, 1990, "un", 1)], "UNCODED"),
    ],
)
def test_strange_rows_stop(rows: list[Row], says: str) -> None:
    with pytest.raises(SourceChanged, match=says):
        shape(files(*rows), IssueLog("igo"))


def test_a_name_listed_twice_stops() -> None:
    with pytest.raises(SourceChanged, match="twice"):
        shape(files((2, 1950, "un", 1), names=("UN", "un")), IssueLog("igo"))


@pytest.mark.mirror
class TestPublished:
    @pytest.fixture
    def tables(self, mirror: Path) -> Tables:
        return load("igo").tables

    @pytest.fixture
    def full(self, tables: Tables) -> pl.DataFrame:
        return tables["members"].filter(pl.col("status") == 1)

    def shared(self, full: pl.DataFrame, a: int, b: int, year: int) -> int:
        one, two = (
            set(full.filter((pl.col("cow") == cow) & (pl.col("year") == year))["igo"])
            for cow in (a, b)
        )
        return len(one & two)

    @pytest.mark.parametrize(
        ("a", "b", "year", "count"),
        [(365, 630, 2013, 40), (365, 630, 2014, 39), (2, 365, 2014, 55)],
    )
    def test_published_counts_of_shared_memberships(
        self, full: pl.DataFrame, a: int, b: int, year: int, count: int
    ) -> None:
        assert self.shared(full, a, b, year) == count

    def test_the_file_has_every_state_year_but_four(self, tables: Tables) -> None:
        """The producer's yearly file has 15,557 rows."""
        assert sum(len(members(year)) for year in range(1816, 2015)) - len(UNCODED) == 15_557

    def test_declared_errors_are_mended(self, full: pl.DataFrame) -> None:
        years = {
            (igo, cow): (min(found), max(found), len(found))
            for igo, cow, found in full.group_by("igo", "cow").agg("year").iter_rows()
        }
        assert years["SCO", 365] == (2001, 2014, 14)
        assert years["CSTO", 704] == (2006, 2011, 6)
        assert years["CIS", 372] == (1993, 2008, 16)
        assert years["CIS", 373] == (1993, 2014, 22)
        assert years["EAEC", 704] == (2006, 2007, 2)
        assert years["SEATO", 2] == (1954, 1977, 24)
        assert years["CMEA", 315] == (1949, 1991, 43)
        assert ("WPact", 452) not in years
        assert ("EURATOM", 2) not in years
        assert years["EURATOM", 200][0] == 1973
        for german in (260, 265):
            assert years["UN", german] == (seats(german)[0].spell.start.year, 1989, 17)

    def test_nato_of_2014_is_the_treaty(self, full: pl.DataFrame) -> None:
        nato = full.filter((pl.col("igo") == "NATO") & (pl.col("year") == 2014))
        assert len(nato) == 28

    def test_a_mended_source_stops_its_correction(self, tables: Tables) -> None:
        with pytest.raises(SourceChanged, match="may have been mended"):
            correct(tables, corrections("igo"), IssueLog("igo"))
