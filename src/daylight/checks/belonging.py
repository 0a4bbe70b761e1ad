"""Claims about who belongs to a bloc: members, standings, joining and leaving, lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from daylight.checks.known import Known, founded
from daylight.checks.verdict import Figure, Verdict, Word, fact, silent, turned
from daylight.claims.records import Actor, Claim, Window
from daylight.cohesion.spells import IN_LAW, Row, holds
from daylight.core.lineages import lineage_of
from daylight.core.partial import PartialDate
from daylight.say.dates import day as written
from daylight.say.dates import partly
from daylight.say.lines import listed

TABLES = ("blocs", "bloc_spells")
STANDINGS = {
    "observer": ("observer",), "partner": ("partner",), "dialogue": ("partner",),
    "associate": ("partner", "observer"), "candidate": ("candidate", "applicant"),
    "candidacy": ("candidate", "applicant"), "applicant": ("applicant", "candidate"),
    "prospective": ("candidate", "applicant", "contemplated"),
}  # fmt: skip
FOUNDING = ("founding", "original", "charter", "founder")
WORDS = {
    "full": "full member", "withdrawing": "member about to leave", "suspended": "suspended member",
    "observer": "observer", "partner": "partner", "candidate": "candidate",
    "applicant": "applicant", "contemplated": "state said to consider it",
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One state and one bloc of a claim."""

    code: str
    bloc: str
    rows: tuple[Row, ...]

    def on(self, day: date) -> Row | None:
        """Return the standing on a day."""
        return next((row for row in self.rows if holds(row, day)), None)


def cases(claim: Claim, known: Known) -> list[Case] | None:
    """Return every state with every bloc of a claim, None where one is not settled."""
    blocs = [a.ids[0] for a in claim.object if a.kind == "bloc" and len(a.ids) == 1]
    people = [actor for actor in claim.subject if actor.kind != "bloc"]
    if not people or not blocs or any(actor.state is None for actor in people):
        return None
    out = []
    for actor in people:
        state = known.state(str(actor.state)) or known.state(str(actor.state), _day(claim, known))
        if state is None:
            return None
        line = lineage_of(state.cow)
        for bloc in blocs:
            rows = [r for r in known.spells(bloc) if lineage_of(int(r["cow"])) == line]
            out.append(
                Case(str(actor.state), bloc, tuple(r for r in rows if r["start"] <= known.on))
            )
    return out


def _day(claim: Claim, known: Known) -> date:
    return min(claim.window.last, known.on) if claim.window else known.on


def membership(claim: Claim, known: Known) -> Verdict:
    """Decide who belonged to what at a time."""
    several = [a for a in claim.subject if len(a.ids) > 1]
    if several:
        return _either(claim, several[0], known)
    found = cases(claim, known)
    if found is None:
        return silent("Which state or which bloc is meant is not settled by the text.")
    if claim.relation in ("join", "leave"):
        return _together([_moved(case, claim, known) for case in found], claim)
    return _together([_stood(case, claim, known) for case in found], claim)


def _either(claim: Claim, actor: Actor, known: Known) -> Verdict:
    """Decide a claim about a name that more than one state has: it may hold of one of them."""
    tried = []
    for code in actor.ids:
        one = Actor(actor.kind, actor.name, (code,))
        subject = tuple(one if a is actor else a for a in claim.subject)
        tried.append((code, membership(replace(claim, subject=subject), known)))
    holds_ = [(code, v) for code, v in tried if v.word.startswith("supported")]
    if not holds_:
        words = {v.word for _, v in tried}
        return replace(
            tried[0][1],
            word=words.pop() if len(words) == 1 else "mixed",
            answer=" ".join(v.answer for _, v in tried),
        )
    if len(holds_) == len(tried):
        return holds_[0][1]
    code, verdict = holds_[0]
    return replace(
        verdict,
        word="supported under a definition",
        definition=f"{actor.name} taken for {known.name(code)}",
    )


