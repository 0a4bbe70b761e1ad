"""The tables of the atlas: what one row is, its key, its columns, and what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daylight.core.choices import known

Unit = Literal[
    "state_spell",
    "state_year",
    "dyad_year",
    "dyad_year_issue",
    "dyad_year_dimension",
    "dimension_measure",
    "year_issue",
    "bloc",
    "bloc_spell",
    "igo_spell",
    "tie_spell",
    "state_year_estimate",
    "row",
]
VoteSet = Literal["all", "final-passage"]
PointKind = Literal["smoothed", "filtered"]
VOTE_SETS: tuple[VoteSet, ...] = ("all", "final-passage")
"""Which roll calls ideal points are estimated from."""
VERSION = 2
"""Version of the table layout; an atlas of another version is refused."""
POSITION_STEP, ARM_STEP = 0.5, 2.0
"""Steps of stored positions and of the arms of their intervals, in points."""
LEVEL_STEP, SD_STEP = 0.05, 0.04
"""Steps of stored latent levels and of their standard deviations."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the atlas.

    Attributes
    ----------
    name : str
    unit : Unit
        What one row is. In dyad tables `a` < `b` by COW number.
    key : tuple of str
        Columns that identify a row.
    columns : dict of str to (str, str)
        DuckDB type and meaning of each column, with units.
    sources : tuple of str
        Sources that it derives from.
    """

    name: str
    unit: Unit
    key: tuple[str, ...]
    columns: dict[str, tuple[str, str]]
    sources: tuple[str, ...]


_DYAD = {
    "a": ("SMALLINT", "COW number of the first state"),
    "b": ("SMALLINT", "COW number of the second state, greater than a"),
    "year": ("SMALLINT", "calendar year"),
}
_PAIRS = ("yy", "ya", "yn", "ay", "aa", "an", "ny", "na", "nn")
_WORD = {"y": "yes", "a": "abstain", "n": "no"}
_COUNTS = {
    p: ("USMALLINT", f"roll calls in which a voted {_WORD[p[0]]} and b {_WORD[p[1]]}")
    for p in _PAIRS
}
VOTE_COUNTS = _PAIRS
_STATUS = ("TINYINT", "0 observed, 1 structural zero, 2 missing, 3 outside coverage")
_VOTES = ("un_votes_voeten", "un_votes_resolutions")
TIE_SOURCES: tuple[str, ...] = (
    "aid",
    "bits",
    "dcad",
    "desta",
    "eia",
    "energy",
    "exercises",
    "fdi",
    "gsdb",
    "icb",
    "icews",
    "leader_visits",
    "mid",
    "nuclear_cooperation",
    "rivalries",
    "sipri_arms",
    "troopdata",
    "un_votes_resolutions",
)
"""Sources of the coded ties, in alphabetical order."""
SUPPLIED: dict[str, str] = {
    "arms_dependence": "sipri_arms",
    "arms_transfers": "sipri_arms",
    "verbal_cooperation": "icews",
}
"""Measures that only an atlas built with a file of the user's own holds, by the source of it."""
_TRADE = ("cow_trade", "itpd", "gdp", "gdp_nominal", "us_prices")
_BLOCS = ("blocs", "igo")
BOND_SOURCES = tuple(
    dict.fromkeys((*_VOTES, "un_votes_matches", "atop", "nmc", *_TRADE, *_BLOCS, *TIE_SOURCES))
)

