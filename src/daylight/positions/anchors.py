"""A few published ideal points, to see at once how an estimate of their sample goes with them."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

import polars as pl

from daylight.core.states import get


@dataclass(frozen=True, slots=True)
class Anchor:
    """One published value and ours.

    Attributes
    ----------
    state : str
        COW abbreviation.
    session : int
    published, lo, hi : float
        Posterior mean, 5 % and 95 % quantile of the release of April 2020.
    here : float
    """

    state: str
    session: int
    published: float
    lo: float
    hi: float
    here: float

    @property
    def inside(self) -> bool:
        """Whether our value lies in the published interval."""
        return self.lo <= self.here <= self.hi

    def __str__(self) -> str:
        mark = "" if self.inside else "  outside"
        interval = f"({self.lo:.2f} to {self.hi:.2f})"
        return (
            f"{self.state}  session {self.session:2}  {self.published:5.2f} {interval:17} "
            f"{self.here:5.2f}{mark}"
        )


def anchors(ours: pl.DataFrame) -> tuple[Anchor, ...]:
    """Return the published values of the states and sessions in `ours`: cow, session, theta."""
    table = files("daylight.positions").joinpath("published_anchors.csv").read_bytes()
    theirs = pl.read_csv(table, comment_prefix="#")
    mine = ours.select(pl.col("cow", "session").cast(pl.Int64), "theta")
    both = theirs.join(mine, on=["cow", "session"], maintain_order="left")
    return tuple(
        Anchor(get(r["cow"]).abbr, r["session"], r["mean"], r["lo"], r["hi"], r["theta"])
        for r in both.iter_rows(named=True)
    )
