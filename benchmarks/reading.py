"""How well and how fast articles are read: lines of the pages of the tests, mixtures of them, HTML.

    python benchmarks/reading.py [MIXTURES]

The pages are those of ``tests/texts``. A mixture has the head of one page, the article of another,
in one in four cases without its byline, deck, date or captions, and the foot of a third.
"""

from __future__ import annotations

import html
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "texts"))

from gold import Gold, pages

from daylight.texts.document import WHYS, Document
from daylight.texts.pasted import pasted, read_parts
from daylight.texts.read import parsed
from daylight.texts.sentences import sentences

FOLDERS = ("pasted", "fresh", "later", "last", "fifth", "unseen")
MEANT = {"T": "title", "K": "deck", "B": "byline", "C": "caption", "P": "body"}
PLAIN = frozenset({"plain", "wrapped_mail", "bare"})
"""Pages without furniture, or of broken lines, which are not mixed."""
Line = tuple[str, str]
"""What a line is, and its text."""


def lines(page: Gold) -> list[Line]:
    texts = ((kind, " ".join(page.text[a:b].split())) for kind, a, b in page.parts)
    return [(MEANT.get(kind, "furniture"), text) for kind, text in texts if text]


def taken(page: Sequence[Line], gap: str = "\n") -> list[str]:
    """Return what each line of a page is taken for."""
    text = gap.join(line for _, line in page)
    parts, roles = read_parts(text)
    found, at, j = [], 0, 0
    for _, line in page:
        while j < len(parts) and parts[j].end <= at:
            j += 1
        role = str(roles[j]) if j < len(parts) and parts[j].start < at + len(line) else ""
        found.append({"credit": "caption"}.get(role, "furniture" if role in WHYS else role))
        at += len(line) + len(gap)
    return found


def of_html(page: Sequence[Line]) -> list[str]:
    """Return what each line is taken for, in a page of HTML that tells nothing but the title."""
    tags = {"title": "h1", "body": "p", "furniture": "li"}
    made = "\n".join(f"<{tags.get(k, 'div')}>{html.escape(t)}" for k, t in page)
    found = parsed(f"<!doctype html><html><body>{made}</body></html>")
    roles = {piece.text: "body" for piece in found.paragraphs}
    roles |= {piece.text: "caption" for piece in found.captions}
    roles |= {piece.text: "furniture" for piece in found.dropped}
    named = {found.title: "title", found.deck: "deck", found.byline: "byline"}
    return [named.get(text) or roles.get(text, "") for _, text in page]


def mixtures(count: int, seed: int = 1) -> Iterator[list[Line]]:
    chance = random.Random(seed)
    cut = [_cut(lines(p)) for f in FOLDERS for p in pages(f) if _mixed(p)]
    for _ in range(count):
        head, article, foot = (chance.choice(cut) for _ in range(3))
        without = {k for k in ("byline", "deck", "caption", "furniture") if chance.random() < 0.25}
        above = [line for line in article[1] if line[0] not in without]
        yield [*head[0], *above, *article[2], *foot[3]]


def _mixed(page: Gold) -> bool:
    return page.language == "en" and page.name not in PLAIN


def _cut(page: list[Line]) -> tuple[list[Line], list[Line], list[Line], list[Line]]:
    """Return what is above the title, above the body, the body, and what is below."""
    kinds = [kind for kind, _ in page]
    title, first = kinds.index("title"), kinds.index("body")
    last = len(kinds) - kinds[::-1].index("body")
    head = [line for line in page[:title] if line[0] == "furniture"]
    return head, page[title:first], page[first:last], page[last:]


def report(name: str, found: Sequence[tuple[list[Line], list[str]]]) -> None:
    pairs = [
        (meant, got) for page, roles in found for (meant, _), got in zip(page, roles, strict=True)
    ]
    right = sum(meant == got for meant, got in pairs)
    print(f"{name}: {right} of {len(pairs)} lines ({100 * right / len(pairs):.1f} %)", end="")
    for kind in ("title", "body", "caption"):
        given = sum(meant == kind for meant, _ in pairs)
        said = sum(got == kind for _, got in pairs)
        both = sum(meant == got == kind for meant, got in pairs)
        print(f"; {kind} recall {both / given:.3f}, precision {both / said:.3f}", end="")
    print()


def timed(what: Callable[[], object], times: int = 15) -> float:
    """Return the median milliseconds of a call."""
    what()
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        what()
        spent.append(time.perf_counter() - start)
    return 1000 * sorted(spent)[times // 2]


def speeds() -> None:
    body = [t for p in pages("pasted") if _mixed(p) for k, t in lines(p) if k == "body"]
    page = [line for line in lines(pages("pasted")[-1]) if line[0] != "body"]
    count, some = 0, []
    for text in body * 9:
        if count < 1000:
            some.append(("body", text))
            count += len(text.split())
    text = "\n\n".join(line for _, line in [*page[:12], *some, *page[12:]])
    made = "\n".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n\n"))
    script = "<script>" + "var a = 1;" * 9000 + "</script>"
    whole = f"<!doctype html><html><head>{script}</head><body>{made}</body></html>"
    print(f"pasted text of {len(text.split())} words: {timed(lambda: pasted(text)):.1f} ms")
    print(f"its sentences: {timed(lambda: cut(pasted(text))) - timed(lambda: pasted(text)):.1f} ms")
    print(f"the same as HTML of {len(whole):,} characters: {timed(lambda: parsed(whole)):.1f} ms")
    own = "\n\n".join(line for _, line in some) + "\n\n"
    large = own * (10_000_000 // len(own))
    print(
        f"pasted text of {len(large):,} characters: {timed(lambda: pasted(large), 1) / 1000:.1f} s"
    )
    tagged = "".join(f"<p>{html.escape(line)}</p>\n" for _, line in some)
    tags = "<!doctype html>" + tagged * (10_000_000 // len(tagged))
    print(f"HTML of {len(tags):,} characters: {timed(lambda: parsed(tags), 1) / 1000:.1f} s")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def cut(found: Document) -> int:
    return sum(len(sentences(piece, found.original)) for piece in found.paragraphs)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    for folder in FOLDERS:
        own = [lines(page) for page in pages(folder)]
        report(folder, [(page, taken(page)) for page in own])
    mixed = list(mixtures(count))
    report(f"{count} mixtures", [(page, taken(page)) for page in mixed])
    report("as HTML", [(p, of_html(p)) for f in FOLDERS for p in map(lines, pages(f))])
    speeds()


if __name__ == "__main__":
    main()
