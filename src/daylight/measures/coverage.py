"""Which years of a measure an atlas covers, and why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daylight.core.errors import OutsideCoverage
from daylight.measures import measure

if TYPE_CHECKING:
    from daylight.store.atlas import Atlas


def covered(atlas: Atlas, name: str) -> tuple[int, int]:
    """Return the first and last year of a measure that an atlas covers.

    Raises
    ------
    OutsideCoverage
        When the measure is made from a file of the user's own and the atlas was built
        without one.
    AtlasTooOld
        When the atlas was built before there was such a measure.
    """
    source = measure(name).supplied
    if source is not None and name not in atlas.spans():
        raise OutsideCoverage(
            f"The atlas at {atlas.folder} does not hold {name}: its source, {source}, may "
            f"not be passed on. Get it yourself (`daylight sources show {source}` says "
            f"how), then `daylight atlas build --with {source}=PATH`."
        )
    return atlas.coverage(name)
