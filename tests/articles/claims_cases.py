"""The sentences and articles of this folder with what is found in them, claim by claim.

A third of the sentences, chosen by a hash of the text, is held out, and so are two articles of
each set: rules are never fitted on these. A claim is found when one of its type overlaps at least
half of it. Pairs of types that a reader may name either way count as one: joining in a year is
membership and a date.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
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
from daylight.store.atlas import Atlas
from daylight.texts.document import Piece
from daylight.texts.read import read
from daylight.texts.sentences import sentences

FOLDER = Path(__file__).parent
FILES = ("sentences.yml", "sentences_second.yml")
"""The second was written once the rules stood, by somebody who had not seen them."""
EITHER = (
    {"membership", "sequence"}, {"membership", "candidate"}, {"membership", "count"},
    {"comparison", "superlative"}, {"superlative", "trend"}, {"trend", "comparison"},
    {"quantity", "base"}, {"quantity", "trend"}, {"count", "quantity"}, {"statement", "meeting"},
)  # fmt: skip
OVERLAP = 0.5
Judge = Callable[[Claim, Known], str]
PARTS = {
    "fitted": (0, (1, 2)), "held": (0, (0,)), "all": (0, (0, 1, 2)),
    "second-fitted": (1, (1, 2)), "second-held": (1, (0,)), "second": (1, (0, 1, 2)),
}  # fmt: skip
"""Parts of the sentences: the file, and what is left of a hash of the text divided by three."""
PAGES: dict[str, tuple[str, ...]] = {
    "fitted-pages": ("asean-2016", "cuba-1991", "egypt-1976"),
    "held-pages": ("france-1966", "sahel-2024"),
    "second-fitted-pages": ("andes-2006", "gulf-2017"),
    "second-held-pages": ("baltic-2004", "horn-1978"),
}
PAGES["pages"] = PAGES["fitted-pages"] + PAGES["held-pages"]
PAGES["second-pages"] = PAGES["second-fitted-pages"] + PAGES["second-held-pages"]


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
    file, rests = PARTS[part]
    every = yaml.safe_load((FOLDER / FILES[file]).read_text("utf-8"))
    return [case for case in every if zlib.crc32(case["text"].encode()) % 3 in rests]


def results(part: str, atlas: Atlas, judge: Judge) -> Iterator[Result]:
    """Read and decide every sentence of a part."""
    for case in cases(part):
        on = date.fromisoformat(str(case["as_of"]))
        known = Known(atlas, min(on, atlas.last))
        text, context, found = case["text"], Context(), []
        for sentence in sentences(Piece(text, 0, len(text)), text):
            for claim in of_sentence(sentence, text, known.on, context):
                found.append((claim, judge(claim, known)))
        yield Result(case, tuple(found), _matched(case, found))


def pages(part: str, atlas: Atlas, judge: Judge) -> Iterator[Result]:
    """Read and decide the articles of a part."""
    for path in (FOLDER / "pages" / f"{name}.yml" for name in sorted(PAGES[part])):
        case = yaml.safe_load(path.read_text("utf-8"))
        document = read(str(path.with_name(case["file"])))
        known = Known(atlas, date.fromisoformat(str(case["as_of"])))
        found = [(claim, judge(claim, known)) for claim in claims(document, known.on)]
        folded = " ".join(document.original.split())
        yield Result(
            {**case, "id": path.stem, "text": folded}, tuple(found), _by_words(case, found)
        )


def examined(part: str, atlas: Atlas, judge: Judge | None = None) -> list[Result]:
    """Read and decide a part, of sentences or of articles."""
    return [*(pages if part in PAGES else results)(part, atlas, judge or _decided)]


def _decided(claim: Claim, known: Known) -> str:
    return decide(claim, known).word


def unjudged(claim: Claim, known: Known) -> str:
    """Leave a claim undecided, where only what is found is asked."""
    return "not enough data"


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
