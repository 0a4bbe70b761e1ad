"""The question which ties of a state, or friends of a partner, stand most exposed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from daylight.breaks.kinds import TREATIES_TO
from daylight.core.choices import one_of
from daylight.core.errors import BadInput
from daylight.core.refs import in_text
from daylight.core.request import Request, Who, dated, request
from daylight.core.said import Caveat, Finding, Summary
from daylight.endurance.rate_words import rate_text
from daylight.exposures.records import Exposed, Exposure, Group
from daylight.exposures.scan import scan
from daylight.exposures.view import VIEW
from daylight.say.lines import capital, counted, listed
from daylight.store.atlas import Atlas, current
from daylight.store.notes import of_tables, source_notes

ROLES = ("target", "partner")
TOLD = "4"
NAMED = 5


@dated
def exposure(
    state: Who | None = None,
    divider: Who | None = None,
    as_of: str | int | date | None = None,
    partner: Who | None = None,
    role: str | None = None,
    atlas: Atlas | None = None,
) -> Exposure:
    """Return the ties of a state in the order of what is known to have given way in them.

    Parameters
    ----------
    state : str, int or State, optional
        Whose ties; it is the target of every one unless `role` says otherwise.
    divider : str, int or State
        The outside power.
    as_of : str, int or date, optional
        Date to answer for; the newest by default.
    partner : str, int or State, optional
        In place of `state`: whose friends are looked at, each as a target.
    role : {"target", "partner"}, optional
        What `state` is in every tie.

    Raises
    ------
    BadInput
        Without a divider, with both or neither of `state` and `partner`, or an unknown role.
    UnknownState, StateNotThen, SameState, OutsideCoverage
        See :mod:`daylight.core.errors`.
    """
    if divider is None:
        raise BadInput("exposure needs an outside power; name it with --divider, as in USA.")
    if partner is not None and role == "target":
        raise BadInput("Friends of --partner are targets; leave out --role target.")
    if (state is None) == (partner is None):
        raise BadInput("Name one state: whose ties are looked at, or with --partner whose friends.")
    chosen = "partner" if partner is not None else one_of(role or "target", ROLES, "role")
    atlas = atlas or current()
    who = partner if state is None else state
    assert who is not None
    options = {"role": chosen if chosen == "partner" else None}
    asked = request("exposure", (who,), as_of, atlas.scope, divider, options)
    return ask(asked, atlas)


def ask(asked: Request, atlas: Atlas) -> Exposure:
    """Answer a request about a state, with a divider."""
    power = asked.divider
    assert power is not None, "asked only with a divider"
    role = asked.options.get("role", "target")
    groups, found = scan(atlas, asked, power, role)
    ties = of_tables("tie_years", "onsets", "breaks", "gains")
    states = of_tables("ideal_points", "capabilities", "ledger_items", "regimes", "successions")
    every = (*ties, *states, "rivalries", "gsdb")
    return Exposure(
        request=asked,
        answer=_summary(asked, role, groups, found),
        role=role,
        groups=groups,
        scan=found,
        caveats=tuple(_caveats(asked.year)),
        sources=source_notes(atlas, {"/groups": ties, "/scan": every}, asked.year),
        view=VIEW,
    )


def _summary(
    asked: Request, role: str, groups: Sequence[Group], found: Sequence[Exposed]
) -> Summary:
    name, year = in_text(asked.states[0].name), asked.year
    whose = f"of {name}" if role == "target" else f"between {name} and its friends"
    if not found:
        text = f"No tie {whose} that could break is known in {year}"
        return Summary(f"{text}.", (Finding("scan", text, ("/scan",)),))
    parts = [_group_text(group, role, found) for group in groups]
    parts[0] = f"of {counted(len(found), 'tie')} {whose}, {parts[0]}"
    said = tuple(
        Finding("group", capital(text), _evidence(k, group))
        for k, (text, group) in enumerate(zip(parts, groups, strict=True))
    )
    return Summary(f"{said[0].text}.", said)


def _evidence(k: int, group: Group) -> tuple[str, ...]:
    told = [f"/groups/{k}/{name}/{TOLD}" for name in ("broke", "gained")
            if TOLD in getattr(group, name)]  # fmt: skip
    return (f"/groups/{k}/standing", f"/groups/{k}/count", *told)


def _group_text(group: Group, role: str, found: Sequence[Exposed]) -> str:
    others = [
        in_text(one.partner.name if role == "target" else one.target.name)
        for one in found
        if one.group == group.group
    ]
    more = [f"{len(others) - NAMED} more"] if len(others) > NAMED else []
    verb = "stands" if len(others) == 1 else "stand"
    text = f"{len(others)} {STANDS[group.standing].format(verb)}: "
    text += listed([*others[:NAMED], *more])
    if TOLD in group.broke:
        text += f"; of such ties {rate_text(group.broke[TOLD])} broke within {TOLD} years"
    if TOLD in group.gained:
        text += f", {rate_text(group.gained[TOLD])} with a gain seen with that power"
    return text


STANDS = {
    "warned": "{} warned, since something is known to have given way",
    "cannot be called quiet": "cannot be called quiet, since the lists of acts have ended",
    "young": "{} young, with no rate",
    "broke lately": "broke within the last eight years, after which no break is dated",
    "quiet": "{} quiet",
}


def _caveats(year: int) -> Iterator[Caveat]:
    yield Caveat(
        "model",
        "Ties of one group cannot be told apart with what is shown. Within a group the list is in "
        "the order of distance in votes, which says nothing of the chance. A warned tie is riskier "
        "mostly by arithmetic.",
        ("/scan",),
    )
    yield Caveat(
        "definition",
        "A pact of many alone is no tie: another treaty, trade, or troops must stand beside it. "
        "Distances are of positions in UN votes, in standard deviations; trade is the part of the "
        "target's that is with the partner.",
        ("/scan",),
    )
    if year > TREATIES_TO:
        yield Caveat(
            "coverage",
            f"Treaties are known to {TREATIES_TO}: ties that only a later one holds are not in the "
            "list.",
            ("/scan",),
        )
