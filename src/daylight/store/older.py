"""What an atlas does not hold, being older than this Daylight."""

from __future__ import annotations

from pathlib import Path

from daylight.core.errors import AtlasTooOld
from daylight.store.manifest import Manifest


def holds(manifest: Manifest, name: str) -> bool:
    """Return whether there is a table: an atlas that is older than the table has none."""
    return any(file.name == name for file in manifest.tables)


def too_old(folder: Path, name: str) -> AtlasTooOld:
    """Return the error that an atlas was built before there was a table or measure."""
    return AtlasTooOld(
        f"The atlas at {folder} does not hold {name}; it is older than this Daylight: rebuild it "
        f"with `daylight atlas build`."
    )
