"""A state's relations on a page."""

from __future__ import annotations

from collections.abc import Callable

from daylight.bonds.written import chance_text, spanned
from daylight.partnerships.ranked import CONFLICT, COOPERATION, OVERALL
from daylight.partnerships.records import Lopsided, Partners, Ranking, Tie
from daylight.partnerships.words import some
from daylight.say.numbers import position_text
from daylight.show.blocks import Block, Paragraph, Section, Table

HEADS = ("Military", "Political", "Economic")


def sections(partners: Partners) -> tuple[Section, ...]:
    """Return the three sections: the closest, the most hostile and the lopsided relations."""
    close, foes, leaning = (
        partners.finding(name).text for name in ("closest", "hostile", "leaning")
    )
    name, year = partners.state.name, partners.lopsided_year
    how = "the mean of the three" if partners.by == OVERALL else f"the {partners.by} ledger"
    return (
        Section("closest", "Closest", close, (
            _ranked(f"Points of cooperation in {partners.year}, of 100, by {how}",
                    ("Mean", *HEADS), partners.closest, _cooperation),
            *_apart(partners.closest),
        )),
        Section("hostile", "Most hostile", foes, (
            _ranked(f"Chance of rivalry and points of conflict in {partners.year}",
                    ("Rivalry, in 100", *HEADS), partners.hostile, _conflict),
            *_apart(partners.hostile),
        )),
        Section("leaning", "Who leans on whom", leaning, (
            _lopsided(f"Ties on which {name} leans more, {year}", partners.dependent_on),
            _lopsided(f"Ties on which the other leans more, {year}", partners.depended_on_by),
        )),
    )  # fmt: skip


def _ranked(
    title: str, heads: tuple[str, ...], ranking: Ranking, cells: Callable[[Tie], tuple[str, ...]]
) -> Block:
    if not ranking.ties:
        why = "not covered" if ranking.of is None else "none to speak of"
        return Paragraph(f"{title}: {why}.", "missing")
    rows = tuple((tie.state.name, str(tie.rank), tie.word, *cells(tie)) for tie in ranking.ties)
    return Table(f"{title} (90 % band)", ("State", "Line", "Stands as", *heads), rows, wide=True)


def _apart(ranking: Ranking) -> tuple[Block, ...]:
    """Say which ties share the last line unseen, and which have no place."""
    notes = []
    if ranking.more:
        text = f"{ranking.more} more cannot be told from those of the last line."
        notes.append(Paragraph(text, "note"))
    if ranking.unsure:
        text = f"No place, since the band is too wide for a number: {some(ranking.unsure)}."
        notes.append(Paragraph(text, "missing"))
    return tuple(notes)


def _cooperation(tie: Tie) -> tuple[str, ...]:
    return spanned(tie.cooperation), *(spanned(tie.ledgers[name]) for name in COOPERATION)


def _conflict(tie: Tie) -> tuple[str, ...]:
    return chance_text(tie.p_rivalry), *(spanned(tie.ledgers[name]) for name in CONFLICT)


def _lopsided(title: str, ties: tuple[Lopsided, ...]) -> Block:
    if not ties:
        return Paragraph(f"{title}: none clearly.", "missing")
    rows = tuple(
        (
            t.state.name,
            str(t.rank),
            position_text(t.leans.value, t.leans.lo, t.leans.hi),
            position_text(t.leant_on.value, t.leant_on.lo, t.leant_on.hi),
            "may be no dependence" if t.trapped else "",
        )
        for t in ties
    )
    return Table(title, ("State", "Line", "Leans (90 % interval)", "Is leant on", "Flag"), rows)
