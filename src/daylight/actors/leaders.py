"""Phrases for leaders, and who held which office when."""

from __future__ import annotations

from daylight.actors.entries import FOREVER, Book, Entry, Person, Spell
from daylight.actors.tables import parts, rows

Holders = dict[tuple[str, str], list[tuple[str, str, Person]]]
# A surname that stands alone means a leader: always, when his state or a title is near, or only
# after a title.
_NEEDS = {"alone": "", "helped": "help", "titled": "title"}


def add_leaders(book: Book) -> Holders:
    """Enter all leaders; return the holders of each office of each state or bloc."""
    people: dict[str, list[dict[str, str]]] = {}
    for row in rows("leaders"):
        people.setdefault(row["name"], []).append(row)
    holders: Holders = {}
    for name, spells in people.items():
        person = Person(name, tuple(_spell(row) for row in spells))
        for spell in person.spells:
            key = (spell.code, spell.office)
            holders.setdefault(key, []).append((spell.first, spell.last, person))
        _phrases(book, person, spells)
    for held in holders.values():
        held.sort(key=lambda one: one[:2])
    return holders


def _spell(row: dict[str, str]) -> Spell:
    return Spell(row["code"], row["office"], row["start"], row["end"] + FOREVER)


def _phrases(book: Book, person: Person, spells: list[dict[str, str]]) -> None:
    codes = tuple(dict.fromkeys(spell.code for spell in person.spells))
    whole = Entry("leader", person.name, codes, "name", person=person)
    if " " in person.name:  # a single word is a surname, and stands in one of the columns
        book.add(person.name, whole)
    for row in spells:
        for phrase in parts(row["also"]):
            book.add(phrase, whole)
        for column, need in _NEEDS.items():
            for phrase in parts(row[column]):
                short = whole._replace(role="surname", need=need)
                book.add(phrase, short)


def add_offices(book: Book) -> None:
    """Enter offices, which count only beside a state or a name, and titles."""
    for row in rows("offices"):
        book.add(row["phrase"], Entry("office", row["phrase"], (), row["office"]))
    for row in rows("titles"):
        book.add(row["title"], Entry("title", row["title"], (), ""))
