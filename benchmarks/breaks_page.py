"""The figures of the exam of breaks as tables of docs/methods/breaks.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Figures = Mapping[str, Any]


def blocks(figures: Figures) -> dict[str, str]:
    """Return the marked blocks of the page."""
    return {
        "counts": _counts(figures["counts"]),
        "rates": _rates(figures["rates"]),
        "features": _features(figures["features"]),
        "survival": _survival(figures["survival"]),
        "backtest": _backtest(figures["backtest"]),
        "reliability": _reliability(figures["backtest"]),
        "cases": _cases(figures["cases"]),
        "verdicts": _verdicts(figures["placebo"], figures["early"]),
    }


def grid(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return a table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(str(c) for c in line)} |" for line in lines)


def _counts(counts: Figures) -> str:
    rows = [(name.replace("_", " "), f"{n:,}") for name, n in counts["legs"].items()]
    legs = grid(("held by", f"years of ties, 1946-{counts['to']}"), rows)
    begun = ", ".join(f"{name} {n:,}" for name, n in sorted(counts["onsets"].items()))
    text = (
        f"{counts['tie_years']:,} years of {counts['pairs']:,} ties, 1946-{counts['to']}; in "
        f"{100 * counts['warned']:.1f} % of them a family is known to have begun in the five "
        f"years. {counts['breaks']} breaks. Families that began in ties: {begun}."
    )
    return f"{text}\n\n{legs}"


def _hundred(one: Figures) -> str:
    return f"{100 * one['value']:.1f} [{100 * one['lo']:.1f}, {100 * one['hi']:.1f}]"


def _rates(rates: Figures) -> str:
    rows = [
        (standing, f"{first}-2010", *(
            f"{_hundred(one)} ({one['events']} of {one['n']:,})" for one in table.values()
        ))
        for standing, spans in rates.items()
        for first, table in spans.items()
    ]  # fmt: skip
    return grid(("tie", "years of origin", "1 year", "2 years", "4 years", "8 years"), rows)


def _features(features: Mapping[str, Figures]) -> str:
    rows = [
        (name, f"{one['value']:.1f} [{one['lo']:.1f}, {one['hi']:.1f}]",
         f"{one['events']} of {one['n']:,}")
        for name, one in sorted(features.items(), key=lambda item: -item[1]["value"])
    ]  # fmt: skip
    return grid(("feature", "breaks within 4 years, with against without", "with it"), rows)


def _survival(curves: Mapping[str, Figures]) -> str:
    heads = sorted({years for one in curves.values() for years in one["after"]}, key=int)
    rows = [
        (name, f"{one['events']} of {one['n']:,}", *(
            _hundred(one["after"][years]) if one["after"] else "too few" for years in heads
        ))
        for name, one in curves.items()
    ]  # fmt: skip
    return grid(("ties", "broke", *(f"after {years} years" for years in heads)), rows)


def _backtest(outcomes: Sequence[Figures]) -> str:
    rows = [
        (o["name"], o["horizon"], f"{o['n']:,}", o["events"],
         f"{o['log_skill']['value']:.3f} [{o['log_skill']['lo']:.3f}, {o['log_skill']['hi']:.3f}]",
         f"{o['brier_skill']:.4f}", f"{o['auc_within_year']:.2f}")
        for o in outcomes
    ]  # fmt: skip
    head = ("outcome", "years", "forecasts", "came", "log skill", "Brier skill", "AUC within year")
    return grid(head, rows)


def _reliability(outcomes: Sequence[Figures]) -> str:
    rows = [
        (o["name"], o["horizon"], b["tier"], f"{100 * b['forecast']:.1f}",
         f"{100 * b['observed']:.1f}", f"{b['n']:,}")
        for o in outcomes
        for b in o["reliability"]
    ]  # fmt: skip
    return grid(("outcome", "years", "tie", "said, in 100", "came, in 100", "forecasts"), rows)


def _cases(cases: Sequence[Figures]) -> str:
    tied = [c for c in cases if c["tie"]]
    found = [c for c in tied if c["broke"]]
    rows = [
        (c["case"], c["year"], "yes" if c["tie"] else "no", ", ".join(c["begun"]) or "nothing",
         c["broke"] or "-")
        for c in cases
    ]  # fmt: skip
    table = grid(("pair", "year named", "a tie", "what began from a year before to four after",
                  "break"), rows)  # fmt: skip
    return f"{len(found)} of {len(tied)} with a tie are found, of {len(cases)}.\n\n{table}"


def _verdicts(placebo: Figures, early: Figures) -> str:
    rows = [
        (word, f"{100 * placebo['verdicts'][word]:.1f} %", f"{100 * early['verdicts'][word]:.1f} %")
        for word in placebo["verdicts"]
    ]
    head = ("verdict", f"dates at random ({placebo['n']:,})",
            f"two years before a break ({early['n']})")  # fmt: skip
    fell = ", ".join(f"{name} {100 * x:.1f} %" for name, x in placebo["fell"].items())
    return f"{grid(head, rows)}\n\nFell at dates at random: {fell}."
