"""What every text of an answer begins and ends with."""

from __future__ import annotations

from daylight.citing.known import daylight
from daylight.core.answer import Answer
from daylight.core.request import Request
from daylight.core.said import LIMITS
from daylight.say.dates import day
from daylight.say.lines import capital, listed, width, wrap
from daylight.say.words import Words

MOST_TOGETHER = 2
"""More states than these are pairs."""


def title(asked: Request) -> str:
    """Return whom an answer is about: ``Russia and Iran``."""
    names = [state.name for state in asked.states]
    if len(names) > MOST_TOGETHER:
        names = [f"{a.name}-{b.name}" for a, b in asked.pairs]
    return listed(names) if names else asked.bloc or named(asked)


def named(asked: Request) -> str:
    """Return the name of the text that an answer is about, without the folder it lies in."""
    if asked.text == "-":
        return "the standard input"
    return asked.text.rstrip("/").replace("\\", "/").rsplit("/", 1)[-1] if asked.text else ""


def credited(answer: Answer) -> str:
    """Return how to cite an answer in words: what it is about, Daylight, and the command."""
    asked = answer.request
    own = daylight(asked.atlas, asked.command).text
    about = title(asked)
    return f"{about}, as of {day(asked.as_of)}. {own}" if about else own


def head(asked: Request, headline: str, asks: str) -> list[str]:
    """Return the first lines of a text: whom it is about, and the answer."""
    date = day(asked.as_of)
    left = f"{title(asked) or asks.rstrip('?')}, {'as of' if asked.dated else 'to'} {date}"
    lines = wrap(left if asked.text and not asked.states else capital(left))
    if asked.divider is not None:
        right = f"outside power: {asked.divider.name}"
        gap = width() - len(left) - len(right)
        lines = [left + " " * gap + right] if gap >= 2 else [*lines, *wrap(right)]
    return [*lines, "", *wrap(headline), ""]


def tail(answer: Answer, scales: Words) -> list[str]:
    """Return the last lines of a text: limits, what words mean, sources, how to ask again."""
    limits = [caveat for caveat in answer.caveats if caveat.kind in LIMITS]
    lines = ["", "WHAT WOULD CHANGE THIS ANSWER"] if limits else []
    lines += [line for caveat in limits for line in wrap(f"- {caveat.text}", 0, 2)]
    if scales:
        lines += ["", *wrap(" ".join(entry.legend() for entry in scales))]
    named = "; ".join(f"{source.id} {source.coverage}" for source in answer.sources)
    lines += ["", *wrap(f"Sources: {named or 'none reaches this date'}.", 0, 2)]
    return [*lines, *wrap(f"Again: {answer.request.command}", 0, 2)]
