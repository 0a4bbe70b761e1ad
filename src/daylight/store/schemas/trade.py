"""Trade of pairs of states."""

from __future__ import annotations

from daylight.store.schemas.table import DYAD, PAIR, Table

TABLES: tuple[Table, ...] = (
    Table(
        "trade",
        "dyad_year",
        ("year", "a", "b"),
        {
            **DYAD,
            "dependence_ab": ("FLOAT", "trade with b as a fraction of a's GDP"),
            "dependence_ba": ("FLOAT", "trade with a as a fraction of b's GDP"),
            "share_ab": ("FLOAT", "trade with b as a fraction of a's total trade"),
            "share_ba": ("FLOAT", "trade with a as a fraction of b's total trade"),
            "log_sd_ab": ("FLOAT", "standard deviation of log dependence_ab"),
            "log_sd_ba": ("FLOAT", "standard deviation of log dependence_ba"),
            "log_sd_share": ("FLOAT", "standard deviation of log share_ab and share_ba"),
            "origin": ("TINYINT", "0 COW, 1 ITPD-E levelled to COW, 2 one side each"),
            "status": (
                "TINYINT",
                "0 observed, 1 structural zero, 2 missing, 3 outside coverage",
            ),
        },
        ("cow_trade", "itpd", "gdp", "gdp_nominal", "us_prices"),
        limits=PAIR
        | dict.fromkeys(("dependence_ab", "dependence_ba"), (0, 100))
        | dict.fromkeys(("share_ab", "share_ba"), (0, 1))
        | dict.fromkeys(("log_sd_ab", "log_sd_ba", "log_sd_share"), (0, 5))
        | {"origin": (0, 2), "status": (0, 3)},
        may_lack=(
            "dependence_ab",
            "dependence_ba",
            "share_ab",
            "share_ba",
            "log_sd_ab",
            "log_sd_ba",
            "log_sd_share",
            "origin",
        ),
        presence="year",
    ),
)
