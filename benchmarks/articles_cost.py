"""What reading, coding and checking articles costs: seconds of one core, and memory.

``python benchmarks/articles_cost.py [ARTICLES] [--since YEAR] [--profile]``. The articles are made
up of about 1,000 words each, with a claim in two of three sentences and other states in each
article, so that little is found that an earlier one has asked for: more than a real article asks
for. They are of the last four years, or since another: the spheres of a year are worked out once,
which takes a third of a second. Times are of the processor, so that what else the machine does
counts less. The first article, which loads what all need, is told apart.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import sys
import time
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from articles_made import SINCE, articles

from daylight.checks.check import of
from daylight.coding.code import code
from daylight.core.request import request
from daylight.store.atlas import current
from daylight.texts.read import parsed
from daylight.texts.sentences import sentences

EVERY = 250
"""Articles between two looks at the memory."""


def memory() -> float:
    """Return the memory of this process now, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def _one(text: str, on: date, spent: Counter[str]) -> int:
    atlas = current()
    times = [time.process_time()]
    document = parsed(text)
    times.append(time.process_time())
    for piece in document.paragraphs:
        for sentence in sentences(piece, document.original):
            code(sentence.text, on)
    times.append(time.process_time())
    asked = request("check", (), on, atlas.scope, text="-")
    found = of(asked, document, atlas)
    times.append(time.process_time())
    json.dumps(found.to_dict())
    times.append(time.process_time())
    for name, a, b in zip(("read", "code", "check", "json"), times, times[1:], strict=False):
        spent[name] += b - a
    return len(found.claims)


def run(made: Iterable[tuple[str, date]]) -> None:
    """Print the times of all articles, the first apart, and the memory as it goes."""
    spent, claims, words = Counter[str](), 0, 0
    for number, (text, on) in enumerate(made):
        if number == 1:
            print("first:", *(f"{name} {seconds:.2f} s" for name, seconds in spent.items()))
            spent, claims, words = Counter[str](), 0, 0
        claims += _one(text, on, spent)
        words += len(text.split())
        if number % EVERY == 0:
            print(f"after {number + 1:6,}: {memory():.0f} MB", flush=True)
    print(f"after {number + 1:6,}: {memory():.0f} MB")
    print(f"{number:,} more of {words / number:,.0f} words and {claims / number:.0f} claims: "
          f"{sum(spent.values()):.1f} s")  # fmt: skip
    print(*(f"{name} {1000 * seconds / number:.1f} ms" for name, seconds in spent.items()))


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=100)
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--since", type=int, default=SINCE)
    given = parser.parse_args()
    made = articles(given.count + 1, given.since)
    if not given.profile:
        run(made)
        return
    profile = cProfile.Profile()
    profile.runcall(run, made)
    pstats.Stats(profile, stream=sys.stdout).sort_stats("tottime").print_stats(45)


if __name__ == "__main__":
    main()
