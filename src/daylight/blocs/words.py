"""What is said of blocs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from daylight.blocs.records import BlocTie, Relation
from daylight.core.said import Finding, Summary
from daylight.say.lines import listed as joined

Groups = Mapping[Relation, tuple[BlocTie, ...]]
STANDINGS = {"full": "member"}
"""How a standing is called, where not by its own word."""


def summary(groups: Groups, listed: Sequence[str], covered: tuple[int, int], day: date) -> Summary:
    """Count shared blocs, and name them."""
    names = [tie.bloc for tie in groups["shared"]]
    if names:
        text = f"Both are full members of {joined(names)}"
    elif day.year < covered[0]:
        text = f"The bloc table starts in {covered[0]}"
    else:
        text = f"No shared bloc among the {len(listed)} listed"
    loose = [tie.bloc for tie in groups["looser"]]
    if loose:
        text += f"; in {joined(loose)} both have a standing, but not both a full one"
    return Summary(f"{text}.", (Finding("blocs", text, ("/shared", "/looser", "/listed")),))


def standing(word: str) -> str:
    """Return how a standing is called."""
    return STANDINGS.get(word, word)


def bloc_name(tie: BlocTie) -> str:
    """Name a bloc in full, with its abbreviation where that is how it is known."""
    known = tie.bloc != tie.name and "_" not in tie.bloc
    return f"{tie.name} ({tie.bloc})" if known else tie.name
