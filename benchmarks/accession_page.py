"""The figures of the exam of joining and leaving as tables of docs/methods/accession.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Figures = Mapping[str, Any]
WAYS = {
    "signs": "points and openness", "bloc": "the bloc's own rate",
    "standing": "the share of a standing", "all": "the share of all",
}  # fmt: skip
DID = {"join": "joined", "leave": "left"}


def blocks(figures: Figures) -> dict[str, str]:
    """Return the marked blocks of the page."""
    return {
        "short": _short(figures),
        "counts": _counts(figures["counts"], figures["last"]),
        "rates": _rates(figures["rates"]["join"]),
        "backtest": _backtest(figures["backtest"]),
        "periods": _periods(figures["periods"]),
        "reliability": _reliability(figures["reliability"]),
        "tried": _tried(figures["tried"]),
        "eaeu": _eaeu(figures["eaeu"]),
        "eaeu-leave": _eaeu_leave(figures["eaeu"]),
    }


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "| " + " | ".join("---" for _ in head) + " |"]
    return "\n".join([*lines, *("| " + " | ".join(map(str, row)) + " |" for row in rows)])


def _share(told: Sequence[float | None], digits: int = 1) -> str:
    value, lo, hi = told[:3]
    if value is None or lo is None or hi is None:
        return "not known"
    return f"{100 * value:.{digits}f} % ({100 * lo:.{digits}f} to {100 * hi:.{digits}f})"


def _skill(told: Mapping[str, float], by: str = "blocs") -> str:
    return f"{told['value']:.3f} ({told[f'{by}_lo']:.3f} to {told[f'{by}_hi']:.3f})"


def _short(figures: Figures) -> str:
    join, leave = (figures["backtest"][kind] for kind in ("join", "leave"))
    four = next(row for row in join if row["years"] == 4)
    top = figures["top"]
    lines = [
        f"- Joining within four years: log skill {_skill(four['skill']['all'])} against the share"
        f" of all, {_skill(four['skill']['standing'])} against that of a standing,"
        f" {_skill(four['skill']['bloc'])} against the bloc's own rate; {four['events']} events,"
        f" AUC {four['auc']} within year and bloc. Ships at"
        f" {_years(row['years'] for row in join if row['ships'] == 'signs')}.",
        f"- Of {top['joined']} states that joined from 1971 on, {top['5']} stood among the first 5"
        f" of the bloc's list at the end of the year before, {top['10']} among the first 10,"
        f" {top['20']} among the first 20, of about {top['outside']} outside.",
    ]
    kept = [row["years"] for row in leave if row["ships"] == "signs"]
    word = f"Standing ships at {_years(kept)}; " if kept else "No sign of a member ships: "
    own = [row["years"] for row in leave if row["ships"] == "bloc"]
    last = next(row for row in leave if row["years"] == 4)
    lines.append(
        f"- Leaving: {word}the bloc's own rate is given at {_years(own)} (against the share of all"
        f" {_skill(last['bloc'])} at four years, {last['events']} events)."
        if own
        else f"- Leaving: {word}else the share of all is given."
    )
    return "\n".join(lines)


def _years(years: Iterable[int]) -> str:
    told = [str(year) for year in years]
    return f"{', '.join(told)} years" if told else "no horizon"


def _counts(counts: Figures, last: int) -> str:
    rows = []
    for kind, one in counts.items():
        decades = ", ".join(f"{decade}s {n}" for decade, n in one["decades"].items())
        row = (DID[kind], one["cases"], one["events"], one["blocs"], one["states"], decades)
        rows.append([f"{cell:,}" if isinstance(cell, int) else cell for cell in row])
    listed = counts["join"]["listed"]
    head = ("", "states by year", "events", "blocs with one", "states with one", "by decade")
    return f"{listed} blocs, ends of the years 1949 to {last}.\n\n{_table(head, rows)}"


def _rates(rates: Sequence[Figures]) -> str:
    head = ("points", "states by year", "joined within a year", "joined within 4 years")
    return _table(
        head, [(r["points"], f"{r['1'][3]:,}", _share(r["1"], 2), _share(r["4"])) for r in rates]
    )


def _backtest(both: Figures) -> str:
    parts = []
    for kind, told in both.items():
        others = list(told[0]["skill"])
        head = ["years", "cases", "events", *(f"against {WAYS[o]}" for o in others),
                "by states, against the share of all", "Brier skill", "AUC",
                "what ships"]  # fmt: skip
        rows = [
            (r["years"], f"{r['n']:,}", r["events"], *(_skill(r["skill"][o]) for o in others),
             _skill(r["skill"]["all"], "states"), f"{r['brier']:.3f}", r["auc"], WAYS[r["ships"]])
            for r in told
        ]  # fmt: skip
        parts.append(f"{kind.capitalize()}:\n\n{_table(head, rows)}")
        own = ", ".join(f"{_skill(r['bloc'])} at {r['years']}" for r in told)
        parts.append(f"The bloc's own rate against the share of all: {own} years.")
    near = [(r["years"], r["near"]) for r in both["join"]]
    told = ", ".join(
        f"{one['auc']} at {years} ({one['events']} of {one['n']:,})" for years, one in near
    )
    parts.append(
        "AUC for joining among states whose capital is within 2,500 km of a member's alone, with"
        f" events and cases: {told} years."
    )
    return "\n\n".join(parts)


def _periods(both: Figures) -> str:
    rows = [
        (kind, f"{r['first']} to {r['last']}", f"{r['n']:,}", r["events"],
         _skill(r["skill"]), _skill(r["skill"], "states"))
        for kind, told in both.items() for r in told
    ]  # fmt: skip
    head = ("", "year of the forecast", "cases", "events", "log skill, by blocs", "by states")
    return _table(head, rows)


def _reliability(both: Figures) -> str:
    rows = [
        (kind, f"{r['n']:,}", f"{100 * r['forecast']:.2f} %", f"{r['expected']:.1f}", r["events"])
        for kind, told in both.items() for r in told
    ]  # fmt: skip
    return _table(("", "cases", "mean chance", "expected", "came"), rows)


def _tried(both: Figures) -> str:
    rows = [
        (kind, name, f"{one['value']:+.3f} ({one['blocs_lo']:+.3f} to {one['blocs_hi']:+.3f})",
         f"({one['states_lo']:+.3f} to {one['states_hi']:+.3f})")
        for kind, told in both.items() for name, one in told.items()
    ]  # fmt: skip
    return _table(("", "points", "log skill against those above, by blocs", "by states"), rows)


def _eaeu(told: Figures) -> str:
    rows = []
    for one in told["join"]:
        votes = "not known" if one["votes"] is None else f"{100 * one['votes']:.0f} %"
        rows.append((
            one["rank"], f"**{one['state']}**" if one["article"] else one["state"], one["points"],
            one["standing"], one["outside"], f"{one['km']:,}",
            "yes" if one["border"] else "no", votes,
            *(_share(one["within"][h]) for h in ("1", "4", "8")),
            "joined" if one["joined"] else one["now"],
        ))  # fmt: skip
    head = ("rank", "state", "points", "standing", "years outside", "km", "border",
            "nearer voters outside", "a year", "4 years", "8 years",
            f"on {told['now']}")  # fmt: skip
    joined = [one["state"] for one in told["join"] if one["joined"]]
    expected = ", ".join(f"{n:.2f} within {h}" for h, n in told["expected"].items())
    came = ", ".join(joined) or "none of these"
    return (
        f"Members on {told['day']}: {', '.join(told['members'])}. Bold: named as contemplated in"
        f" the article.\n\n{_table(head, rows)}\n\nExpected to join, of all states outside:"
        f" {expected} years. Joined by {told['now']}: {came}."
    )


def _eaeu_leave(told: Figures) -> str:
    rows = [
        (one["rank"], one["state"], *(_share(one["within"][h]) for h in ("1", "4", "8")),
         "left" if one["left"] else "member")
        for one in told["leave"]
    ]  # fmt: skip
    head = ("rank", "state", "a year", "4 years", "8 years", f"on {told['now']}")
    return _table(head, rows)
