"""A state's ties in lines and as a frame: bands, status, and the list's own side first."""

from __future__ import annotations

from dataclasses import replace

from daylight.dependence.leaning import Dependence
from daylight.partnerships.columns import columns
from daylight.partnerships.lines import lines
from daylight.partnerships.page import sections
from daylight.partnerships.partners import partners
from daylight.partnerships.records import Lopsided
from daylight.show.blocks import Table
from daylight.store.atlas import Atlas
from daylight.store.schemas.ledgers import LEDGERS

MORE, LESS = Dependence(2, 20, 90.0, 80.0, 95.0, {}), Dependence(20, 2, 40.0, 30.0, 50.0, {})


def test_both_sides_have_their_band_and_the_own_side_of_a_list_comes_first(book: Atlas) -> None:
    answer = partners("RUS", "2017-02-01", atlas=book)
    other = answer.closest.ties[0].state
    found = replace(
        answer,
        dependent_on=(Lopsided(other, 1, MORE, LESS),),
        depended_on_by=(Lopsided(other, 1, LESS, MORE),),
    )
    rows = [line.split(other.name)[1].split("  ") for line in lines(found)
            if line.startswith("1 ") and "(80 to 95)" in line]  # fmt: skip
    cells = [[cell.strip() for cell in row if cell] for row in rows]
    assert cells == [["90 (80 to 95)", "40 (30 to 50)"]] * 2
    heads = [line.split() for line in lines(found) if "leant on  " in line or "leans  " in line]
    assert heads == [["leans", "leant", "on"], ["leant", "on", "leans"]]
    (leaning,) = [s for s in sections(found) if s.name == "leaning"]
    tables = [block for block in leaning.blocks if isinstance(block, Table)]
    assert [table.heads[2:4] for table in tables] == [("Leans", "Leant on"), ("Leant on", "Leans")]
    assert {table.rows[0][2:4] for table in tables} == {("90 (80 to 95)", "40 (30 to 50)")}


def test_a_frame_has_the_ends_of_each_band_and_its_status(book: Atlas) -> None:
    found = partners("USA", "2026-01-01", count=4, atlas=book)
    frame = columns(found)
    ties = (*found.closest.ties, *found.hostile.ties)
    assert {len(column) for column in frame.values()} == {len(ties)}
    for name in ("cooperation", "p_rivalry", *LEDGERS):
        ends = zip(*(frame[f"{name}{end}"] for end in ("", "_lo", "_hi", "_status")), strict=True)
        quantities = [tie.ledgers[name] if name in LEDGERS else getattr(tie, name) for tie in ties]
        assert list(ends) == [(q.value, q.lo, q.hi, q.status) for q in quantities]
    assert frame["status"] == [tie.status for tie in ties]
