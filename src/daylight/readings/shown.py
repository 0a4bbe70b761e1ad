"""An article that was read, for people: lines, a page, columns."""

from __future__ import annotations

from typing import Any

from daylight.readings.records import Named, Reading
from daylight.say.lines import wrap
from daylight.show.blocks import Section, Table

MOST = 12
START = 60


def lines(answer: Reading) -> list[str]:
    """Return title, paragraphs, captions, what was dropped, and who is named."""
    out: list[str] = []
    for text in (answer.title, answer.deck, answer.byline, answer.date and str(answer.date)):
        out += wrap(str(text)) if text else []
    for piece in answer.paragraphs:
        out += ["", *wrap(piece.text)]
    if answer.captions:
        out += [
            "",
            "CAPTIONS",
            *(line for piece in answer.captions for line in wrap(f"- {piece.text}", 0, 2)),
        ]
    if answer.dropped:
        out += ["", "DROPPED"]
        for part in answer.dropped:
            out += wrap(f"- {part.why}: {_begin(part.text)}", 0, 2)
    if answer.actors:
        out += ["", "NAMED"]
        for actor in answer.actors[:MOST]:
            out += wrap(f"- {_who(actor)}: {len(actor.places)}", 0, 2)
    return out


def _begin(text: str) -> str:
    return text if len(text) <= START else f"{text[: START - 3].rstrip()}..."


def _who(actor: Named) -> str:
    ids = " or ".join(actor.ids)
    return f"{actor.name} ({ids})" if ids and ids != actor.name else actor.name


def sections(answer: Reading) -> tuple[Section, ...]:
    """Return the parts of a page."""
    heads = ("Part", "Begins at", "Text")
    parts = [("paragraph", piece) for piece in answer.paragraphs]
    parts += [("caption", piece) for piece in answer.captions]
    parts.sort(key=lambda part: part[1].start)
    rows = tuple((kind, str(piece.start), piece.text) for kind, piece in parts)
    named = tuple(
        (actor.name, actor.kind, " or ".join(actor.ids), str(len(actor.places)))
        for actor in answer.actors
    )
    dropped = tuple((part.why, str(part.start), _begin(part.text)) for part in answer.dropped)
    tables = [
        Table("Text", heads, rows, wide=True),
        Table("Named", ("Name", "Kind", "Code", "Times"), named),
    ]
    tables += [Table("Dropped", ("Why", "Begins at", "Text"), dropped)] if dropped else []
    title = answer.title or "Document"
    return (Section("document", title, answer.headline.rstrip("."), tuple(tables)),)


def columns(answer: Reading) -> dict[str, list[Any]]:
    """Return one row for each place where somebody is named."""
    rows = [(actor, place) for actor in answer.actors for place in actor.places]
    return {
        "name": [actor.name for actor, _ in rows],
        "kind": [actor.kind for actor, _ in rows],
        "ids": ["; ".join(actor.ids) for actor, _ in rows],
        "start": [place.start for _, place in rows],
        "end": [place.end for _, place in rows],
        "text": [place.text for _, place in rows],
    }
