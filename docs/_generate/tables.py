"""The page of tables of the atlas."""

from __future__ import annotations

from daylight import measures
from daylight.measures import sources_of
from daylight.store.schemas import TABLES, VERSION, Table

from .markdown import grid, page


def tables_page() -> str:
    """List every table of the atlas with its key, columns and sources."""
    intro = (
        f"The atlas is a folder of Parquet files with a manifest, `atlas.json`. This is layout "
        f"version {VERSION}; an atlas of another version is refused. Pairs are stored once, "
        f"`a` < `b` by Correlates of War (COW) number. Read the tables with "
        f"[`daylight sql`](../how-to/sql.md). `values` are what a column may hold, where that is "
        f"declared; a build that makes anything else stops, and `daylight atlas verify` finds it. "
        f"Years end with the atlas. A text is never blank."
    )
    parts = []
    for t in TABLES:
        links = ", ".join(f"[{s}](sources.md#{s})" for s in table_sources(t))
        rows = [(f"`{c}`", kind, _values(t, c), text) for c, (kind, text) in t.columns.items()]
        unit = t.unit.replace("_", " ")
        parts.append(
            f"## {t.name}\n\nOne row is one {unit}. Key: {', '.join(f'`{k}`' for k in t.key)}. "
            f"Sources: {links or 'written by the build itself'}.\n\n"
            + grid(("column", "type", "values", "meaning"), rows)
        )
    return page("Tables of the atlas", intro, *parts)


def _values(t: Table, column: str) -> str:
    """Say what a column may hold, and whether it may be null."""
    said = ""
    if column in t.limits:
        said = " to ".join(f"{end:,.10g}" for end in t.limits[column])
    if column in t.words:
        said = ", ".join(t.words[column])
    return f"{said} or null".strip() if column in t.may_lack else said


def table_sources(t: Table) -> tuple[str, ...]:
    """Return the sources of a table: named there, or those of what is in it."""
    if t.origin == "ties":
        return sources_of(m.name for m in measures.MEASURES if m.table == "ties")
    return t.sources
