"""The default coder: phrases, clauses and word order; no model, no network."""

from __future__ import annotations

from datetime import date

from daylight.actors.find import find
from daylight.actors.records import Mention
from daylight.coding.acts import of_clause, of_nouns, with_halts
from daylight.coding.clauses import clauses
from daylight.coding.events import events_of
from daylight.coding.match import hits
from daylight.coding.parties import groups, parties
from daylight.coding.reading import read
from daylight.coding.records import Event
from daylight.coding.sides import Scene
from daylight.coding.tokens import Token, tokens

QUOTES = frozenset({'"', "“", "”", "‘", "`", "«", "»"})
LONGEST_ASIDE = 12


class PatternCoder:
    """Codes events by patterns of words."""

    name = "patterns"

    def code(self, sentence: str, on: date | None = None) -> tuple[Event, ...]:
        """Events of a sentence, the main one first."""
        words = without_asides(tokens(sentence))
        if not words:
            return ()
        return coded(words, find(sentence[: words[-1].end], on))


def without_asides(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out what stands in short brackets, and quotation marks."""
    out: list[Token] = []
    opened = -1
    for word in words:
        if word.low == "(":
            opened = len(out)
        elif word.low == ")":
            if opened >= 0 and len(out) - opened <= LONGEST_ASIDE:
                del out[opened:]
            opened = -1
        elif word.low not in QUOTES:
            out.append(word)
    return tuple(out)


def coded(words: tuple[Token, ...], found: tuple[Mention, ...]) -> tuple[Event, ...]:
    """Events of a sentence that is cut into words, with its actors.

    Acts of main clauses come first, then those of clauses beside them. A noun is asked only
    where no verb of a main clause tells of an act, and not where something is merely hoped for
    or commented on.
    """
    placed = parties(found, words)
    named = frozenset(i for party in placed for i in range(party.first, party.last))
    text = read(words, named, frozenset(p.last - 1 for p in placed if p.itself))
    scene = Scene(text, groups(placed, text), clauses(text))
    every = with_halts(hits(text))
    main: list[Event] = []
    beside: list[Event] = []
    for number, clause in enumerate(scene.clauses):
        act = of_clause(scene, number, every)
        if act is not None:
            where = main if clause.kind in {"main", "said"} else beside
            where += events_of(scene, act)
    if not main and not any(h.what == "comment" for h in every):
        act = of_nouns(scene, every, beside=bool(beside))
        main += events_of(scene, act) if act else ()
    return tuple(dict.fromkeys(main + beside))
