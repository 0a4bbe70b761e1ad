"""CAMEO codes with their PLOVER root and Goldstein value.

The roots are those of the crosswalk CAMEO2PLOVER of 17 September 2021 (Schrodt), the values
those of the Goldstein table that GDELT publishes for CAMEO (310 codes). ``ontology.csv`` says
of each row where it is from. Three things are decided here: appeals (02) have the root REQUEST,
because the PLOVER manual (section 3.8) counts all requests under it while the crosswalk is
silent; mere statements (01) are no events; a code that a table lacks takes what its parent has.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

COOPERATION = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT")
CONFLICT = (
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
ROOTS = COOPERATION + CONFLICT


@dataclass(frozen=True, slots=True)
class Code:
    """What a CAMEO code stands for."""

    code: str
    root: str
    goldstein: float


@cache
def codes() -> dict[str, Code]:
    """Every CAMEO code that is an event here."""
    path = Path(__file__).parent / "ontology.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {r["code"]: Code(r["code"], r["root"], float(r["goldstein"])) for r in rows}
