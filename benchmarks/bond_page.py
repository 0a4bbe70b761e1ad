"""The figures of the exam of the ledgers as tables of docs/methods/relationship.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from daylight.ledgers.items import BY_NAME
from daylight.ledgers.nowcast.specs import SPECS
from daylight.ledgers.relationship.form import INPUTS
from daylight.store.schemas.ledgers import LEDGERS

Figures = Mapping[str, Any]
BARS = {"warm / rivalry": 0.99, "rivalry / negative": 0.945, "warm / negative": 0.91}
PERIOD_BARS = {"warm / rivalry": 0.99, "rivalry / negative": 0.95, "warm / negative": 0.91}
BLIND_BAR = 0.94
RAW, AGAIN, RELIABLE = 0.07, 0.03, 0.07
COVER = (0.85, 0.95)
SHARE = 0.02
MOSTLY_CODED = ("military_conflict", "political_conflict", "economic_conflict")
"""Ledgers of yes and no, whose band covers more where most pairs have none."""
CRITERIA = {"force": "use of force", "crisis": "ICB crisis", "fatal": "UCDP fatal conflict"}
ALONE_BARS = {"force": 0.68, "crisis": 0.81}
GAIN_BARS = {"force": 0.03, "crisis": 0.08}


def blocks(figures: Figures) -> dict[str, str]:
    """Return the marked blocks of the page."""
    return {
        "weights": _weights(figures["relationship"]),
        "contrasts": _contrasts(figures["relationship"]),
        "calibration": _calibration(figures["relationship"]),
        "ties": _ties(figures["masked"]),
        "measured": _measured(figures["masked"]),
        "bins": _off(figures["masked"]),
        "blinded": _blinded(figures["blinded"]),
        "scale": _scale(figures["blinded"]),
        "criteria": _criteria(figures["criteria"]),
        "withheld": _withheld(figures["withheld"]),
        "strangers": _strangers(figures["strangers"]),
        "unpublished": _unpublished(figures["unpublished"]),
        "disputes": _disputes(figures["disputes"]),
        "cases": _cases(figures["cases"]),
    }


def grid(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return a table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(str(c) for c in line)} |" for line in lines)


def span(cell: Mapping[str, Any], digits: int = 3) -> str:
    """Return a value with its interval."""
    if cell["value"] is None:
        return ""
    value, lo, hi = (f"{cell[k]:.{digits}f}" for k in ("value", "lo", "hi"))
    return f"{value} [{lo}, {hi}]"


def judged(text: str, missed: bool) -> str:
    """Mark a figure that is not what was asked for."""
    return f"{text} **missed**" if missed else text


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _weights(figures: Figures) -> str:
    three = figures["weights"]["three"]
    rows = [
        (_plain(name), *(f"{three['weights'][j][k]:.2f} ± {three['errors'][j][k]:.2f}"
                         for j in range(2)))
        for k, name in enumerate(INPUTS)
    ]  # fmt: skip
    splits = "; ".join(
        f"{title} {w[0][0]:.2f} {w[0][1]:+.2f} × {by}"
        for title, w, by in (
            ("severe in rivalry", figures["weights"]["severe"]["weights"],
             "root of military conflict"),
            ("community in warm peace", figures["weights"]["community"]["weights"],
             "political cooperation"),
        )
    )  # fmt: skip
    table = grid(("per 100 points", "rivalry / negative", "warm / negative"), rows)
    return (f"{table}\n\nLog odds of the splits: {splits}. "
            f"{figures['rows']:,} pair-years of {figures['pairs']:,} pairs.")  # fmt: skip


def _contrasts(figures: Figures) -> str:
    rows = []
    every = {**figures["contrasts"], "fitted before 1990, tested after": figures["period"]}
    for name, found in every.items():
        bars = BARS if name == "held-out pairs" else PERIOD_BARS if "1990" in name else {}
        cells = [judged(span(found[c]), c in bars and found[c]["value"] < bars[c]) for c in BARS]
        gain = found["rivalry / negative"].get("gain")
        rows.append((name, *cells, span(gain, 4) if gain else "", f"{found['loss']:.3f}"))
    n = figures["contrasts"]["held-out pairs"]["rivalry / negative"]
    head = ("", *BARS, "gain, rivalry / negative", "log loss")
    return (f"{grid(head, rows)}\n\n{n['of']:,} pair-years of rivalry or negative peace, "
            f"{n['n']:,} of rivalry.")  # fmt: skip


def _calibration(figures: Figures) -> str:
    rows = []
    for name, found in figures["calibration"].items():
        for key, title, worst, bar in (
            ("raw", "held out by pair", "worst", RAW),
            ("recalibrated", "recalibrated", "worst_again", AGAIN),
        ):
            gap = judged(f"{found[worst]:.3f}", found[worst] > bar)
            rows.append((name, title, _pairs(found[key]), gap))  # fmt: skip
        rows.append((name, "fitted before 1990, tested after",
                     _pairs(figures["calibration_period"][name]), "reported"))  # fmt: skip
    return grid(("chance of", "", "predicted / observed (n)", "largest gap, n ≥ 500"), rows)


def _pairs(found: Sequence[Mapping[str, Any]]) -> str:
    return ", ".join(f"{b['chance']:.2f}/{b['share']:.2f} ({b['n']:,})" for b in found)


def _ties(figures: Figures) -> str:
    rows = []
    for name, by_year in figures.items():
        if SPECS[name].changes:
            continue
        for h, x in by_year.items():
            gap = judged(f"{x['worst']:.2f}", x["worst"] > RELIABLE)
            unseen = x["unseen"]["value"]
            rows.append((f"`{name}`", h, f"{x['carry']['n']:,}", f"{x['carry']['value']:.4f}",
                         f"{x['model']['value']:.4f}", span(x["gain"], 4),
                         "" if unseen is None else f"{100 * unseen:.0f} %", gap))  # fmt: skip
    head = ("item", "years", "n", "carried", "foretold", "gain", "unseen", "largest gap, n ≥ 500")
    return grid(head, rows)


def _measured(figures: Figures) -> str:
    rows = []
    for name, by_year in figures.items():
        if not SPECS[name].changes:
            continue
        for h, x in by_year.items():
            cover = x["cover"]["value"]
            out = not COVER[0] <= cover <= COVER[1]
            rows.append((f"`{name}`", f"{BY_NAME[name].maximum:g}", h, f"{x['cover']['n']:,}",
                         span(x["carry"], 2), span(x["model"], 2),
                         judged(span(x["cover"]), out), span(x["width"], 1)))  # fmt: skip
    head = ("item", "of", "years", "n", "error carried", "error of the mean", "band covers",
            "width")  # fmt: skip
    return grid(head, rows)


def _off(figures: Figures) -> str:
    rows = []
    for name, by_year in figures.items():
        for h, x in by_year.items():
            for b in x.get("bins", ()):
                if b["n"] >= 500 and abs(b["chance"] - b["share"]) > RELIABLE:
                    rows.append((f"`{name}`", h, f"{b['chance']:.2f}", f"{b['share']:.2f}",
                                 f"{b['n']:,}"))  # fmt: skip
    return grid(("item", "years", "chance", "happened", "n"), rows) if rows else "None."


def _blinded(figures: Figures) -> str:
    rows = []
    for name in LEDGERS:
        x = figures["ledgers"][name]
        cover = x["cover"]["value"]
        out = cover < COVER[0] or (cover > COVER[1] and name not in MOSTLY_CODED)
        rows.append((_plain(name), f"{x['cover']['n']:,}", span(x["carried"], 2),
                     span(x["median"], 2), f"{x['under']:.1f}", judged(span(x["cover"]), out),
                     span(x["cover_true"]), span(x["width"], 1)))  # fmt: skip
    head = ("ledger", "n", "error carried", "error of the median", "90 % of errors under",
            "covered", "of true ties", "width")  # fmt: skip
    return grid(head, rows)


def _scale(figures: Figures) -> str:
    rows = []
    for contrast, found in figures["scale"].items():
        told = found["foretold"]
        missed = contrast == "rivalry / negative" and told["value"] < BLIND_BAR
        rows.append((contrast, f"{told['n']:,} of {told['of']:,}", span(found["full"]),
                     judged(span(told), missed), span(found["carried"])))  # fmt: skip
    return grid(("contrast", "n", "full sight", "as in 2025", "carried forward"), rows)


def _criteria(figures: Figures) -> str:
    rows = []
    for name, title in CRITERIA.items():
        x = figures[name]
        alone, after, near = x["alone"], x["after"], x["after_near"]
        higher = alone["higher of both"]
        gain = near["and conflict"]["gain"]
        rows.append((
            title, f"{higher['n']:,} of {higher['of']:,}", span(alone["military conflict"]),
            judged(span(higher), higher["value"] < ALONE_BARS.get(name, 0)),
            span(alone["nearness"]), span(after["nearness and size"]),
            span(after["and conflict"]), span(near["nearness and size"]),
            span(near["and conflict"]),
            judged(span(gain), gain["value"] < GAIN_BARS.get(name, -1)),
        ))  # fmt: skip
    head = ("in the next three years", "n", "military conflict", "higher of both",
            "nearness alone", "nearness and size", "and conflict", "near pairs: nearness and size",
            "near pairs: and conflict", "gain")  # fmt: skip
    return grid(head, rows)


def _withheld(figures: Figures) -> str:
    rows = []
    for name in SPECS:
        cells: list[str] = []
        for year in figures:
            x = figures[year][name]
            cells += [judged(f"{x['wider']:+.2f}", x["wider"] < 0),
                      judged(f"{100 * x['narrower']:.1f} %", x["narrower"] > SHARE)]  # fmt: skip
        rows.append((f"`{name}`", _plain(BY_NAME[name].ledger), *cells))
    head = ["item", "ledger"]
    for year in figures:
        head += [f"wider by, {year}", f"pairs narrower by more than 3, {year}"]
    return grid(head, rows)


def _strangers(x: Figures) -> str:
    return (f"{x['strangers']:,} of {x['pair_years']:,} pair-years; the scale codes "
            f"{x['coded']:,} of them, {x['rivals']:,} as rivals ({x['pairs']} pairs).")  # fmt: skip


def _unpublished(figures: Figures) -> str:
    rows = [
        (_plain(name) if name not in BY_NAME else f"`{name}`", f"{x['n']:,}",
         f"{100 * x['share']:.1f} %")
        for name, x in figures.items()
    ]  # fmt: skip
    return grid(("2025", "pairs with a tie", "band too wide"), rows)


def _disputes(figures: Figures) -> str:
    rows = [
        (kind, h, f"{x['share']['n']:,}", f"{x['chance']:.4f}", span(x["share"], 4))
        for h, kinds in figures.items() for kind, x in kinds.items()
    ]  # fmt: skip
    return grid(("kind of pair", "years", "n", "chance", "happened"), rows)


def _cases(figures: Sequence[Mapping[str, Any]]) -> str:
    rows = []
    for x in figures:
        if "rivalry" not in x:
            rows.append((x["case"], x["right"], "", "", "", "", "", f"cannot: {x['cannot']}"))
            continue
        cells = [
            _band(x[name])
            for name in (
                "military_cooperation",
                "military_conflict",
                "political_conflict",
                "economic_cooperation",
            )
        ]
        chance = f"{x['rivalry'][0]:.2f} [{x['rivalry'][1]:.2f}, {x['rivalry'][2]:.2f}]"
        verdict = "reads right" if not x["misses"] else f"**no**: {_plain(', '.join(x['misses']))}"
        if x["wrong"]:
            verdict += f": {x['wrong']}"
        if x["cannot"]:
            verdict += f"; cannot: {x['cannot']}"
        rows.append((x["case"], x["right"], *cells, chance, verdict))  # fmt: skip
    head = ("case", "must read", "military coop.", "military conflict", "political conflict",
            "economic coop.", "P(rivalry)", "")  # fmt: skip
    return grid(head, rows)


def _band(x: Sequence[float]) -> str:
    return f"{x[0]:.0f}" if x[1] == x[2] else f"{x[0]:.0f} [{x[1]:.0f}, {x[2]:.0f}]"
