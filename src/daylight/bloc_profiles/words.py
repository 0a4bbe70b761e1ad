"""What is said of a bloc."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from daylight.bloc_profiles.records import Lists, Measures, Member, Next, Sign, Tether, Vitality
from daylight.bonds.records import Quantity
from daylight.cohesion.spells import Row
from daylight.core.refs import in_text
from daylight.core.said import Finding, Summary
from daylight.say.lines import capital, counted, listed
from daylight.say.numbers import fixed

NAMED, YEARS = 8, 4
ON = {"military": "by arms", "economic": "by trade"}
VERDICTS = {
    "living": "by these signs it lives",
    "idle": "by these signs it is idle",
    "dying": "by these signs it is dying",
    "cannot be told": "whether it lives cannot be told",
}


def summary(
    row: Row, lists: Lists, measured: Measures, signs: Vitality, coming: Next | None
) -> Summary:
    """Say who belongs, whom they lean on, whether they go together, and whether it lives."""
    findings = (
        _members(row, lists),
        *_contemplated(lists),
        *_hubs(measured),
        *_tethers(measured),
        *_cohesion(measured),
        _vitality(signs),
        *_next(coming),
    )
    said = tuple(replace(one, text=capital(one.text)) for one in findings)
    about = {one.about: one.text for one in said}
    head = [about[name] for name in ("members", "hubs", "votes", "vitality") if name in about]
    return Summary(f"{'. '.join(head)}.", said)


def _members(row: Row, lists: Lists) -> Finding:
    full = [one for one in lists["members"] if one.status != "suspended"]
    off = [one for one in lists["members"] if one.status == "suspended"]
    text = f"{row['bloc']} has {counted(len(full), 'member')}: {_names(full)}"
    text += f"; suspended: {_names(off)}" if off else ""
    return Finding("members", text, _codes("members", lists["members"]))


def _contemplated(lists: Lists) -> Iterator[Finding]:
    for key, verb in (("waiting", "waiting to join"), ("contemplated", "publicly spoken of")):
        if lists[key]:
            yield Finding(key, f"{verb}: {_names(lists[key])}", _codes(key, lists[key]))


def _hubs(measured: Measures) -> Iterator[Finding]:
    hubs = measured["hubs"]
    if not hubs:
        if measured["measured"]:
            yield Finding("hubs", "its members lean on no one member", ("/hubs",))
        return
    parts = [
        f"{in_text(hub.state.name)} ({fixed(100 * hub.share, 0)} of 100, 90 % interval "
        f"{fixed(100 * hub.lo, 0)} to {fixed(100 * hub.hi, 0)})"
        for hub in hubs
    ]
    text = f"of all leaning among its members most is on {listed(parts)}"
    yield Finding("hubs", text, tuple(f"/hubs/{k}/share" for k in range(len(hubs))))


def _tethers(measured: Measures) -> Iterator[Finding]:
    for k, tether in enumerate(measured["tether"]):
        if tether.dimension == "political" or tether.hub.value is None:
            continue
        text = f"{ON[tether.dimension]} the others lean on it for {_percent(tether.hub)}"
        if len(measured["hubs"]) > 1:
            text = text.replace(" on it ", " on these ")
        text += _against(tether)
        yield Finding("tether", text, (f"/tether/{k}/hub/value", f"/tether/{k}/outside/value"))


def _against(tether: Tether) -> str:
    if tether.outside.value is None or tether.fellows.value is None:
        return ""
    text = f", on each other for {_percent(tether.fellows)}, on outsiders for "
    text += _percent(tether.outside)
    text += f" ({in_text(tether.outsider.name)} most)" if tether.outsider else ""
    return text + (
        f"; {_nth(tether.rank)} of {tether.of} blocs" if tether.rank and tether.of else ""
    )


def _nth(rank: int) -> str:
    ends = {1: "st", 2: "nd", 3: "rd"}
    end = "th" if rank % 100 in (11, 12, 13) else ends.get(rank % 10, "th")
    return f"{rank}{end}"


def _cohesion(measured: Measures) -> Iterator[Finding]:
    cohesion = measured["cohesion"]
    if cohesion.agreement is not None and cohesion.chance is not None:
        lo, hi = cohesion.excess.lo or 0.0, cohesion.excess.hi or 0.0
        part = f"in {fixed(100 * cohesion.agreement, 0)} of 100 UN votes two members vote alike"
        any_ = f"any two states do in {fixed(100 * cohesion.chance, 0)}"
        link = ", more than chance: " if lo > 0 else ", less than chance: " if hi < 0 else ", "
        if lo <= 0 <= hi:
            link = ", which cannot be told from chance: "
        pointers = ("/cohesion/agreement", "/cohesion/chance", "/cohesion/excess")
        yield Finding("votes", part + link + any_, pointers)
    if cohesion.trade is not None:
        trade = cohesion.trade
        text = f"{fixed(100 * trade.share, 0)} % of its members' trade is with each other"
        if trade.ratio.value is not None and trade.ratio.lo is not None:
            text += f", {fixed(trade.ratio.value, 1)} times what they trade with outsiders"
            text += " once sizes and distance are allowed for"
        yield Finding("trade", text, ("/cohesion/trade/share", "/cohesion/trade/ratio/value"))


def _vitality(signs: Vitality) -> Finding:
    life = [s for s in signs.signs if s.speaks_for == "life"]
    decay = [s for s in signs.signs if s.speaks_for == "decay"]
    text = f"{VERDICTS[signs.verdict]} ({_counted(life, 'life')}, {_counted(decay, 'decay')})"
    told = tuple(f"/vitality/signs/{k}/name" for k in range(len(signs.signs)))
    return Finding("vitality", text, ("/vitality/verdict", *told))


def _next(coming: Next | None) -> Iterator[Finding]:
    if coming is None or not coming.join:
        return
    first = [one for one in coming.join if one.rank == 1]
    chance = next(w.chance for w in first[0].within if w.years == YEARS)
    if chance.value is None or chance.lo is None or chance.hi is None:
        return
    names = [in_text(one.state.name) for one in first[:NAMED]]
    more = len(first) - NAMED
    names += [f"{more} more"] if more > 0 else []
    value, lo, hi = (fixed(100 * x, 1) for x in (chance.value, chance.lo, chance.hi))
    text = (
        f"likeliest to join within {YEARS} years: {listed(names)}, {value} in 100 each "
        f"({lo} to {hi})"
    )
    text = text.replace(" each", "") if len(first) == 1 else text
    yield Finding("next", text, ("/next/join/0/within",))


def _counted(signs: Sequence[Sign], of: str) -> str:
    return f"{counted(len(signs), 'sign')} of {of}"


def _percent(value: Quantity) -> str:
    return f"{fixed(100 * (value.value or 0.0), 0)} %"


def _codes(name: str, there: Sequence[Member]) -> tuple[str, ...]:
    return tuple(f"/{name}/{k}/state/code" for k in range(len(there))) or (f"/{name}",)


def _names(there: Sequence[Member]) -> str:
    names = [in_text(one.state.name) for one in there[:NAMED]]
    more = len(there) - NAMED
    return listed([*names, *([f"{more} more"] if more > 0 else [])]) if names else "none"
