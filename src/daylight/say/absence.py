"""How absence is said: in one way for all readers, and never as a zero."""

from __future__ import annotations

from daylight.core.status import Status

UNSAID: dict[Status, str] = {
    "missing": "not known",
    "outside_coverage": "outside coverage",
    "observed": "no value",
    "structural_zero": "nothing to measure",
    "carried": "carried, and no value",
}
"""A status without a value, where neither the years nor the subject are at hand."""


def absence(status: Status, covered: tuple[int, int], year: int, what: str = "data") -> str:
    """Say why there is no value for a year: ``no data after 2016``.

    Parameters
    ----------
    status : Status
    covered : (int, int)
        First and last covered year.
    year : int
        The year asked about.
    what : str
        What is not there.
    """
    if status == "outside_coverage":
        first, last = covered
        return f"no {what} after {last}" if year > last else f"no {what} before {first}"
    if status == "structural_zero":
        return UNSAID[status]
    return f"not known for {year}"
