"""What a column of labels means, with its report and its frames."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from daylight.naming.records import STATUSES, CodedLabel


@dataclass(frozen=True, slots=True, repr=False)
class CodedStates:
    """What a column of labels means, a row for each label in the order given.

    Attributes
    ----------
    rows : tuple of CodedLabel
    scheme : str or None
        The scheme that the labels were read in; None for names and codes as people write them.
    """

    rows: tuple[CodedLabel, ...]
    scheme: str | None = None

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[CodedLabel]:
        return iter(self.rows)

    @property
    def counts(self) -> dict[str, int]:
        """Number of labels of each status."""
        found = Counter(row.status for row in self.rows)
        return {status: found[status] for status in STATUSES}

    @property
    def cow(self) -> list[int | None]:
        """COW numbers in the order of the labels, None for what is not one state."""
        return [row.cow for row in self.rows]

    def report(self) -> str:
        """Return what was coded and what was not, with the reasons, as text."""
        from daylight.naming.words import report

        return report(self.rows)

    def as_plain(self) -> list[CodedLabel]:
        """Return the rows, which is what JSON shows."""
        return list(self.rows)

    def to_polars(self) -> Any:
        """Return a row for each label as a Polars frame; choices are one text, parted by ``;``."""
        from daylight.naming.frames import frame

        return frame(self.rows)

    def to_pandas(self) -> Any:
        """Return a row for each label as a pandas frame.

        Raises
        ------
        MissingExtra
            Without pandas and pyarrow.
        """
        from daylight.show.libraries import to_pandas

        return to_pandas(self.to_polars())

    def __str__(self) -> str:
        return self.report()

    def __repr__(self) -> str:
        told = ", ".join(f"{number:,} {status}" for status, number in self.counts.items())
        return f"<CodedStates: {len(self):,} labels, {told}>"
