"""One person named by office and by name: "Iranian President Hassan Rouhani"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from daylight.actors.records import Mention

TITLE = re.compile(
    r"[ ,]*(?:the )?(?:then[- ])?"
    r"(?:former |late |prime |foreign |defen[cs]e |interim |acting |vice[- ])*"
    r"(?:president|premier|minister|chancellor|king|queen|leader|secretary(?: of state)?|general|"
    r"marshal|colonel|sultan|emir|shah|emperor|chairman|first secretary|head of state|dictator|"
    r"strongman|ruler|autocrat|monarch|counterpart|mr\.?)?[ ,]*",
    re.IGNORECASE,
)
FAR = 60
"""Characters between a state and its leader beyond which they are two."""


def joined(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions of a sentence with each state of a title taken into its leader."""
    out: list[Mention] = []
    for mention in mentions:
        if out and _titled(text, out[-1], mention):
            start = out.pop().start
            mention = replace(mention, start=start, text=text[start : mention.end])
        out.append(mention)
    return out


def _titled(text: str, before: Mention, mention: Mention) -> bool:
    return (
        mention.kind == "leader"
        and before.kind in ("state", "people")
        and bool(set(before.ids) & set(mention.ids))
        and mention.start - before.end < FAR
        and TITLE.fullmatch(text, before.end, mention.start) is not None
    )
