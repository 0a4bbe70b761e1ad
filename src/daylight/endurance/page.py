"""How a tie held, on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daylight.endurance.chart import NAME, shocks_time
from daylight.endurance.lines import came, when
from daylight.endurance.placebo import DATES
from daylight.endurance.rate_words import of_democracies, rate_text
from daylight.endurance.rates import HORIZONS, at, at_finer, precedents_of
from daylight.endurance.records import Indicator, Rate, Resilience, Shock
from daylight.endurance.words import names_of
from daylight.say.lines import counted
from daylight.say.numbers import fixed, share
from daylight.show.blocks import Block, Figure, Fold, Paragraph, Section, Table


def sections(answer: Resilience) -> tuple[Section, ...]:
    """Return the section: findings, shocks, counts, rates and precedents."""
    first, *rest = answer.findings
    more = Paragraph(" ".join(f"{f.text}." for f in rest))
    return (Section("resilience", "How the tie held", first.text, (more, *_blocks(answer))),)


def _blocks(answer: Resilience) -> Iterator[Block]:
    chart = shocks_time(answer)
    if chart is not None:
        sources = tuple(dict.fromkeys(shock.source for shock in answer.shocks))
        yield Figure(NAME, chart, "", _shock_table(answer), sources)
    elif answer.shocks:
        yield Fold(f"All {len(answer.shocks)} events", (_shock_table(answer),))
    if answer.shocks:
        yield _counts(answer)
    standing = f"How often {answer.state.quiet_or_warned} ties broke"
    yield from _rates(standing, [at(answer.hazard, horizon) for horizon in HORIZONS])
    if answer.hazard["by_democracies"]:
        caption = f"{standing}, {of_democracies(answer.hazard)}"
        yield from _rates(caption, [at_finer(answer.hazard, horizon) for horizon in HORIZONS])
    found = precedents_of(answer.hazard)
    if found:
        rows = tuple(
            (names_of(p.a, p.b), str(p.year), fixed(p.distance, 1), came(p)) for p in found
        )
        heads = ("Pair", "Year", "Distance, points", "In the eight years after")
        yield Table("Past ties most alike, and what came of them", heads, rows)


def _shock_table(answer: Resilience) -> Table:
    rows = tuple(
        (when(shock), shock.title, shock.verdict, shock.reason, *_measured(shock))
        for shock in answer.shocks
    )
    heads = ("Date", "Event", "The tie", "Why", "Distance in votes", "Agreement", "Trade")
    caption = "What tested the tie, and what it did: loss beyond ties alike, 90 % upper end"
    return Table(caption, heads, rows, wide=True)


def _measured(shock: Shock) -> tuple[str, str, str]:
    by_name = {one.name: one for one in shock.evidence}
    one, two, three = (_loss(by_name.get(name)) for name in ("distance", "kappa", "trade"))
    return one, two, three


def _loss(one: Indicator | None) -> str:
    if one is None or one.loss is None or one.worst is None:
        return "-"
    return f"{fixed(one.loss, 2)} (at most {fixed(one.worst, 2)}): {one.verdict}"


def _counts(answer: Resilience) -> Table:
    rows = tuple(
        (
            word,
            str(n - answer.counts_of_acts[word]),
            share(answer.placebo[word]) if word in answer.placebo else "-",
            str(answer.counts_of_acts[word]),
        )
        for word, n in answer.counts.items()
    )
    caption = "Events by what the tie did, beside dates drawn at random; boosts are left out"
    heads = (
        "The tie",
        "Events that are no acts",
        f"Of {DATES:,} dates at random",
        "Acts themselves",
    )
    return Table(caption, heads, rows)


def _rates(caption: str, pairs: Sequence[tuple[Rate | None, Rate | None]]) -> Iterator[Block]:
    rows = []
    for horizon, pair in zip(HORIZONS, pairs, strict=True):
        known = [rate for rate in pair if rate]
        if known:
            texts = [rate_text(rate) if rate else "-" for rate in pair]
            basis = "; ".join(rate.basis for rate in known)
            rows.append((counted(horizon, "year"), *texts, basis))
    if rows:
        yield Table(caption, ("Within", "Since 1950", "Since 1992", "Of"), tuple(rows))
