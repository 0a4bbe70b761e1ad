"""States in whose trade ships under a flag of convenience stand as imports.

A shipyard's delivery to a ship-owning company of an open registry is an export to that state, and
no ship need ever call there: South Korea sells Liberia and the Marshall Islands more than their
GDP. Dependence on GDP means nothing there; the share of all trade does, for both sides of it have
the same fault.

The list is that of UNCTAD's Review of Maritime Transport 2002, as far as its members are states:
Panama, Liberia, the Bahamas, Malta, Cyprus, the Marshall Islands, Saint Vincent and the Grenadines,
Antigua and Barbuda (reported at freightwaves.com, "Flags of convenience lead global fleet
growth"). Bermuda is on it too.
"""

from __future__ import annotations

import polars as pl

OPEN_REGISTRIES = (31, 57, 58, 95, 338, 352, 450, 983)
WHOLE = 1.0
"""Trade with one partner beyond all of GDP: ships, transit, or a GDP that is wrong."""


def implausible(dependence: pl.Expr, cow: pl.Expr) -> pl.Expr:
    """Return why a dependence on GDP cannot be believed: open_registry, beyond_gdp, or null."""
    return (
        pl.when(cow.is_in(OPEN_REGISTRIES))
        .then(pl.lit("open_registry"))
        .when(dependence > WHOLE)
        .then(pl.lit("beyond_gdp"))
    )
