"""Free SQL: every kind of value in every format is what the engine says, or refused in one line.

The engine says a value as text, in a connection of its own. A format gives that text, or a number
or date that the engine reads as the same value.
"""

from __future__ import annotations

import csv
import io
import json
import math
from typing import Any

import click
import duckdb
import pandas as pd
import polars as pl
import pytest
from click.testing import CliRunner

from daylight.cli.sql import sql
from daylight.core.errors import BadQuery
from daylight.store.atlas import Atlas

FORMATS = ("csv", "json", "parquet", "dta", "table")
VALUES = (
    # whole numbers
    "1::TINYINT", "-128::TINYINT", "127::TINYINT", "255::UTINYINT", "32767::SMALLINT",
    "-32768::SMALLINT", "65535::USMALLINT",
    "2147483647", "4294967295::UINTEGER", "9223372036854775807", "-9223372036854775808::BIGINT",
    "9007199254740993", "18446744073709551615::UBIGINT",
    "170141183460469231731687303715884105727::HUGEINT",
    "-170141183460469231731687303715884105728::HUGEINT", "9223372036854775808::HUGEINT",
    "12::HUGEINT", "340282366920938463463374607431768211455::UHUGEINT", "7::UHUGEINT",
    "(SELECT sum(x) FROM (VALUES (9223372036854775807), (9223372036854775807)) t(x))",
    "(SELECT sum(yy) FROM votes)", "factorial(30)", "10::BIGNUM", "(10::BIGNUM)",
    # fractions
    "0.1::DOUBLE", "1e300::DOUBLE", "1e308::DOUBLE", "5e-324::DOUBLE", "-0.0::DOUBLE",
    "'nan'::DOUBLE", "'inf'::DOUBLE", "'-inf'::DOUBLE", "'nan'::FLOAT", "'-inf'::FLOAT",
    "0.61::FLOAT", "3e38::FLOAT", "1.10::DECIMAL(4, 2)", "123456789012.345::DECIMAL(15, 3)",
    "1.5::DECIMAL(38, 10)", "12345678901234567890.123456789::DECIMAL(38, 9)",
    "99999999999999999999999999999999999999::DECIMAL(38, 0)", "(SELECT avg(yy) FROM votes)",
    "(SELECT sum(x) FROM (VALUES (1.1), (2.2)) t(x))",
    # dates and times
    "DATE '2017-02-01'", "DATE '0001-01-01'", "DATE '9999-12-31'", "DATE '10000-01-01'",
    "DATE '0044-03-15 (BC)'", "DATE '5000000-01-01'", "'infinity'::DATE", "'-infinity'::DATE",
    "'epoch'::DATE", "TIMESTAMP '2017-02-01 12:30:00'", "TIMESTAMP '2017-02-01 12:30:00.123456'",
    "TIMESTAMP '2017-02-01 12:30:00.120'", "TIMESTAMP '0050-01-01'",
    "TIMESTAMP '200000-01-01 00:00:00'", "TIMESTAMP '0044-03-15 (BC) 01:00:00'",
    "'infinity'::TIMESTAMP", "'-infinity'::TIMESTAMP", "TIMESTAMP_S '2017-02-01 12:30:01'",
    "TIMESTAMP_MS '2017-02-01 12:30:01.5'", "TIMESTAMP_NS '2017-02-01 12:30:01.123456789'",
    "TIMESTAMPTZ '2017-02-01 12:30:00+02'", "'infinity'::TIMESTAMPTZ", "TIME '12:30:00'",
    "TIME '24:00:00'", "TIME '23:59:59.999999'", "TIMETZ '12:30:00+02'", "INTERVAL 13 MONTH",
    "INTERVAL '-1 day 25 hours'", "INTERVAL 1 MICROSECOND", "INTERVAL '178000000 years'",
    # texts and bytes
    "'plain'", "''", "'a,b \"c\" d'", "'naïve 中国'", "'null'", "repeat('x', 3000)",
    "chr(27) || '[31m'",
    "'a' || chr(10) || 'b'", "'a' || chr(0) || 'b'", "chr(8238) || 'abc'", "'abc\\xAA'::BLOB",
    "''::BLOB", "'\\x00\\xFF'::BLOB", "'10101'::BIT", "bitstring('1', 70)",
    "'5c1d1f7e-91b2-4f0e-8d6d-0a2f6d1f7c11'::UUID", "'a'::ENUM ('a', 'b')", "'{\"a\": [1]}'::JSON",
    # truth, nothing, nested
    "true", "false", "NULL", "NULL::INTEGER", "NULL::VARCHAR", "NULL::DATE", "NULL::BOOLEAN",
    "NULL::HUGEINT", "NULL::INTEGER[]", "[1, 2, NULL]", "[]::INTEGER[]", "[[1], [], NULL]",
    "['a', 'b''c']", "[1, 2]::INTEGER[2]", "[DATE '2017-01-01', DATE '20000-01-01']",
    "['nan'::DOUBLE, 1.5]", "[170141183460469231731687303715884105727]", "['\\xAA'::BLOB]",
    "{'a': 1, 'b': 'x'}", "{'a': {'b': [1, NULL]}}", "{'d': INTERVAL 1 MONTH}", "row(1, 'a')",
    "MAP {'a': 1, 'b': 2}", "MAP {[1]: {'x': 1}}", "MAP {}", "union_value(n := 1)",
    "'a'::UNION(n INTEGER, s VARCHAR)", "1::VARIANT", "[1, 'a']::VARIANT[]",
)  # fmt: skip
QUICK = (
    "170141183460469231731687303715884105727::HUGEINT", "9007199254740993", "2147483647",
    "12345678901234567890.123456789::DECIMAL(38, 9)", "'nan'::DOUBLE", "'-inf'::FLOAT",
    "DATE '0044-03-15 (BC)'", "'infinity'::TIMESTAMP", "INTERVAL 13 MONTH", "'abc\\xAA'::BLOB",
    "['nan'::DOUBLE, 1.5]", "MAP {'a': 1, 'b': 2}", "NULL::BOOLEAN", "true",
)  # fmt: skip
"""The share of the values that the quick tests look at, in all formats."""


