"""The figures of the exam of breaks as tables of docs/methods/breaks.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from daylight.breaks.democracies import TEXTS

Figures = Mapping[str, Any]
VERDICTS = {
    "real": "a close relation broke down, ended or turned hostile within the years",
    "partly": "a short or limited estrangement, or a state or a whole bloc that fell apart",
    "spurious": "no break that a historian of either would name, or no tie to break",
}
SPURIOUS = 0.27
THERE = {"tie_years": 20_096, "pairs": 976, "breaks": 119}
SKILL = {1: 0.066, 2: 0.056, 4: 0.016, 8: 0.001}
ACTS = {2: 0.030, 4: 0.025}
NEAR, LESS = 0.05, 0.005
"""What an outside exam reported, and how far from it a count, and a skill, may be."""
PLACEBO_MOST, EARLY_LEAST, EARLY_HELD = 0.04, 0.60, 0.10
"""What verdicts of dates at random, and of dates before a break, were to reach."""


def blocks(figures: Figures) -> dict[str, str]:
    """Return the marked blocks of the page."""
    return {
        "counts": _counts(figures["counts"]),
        "rates": _rates(figures["rates"]),
        "features": _features(figures["features"]),
        "survival": _survival(figures["survival"]),
        "by-democracies": _by_democracies(figures["by_democracies"]),
        "finer": _finer(figures["backtest"]),
        "finer-reliability": _finer_reliability(figures["backtest"]),
        "checks": _checks(figures["checks"]),
        "backtest": _backtest(figures["backtest"]),
        "periods": _periods(figures["backtest"]),
        "reliability": _reliability(figures["backtest"]),
        "cases": _cases(figures["cases"]),
        "verdicts": _verdicts(figures["placebo"], figures["early"]),
        "reader": _reader(figures["reader"]),
        "outside": _outside(figures),
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


def _by_democracies(parts: Sequence[Figures]) -> str:
    rows = [
        (f"{part['standing']}, {TEXTS[part['democracies']]}", f"{part['first']}-2010", *(
            f"{_hundred(one)} ({one['events']} of {one['n']:,})" for one in part["rates"].values()
        ))
        for part in parts
    ]  # fmt: skip
    return grid(("tie", "years of origin", "1 year", "2 years", "4 years", "8 years"), rows)


def _finer(outcomes: Sequence[Figures]) -> str:
    """Return the gain by democracies, by resampling either side and by years of the forecast."""
    names = [part["name"] for part in outcomes[0]["periods"]]
    rows = []
    for o in outcomes:
        finer = o["by_democracies"]
        parts = {part["name"]: part for part in finer["periods"]}
        by_stronger = finer["gain_by_stronger"]
        rows.append((
            o["name"], o["horizon"], _skill(finer["log_skill"]), _skill(finer["gain"]),
            f"[{by_stronger['lo']:.3f}, {by_stronger['hi']:.3f}]",
            *(_skill(parts[name]["log_skill"]) for name in names),
            f"{finer['brier_skill']:.4f}", _two(finer["auc_within_year"]),
        ))  # fmt: skip
    head = ("outcome", "years", "log skill against all ties", "gain over quiet and warned",
            "by stronger sides", *(f"gain {name}" for name in names), "Brier skill",
            "AUC within year")  # fmt: skip
    return grid(head, rows)


def _two(one: Figures) -> str:
    return f"{one['value']:.2f} [{one['lo']:.2f}, {one['hi']:.2f}]"


def _finer_reliability(outcomes: Sequence[Figures]) -> str:
    """Return what was said and came; what is off by more than half of what was said is marked."""
    rows = []
    for o in outcomes:
        for b in o["by_democracies"]["reliability"]:
            if b["democracies"] is None:
                continue
            off = abs(b["forecast"] - b["observed"]) > b["forecast"] / 2
            rows.append((
                o["name"], o["horizon"], f"{b['tier']}, {TEXTS[b['democracies']]}",
                f"{100 * b['forecast']:.2f}",
                f"{100 * b['observed']:.2f}{' **off**' if off else ''}",
                f"{round(b['observed'] * b['n']):,} of {b['n']:,}",
            ))  # fmt: skip
    head = ("outcome", "years", "tie", "said, in 100", "came, in 100", "came, of forecasts")
    return grid(head, rows)


def _checks(variants: Mapping[str, Figures]) -> str:
    rows = [(name, *(_skill(one) for one in row.values())) for name, row in variants.items()]
    return grid(
        ("log skill over quiet and warned", "1 year", "2 years", "4 years", "8 years"), rows
    )


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


def _periods(outcomes: Sequence[Figures]) -> str:
    """Return the log skill of breaks by years of the forecast, beside that of all."""
    breaks = [o for o in outcomes if o["name"] == "break"]
    names = [part["name"] for part in breaks[0]["periods"]]
    rows = []
    for o in breaks:
        parts = {part["name"]: part for part in o["periods"]}
        cells = [f"{_skill(parts[n]['log_skill'])}, {parts[n]['events']} came" for n in names]
        rows.append((o["horizon"], _skill(o["log_skill"]), *cells))
    return grid(("years ahead", "all", *names), rows)


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
         c["broke"] or "-", _foretold(c["year_before"]))
        for c in cases
    ]  # fmt: skip
    table = grid(("pair", "year named", "a tie", "what began from a year before to four after",
                  "break", "how it stood the year before, and the rate known then within four "
                  "years, in 100"), rows)  # fmt: skip
    return f"{len(found)} of {len(tied)} with a tie are found, of {len(cases)}.\n\n{table}"


def _foretold(before: Figures | None) -> str:
    """Return how a tie stood, and what could be said of such ties then."""
    if before is None:
        return "-"
    if before["rate"] is None:
        return str(before["stands"])
    return f"{before['stands']}: {_hundred(before['rate'])}"


def _verdicts(placebo: Figures, early: Figures) -> str:
    rows = [
        (word, f"{100 * placebo['verdicts'][word]:.1f} %", f"{100 * early['verdicts'][word]:.1f} %")
        for word in placebo["verdicts"]
    ]
    head = ("verdict", f"dates at random ({placebo['n']:,})",
            f"two years before a break ({early['n']})")  # fmt: skip
    fell = ", ".join(f"{name} {100 * x:.1f} %" for name, x in placebo["fell"].items())
    dips = placebo["dips"]
    back = (
        f"Of {dips['known']} falls in the distance at dates at random of which it is known what "
        f"came later, {dips['large']} were of the whole margin; {dips['regained']} of these were "
        f"regained by half, with or without an act or a fall in trade."
    )
    return f"{grid(head, rows)}\n\nFell at dates at random: {fell}. {back}"


def _reader(reader: Figures) -> str:
    n, found = reader["n"], reader["verdicts"]
    rows = [
        (word, f"{found.get(word, 0)} ({found.get(word, 0) / n:.0%})",
         reader["sure"].get(word, 0), meaning)
        for word, meaning in VERDICTS.items()
    ]  # fmt: skip
    table = grid(("verdict", "breaks", "of which surely", "what it says"), rows)
    unread = f" {reader['unread']} breaks were not read." if reader["unread"] else ""
    part = reader["spurious"]
    low, high = (f"{100 * part[end]:.0f}" for end in ("lo", "hi"))
    return (
        f"{table}\n\nOf {n} breaks, {100 * part['value']:.0f} % [{low}, {high}] are spurious to "
        f"this reader, who looked up a page for {reader['cited']}.{unread}"
    )


def _outside(figures: Figures) -> str:
    """Return the comparison with the outside exam; what is not reached is called missed."""
    counts = figures["counts"]
    rows = [
        (f"{name.replace('_', ' ')} to {counts['to']}", f"{there:,}", "within 5 %",
         _reached(f"{counts[name]:,}", abs(counts[name] / there - 1) <= NEAR))
        for name, there in THERE.items()
    ]  # fmt: skip
    cases = figures["cases"]
    tied = [c for c in cases if c["tie"]]
    found = sum(1 for c in tied if c["broke"])
    rows.append(("cases found", "16 of 37, 29 with a tie, arms counted", "16 of 37",
                 f"{found} of {len(cases)}, {len(tied)} with a tie; another list"))  # fmt: skip
    for name, of, bars in (("break", "of quiet and warned", SKILL), ("act", "by a model", ACTS)):
        made = {o["horizon"]: o for o in figures["backtest"] if o["name"] == name}
        for years, there in bars.items():
            one = made[years] if name == "break" else made[years]["by_democracies"]
            text, value = _skill(one["log_skill"]), one["log_skill"]["value"]
            by = "" if name == "break" else ", by democracies"
            rows.append((f"log skill, {name}, {years} years, {of}", f"{there:.3f}",
                         f"within {LESS}",
                         _reached(f"{text}{by}", value >= there - LESS)))  # fmt: skip
    broke = figures["placebo"]["verdicts"]["broke"]
    early = figures["early"]["verdicts"]
    spurious = figures["reader"]["spurious"]["value"]
    held = early["held"] + early["held in one dimension"]
    rows += [
        ("dates at random: broke", "3.8 %", f"at most {PLACEBO_MOST:.0%}",
         _reached(f"{broke:.1%}", broke <= PLACEBO_MOST)),
        ("two years before a break: broke", "66 %", f"{EARLY_LEAST:.0%} or more",
         _reached(f"{early['broke']:.1%}", early["broke"] >= EARLY_LEAST)),
        ("two years before a break: held in any form", "9 %", f"at most {EARLY_HELD:.0%}",
         _reached(f"{held:.1%}", held <= EARLY_HELD)),
        ("spurious, by a reader", "27 %, by the author himself", f"at most {SPURIOUS:.0%}",
         _reached(f"{spurious:.0%}", spurious <= SPURIOUS)),
    ]  # fmt: skip
    return grid(("", "there", "to reach", "here"), rows)


def _skill(skill: Figures) -> str:
    return f"{skill['value']:.3f} [{skill['lo']:.3f}, {skill['hi']:.3f}]"


def _reached(text: str, reached: bool) -> str:
    return text if reached else f"{text} **missed**"
