"""Claims about how many belong to a bloc, and who may join it."""

from __future__ import annotations

import re
from datetime import date

from daylight.checks.belonging import TABLES, WORDS, cases, query_of
from daylight.checks.known import Known, founded
from daylight.checks.verdict import Figure, Verdict, fact, silent, turned
from daylight.claims.records import Claim
from daylight.cohesion.spells import IN_LAW, Row, holds, standings
from daylight.core.refs import ref_of
from daylight.say.dates import day as written
from daylight.say.lines import counted, listed

WAITING = ("contemplated", "applicant", "candidate")
LOOSER = ("observer", "partner")


def count(claim: Claim, known: Known) -> Verdict:
    """Decide how many members a bloc had on the day, and whether those named are among them."""
    bloc = claim.blocs[0] if claim.blocs else None
    if bloc is None or claim.value is None or known.bloc(bloc) is None:
        return silent("Which bloc is counted is not settled by the text.")
    day = min(claim.window.last, known.on) if claim.window else known.on
    there = [s for s in standings(known.spells(bloc), day) if s.status in _statuses(claim)]
    if not there:
        return silent(
            f"The list has no member of the {bloc} on {written(day)}.",
            (query_of(bloc, day),),
            TABLES,
        )
    apart = {actor.state for actor in claim.other}
    codes = {s.cow: _code(known, s.cow, day) for s in there}
    counts = [cow for cow, code in codes.items() if code not in apart]
    names = listed(sorted(known.name(codes[cow]) for cow in counts)) if len(counts) <= 12 else ""
    besides = (
        f" besides {listed([known.name(c) for c in sorted(filter(None, apart))])}" if apart else ""
    )
    text = f"The {bloc} had {counted(len(counts), _noun(claim))}{besides} on {written(day)}"
    text += f": {names}." if names else "."
    missing = [a for a in claim.subject if a.state and a.state not in codes.values()]
    if missing:
        text += f" {listed([a.name for a in missing])} {'was' if len(missing) == 1 else 'were'} not among them."
    figures = (
        Figure(
            "members",
            float(len(counts)),
            None,
            None,
            "states",
            names or str(len(counts)),
            "bloc_spells",
        ),
    )
    query = (query_of(bloc, day),)
    if len(counts) == round(claim.value):
        return Verdict(
            "mixed" if missing else "supported", text, _counted_by(claim), query, figures, TABLES
        )
    founding = [
        s
        for s in standings(known.spells(bloc), founded(known.bloc(bloc) or {}).last)
        if s.status in IN_LAW
    ]
    if "found" in claim.text.lower() and len(founding) == round(claim.value):
        return Verdict(
            "supported",
            f"The {bloc} began with {len(founding)} members.",
            None,
            query,
            figures,
            TABLES,
        )
    other = _otherwise(claim, known, bloc, day, len(apart))
    if other and not missing:
        return Verdict("supported under a definition", text, other, query, figures, TABLES)
    return Verdict("contradicted", text, _counted_by(claim), query, figures, TABLES)


def _statuses(claim: Claim) -> tuple[str, ...]:
    said = claim.text.lower()
    return LOOSER[:1] if "observer" in said else LOOSER[1:] if "partner" in said else IN_LAW


def _noun(claim: Claim) -> str:
    status = _statuses(claim)
    return "member" if status == IN_LAW else WORDS[status[0]]


def _counted_by(claim: Claim) -> str:
    return (
        "members in law on the day, suspended ones and those about to leave too"
        if _statuses(claim) == IN_LAW
        else ""
    )


def _otherwise(claim: Claim, known: Known, bloc: str, day: date, apart: int) -> str | None:
    """Return another rule of counting that gives the number of the text."""
    want = round(claim.value or 0) + apart
    rows = [row for row in known.spells(bloc) if holds(row, day)]
    full = sum(row["status"] in ("full", "withdrawing") for row in rows)
    law = sum(row["status"] in IN_LAW for row in rows)
    with_signed = law + sum(row["status"] == "candidate" for row in rows)
    if want == full != law:
        return "members that are not suspended"
    if want == with_signed != law:
        return "with those that had signed and were not yet members"
    if want == law - 1 and "other" in claim.text.lower():
        return "without the leading member"
    return None


def candidate(claim: Claim, known: Known) -> Verdict:
    """Decide whether states were candidates, had applied, or were said to consider joining."""
    found = cases(claim, known)
    if found is None:
        return silent("Which state or which bloc is meant is not settled by the text.")
    day = min(claim.window.last, known.on) if claim.window else known.on
    words, texts, figures = [], [], []
    for case in found:
        rows = [row for row in case.rows if holds(row, day)]
        name = known.name(case.code)
        if claim.negated and "never" in claim.text.lower():
            rows = list(case.rows)
        if claim.window is not None and claim.window.how == "in" and claim.window.last < known.on:
            rows = [
                r
                for r in case.rows
                if r["start"] <= claim.window.last
                and (r["end"] is None or r["end"] > claim.window.first)
            ]
        wanted = _wanted(claim)
        row = next((r for r in rows if r["status"] in wanted), None) or (rows[0] if rows else None)
        if row is None:
            last = [r for r in case.rows if r["status"] in WAITING]
            words.append("not enough data")
            texts.append(
                f"No source of the list names {name} as a candidate of the {case.bloc} on {written(day)}."
                + (f" It was one until {last[-1]['end']}." if last else "")
            )
            continue
        figures.append(fact(f"{case.code} in {case.bloc}", WORDS[row["status"]], row["citation"]))
        texts.append(_sentence(name, row, case.bloc, day))
        if row["status"] in wanted:
            words.append(turned("supported", claim.negated))
        elif row["status"] in (*IN_LAW, *WAITING):
            words.append(turned("contradicted", claim.negated))
        else:
            words.append("mixed")
    word = words[0] if len(set(words)) == 1 else "mixed"
    return Verdict(word, " ".join(texts), "a public wish, application or discussion on record",
                   (query_of(found[0].bloc, day),), tuple(figures), TABLES)  # fmt: skip


def _wanted(claim: Claim) -> tuple[str, ...]:
    """Return the standings that the words of a text mean."""
    said = claim.text.lower()
    if re.search(
        r"official candidate|formal candidate|candidate status|status of a candidate|(?:made|named|became|granted|been an?|accepted as) (?:[a-z]+ )?candidate",
        said,
    ):
        return ("candidate",)
    if re.search(r"appl(?:y|ied|ication)|bid\b", said):
        return ("applicant", "candidate")
    return WAITING


def _sentence(name: str, row: Row, bloc: str, day: date) -> str:
    if row["status"] in IN_LAW:
        return f"{name} was a member of the {bloc} on {written(day)} already."
    said = _then(row["note"] or "")
    text = f"{name} was {'an' if WORDS[row['status']][0] in 'aeiou' else 'a'} {WORDS[row['status']]} on {written(day)}"
    return f"{text} ({said})." if row["status"] == "contemplated" and said else f"{text}."


def _then(note: str) -> str:
    """Return what a note says of the beginning; what ended a standing came later than the day."""
    return re.sub(r" ?\([^()]*(?:\([^()]*\)[^()]*)*\)", "", note.partition("; end")[0])


def _code(known: Known, cow: int, day: date) -> str:
    return ref_of(cow, day).code