def engine() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'UTC'")
    return connection


@pytest.fixture(scope="module")
def says(book: Atlas) -> Any:
    """Return what the engine says of a value: the text and the type, None for no such type."""
    with book._engine.cursor() as cursor:
        yield lambda value: said(cursor, value)


def said(cursor: Any, value: str) -> tuple[str | None, str] | None:
    try:
        found = cursor.execute(f"SELECT ({value})::VARCHAR, typeof({value})").fetchall()[0]
    except duckdb.Error:
        return None
    return found[0], found[1]


def answered(query: str, kind: str) -> bytes | str:
    """Return what the command prints, or the message when it refuses the query."""
    result = CliRunner().invoke(sql, [query, "--format", kind])
    if result.exception is None or isinstance(result.exception, SystemExit):
        assert result.exit_code == 0, result.output
        return result.stdout_bytes
    assert isinstance(result.exception, BadQuery), (query, kind, repr(result.exception))
    assert result.exception.exit_code == 15
    message = str(result.exception)
    assert len(message.splitlines()) == 1
    assert message.isprintable()
    assert "anic" not in message
    assert result.stdout_bytes == b""
    return message


def first(content: bytes, kind: str) -> Any:
    """Return the value of the first column of the first row."""
    if kind == "csv":
        return list(csv.reader(io.StringIO(content.decode(), newline="")))[1][0]
    if kind == "json":
        return json.loads(content, parse_float=str, parse_int=str)[0]["x"]
    if kind == "parquet":
        return pl.read_parquet(io.BytesIO(content))["x"][0]
    if kind == "dta":
        return pd.read_stata(io.BytesIO(content), convert_missing=False)["x"][0]
    rows = [line.strip("| ") for line in content.decode().splitlines()[2:]]
    return "".join(rows)


