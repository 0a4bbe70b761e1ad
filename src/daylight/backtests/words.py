"""What is said of a back-test: how good the forecasts were, and in which years they were not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from daylight.backtests.records import Outcome, Skill
from daylight.core.said import Finding, Summary
from daylight.say.lines import counted, listed
from daylight.say.numbers import fixed


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
    findings = (Finding("skill", text, pointers), *_by_period(breaks))
    return Summary(" ".join(f"{finding.text}." for finding in findings), findings)


def _by_period(breaks: Sequence[Outcome]) -> Iterator[Finding]:
    """Say for which years of the forecast it was worse than the base rate, or no better."""
    worse = _told(breaks, lambda skill: skill.hi < 0)
    alike = _told(breaks, lambda skill: skill.lo <= 0 <= skill.hi)
    parts = [
        f"{what} {listed(found)}"
        for what, found in (
            ("worse than that share in", worse),
            ("no better that can be told in", alike),
        )
        if found
    ]
    if parts:
        text = f"By the years in which it was made, a forecast was {listed(parts)}"
        yield Finding("periods", text, ("/outcomes",))


def _told(breaks: Sequence[Outcome], fails: Callable[[Skill], bool]) -> list[str]:
    """Return each span in which forecasts fail, with the years ahead."""
    failed: dict[str, list[str]] = {}
    for one in breaks:
        for period in one.periods:
            if fails(period.log_skill):
                failed.setdefault(period.name, []).append(str(one.horizon))
    return [
        f"{name} ({listed(years)} {'year' if years == ['1'] else 'years'} ahead)"
        for name, years in failed.items()
    ]


def _skill(one: Outcome) -> str:
    return f"{banded(one.log_skill)} within {counted(one.horizon, 'year')}"


def banded(skill: Skill) -> str:
    """Write a skill with its interval: ``0.041 (0.002 to 0.082)``."""
    value, lo, hi = (fixed(x, 3) for x in (skill.value, skill.lo, skill.hi))
    return f"{value} ({lo} to {hi})"
