"""Shared fixtures: the mirror of real data, and where it is absent, the reason to skip."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import settings
from threadpoolctl import threadpool_limits

from daylight.briefs.records import Brief
from daylight.store import manifest as manifests
from daylight.store import writer
from daylight.store.atlas import Atlas, current
from daylight.store.manifest import Manifest, SourceUsed, fingerprint
from daylight.store.schemas import VERSION, table
from small_answers import made

settings.register_profile("quick", max_examples=40, deadline=None)
settings.register_profile("thorough", max_examples=400, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


OF_ALL_QUESTIONS = ("tests/test_answers.py", "tests/show/test_part.py")
LONGEST = (
    "tests/build/test_full_build.py", "tests/cli/test_random_arguments.py",
    "tests/build/test_killed_builds.py", "tests/build/test_tiny_build.py", "tests/test_answers.py",
    "tests/wedges/", "tests/briefs/", "tests/build/test_fingerprints.py", "tests/endurance/",
)  # fmt: skip
"""Where the files lie that take longest: begun last, one of them would run alone at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest files; the order within a file stays."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give each worker whole files, so that an answer which a file shares is made once.

    Files that put every question to the cases of ``asking.py`` go to one worker together. Not by
    an option in ``pyproject.toml``: pytest without workers refuses it. Another ``--dist`` is left
    as it is.
    """
    if config.getvalue("dist") != "load":
        return None
    from xdist.scheduler import LoadFileScheduling

    config.option.loadscopereorder = False  # the longest stand first already

    class Files(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = str(super()._split_scope(nodeid))
            return "tests of asking.py" if file.endswith(OF_ALL_QUESTIONS) else file

    return Files(config, log)


BESIDE = Path(__file__).resolve().parents[2] / "shared" / "mirror"


@pytest.fixture
def mirror(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folder of real data: ``DAYLIGHT_MIRROR``, or ``../shared/mirror`` beside the checkout."""
    folder = Path(os.environ.get("DAYLIGHT_MIRROR", BESIDE))
    if not folder.is_dir():
        pytest.skip("no mirror of real data: set DAYLIGHT_MIRROR to run this test")
    monkeypatch.setenv("DAYLIGHT_MIRROR", str(folder))
    return folder


@pytest.fixture(scope="session")
def book() -> Atlas:
    """Return the atlas that ships, opened once for all tests."""
    os.environ.pop("DAYLIGHT_ATLAS", None)
    return current()


@pytest.fixture
def small_brief() -> Brief:
    """Return a brief made by hand."""
    return made()


AtlasOf = Callable[..., Atlas]


@pytest.fixture
def atlas_of(tmp_path: Path) -> AtlasOf:
    """Return the function that makes an atlas of rows by table and of ids of sources."""

    def make(tables: dict[str, list[dict[str, Any]]], sources: tuple[str, ...] = ()) -> Atlas:
        folder = tmp_path / "atlas"
        folder.mkdir()
        files = []
        for name, rows in tables.items():
            frame = pl.DataFrame(rows, infer_schema_length=None)
            files.append(writer.write_table(folder, table(name), "x", lambda f=frame: f))
        used = tuple(used_source(name) for name in sources)
        mark = fingerprint(tuple(files))
        manifests.write(folder, Manifest(VERSION, mark, "0", "2017-06-30", tuple(files), used))
        return Atlas(folder)

    return make


def used_source(name: str) -> SourceUsed:
    words = ("title", "version", "citation_key", "url", "licence", "ships")
    texts = {word: f"{word} of {name}" for word in words}
    return SourceUsed(
        id=name, citation=f"Paper of {name}.", redistribution="yes", start=1816, end=2016,
        accessed="2026-01-01", files={}, **texts,
    )  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    """Keep matrix products on one thread: beside other test runners a fit took 40 s, not 1 s."""
    with threadpool_limits(1):
        yield
