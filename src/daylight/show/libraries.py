"""Frames for other libraries, which are extras."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from daylight.core.errors import MissingExtra

if TYPE_CHECKING:
    import polars as pl

INSTALL = "install it with the extra `frames`: pip install '.[frames]' in a clone of Daylight"


def to_pandas(frame: pl.DataFrame) -> Any:
    """Return a frame as pandas, or say what to install."""
    try:
        return frame.to_pandas()
    except ImportError as error:
        raise MissingExtra(f"pandas needs the extra `frames` ({error}); {INSTALL}.") from None


def to_arrow(frame: pl.DataFrame) -> Any:
    """Return a frame as a pyarrow table, or say what to install."""
    try:
        return frame.to_arrow()
    except ImportError as error:
        raise MissingExtra(f"Arrow needs the extra `frames` ({error}); {INSTALL}.") from None
