"""How many claims of the exam are found and decided rightly, as counts with their wholes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from claims_cases import Result

from daylight.claims.records import UNCHECKABLE, Claim
from daylight.stats.exact import proportion

SIDES = {"supported": 1, "supported under a definition": 1, "contradicted": -1}


@dataclass(frozen=True)
class Share:
    """A count of a whole."""

    hit: int
    of: int

    @property
    def value(self) -> float | None:
        """The part of one; None of nothing."""
        return self.hit / self.of if self.of else None

    @property
    def ends(self) -> tuple[float, float] | None:
        """The exact 90 % interval, as if the cases were drawn at random; None of nothing."""
        return proportion(self.hit, self.of) if self.of else None


def shares(every: Iterable[Result]) -> dict[str, Share]:
    """Return the figures of a part of the exam, by name."""
    n = Counter[str]()
    for result in every:
        n.update(_counts(result))
    return {
        "precision": Share(n["hit"], n["got"]),
        "recall": Share(n["hit"], n["wanted"]),
        "type": Share(n["typed"], n["hit"]),
        "actors": Share(n["who"], n["hit"]),
        "attribution": Share(n["attributed"], n["hit"]),
        "verdict": Share(n["right"], n["hit"]),
        "verdict of all": Share(n["right"], n["wanted"]),
        "opposite": Share(n["opposite"], n["hit"]),
        "quiet": Share(n["quiet"], n["empty"]),
        "beyond recall": Share(n["beyond hit"], n["beyond"]),
        "beyond precision": Share(n["beyond hit"], n["beyond got"]),
    }


def by_type(every: Iterable[Result]) -> dict[str, tuple[Share, Share]]:
    """Return, for each type, what of it was found, and what of that was decided rightly."""
    wanted, hit, right = Counter[str](), Counter[str](), Counter[str]()
    for result in every:
        for k, want in enumerate(result.case["claims"] or []):
            wanted[want["type"]] += 1
            if k in result.matched:
                hit[want["type"]] += 1
                right[want["type"]] += is_right(result.found[result.matched[k]][1], want)
    return {t: (Share(hit[t], n), Share(right[t], hit[t])) for t, n in sorted(wanted.items())}


def is_right(word: str, want: dict[str, Any]) -> bool:
    """Whether a verdict is the one that was wanted, or another that can be defended."""
    return word == want["verdict"] or word in want.get("also", ())


def is_opposite(word: str, want: dict[str, Any]) -> bool:
    """Whether a verdict says yes to what is no, or no to what is yes."""
    return not is_right(word, want) and SIDES.get(word, 0) * SIDES.get(want["verdict"], 0) < 0


def _counts(result: Result) -> Counter[str]:
    """Return what one sentence or article adds to the figures."""
    wanted = result.case["claims"] or []
    beyond = [k for k, w in enumerate(wanted) if w["type"] == "not_checkable"]
    pairs = [(*result.found[j], wanted[k]) for k, j in result.matched.items() if k not in beyond]
    got = sum(claim.type not in UNCHECKABLE for claim, _ in result.found)
    empty = len(beyond) == len(wanted)
    return Counter(
        {
            "wanted": len(wanted) - len(beyond),
            "got": got,
            "hit": len(pairs),
            "typed": sum(claim.type == want["type"] for claim, _, want in pairs),
            "right": sum(is_right(word, want) for _, word, want in pairs),
            "opposite": sum(is_opposite(word, want) for _, word, want in pairs),
            "attributed": sum(_attributed(claim, want) for claim, _, want in pairs),
            "who": sum(_same_actors(claim, want) for claim, _, want in pairs),
            "beyond": len(beyond),
            "beyond got": len(result.found) - got,
            "beyond hit": sum(k in result.matched for k in beyond),
            "empty": empty,
            "quiet": empty and not got,
        }
    )


def _same_actors(claim: Claim, want: dict[str, Any]) -> bool:
    """Whether all who are wanted are among the subject, the object and the rest of a claim."""
    found = {code for a in (*claim.subject, *claim.object, *claim.other) for code in a.ids}
    return {*want["subject"], *want["object"]} <= found


def _attributed(claim: Claim, want: dict[str, Any]) -> bool:
    return claim.attribution == want.get("attribution", "asserted")
