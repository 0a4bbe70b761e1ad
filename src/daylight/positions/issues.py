"""The scales that positions can be asked on, and the rows that the atlas has for each."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from daylight.core.choices import one_of
from daylight.core.errors import AtlasTooOld, BadInput
from daylight.measures.issues import ALL, SCALES
from daylight.store.atlas import Atlas, Columns
from daylight.store.schemas import PointKind, VoteSet

ISSUES: Mapping[str, str] = MappingProxyType(SCALES)
"""What each scale is of; all are on one metric."""


def check(issue: str, votes: VoteSet) -> None:
    """Refuse an issue that does not exist, or one of some votes.

    Raises
    ------
    BadInput
        With the choices.
    """
    one_of(issue, tuple(ISSUES), "issue")
    if issue != ALL and votes != "all":
        raise BadInput(
            f"Scales by issue are of all roll calls, not of {votes} votes; leave votes out, or "
            f"ask for issue {ALL!r}."
        )


def rows(atlas: Atlas, votes: VoteSet, kind: PointKind, issue: str) -> Columns:
    """Return the estimates on an issue, oldest first.

    Raises
    ------
    AtlasTooOld
        When the atlas was built before there were scales by issue.
    """
    estimates = atlas.rows(
        "ideal_points", "votes = ? AND kind = ? AND issue = ? ORDER BY year, cow",
        (votes, kind, issue),
    )  # fmt: skip
    if not len(estimates["year"]):
        raise AtlasTooOld(
            f"The atlas at {atlas.folder} holds no ideal points on {issue}; it is older than this "
            f"Daylight: rebuild it with `daylight atlas build`."
        )
    return estimates
