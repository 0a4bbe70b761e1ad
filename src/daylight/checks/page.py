"""An article that was checked as a page: its text with the claims marked, and each verdict."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.checks.records import Check, Checked
from daylight.checks.verdict import Word
from daylight.checks.words import BEYOND, MARKS
from daylight.show.blocks import (
    Block,
    Fine,
    Listing,
    Marked,
    Paragraph,
    Section,
    Strong,
    Table,
    Tone,
    Words,
)  # fmt: skip

TONES: dict[Word, Tone] = {
    "supported": "yes", "supported under a definition": "partly", "contradicted": "no",
    "mixed": "partly", "not enough data": "unsure", "not checkable": "beyond",
}  # fmt: skip


def sections(answer: Check) -> tuple[Section, ...]:
    """Return the text with its verdicts, and the claims as a table."""
    numbered = [*enumerate(answer.claims, 1)]
    blocks: list[Block] = []
    for passage in answer.passages:
        inside = [(k, one) for k, one in numbered if passage.start <= one.span.start < passage.end]
        runs = tuple(_runs(passage.text, inside))
        blocks.append(Paragraph(runs, "note") if passage.kind == "caption" else Paragraph(runs))
        if inside:
            blocks.append(Listing(tuple(_verdict(k, one) for k, one in inside)))
    heads = ("Claim", "Verdict", "Rule", "Query")
    rows = tuple(
        (f"{k}. {one.text}", f"{MARKS[one.verdict]} {one.verdict}".strip(), one.definition or "",
         "; ".join(one.query))
        for k, one in numbered
    )  # fmt: skip
    title = answer.title or "The article"
    table = Table("Claims, rules and queries", heads, rows, wide=True)
    return (
        Section("article", title, answer.headline.rstrip("."), tuple(blocks)),
        Section("claims", "How each was decided", "Every verdict can be run again", (table,)),
    )


def _runs(text: str, inside: list[tuple[int, Checked]]) -> Iterator[str | Marked]:
    """Yield a passage in runs, the words of claims marked; of two that overlap the first."""
    at = 0
    found = [(text.find(one.text), k, one) for k, one in inside]
    for start, k, one in sorted(found, key=lambda each: (each[0], -len(each[2].text))):
        if start < at:
            continue
        yield text[at:start]
        sign = MARKS[one.verdict].strip()
        yield Marked(one.text, f"{k} {sign}".strip(), TONES[one.verdict])
        at = start + len(one.text)
    yield text[at:]


def _verdict(number: int, one: Checked) -> Words:
    sign = MARKS[one.verdict].strip()
    said = "" if one.attribution == "asserted" else f" ({one.attribution})"
    head = Strong(f"{number} {sign} {one.verdict}{said}: ".replace("  ", " "))
    if one.verdict == BEYOND:
        return (head, one.answer)
    rule = f"Rule: {one.definition}." if one.definition else ""
    sources = "; ".join(dict.fromkeys(f.source for f in one.figures if f.value is None))
    fine = f"{rule} {sources}".strip()
    return (head, f"{one.answer} ", Fine(fine)) if fine else (head, one.answer)
