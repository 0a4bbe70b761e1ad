"""How well claims are found and decided in the exam sentences and articles of tests/articles.

``python benchmarks/claims_exam.py [--part PART] [--show] [--page]``. The sentences were written
before the rules. A third of them, chosen by a hash of the text, is held out, and so are two of the
five articles: rules are never fitted on these. A claim is found when one of its type overlaps at
least half of it. Pairs of types that a reader may name either way count as one: joining in a year
is membership and a date. ``--page`` writes the figures into docs/methods/claims.md.
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
EITHER = (
    {"membership", "sequence"}, {"membership", "candidate"}, {"membership", "count"},
    {"comparison", "superlative"}, {"superlative", "trend"}, {"trend", "comparison"},
    {"quantity", "base"}, {"quantity", "trend"}, {"count", "quantity"}, {"statement", "meeting"},
)  # fmt: skip
OVERLAP = 0.5
PARTS = {"fitted": (1, 2), "held": (0,), "all": (0, 1, 2)}
PAGES: dict[str, tuple[str, ...]] = {
    "fitted-pages": ("asean-2016", "cuba-1991", "egypt-1976"),
    "held-pages": ("france-1966", "sahel-2024"),
}
PAGES["pages"] = PAGES["fitted-pages"] + PAGES["held-pages"]


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


def pages(part: str, atlas: Atlas) -> Iterator[Result]:
    """Read and decide the articles of a part."""
    for path in (FOLDER / "pages" / f"{name}.yml" for name in sorted(PAGES[part])):
        case = yaml.safe_load(path.read_text("utf-8"))
        document = read(str(path.with_name(case["file"])))
        known = Known(atlas, date.fromisoformat(str(case["as_of"])))
        found = [(claim, decide(claim, known).word) for claim in claims(document, known.on)]
        folded = " ".join(document.original.split())
        yield Result(
            {**case, "id": path.stem, "text": folded}, tuple(found), _by_words(case, found)
        )


def examined(part: str, atlas: Atlas) -> list[Result]:
    """Read and decide a part, of sentences or of articles."""
    return [*(pages if part in PAGES else results)(part, atlas)]


def _by_words(case: dict[str, Any], found: list[tuple[Claim, str]]) -> dict[int, int]:
    """Return which found claim shares most words with each wanted one, of at least half of them."""
    out: dict[int, int] = {}
    for k, want in enumerate(case["claims"] or []):
        near = (
            (_shared(want, claim), -j)
            for j, (claim, _) in enumerate(found)
            if j not in out.values() and _same(want, claim) and _near(claim, want)
        )
        share, place = max(near, default=(0.0, 0))
        if share >= OVERLAP:
            out[k] = -place
    return out


def _shared(want: dict[str, Any], claim: Claim) -> float:
    mine, others = set(want["text"].lower().split()), set(claim.text.lower().split())
    return len(mine & others) / max(min(len(mine), len(others)), 1)


def _near(claim: Claim, want: dict[str, Any]) -> bool:
    start = want["text"][:40]
    return start in claim.sentence or claim.text in want["text"] or want["text"] in claim.sentence


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
        n.update(_counts(result))

    def share(part: str, whole: str) -> float:
        return n[part] / max(n[whole], 1)

    p, r = share("hit", "got"), share("hit", "wanted")
    return {
        "sentences": len(every),
        "wanted": n["wanted"],
        "found": n["got"],
        "precision": p,
        "recall": r,
        "f1": 2 * p * r / max(p + r, 1e-9),
        "type": share("typed", "hit"),
        "attribution": share("attributed", "hit"),
        "verdict": share("verdict", "hit"),
        "verdict of all": share("verdict", "wanted"),
        "opposite": share("wrong", "hit"),
        "quiet": share("empty quiet", "empty"),
        "beyond recall": share("beyond hit", "beyond"),
        "beyond precision": share("beyond hit", "beyond got"),
    }


def _counts(result: Result) -> Counter[str]:
    """Return what one sentence or article adds to the figures."""
    wanted = result.case["claims"] or []
    beyond = [k for k, w in enumerate(wanted) if w["type"] == "not_checkable"]
    hits = [k for k in result.matched if k not in beyond]
    pairs = [(*result.found[result.matched[k]], wanted[k]) for k in hits]
    got = sum(claim.type not in UNCHECKABLE for claim, _ in result.found)
    empty = len(beyond) == len(wanted)
    return Counter(
        {
            "wanted": len(wanted) - len(beyond),
            "got": got,
            "hit": len(hits),
            "typed": sum(claim.type == want["type"] for claim, _, want in pairs),
            "verdict": sum(_right(word, want) for _, word, want in pairs),
            "wrong": sum(_opposite(word, want) for _, word, want in pairs),
            "attributed": sum(
                claim.attribution == want.get("attribution", "asserted") for claim, _, want in pairs
            ),
            "beyond": len(beyond),
            "beyond got": len(result.found) - got,
            "beyond hit": sum(k in result.matched for k in beyond),
            "empty": empty,
            "empty quiet": empty and not got,
        }
    )


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
            told = f"{got[0].type} {got[1]} for {want['verdict']}: {want['text']}"
            lines.append(f"   VERDICT {told} ({want.get('note', '')})")
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
    parser.add_argument("--part", choices=[*PARTS, *PAGES], default="all")
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    atlas = current()
    every = examined(given.part, atlas)
    if given.show:
        for result in every:
            show(result)
    for name, value in table(every).items():
        print(f"{name:16} {value:.3g}")


if __name__ == "__main__":
    main()
