"""What the answer rests on, and what it cannot see."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.breaks.kinds import DISPUTES_TO, TREATIES_TO
from daylight.core.said import Caveat
from daylight.wedges.measured.records import Measured
from daylight.wedges.measured.triads import RIVALRIES_TO


def caveats(measured: Measured, year: int) -> Iterator[Caveat]:
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
        "causes: dividers choose where to try. Of fifteen, one or two would stand apart by chance.",
        ("/measured/conditions",),
    )
    yield Caveat(
        "definition",
        "Towards the divider means that the target gained a treaty, 500 US troops or much trade "
        "with it from two years before the break to four after. In most years a state gains "
        "something with some power, so that only the one named beforehand counts.",
        ("/measured/horizons", "/measured/precedents"),
    )
    if year > DISPUTES_TO:
        yield Caveat(
            "coverage",
            f"Disputes are known to {DISPUTES_TO}, treaties to {TREATIES_TO}, rivalries to "
            f"{RIVALRIES_TO} (held as in that year after it): breaks after {TREATIES_TO} are not "
            "in the rates.",
            ("/measured",),
        )
