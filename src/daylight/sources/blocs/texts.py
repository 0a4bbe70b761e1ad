"""What the texts of the curated table must hold: names of one bloc each, signatures, speakers."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.blocs.pieces import read


def names_of(bloc: dict[str, str | None]) -> Iterator[str]:
    """Yield the id, the full name and the other names of a bloc."""
    yield from (bloc["bloc"] or "", bloc["name"] or "")
    yield from (name.strip() for name in (bloc["aliases"] or "").split(";") if name.strip())


def hold_names(blocs: pl.DataFrame) -> None:
    """Raise when two blocs share a name, whatever its capitals.

    Raises
    ------
    SourceChanged
    """
    owner: dict[str, str | None] = {}
    for bloc in blocs.iter_rows(named=True):
        for name in names_of(bloc):
            if owner.setdefault(name.casefold(), bloc["bloc"]) != bloc["bloc"]:
                raise SourceChanged(
                    f"blocs: {name!r} names both {owner[name.casefold()]} and {bloc['bloc']}; "
                    f"mend the aliases in blocs.csv."
                )


def hold_texts(rows: pl.DataFrame) -> None:
    """Raise when a signature follows the start, or no one is named who spoke of a state.

    Raises
    ------
    SourceChanged
    """
    for row in rows.iter_rows(named=True):
        where = f"blocs: {row['bloc']}, {row['iso3']} from {row['start']}"
        if row["signed"] and read(row["signed"]).first > read(row["start"]).last:
            raise SourceChanged(f"{where}: signed on {row['signed']}, after its start.")
        if row["status"] == "contemplated" and not (row["note"] or "").strip():
            raise SourceChanged(f"{where}: contemplated by whom? Say so in its note.")
