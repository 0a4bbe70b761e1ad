"""The record of one coded event."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """One act that a sentence tells of.

    Attributes
    ----------
    source, target
        State code or short name of a bloc; ``None`` where the sentence names none.
    root
        PLOVER root in capitals, such as ``CONSULT``.
    code
        CAMEO code as text, such as ``"0331"``: zeros at its front count.
    goldstein
        Value of the code on the scale from -10 (conflict) to 10 (cooperation).
    negated
        The sentence says that the act was not done.
    hypothetical
        The act is possible, conditional or wished, not done.
    reported
        Another than the writer says it: "officials said that ...".
    start, end
        Offsets into the sentence of the words that carry the action.
    """

    source: str | None
    target: str | None
    root: str
    code: str
    goldstein: float
    negated: bool
    hypothetical: bool
    reported: bool
    start: int
    end: int
