"""Claims about when a bloc began or ended, which came first, and about pacts of two states."""

from __future__ import annotations

from dataclasses import replace

from daylight.checks.belonging import Case, cases, moves_in, query_of, within
from daylight.checks.known import Known, ended, founded
from daylight.checks.verdict import Figure, Verdict, fact, silent, turned
from daylight.claims.records import Actor, Claim
from daylight.core.partial import PartialDate
from daylight.facts.read import condition, of_pair
from daylight.facts.records import Fact
from daylight.say.dates import day as written
from daylight.say.dates import partly
from daylight.store.atlas import Atlas

BLOCS = ("blocs", "bloc_spells")
ENDS = ("dissolved", "disbanded", "wound up", "ended")
KINDS = {
    "defen": ("promise",), "alliance": ("promise",), "mutual": ("promise",), "friendship": ("promise",),
    "non-aggression": ("promise", "peace"), "nonaggression": ("promise", "peace"), "peace": ("peace", "mend", "promise"),
    "trade": ("trade",), "invest": ("investment",), "military": ("agreement", "promise"),
    "security": ("agreement", "promise"), "cooperation": ("agreement", "promise", "trade"),
}  # fmt: skip
ANY = ("promise", "peace", "agreement", "trade", "investment", "mend")


def sequence(claim: Claim, known: Known) -> Verdict:
    """Decide when something happened, or what came first."""
    return {"founded": _founded, "order": _order, "treaty": treaty}[claim.relation](claim, known)


def _founded(claim: Claim, known: Known) -> Verdict:
    row = known.bloc(claim.blocs[0]) if claim.blocs else None
    if row is None or claim.window is None:
        return silent("Which bloc or which time is meant is not settled by the text.")
    over = any(word in claim.word("word") for word in ENDS)
    when = ended(row) if over else founded(row)
    query = (query_of(row["bloc"], known.on),)
    if when is None or when.first > known.on:
        return Verdict(turned("contradicted", claim.negated), f"The {row['bloc']} had not ended by {written(known.on)}.",
                       None, query, (), BLOCS)  # fmt: skip
    text = f"The {row['bloc']} {'ended' if over else 'began'} on {partly(when)}"
    figures = (fact(row["bloc"], partly(when), row["citation"]),)
    if within(when, claim.window):
        return Verdict(turned("supported", claim.negated), f"{text}.", None, query, figures, BLOCS)
    signed = [PartialDate.read(s["signed"]) for s in known.spells(row["bloc"]) if s["signed"]]
    exact = claim.window.precision in ("day", "month")
    if (
        not over
        and not (exact and "into" in claim.word("word"))
        and any(within(day, claim.window) for day in signed)
    ):
        return Verdict("supported under a definition", f"{text}; its treaty had been signed in {claim.window.first.year}.",
                       "the day of signature, not that of force", query, figures, BLOCS)  # fmt: skip
    if not exact and row["note"] and str(claim.window.first.year) in row["note"]:
        return Verdict(
            "supported under a definition",
            f"{text}; {row['note']}.",
            row["note"],
            query,
            figures,
            BLOCS,
        )
    return Verdict(turned("contradicted", claim.negated), f"{text}.", None, query, figures, BLOCS)


def _order(claim: Claim, known: Known) -> Verdict:
    states = [a for a in claim.other if a.kind != "bloc"]
    blocs = [a for a in claim.other if a.kind == "bloc"]
    one = cases(claim, known)
    if not one or not (states or blocs):
        return silent("Which two are compared is not settled by the text.")
    first = one[0]
    rest = cases(_with(claim, states, blocs), known)
    if not rest:
        return silent("Which two are compared is not settled by the text.")
    joined = not any(word in claim.text.lower() for word in ("left", "quit", "withdr", "pulled"))
    dates = [moves_in(case, joined, known) for case in (first, rest[0])]
    query = tuple(dict.fromkeys(query_of(case.bloc, known.on) for case in (first, rest[0])))
    act = "joined" if joined else "left"
    texts = [
        _when(case, found, act, known) for case, found in zip((first, rest[0]), dates, strict=True)
    ]
    answer = f"{texts[0]}; {texts[1]}."
    if not dates[0] or not dates[1]:
        return Verdict(
            "contradicted" if dates[1] else "not enough data", answer, None, query, (), BLOCS
        )
    before = dates[0][0].last < dates[1][0].first
    after = dates[0][0].first > dates[1][0].last
    earlier = claim.word("word") in ("before", "ahead of", "earlier than")
    word = (
        "supported"
        if (before if earlier else after)
        else "contradicted"
        if (after if earlier else before)
        else "mixed"
    )
    figures = tuple(
        fact(f"{c.code} in {c.bloc}", partly(d[0]), "bloc_spells")
        for c, d in zip((first, rest[0]), dates, strict=True)
    )
    return Verdict(turned(word, claim.negated), answer, None, query, figures, BLOCS)


