"""Facts of aid to Ukraine: the total as of the end of each year, never one of later."""

from __future__ import annotations

from datetime import date

import polars as pl
from lists_of_facts import GERMANY, UKRAINE, said

from daylight.tables.facts.aid import aid


def test_each_year_has_the_total_up_to_its_end() -> None:
    kinds = {"donor": pl.Int16, "year": pl.Int16, "months": pl.Int16}
    euros = dict.fromkeys(("military_eur_m", "financial_eur_m", "humanitarian_eur_m"), pl.Float64)
    rows = [
        (GERMANY, 2022, 10, 1500.0, 500.0, 0.0), (GERMANY, 2023, 12, 3000.0, 0.0, 500.0),
        (GERMANY, 2026, 2, 100.0, 0.0, 0.0), (UKRAINE + 1, 2022, 1, 0.0, 0.0, 0.4),
    ]  # fmt: skip
    table = pl.DataFrame(rows, kinds | euros, orient="row")
    found = list(aid({"aid": table}, date(2026, 4, 30)))
    assert said(found) == [
        (GERMANY, UKRAINE, when, "aid", f"Germany allots Ukraine {said_so}")
        for when, said_so in (
            ("2022", "2.0 bn euros, 1.5 bn military, 2022"),
            ("2023", "5.5 bn euros, 4.5 bn military, 2022 to 2023"),
            ("2026-04", "5.6 bn euros, 4.6 bn military, 2022 to Apr 2026"),
        )
    ]
    assert {f.actor for f in found} == {GERMANY}