def _stood(case: Case, claim: Claim, known: Known) -> Verdict:
    wanted = _wanted(claim)
    window = claim.window
    row = known.bloc(case.bloc)
    if row is None:
        return silent(f"{case.bloc} is not in the list of blocs.")
    if any(word in claim.word("word") for word in FOUNDING):
        window = Window(founded(row).first, founded(row).last, "day", "in", 0, 0)
    elif not window and re_was(claim):
        window = Window(founded(row).first, known.on, "span", "in", 0, 0)
    day = _day(claim, known)
    spells = [r for r in case.rows if r["status"] in wanted and _touches(r, window, day)]
    there = case.on(day)
    text = f"{known.name(case.code)} {_told(there, case, day)}"
    if claim.negated and "never" in claim.text.lower():
        spells = [r for r in case.rows if r["status"] in wanted]
    word: Word = turned("supported" if spells else "contradicted", claim.negated)
    shown = spells[-1] if spells else there
    unsure = not spells and shown is not None and shown["status"] not in IN_LAW and _loose(claim)
    if spells and there not in spells:
        text = (
            f"{known.name(case.code)} was {_a(spells[-1])} of the {case.bloc} {_span(spells[-1])}"
        )
    return Verdict(
        "mixed" if unsure else word, f"{text}.", _rule(wanted), (query_of(case.bloc, day),),
        _figures(case, [shown] if shown else []), TABLES,
    )  # fmt: skip


def re_was(claim: Claim) -> bool:
    """Whether a claim is about a past that has no date."""
    return f" {claim.text.lower()} ".find(" was ") >= 0 or " were " in f" {claim.text.lower()} "


def _loose(claim: Claim) -> bool:
    """Whether a text says "part of" or "in", which a partner or observer may count as."""
    return "part of" in claim.text.lower()


def _touches(row: Row, window: Window | None, day: date) -> bool:
    if window is None:
        return holds(row, day)
    if window.how in ("since", "by"):
        return bool(row["start"] <= window.last and (row["end"] is None or row["end"] > day))
    return bool(row["start"] <= window.last and (row["end"] is None or row["end"] > window.first))


def _wanted(claim: Claim) -> tuple[str, ...]:
    said = f"{claim.word('word')} {claim.text.lower()}"
    if "full member" in said:
        return IN_LAW
    for word, statuses in STANDINGS.items():
        if word in said:
            return statuses
    return IN_LAW


def _moved(case: Case, claim: Claim, known: Known) -> Verdict:
    """Decide whether a state joined or left, and when."""
    joined = claim.relation == "join"
    inside = [r for r in case.rows if r["status"] in IN_LAW]
    dates = _joins(inside) if joined else _leaves(inside, known)
    name = known.name(case.code)
    query = (query_of(case.bloc, known.on),)
    act = "joined" if joined else "left"
    if not dates:
        other = case.rows[-1] if case.rows else None
        text = f"{name} never {act} the {case.bloc} up to {written(known.on)}"
        if joined and other is not None:
            text += f"; it was {_a(other)} {_span(other)}"
        if not joined and inside:
            text = f"{name} was still {_a(inside[-1])} of the {case.bloc} on {written(known.on)}"
        word = turned("contradicted", claim.negated)
        return Verdict(
            word, f"{text}.", _rule(IN_LAW), query, _figures(case, case.rows[-1:]), TABLES
        )
    days = [when for when, _, _ in dates]
    text = f"{name} {act} the {case.bloc} {listed([_on(day) for day in days])}"
    if claim.window is None or claim.negated:
        word = turned("supported", claim.negated)
        return Verdict(
            word, f"{text}.", _rule(IN_LAW), query, _figures(case, [dates[-1][1]]), TABLES
        )
    fits = [within(when, claim.window) for when in days]
    if any(fits):
        return Verdict(
            "supported",
            f"{text}.",
            None,
            query,
            _figures(case, [dates[fits.index(True)][1]]),
            TABLES,
        )
    signed = [s for _, _, s in dates if s is not None and within(s, claim.window)]
    if signed:
        text += f"; it had signed {_on(signed[0])}"
        return Verdict(
            "supported under a definition",
            f"{text}.",
            "the day of signature, not that of force",
            query,
            _figures(case, [dates[-1][1]]),
            TABLES,
        )
    return Verdict("contradicted", f"{text}.", None, query, _figures(case, [dates[-1][1]]), TABLES)


