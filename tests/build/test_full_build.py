"""The atlas that ships is what the declared sources give."""

from __future__ import annotations

from pathlib import Path

import pytest

from daylight.build.plan import STEPS, at_hand, rests_on
from daylight.build.run import build
from daylight.build.verify import verify
from daylight.sources.kit.declaration import declaration, source_ids
from daylight.store.atlas import Atlas


def test_the_manifest_that_ships_names_the_sources_of_its_tables(book: Atlas) -> None:
    """As the steps read them; none where it is older than the record of them."""
    ours = [name for name in source_ids() if declaration(name).supplied is None]
    sources = rests_on(at_hand(STEPS, ours))
    wrong = [t.name for t in book.manifest.tables if t.sources not in ((), sources[t.name])]
    assert wrong == []


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
