"""What is measured of blocs by year, and what went along with joining one."""

from __future__ import annotations

from daylight.store.schemas.ledgers import LEDGERS_FROM, RELATIONSHIP_FROM
from daylight.store.schemas.table import COW, YEAR, Table
from daylight.store.schemas.trade import FLOWS, SIZES

MEASURES = {
    "members": "members with a seat in the system",
    "hub_share": "largest part of all leaning among members that is on one of them, cow",
    "military_hub": "military pull of the hubs together on the others, mean",
    "military_outside": "military pull of all outsiders together, mean; cow has most",
    "political_hub": "place of the nearest hub among all states, mean",
    "political_outside": "place of cow, the outsider with most pull, mean",
    "economic_hub": "part of trade that is with the hubs, mean",
    "economic_outside": "part of trade that is with outsiders, mean; cow has most",
    "agreement": "part of votes in the UN that two members cast alike, three years",
    "excess": "the same less that of any two states",
    "distance": "mean distance of members' ideal points",
    "inside_share": "part of members' trade that is with members",
    "inside_ratio": "trade with members over trade with outsiders, each against what is expected",
}
"""What the rows of `bloc_years` hold."""
OUTCOMES = ("trade", "votes")
_VOTES = ("un_votes_resolutions", "un_votes_voeten")
_MOST = 100_000.0
_ENDS = dict.fromkeys(("value", "lo", "hi"), (-_MOST, _MOST))
TABLES: tuple[Table, ...] = (
    Table(
        "bloc_years",
        "bloc_year",
        ("bloc", "year", "what"),
        {
            "bloc": ("VARCHAR", "short name"),
            "year": ("SMALLINT", "calendar year; members are those at its end"),
            "what": ("VARCHAR", "; ".join(f"{k}: {text}" for k, text in MEASURES.items())),
            "value": ("FLOAT", "parts of one, ideal points, a ratio or a count"),
            "lo": ("FLOAT", "lower end of the 90 % interval; null where there is none"),
            "hi": ("FLOAT", "upper end, likewise"),
            "cow": ("SMALLINT", "COW number of the state that it is of, null where of none"),
        },
        tuple(sorted({*LEDGERS_FROM, *RELATIONSHIP_FROM, "nmc"})),
        limits={"year": YEAR, "cow": COW} | _ENDS,
        words={"what": tuple(MEASURES)},
        may_lack=("lo", "hi", "cow"),
        ordered=(("lo", "value", "hi"),),
    ),
    Table(
        "bloc_joining",
        "joining",
        ("bloc", "outcome", "cow", "year"),
        {
            "bloc": ("VARCHAR", "short name"),
            "outcome": ("VARCHAR", "votes alike with members, or part of trade with each: means"),
            "cow": ("SMALLINT", "today's COW number of a state that joined after the founding"),
            "year": ("SMALLINT", "year in which it joined"),
            "before": ("FLOAT", "mean of the five years before"),
            "after": ("FLOAT", "mean of the five years after"),
            "like_before": ("FLOAT", "the same of five states outside that were nearest before"),
            "like_after": ("FLOAT", "the same after"),
        },
        tuple(sorted({"blocs", *_VOTES, *FLOWS, *SIZES})),
        limits={"cow": COW, "year": YEAR}
        | dict.fromkeys(("before", "after", "like_before", "like_after"), (0.0, 1.0)),
        words={"outcome": OUTCOMES},
    ),
)
