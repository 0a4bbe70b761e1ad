"""The question what it would take for an outside power to pull two states apart."""

from __future__ import annotations

from datetime import date

from daylight.core.errors import BadInput
from daylight.core.refs import in_text
from daylight.core.request import Request, Who, dated, request
from daylight.store.atlas import Atlas, current
from daylight.store.notes import of_tables, source_notes
from daylight.wedges.caveats import caveats
from daylight.wedges.measured.measure import measure
from daylight.wedges.records import Divider, Wedge
from daylight.wedges.view import VIEW
from daylight.wedges.words import summary


@dated
def wedge(
    target: Who,
    partner: Who,
    divider: Who | None = None,
    as_of: str | int | date | None = None,
    atlas: Atlas | None = None,
) -> Wedge:
    """Say what it would take for a divider to pull a target away from its partner.

    Three answers stand side by side and are never averaged: how often such ties broke, what was
    tried, and what would have to be true.

    Parameters
    ----------
    target, partner : str, int or State
        Names, codes or COW numbers. The target is who is to be drawn away.
    divider : str, int or State
        The outside power.
    as_of : str, int or date, optional
        Date to answer for; the newest by default. Nothing of later is looked at.

    Raises
    ------
    BadInput
        Without a divider.
    UnknownState, StateNotThen, SameState, OutsideCoverage
        See :mod:`daylight.core.errors`.
    """
    if divider is None:
        raise BadInput(
            "wedge needs an outside power that would pull the two apart; name it with "
            "--divider, as in --divider USA."
        )
    atlas = atlas or current()
    return ask(request("wedge", (target, partner), as_of, atlas.scope, divider), atlas)


def ask(asked: Request, atlas: Atlas) -> Wedge:
    """Answer a request about a target, its partner and a divider."""
    power = asked.divider
    assert power is not None, "asked only with a divider"
    divider = Divider(in_text(power.name), None)
    measured = measure(atlas, asked, power, divider.name)
    return Wedge(
        request=asked,
        answer=summary(asked, divider, measured),
        divider=divider,
        measured=measured,
        caveats=tuple(caveats(measured, asked.year)),
        sources=source_notes(atlas, _supports(), asked.year),
        view=VIEW,
    )


def _supports() -> dict[str, tuple[str, ...]]:
    ties = of_tables("tie_years", "onsets", "breaks", "gains")
    conditions = (*ties, *of_tables("ideal_points", "regimes", "capabilities", "ledger_items"))
    return {
        **dict.fromkeys(("/measured/position", "/measured/horizons", "/measured/wider"), ties),
        **dict.fromkeys(("/measured/any_tie", "/measured/alike", "/measured/precedents"), ties),
        "/measured/conditions": (*conditions, "rivalries", "gsdb"),
        "/measured/leans": of_tables("ledgers", "ledger_items", "dated_facts"),
    }
