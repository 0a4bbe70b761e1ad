"""A state's ties on a page."""

from __future__ import annotations

from daylight.bonds.point import Point
from daylight.partnerships.records import Lopsided, Partners
from daylight.partnerships.words import BY
from daylight.say.lines import capital
from daylight.say.numbers import position_text
from daylight.show.blocks import Block, Paragraph, Section, Table


def sections(partners: Partners) -> tuple[Section, ...]:
    """Return the two sections: the closest ties, and the lopsided ones."""
    close, leaning = (partners.finding(name).text for name in ("closest", "leaning"))
    name, year = partners.state.name, partners.lopsided_year
    return (
        Section("closest", "Closest ties", close, (_closest(partners),)),
        Section(
            "leaning",
            "Who leans on whom",
            leaning,
            (
                _lopsided(f"Ties on which {name} leans more, {year}", partners.dependent_on),
                _lopsided(f"Ties on which the other leans more, {year}", partners.depended_on_by),
            ),
        ),
    )


def _closest(partners: Partners) -> Block:
    if not partners.closest:
        return Paragraph(f"No tie has a position above zero in {partners.closest_year}.", "missing")
    rows = tuple((p.state.name, *(_cell(p.positions.get(d)) for d in BY)) for p in partners.closest)
    title = f"Position among all pairs in {partners.closest_year} (90 % interval), {partners.by}"
    return Table(f"{title} first", ("State", *map(capital, BY)), rows)


def _cell(point: Point | None) -> str:
    return "not known" if point is None else position_text(point.value, point.lo, point.hi)


def _lopsided(title: str, ties: tuple[Lopsided, ...]) -> Block:
    if not ties:
        return Paragraph(f"{title}: none clearly.", "missing")
    rows = tuple(
        (
            t.state.name,
            position_text(t.leans.value, t.leans.lo, t.leans.hi),
            position_text(t.leant_on.value, t.leant_on.lo, t.leant_on.hi),
        )
        for t in ties
    )
    return Table(title, ("State", "Leans (90 % interval)", "Is leant on"), rows)
