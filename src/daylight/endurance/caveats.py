"""What the answer rests on, and what it cannot see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from daylight.breaks.democracies import DEMOCRATIC
from daylight.breaks.kinds import (
    CRISES_TO,
    DISPUTES_TO,
    SANCTIONS_TO,
    TRADE_TO,
    TREATIES_TO,
)
from daylight.core.said import Caveat
from daylight.endurance.judged import ACTED
from daylight.endurance.measured import BEFORE
from daylight.endurance.records import Hazard, Shock, State
from daylight.endurance.shocks.listed import Origin
from daylight.endurance.words import BY_ARITHMETIC, LITTLE_POWER
from daylight.say.lines import listed
from daylight.say.numbers import fixed


def caveats(now: State, tests: Sequence[Shock], hazard: Hazard, year: int) -> Iterator[Caveat]:
    """Say what limits the answer."""
    yield Caveat(
        "model",
        "A break needs an act of a government (a treaty ended before its term, hostility, a bloc "
        "left) and one more kind of evidence within five years. The rule finds about half of the "
        "breaks in textbooks, and about three in ten that it finds are none to a reader who judged "
        "them without the signs. It never says who left whom.",
        ("/hazard", "/breaks"),
    )
    if now.quiet_or_warned == "warned":
        yield Caveat("model", BY_ARITHMETIC, ("/hazard",))
    if hazard["by_democracies"]:
        yield Caveat(
            "definition",
            f"A democracy is a state whose index of electoral democracy (V-Dem) was "
            f"{fixed(DEMOCRATIC, 1)} or more in the year before. Experts code it who know what "
            f"came. That two democracies seldom part is what was counted, and no cause.",
            ("/hazard/by_democracies", "/hazard/by_democracies_since_1992"),
        )
    if year > DISPUTES_TO:
        yield Caveat("coverage", _ends(year), ("/state", "/shocks"))
    if tests:
        yield Caveat("model", LITTLE_POWER, ("/shocks", "/counts"))
        if _overlap(tests):
            text = (
                f"Verdicts look at the {BEFORE} years before an event and the {ACTED - 1} after. "
                f"Events less than {BEFORE + ACTED} years apart share some of them, so that one "
                f"change is told for several."
            )
            yield Caveat("definition", text, ("/shocks", "/counts"))
        yield Caveat(
            "data",
            "The events are chosen by hand towards well-known ones, beside those that data sets "
            "date. They are no sample: no rate may be made of them.",
            ("/shocks",),
        )


def missing(origins: Sequence[Origin]) -> Iterator[Caveat]:
    """Say which events an older atlas cannot tell."""
    if origins:
        what = listed(origin.what for origin in origins)
        text = (
            f"The atlas in use is older than this Daylight and cannot tell {what}, so that "
            f"none of these is among the events; rebuild it with `daylight atlas build`."
        )
        yield Caveat("coverage", text, ("/shocks", "/counts"))


def _ends(year: int) -> str:
    """Say which lists have ended by a year."""
    ends = (
        ("disputes", DISPUTES_TO),
        ("treaties", TREATIES_TO),
        ("crises", CRISES_TO),
        ("sanctions and trade of most pairs", max(SANCTIONS_TO, TRADE_TO)),
    )
    gone = ", ".join(f"{name} to {end}" for name, end in ends if end < year)
    return f"Known are {gone}. What gave way later is not seen in them."


def _overlap(tests: Sequence[Shock]) -> bool:
    """Return whether two judged events are so near that they share years."""
    years = [shock.date.year for shock in tests if shock.evidence]
    return any(later - year < BEFORE + ACTED for year, later in pairwise(years))
