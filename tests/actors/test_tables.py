"""The tables: every state, code and day is one that there is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from daylight.actors.blocs import bloc_names
from daylight.actors.find import find
from daylight.actors.states import OTHERS
from daylight.actors.tables import parts, rows
from daylight.core.partial import PartialDate
from daylight.core.states import State, all_states

KNOWN = {state.code for state in all_states()} | set(OTHERS) | set(bloc_names())


def codes() -> Iterator[tuple[str, str]]:
    for table, column in (
        ("names", "codes"), ("cities", "codes"), ("demonyms", "code"), ("prefixes", "code"),
        ("bases", "code"), ("leaders", "code"), ("blocs", "bloc"),
    ):  # fmt: skip
        for row in rows(table):
            yield from ((table, code) for code in parts(row[column]))


def test_every_code_is_of_a_state_or_bloc() -> None:
    assert {(table, code) for table, code in codes() if code not in KNOWN} == set()


def test_days_are_days_and_in_order() -> None:
    for table in ("names", "cities", "leaders"):
        for row in rows(table):
            start = PartialDate.read(row["start"]) if row["start"] else None
            end = PartialDate.read(row["end"]) if row["end"] else None
            if start and end:
                assert start.first <= end.last, row


def living() -> list[State]:
    return [state for state in all_states() if state.spells[-1].end is None]


@pytest.mark.parametrize("state", living(), ids=lambda state: state.code)
def test_every_state_of_today_is_found_by_name(state: State) -> None:
    (found,) = find(f"Then {state.name} agreed with the UN.")[:1]
    assert found.ids == (state.code,)


def test_every_state_that_ended_after_1945_is_found_by_its_name_then() -> None:
    for state in all_states():
        end = state.spells[-1].end
        if end and end >= date(1946, 1, 1) and state.code != "ZAN":  # Zanzibar: the last day
            assert find(f"Then {state.name_on(end)} agreed.", end)[0].ids == (state.code,)


def test_nearly_every_state_has_a_people() -> None:
    have = {code for table, code in codes() if table == "demonyms"}
    dated = {
        code for row in rows("names") if row["role"] == "demonym" for code in parts(row["codes"])
    }
    assert {s.code for s in living()} - have - dated == {"CAF", "DMA"}


def test_there_are_leaders_enough_and_each_says_how_it_was_checked() -> None:
    people = {row["name"] for row in rows("leaders")}
    checked = {row["checked"] for row in rows("leaders")}
    assert len(people) > 2900
    assert checked == {
        "archigos", "reign", "start archigos", "start reign", "recalled", "unconfirmed",
    }  # fmt: skip


def test_leaders_are_found_by_their_full_names() -> None:
    for row in rows("leaders"):
        if " " in row["name"] and row["also"]:
            on = PartialDate.read(row["start"]).last
            for phrase in parts(row["also"]):
                found = [m for m in find(f"They saw {phrase} there.", on) if m.kind == "leader"]
                assert found, (phrase, on)
