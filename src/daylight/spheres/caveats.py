"""What limits an answer about a sphere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daylight.breaks.kinds import TREATIES_TO
from daylight.core.request import Request
from daylight.core.said import Caveat
from daylight.say.lines import counted
from daylight.spheres.records import Drawn


def caveats(
    asked: Request, drawn: Sequence[Drawn], strength_of: int, *, together: bool, is_power: bool
) -> Iterator[Caveat]:
    """Return what is not known, what is carried, and what the words mean."""
    year = asked.year
    yield Caveat(
        "definition",
        "A sphere here is what data of pulls show, and no claim of rights or of control: states "
        "may be drawn by trade alone, or vote alike without being led. Where the lines are drawn "
        "is a choice (docs/methods/spheres).",
        ("/states",),
    )
    if year > TREATIES_TO:
        yield Caveat(
            "coverage",
            f"Treaties are known to {TREATIES_TO}; later promises are carried on, with the chance "
            "that they hold, but for blocs and dated facts. Arms count by class of supplier.",
            ("/states",),
        )
    if year > strength_of:
        yield Caveat(
            "coverage",
            f"Capabilities are those of {strength_of}, the last year of their source.",
            ("/states",),
        )
    late = [one for one in drawn if one.trade_of is not None and one.trade_of < year]
    none = [one for one in drawn if one.trade_of is None]
    parts = [f"of {counted(len(late), 'state')} trade is of a year before"] if late else []
    parts += [f"of {counted(len(none), 'state')} it is not known by partner"] if none else []
    if parts:
        yield Caveat("coverage", f"Trade of {year}: {'; '.join(parts)}.", ("/states",))
    if together:
        yield Caveat(
            "model",
            "Communities are found over all years at once, later ones too, and hang on a choice of "
            "what is expected (docs/methods/communities): they are no part of what was known then.",
            ("/community",),
        )
    if not is_power:
        yield Caveat(
            "definition",
            f"{asked.a.name} is no power by the rule used here (five leads by arms or by trade): "
            "its place in politics is set against those that are.",
            ("/is_power", "/powers"),
        )
