"""What is said of a panel beside it."""

from __future__ import annotations

from daylight.panel.notes import notes
from daylight.panel.panel import dyads
from daylight.store.atlas import Atlas


def said(book: Atlas, year: int, *names: str, directed: bool = False) -> list[str]:
    panel = dyads(year, year, directed, atlas=book).add(*names)
    return list(notes(panel.to_polars(), panel))


def test_trade_above_the_whole_is_flagged(book: Atlas) -> None:
    """The Marshall Islands traded 33 times their GDP with South Korea in 2016."""
    frame = dyads(2016, 2016, directed=True, atlas=book).add("trade_dependence").to_polars()
    beyond = int((frame["trade_dependence"] > 1).sum())
    assert beyond > 1
    (text,) = said(book, 2016, "trade_dependence", directed=True)
    assert text.startswith(f"trade_dependence: {beyond} values above the whole.")
    assert "flag of convenience" in text
    assert said(book, 2016, "trade_share", "vote_kappa", directed=True) == []


def test_votes_that_are_in_no_row_are_named(book: Atlas) -> None:
    (text,) = said(book, 1979, "vote_kappa")
    assert "(Ukraine and Belarus)" in text
    assert "ideal-points" in text
    assert said(book, 1979, "alliance_any") == []
    assert said(book, 1992, "vote_kappa") == []


def test_what_a_list_names_and_has_no_row_is_said(book: Atlas) -> None:
    pairs = [("RUS", "IRN"), ("DDR", "FRA", 1995), ("UKR", "POL", 1950)]
    plan = dyads(1990, 1996, dyads=pairs, atlas=book)
    (text,) = notes(plan.to_polars(), plan)
    assert "East Germany and France in 1995" in text or "France and East Germany in 1995" in text
    assert "Poland and Ukraine in 1950" in text
    assert "Iran" not in text
    plan = dyads(1950, 1960, states="RUS,IRN,UKR", atlas=book)
    (text,) = notes(plan.to_polars(), plan)
    assert text.endswith("in these years: Ukraine.")