Moves = list[tuple[PartialDate, Row, PartialDate | None]]


def moves_in(case: Case, joined: bool, known: Known) -> list[PartialDate]:
    """Return the days on which a state joined or left, oldest first."""
    inside = [row for row in case.rows if row["status"] in IN_LAW]
    return [when for when, _, _ in (_joins(inside) if joined else _leaves(inside, known))]


def _joins(inside: list[Row]) -> Moves:
    out: Moves = []
    for row in inside:
        goes_on = any(other["end"] == row["start"] for other in inside)
        if not goes_on:
            signed = PartialDate.read(row["signed"]) if row["signed"] else None
            out.append((PartialDate(row["start"], row["start_precision"] or "day"), row, signed))
    return out


def _leaves(inside: list[Row], known: Known) -> Moves:
    out: Moves = []
    for row in inside:
        goes_on = any(other["start"] == row["end"] for other in inside)
        if row["end"] is not None and row["end"] <= known.on and not goes_on:
            out.append((PartialDate(row["end"], row["end_precision"] or "day"), row, None))
        elif row["status"] in ("withdrawing", "suspended"):
            out.append((PartialDate(row["start"], row["start_precision"] or "day"), row, None))
    return out


def within(when: PartialDate, window: Window) -> bool:
    if window.how == "since":
        return when.last >= window.first
    if window.how in ("by", "before"):
        return when.first <= window.last
    if window.how == "after":
        return when.last >= window.first
    return when.first <= window.last and when.last >= window.first


def _together(verdicts: list[Verdict], claim: Claim) -> Verdict:
    """Bring the verdicts on several states or blocs together: mixed where they differ."""
    words = {v.word for v in verdicts}
    word: Word = verdicts[0].word if len(words) == 1 else "mixed"
    if words == {"supported", "supported under a definition"}:
        word = "supported under a definition"
    return Verdict(
        word,
        " ".join(dict.fromkeys(v.answer for v in verdicts)),
        next((v.definition for v in verdicts if v.definition), None),
        tuple(dict.fromkeys(q for v in verdicts for q in v.query)),
        tuple(f for v in verdicts for f in v.figures),
        TABLES,
    )


def _rule(wanted: Iterable[str]) -> str:
    return f"standing in law on the day: {', '.join(wanted)}"


def _told(row: Row | None, case: Case, day: date) -> str:
    if row is None:
        return f"had no standing in the {case.bloc} on {written(day)}"
    return f"was {_a(row)} of the {case.bloc} on {written(day)} ({_span(row)})"


def _a(row: Row) -> str:
    word = WORDS[row["status"]]
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def _on(when: PartialDate) -> str:
    return f"on {partly(when)}" if when.precision == "day" else f"in {partly(when)}"


def _span(row: Row) -> str:
    start = partly(PartialDate(row["start"], row["start_precision"] or "day"))
    if row["end"] is None:
        return f"since {start}"
    return f"from {start} to {partly(PartialDate(row['end'], row['end_precision'] or 'day'))}"


def query_of(bloc: str, day: date) -> str:
    return (
        f"daylight bloc {bloc!r} --as-of {day}"
        if " " in bloc
        else f"daylight bloc {bloc} --as-of {day}"
    )


def _figures(case: Case, rows: Iterable[Row]) -> tuple[Figure, ...]:
    return tuple(
        fact(f"{case.code} in {case.bloc}", f"{WORDS[row['status']]} {_span(row)}", row["citation"])
        for row in rows
    )
