"""A small declared source that tests of the kit share."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from daylight.sources.kit.declaration import Declaration

BYTES = b"a,b,year\n2,200,1990\n"


def entry(content: bytes = BYTES, **other: Any) -> dict[str, Any]:
    """One file of a declaration, with the size and fingerprint of `content`."""
    return {
        "name": "toy.csv",
        "mirror": "toy/toy.csv",
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    } | other


def declared(**other: Any) -> dict[str, Any]:
    """Return the contents of a whole `source.yml`."""
    return {
        "id": "toy",
        "producer": "A. Maker",
        "title": "Toy data",
        "version": "1.0",
        "citation_key": "maker_1999",
        "citation": "Maker, A. 1999. Toy data.",
        "url": "https://example.org/",
        "licence": "CC0-1.0",
        "redistribution": "yes",
        "ships": "Everything.",
        "coverage": {"start": 1990, "end": 1991, "system": "COW"},
        "accessed": "2026-01-01",
        "files": [entry()],
        "expect": {"t": {"columns": ["a"], "key": ["a"], "rows_min": 1, "rows_max": 9}},
    } | other


@pytest.fixture
def toy() -> Callable[..., Declaration]:
    """Return a function that makes the toy declaration, its one file changed as asked."""

    def make(**changes: Any) -> Declaration:
        return Declaration.model_validate(declared(files=[entry(**changes)]))

    return make


@pytest.fixture
def toy_keys() -> dict[str, Any]:
    """Return the toy declaration as plain data."""
    return declared()


@pytest.fixture
def off_the_mirror(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No mirror, and an empty cache: the folder of the toy source in it."""
    monkeypatch.delenv("DAYLIGHT_MIRROR", raising=False)
    monkeypatch.setenv("DAYLIGHT_CACHE", str(tmp_path))
    return tmp_path / "toy"
