"""A back-test in lines, on a page, and as columns."""

from __future__ import annotations

from typing import Any

from daylight.backtests.records import Backtest, Bin, Outcome
from daylight.backtests.words import banded
from daylight.breaks.democracies import TEXTS
from daylight.say.lines import counted
from daylight.say.numbers import fixed
from daylight.show.blocks import Section, Table

NAME, CAME, SKILL, TIER, SPAN, FINER = 15, 17, 26, 24, 17, 30
"""Columns of a name and of what stands beside it, together within the narrowest terminal."""
HEADS = ("came", "log skill (90 %)", "AUC")


def lines(answer: Backtest) -> list[str]:
    """Return one line an outcome and horizon, and how far the forecasts could be trusted."""
    out = [_line("", HEADS)]
    out += [_line(named(one), _cells(one)) for one in answer.outcomes]
    out += ["", "LOG SKILL BY YEARS OF THE FORECAST"]
    for one in answer.outcomes:
        for part in one.periods:
            out.append(f"{named(one):{NAME}}{part.name:{SPAN}}{banded(part.log_skill)}")
    out += ["", "WITH THE DEMOCRACIES OF QUIET TIES: log skill against the above"]
    out.append(f"{'':{NAME}}{'gain (90 %)':{SKILL}}AUC")
    for one in answer.outcomes:
        _, gain, auc = _finer(one)
        out.append(f"{named(one):{NAME}}{gain:{SKILL}}{auc}")
    out += ["", "GAIN BY YEARS OF THE FORECAST"]
    for one in answer.outcomes:
        for part in one.by_democracies.periods:
            out.append(f"{named(one):{NAME}}{part.name:{SPAN}}{banded(part.log_skill)}")
    out += ["", "RELIABILITY: said and came in 100, of forecasts"]
    out.append(f"{'':{NAME}}{'of quiet ties':{TIER}}of warned ones")
    for one in answer.outcomes:
        cells = (
            f"{_hundred(b.forecast)}, {_hundred(b.observed)} of {b.n:,}" for b in one.reliability
        )
        out.append(f"{named(one):{NAME}}{''.join(f'{cell:{TIER}}' for cell in cells)}".rstrip())
    for one in answer.outcomes:
        for b in _split(one):
            told = f"{_hundred(b.forecast)}, {_hundred(b.observed)} of {b.n:,}"
            out.append(f"{named(one):{NAME}}{_tier(b):{FINER}}{told}")
    return out


def _split(one: Outcome) -> tuple[Bin, ...]:
    """Return the bins of ties that are told by their democracies, without the warned ones again."""
    return tuple(b for b in one.by_democracies.reliability if b.democracies is not None)


def _tier(one: Bin) -> str:
    return one.tier if one.democracies is None else f"{one.tier}, {TEXTS[one.democracies]}"


def _finer(one: Outcome) -> tuple[str, str, str]:
    finer = one.by_democracies
    auc = "-" if finer.auc_within_year is None else fixed(finer.auc_within_year.value, 2)
    return banded(finer.log_skill), banded(finer.gain), auc


def _line(name: str, cells: tuple[str, str, str]) -> str:
    came, skill, auc = cells
    return f"{name:{NAME}}{came:{CAME}}{skill:{SKILL}}{auc}".rstrip()


def named(one: Outcome) -> str:
    """Write outcome and horizon: ``break, 4 years``."""
    return f"{one.name}, {counted(one.horizon, 'year')}"


def _cells(one: Outcome) -> tuple[str, str, str]:
    auc = "-" if one.auc_within_year is None else fixed(one.auc_within_year, 2)
    return f"{one.events:,} of {one.n:,}", banded(one.log_skill), auc


def _hundred(chance: float) -> str:
    return fixed(100 * chance, 1)


def sections(answer: Backtest) -> tuple[Section, ...]:
    """Return the section of the two tables."""
    skill = tuple((named(one), *_cells(one)) for one in answer.outcomes)
    bins = tuple(
        (named(one), _tier(b), _hundred(b.forecast), _hundred(b.observed), f"{b.n:,}")
        for one in answer.outcomes
        for b in (*one.reliability, *_split(one))
    )
    spans = tuple(
        (named(one), part.name, f"{part.events:,} of {part.n:,}", banded(part.log_skill))
        for one in answer.outcomes
        for part in one.periods
    )
    finer = tuple((named(one), *_finer(one)) for one in answer.outcomes)
    gains = tuple(
        (named(one), part.name, banded(part.log_skill))
        for one in answer.outcomes
        for part in one.by_democracies.periods
    )
    blocks = (
        Table("How good the forecasts were", ("Outcome", *HEADS), skill, wide=True),
        Table("Log skill by years of the forecast", ("Outcome", "Years", *HEADS[:2]), spans),
        Table("With the democracies of quiet ties too",
              ("Outcome", HEADS[1], "Gain by it", HEADS[2]), finer, wide=True),
        Table("Gain by years of the forecast", ("Outcome", "Years", "Gain"), gains),
        Table("What was said, and what came, in 100", ("Outcome", "Tier", "Said", "Came", "Of"),
              bins),
    )  # fmt: skip
    return (Section("backtest", "Back-test", answer.findings[0].text, blocks),)


def columns(answer: Backtest) -> dict[str, list[Any]]:
    """Return one row an outcome and horizon."""
    names = ("name", "horizon", "first", "last", "n", "events", "brier_skill", "auc_within_year")
    found: dict[str, list[Any]] = {n: [getattr(o, n) for o in answer.outcomes] for n in names}
    for part in ("value", "lo", "hi"):
        end = "" if part == "value" else f"_{part}"
        found[f"log_skill{end}"] = [getattr(o.log_skill, part) for o in answer.outcomes]
    for part in ("value", "lo", "hi"):
        end = "" if part == "value" else f"_{part}"
        gains = [o.by_democracies.gain for o in answer.outcomes]
        found[f"gain_by_democracies{end}"] = [getattr(gain, part) for gain in gains]
    return found
