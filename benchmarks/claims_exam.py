"""How well claims are found and decided in the exam sentences of tests/articles.

``python benchmarks/claims_exam.py [--part fitted|held] [--show]``. The sentences were written before
the rules. A third of them, chosen by a hash of the text, is held out: rules are never fitted on it.
A claim is found when one of its type overlaps at least half of it. Pairs of types that a reader may
name either way count as one: joining in a year is membership and a date.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from daylight.checks.decide import decide
from daylight.checks.known import Known
from daylight.claims.context import Context
from daylight.claims.find import claims, of_sentence
from daylight.claims.records import UNCHECKABLE, Claim
from daylight.store.atlas import Atlas, current
from daylight.texts.document import Piece
from daylight.texts.read import read
from daylight.texts.sentences import sentences

FOLDER = Path(__file__).parents[1] / "tests" / "articles"
HOME = FOLDER / "sentences.yml"
EITHER = ({"membership", "sequence"}, {"membership", "candidate"}, {"membership", "count"},
          {"comparison", "superlative"}, {"superlative", "trend"}, {"trend", "comparison"},
          {"quantity", "base"}, {"quantity", "trend"}, {"count", "quantity"}, {"statement", "meeting"})  # fmt: skip
OVERLAP = 0.5
PARTS = {"fitted": (1, 2), "held": (0,), "all": (0, 1, 2)}


@dataclass(frozen=True)
class Result:
    """What was found of a sentence.

    Attributes
    ----------
    case : dict
    found : tuple of (Claim, verdict)
    matched : dict
        By the place of a wanted claim: the place of the found one.
    """

    case: dict[str, Any]
    found: tuple[tuple[Claim, str], ...]
    matched: dict[int, int]


def cases(part: str) -> list[dict[str, Any]]:
    """Return the sentences of a part."""
    every = yaml.safe_load(HOME.read_text("utf-8"))
    return [case for case in every if zlib.crc32(case["text"].encode()) % 3 in PARTS[part]]


def results(part: str, atlas: Atlas) -> Iterator[Result]:
    """Read and decide every sentence of a part."""
    for case in cases(part):
        on = date.fromisoformat(str(case["as_of"]))
        known = Known(atlas, min(on, atlas.last))
        text, context, found = case["text"], Context(), []
        for sentence in sentences(Piece(text, 0, len(text)), text):
            for claim in of_sentence(sentence, text, known.on, context):
                found.append((claim, decide(claim, known).word))
        yield Result(case, tuple(found), _matched(case, found))


def pages(atlas: Atlas) -> Iterator[Result]:
    """Read and decide every article of the folder of pages."""
    for path in sorted((FOLDER / "pages").glob("*.yml")):
        case = yaml.safe_load(path.read_text("utf-8"))
        document = read(str(path.with_name(case["file"])))
        known = Known(atlas, date.fromisoformat(str(case["as_of"])))
        found = [(claim, decide(claim, known).word) for claim in claims(document, known.on)]
        folded = " ".join(document.original.split())
        yield Result({**case, "id": path.stem, "text": folded}, tuple(found), _by_words(case, found))


def _by_words(case: dict[str, Any], found: list[tuple[Claim, str]]) -> dict[int, int]:
    """Return which found claim shares most words with each wanted one, of at least half of them."""
    out: dict[int, int] = {}
    for k, want in enumerate(case["claims"] or []):
        words = set(want["text"].lower().split())
        shares = [
            (len(words & set(claim.text.lower().split())) / min(len(words), len(set(claim.text.split())) or 1), -j)
            for j, (claim, _) in enumerate(found)
            if j not in out.values() and _same(want, claim) and want["text"][:40] in claim.sentence or _inside(claim, want)
        ]
        best = max(shares, default=(0.0, 0))
        if best[0] >= OVERLAP and _same(want, found[-best[1]][0]):
            out[k] = -best[1]
    return out


def _inside(claim: Claim, want: dict[str, Any]) -> bool:
    return _same(want, claim) and (claim.text in want["text"] or want["text"] in claim.sentence)


def _matched(case: dict[str, Any], found: list[tuple[Claim, str]]) -> dict[int, int]:
    out: dict[int, int] = {}
    for k, want in enumerate(case["claims"] or []):
        start = case["text"].find(want["text"])
        end = start + len(want["text"])
        for j, (claim, _) in enumerate(found):
            shared = min(end, claim.end) - max(start, claim.start)
            shorter = min(end - start, claim.end - claim.start)
            if j not in out.values() and shared >= OVERLAP * shorter and _same(want, claim):
                out[k] = j
                break
    return out


def _same(want: dict[str, Any], claim: Claim) -> bool:
    if want["type"] == "not_checkable":
        return claim.type in UNCHECKABLE
    return claim.type == want["type"] or {claim.type, want["type"]} in EITHER


def table(every: list[Result]) -> dict[str, float]:
    """Return the figures."""
    n = Counter[str]()
    for result in every:
        wanted = result.case["claims"] or []
        checkable = [k for k, w in enumerate(wanted) if w["type"] != "not_checkable"]
        got = [j for j, (c, _) in enumerate(result.found) if c.type not in UNCHECKABLE]
        n["wanted"] += len(checkable)
        n["got"] += len(got)
        hits = [k for k in checkable if k in result.matched]
        n["hit"] += len(hits)
        n["typed"] += sum(
            result.found[result.matched[k]][0].type == wanted[k]["type"] for k in hits
        )
        n["verdict"] += sum(
            _right(result.found[result.matched[k]][1], wanted[k]) for k in hits
        )
        n["decided"] += sum(result.found[result.matched[k]][1] != "not enough data" for k in hits)
        n["wrong"] += sum(
            _opposite(result.found[result.matched[k]][1], wanted[k]) for k in hits
        )
        n["attributed"] += sum(
            result.found[result.matched[k]][0].attribution
            == wanted[k].get("attribution", "asserted")
            for k in hits
        )
        n["beyond"] += sum(w["type"] == "not_checkable" for w in wanted)
        n["beyond hit"] += sum(
            w["type"] == "not_checkable" and k in result.matched for k, w in enumerate(wanted)
        )
        n["empty"] += not checkable
        n["empty quiet"] += not checkable and not got
    p, r = n["hit"] / max(n["got"], 1), n["hit"] / max(n["wanted"], 1)
    return {
        "sentences": len(every), "wanted": n["wanted"], "found": n["got"], "precision": p, "recall": r,
        "f1": 2 * p * r / max(p + r, 1e-9), "type": n["typed"] / max(n["hit"], 1),
        "attribution": n["attributed"] / max(n["hit"], 1), "verdict": n["verdict"] / max(n["hit"], 1),
        "verdict of all": n["verdict"] / max(n["wanted"], 1), "opposite": n["wrong"] / max(n["hit"], 1),
        "quiet": n["empty quiet"] / max(n["empty"], 1), "beyond recall": n["beyond hit"] / max(n["beyond"], 1),
    }  # fmt: skip


def _right(word: str, want: dict[str, Any]) -> bool:
    return word == want["verdict"] or word in want.get("also", ())


def _opposite(word: str, want: dict[str, Any]) -> bool:
    """Whether a verdict says yes to what is no, or no to what is yes."""
    sides = {"supported": 1, "supported under a definition": 1, "contradicted": -1}
    return not _right(word, want) and sides.get(word, 0) * sides.get(want["verdict"], 0) < 0


def show(result: Result) -> None:
    """Print a sentence of which something was missed or wrong."""
    wanted = result.case["claims"] or []
    lines = []
    for k, want in enumerate(wanted):
        j = result.matched.get(k)
        got = None if j is None else result.found[j]
        if got is None:
            lines.append(f"   MISSED {want['type']}: {want['text']} [{want['verdict']}]")
        elif want["type"] != "not_checkable" and not _right(got[1], want):
            lines.append(
                f"   VERDICT {got[0].type} {got[1]} for {want['verdict']}: {want['text']} ({want.get('note', '')})"
            )
    extra = [
        c
        for j, (c, _) in enumerate(result.found)
        if j not in result.matched.values() and c.type not in UNCHECKABLE
    ]
    lines += [f"   EXTRA {c.type}/{c.relation}: {c.text}" for c in extra]
    if lines:
        print(result.case["id"], result.case["as_of"], result.case["text"][:300], *lines, sep="\n")


def main() -> None:
    """Print the figures of a part, and with --show what was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=[*PARTS, "pages"], default="all")
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    atlas = current()
    every = list(pages(atlas) if given.part == "pages" else results(given.part, atlas))
    if given.show:
        for result in every:
            show(result)
    for name, value in table(every).items():
        print(f"{name:16} {value:.3g}")


if __name__ == "__main__":
    main()
