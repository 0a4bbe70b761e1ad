"""Ties coded by others: treaties, forces, disputes, visits; one module each, listed in TIES."""

from __future__ import annotations

from daylight.build.ties import (
    aid_dependence,
    arms_dependence,
    arms_transfers,
    chinese_finance,
    cosponsorship,
    crises,
    defence_cooperation,
    disputes,
    economic_integration,
    energy_dependence,
    fdi_stock,
    investment_treaty,
    joint_exercises,
    leader_visits,
    nuclear_cooperation,
    rivalry,
    same_side_disputes,
    sanctions,
    shared_rivals,
    trade_agreement,
    trade_agreement_depth,
    us_troops,
    verbal_cooperation,
)
from daylight.build.ties.tie import Made, Tie

TIES: tuple[Tie, ...] = (
    aid_dependence.TIE,
    arms_dependence.TIE,
    arms_transfers.TIE,
    chinese_finance.TIE,
    cosponsorship.TIE,
    crises.TIE,
    defence_cooperation.TIE,
    disputes.TIE,
    economic_integration.TIE,
    energy_dependence.TIE,
    fdi_stock.TIE,
    investment_treaty.TIE,
    joint_exercises.TIE,
    leader_visits.TIE,
    nuclear_cooperation.TIE,
    rivalry.TIE,
    same_side_disputes.TIE,
    sanctions.TIE,
    shared_rivals.TIE,
    trade_agreement.TIE,
    trade_agreement_depth.TIE,
    us_troops.TIE,
    verbal_cooperation.TIE,
)
"""In the order of the measures that read them."""

__all__ = ["TIES", "Made", "Tie"]
