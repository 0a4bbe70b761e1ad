"""What is said of a back-test: how good the forecasts were, and in which years they were not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from daylight.backtests.records import Outcome, Skill
from daylight.core.said import Finding, Summary
from daylight.say.lines import counted, listed
from daylight.say.numbers import fixed

Failing = tuple[str, str, int]
"""Place, name of the years, years ahead."""


def summary(outcomes: Sequence[Outcome]) -> Summary:
    """Say the skill of the nearest and the farthest horizon, and where it fails."""
    breaks = [one for one in outcomes if one.name == "break"]
    if not breaks:
        text = "No break has come by then of which one could say how well it was foretold"
        return Summary(f"{text}.", (Finding("skill", text, ("/outcomes",)),))
    first, last = breaks[0], breaks[-1]
    told = " and of ".join(_skill(one) for one in breaks if one in (first, last))
    text = (
        f"Against the share of all ties, knowing whether a tie is warned has a log skill of {told}"
    )
    if first.log_skill.lo > 0 >= last.log_skill.lo:
        text += ": it tells a little of the next year, and nothing sure of the longer time"
    pointers = ("/outcomes/0/log_skill", f"/outcomes/{outcomes.index(last)}/log_skill")
    findings = (
        Finding("skill", text, pointers),
        *_by_democracies(outcomes),
        *_by_period(outcomes),
    )
    return Summary(" ".join(f"{finding.text}." for finding in findings), findings)


def _by_democracies(outcomes: Sequence[Outcome]) -> Iterator[Finding]:
    """Say what was gained by counting democracies too, and where that is not sure."""
    breaks = [(k, one) for k, one in enumerate(outcomes) if one.name == "break"]
    gains = listed(_gain(one) for _, one in breaks)
    text = f"Counting the democracies of quiet ties too, the log skill against these is {gains}"
    unsure = [
        (str(k), part.name, one.horizon)
        for k, one in breaks
        for part in one.by_democracies.periods
        if part.log_skill.lo <= 0
    ]
    if unsure:
        text += f"; no gain that can be told in {_told(unsure)}"
    yield Finding(
        "by_democracies", text, tuple(f"/outcomes/{k}/by_democracies/gain" for k, _ in breaks)
    )


def _gain(one: Outcome) -> str:
    return f"{banded(one.by_democracies.gain)} within {counted(one.horizon, 'year')}"


def _by_period(outcomes: Sequence[Outcome]) -> Iterator[Finding]:
    """Say for which years of the forecast it was worse than the base rate, or no better."""
    worse, alike = (list(_failing(outcomes, fails)) for fails in (_is_worse, _is_alike))
    parts = [
        f"{what} {_told(found)}"
        for what, found in (
            ("worse than that share in", worse),
            ("no better that can be told in", alike),
        )
        if found
    ]
    if parts:
        text = f"By the years in which it was made, a forecast was {listed(parts)}"
        pointers = tuple(f"{pointer}/log_skill" for pointer, _, _ in (*worse, *alike))
        yield Finding("periods", text, pointers)


def _is_worse(skill: Skill) -> bool:
    return skill.hi < 0


def _is_alike(skill: Skill) -> bool:
    return skill.lo <= 0 <= skill.hi


def _failing(outcomes: Sequence[Outcome], fails: Callable[[Skill], bool]) -> Iterator[Failing]:
    """Yield place, name and years ahead of each span in which forecasts of breaks fail."""
    for k, one in enumerate(outcomes):
        for j, period in enumerate(one.periods):
            if one.name == "break" and fails(period.log_skill):
                yield f"/outcomes/{k}/periods/{j}", period.name, one.horizon


def _told(found: Sequence[Failing]) -> str:
    by_span: dict[str, list[int]] = {}
    for _, name, horizon in found:
        by_span.setdefault(name, []).append(horizon)
    return listed(
        f"{name} ({listed(map(str, years))} {'year' if years == [1] else 'years'} ahead)"
        for name, years in by_span.items()
    )


def _skill(one: Outcome) -> str:
    return f"{banded(one.log_skill)} within {counted(one.horizon, 'year')}"


def banded(skill: Skill) -> str:
    """Write a skill with its interval: ``0.041 (0.002 to 0.082)``."""
    value, lo, hi = (fixed(x, 3) for x in (skill.value, skill.lo, skill.hi))
    return f"{value} ({lo} to {hi})"
