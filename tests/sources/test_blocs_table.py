"""The bloc table that ships: every row in order, totals on days, and what it says of a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import polars as pl
import pytest

from daylight.core.errors import BadEncoding
from daylight.core.lookup import resolve
from daylight.core.partial import PartialDate
from daylight.core.seats import seat_of
from daylight.core.states import get
from daylight.sources.blocs.texts import names_of
from daylight.sources.blocs.tied import tied
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.load import packaged
from daylight.sources.kit.load import shape as checked

IN_LAW = ("full", "suspended", "withdrawing")
FIRST_BLOCS = {
    "APEC", "ASEAN", "Arab League", "BRICS", "CIS", "COMECON", "CSTO", "EAEU", "EU", "EurAsEC",
    "GCC", "GUAM", "Mercosur", "NATO", "OTS", "SCO", "Union State", "Warsaw Pact",
}  # fmt: skip


@pytest.fixture(scope="module")
def tables() -> dict[str, pl.DataFrame]:
    spec = declaration("blocs")
    return checked(spec, packaged(spec)).tables


@pytest.fixture(scope="module")
def table(tables: dict[str, pl.DataFrame]) -> pl.DataFrame:
    return tables["bloc_spells"]


def on(table: pl.DataFrame, bloc: str, day: date, statuses: Iterable[str]) -> set[str]:
    live = (pl.col("start") <= day) & (pl.col("end").is_null() | (pl.col("end") > day))
    rows = table.filter(pl.col("bloc") == bloc, live, pl.col("status").is_in(list(statuses)))
    return {get(cow).abbr for cow in rows["cow"]}


def test_the_real_table_loads_and_latin_1_in_it_stops() -> None:
    spec = declaration("blocs")
    real = packaged(spec)
    checked(spec, real)
    with pytest.raises(BadEncoding, match=r"spells\.csv, line 4, .*byte 0xf6 is not utf-8"):
        checked(spec, real | {"spells.csv": real["spells.csv"].replace(b"frozen", b"fr\xf6zen")})


def test_every_real_spell_lies_where_there_was_such_a_state_or_its_seat(
    table: pl.DataFrame,
) -> None:
    for bloc, cow, start, end in table.select("bloc", "cow", "start", "end").rows():
        last = (end or date.today()) - timedelta(days=1)
        for day in (start, last):
            assert get(cow).existed(day) or seat_of(cow, bloc, day), (bloc, cow, day)
    assert len(table.filter(pl.col("start_precision") != "day")) > 400


def test_spells_of_a_state_in_a_bloc_never_overlap(table: pl.DataFrame) -> None:
    ordered = table.sort("bloc", "cow", "start").with_columns(
        following=pl.col("start").shift(-1).over("bloc", "cow")
    )
    until = pl.col("end").fill_null(date.max)
    assert ordered.filter(until <= pl.col("start")).is_empty()
    assert ordered.filter(pl.col("following") < until).is_empty()


def test_every_row_cites_and_says_how_it_was_checked(table: pl.DataFrame) -> None:
    assert table["citation"].str.strip_chars().str.len_chars().min() > 0
    shares = table["confirmed"].value_counts(normalize=True).rows()
    assert {word for word, _ in shares} == {"page", "cross", "named", "unconfirmed"}
    assert dict(shares)["page"] + dict(shares)["cross"] > 0.85


def test_a_row_that_is_confirmed_has_no_day_from_recall(table: pl.DataFrame) -> None:
    """Days of the 18 first blocs that rest on recall stand in the README; no other has any."""
    seen = table.filter(
        pl.col("confirmed").is_in(["page", "cross"]), ~pl.col("bloc").is_in(list(FIRST_BLOCS))
    )
    bare = seen.filter(pl.col("note").fill_null("").str.contains(r"(^|; )(day|days) from recall"))
    assert bare.is_empty()


def test_nothing_is_signed_after_its_start(table: pl.DataFrame) -> None:
    rows = table.filter(pl.col("signed").is_not_null())
    assert len(rows) > 150
    for signed, start, precision in rows.select("signed", "start", "start_precision").rows():
        assert PartialDate.read(signed).first <= PartialDate(start, precision).last


def test_who_spoke_is_said_wherever_a_state_is_spoken_of(table: pl.DataFrame) -> None:
    spoken = table.filter(pl.col("status") == "contemplated")
    assert len(spoken) >= 24
    assert spoken.filter(~pl.col("note").str.contains("said by|President|memorandum")).is_empty()
    assert set(spoken["confirmed"]) == {"page"}


@pytest.mark.parametrize(
    ("bloc", "totals"),
    [
        ("AU", (0, 50, 54, 54)),  # with the Sahrawi republic, which COW does not hold, 51 to 55
        ("OIC", (0, 44, 56, 56)),  # with Palestine 45 and 57
        ("OPEC", (0, 13, 15, 12)),  # Indonesia is suspended from November 2016
        ("ECOWAS", (0, 16, 15, 12)),
        ("EAC", (0, 0, 6, 8)),
        ("G20", (0, 0, 19, 19)),
        ("OECD", (0, 24, 35, 38)),
        ("Commonwealth", (10, 50, 52, 56)),
        ("Council of Europe", (15, 23, 47, 46)),
        ("RCEP", (0, 0, 0, 15)),
        ("CPTPP", (0, 0, 0, 12)),
        ("NATO", (15, 16, 29, 32)),
        ("EU", (6, 12, 28, 27)),
    ],
)
def test_members_in_law(table: pl.DataFrame, bloc: str, totals: tuple[int, ...]) -> None:
    days = (date(1960, 7, 1), date(1990, 7, 1), date(2017, 7, 1), date(2026, 11, 30))
    assert tuple(len(on(table, bloc, day, IN_LAW)) for day in days) == totals


def test_the_union_of_2017_and_who_was_spoken_of(table: pl.DataFrame) -> None:
    day = date(2017, 2, 1)
    assert on(table, "EAEU", day, ["full"]) == {"RUS", "BLR", "KZK", "KYR", "ARM"}
    spoken = on(table, "EAEU", day, ["contemplated"])
    assert {"MON", "TAJ", "MLD", "IRN"} <= spoken
    assert not spoken & {"UKR", "UZB"}, "talk of them had ended"
    left = table.filter(pl.col("bloc") == "EurAsEC", pl.col("end") <= day)
    assert {get(cow).abbr for cow in left["cow"]} >= {"RUS", "BLR", "KZK", "KYR", "TAJ", "UZB"}


def test_a_member_that_leaves_is_a_member_until_it_is_gone(table: pl.DataFrame) -> None:
    sahel = {"MLI", "BFO", "NIR"}
    assert on(table, "ECOWAS", date(2025, 1, 28), ["withdrawing"]) == sahel
    assert not on(table, "ECOWAS", date(2025, 1, 29), IN_LAW) & sahel
    assert on(table, "AES", date(2025, 1, 29), IN_LAW) == sahel


def test_niger_is_suspended_from_the_summit_and_not_from_its_coup(table: pl.DataFrame) -> None:
    for day, status in (
        (date(2023, 8, 1), "full"),
        (date(2023, 12, 9), "full"),
        (date(2023, 12, 10), "suspended"),
        (date(2024, 1, 27), "suspended"),
    ):
        assert "NIR" in on(table, "ECOWAS", day, [status]), day


def test_bolivia_is_a_member_of_mercosur_from_the_day_its_protocol_took_effect(
    table: pl.DataFrame,
) -> None:
    rows = table.filter(pl.col("bloc") == "Mercosur", pl.col("cow") == 145).sort("start")
    day = date(2024, 8, 7)
    assert rows.select("status", "start", "start_precision", "end").rows() == [
        ("partner", date(1996, 1, 1), "year", day),
        ("full", day, "day", None),
    ]


def test_only_the_first_blocs_move_numbers(tables: dict[str, pl.DataFrame]) -> None:
    kept = tied(tables)
    assert set(kept["blocs"]["bloc"]) == set(kept["bloc_spells"]["bloc"]) == FIRST_BLOCS
    assert len(tables["blocs"]) >= 45
    assert "withdrawing" not in set(kept["bloc_spells"]["status"])


def test_wide_blocs_are_those_of_more_than_forty(tables: dict[str, pl.DataFrame]) -> None:
    for bloc, reach in tables["blocs"].select("bloc", "reach").rows():
        if reach != "forum":
            spells = tables["bloc_spells"].filter(pl.col("bloc") == bloc)
            most = max(len(on(spells, bloc, day, IN_LAW)) for day in set(spells["start"]))
            assert (reach == "wide") == (most > 40), bloc


@pytest.mark.parametrize(
    ("name", "bloc"),
    [
        ("Eurasian Economic Union", "EAEU"), ("EEU", "EAEU"), ("EAEU", "EAEU"),
        ("Collective Security Treaty Organisation", "CSTO"), ("OAU", "AU"), ("G8", "G7"),
        ("EEC", "EU"), ("CSCE", "OSCE"), ("USMCA", "USMCA"), ("NAFTA", "USMCA"),
        ("Organisation of Islamic Cooperation", "OIC"), ("Rio Treaty", "Rio Pact"),
    ],
)  # fmt: skip
def test_a_bloc_is_known_by_its_names(
    tables: dict[str, pl.DataFrame], name: str, bloc: str
) -> None:
    found = [row["bloc"] for row in tables["blocs"].iter_rows(named=True) if name in names_of(row)]
    assert found == [bloc]


def test_names_of_states_in_the_table_are_read(table: pl.DataFrame) -> None:
    assert resolve("RVN").cow == 817
    assert 817 in set(table.filter(pl.col("bloc") == "Francophonie")["cow"])
