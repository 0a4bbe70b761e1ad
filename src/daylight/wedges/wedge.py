"""The question what it would take for an outside power to pull two states apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from daylight.core.errors import BadInput, OutsideCoverage
from daylight.core.lazy import load
from daylight.core.lineages import lineage_of
from daylight.core.refs import in_text
from daylight.core.request import Request, Who, dated, request
from daylight.pulls.pulls import TABLES as PULLS
from daylight.store.atlas import Atlas, current
from daylight.store.notes import of_tables, source_notes
from daylight.wedges.assumed.records import Assumed
from daylight.wedges.caveats import caveats
from daylight.wedges.measured.measure import measure
from daylight.wedges.measured.records import Measured
from daylight.wedges.records import Divider, Wedge
from daylight.wedges.tried.records import Tried
from daylight.wedges.tried.tried import side_of, tried
from daylight.wedges.view import VIEW
from daylight.wedges.words import summary

FULL = "full"
BLOC = "divider"
"""Option that holds the id of a bloc as divider; a state stands in the request itself."""


@dated
def wedge(
    target: Who,
    partner: Who,
    divider: Who | None = None,
    as_of: str | int | date | None = None,
    scenario: str | Path | None = None,
    atlas: Atlas | None = None,
) -> Wedge:
    """Say what it would take for a divider to pull a target away from its partner.

    Three answers stand side by side and are never averaged: how often such ties broke (measured),
    what was tried (a list of attempts), and what would have to be true (your assumptions).

    Parameters
    ----------
    target, partner : str, int or State
        Names, codes or COW numbers. The target is who is to be drawn away.
    divider : str, int or State
        The outside power: a state, or a bloc by its id, such as EU.
    as_of : str, int or date, optional
        Date to answer for; the newest by default. Nothing of later is looked at.
    scenario : str or Path, optional
        A YAML file with offers, threats and how likely each is kept.

    Raises
    ------
    BadInput
        Without a divider, and for a fault of the scenario, with its line and field.
    UnknownState, StateNotThen, SameState, OutsideCoverage
        See :mod:`daylight.core.errors`.
    """
    if divider is None:
        raise BadInput(
            "wedge needs an outside power that would pull the two apart; name it with "
            "--divider, as in --divider USA."
        )
    atlas = atlas or current()
    bloc = _bloc(atlas, divider)
    options = {BLOC: bloc, "scenario": None if scenario is None else str(scenario)}
    power = None if bloc else divider
    asked = request("wedge", (target, partner), as_of, atlas.scope, power, options)
    if bloc:
        _outside(asked, atlas, bloc)
    return ask(asked, atlas)


def ask(asked: Request, atlas: Atlas) -> Wedge:
    """Answer a request about a target and its partner, with a divider."""
    divider = _divider(asked, atlas)
    target, partner = asked.states
    measured = measure(atlas, asked, asked.divider, divider.name)
    side = side_of(measured.position.side, measured.conditions)
    before = tried(atlas, (target, partner), asked.divider, divider.bloc, side, asked.as_of)
    file = asked.options.get("scenario")
    assumed, anchor = (None, None) if file is None else _assumed(Path(file), measured)
    return Wedge(
        request=asked,
        answer=summary(asked, measured, before, assumed, anchor),
        divider=divider,
        measured=measured,
        tried=before,
        assumed=assumed,
        anchor=anchor,
        caveats=tuple(caveats(measured, asked.year, divider, before)),
        sources=source_notes(atlas, _supports(before, assumed), asked.year),
        view=VIEW,
    )


def _assumed(file: Path, measured: Measured) -> tuple[Assumed, str | None]:
    """Return what follows from a scenario, and of what the frequency is that it is held to.

    That is how often ties of this standing broke, whoever the divider, and of quiet ones those with
    as many democracies if any of these did; where the standing has no rate, how often those in
    this position did.
    """
    scenario = load("daylight.wedges.assumed.scenario:read")(file)
    years = str(scenario.within)
    rate, of = measured.by_democracies.get(years), "quiet ties with as many democracies"
    if rate is None or not rate.events:
        rate = measured.any_tie.get(years)
        of = f"{measured.position.tie.quiet_or_warned} ties as a whole"
    if rate is None and years in measured.horizons:
        rate, of = measured.horizons[years].broke, "ties in this position"
    base = None
    if rate is not None and rate.value is not None:
        base = (rate.value, rate.lo, rate.hi)
    found: Assumed = load("daylight.wedges.assumed.assume:assume")(scenario, base)
    return found, of if base else None


def _bloc(atlas: Atlas, divider: Who) -> str | None:
    """Return the id of the bloc that a text names, or None."""
    if not isinstance(divider, str):
        return None
    # Names of others may be codes of states: AU is Australia, NAM Namibia.
    names = atlas.rows("blocs", "ties IS DISTINCT FROM 'no'", columns=("bloc",))["bloc"].tolist()
    return next((name for name in names if name.casefold() == divider.strip().casefold()), None)


def _outside(asked: Request, atlas: Atlas, bloc: str) -> None:
    """Raise unless a bloc had members on the day, and neither state was one of them."""
    where = 'bloc = ? AND "start" <= ? AND ("end" IS NULL OR "end" > ?)'
    values = (bloc, asked.as_of, asked.as_of)
    spells = atlas.rows("bloc_spells", where, values, ("cow", "status"))
    if not len(spells["cow"]):
        raise OutsideCoverage(f"{bloc} has no members on {asked.as_of}; name a later date.")
    full = spells["cow"][spells["status"].astype(str) == FULL].tolist()
    inside = [s.name for s in asked.states if lineage_of(s.cow) in {lineage_of(c) for c in full}]
    if inside:
        raise BadInput(
            f"{' and '.join(inside)} belonged to {bloc} on {asked.as_of}; a divider stands outside "
            "the two. Name another."
        )


def _divider(asked: Request, atlas: Atlas) -> Divider:
    if asked.divider is not None:
        return Divider(in_text(asked.divider.name), None)
    bloc = str(asked.options[BLOC])
    return Divider(f"the {bloc}", bloc)


def _supports(before: Tried, assumed: Assumed | None) -> dict[str, tuple[str, ...]]:
    """Return the sources of each part that there is."""
    ties = of_tables("tie_years", "onsets", "breaks", "gains")
    regimes = of_tables("tie_years", "onsets", "breaks", "regimes")
    states = of_tables("ideal_points", "regimes", "successions", "capabilities", "ledger_items")
    measured = ("position", "horizons", "any_tie", "alike", "precedents")
    tried_ = ("count", "nearest", "rate", "offers", "bounds")
    contest = of_tables("recognition_spells", "recognition_switches")
    return {
        **{f"/measured/{name}": ties for name in measured},
        "/measured/by_democracies": regimes,
        "/measured/conditions": (*ties, *states, "rivalries", "gsdb"),
        "/measured/leans": of_tables("ledgers", "ledger_items", "dated_facts"),
        "/measured/pulls": of_tables(*PULLS, "bloc_spells"),
        **{f"/tried/{name}": of_tables("attempts") for name in tried_},
        **({"/tried/contest": contest} if before.contest else {}),
        **({"/assumed/base": tuple(dict.fromkeys((*ties, *regimes)))} if assumed else {}),
    }
