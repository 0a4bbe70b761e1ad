"""What is said of a sphere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from daylight.communities.records import Member
from daylight.core.refs import in_text
from daylight.core.request import Request
from daylight.core.said import Finding, Summary
from daylight.pulls.leading import LEAST, OTHERS
from daylight.pulls.pulls import Dimension
from daylight.say.lines import capital, counted, listed
from daylight.say.numbers import fixed
from daylight.spheres.records import Drawn, Place, Remains

BY: dict[Dimension, str] = {"military": "arms", "political": "politics", "economic": "trade"}
NAMED = 8
"""States that a sentence names."""


def summary(
    asked: Request,
    drawn: Sequence[Drawn],
    left: Remains | None,
    together: Sequence[Member],
    *,
    is_power: bool,
) -> Summary:
    """Say who lies within the sphere, who is drawn by one thing only, and what remains."""
    name = in_text(asked.a.name)
    findings = [_within(name, asked.year, drawn), *_partly(name, drawn, is_power=is_power)]
    if left is not None:
        findings += _left(name, left, asked.year)
    findings += _community(asked, together)
    said = tuple(replace(one, text=capital(one.text)) for one in findings)
    about = {one.about: one.text for one in said}
    head = [about[name] for name in ("within", "remains") if name in about]
    return Summary(f"{'. '.join(head)}.", said)


def _within(name: str, year: int, drawn: Sequence[Drawn]) -> Finding:
    there = [(k, one) for k, one in enumerate(drawn) if one.place == "within"]
    if not there:
        text = f"no state lay within the sphere of {name} in {year}: it led on none in two of "
        return Finding("within", f"{text}arms, trade and politics", _first(drawn))
    names = _names([one for _, one in there])
    text = f"within the sphere of {name} lay {counted(len(there), 'state')} in {year}: {names}"
    return Finding("within", text, tuple(f"/states/{k}/place" for k, _ in there))


def _partly(name: str, drawn: Sequence[Drawn], *, is_power: bool) -> Iterator[Finding]:
    parts, evidence = [], []
    for dimension, word in BY.items():
        mine = [k for k, one in enumerate(drawn) if one.leads == (dimension,)]
        if mine and (is_power or dimension != "political"):
            parts.append(f"{len(mine)} by {word}")
            evidence += [f"/states/{k}/leads" for k in mine[:NAMED]]
    text = f"it led on {listed(parts)} only" if parts else "it led on no other by one of them"
    yield Finding("partly", text, tuple(evidence) or _first(drawn))


def _left(name: str, left: Remains, year: int) -> Iterator[Finding]:
    if not left.then:
        yield Finding("remains", f"in {left.since} none did", ("/remains/then",))
        return
    still, kept = len(left.kept) + len(left.left), len(left.kept)
    text = f"of {counted(len(left.then), 'state')} within it in {left.since},"
    text += f" {len(left.gone)} no longer exist" if left.gone else ""
    text += f", and of the other {still}" if left.gone and still else ""
    text += f" {kept or 'none'} still {'are' if kept > 1 else 'is'}" if still else ""
    if left.share is not None and left.lo is not None and left.hi is not None:
        ends = (fixed(100 * x, 0) for x in (left.share, left.lo, left.hi))
        text += " ({} %, 90 % interval {} to {})".format(*ends)
    kept_ = tuple(f"/remains/kept/{k}/code" for k in range(kept))
    then = tuple(f"/remains/then/{k}/code" for k in range(len(left.then)))
    yield Finding("remains", text, ("/remains/share", *then, *kept_))
    if left.born:
        text = (
            f"of {counted(len(left.born), 'state')} that came out of {name} since, "
            f"{len(left.born_within)} lay within it in {year}"
        )
        born = tuple(f"/remains/born/{k}/code" for k in range(len(left.born)))
        within = tuple(f"/remains/born_within/{k}/code" for k in range(len(left.born_within)))
        yield Finding("born", text, (*born, *within))


def _community(asked: Request, together: Sequence[Member]) -> Iterator[Finding]:
    others = [one for one in together if one.state.cow != asked.a.cow]
    if others:
        names = [in_text(one.state.name) for one in others[:NAMED]]
        more = len(others) - NAMED
        text = listed([*names, *([f"{more} more"] if more > 0 else [])])
        text = f"by ties beyond what size and distance let expect, it stands with {text}"
        yield Finding("community", text, _told(together))


def _told(together: Sequence[Member]) -> tuple[str, ...]:
    return tuple(f"/community/{k}/state/code" for k in range(min(len(together), NAMED + 1)))


def _first(drawn: Sequence[Drawn]) -> tuple[str, ...]:
    """Return the places of the first of the list: where none leads there, none does."""
    return tuple(f"/states/{k}/place" for k in range(min(len(drawn), NAMED)))


def _names(drawn: Sequence[Drawn]) -> str:
    names = [in_text(one.state.name) for one in drawn[:NAMED]]
    more = len(drawn) - NAMED
    return listed([*names, f"{more} more"] if more > 0 else names)


PLACES: dict[Place, str] = {
    "within": "Within: leads in two of arms, trade and politics",
    "partly": "Partly: leads in one",
}
RULE = (
    f"A lead: the largest pull of all states, and at least {fixed(100 * LEAST['military'], 0)} % "
    f"by arms or {fixed(100 * LEAST['economic'], 0)} % by trade; in politics the highest place "
    f"among the powers, in the top quarter. A power leads on {OTHERS} others by arms or by trade."
)
