"""An article that was checked, for people: lines, a page, columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from daylight.checks.records import Check, Checked
from daylight.checks.words import BEYOND, MARKS
from daylight.say.lines import wrap

INDENT = 4


def lines(answer: Check) -> list[str]:
    """Return each claim with its verdict, figures and query, then what no data decide."""
    out: list[str] = []
    for one in answer.claims:
        if one.verdict != BEYOND:
            out += [*_claim(one), ""]
    beyond = [one for one in answer.claims if one.verdict == BEYOND]
    if beyond:
        out.append("NOT CHECKABLE")
        for one in beyond:
            near = f" Nearest: {one.query[0]}" if one.query else ""
            out += wrap(f"- {one.type}: “{one.text}”.{near}", 0, 2)
    return out


def short(answer: Check) -> list[str]:
    """Return the lines of a brief: each claim that data could decide, with its verdict."""
    out = [f"THE ARTICLE{'' if answer.title is None else ': ' + answer.title}"]
    for one in answer.claims:
        if one.verdict != BEYOND:
            out += wrap(f"{MARKS[one.verdict]:>3} {one.verdict}: “{one.text}”", 0, INDENT)
    return out if len(out) > 1 else [*out, *wrap(answer.headline)]


def _claim(one: Checked) -> Iterator[str]:
    mark = MARKS[one.verdict]
    said = "" if one.attribution == "asserted" else f" ({_said(one)})"
    yield from wrap(f"{mark:>3} {one.verdict.upper()}{said}: “{one.text}”", 0, INDENT)
    yield from wrap(one.answer, INDENT, INDENT)
    if one.definition:
        yield from wrap(f"Rule: {one.definition}.", INDENT, INDENT)
    for figure in one.figures[:2]:
        if figure.value is None and figure.source:
            yield from wrap(f"Source: {figure.source}", INDENT, INDENT + 2)
    for query in one.query:
        yield from wrap(f"See: {query}", INDENT, INDENT + 2)


def _said(one: Checked) -> str:
    by = f" by {one.speaker}" if one.attribution == "reported" and one.speaker else ""
    return f"{one.attribution}{by}"


def columns(answer: Check) -> dict[str, list[Any]]:
    """Return one row a claim."""
    rows = answer.claims
    plain = ("type", "relation", "text", "sentence", "attribution", "speaker", "negated", "value",
             "unit", "verdict", "definition", "answer")  # fmt: skip
    return {
        **{name: [getattr(one, name) for one in rows] for name in plain},
        "start": [one.span.start for one in rows],
        "end": [one.span.end for one in rows],
        "subject": ["; ".join(a.name for a in one.subject) for one in rows],
        "object": ["; ".join(a.name for a in one.object) for one in rows],
        "query": ["; ".join(one.query) for one in rows],
    }
