"""Ledgers of pairs of states: the items behind them, their sums, and the relationship."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from daylight.store.schemas.table import DYAD, PAIR, Range, Table

POINT_STEP, PART_STEP, ANGLE_STEP = 0.5, 0.01, 0.01
"""Steps of stored points; of parts of a whole; and of angles, by which chances are stored: a chance
is the square of the sine, so that steps are small where chances are."""
MOST_POINTS, MOST_ANGLE = 200, 158
NEAR_POINTS = 5.0
"""A foretold ledger that is so near to the carried value has held."""
Ledger = Literal[
    "military_cooperation", "military_conflict", "political_cooperation", "political_conflict",
    "economic_cooperation", "economic_conflict",
]  # fmt: skip
LEDGERS: tuple[Ledger, ...] = get_args(Ledger)
CHANCES = {
    "severe": "chance of severe rivalry",
    "rivalry": "chance of rivalry, severe or lesser",
    "warm": "chance of warm peace or a security community",
    "community": "chance of a security community",
}
BANDED = ("rivalry", "warm")


@dataclass(frozen=True, slots=True)
class Coding:
    """How the raw values of an item are stored.

    Attributes
    ----------
    step : float
        What one stored step is; of the logarithm to base 10 where `logged`.
    directed : bool
        Whether there is a value of a towards b, and one back.
    foretold : bool
        Whether there are columns of what is carried past its source.
    logged : bool
    most : int
        Largest stored number.
    """

    step: float
    directed: bool = False
    foretold: bool = True
    logged: bool = False
    most: int = 250


CODINGS: dict[str, Coding] = {
    "promise": Coding(0.5, directed=True, most=10),
    "organisation": Coding(1, most=2),
    "defence_agreements": Coding(0.5),
    "exercises": Coding(1 / 3),
    "arms": Coding(1, directed=True, foretold=False, most=2),
    "troops": Coding(0.02, directed=True, most=350),
    "side_by_side": Coding(0.05, directed=True, most=60),
    "disputes": Coding(0.05, most=100),
    "fatal_conflict": Coding(0.05, most=100),
    "crises": Coding(0.05, most=60),
    "for_rebels": Coding(0.05, directed=True, most=80),
    "dated_force": Coding(0.05, foretold=False, most=80),
    "vote_kappa": Coding(0.02, most=50),
    "nearness": Coding(0.02, most=500),
    "organisations": Coding(0.5, most=800),
    "blocs": Coding(1, foretold=False, most=3),
    "rivalry": Coding(1, most=1),
    "relations": Coding(1, foretold=False, most=2),
    "trade_volume": Coding(0.05, logged=True, most=160),
    "trade_share": Coding(0.05, directed=True, logged=True, most=0),
    "agreement": Coding(0.5, foretold=False, most=14),
    "customs_union": Coding(1, foretold=False, most=3),
    "investment_treaty": Coding(1, foretold=False, most=1),
    "sanctions": Coding(1, directed=True, most=130),
}
"""Each item; :mod:`daylight.ledgers.items` says what they are, and a test holds the two alike."""
LEAST = {"vote_kappa": -50, "trade_volume": -160, "trade_share": -160}
"""Lowest stored number where it is below zero; of a logarithm it stands for nothing traded."""


def raw_columns(item: str) -> tuple[str, ...]:
    """Return the columns of the raw values of an item."""
    return (f"{item}_ab", f"{item}_ba") if CODINGS[item].directed else (item,)


def _items() -> tuple[dict[str, tuple[str, str]], dict[str, Range]]:
    columns = dict(DYAD)
    limits: dict[str, Range] = dict(PAIR)
    for item, coding in CODINGS.items():
        steps = f"{'log10 of ' if coding.logged else ''}the raw value in steps of {coding.step:.3g}"
        for column in raw_columns(item):
            columns[column] = ("SMALLINT", f"{steps}: see docs/methods/ledgers")
            limits[column] = LEAST.get(item, 0), coding.most
        columns[f"{item}_status"] = (
            "TINYINT", "0 observed, 1 structural zero, 2 missing, 3 outside coverage: a floor",
        )  # fmt: skip
        limits[f"{item}_status"] = 0, 3
        if coding.foretold:
            for end, what in (("carried", "points carried"), ("lo", "lower end of the 90 % band"),
                              ("hi", "upper end of the band")):  # fmt: skip
                columns[f"{item}_{end}"] = ("UTINYINT", f"{what}, half points; null where seen")
                limits[f"{item}_{end}"] = 0, MOST_POINTS
            columns[f"{item}_holds"] = (
                "UTINYINT", "chance that it is still what is carried, per cent; null where seen",
            )  # fmt: skip
            limits[f"{item}_holds"] = 0, 100
    return columns, limits


def _ledgers() -> tuple[dict[str, tuple[str, str]], dict[str, Range]]:
    columns = dict(DYAD)
    limits: dict[str, Range] = dict(PAIR)
    for ledger in LEDGERS:
        name: str = ledger
        columns[name] = ("UTINYINT", "points, 0 to 100, in half points, with what is carried")
        columns[f"{name}_lo"] = ("UTINYINT", "lower end of the 90 % band; null where all is seen")
        columns[f"{name}_hi"] = ("UTINYINT", "upper end of the 90 % band; null where all is seen")
        columns[f"{name}_holds"] = (
            "UTINYINT", f"chance to be within {NEAR_POINTS:g} points of it, %; null where seen",
        )  # fmt: skip
        limits[f"{name}_holds"] = 0, 100
        columns[f"{name}_seen"] = ("UTINYINT", "part of the items' maxima that is seen, per cent")
        limits |= dict.fromkeys((name, f"{name}_lo", f"{name}_hi"), (0, MOST_POINTS))
        limits[f"{name}_seen"] = 0, 100
    angles = dict(CHANCES)
    for name in BANDED:
        angles |= {f"{name}_lo": f"lower end of the 90 % band of {name}",
                   f"{name}_hi": f"upper end of the 90 % band of {name}"}  # fmt: skip
    for name, what in angles.items():
        columns[name] = ("UTINYINT", f"{what}: angle in steps of {ANGLE_STEP}, chance = sin²")
        limits[name] = 0, MOST_ANGLE
    for end in ("lo", "hi"):
        columns[f"place_{end}"] = ("UTINYINT", f"{end} end of the band of the expected place, %")
        limits[f"place_{end}"] = 0, 100
    return columns, limits


_ITEM_COLUMNS, _ITEM_LIMITS = _items()
_LEDGER_COLUMNS, _LEDGER_LIMITS = _ledgers()
LEDGERS_FROM = (
    "atop", "baci_totals", "blocs", "contiguity", "cow_trade", "dcad", "defence_facts", "desta",
    "desta_2_3", "energy", "exercises", "gdp", "gdp_factbook", "gdp_nominal", "gdp_recent",
    "geodist", "gsdb", "icb", "icb_v16", "icio", "igo", "iia", "imf_dots", "imts", "itpd", "mid",
    "mie", "relations", "rivalries", "sipri_classes", "troopdata", "ucdp",
    "un_votes_matches", "un_votes_resolutions", "un_votes_voeten", "us_prices",
    "us_troops_reports",
)  # fmt: skip
RELATIONSHIP_FROM = ("peace_scale",)
"""Besides, what the weights of the relationship are fitted on."""
TABLES: tuple[Table, ...] = (
    Table(
        "ledger_items",
        "dyad_year",
        ("a", "b", "year"),
        _ITEM_COLUMNS,
        LEDGERS_FROM,
        limits=_ITEM_LIMITS,
        may_lack=tuple(c for c in _ITEM_LIMITS if c not in PAIR and not c.endswith("_status")),
        presence="year",
    ),
    Table(
        "ledgers",
        "dyad_year",
        ("a", "b", "year"),
        _LEDGER_COLUMNS,
        (*LEDGERS_FROM, *RELATIONSHIP_FROM),
        limits=_LEDGER_LIMITS,
        may_lack=tuple(c for c in _LEDGER_LIMITS if c not in PAIR and not c.endswith("_seen")),
        presence="year",
    ),
    Table(
        "relationship_weights",
        "row",
        ("logit", "outcome", "input"),
        {
            "logit": ("VARCHAR", "three: rivalry, negative or warm peace; severe; community"),
            "outcome": ("VARCHAR", "outcome against the base: rivalry, warm, severe or community"),
            "input": ("VARCHAR", "constant, or a ledger of 100 points: see docs/methods"),
            "weight": ("FLOAT", "change of the log odds"),
            "sd": ("FLOAT", "its standard error, pairs taken as independent, years not"),
        },
        (*LEDGERS_FROM, *RELATIONSHIP_FROM),
        limits={"weight": (-50, 50), "sd": (0, 50)},
        words={
            "logit": ("three", "severe", "community"),
            "outcome": ("rivalry", "warm", "severe", "community"),
        },
    ),
)
