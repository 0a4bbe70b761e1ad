"""Measures of a pair of states in a year: one module each, listed in :data:`MEASURES`."""

from __future__ import annotations

from daylight.core.choices import known
from daylight.measures import (
    alliance_any,
    alliance_defense,
    alliance_kappa,
    alliance_kappa_narrow,
    alliance_kappa_valued,
    alliance_obligation,
    alliance_obligation_narrow,
    alliance_pi,
    alliance_s,
    alliance_s_squared,
    alliance_s_weighted,
    ideal_point_gap,
    ideal_point_gap_filtered,
    shared_blocs,
    shared_economic_blocs,
    shared_military_blocs,
    shared_political_blocs,
    trade_asymmetry,
    trade_dependence,
    trade_share,
    vote_agreement,
    vote_agreement_half,
    vote_kappa,
    vote_kappa_absolute,
    vote_kappa_nominal,
    vote_pi,
    vote_pi_absolute,
    vote_s,
    vote_s_squared,
)
from daylight.measures.measure import Measure

MEASURES: tuple[Measure, ...] = (
    vote_agreement.MEASURE,
    vote_agreement_half.MEASURE,
    vote_kappa.MEASURE,
    vote_kappa_absolute.MEASURE,
    vote_kappa_nominal.MEASURE,
    vote_pi.MEASURE,
    vote_pi_absolute.MEASURE,
    vote_s.MEASURE,
    vote_s_squared.MEASURE,
    ideal_point_gap.MEASURE,
    ideal_point_gap_filtered.MEASURE,
    alliance_obligation.MEASURE,
    alliance_obligation_narrow.MEASURE,
    alliance_any.MEASURE,
    alliance_defense.MEASURE,
    alliance_s.MEASURE,
    alliance_s_squared.MEASURE,
    alliance_s_weighted.MEASURE,
    alliance_kappa.MEASURE,
    alliance_kappa_narrow.MEASURE,
    alliance_kappa_valued.MEASURE,
    alliance_pi.MEASURE,
    trade_dependence.MEASURE,
    trade_share.MEASURE,
    trade_asymmetry.MEASURE,
    shared_blocs.MEASURE,
    shared_military_blocs.MEASURE,
    shared_political_blocs.MEASURE,
    shared_economic_blocs.MEASURE,
)


def measure(name: str) -> Measure:
    """Return the measure of this name.

    Raises
    ------
    UnknownName
        With near names.
    """
    known(name, [m.name for m in MEASURES], "measure", "daylight panel --list")
    return next(m for m in MEASURES if m.name == name)
