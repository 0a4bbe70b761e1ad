"""What the families of evidence are, how they make a break, and how far they are known."""

from __future__ import annotations

ACTS: tuple[str, ...] = ("treaty", "hostility", "bloc")
"""What a government does on a day; votes and trade drift."""
DELAY: dict[str, int] = {"treaty": 0, "hostility": 0, "bloc": 0, "votes": 2, "trade": 2}
"""Years after its first until it is known: a fall must last."""
WINDOW, REST = 5, 8
"""Years within which families belong together, and years without a further break after one."""
YOUNG, HOLE = 5, 2
"""Years from which on a tie is no longer young; and years from one year with a tie to the next
that are still one run."""
TREATIES_TO, DISPUTES_TO, CRISES_TO, SANCTIONS_TO, TRADE_TO = 2018, 2014, 2021, 2023, 2023
"""Last years of the lists; votes and blocs reach to the present, UCDP's wars to 2024."""
BACK = 5
"""Years before 1946 that the beginning of a sign looks back to."""
FEWEST_VOTES = 10
"""Votes that each must have cast in a year for the distance of their positions to count."""
TREATY_BROKEN = 3
"""ATOP's code of an end before the treaty's own, by the act of a member or by its dissolution; as
its rows show, since the codebook could not be read."""
GAIN_BEFORE, GAIN_AFTER = 2, 4
"""Years before and after that of a break in which something that a side has gained counts."""
GAIN_BASE, GAIN_MEAN = 3, 2
"""Years before these in which there must have been none of it, and years known of a mean."""
