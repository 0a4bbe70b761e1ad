"""Free SQL over the atlas: one query that reads, and nothing else."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import AtlasDamaged, BadQuery, ReadOnly
from daylight.store.atlas import Atlas


@pytest.mark.parametrize(
    "query",
    [
        "SELECT count(*) AS n FROM votes WHERE year = 2016",
        "FROM votes SELECT count(*) AS n WHERE year = 2016;",
        "WITH v AS (SELECT * FROM votes WHERE year = 2016) SELECT count(*) AS n FROM v -- done",
    ],
)
def test_a_query_is_answered(book: Atlas, query: str) -> None:
    frame = book.sql(query)
    assert frame.columns == ["n"]
    assert frame["n"].item() > 10_000


def test_values_keep_their_kind(book: Atlas) -> None:
    frame = book.sql(
        "SELECT DATE '1990-10-03' AS day, NULL::DATE AS no_day, 'a' AS word, NULL::VARCHAR AS none,"
        " 2::SMALLINT AS number, NULL::INTEGER AS no_number, 0.5::FLOAT AS half, true AS yes,"
        " [1, 2] AS list"
    )
    row = frame.row(0, named=True)
    assert row["day"].isoformat() == "1990-10-03"
    assert [row[c] for c in ("no_day", "none", "no_number")] == [None, None, None]
    assert (row["word"], row["number"], row["half"], row["yes"]) == ("a", 2, 0.5, True)
    assert row["list"] == [1, 2]
    assert frame.schema["day"] == frame.schema["no_day"] == pl.Date


def test_two_columns_of_one_name_are_both_kept(book: Atlas) -> None:
    assert book.sql("SELECT 1 AS x, 2 AS x").width == 2


def test_no_row_is_a_frame_without_rows(book: Atlas) -> None:
    frame = book.sql("SELECT year, a FROM votes WHERE year = 1500")
    assert frame.shape == (0, 2)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO votes VALUES (1)",
        "UPDATE votes SET yy = 0",
        "DELETE FROM votes",
        "CREATE TABLE mine AS SELECT 1",
        "CREATE OR REPLACE VIEW votes AS SELECT 1",
        "DROP VIEW votes",
        "COPY votes TO 'out.csv'",
        "COPY (SELECT 1) TO 'out.parquet'",
        "EXPORT DATABASE 'out'",
        "ATTACH 'other.db'",
        "PRAGMA database_list",
        "SET threads = 1",
        "SET enable_external_access = true",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SELECT 1; SELECT 2",
        "SELECT 1; DROP VIEW votes",
    ],
)
def test_anything_but_one_query_is_refused(
    book: Atlas, statement: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReadOnly, match="read-only and takes one query"):
        book.sql(statement)
    assert list(tmp_path.iterdir()) == []
    assert book.sql("SELECT count(*) AS n FROM votes")["n"].item() > 0


def test_no_other_file_can_be_read(book: Atlas, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n")
    beside = book.folder.parent / "atlas.py"
    inside = book.folder / "atlas.json"
    for path in (tmp_path / "secret.csv", beside, inside, book.folder / ".." / "atlas.py"):
        for reader in ("read_csv", "read_text", "read_blob", "glob"):
            with pytest.raises(ReadOnly, match="Only the tables of the atlas"):
                book.sql(f"SELECT * FROM {reader}('{path}')")
    with pytest.raises((ReadOnly, BadQuery)):
        book.sql(f"SELECT * FROM '{tmp_path / 'secret.csv'}'")


def test_no_address_can_be_read(book: Atlas) -> None:
    with pytest.raises(ReadOnly):
        book.sql("SELECT * FROM read_csv('https://example.org/a.csv')")


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("SELEC 1", "syntax error"),
        ("SELECT * FROM vote", "vote"),
        ("SELECT colour FROM votes", "colour"),
        ("SELECT 1/'x' FROM votes", "."),
    ],
)
def test_a_query_that_cannot_run_says_why_in_one_line(book: Atlas, query: str, text: str) -> None:
    with pytest.raises(BadQuery, match=text) as caught:
        book.sql(query)
    assert "Tables: states, votes" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("query", ["", "-- nothing"])
def test_an_empty_query_is_said_to_be_empty(book: Atlas, query: str) -> None:
    with pytest.raises(BadQuery, match="empty"):
        book.sql(query)


MISTAKES = [
    "SELECT strptime('abc', '%Y')",
    "SELECT strftime('%Q', DATE '2017-01-01')",
    "SELECT 'abc'::INTEGER",
    "SELECT 'abc'::DATE",
    "SELECT DATE '2017-13-01'",
    "SELECT make_date(2017, 13, 1)",
    "SELECT date_trunc('x', DATE '2017-01-01')",
    "SELECT INTERVAL 'x'",
    "SELECT 300::TINYINT",
    "SELECT 1000::DECIMAL(3, 2)",
    "SELECT 9223372036854775807 + 1",
    "SELECT 1 WHERE 'x'",
    "SELECT regexp_matches('a', '(')",
    "SELECT format('{', 1)",
    "SELECT '{'->'a'",
    "SELECT error('no')",
    "SELECT (SELECT cow FROM states)",
    "SELECT sum(name) FROM states",
    "SELECT nosuch(1)",
    "SELECT year FROM votes GROUP BY a",
    "SELECT * FROM votes JOIN trade ON year = year",
    "SELECT * FROM votes LIMIT 'x'",
    "SELECT * FROM votes ORDER BY 99",
    "SELECT 1 UNION SELECT 1, 2",
    "SELECT row_number() FROM votes",
    "SELECT ?",
    "SELECT (1",
    'SELECT "x',
]


@pytest.mark.parametrize("query", MISTAKES, ids=lambda text: text[7:30])
def test_a_mistake_in_a_query_is_no_damage_of_the_atlas(book: Atlas, query: str) -> None:
    with pytest.raises(BadQuery) as caught:
        book.sql(query)
    assert len(str(caught.value).splitlines()) == 1
    assert "rebuild" not in str(caught.value)


def test_a_fault_of_daylight_is_not_called_damage(book: Atlas) -> None:
    with pytest.raises(Exception, match="nosuch") as caught:
        book.rows("states", "nosuch(cow)")
    assert not isinstance(caught.value, AtlasDamaged)
