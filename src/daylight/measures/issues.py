"""The issues that UN roll calls are sorted by, with the names people read."""

from __future__ import annotations

ISSUES: dict[str, str] = {
    "me": "Middle East",
    "nu": "nuclear questions",
    "di": "arms and disarmament",
    "hr": "human rights",
    "co": "colonialism",
    "ec": "development",
}
"""Six issue codes of the Voeten data to 2020, carried on from UN subject headings after. A
roll call may carry several, or none."""

ALL = "all"
SCALES: dict[str, str] = {
    ALL: "all votes",
    **ISSUES,
    "all-but-nu": "all but nuclear",
    "important": "important to the US",
}
"""What ideal points are estimated on; all scales are on one metric. The important votes are those
that the US State Department listed as such, 1983-2017."""


def spoken(code: str) -> str:
    """Return the name as it stands in a sentence: ``the Middle East``."""
    return f"the {title(code)}" if code == "me" else title(code)


def title(code: str) -> str:
    """Return the name of an issue or scale, or ``all votes``."""
    return SCALES[code]
