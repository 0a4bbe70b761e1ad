"""Names of places in many languages, as Unicode CLDR has them."""

from __future__ import annotations

from functools import lru_cache

from daylight.core.states import read_table


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    return {row["name"]: row["codes"] for row in read_table("languages")}


def code(name: str) -> str | None:
    """Return the one code that a folded name stands for: ISO 3166-1 alpha-2, or of a region.

    None where no language has the name, or where languages differ in what it means.
    """
    found = _codes().get(name)
    return found if found and ";" not in found else None
