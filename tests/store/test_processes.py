"""An atlas in forked and spawned children and in threads, and results that cannot be changed."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import daylight as dl
from daylight.bonds.standing import _points
from daylight.dependence.all_pairs import year as dependence_year
from daylight.divergences.pooled import pooled
from daylight.store.atlas import Atlas
from daylight.store.engine import Engine

UNIX = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
CHILDREN = """
import concurrent.futures, multiprocessing, os, sys
import daylight as dl

def ask(year):
    import signal
    signal.alarm(60)
    n = dl.atlas().sql(f"select count(*) as n from votes where year = {year}")["n"][0]
    return n, str(dl.bond("RUS", "IRN", as_of="2016")).splitlines()[0]

if __name__ == "__main__":
    want = ask(2015)
    dl.dyads(2014, 2015).add("vote_kappa").to_polars()
    way = sys.argv[1]
    if way == "os.fork":
        for turn in range(3):
            child = os.fork()
            if child == 0:
                os._exit(0 if ask(2015) == want else 1)
            assert os.waitpid(child, 0)[1] == 0
        child = os.fork()
        if child == 0:  # ends as a program does, with all that is closed then
            sys.exit(0 if ask(2015) == want else 1)
        assert os.waitpid(child, 0)[1] == 0
    elif way == "futures":
        context = multiprocessing.get_context("fork")
        with concurrent.futures.ProcessPoolExecutor(2, mp_context=context) as pool:
            assert list(pool.map(ask, [2015] * 4, timeout=60)) == [want] * 4
    else:
        with multiprocessing.get_context(way).Pool(2) as pool:
            assert pool.map_async(ask, [2015] * 4).get(60) == [want] * 4
    assert ask(2015) == want
"""


def in_children(tmp_path: Path, way: str) -> None:
    script = tmp_path / "children.py"
    script.write_text(CHILDREN)
    done = subprocess.run(
        [sys.executable, str(script), way], capture_output=True, text=True, timeout=120
    )
    assert (done.returncode, done.stderr[-2000:]) == (0, "")


@UNIX
@pytest.mark.slow
@pytest.mark.parametrize("way", ["fork", "spawn", "forkserver", "futures", "os.fork"])
def test_children_of_a_parent_that_asked_are_answered(tmp_path: Path, way: str) -> None:
    in_children(tmp_path, way)


@UNIX
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.filterwarnings("ignore:.*fork:RuntimeWarning")
def test_a_forked_child_opens_its_own_connection(book: Atlas) -> None:
    want = len(book.rows("states")["cow"])
    child = os.fork()
    if child == 0:
        signal.alarm(20)
        os._exit(0 if len(book.rows("states")["cow"]) == want else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_a_lock_held_while_a_process_forks_is_free_in_the_child() -> None:
    engine = Engine(lambda: __import__("duckdb").connect())
    engine._lock.acquire()
    engine._unlock()
    with engine.cursor() as cursor:
        assert cursor.execute("SELECT 1").fetchall() == [(1,)]


def test_an_atlas_is_passed_on_by_its_place(book: Atlas) -> None:
    other = pickle.loads(pickle.dumps(book))
    assert other is not book
    assert (other.folder, other.manifest.id) == (book.folder, book.manifest.id)


def test_threads_that_ask_at_once_are_all_answered(book: Atlas) -> None:
    start = threading.Barrier(6)

    def ask(n: int) -> Any:
        start.wait(20)
        counts = [
            book.sql(f"SELECT count(*) AS n FROM votes WHERE year = {2000 + n}")["n"][0]
            for _ in range(3)
        ]
        rows = book.rows("votes", "year = ?", (2000 + n,))
        return counts == [len(rows["a"])] * 3 and bool((rows["year"] == 2000 + n).all())

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(ask, range(6))) == [True] * 6


@pytest.mark.slow
def test_two_threads_ask_one_question(book: Atlas) -> None:
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda _: str(dl.bond("USA", "GBR", as_of="2013")), range(4)))
    assert len(set(found)) == 1


def arrays(part: Any) -> list[np.ndarray[Any, Any]]:
    if isinstance(part, np.ndarray):
        return [part]
    if isinstance(part, Mapping):
        return [array for one in part.values() for array in arrays(one)]
    if isinstance(part, tuple):
        return [array for one in part for array in arrays(one)]
    fields = getattr(part, "__dataclass_fields__", ())
    return [array for name in fields for array in arrays(getattr(part, name))]


KEPT = {
    "rows": lambda book: book.rows("states"),
    "years": lambda book: book.years("votes", 2015, 2015),
    "years, several": lambda book: book.years("votes", 2014, 2015),
    "pair": lambda book: book.pair("ledgers", 365, 630),
    "ties": lambda book: book.ties("ties", "rivalry", 1990, 1991),
    "ties, none": lambda book: book.ties("ties", "nosuch", 1990, 1991),
    "vote_sums": lambda book: book.vote_sums(2015, 2015),
    "pooled": lambda book: pooled(book, 2015, 2015),
    "points": lambda book: tuple(_points(book, 2015).values()),
    "dependence": lambda book: dependence_year(book, 2012),
}


@pytest.mark.parametrize("name", KEPT)
def test_what_is_kept_and_given_out_again_cannot_be_written_to(book: Atlas, name: str) -> None:
    found = arrays(KEPT[name](book))
    assert found
    assert [array for array in found if array.flags.writeable] == []
    with pytest.raises(ValueError, match="read-only"):
        found[0][...] = found[0]


def test_what_is_taken_from_a_mapping_stays_in_the_atlas(book: Atlas) -> None:
    spans = book.spans()
    first = next(iter(spans))
    del spans[first]
    assert first in book.spans()
    ties = dict(book.ties("ties", "rivalry", 1990, 1991))
    book.ties("ties", "rivalry", 1990, 1991).clear()  # type: ignore[attr-defined]
    assert list(book.ties("ties", "rivalry", 1990, 1991)) == list(ties)
    with pytest.raises(AttributeError):
        book.years("votes", 2015, 2015).clear()  # type: ignore[attr-defined]
