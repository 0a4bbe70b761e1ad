"""What is said of a watch list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from daylight.bonds.written import chance_text, spanned, whole
from daylight.core.said import Finding, Summary
from daylight.say.dates import day
from daylight.say.lines import capital, counted, listed
from daylight.say.numbers import fixed, share
from daylight.say.words import Rule, Words
from daylight.watches.records import Change, Entry, Leg, Part, Since, Watch
from daylight.watches.watched import CHANCE, POINTS

STANDS = "relationship"
NAMED = 3
"""Ties that the headline names."""
LEAST_PART = 0.1
"""Least move of a part that is told, in points or log odds."""
WORDS: Words = (
    Rule(
        f"Told is a move of {fixed(POINTS, 0)} points of 100 or more, or of {share(CHANCE)} of a "
        f"chance, by the middle values; where the 90 % bands do not meet, that is said."
    ),
    Rule(
        "Real change: of another day by the same data, most of it by parts that are seen. Past its "
        "source: most of it by parts whose source has ended: an estimate, or no longer told."
    ),
    Rule(
        "New data: of the same day, not seen then and seen now. Revision: of the same day, told "
        "otherwise now, since a source or the method was corrected."
    ),
)


def used(answer: Watch) -> Words:
    """Return the rules by which a move is told, and its reason; none without an earlier day."""
    if answer.since is None:
        return ()
    return WORDS[:2] if answer.since.kind == "date" else WORDS


def summary(entries: Sequence[Entry], since: Since | None) -> Summary:
    """Return how many ties there are, how they stand, and which changed."""
    found = [_ties(entries), *_unanswered(entries)]
    if since is not None:
        found = [_changed(entries, since), _news(entries), *found]
    first = found[:2] if since is None else found[:1]
    rest = [_entry_finding(k, one) for k, one in enumerate(entries) if one.legs]
    return Summary(" ".join(f"{one.text}." for one in first), (*found, *rest))


def _ties(entries: Sequence[Entry]) -> Finding:
    answered = [(k, one) for k, one in enumerate(entries) if one.legs]
    stands = Counter(one.legs[0].now.words.get(STANDS, "") for _, one in answered)
    told = [f"{n} {word}" for word, n in stands.most_common() if word]
    text = f"{capital(counted(len(answered), 'tie'))} watched" + (
        f": {listed(told)}" if told else ""
    )
    where = tuple(f"/entries/{k}/legs/0/now/words" for k, _ in answered)
    return Finding("ties", text, where or ("/watched",))


def _unanswered(entries: Sequence[Entry]) -> list[Finding]:
    lost = [(k, one) for k, one in enumerate(entries) if not one.legs]
    if not lost:
        return []
    names = listed(one.label for _, one in lost[:NAMED])
    more = f" and {len(lost) - NAMED} more" if len(lost) > NAMED else ""
    text = f"{counted(len(lost), 'pair')} could not be answered: {names}{more}"
    return [Finding("unanswered", text, tuple(f"/entries/{k}/problem" for k, _ in lost))]


def changed(entry: Entry) -> bool:
    """Whether anything of an entry changed, or happened, since the earlier day."""
    return any(leg.changes or leg.facts for leg in entry.legs)


def _changed(entries: Sequence[Entry], since: Since) -> Finding:
    moved = [(k, one) for k, one in enumerate(entries) if changed(one)]
    answered = sum(1 for one in entries if one.legs)
    when = day(since.as_of)
    if not moved:
        text = f"Of {counted(answered, 'tie')} watched none is known to have changed since {when}"
        return Finding("changed", text, ("/since/as_of",))
    names = listed(short(one) for _, one in moved[:NAMED])
    more = f" and {len(moved) - NAMED} more" if len(moved) > NAMED else ""
    text = (
        f"Since {when} there is news of {len(moved)} of {counted(answered, 'tie')}: {names}{more}"
    )
    where = [f"/entries/{k}/legs/0/{part}" for k, _ in moved for part in ("a", "b")]
    return Finding("changed", text, (*where, "/since/as_of"))


def _news(entries: Sequence[Entry]) -> Finding:
    """Count what changed and what is new, of each two states once."""
    legs = {leg_title(leg): leg for one in entries for leg in one.legs}.values()
    found = [change for leg in legs for change in leg.changes]
    real = sum(change.why == "real change" for change in found)
    facts = sum(len(leg.facts) for leg in legs)
    text = f"{capital(counted(len(found), 'change'))}, {real} of them real, and "
    text += counted(facts, "new dated fact")
    return Finding("news", text, ("/since/as_of",))


def short(entry: Entry) -> str:
    """Name the pair of an entry in few words."""
    leg = entry.legs[0]
    return f"{leg.a.name}-{leg.b.name}"


def _entry_finding(k: int, entry: Entry) -> Finding:
    leg = entry.legs[0]
    place = f"/entries/{k}/legs/0/now"
    word = leg.now.words.get(STANDS)
    text = f"{short(entry)}: {word or 'watched'}"
    where = [f"{place}/words"]
    if "p_rivalry" in leg.now.values:
        text += f", rivalry {chance_text(leg.now.values['p_rivalry'])} in 100"
        where.append(f"{place}/values/p_rivalry")
    news = [c for each in entry.legs for c in each.changes]
    facts = sum(len(each.facts) for each in entry.legs)
    if news or facts:
        text += f"; {counted(len(news), 'change')}, {counted(facts, 'new fact')}"
        for n in range(len(entry.legs)):
            where += [f"/entries/{k}/legs/{n}/changes/{m}/what"
                      for m in range(len(entry.legs[n].changes))]  # fmt: skip
            where += [f"/entries/{k}/legs/{n}/facts/{m}/day"
                      for m in range(len(entry.legs[n].facts))]  # fmt: skip
    return Finding("entry", text, tuple(where))


def change_text(change: Change) -> str:
    """Say what a change is, with its reason."""
    if change.before is None or change.after is None:
        return f"{change.why}: {change.title}: {change.word_before}, now {change.word_after}"
    write = chance_text if change.what.startswith("p_") else spanned
    text = f"{change.why}: {change.title} {write(change.before)}, now {write(change.after)}"
    text += ", bands apart" if change.apart else ""
    parts = [_part(change, part) for part in change.parts if abs(part.move) >= LEAST_PART]
    return f"{text} ({'; '.join(parts)})" if parts else text


def _part(change: Change, part: Part) -> str:
    if change.what.startswith("p_"):
        return f"{'up' if part.move > 0 else 'down'} by {part.title}"
    move = f"{'+' if part.move > 0 else '-'}{whole(abs(part.move))}"
    return f"{part.title} {move}{'' if part.seen else ', carried'}"


def leg_title(leg: Leg) -> str:
    """Name the two states of a part of an entry."""
    return f"{leg.a.name} and {leg.b.name}"
