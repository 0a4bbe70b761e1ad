"""Claims about what was said, who met, and whose forces are where, against lists with citations.

The lists are no census: that they hold no row is not evidence against a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from rapidfuzz import fuzz

from daylight.checks.amounts import troops
from daylight.checks.belonging import within
from daylight.checks.known import Known
from daylight.checks.verdict import Figure, Verdict, Word, fact, silent, turned
from daylight.claims.records import Claim, Window
from daylight.cohesion.spells import Row
from daylight.core.partial import PartialDate
from daylight.say.dates import partly
from daylight.store.older import holds as has_table

ALIKE = 82.0
"""Likeness, of 100, from which words of the text are those of a row."""
GIST = 0.34
"""Part of the telling words of a row that must stand in the text."""
SHORT = {"the", "and", "that", "with", "for", "from", "his", "her", "its", "their", "says", "said", "calls", "was",
         "were", "has", "have", "will", "not", "are", "into", "over", "after", "before", "which", "this", "they", "who",
         "states", "state", "would", "than", "then", "them", "had", "been", "all", "but", "a", "an", "of", "in", "to", "on", "by"}  # fmt: skip
WORD = re.compile(r"[^\W\d_]{3,}")


def _tables(known: Known, name: str) -> list[Row]:
    return known.table(name) if has_table(known.atlas.manifest, name) else []


def _telling(text: str) -> set[str]:
    return {word[:6] for word in WORD.findall(text.lower())} - {word[:6] for word in SHORT}


def _name(text: str) -> str:
    return text.split()[-1].lower() if text else ""


def statement(claim: Claim, known: Known) -> Verdict:
    """Decide whether somebody said something at a place and time."""
    who = next((a for a in claim.subject if a.kind == "leader"), None)
    rows = _tables(known, "statements")
    if who is None or not rows:
        return silent("Who spoke is not settled by the text.")
    mine = [r for r in rows if _same(r["speaker"], who.name) and r["day"] <= known.on]
    scored = sorted(((_likeness(claim.sentence, r), r) for r in mine), key=lambda pair: -pair[0])
    query = (
        f"daylight sql \"SELECT day, venue, place, gist FROM statements WHERE speaker = '{who.name}' ORDER BY day\"",
    )
    tables = ("statements",)
    if not scored or scored[0][0] < 1.0:
        return silent(
            f"The list holds {len(mine)} statements of {who.name}, and none like this one.",
            query,
            tables,
        )
    row = scored[0][1]
    when = PartialDate(row["day"], row["precision"])
    told = f"{row['speaker']}, {row['event'] or row['venue']}, {row['place']}, {partly(when)}"
    figures = (fact("statement", f"{told}: {row['gist']}", row["citation"]),)
    if row["confirmed"] == "unconfirmed":
        return Verdict(
            "not enough data",
            f"A row that nobody has confirmed has it: {told}.",
            None,
            query,
            figures,
            tables,
        )
    denied = (
        [row["misplaced"]]
        if row["misplaced"]
        and re.search(
            r"apocryph|no record|never said|not found",
            f"{row['misplaced']} {row['note'] or ''}",
            re.IGNORECASE,
        )
        else []
    )
    if denied:
        return Verdict(
            "not enough data",
            f"No record of these words was found: {row['note'] or row['misplaced']}.",
            None,
            query,
            figures,
            tables,
        )
    gazetteer = known.once("gazetteer", lambda: _gazetteer(known))
    time_ok = claim.window is None or within(when, claim.window)
    place_ok = _placed(claim, row, gazetteer)
    text = f"It was said on {partly(when)}: {row['event'] or row['venue']}, {row['place']}."
    if row["misplaced"]:
        text += f" Often given otherwise: {row['misplaced']}."
    if time_ok and place_ok is not False:
        return Verdict(turned("supported", claim.negated), text, None, query, figures, tables)
    word: Word = (
        "contradicted" if (not time_ok and place_ok is not True) or place_ok is False else "mixed"
    )
    wrong = "the time" if not time_ok else ""
    wrong += (" and " if wrong and place_ok is False else "") + (
        "the place" if place_ok is False else ""
    )
    return Verdict(
        turned(word, claim.negated),
        f"{text} The text has {wrong} otherwise.",
        None,
        query,
        figures,
        tables,
    )


def _same(speaker: str, name: str) -> bool:
    return _name(speaker) == _name(name) or fuzz.token_set_ratio(speaker, name) >= 90


def _likeness(sentence: str, row: Row) -> float:
    """Return 1 or more where the words or the sense of a row stand in a sentence."""
    small = sentence.lower()
    phrases = [p.strip().lower() for p in re.split(r"//|;", row["phrase"] or "") if p.strip()]
    best = max((fuzz.partial_ratio(p, small) for p in phrases if len(p) > 7), default=0.0)
    telling = _telling(row["gist"])
    shared = len(telling & _telling(sentence)) / max(len(telling), 1)
    names = _telling(f"{row['event'] or ''} {row['venue'] or ''}")
    named = len(names & _telling(sentence)) / max(len(names), 1)
    return (
        best / ALIKE
        + shared / GIST * 0.75
        + 0.4 * named
        - (0.5 if best < ALIKE and shared < GIST else 0.0)
    )


FIRST = re.compile(r"\bfirst (?:time|talks|met|meeting|sat|summit|encounter|visit)")
VENUE = re.compile(
    r"\b(?:at|before|to|in|inside|aboard|during|from) (?:the |his |a |an )?(?:prestigious |annual |famous )*((?:[A-Z][\w’'.-]+|of|the|for|and|on)(?: (?:[A-Z][\w’'.-]+|of|the|for|and|on)){0,6})"
)


def _gazetteer(known: Known) -> set[str]:
    """Return the names of places, in small letters, that the lists know."""
    rows = [row for name in ("statements", "meetings") for row in _tables(known, name)]
    names = {str(row["place"]).split(",")[0].split(" (")[0] for row in rows}
    names |= {str(row["name"]) for row in _tables(known, "places")}
    return {name.lower() for name in names if len(name) > 2}


def _placed(claim: Claim, row: Row, gazetteer: set[str]) -> bool | None:
    """Return whether the place or venue that a text names is that of a row; None if it names none."""
    named = [m[1] for m in VENUE.finditer(claim.sentence)]
    told = _telling(" ".join(str(row[k] or "") for k in ("venue", "event", "place")))
    sure = [
        n
        for n in named
        if _telling(n)
        and not re.fullmatch(
            r"(?:January|February|March|April|May|June|July|August|September|October|November|December).*",
            n,
        )
    ]
    if not sure:
        return None
    own = {w for n in sure for w in _telling(n)}
    if own & told:
        return True
    venues = [
        n
        for n in sure
        if re.search(
            r"Conference|Congress|Assembly|Summit|Parliament|Forum|Council|University|College|Palace|House|Hall|Square|Gate|Duma|Club|Institute|Bundestag|Address|Academy|Airport|Kremlin|Stadium|Harbor|Harbour|Office|Session",
            n,
        )
    ]
    heads = {" ".join(name.lower().split()[:k]) for name in sure for k in (1, 2, 3)}
    return False if venues or heads & gazetteer else None


def meeting(claim: Claim, known: Known) -> Verdict:
    """Decide whether people or states met at a place and time."""
    rows = _tables(known, "meetings")
    people = [*claim.subject, *claim.object]
    if len(people) < 2 or not rows:
        return silent("Who met is not settled by the text.")
    found = [
        r
        for r in rows
        if r["first"] <= known.on
        and all(_there(a.name, a.ids, a.kind, r["participants"]) for a in people)
    ]
    names = " and ".join(a.name for a in people)
    last = _name(people[0].name).replace("'", "''")
    query = (
        f"daylight sql \"SELECT first, place, event, participants FROM meetings WHERE participants ILIKE '%{last}%'\"",
    )
    tables = ("meetings",)
    if not found:
        return silent(f"The list holds no meeting of {names}; it is no census.", query, tables)
    timed = [r for r in found if claim.window is None or _during(r, claim.window)]
    placed = [r for r in found if _at(claim, r)]
    both = [r for r in timed if r in placed]
    met = (both or placed)[:1]
    before = [r for r in found if met and _sure(r) and r["last"] < met[0]["first"]]
    if FIRST.search(claim.text) and before:
        text = (
            f"They had met before: {before[0]['event']}, {before[0]['place']}, {_span(before[0])}."
        )
        figures = (fact("meeting", text, before[0]["citation"]),)
        word = turned("contradicted", claim.negated)
        return Verdict(word, text, None, query, figures, tables)
    names_place = any(_at(claim, r) for r in rows)
    best = (both or timed or placed or found)[-1]
    text = f"On record: {best['event']}, {best['place']}, {_span(best)}."
    figures = (
        fact("meeting", f"{best['event']}, {best['place']}, {_span(best)}", best["citation"]),
    )
    sure = best["confirmed"] != "unconfirmed"
    if both or (timed and not names_place) or (placed and claim.window is None):
        word: Word = "supported" if sure else "not enough data"
    elif (placed and claim.window is not None and len(placed) == 1 and sure) or (
        timed
        and names_place
        and claim.window is not None
        and claim.window.precision in ("day", "month")
        and sure
    ):
        word = "contradicted"
    else:
        word = "not enough data"
        text += " Other meetings may be missing from the list."
    return Verdict(turned(word, claim.negated), text, None, query, figures, tables)


def _sure(row: Row) -> bool:
    return bool(row["confirmed"] != "unconfirmed")


def _there(name: str, ids: tuple[str, ...], kind: str, participants: str) -> bool:
    parts = [p.strip() for p in participants.split(";")]
    if kind == "leader":
        return any(
            _name(p.split("/")[0]) == _name(name)
            or fuzz.token_set_ratio(p.split("/")[0], name) >= 92
            for p in parts
            if "/" in p
        )
    return any(code in (p.split("/")[-1], p) for p in parts for code in ids)


def _at(claim: Claim, row: Row) -> bool:
    place = str(row["place"]).split(",")[0].split(" (")[0]
    return bool(re.search(rf"\b{re.escape(place)}\b", claim.sentence, re.IGNORECASE))


def _during(row: Row, window: Window) -> bool:
    first = PartialDate(row["first"], row["precision"])
    if within(first, window):
        return True
    return window.how == "in" and row["first"] <= window.last and row["last"] >= window.first


def _span(row: Row) -> str:
    first = partly(PartialDate(row["first"], row["precision"]))
    return (
        first
        if row["first"] == row["last"] or row["precision"] != "day"
        else f"{first} to {partly(PartialDate(row['last'], 'day'))}"
    )


def base(claim: Claim, known: Known) -> Verdict:
    """Decide whether forces of a state were at a place, or in another state, at a time."""
    owner = next((a.state for a in claim.subject if a.state), None)
    if owner is None or not claim.object:
        return silent("Whose forces are meant is not settled by the text.")
    where = claim.object[0]
    day = claim.window or Window(known.on, known.on, "day", "in", 0, 0)
    rows = _tables(known, "places")
    if where.kind == "place":
        found = [r for r in rows if r["name"] == where.name or where.name in (r["aliases"] or "")]
    else:
        host = known.state(str(where.state))
        found = [r for r in rows if host and r["cow"] == host.cow and owner in _codes(r["users"])]
    query = (
        f'daylight sql "SELECT name, users, start, \\"end\\", note FROM places WHERE users LIKE \'%{owner}%\'"',
    )
    gone = any(
        w in claim.text.lower()
        for w in (
            "closed",
            "left",
            "vacated",
            "abandoned",
            "evacuated",
            "withdrew",
            "withdrawn",
            "lost",
            "gave up",
            "pulled",
        )
    )
    if not found:
        return (
            _of_troops(claim, known, owner, str(where.state), query)
            if where.kind == "state"
            else silent(f"The list of places does not hold {where.name}.", query, ("places",))
        )
    used = [r for r in found if owner in _codes(r["users"])]
    if not used:
        row = found[0]
        text = f"{row['name']} is on record with forces of {', '.join(_codes(row['users']))}, not of {known.name(owner)}."
        return Verdict(
            turned("contradicted", claim.negated), text, None, query, (_place(row),), ("places",)
        )
    told = [(r, _open(r, day, gone)) for r in used]
    row, there = next(((r, t) for r, t in told if t), told[0])
    text = f"{row['name']}: forces of {known.name(owner)}{_since(row)}."
    if row["confirmed"] == "unconfirmed":
        return Verdict(
            "not enough data",
            f"Only a row that nobody has confirmed has it. {text}",
            None,
            query,
            (_place(row),),
            ("places",),
        )
    word: Word = "not enough data" if there is None else "supported" if there else "contradicted"
    return Verdict(turned(word, claim.negated), text, None, query, (_place(row),), ("places",))


def _codes(text: str | None) -> list[str]:
    return [code.strip() for code in (text or "").split(";") if code.strip()]


def _open(row: Row, day: Window, gone: bool) -> bool | None:
    """Return whether a place was in use at a time; None where that is not known."""
    start: date | None = row["start"]
    end: date | None = row["end"]
    if gone:
        return None if end is None else end <= day.last
    if start is None:
        return None if end is None else True if day.first <= end else False
    return start <= day.last and (end is None or end >= day.first)


def _since(row: Row) -> str:
    start = partly(PartialDate(row["start"], row["start_precision"])) if row["start"] else None
    end = partly(PartialDate(row["end"], row["end_precision"])) if row["end"] else None
    return (
        f" from {start} to {end}"
        if start and end
        else f" since {start}"
        if start
        else f" until {end}"
        if end
        else ", dates not known"
    )


def _place(row: Row) -> Figure:
    return fact("place", f"{row['name']}{_since(row)}", row["citation"])


def _of_troops(claim: Claim, known: Known, owner: str, host: str, query: Iterable[str]) -> Verdict:
    a, b = known.state(owner), known.state(host)
    year = min(claim.window.last.year, known.year) if claim.window else known.year
    count = troops(known, a, b, year) if a and b else None
    if a is None or b is None or count is None:
        return silent(
            "Neither the list of places nor the counts of troops decide it.",
            tuple(query),
            ("places", "ledger_items"),
        )
    text = (
        f"About {float(f'{count:.2g}'):,.0f} troops of {a.name} were in {b.name} in {year}."
        if count
        else f"No troops of {a.name} in {b.name} are on record for {year}."
    )
    figure = Figure("troops", count, None, None, "troops", text, "ledger_items")
    return Verdict(
        turned("supported" if count >= 10 else "contradicted", claim.negated),
        text,
        "by the yearly count",
        (f"daylight bond {owner} {host} --as-of {known.on}",),
        (figure,),
        ("ledger_items",),
    )
