"""Ties by year, what began to give way in them, and breaks."""

from __future__ import annotations

from daylight.store.schemas.table import COW, YEAR, Table

TIE_LEGS = ("treaty", "pact", "treaty_and_trade", "troops", "trade")
"""What holds a tie, in the order of the bits. ``treaty``: of the two alone, with more than
non-aggression. ``pact``: of several, with defence or offence, where another leg is there too: any
treaty of the two, big trade, or troops. ``treaty_and_trade``: any treaty of the two, and big
trade. ``troops``: 500 US troops or more. ``trade``: big trade, and votes near or a shared bloc."""
FAMILIES = ("treaty", "hostility", "bloc", "votes", "trade")
SIGNS = {
    "treaty": ("left",),
    "hostility": ("force", "crisis", "rivalry", "sanctions"),
    "bloc": ("left",),
    "votes": ("kappa", "distance"),
    "trade": ("of_a", "of_b"),
}
"""What each family is made of, in the order of the bits of its signs."""
ACT_SIGNS = ("treaty", "force", "crisis", "rivalry", "sanctions", "bloc")
"""What a government did in a year, in the order of the bits."""
GAINS = ("treaty", "troops", "trade")
"""What a side of a broken tie gained with another power around the break, in the order of bits."""
BREAKS_FROM = (
    "atop", "baci_totals", "blocs", "cow_trade", "defence_facts", "energy", "gsdb", "icb",
    "icb_v16", "icio", "imf_dots", "imts", "itpd", "mid", "mie", "nmc", "rivalries", "troopdata",
    "ucdp", "un_votes_matches", "un_votes_resolutions", "un_votes_voeten", "us_prices",
    "us_troops_reports",
)  # fmt: skip
_PAIR = {
    "a": ("SMALLINT", "COW number of the first state"),
    "b": ("SMALLINT", "COW number of the second state, greater than a"),
    "year": ("SMALLINT", "calendar year"),
}
_LIMITS = {"a": COW, "b": COW, "year": YEAR}
_ORDERED = (("a", "b"),)


def _bits(names: tuple[str, ...]) -> str:
    return ", ".join(f"{1 << k} {name}" for k, name in enumerate(names))


TABLES: tuple[Table, ...] = (
    Table(
        "tie_years",
        "dyad_year",
        ("a", "b", "year"),
        _PAIR
        | {
            "legs": ("UTINYINT", f"what holds the tie in the year itself: {_bits(TIE_LEGS)}; "
                                 "0 where it stood the year before"),
            "warned": ("UTINYINT", "what is known at the end of the year to have begun to give "
                                   f"way in it or the four before: {_bits(FAMILIES)}"),
            "weaker": ("SMALLINT", "COW number of the side with fewer capabilities"),
        },
        BREAKS_FROM,
        limits=_LIMITS | {"legs": (0, 31), "warned": (0, 31), "weaker": COW},
        ordered=_ORDERED,
        presence="year",
    ),
    Table(
        "onsets",
        "dyad_year",
        ("a", "b", "year", "family"),
        _PAIR
        | {
            "family": ("VARCHAR", "kind of evidence that something began to give way"),
            "signs": ("UTINYINT", "bits: " + "; ".join(
                f"{name} {_bits(signs)}" for name, signs in SIGNS.items())),
        },
        BREAKS_FROM,
        limits=_LIMITS | {"signs": (1, 15)},
        words={"family": FAMILIES},
        ordered=_ORDERED,
        presence="year",
    ),
    Table(
        "acts",
        "dyad_year",
        ("a", "b", "year"),
        _PAIR | {"signs": ("UTINYINT", f"what was done in the year: {_bits(ACT_SIGNS)}; rivalry "
                                       "and sanctions where they begin")},
        BREAKS_FROM,
        limits=_LIMITS | {"signs": (1, 63)},
        ordered=_ORDERED,
        presence="year",
    ),
    Table(
        "breaks",
        "dyad_year",
        ("a", "b", "year"),
        _PAIR
        | {
            "by": ("UTINYINT", "families that began in the year or the four before: "
                               f"{_bits(FAMILIES)}"),
            "known": ("SMALLINT", "year at whose end two of them were known, one of them an act"),
        },
        BREAKS_FROM,
        limits=_LIMITS | {"by": (3, 31), "known": YEAR},
        ordered=_ORDERED,
        presence="year",
    ),
    Table(
        "gains",
        "break_side",
        ("target", "partner", "year", "power"),
        {
            "target": ("SMALLINT", "COW number of a side of a broken tie"),
            "partner": ("SMALLINT", "COW number of the other side"),
            "year": ("SMALLINT", "year of the break"),
            "power": ("SMALLINT", "COW number of a third state"),
            "by": ("UTINYINT", "what the target gained with it from two years before the break to "
                               f"four after: {_bits(GAINS)}"),
        },
        BREAKS_FROM,
        limits={"target": COW, "partner": COW, "power": COW, "year": YEAR, "by": (1, 7)},
        presence="year",
    ),
)  # fmt: skip
