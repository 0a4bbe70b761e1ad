"""A state's relations on a page."""

from __future__ import annotations

from collections.abc import Callable

from daylight.partnerships.absent import in_year, nobody, nothing, some
from daylight.partnerships.cells import HEADS, LEANS, LEANT_ON, conflict, cooperation, leaning
from daylight.partnerships.ranked import OVERALL
from daylight.partnerships.records import Lopsided, Partners, Ranking, Tie
from daylight.say.lines import capital
from daylight.show.blocks import Block, Paragraph, Section, Table


def sections(partners: Partners) -> tuple[Section, ...]:
    """Return the three sections: the closest, the most hostile and the lopsided relations."""
    close, foes, leaning_text = (
        partners.finding(name).text for name in ("closest", "hostile", "leaning")
    )
    name, year = partners.state.name, partners.lopsided_year
    how = "the mean of the three" if partners.by == OVERALL else f"the {partners.by} ledger"
    return (
        Section("closest", "Closest", close, (
            _ranked(f"Points of cooperation in {partners.year}, of 100, by {how}",
                    "Mean", partners.closest, cooperation),
            *_apart(partners.closest),
        )),
        Section("hostile", "Most hostile", foes, (
            _ranked(f"Chance of rivalry and points of conflict in {partners.year}",
                    "Rivalry, in 100", partners.hostile, conflict),
            *_apart(partners.hostile),
        )),
        Section("leaning", "Who leans on whom", leaning_text, (
            _lopsided(f"Ties on which {name} leans more", year, partners.dependent_on, LEANS),
            _lopsided("Ties on which the other leans more", year, partners.depended_on_by,
                      LEANT_ON),
        )),
    )  # fmt: skip


def _ranked(
    title: str, first: str, ranking: Ranking, cells: Callable[[Tie], tuple[str, ...]]
) -> Block:
    if not ranking.ties:
        return Paragraph(f"{title}: {nothing(ranking)}.", "missing")
    rows = tuple((tie.state.name, str(tie.rank), tie.word, *cells(tie)) for tie in ranking.ties)
    heads = ("State", "Line", "Stands as", first, *map(capital, HEADS))
    return Table(f"{title} (90 % band)", heads, rows, wide=True)


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


def _lopsided(
    title: str, year: int | None, ties: tuple[Lopsided, ...], sides: tuple[str, str]
) -> Block:
    title = in_year(title, year)
    if not ties:
        return Paragraph(f"{title}: {nobody(year)}.", "missing")
    rows = tuple(
        (
            tie.state.name,
            str(tie.rank),
            *leaning(tie, sides),
            "may be no dependence" if tie.trapped else "",
        )
        for tie in ties
    )
    unit = "of 100 ordered pairs, those in which one side leans less (90 % interval)"
    return Table(f"{title}: {unit}", ("State", "Line", *map(capital, sides), "Flag"), rows)
