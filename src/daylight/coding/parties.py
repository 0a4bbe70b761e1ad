"""Actors of a sentence as parties: where they stand, who stands together, who acts on whom."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from daylight.actors.records import Mention
from daylight.coding.reading import Read
from daylight.coding.tokens import Token
from daylight.coding.words import words

PLACE_WORDS = words("place words")
PARTS = words("parts")
"""Words before "of" after which a name only says where."""
HALF = words("half roles")
"""Roles of words that do not name the actor: "pro-Russian", "Sino-"."""
JOINTS = words("joints")
MOST = 8
"""Parties read together on one side of an act."""
OWN = words("own")
BOTH = words("both")


@dataclass(frozen=True, slots=True)
class Party:
    """An actor at the words ``first`` to ``last`` (not included).

    Attributes
    ----------
    code
        State or bloc; ``None`` where the mention is ambiguous.
    place
        Whether it only says where something happens.
    itself
        Whether the state or bloc itself is named, not its people.
    """

    first: int
    last: int
    code: str | None
    place: bool = False
    itself: bool = False


def parties(found: tuple[Mention, ...], tokens: tuple[Token, ...]) -> tuple[Party, ...]:
    """Return the mentions as parties, those that are only a part of a word left out."""
    starts = [token.start for token in tokens]
    out: list[Party] = []
    for mention in found:
        first = bisect_left(starts, mention.start)
        last = bisect_left(starts, mention.end)
        if first >= last or tokens[first].start != mention.start:
            continue
        if tokens[last - 1].end > mention.end:
            continue
        if mention.role in HALF or (first and tokens[first - 1].low == "ethnic"):
            continue
        code = mention.ids[0] if len(mention.ids) == 1 else None
        itself = mention.role not in {"demonym", "office"}
        left = tokens[first - 1].low if first else ""
        far = left == "the" and first > 1 and tokens[first - 2].low in PLACE_WORDS
        part = left == "of" and first > 1 and tokens[first - 2].low in PARTS
        place = left in PLACE_WORDS or far or part
        out.append(Party(first, last, code, place or mention.kind == "place", itself))
    return tuple(out)


def groups(found: tuple[Party, ...], read: Read) -> tuple[tuple[Party, ...], ...]:
    """Parties that stand together, "A, B and C"; a second name of the same one is folded in."""
    out: list[list[Party]] = []
    for party in found:
        if out and _together(out[-1][-1], party, read):
            if party.code != out[-1][-1].code or party.code is None:
                out[-1].append(party)
            else:
                out[-1][-1] = Party(out[-1][-1].first, party.last, party.code, out[-1][-1].place)
        else:
            out.append([party])
    return tuple(tuple(group[:MOST]) for group in out)


def _together(one: Party, other: Party, read: Read) -> bool:
    between = range(one.last, other.first)
    if len(between) > 7:
        return False
    lows = [read.lows[i] for i in between]
    if any(k.endswith(("/v", "/a")) for i in between for k in read.keys[i]):
        return False
    joints = [i for i, low in enumerate(lows) if low in JOINTS or low == ","]
    plain = {"'s", "of", "to", "in", "at", "on", "with", "by", "for", "from", "said", "that", "as"}
    if one.code == other.code and one.code is not None and not joints:
        return len(lows) <= 3 and plain.isdisjoint(lows)
    if not joints or (one.place and not other.place):
        return False
    after = lows[joints[-1] + 1 :]
    ahead = lows[: joints[0]]
    return (
        len(after) <= 3
        and len(ahead) <= 4
        and plain.isdisjoint(after + ahead)
        and ("a" not in after and "an" not in after)
    )
