"""How long claims take: to load, in prose, and in sentences made to be slow.

``python benchmarks/claims_cost.py``. The prose is the exam's sentences that are not held out. The
slow sentences are as long as a sentence may be, and repeat what rows of words try at every place.
Each hostile line gives the worst time of one sentence of its kind.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "articles"))

from claims_cases import cases

from daylight.claims.context import Context
from daylight.claims.find import LONGEST, of_sentence
from daylight.claims.patterns import patterns
from daylight.claims.rows import rows
from daylight.texts.document import Piece

DAY = date(2016, 7, 18)
UNITS = (
    "Iran ", "Iran, ", "Iran and Russia, ", "NATO ", "NATO, Iran ", "Iran trade ", "trade ",
    "that ", "trade with Iran ", "Putin ", "Putin said ", "said ", "met ", "Putin and Obama met ",
    "1 ", "1,000 ", "than ", "Iran trade more ", "a ", "a, ", "' ", '" ', "NATO has 3 ",
    "NATO with ", "Iran used ", "Iran used a base ", "of ", "not ", "the union ",
    "the two countries ", "in 1999 ", "Iran is a member ", "is ", "member of ", "if ", "will ",
    "Iran will ", "because ", "Iran's ", "Kaliningrad ", "Russian troops in ", "vote ",
    "Iran voted with Russia ", "half of ", "May ", "trade between Iran and Russia ", "ties ",
    "Iran-Russia ", "summit of Iran and ", "and ", "signed pact ", "Iran signed pact ",
    "NATO considering membership ", "which ", "‹S0› ", "was ",
)  # fmt: skip


def _cost(texts: list[str]) -> float:
    context = Context()
    start = time.perf_counter()
    for text in texts:
        of_sentence(Piece(text, 0, len(text)), text, DAY, context)
    return time.perf_counter() - start


def hostile() -> list[tuple[float, str]]:
    """Return the slowest sentences with their seconds."""
    picked = random.Random(7)
    mixed = ["".join(picked.choices(UNITS, k=600)) for _ in range(300)]
    pairs = [(a + b) * 600 for a in UNITS for b in picked.choices(UNITS, k=4)]
    texts = [(text * 1200)[:LONGEST].strip() for text in (*UNITS, *pairs, *mixed)]
    return sorted(((_cost([text]), text) for text in texts), reverse=True)


def main() -> None:
    """Print the times."""
    start = time.perf_counter()
    every = [row for kind in ("belonging", "acts", "ties", "beyond", "cues") for row in rows(kind)]
    for row in every:
        _ = row.compiled, row.besides
    print(f"{len(every)} rows, {len(patterns())} with sides; load and compile "
          f"{time.perf_counter() - start:.3f} s")  # fmt: skip
    texts = [case["text"] for case in cases("fitted")]
    _cost(texts)
    count = 6 * len(texts)
    print(f"5,000 sentences of prose: {_cost(texts * 6) / count * 5000:.2f} s")
    slow = hostile()
    print(f"{len(slow)} hostile sentences, mean {sum(s for s, _ in slow) / len(slow):.4f} s")
    for seconds, text in slow[:6]:
        print(f"  {seconds:.3f} s  {text[:70]!r}")


if __name__ == "__main__":
    main()
