"""From a phrase, what it is about, and how it is told, to a CAMEO code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from daylight.coding.lexicon import rows
from daylight.coding.mood import Mood
from daylight.coding.ontology import COOPERATION, codes

PLAIN = {
    "intend": "030",
    "appeal": "020",
    "demand": "100",
    "reject": "120",
    "threaten": "130",
    "accuse": "112",
    "investigate": "090",
}
"""The code of a mode when nothing says what it is about."""
MATERIAL_CONFLICT = frozenset({"SANCTION", "COERCE", "ASSAULT", "PROTEST"})
DISSENT = {"140", "141", "142", "143", "144", "145"}


@dataclass(frozen=True, slots=True)
class Coded:
    """A code and how sure the act is."""

    code: str
    negated: bool = False
    hypothetical: bool = False


@cache
def concepts() -> dict[str, dict[str, str]]:
    """For each concept its code under each mode, and the concept of its halting."""
    return {row["concept"]: row for row in rows("concepts")}


def halted(concept: str) -> str | None:
    """Concept of the end of what a concept stands for."""
    return concepts()[concept]["halted"] or None


def of_mode(
    mode: str,
    concept: str | None,
    mood: Mood,
    said: bool = False,
    decided: bool = False,
    ordered: bool = False,
) -> Coded | None:
    """Code of a mode with what it is about.

    ``said`` tells that somebody is quoted for it. ``decided`` says that an act of conflict is
    agreed on, ``ordered`` that an act is ordered as a thing ("ordered the arrest of"): both
    count as done.
    """
    if mode == "comment":
        return None
    row = concepts().get(concept or "", {})
    if ordered and row.get("noun"):
        mode = "do"
    if mode == "intend" and row and _root(row["do"]) in MATERIAL_CONFLICT:
        mode = "do" if decided and not mood.to else "threaten"
    code = row.get(mode, "") or PLAIN.get(mode, "")
    if not code:
        return None
    return Coded(code, mood.negated, mood.maybe or (mood.would and not said))


def of_concept(
    concept: str,
    purpose: str | None,
    mood: Mood,
    said: bool,
    unless: bool = False,
    announced: bool = False,
) -> Coded | None:
    """Code of an act that is told of itself.

    ``unless`` says that a condition is set with it, ``announced`` that it is no threat but a
    decision made known.
    """
    row = concepts()[concept]
    do = row["do"]
    if not do:
        return None
    root = _root(do)
    if mood.maybe:
        return Coded(_with_purpose(do, purpose), mood.negated, True)
    if mood.future or (mood.would and (said or mood.negated)):
        if root in COOPERATION:
            return Coded(row["reject" if mood.negated else "threaten" if unless else "intend"])
        if root == "SANCTION" and announced:
            return Coded(do, mood.negated)
        if root in MATERIAL_CONFLICT and not mood.negated:
            return Coded(row["threaten"])
        return Coded(do, mood.negated, mood.negated)
    return Coded(_with_purpose(do, purpose), mood.negated, mood.would)


def stands(concept: str) -> bool:
    """Whether a noun alone tells of the act: "clashes", not "prices"."""
    return bool(concepts()[concept]["noun"])


def _root(code: str) -> str:
    return codes()[code].root if code else ""


def _with_purpose(code: str, purpose: str | None) -> str:
    digit = concepts()[purpose]["protest"] if purpose else ""
    return code + digit if code in DISSENT - {"140"} and digit else code
