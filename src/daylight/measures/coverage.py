"""Which years of a measure an atlas covers, and why there are none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from daylight import measures
from daylight.core.errors import AtlasTooOld, OutsideCoverage
from daylight.measures.measure import Span, World
from daylight.measures.of_states import STATE_MEASURES

if TYPE_CHECKING:
    from daylight.store.atlas import Atlas


def covered(atlas: Atlas, name: str) -> Span:
    """Return the first and last year of a measure that an atlas covers.

    Raises
    ------
    OutsideCoverage
        When the measure is made from a file of the user's own and the atlas was built
        without one.
    AtlasTooOld
        When the atlas was built before there was such a measure, or what it is worked out from.
    """
    spec = measures.measure(name)
    if spec.span is not None:
        return spec.span(atlas)
    source = spec.supplied
    if source is not None and name not in atlas.spans():
        raise OutsideCoverage(
            f"The atlas at {atlas.folder} does not hold {name}: its source, {source}, may "
            f"not be passed on. Get it yourself (`daylight sources show {source}` says "
            f"how), then `daylight atlas build --with {source}=PATH`."
        )
    return atlas.coverage(name)


def spans(atlas: Atlas) -> dict[str, Span]:
    """Return the covered years of every measure of pairs that an atlas can give, by name."""
    worked_out = {m.name: m.span for m in measures.MEASURES if m.span is not None}
    return dict(atlas.spans()) | _there(atlas, worked_out)


def state_spans(atlas: Atlas) -> dict[str, Span]:
    """Return the covered years of every measure of states that an atlas can give, by name."""
    return _there(atlas, {m.name: m.span for m in STATE_MEASURES})


def _there(atlas: Atlas, named: Mapping[str, Callable[[World], Span]]) -> dict[str, Span]:
    found = {}
    for name, span in named.items():
        with suppress(AtlasTooOld):  # it has not the table, so it has not the measure
            found[name] = span(atlas)
    return found
