"""In what a text differs from a row of the list of statements, and what leaves it in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daylight.actors.find import find
from daylight.checks.known import Known
from daylight.checks.lists.scene_of_saying import other_numbers, tells_when
from daylight.checks.lists.venues import placed, stood_in
from daylight.checks.terms.times import other_years, within
from daylight.claims.records import Claim
from daylight.cohesion.spells import Row
from daylight.core.partial import PartialDate


def wrong_in(claim: Claim, row: Row, scene: str, known: Known) -> Iterator[str]:
    """Yield in what a text differs from a row, where it tells when, where, and of which states."""
    window = claim.window
    if (
        window
        and tells_when(claim.sentence, window)
        and not within(PartialDate(row["day"], row["precision"]), window)
    ):
        yield "time"
    if placed(scene, row, known.atlas) is False:
        yield "place"
    if _states(claim, row, known):
        yield "states named"


def doubt(claim: Claim, row: Row, scene: str, known: Known) -> str | None:
    """Return why a text that is like a row may yet not say the same."""
    if other_numbers(claim.sentence, f"{row['gist']} {row['phrase'] or ''}"):
        return "The number that the text gives is not in the row."
    if claim.window is None and other_years(scene, row["day"], row["day"]):
        return "The sentence names another year, of which it is not clear what it is the time of."
    if placed(scene, row, known.atlas) is None and (names := stood_in(scene)):
        return f"Whether {names[0]} is the same place is not known."
    return None


def _states(claim: Claim, row: Row, known: Known) -> bool:
    """Whether a text names other states than a row does, in a list that is else the same."""
    speaker = {code for actor in claim.subject for code in actor.ids}
    one, other = (
        {m.ids[0] for m in find(text, known.on) if m.kind == "state" and len(m.ids) == 1} - speaker
        for text in (claim.sentence, row["gist"])
    )
    return (
        len(one) > 1
        and len(other) > 1
        and bool(one & other)
        and bool(one - other)
        and bool(other - one)
    )


def denied(claim: Claim) -> bool:
    """Whether a text denies that the words were said, not something else in the sentence."""
    word = re.escape(claim.word("word").split(" ")[0][:4])
    denial = rf"\b(?:never|not|denied)\s(?:\w+\s){{0,2}}{word}|n['’]t\s(?:\w+\s){{0,2}}{word}"
    return claim.negated and bool(word) and bool(re.search(denial, claim.sentence, re.IGNORECASE))
