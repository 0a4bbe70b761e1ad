"""What the answer rests on, and what it cannot see."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.breaks.kinds import DISPUTES_TO, TREATIES_TO
from daylight.core.said import Caveat
from daylight.endurance.shocks.rivals import KNOWN_TO as RIVALRIES_TO
from daylight.wedges.measured.marks import CONDITIONS
from daylight.wedges.measured.records import Measured
from daylight.wedges.records import Divider
from daylight.wedges.tried.records import Tried


def caveats(measured: Measured, year: int, divider: Divider, before: Tried) -> Iterator[Caveat]:
    """Say what limits the answer."""
    yield Caveat(
        "model",
        "What is measured, what was tried and what you assume are three answers; they are never "
        "averaged. Rates are of ties that broke, for whatever reason: no table records every "
        "attempt to part two states, so that a rate is not that of success.",
        ("/measured/horizons",),
    )
    yield Caveat(
        "model",
        "Ratios are of one condition at a time among all ties with the target on this side, and no "
        "causes: dividers choose where to try. That something gave way, and that there is a "
        "treaty, raise the ratio mostly by the rule of breaks itself. Of "
        f"{len(CONDITIONS)}, one or two would stand apart by chance.",
        ("/measured/conditions",),
    )
    yield Caveat(
        "definition",
        "A gain with the divider is a treaty, 500 US troops or much trade from two years before "
        "the break to four after. Aid, arms and the troops of others are not seen, and trade often "
        "not before 1990: what is seen is the least that there was. In most years a state gains "
        "something with some power, so that only the one named beforehand counts.",
        ("/measured/horizons", "/measured/precedents"),
    )
    if measured.precedents:
        yield Caveat(
            "model",
            "About three in ten breaks by the rule are none to a reader who judged them without "
            "the signs, and some that books name are not among them.",
            ("/measured/precedents", "/measured/horizons"),
        )
    yield Caveat(
        "data",
        "Attempts are on the list because somebody noticed them, and failures were sought on "
        "purpose: a share of successes is of the search, not of the world. One reader coded them, "
        "so that each share is told as it would be with every doubtful outcome turned both ways.",
        ("/tried/rate", "/tried/nearest"),
    )
    recalled = sum(one.checked == "recalled" for one in before.offers)
    recalled += sum(one.attempt.checked == "recalled" for one in before.nearest)
    if recalled:
        yield Caveat(
            "data",
            f"{recalled} of the attempts shown were only recalled, and not seen on a page.",
            ("/tried/nearest", "/tried/offers"),
        )
    if divider.bloc is not None:
        yield Caveat(
            "definition",
            "The divider is a bloc: its attempts are looked up, and how its members together draw "
            "each side is measured; no rate or condition is of it.",
            ("/measured",),
        )
    quantities = [q for one in measured.pulls for q in (one.military, one.political, one.economic)]
    if any(q.status == "carried" for q in quantities):
        yield Caveat(
            "coverage",
            f"How each side is drawn in {year} rests in part on values carried past the end of "
            "their source, on capabilities and on trade of earlier years; the intervals hold it.",
            ("/measured/pulls",),
        )
    if year > DISPUTES_TO:
        yield Caveat(
            "coverage",
            f"Disputes are known to {DISPUTES_TO}, treaties to {TREATIES_TO}, rivalries to "
            f"{RIVALRIES_TO} (held as in that year after it): breaks after {TREATIES_TO} are not "
            "in the rates.",
            ("/measured",),
        )
