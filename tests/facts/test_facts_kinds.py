"""Every kind is one of the table, and no kind both binds and divides."""

from __future__ import annotations

from daylight.facts import kinds
from daylight.facts.lines import CALLED
from daylight.store.schemas.facts import KINDS, TABLES


def test_lists_of_kinds_name_kinds_of_the_table() -> None:
    lists = (kinds.MAJOR, kinds.BINDING, kinds.DIVIDING, kinds.RUNNING, kinds.REPEATED,
             kinds.TREATIES, kinds.TROOPS_OF_ONE)  # fmt: skip
    assert all(set(names) <= set(KINDS) for names in lists)
    assert set(kinds.TROOPS_OF_ONE) <= set(kinds.MAJOR)


def test_no_kind_both_binds_and_divides() -> None:
    assert not set(kinds.BINDING) & set(kinds.DIVIDING)
    assert [kinds.does(kind) for kind in ("promise", "war", "veto")] == ["binds", "divides", ""]


def test_every_source_has_a_short_name_or_is_a_list_of_our_own() -> None:
    own = {"defence_facts", "recognition", "relations"}
    assert set(TABLES[0].sources) == set(CALLED) | own
