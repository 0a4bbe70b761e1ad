"""Which of index and level predicts better, by a rule stated before the figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

Side = Literal["level", "index", "neither"]


def differs(difference: Sequence[float]) -> bool:
    """Return whether the 90 % interval of a difference leaves out zero."""
    return difference[1] > 0 or difference[2] < 0


def side(row: Mapping[str, Any], against: Literal["index", "memory"] = "index") -> Side:
    """Return who wins a test: surely better than the other, and surely better than chance.

    Of two that order cases the wrong way round, the one that does so less has won nothing.
    """
    gap = row[f"level-{against}"]
    if not differs(gap):
        return "neither"
    winner: Side = "level" if gap[0] > 0 else "index"
    score = row["level" if winner == "level" else against]
    chance = 0.0 if row.get("kind") == "correlation" else 0.5
    return winner if score[1] > chance else "neither"


def tally(
    rows: Iterable[Mapping[str, Any]], against: Literal["index", "memory"] = "index"
) -> dict[Side, int]:
    """Return how many tests each side wins."""
    found: dict[Side, int] = {"level": 0, "index": 0, "neither": 0}
    for row in rows:
        found[side(row, against)] += 1
    return found


def verdict(figures: Mapping[str, Any], dimension: str) -> dict[str, Any]:
    """Return the tests of one dimension in short, and which of the two should be the default.

    The level should be the default of a dimension when its mean over left-out components is
    surely above that of the index, when it wins more outcomes of the next years than the index
    (all pairs and those in contact), and when after 1995, with parameters of the years to 1995,
    it is not worse than the index on average. Otherwise the index stays, since it is the
    simpler of the two.
    """
    heldout = figures["heldout"][dimension]
    ahead = [r for r in figures["next"] if r["dimension"] == dimension]
    every = [r for r in ahead if r["within"] == "all"]
    contact = [r for r in ahead if r["within"] == "contact"]
    early = [r for r in figures["leak"]["rows"] if r["dimension"] == dimension]
    fall = [r["early"][0] - r["index"][0] for r in early]
    lead = [r["level"][0] - r["index"][0] for r in early]
    wins = tally(ahead)
    conditions = {
        "heldout": side(heldout["mean"]) == "level",
        "next": wins["level"] > wins["index"],
        "early": sum(fall) >= 0,
    }
    return {
        "heldout": side(heldout["mean"]),
        "components": tally(r for name, r in heldout.items() if name != "mean"),
        "next": tally(every),
        "contact": tally(contact),
        "memory": tally(ahead, "memory"),
        "lead": round(sum(lead) / len(lead), 3),
        "early": round(sum(fall) / len(fall), 3),
        "conditions": conditions,
        "default": "level" if all(conditions.values()) else "index",
    }
