"""What is said of ties side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from daylight.bonds.records import Bond
from daylight.bonds.written import named
from daylight.comparisons.apart import MARGIN, MEASURES, PLACE
from daylight.comparisons.records import Difference, Verdict
from daylight.comparisons.unknown import pointer_of, unknown, unknown_text
from daylight.core.said import Finding, Summary
from daylight.say.lines import capital, listed
from daylight.say.words import Rule, Words

WORDS: Words = (
    Rule(
        f"Two ties clearly differ where their 90 % bands lie apart by more than {MARGIN:g} points, "
        f"or {MARGIN / 100:g} on the peace scale; else they cannot be told apart."
    ),
)


def summary(bonds: Sequence[Bond], year: int, found: Sequence[Difference]) -> Summary:
    """Say how the two of each pair stand, and in what the first tie differs from each other one."""
    stand = Finding(
        "relationships",
        f"In {year}: {'; '.join(f'{tie_name(b)} {b.relationship.word}' for b in bonds)}",
        tuple(f"/bonds/{k}/relationship/word" for k in range(len(bonds))),
    )
    findings = (stand, *_against_first(bonds, found))
    return Summary(" ".join(f"{finding.text}." for finding in findings), findings)


def tie_name(bond: Bond) -> str:
    """Return the name of a tie within a sentence."""
    return f"{bond.a.name}-{bond.b.name}"


def measure_name(what: str) -> str:
    """Return the name of a ledger, or of the place, within a sentence."""
    return "place on the peace scale" if what == PLACE else named(what)


def _against_first(bonds: Sequence[Bond], found: Sequence[Difference]) -> Iterator[Finding]:
    for k in range(1, len(bonds)):
        mine = {
            d.what: (i, d.verdict) for i, d in enumerate(found) if (d.first, d.second) == (0, k)
        }
        by: dict[Verdict, list[str]] = {}
        for what in MEASURES:
            by.setdefault(mine[what][1], []).append(what)
        two = (bonds[0], bonds[k])
        text = "; ".join([_verdict(two, by), *_not_known(two, by.get("not_known", []))])
        verdicts = [f"/differences/{i}/verdict" for i, _ in mine.values()]
        statuses = [
            f"/bonds/{(0, k)[side]}{pointer_of(what)}/status"
            for what in by.get("not_known", [])
            for side in unknown(two, what)
        ]
        yield Finding("apart", capital(text), (*verdicts, *statuses))


def _verdict(two: tuple[Bond, Bond], by: Mapping[Verdict, Sequence[str]]) -> str:
    """Say in what the first tie clearly differs, and in what the two cannot be told apart."""
    one, other = map(tie_name, two)
    alike = f"cannot be told apart in {_listed(by['not_apart'])}" if "not_apart" in by else ""
    parts = [f"clearly {v} in {_listed(by[v])}" for v in ("higher", "lower") if v in by]
    if parts:
        text = f"against {other}, {one} is {listed(parts)}"
        return f"{text}; they {alike}" if alike else text
    return f"{one} and {other} {alike or 'cannot be compared'}"


def _not_known(two: tuple[Bond, Bond], measures: Sequence[str]) -> Iterator[str]:
    """Say what is not known, and of which of the two ties."""
    of: dict[str, list[str]] = {}
    for what in measures:
        of.setdefault(unknown_text(two, what, tuple(map(tie_name, two))), []).append(what)
    for why, names in of.items():
        yield why if len(names) == len(MEASURES) else f"{why}: {_listed(names)}"


def _listed(measures: Sequence[str]) -> str:
    return listed(map(measure_name, measures))
