"""What limits a brief: coverage that ends, definitions that matter, and known faults."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.blocs.records import BlocTies
from daylight.bonds.records import Bond, ComponentResult
from daylight.briefs.records import Caveat
from daylight.core.text import listed
from daylight.divergences.records import Divergence
from daylight.measures.numbers import estimate_text, place
from daylight.measures.votes import AGENDA_BREAK
from daylight.store.atlas import Atlas

UNIVERSE_BREAK = 2021
FLIP = 15.0
"""Points by which leaving a component out must move a dimension to be named."""


def caveats(book: Atlas, bond: Bond, divergence: Divergence, blocs: BlocTies) -> tuple[Caveat, ...]:
    """Return the caveats of a brief, the ones that limit it most first."""
    return (
        *_coverage(bond),
        *_sensitivity(bond),
        *_holes(book, bond),
        *_votes(divergence),
        *_blocs(blocs),
        *_method(bond),
    )


def _coverage(bond: Bond) -> Iterator[Caveat]:
    for d in bond.dimensions[:3]:
        if d.status == "outside_coverage":
            first, last = d.covered
            newest = d.last
            text = f"The {d.dimension} dimension is covered from {first} to {last}; "
            carried = "nothing is carried on to" if bond.year > last else "it says nothing on"
            text += f"{carried} {bond.year}."
            if newest:
                text += (
                    f" Its last value is {newest.value:.0f} ({newest.lo:.0f} to "
                    f"{newest.hi:.0f}) for {newest.year}."
                )
            yield Caveat("coverage", text)
        if d.status == "missing":
            core = next(c for c in d.components if c.required)
            yield Caveat(
                "coverage",
                f"The {d.dimension} dimension has no value: {core.title.lower()} is not known "
                f"for this pair in {bond.year}. That is not a zero.",
            )
        gone = [c for c in d.components if c.weight and c.value.value is None]
        if d.value is not None and gone:
            share = f"{sum(c.weight for c in gone):.0%}".replace("%", " %")
            yield Caveat(
                "coverage",
                f"The {d.dimension} index for {bond.year} does without {share} of its weight: "
                f"{listed([_lacking(c, bond.year) for c in gone])}.",
            )


def _lacking(c: ComponentResult, year: int) -> str:
    title = c.title[0].lower() + c.title[1:]
    if c.covered[0] <= year <= c.covered[1]:
        return f"{title} (not known for this pair)"
    if c.covered[0] > c.covered[1]:
        return f"{title} (not in this atlas)"
    return f"{title} (covered {c.covered[0]} to {c.covered[1]})"


def _sensitivity(bond: Bond) -> Iterator[Caveat]:
    for d in bond.dimensions[:3]:
        for c in d.components:
            if (
                c.required
                or not c.weight
                or d.value is None
                or c.without is None
                or abs(c.without - d.value) < FLIP
            ):
                continue
            yield Caveat(
                "definition",
                f"Without {c.title.lower()}, the {d.dimension} position would be "
                f"{place(c.without)} instead of {place(d.value)}.",
            )


def _disagreement(bond: Bond) -> Iterator[Caveat]:
    """Where index and latent level put the pair far apart."""
    for d in bond.dimensions[:3]:
        if d.differs is not None and d.level and abs(d.differs) >= FLIP:
            yield Caveat(
                "method",
                f"Index and latent level disagree on the {d.dimension} dimension: ahead of "
                f"{place(d.value or 0.0)} % of pairs by index, {place(d.level.percentile)} % by "
                f"the latent level, which weighs components by how well they hang together.",
            )


def _holes(book: Atlas, bond: Bond) -> Iterator[Caveat]:
    """Years in which the trade source is known not to observe one of the two."""
    a, b = bond.a, bond.b
    rows = book.rows(
        "holes",
        "\"table\" = 'trade' AND start <= ? "
        "AND (cow = ? AND partner IN (0, ?) OR cow = ? AND partner IN (0, ?)) "
        "ORDER BY cow, reason, start",
        (bond.year, a.cow, b.cow, b.cow, a.cow),
    )
    names = {a.cow: a.name, b.cow: b.name}
    spans: dict[tuple[int, str], list[tuple[int, int]]] = {}
    for cow, start, end, reason in zip(
        *(rows[c].tolist() for c in ("cow", "start", "end", "reason")), strict=True
    ):
        known = spans.setdefault((cow, reason), [])
        if known and start <= known[-1][1] + 1:
            known[-1] = (known[-1][0], max(end, known[-1][1]))
        else:
            known.append((start, end))
    for (cow, reason), years in spans.items():
        text = ", ".join(f"{s}-{e}" if e > s else f"{s}" for s, e in years)
        yield Caveat("data", f"Trade of {names[cow]} is not observed in {text}: {reason}.")


def _votes(divergence: Divergence) -> Iterator[Caveat]:
    first, last = divergence.window
    if divergence.overall.n == 0:
        return
    if last >= AGENDA_BREAK:
        yield Caveat(
            "data",
            "In 2025 recorded votes in the General Assembly doubled, because texts that used to "
            "pass by consensus were put to a vote. Raw agreement jumps for most pairs; agreement "
            "beyond chance moves less. Do not read 2025 as a change of policy by itself.",
        )
    if last >= UNIVERSE_BREAK:
        yield Caveat(
            "data",
            "Votes to 2020 include amendments, paragraphs and failed drafts; later ones are "
            "adopted whole resolutions only.",
        )
    for g in divergence.issues:
        if g.n and g.kappa.value is None:
            same = estimate_text("vote_agreement", g.agreement)
            yield Caveat(
                "definition",
                f"On {g.title} one of the two never varied its vote, so kappa cannot rank it. They "
                f"cast the same vote in {same} of {g.n} roll calls.",
            )
    yield Caveat(
        "definition",
        f"Votes of {first} to {last} are pooled by issue. Absences are left out; yes, abstain and "
        f"no are three steps. A vote may count under several issues, or none.",
    )


def _blocs(blocs: BlocTies) -> Iterator[Caveat]:
    ties = (*blocs.shared, *blocs.first, *blocs.second, *blocs.looser)
    weak = [(t.bloc, m) for t in ties for m in t.memberships if m.confirmed == "unconfirmed"]
    for bloc, membership in weak:
        yield Caveat(
            "data",
            f"The start of {membership.state.name}'s standing in {bloc} ({membership.standing}) "
            f"could not be confirmed.",
        )
    yield Caveat("coverage", f"Blocs listed: {', '.join(blocs.listed)}. Others are not counted.")


def _method(bond: Bond) -> Iterator[Caveat]:
    yield Caveat(
        "method",
        "A position is the share of pairs with a lower index. The index is a weighted mean of "
        "its components' standings; its interval covers weights, measurement and gaps, not what "
        "the components fail to measure.",
    )
    yield from _disagreement(bond)
    yield Caveat(
        "method",
        f"Measures are yearly; as of {bond.as_of} the last full year is {bond.year}. Data are "
        f"today's versions of the sources, not what had been published by then.",
    )
    if bond.lineage_note:
        yield Caveat("definition", bond.lineage_note)
