"""The atlas that ships is what the declared sources give."""

from __future__ import annotations

from pathlib import Path

import pytest

from daylight.build.run import build
from daylight.build.verify import verify
from daylight.store.atlas import Atlas


@pytest.mark.mirror
@pytest.mark.slow
def test_the_declared_sources_give_the_atlas_that_ships(
    mirror: Path, tmp_path: Path, book: Atlas
) -> None:
    manifest = build(tmp_path / "atlas")
    assert [check for check in verify(tmp_path / "atlas") if not check.passed] == []
    ours = {t.name: t.sha256 for t in book.manifest.tables}
    differ = [t.name for t in manifest.tables if ours.get(t.name) != t.sha256]
    assert differ == []
    assert manifest.id == book.manifest.id
    assert manifest.sources == book.manifest.sources
    assert manifest.last == book.manifest.last
