"""What a tie did at a shock: from its series, and the acts that followed, to a word."""

from __future__ import annotations

from collections.abc import Collection

from daylight.breaks.kinds import ACTS
from daylight.breaks.risk import OUTCOMES_TO
from daylight.endurance.records import Act, Indicator, Verdict

ACTED = 5
"""Years in which an act follows, that of the shock included."""
BY_HALF = 0.5
"""Part of a fall that must be regained."""


def verdict(
    found: Collection[Indicator], acts: Collection[Act], own: str | None, year: int, known: int
) -> tuple[Verdict, str]:
    """Return what the tie did, and why, from its indicators and the acts that followed.

    Parameters
    ----------
    found : collection of Indicator
        ``distance``, ``kappa`` and ``trade``.
    acts : collection of Act
        Those of the year and the four after.
    own : str or None
        Family of the act that the event itself is.
    known : int
        Year at whose end is asked.
    """
    by_name = {one.name: one.verdict for one in found}
    votes = {by_name["distance"], by_name["kappa"]}
    fallen = [name for name, one in by_name.items() if one == "fell"]
    steady = [
        name
        for name, one in (("votes", "held" in votes and "fell" not in votes),
                          ("trade", by_name["trade"] == "held"))
        if one
    ]  # fmt: skip
    done = {act.family: f"{act.family} ({act.year})" for act in reversed(tuple(acts))}
    if own:
        done[own] = f"{own}, the event itself"
    if len(done) >= 2 or (done and fallen):
        what = f"acts: {', '.join(done[name] for name in ACTS if name in done)}"
        return "broke", what + (f"; fell: {', '.join(fallen)}" * bool(fallen))
    if done:
        return "strained", f"one kind of act: {next(iter(done.values()))}; no fall that can be told"
    if fallen:
        what = f"fell: {', '.join(fallen)}; no act"
        dip = next((one for one in found if one.name == "distance" and _dipped(one)), None)
        if dip is None or by_name["trade"] == "fell":
            return "fell", what
        return "dipped and recovered", f"{what}; half of the distance regained within 8 years"
    end = year + ACTED - 1
    if end > min(known, OUTCOMES_TO):
        seen = f"; acts are known to {min(known, OUTCOMES_TO)} only"
        if steady:
            return "held in one dimension", f"{' and '.join(steady)} held{seen}"
        return "cannot tell", f"neither votes nor trade can tell{seen}"
    if len(steady) == 2:
        return "held", "no act, votes and trade held"
    if steady:
        return "held in one dimension", f"no act, {steady[0]} held; the other cannot tell"
    return "cannot tell", "no act; neither votes nor trade can tell"


def _dipped(one: Indicator) -> bool:
    """Return whether a series fell by the whole margin or more, and regained half of it or more."""
    large = one.verdict == "fell" and one.loss is not None and one.loss >= one.margin
    return large and one.regained is not None and one.regained >= BY_HALF
