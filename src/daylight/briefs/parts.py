"""The parts of a brief, one after another: lines, sections of the page, scales of words."""

from __future__ import annotations

from daylight.briefs.records import Brief
from daylight.core.lazy import load
from daylight.say.words import Words
from daylight.show.blocks import Section


def lines(brief: Brief) -> list[str]:
    """Return the short lines of every part, with a blank line between two."""
    out: list[str] = []
    for part in brief.parts.values():
        if part.view.short:
            out += [*load(part.view.short)(part), ""]
    return out[:-1]


def sections(brief: Brief) -> tuple[Section, ...]:
    """Return the sections of every part."""
    return tuple(s for part in brief.parts.values() for s in load(part.view.sections)(part))


def words(brief: Brief) -> Words:
    """Return the scales and rules of every part, each once."""
    entries = (entry for part in brief.parts.values() for entry in part.view.scales(part))
    return tuple(dict.fromkeys(entries))
