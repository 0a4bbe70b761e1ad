"""The page of tables of the atlas."""

from __future__ import annotations

from daylight.store.schemas import TABLES, VERSION

from .markdown import grid, page


def tables_page() -> str:
    """List every table of the atlas with its key, columns and sources."""
    intro = (
        f"The atlas is a folder of Parquet files with a manifest, `atlas.json`. This is layout "
        f"version {VERSION}; an atlas of another version is refused. Pairs are stored once, "
        f"`a` < `b` by Correlates of War (COW) number. Read the tables with "
        f"[`daylight sql`](../how-to/sql.md)."
    )
    parts = []
    for t in TABLES:
        links = ", ".join(f"[{s}](sources.md#{s})" for s in t.sources)
        rows = [(f"`{c}`", kind, text) for c, (kind, text) in t.columns.items()]
        unit = t.unit.replace("_", " ")
        parts.append(
            f"## {t.name}\n\nOne row is one {unit}. Key: {', '.join(f'`{k}`' for k in t.key)}. "
            f"Sources: {links or 'written by the build itself'}.\n\n"
            + grid(("column", "type", "meaning"), rows)
        )
    return page("Tables of the atlas", intro, *parts)
