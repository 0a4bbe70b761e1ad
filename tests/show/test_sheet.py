"""What one sheet has room for: what goes first, and what never stands alone."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.said import Caveat
from daylight.show.blocks import (
    Block,
    Dated,
    Figure,
    Fold,
    Listing,
    Paragraph,
    Section,
    Subhead,
    Table,
)
from daylight.show.chart import Chart
from daylight.show.columns import SPARE, Heights, heights
from daylight.show.room import ROOM, tightness
from daylight.show.sheet import of_a_sheet, shortened, without_more, without_twins

TABLE = Table("Values", ("Year", "Value"), (("2000", "1"),))
LIMIT = Caveat("coverage", "It ends.", ("/bond",))


def figure(name: str, height: int = 100, **more: object) -> Figure:
    made = Figure(name, Chart(f'<svg height="{height}"/>', "Line: it."), "none", TABLE, ("atop",))
    return replace(made, **more)


def section(*blocks: Block, name: str = "one") -> Section:
    return Section(name, "Kicker", "A finding", blocks)


def test_a_chart_leaves_when_a_later_one_shows_as_much() -> None:
    first, second = figure("line", twin="events"), figure("events")
    kept = without_twins((section(first), section(second, name="two")))
    assert [block.more for one in kept for block in one.blocks] == [True, False]  # type: ignore[union-attr]
    assert not without_twins((section(first),))[0].blocks[0].more  # type: ignore[union-attr]


def test_a_twin_that_was_not_drawn_counts_for_nothing() -> None:
    kept = without_twins((section(figure("line", twin="events"), figure("events", chart=None)),))
    assert not kept[0].blocks[0].more  # type: ignore[union-attr]


def test_no_heading_stands_over_nothing() -> None:
    blocks = (Subhead("A"), Fold("B", ()), Subhead("C"), Paragraph("said"), Subhead("D"), TABLE)
    assert without_more(blocks) == (Subhead("C"), Paragraph("said"))


def test_rows_behind_a_chart_stay_on_the_page() -> None:
    (kept,) = shortened(section(figure("line"))).blocks
    assert isinstance(kept, Figure)
    assert kept.table.rows == ()


def test_a_section_that_is_a_table_keeps_it() -> None:
    assert shortened(section(TABLE, Paragraph("how", "note"))).blocks == (TABLE,)
    assert shortened(section(Paragraph("said"), TABLE)).blocks == (Paragraph("said"),)


def test_a_column_may_end_within_a_section_but_not_after_a_heading() -> None:
    long = section(Paragraph("a"), figure("b"), Subhead("c"), Paragraph("d"))
    pieces = of_a_sheet([long, section(Fold("only", ()), name="two")])
    assert [len(piece.blocks) for piece in pieces] == [1, 1, 2]
    assert [bool(piece.finding) for piece in pieces] == [True, False, False]
    assert len({piece.name for piece in pieces}) == 3


def test_columns_are_as_even_as_parts_allow_and_in_reading_order() -> None:
    assert Heights(10, (30, 20, 50), 5).split() == (2, 50)
    assert Heights(10, (100,), 5).split() == (1, 100)
    assert Heights(10, (30, 20), 5).around == 15 + SPARE


def test_heights_are_from_top_to_top() -> None:
    tops = {"a": 40.0, "b": 100.0, "foot": 130.0, "end": 150.0}
    assert heights(tops, ["a", "b", "foot", "end"], 30.0) == Heights(10.0, (60.0, 30.0), 20.0)


def test_a_page_with_room_leaves_nothing_out() -> None:
    assert tightness([section(figure("line"))], [LIMIT]) == 0


def test_what_is_left_out_grows_with_what_there_is_to_say() -> None:
    facts = Dated(tuple(("2000", "2000", "was") for _ in range(9)))
    early = [section(figure(str(k), 150), facts, name=str(k)) for k in range(4)]
    words = section(Paragraph("said " * 60), Listing(("said",) * 9), figure("x", spare=True))
    steps = [tightness([*early, *[words] * n], [LIMIT] * 9) for n in range(3)]
    assert steps == sorted(steps), steps
    assert steps[0] == 0 < steps[-1], steps


def test_a_page_that_never_fits_leaves_nothing_out() -> None:
    assert tightness([section(figure("line", round(ROOM) * 2))], []) == 0
