"""Limits of free SQL: time, memory, and nothing on the disk."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from daylight.core.errors import BadInput, BadQuery, OverLimit
from daylight.core.limits import QUERY
from daylight.store import engine
from daylight.store.atlas import Atlas

LONG = [
    "select count(*) from votes a, votes b, votes c where a.yy + b.yy = c.yy",
    "select count(*) from range(1000000000000)",
    "select sum(hash(range)) from range(1000000000000)",
    "with recursive r as (select 1 as n union all select n + 1 from r) select max(n) from r",
]


@pytest.mark.parametrize("query", LONG, ids=lambda text: text[7:30])
def test_a_query_is_stopped_when_its_time_is_over(book: Atlas, query: str) -> None:
    start = time.monotonic()
    with pytest.raises(OverLimit, match=r"stopped after 0\.2 seconds.*--time-limit") as caught:
        book.sql(query, time_limit=0.2)
    assert time.monotonic() - start < 2
    assert caught.value.exit_code == 20
    assert book.sql("select 1 as n")["n"][0] == 1


def test_a_query_that_runs_out_of_time_leaves_no_work_behind(book: Atlas) -> None:
    before = threading.active_count()
    with pytest.raises(OverLimit):
        book.sql(LONG[1], time_limit=0.2)
    late = time.monotonic() + 5
    while threading.active_count() > before and time.monotonic() < late:
        time.sleep(0.05)
    assert threading.active_count() == before


def test_a_query_is_not_too_long(book: Atlas) -> None:
    fits = "select 1 as x --" + "x" * (QUERY - 16)
    assert len(book.sql(fits)) == 1
    with pytest.raises(BadQuery, match="has 100,001 characters, at most 100,000 are run"):
        book.sql(fits + "x")


@pytest.mark.parametrize("query", ["select '\udcff'", "\ud800", 'select 1 as "caf\udce9"'])
def test_a_query_is_text(book: Atlas, query: str) -> None:
    with pytest.raises(BadQuery, match="is no UTF-8"):
        book.sql(query)


@pytest.mark.parametrize("seconds", [0, -1, float("nan")])
def test_a_time_limit_is_a_time(book: Atlas, seconds: float) -> None:
    with pytest.raises(BadInput, match="more than 0"):
        book.sql("select 1", time_limit=seconds)


def test_memory_is_limited(book: Atlas) -> None:
    settings = "current_setting('memory_limit') as most, current_setting('temp_directory') as at"
    row = book.sql(f"select {settings}").row(0, named=True)
    assert row["at"] == ""
    assert row["most"].endswith(("MiB", "GiB"))
    assert float(row["most"].split()[0]) <= 1024


@pytest.mark.slow
def test_nothing_goes_to_the_disk(
    book: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OverLimit, match="memory"):
        book.sql("select list(range) from range(1000000000)")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("own", "want"),
    [
        ("18.8 GiB", engine.MOST_MEMORY), ("1.0 GiB", 512 * 1024**2), ("400 MiB", 200 * 1024**2),
        ("what", engine.MOST_MEMORY), ("0 bytes", 0),
    ],
)  # fmt: skip
def test_a_small_machine_keeps_half_for_others(own: str, want: int) -> None:
    assert engine._allowed(own) == want


def test_a_result_that_grows_too_large_is_stopped(
    book: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = iter(range(10**6))
    monkeypatch.setattr(engine, "_most_memory", lambda: next(looks) * engine.MOST_MEMORY)
    with pytest.raises(OverLimit, match="2 GB of memory"):
        book.sql(LONG[1])


@pytest.mark.slow
@pytest.mark.parametrize(
    "query",
    [
        "select * from votes v, range(1000)",
        "select repeat('x', 100000) as s from range(1000000)",
        "select list(range) from range(1000000000)",
        "select count(distinct hash(range)) from range(1000000000)",
        "select * from votes a, votes b order by a.yy",
        "select string_agg(repeat('x', 100)) from range(1000000000)",
    ],
)
def test_a_process_does_not_grow_beyond_what_is_said(query: str) -> None:
    code = (
        "import resource, sys, daylight as dl; book = dl.atlas(); book.spans()\n"
        "most = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "before = most()\n"
        "try: book.sql(sys.argv[1], 60)\n"
        "except dl.DaylightError as error: print(type(error).__name__)\n"
        "print((most() - before) / 1024**2)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, query], capture_output=True, text=True, check=True
    )
    name, grown = done.stdout.split()
    assert name == "OverLimit"
    assert float(grown) < 2.5, "GB"


@pytest.mark.slow
@pytest.mark.parametrize("table", ["ledgers", "issue_votes", "ledger_items"])
def test_the_largest_tables_can_be_sorted_whole(book: Atlas, table: str) -> None:
    want = next(t.rows for t in book.manifest.tables if t.name == table)
    assert len(book.sql(f"select * from {table} order by hash(a, b), year")) == want
