"""A disputed place as a map shows it and names it."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.say.lines import listed


@dataclass(frozen=True, slots=True)
class Dispute:
    """A disputed place on a map.

    Attributes
    ----------
    place : str
    unit : str
        The shape that is hatched; empty for a point.
    at : (float, float) or None
        Degrees east and north of a point.
    holder, claimant : str
        Who holds it, and who claims it.
    citation : str
        Address of a page that says so.
    confirmed : str
        How far that page was seen to say so.
    """

    place: str
    unit: str
    at: tuple[float, float] | None
    holder: str
    claimant: str
    citation: str
    confirmed: str

    @property
    def said(self) -> str:
        """Who holds it and who claims it, in a few words."""
        weak = "" if self.confirmed == "page" else f" (seen on the page: {self.confirmed})"
        holder, claimant = (listed(who.split("; ")) for who in (self.holder, self.claimant))
        if holder == claimant:
            return f"{holder} each hold a part and claim all{weak}"
        held = "held by no one" if holder == "no state" else f"held by {holder}"
        return f"{held}, claimed by {claimant}{weak}"
