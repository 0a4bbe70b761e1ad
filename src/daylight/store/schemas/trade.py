"""Trade of pairs of states, and the economies that it is set against."""

from __future__ import annotations

from daylight.store.schemas.table import COW, DYAD, PAIR, YEAR, Table

FLOW_STEP = 0.005
"""Step of the logarithm in which flows of pairs are stored: half a percent. Those of COW Trade are
multiples of ten steps."""
ECONOMY_STEP = 0.001
"""The same for totals and GDP of states: a tenth of a percent."""
TRADE_SD_STEP = 0.01
"""Step of their log standard deviations."""
FLOW_STATUSES = ("both", "one", "estimated", "none_recorded", "not_observable", "unknown")
"""How a flow is known, by code. ``both``: both sides report it. ``one``: one side does.
``estimated``: neither does, and somebody worked it out. ``none_recorded``: a side that reports by
partner lists nothing, which is as near to zero as trade data come. ``not_observable``: neither
side reports by partner in the year. ``unknown``: no source at hand reaches it."""
FLOW_SOURCES = ("cow", "dots", "imts", "baci", "means", "icio", "comecon", "itpd")
"""Where a flow is from, by code. ``cow``: COW Trade. ``dots``, ``imts``: what states report to the
IMF, to 2020 and after. ``baci``: CEPII's reconciled value of 2023. ``means``: the IMF's mean of
2023 and 2024. ``icio``: the last value moved on with the OECD's input-output tables. ``comecon``:
worked out from totals of members of Comecon. ``itpd``: ITPD-E, with services, where nobody
reports to the IMF."""
TOTAL_STATUSES = ("reported", "partners", "estimated")
"""How a state's total is known: its own, the sum of its partners, or moved on from 2020."""
GDP_STATUSES = ("market", "levelled", "modelled", "factbook", "carried")
"""How a GDP is known: the World Bank's; the same brought to a newer level; from real GDP; the World
Factbook's; the last value at US prices."""

FLOWS = ("cow_trade", "imf_dots", "imts", "baci_totals", "icio", "energy", "blocs", "itpd")
"""Sources of flows, with those that say what of them can be observed."""
SIZES = ("gdp", "gdp_nominal", "gdp_recent", "gdp_factbook", "us_prices")
"""Sources of GDP and of constant dollars."""
_STEPS = {"flow": (-6000.0, 4000.0), "size": (-20_000.0, 20_000.0)}


def _codes(names: tuple[str, ...]) -> str:
    return ", ".join(f"{code} {name.replace('_', ' ')}" for code, name in enumerate(names))


TABLES: tuple[Table, ...] = (
    Table(
        "trade",
        "dyad_year",
        ("year", "a", "b"),
        {
            **DYAD,
            "ab": (
                "SMALLINT",
                "goods from a to b: natural logarithm of millions of current US dollars at the "
                f"border of b, in steps of {FLOW_STEP}; null where there is no value",
            ),
            "ba": ("SMALLINT", "goods from b to a, likewise"),
            "status_ab": ("TINYINT", f"how ab is known: {_codes(FLOW_STATUSES)}"),
            "status_ba": ("TINYINT", "how ba is known, likewise; only none recorded is a zero"),
            "log_sd": (
                "UTINYINT",
                "standard deviation of the log of both directions together, in steps of "
                f"{TRADE_SD_STEP}; null unless both are known and one is above zero",
            ),
            "source": ("TINYINT", f"source of the larger direction: {_codes(FLOW_SOURCES)}"),
        },
        FLOWS,
        limits=PAIR
        | dict.fromkeys(("ab", "ba"), _STEPS["flow"])
        | dict.fromkeys(("status_ab", "status_ba"), (0, len(FLOW_STATUSES) - 1))
        | {"log_sd": (0, 250), "source": (0, len(FLOW_SOURCES) - 1)},
        may_lack=("ab", "ba", "log_sd", "source"),
        presence="year",
    ),
    Table(
        "economies",
        "state_year",
        ("cow", "year"),
        {
            "cow": ("SMALLINT", "COW number"),
            "year": ("SMALLINT", "calendar year"),
            "goods": (
                "SMALLINT",
                "all goods imported and exported: natural logarithm of millions of current US "
                f"dollars, in steps of {ECONOMY_STEP}; null where not known",
            ),
            "goods_sd": ("UTINYINT", f"its log standard deviation in steps of {TRADE_SD_STEP}"),
            "goods_status": ("TINYINT", f"how it is known: {_codes(TOTAL_STATUSES)}"),
            "gdp": ("SMALLINT", "GDP, likewise"),
            "gdp_sd": ("UTINYINT", "its log standard deviation, likewise"),
            "gdp_status": ("TINYINT", f"how it is known: {_codes(GDP_STATUSES)}"),
            "price": ("FLOAT", "dollars of 2015 in one of the year, by US consumer prices"),
        },
        (*FLOWS, *SIZES),
        limits={"cow": COW, "year": YEAR}
        | dict.fromkeys(("goods", "gdp"), _STEPS["size"])
        | dict.fromkeys(("goods_sd", "gdp_sd"), (0, 250))
        | {"goods_status": (0, len(TOTAL_STATUSES) - 1), "gdp_status": (0, len(GDP_STATUSES) - 1)}
        | {"price": (0.1, 100)},
        may_lack=("goods", "goods_sd", "goods_status", "gdp", "gdp_sd", "gdp_status"),
        presence="year",
    ),
)