def _with(claim: Claim, states: list[Actor], blocs: list[Actor]) -> Claim:
    return replace(
        claim, subject=tuple(states) or claim.subject, object=tuple(blocs) or claim.object
    )


def _when(case: Case, found: list[PartialDate], act: str, known: Known) -> str:
    name = known.name(case.code)
    return (
        f"{name} {act} the {case.bloc} on {partly(found[0])}"
        if found
        else f"{name} never {act} the {case.bloc}"
    )


def facts_of(atlas: Atlas, a: int, b: int, known: Known) -> list[Fact]:
    """Return every dated fact of a pair up to the date of the text."""

    def read() -> list[Fact]:
        where, values = condition(a, b, known.on)
        return [f for _, f in of_pair(atlas.rows("dated_facts", where, values), a, b, known.on)]

    return known.once(("facts", min(a, b), max(a, b)), read)


def treaty(claim: Claim, known: Known) -> Verdict:
    """Decide whether a pact of two states began or ended at a time."""
    codes = claim.states
    states = [
        known.state(code) or known.state(code, claim.window.last if claim.window else None)
        for code in codes[:2]
    ]
    if len(codes) != 2 or None in states:
        return silent("Which two states are meant is not settled by the text.")
    a, b = (s for s in states if s is not None)
    found = facts_of(known.atlas, a.cow, b.cow, known)
    said = claim.text.lower()
    kinds = next((kinds for word, kinds in KINDS.items() if word in said), ANY)
    over = any(word in said for word in ("ended", "denounc", "abrog", "tore", "cancel"))
    of_kind = [f for f in found if f.kind in kinds and (f.standing == "ended" or not over)]
    query = (f"daylight bond {codes[0]} {codes[1]} --as-of {known.on} --format json",)
    if claim.window is None:
        chosen = of_kind
    else:
        chosen = [f for f in of_kind if within(_moment(f, over), claim.window)]
    if chosen:
        text = f"{chosen[-1].text[:1].upper()}{chosen[-1].text[1:]} ({partly(_moment(chosen[-1], over))})."
        word = turned("supported", claim.negated)
        return Verdict(word, text, None, query, (_figure(chosen[-1]),), ("dated_facts",))
    if of_kind and claim.window is not None:
        middle = claim.window.first.toordinal()
        near = min(of_kind, key=lambda f: abs(_moment(f, over).first.toordinal() - middle))
        text = f"None is on record in that time; the nearest: {near.text} ({partly(_moment(near, over))})."
        close = (
            abs(_moment(near, over).first.toordinal() - middle) < 5 * 366 and near.kind == "promise"
        )
        return Verdict(
            "contradicted" if close else "not enough data",
            text,
            None,
            query,
            (_figure(near),),
            ("dated_facts",),
        )
    return silent(
        "No such pact of the two is on record; lists of agreements are not complete.",
        query,
        ("dated_facts",),
    )


def _moment(found: Fact, over: bool) -> PartialDate:
    return (found.ended if over else None) or found.when


def _figure(found: Fact) -> Figure:
    return fact(
        found.kind,
        f"{found.text} ({partly(found.when)})",
        "; ".join(found.citation) or ", ".join(found.source),
    )


def ally(claim: Claim, known: Known) -> Verdict:
    """Decide whether two states had promised each other defence, by pact or bloc, at a time."""
    codes = claim.states[:2]
    day = min(claim.window.last, known.on) if claim.window else known.on
    states = [known.state(code, day) for code in codes]
    if len(codes) != 2 or None in states:
        return silent("Which two states are meant is not settled by the text.")
    a, b = (s for s in states if s is not None)
    held = [
        f
        for f in facts_of(known.atlas, a.cow, b.cow, known)
        if f.kind == "promise" and "defence" in f.text and f.day <= day and f.held >= day
    ]
    query = (f"daylight bond {codes[0]} {codes[1]} --as-of {day}",)
    rule = "a promise of defence in force, by pact or bloc"
    if held:
        text = f"A promise of defence held on {written(day)}: {held[-1].text}."
        return Verdict(
            turned("supported", claim.negated),
            text,
            rule,
            query,
            (_figure(held[-1]),),
            ("dated_facts",),
        )
    looser = [
        f
        for f in facts_of(known.atlas, a.cow, b.cow, known)
        if f.kind == "promise" and f.day <= day <= f.held
    ]
    if looser:
        text = f"No promise of defence is on record for {written(day)}, only a looser one: {looser[-1].text}."
        word = turned("contradicted", claim.negated) if "treaty" in claim.text.lower() else "mixed"
        return Verdict(word, text, rule, query, (_figure(looser[-1]),), ("dated_facts",))
    word = turned("contradicted", claim.negated)
    return Verdict(
        word,
        f"No promise of defence between the two is on record for {written(day)}.",
        rule,
        query,
        (),
        ("dated_facts",),
    )
