"""What is said of blocs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from daylight.core.refs import in_text
from daylight.core.said import Finding, Summary
from daylight.say.lines import listed as joined
from daylight.say.numbers import fixed
from daylight.shared_blocs.records import BlocTie, Relation
from daylight.spheres.between import DrawnBy

Groups = Mapping[Relation, tuple[BlocTie, ...]]
STANDINGS = {"full": "member", "withdrawing": "leaving member", "contemplated": "spoken of"}
"""How a standing is called, where not by its own word."""
FEW = 2
"""Wide organisations and forums that a list names; more are counted."""


def summary(groups: Groups, listed: Sequence[str], covered: tuple[int, int], day: date) -> Summary:
    """Count shared blocs, and name those that are not open to half of the world."""
    if groups["shared"]:
        text = f"Both are members of {joined(named(groups['shared']))}"
    elif day.year < covered[0]:
        text = f"The bloc table starts in {covered[0]}"
    else:
        text = f"No shared bloc among the {len(listed)} listed"
    if groups["looser"]:
        loose = joined(named(groups["looser"]))
        text += f"; in {loose} both have a standing, but are not both members"
    return Summary(f"{text}.", (Finding("blocs", text, ("/shared", "/looser", "/listed")),))


def named(
    ties: Sequence[BlocTie], name: Callable[[BlocTie], str] = lambda tie: tie.bloc
) -> list[str]:
    """Name the exclusive blocs, and of wide ones and forums a few, or how many there are."""
    close = [name(tie) for tie in ties if tie.reach == "exclusive"]
    wide = [name(tie) for tie in ties if tie.reach != "exclusive"]
    if len(wide) <= FEW:
        return close + wide
    return [*close, f"{len(wide)} wide organisations or forums"]


def sphere_text(one: DrawnBy) -> str:
    """Say how a power draws a state: ``Russia draws Iran by arms 32, trade 2 (partly)``."""
    pull, place = one.drawn.pull, one.drawn.place
    parts = [
        f"{word} {fixed(100 * value, 0)}"
        for word, value in (("arms", pull.military.value), ("trade", pull.economic.value))
        if value is not None
    ]
    text = f"{one.power.name} draws {in_text(one.drawn.state.name)} by {' and '.join(parts)} of 100"
    return text if place == "outside" else f"{text} ({PLACES[place]})"


PLACES = {"within": "within its sphere", "partly": "in part within its sphere"}


def standing(word: str) -> str:
    """Return how a standing is called."""
    return STANDINGS.get(word, word)


def bloc_name(tie: BlocTie) -> str:
    """Name a bloc in full, with its abbreviation where that is how it is known."""
    known = tie.bloc != tie.name and "_" not in tie.bloc
    return f"{tie.name} ({tie.bloc})" if known else tie.name