def same(found: Any, text: str | None, type_: str, kind: str) -> bool:
    """Whether a format shows a value: the text itself, or what reads as the same value."""
    if isinstance(found, pl.Series):
        found = found.to_list()
    if text is None:
        absent = found is None or found == "" or (kind == "table" and found == "null")
        return absent or (kind == "dta" and bool(pd.isna(found)))
    if kind == "table":
        return shown(str(found), text, type_)
    if isinstance(found, (list, dict)):
        return same_nested(found, text, type_)
    if isinstance(found, float) and math.isnan(found):
        return text == "nan"
    words = "true" if found is True else "false" if found is False else str(found)
    if words == text:
        return True
    if type_ == "BOOLEAN":  # Stata has numbers only
        return kind == "dta" and words == str(int(text == "true"))
    if type_ in ("VARCHAR", "BLOB", "JSON") or type_.startswith(("ENUM", "INTERVAL")):
        return False
    query = f"SELECT TRY_CAST($1 AS {type_}) IS NOT DISTINCT FROM CAST($2 AS {type_})"
    return bool(engine().execute(query, [words, text]).fetchall()[0][0])


def same_nested(found: Any, text: str, type_: str) -> bool:
    """Whether the engine writes a list or a struct that it is given in the same way."""
    query = f"SELECT CAST($1 AS {type_})::VARCHAR = $2"
    return bool(engine().execute(query, [found, text]).fetchall()[0][0])


def shown(cell: str, text: str, type_: str) -> bool:
    """Whether a cell of a table, rounded and broken over lines for people, shows a value."""
    if type_ in ("DOUBLE", "FLOAT") or type_.startswith("DECIMAL"):
        if "nan" in text or "inf" in text:
            return cell.casefold() == text
        try:
            return math.isclose(float(cell), float(text), rel_tol=1e-4)
        except ValueError:
            pass
    from daylight.core.visible import visible

    wanted = visible(text)
    squeezed, whole = ("".join(t.replace("|", "").split()) for t in (cell, wanted))
    if squeezed.endswith("..."):
        return whole.startswith(squeezed[:-3]) and len(wanted) > 30
    return squeezed.rstrip("0") == whole.rstrip("0")


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("value", QUICK, ids=lambda v: v[:24])
def test_some_values_are_said_or_refused(says: Any, value: str, kind: str) -> None:
    assert look(says, value, kind) in ("same", "refused")


def look(says: Any, value: str, kind: str) -> str:
    told = says(value)
    got = answered(f"SELECT {value} AS x", kind)
    if isinstance(got, str):
        return "refused" if told is None or kind == "dta" else "wrong"
    if told is None:
        return "wrong"
    found = first(got, kind)
    return "same" if same(found, *told, kind) else f"wrong: {found!r} is not {told[0]!r}"


@pytest.mark.slow
def test_every_value_in_every_format_is_what_the_engine_says(says: Any) -> None:
    seen = {(value, kind): look(says, value, kind) for value in VALUES for kind in FORMATS}
    counts = {word: list(seen.values()).count(word) for word in ("same", "refused")}
    click.echo(f"{len(VALUES)} values in {len(FORMATS)} formats: {counts}", err=True)
    assert {k: v for k, v in seen.items() if v not in counts} == {}
    assert len(VALUES) >= 100
    assert set(QUICK) <= set(VALUES)
    assert counts["refused"] < 40


def test_a_column_of_which_one_value_does_not_fit_is_text_throughout(book: Atlas) -> None:
    frame = book.sql(
        "SELECT * FROM (VALUES "
        "(DATE '2017-02-01', 1::HUGEINT, 1.50::DECIMAL(38, 2), TIMESTAMP '2017-02-01 12:00:00.5'),"
        "(NULL, NULL, NULL, NULL),"
        "('infinity'::DATE, 9223372036854775808::HUGEINT, "
        "12345678901234567.89::DECIMAL(38, 2), TIMESTAMP '20000-01-01')) AS t(d, h, f, t)"
    )
    assert frame.rows() == [
        ("2017-02-01", "1", "1.50", "2017-02-01 12:00:00.5"),
        (None, None, None, None),
        ("infinity", "9223372036854775808", "12345678901234567.89", "20000-01-01 00:00:00"),
    ]


