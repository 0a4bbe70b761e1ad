"""Claims that a tie of two states held under shocks, or that it is weak."""

from __future__ import annotations

import re
from collections import Counter

from daylight.breaks.kinds import TREATIES_TO
from daylight.checks.commands import pair as command
from daylight.checks.kept import Endured, shocks_of_pair
from daylight.checks.known import Known
from daylight.checks.terms.two_states import UNSETTLED, names, pair_of
from daylight.checks.verdict import UNKNOWN, Figure, Verdict, Word, silent, turned
from daylight.claims.records import Claim
from daylight.endurance.records import Break, Shock
from daylight.say.lines import counted, listed

WEAK = ("fragile", "brittle")
BROKE = re.compile(
    r"\b(?:br[eo]k\w*|snapp\w*|collaps\w*|f[ea]ll apart|ruptur\w*|crack\w*)\b", re.IGNORECASE
)
STOOD = ("held", "held in one dimension", "dipped and recovered")
FELL = ("fell", "strained", "broke")
LEAST = 2
"""Shocks with a known end below which nothing is said."""
RULE = (
    "of the shocks whose end is known, the tie must have held, or recovered, at least twice as "
    "often as it fell, was strained or broke, and must not have broken since; "
    f"from {LEAST} such shocks on"
)
TABLES = ("shocks", "tie_years", "breaks", "acts", "ledgers")


def resilience(claim: Claim, known: Known) -> Verdict:
    """Decide whether a tie held under the shocks that it met."""
    pair = pair_of(claim, known)
    if pair is None:
        return silent(UNSETTLED)
    query = (command("resilience", *pair, known.on),)
    one, other = sorted(state.code for state in pair)
    found = shocks_of_pair(known.atlas, one, other, known.on)
    if found is None:
        return silent("The two were not both states then.", query)
    tests, broken = _tests(claim, found), _broken(claim, found)
    counts = Counter(str(shock.verdict) for shock in tests)
    stood, fell = (sum(counts[word] for word in words) for words in (STOOD, FELL))
    text = _text(names(pair), len(tests), stood, fell, broken)
    word = _word(claim, found, stood, fell, broken)
    if word == UNKNOWN and found.state.year > TREATIES_TO:
        text += f" Treaties are listed to {TREATIES_TO}; whether a tie stood later is not known."
    elif found.state.tie is False:
        text += f" No tie of the two is seen at the end of {found.state.year}."
    broke = bool(BROKE.search(claim.word("word")))
    weak = broke or any(word in claim.word("word") for word in WEAK)
    figures = (
        Figure("held", float(stood), None, None, "shocks", f"{stood} of {stood + fell}", "shocks"),
        Figure("fell", float(fell), None, None, "shocks", f"{fell} of {stood + fell}", "shocks"),
    )
    return Verdict(turned(word, claim.negated != weak), text, RULE, query, figures, TABLES)


def _tests(claim: Claim, found: Endured) -> list[Shock]:
    """Return the shocks that count: those since the time of the text, where it names one."""
    window = claim.window
    tests = [shock for shock in found.shocks if shock.expected != "boost"]
    if window is None or window.how == "in":
        return tests
    return [shock for shock in tests if shock.date >= window.first]


def _broken(claim: Claim, found: Endured) -> list[Break]:
    window = claim.window
    if window is None or window.how == "in":
        since = found.state.since or 0
        return [one for one in found.breaks if one.year >= since]
    return [one for one in found.breaks if one.year >= window.first.year]


def _word(claim: Claim, found: Endured, stood: int, fell: int, broken: list[Break]) -> Word:
    """Return whether the tie held, as far as is known."""
    tie = found.state.tie
    window = claim.window
    late = window is not None and window.how == "in" and window.last.year > TREATIES_TO
    if tie is None or (late and found.state.year > TREATIES_TO):
        return UNKNOWN
    if stood + fell < LEAST:
        return UNKNOWN
    if tie and stood >= 2 * fell and not broken:
        return "supported"
    return "contradicted" if fell > stood or not tie else "mixed"


def _text(names_: str, tests: int, stood: int, fell: int, broken: list[Break]) -> str:
    """Write how the tie met its shocks."""
    if not tests:
        text = f"No shock to the tie of {names_} is on record."
    else:
        rest = tests - stood - fell
        text = f"Of {counted(tests, 'shock')} on record to the tie of {names_}, "
        if rest == tests:
            text += "it is not known of any whether it held."
        else:
            text += f"it held under {stood or 'none'} and gave way under {fell or 'none'}"
            text += f"; of {rest} it is not known." if rest else "."
    return f"{text} It broke in {listed([str(b.year) for b in broken])}." if broken else text
