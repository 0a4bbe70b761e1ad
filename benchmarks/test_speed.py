"""Timings that report and never fail: ``python -m pytest benchmarks -m benchmark``.

Cold figures start a new process, as a user at a terminal does.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import daylight as dl
from daylight.build.run import build
from daylight.measures import MEASURES
from daylight.store.atlas import current

pytestmark = pytest.mark.benchmark
PAIR = ["RUS", "IRN"]
AS_OF = ["--as-of", "2017-02-01"]


def command(*words: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "daylight", *words], check=True, stdout=subprocess.DEVNULL
    )


@pytest.mark.parametrize("name", ["bond", "divergence", "brief"])
def test_cold_question(benchmark: BenchmarkFixture, name: str) -> None:
    words = [name, *PAIR, *AS_OF, "--format", "text"]
    benchmark.pedantic(command, args=words, rounds=5, warmup_rounds=1)


def test_cold_html_brief(benchmark: BenchmarkFixture) -> None:
    words = ["brief", *PAIR, "--divider", "USA", *AS_OF, "--format", "html"]
    benchmark.pedantic(command, args=words, rounds=5, warmup_rounds=1)


def test_warm_bond(benchmark: BenchmarkFixture) -> None:
    dl.bond("RUS", "IRN", "2017-02-01")
    benchmark(dl.bond, "USA", "GBR", "2017-02-01")


@pytest.mark.parametrize("name", [m.name for m in MEASURES])
def test_measure_for_all_pairs_and_years(benchmark: BenchmarkFixture, name: str) -> None:
    book = current()
    spec = next(m for m in MEASURES if m.name == name)
    benchmark.pedantic(spec.compute, args=(book, *book.coverage(name)), rounds=2)


def test_full_build(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    if not os.environ.get("DAYLIGHT_MIRROR"):
        pytest.skip("no mirror of real data: set DAYLIGHT_MIRROR to time a full build")
    benchmark.pedantic(build, args=(tmp_path,), rounds=1)