def test_values_that_fit_are_numbers_and_dates_and_not_texts(book: Atlas) -> None:
    frame = book.sql(
        "SELECT sum(yy) AS total, 12::UHUGEINT AS large, 1.5 AS half, 1.5::DECIMAL(38, 10) AS wide,"
        " DATE '2017-02-01' AS day, TIMESTAMP_S '2017-02-01' AS moment, {'a': [1]} AS nested"
        " FROM votes"
    )
    whole, real, moment = pl.Int64, pl.Float64, pl.Datetime("us")
    nested = pl.Struct({"a": pl.List(pl.Int32)})
    assert frame.dtypes == [whole, whole, real, real, pl.Date, moment, nested]
    assert frame.row(0)[1:4] == (12, 1.5, 1.5)


SHAPES = {
    "SELECT 1 AS x, 2 AS x, 3 AS x_1": ["x", "x_2", "x_1"],
    'SELECT 1 AS " ", 2 AS "a b", 3 AS "A B"': [" ", "a b", "A B"],
    "SELECT cow, name, start FROM states WHERE false": ["cow", "name", "start"],
    "SELECT NULL AS x WHERE false": ["x"],
    "FROM (VALUES (1, 2))": ["col0", "col1"],
    "SHOW TABLES": ["name"],
    "DESCRIBE votes": ["column_name", "column_type", "null", "key", "default", "extra"],
    "SELECT columns FROM (SELECT 1 AS columns)": ["columns"],
    'SELECT 1 AS "a\'b", 2 AS "a""b", 3 AS "中"': ["a'b", 'a"b', "中"],
}


@pytest.mark.slow
@pytest.mark.parametrize("query", SHAPES)
@pytest.mark.parametrize("kind", FORMATS)
def test_results_of_any_shape_are_written(book: Atlas, query: str, kind: str) -> None:
    assert book.sql(query).columns == SHAPES[query]
    got = answered(query, kind)
    if isinstance(got, str):
        assert kind == "dta"
        assert '" "' in query
    elif kind == "json":
        assert not json.loads(got) or list(json.loads(got)[0]) == SHAPES[query]
    elif kind == "parquet":
        found = pl.read_parquet(io.BytesIO(got))
        assert (found.columns, found.schema) == (SHAPES[query], book.sql(query).schema)


def test_a_query_without_columns_is_refused(book: Atlas) -> None:
    with pytest.raises(BadQuery):
        book.sql("SELECT * EXCLUDE (x) FROM (SELECT 1 AS x)")


def test_an_empty_result_keeps_its_types(book: Atlas) -> None:
    frame = book.sql("SELECT cow, name, start, [1] AS list FROM states WHERE false")
    assert frame.dtypes == [pl.Int16, pl.String, pl.Date, pl.List(pl.Int32)]


def test_rows_stand_in_the_order_of_the_query(book: Atlas) -> None:
    frame = book.sql("SELECT year, a, b FROM votes ORDER BY year DESC, a, b")
    assert frame.equals(frame.sort("year", "a", "b", descending=[True, False, False]))


def test_what_a_terminal_would_obey_is_spelled_out_in_a_table() -> None:
    query = "SELECT chr(27) || '[2J' AS x, 'a' || chr(10) || 'b' AS \"\x1b[31m\""
    table = answered(query, "table")
    assert isinstance(table, bytes)
    assert b"\x1b" not in table
    assert b"\\x1b[2J" in table
    assert json.loads(answered(query, "json")) == [{"x": "\x1b[2J", "\x1b[31m": "a\nb"}]


def test_an_empty_line_is_no_row_so_a_lone_null_is_quoted() -> None:
    assert answered("SELECT unnest([1, NULL, 2]) AS x", "csv") == b'x\n1\n""\n2\n'


def test_a_query_that_begins_with_a_comment_needs_two_dashes_before_it() -> None:
    query = "-- comment\nselect 1 as x"
    result = CliRunner().invoke(sql, ["--format", "csv", "--", query])
    assert (result.exit_code, result.stdout) == (0, "x\n1\n")
    refused = CliRunner().invoke(sql, [query])
    assert refused.exit_code == 2
