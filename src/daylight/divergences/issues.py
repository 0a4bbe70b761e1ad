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


def title(code: str) -> str:
    """Return the name of an issue, or ``all votes``."""
    return "all votes" if code == ALL else ISSUES[code]