TABLES: tuple[Table, ...] = (
    Table(
        "states",
        "state_spell",
        ("cow", "start"),
        {
            "cow": ("SMALLINT", "Correlates of War number"),
            "abbr": ("VARCHAR", "Correlates of War abbreviation"),
            "iso3": ("VARCHAR", "ISO 3166 code, null where there is none"),
            "name": ("VARCHAR", "newest short name"),
            "start": ("DATE", "first day in the system"),
            "end": ("DATE", "last day, null while it continues"),
            "gw": ("SMALLINT", "Gleditsch-Ward number of the same state"),
            "lineage": ("VARCHAR", "token shared by states that readers follow as one"),
        },
        ("states",),
    ),
    Table("votes", "dyad_year", ("year", "a", "b"), {**_DYAD, **_COUNTS}, _VOTES),
    Table(
        "issue_votes",
        "dyad_year_issue",
        ("issue", "year", "a", "b"),
        {"issue": ("VARCHAR", "me, nu, di, hr, co, ec: see docs/methods"), **_DYAD, **_COUNTS},
        _VOTES,
    ),
    Table(
        "rollcalls",
        "year_issue",
        ("year", "issue", "universe"),
        {
            "year": ("SMALLINT", "calendar year"),
            "issue": ("VARCHAR", "issue code, or all"),
            "universe": ("VARCHAR", "voeten: all roll calls; un: adopted whole resolutions"),
            "held": ("USMALLINT", "recorded votes"),
            "divided": ("USMALLINT", "of these, not unanimous among yes, abstain and no"),
        },
        _VOTES,
    ),
    Table(
        "ideal_points",
        "state_year_estimate",
        ("votes", "kind", "issue", "year", "cow"),
        {
            "votes": ("VARCHAR", "all: every roll call; final-passage: whole texts adopted"),
            "kind": ("VARCHAR", "smoothed: from all years; filtered: from no later year"),
            "issue": ("VARCHAR", "all, or the votes of the scale: see docs/methods/ideal-points"),
            "cow": ("SMALLINT", "COW number"),
            "year": ("SMALLINT", "calendar year; the last one may be incomplete, see n_votes"),
            "theta": (
                "FLOAT",
                "posterior mean; smoothed, of all votes: pooled sd 1; higher is nearer the US",
            ),
            "sd": ("FLOAT", "posterior standard deviation"),
            "lo": ("FLOAT", "lower end of the 90 % interval"),
            "hi": ("FLOAT", "upper end of the 90 % interval"),
            "rho": (
                "FLOAT",
                "posterior correlation with the state's row before; null for the first row "
                "and for filtered estimates",
            ),
            "n_votes": ("USMALLINT", "the state's votes on items that divided the Assembly"),
        },
        (*_VOTES, "un_votes_matches"),
    ),
    Table(
        "alliances",
        "dyad_year",
        ("year", "a", "b"),
        {
            **_DYAD,
            "ab": (
                "TINYINT",
                "a's promises to b: 1 defence, 2 offence, 4 neutrality, "
                "8 non-aggression, 16 consultation, summed",
            ),
            "ba": ("TINYINT", "b's promises to a, likewise"),
            "ab_narrow": ("TINYINT", "ab without the broad pledges of docs/methods/alliances"),
            "ba_narrow": ("TINYINT", "ba without the broad pledges"),
        },
        ("atop",),
    ),
    Table(
        "capabilities",
        "state_year",
        ("cow", "year"),
        {
            "cow": ("SMALLINT", "COW number"),
            "year": ("SMALLINT", "calendar year"),
            "cinc": ("FLOAT", "Composite Index of National Capability, share of the system"),
        },
        ("nmc",),
    ),
    Table(
        "trade",
        "dyad_year",
        ("year", "a", "b"),
        {
            **_DYAD,
            "dependence_ab": ("FLOAT", "trade with b as a fraction of a's GDP"),
            "dependence_ba": ("FLOAT", "trade with a as a fraction of b's GDP"),
            "share_ab": ("FLOAT", "trade with b as a fraction of a's total trade"),
            "share_ba": ("FLOAT", "trade with a as a fraction of b's total trade"),
            "log_sd_ab": ("FLOAT", "standard deviation of log dependence_ab"),
            "log_sd_ba": ("FLOAT", "standard deviation of log dependence_ba"),
            "log_sd_share": ("FLOAT", "standard deviation of log share_ab and share_ba"),
            "origin": ("TINYINT", "0 COW, 1 ITPD-E levelled to COW, 2 one side each"),
            "status": _STATUS,
        },
        _TRADE,
    ),
    Table(
        "blocs",
        "bloc",
        ("bloc",),
        {
            "bloc": ("VARCHAR", "short name"),
            "name": ("VARCHAR", "full name"),
            "kind": ("VARCHAR", "military, political or economic: its founding purpose"),
            "founded": ("VARCHAR", "date, to the precision known"),
            "ended": ("VARCHAR", "date, null while it exists"),
            "citation": ("VARCHAR", "where this is stated"),
            "note": ("VARCHAR", "remark"),
        },
        ("blocs",),
    ),
    Table(
        "bloc_spells",
        "bloc_spell",
        ("bloc", "cow", "start"),
        {
            "bloc": ("VARCHAR", "short name"),
            "cow": ("SMALLINT", "COW number of the member"),
            "start": ("DATE", "first day; the first possible day where only a year is known"),
            "end": ("DATE", "first day after the spell; null while it lasts"),
            "status": ("VARCHAR", "full, observer, partner, candidate or suspended"),
            "confirmed": ("VARCHAR", "page, cross or unconfirmed: how the row was checked"),
            "citation": ("VARCHAR", "where the row is stated"),
            "note": ("VARCHAR", "remark"),
        },
        ("blocs",),
    ),
    Table(
        "igo_members",
        "igo_spell",
        ("igo", "cow", "start"),
        {
            "igo": ("VARCHAR", "short name of the organisation in COW IGO"),
            "cow": ("SMALLINT", "COW number of the full member"),
            "start": ("SMALLINT", "first year of full membership"),
            "end": ("SMALLINT", "last year of it, or of the source"),
        },
        ("igo",),
    ),
    Table(
        "regimes",
        "state_year",
        ("cow", "year"),
        {
            "cow": ("SMALLINT", "COW number"),
            "year": ("SMALLINT", "calendar year"),
            "polyarchy": ("FLOAT", "V-Dem electoral democracy index, 0 to 1"),
        },
        ("regimes",),
    ),
    Table(
        "ties",
        "tie_spell",
        ("measure", "cow", "partner", "start"),
        {
            "measure": ("VARCHAR", "measure that the tie belongs to"),
            "cow": ("SMALLINT", "COW number; of the holder where the measure is directed"),
            "partner": ("SMALLINT", "COW number of the other side"),
            "start": ("SMALLINT", "first year with this value"),
            "end": ("SMALLINT", "last year with this value"),
            "value": ("FLOAT", "value in the unit of the measure; null where it is not known"),
        },
        TIE_SOURCES,
    ),
    Table(
        "tie_cover",
        "tie_spell",
        ("measure", "cow", "partner", "start"),
        {
            "measure": ("VARCHAR", "measure"),
            "cow": ("SMALLINT", "COW number; 0 for every state"),
            "partner": ("SMALLINT", "COW number of the other side; 0 for every state"),
            "start": ("SMALLINT", "first year in which a pair without a row has no tie"),
            "end": ("SMALLINT", "last year of that"),
        },
        TIE_SOURCES,
    ),
    Table(
        "bonds",
        "dyad_year_dimension",
        ("dimension", "a", "b", "year"),
        {
            "dimension": ("VARCHAR", "military, political, economic or overall"),
            **_DYAD,
            "value": ("UTINYINT", "position among all dyads of the year, half points"),
            "below": ("UTINYINT", "value to lower end of the 90 % interval, two points, up"),
            "above": ("UTINYINT", "value to upper end of the 90 % interval, two points, up"),
        },
        BOND_SOURCES,
    ),
    Table(
        "levels",
        "dyad_year_dimension",
        ("dimension", "a", "b", "year"),
        {
            "dimension": ("VARCHAR", "military, political or economic"),
            **_DYAD,
            "level": ("TINYINT", "latent level from no later year, steps of 0.05 sd"),
            "sd": ("TINYINT", "its standard deviation, steps of 0.04, rounded up"),
        },
        BOND_SOURCES,
    ),
    Table(
        "loadings",
        "dimension_measure",
        ("dimension", "measure"),
        {
            "dimension": ("VARCHAR", "military, political or economic"),
            "measure": ("VARCHAR", "component"),
            "loading": ("FLOAT", "change of its probit for each sd of the latent level"),
            "communality": ("FLOAT", "share of its variation that the level carries"),
            "categories": ("TINYINT", "ordered categories that it was cut into"),
            "steadiness": ("FLOAT", "correlation of the level with itself a year later"),
            "strain": ("FLOAT", "factor by which intervals were widened, 1 for none"),
            "converged": ("BOOLEAN", "whether the fit of the dimension converged"),
        },
        BOND_SOURCES,
    ),
    Table(
        "coverage",
        "row",
        ("measure",),
        {
            "measure": ("VARCHAR", "measure or bond dimension"),
            "start": ("SMALLINT", "first covered year"),
            "end": ("SMALLINT", "last covered year"),
        },
        (),
    ),
    Table(
        "holes",
        "row",
        ("table", "cow", "partner", "start", "reason"),
        {
            "table": ("VARCHAR", "table that has the hole"),
            "cow": ("SMALLINT", "COW number"),
            "partner": ("SMALLINT", "COW number of the other side, 0 for all"),
            "start": ("SMALLINT", "first year of the hole"),
            "end": ("SMALLINT", "last year of the hole"),
            "reason": ("VARCHAR", "why nothing is observed"),
        },
        ("cow_trade", "igo"),
    ),
    Table(
        "issues",
        "row",
        ("source", "text"),
        {
            "source": ("VARCHAR", "source"),
            "severity": ("VARCHAR", "note: handled as declared; warning: know this"),
            "rows": ("INTEGER", "rows concerned"),
            "text": ("VARCHAR", "what was noticed"),
        },
        (),
    ),
)


def table(name: str) -> Table:
    """Return the definition of a table.

    Raises
    ------
    UnknownName
        With near names.
    """
    known(name, [t.name for t in TABLES], "table", "daylight atlas info")
    return next(t for t in TABLES if t.name == name)
