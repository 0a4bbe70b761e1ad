"""Labels of real files: each kind of fault with its right value, and siblings of each."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight import sources
from daylight.core.errors import AmbiguousState, StateNotThen, UnknownState
from daylight.core.lookup import near, reading, resolve
from daylight.core.names import languages, places
from daylight.core.names.clean import mended, number, tidy
from daylight.core.names.fold import normalise
from daylight.core.names.index import names
from daylight.core.states import get, read_table
from daylight.naming.column import code_states

GOLDEN = Path(__file__).with_name("names_golden.csv")


def golden() -> list[dict[str, str]]:
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", golden(), ids=lambda row: f"{row['label']}@{row['date']}")
def test_a_label_means_what_it_means(row: dict[str, str]) -> None:
    (coded,) = code_states([row["label"]], row["date"] or None)
    assert (coded.status, str(coded.cow or "")) == (row["status"], row["cow"]), coded.note
    assert coded.status == "one" or coded.note
    assert bool(coded.choices) == (coded.status == "ambiguous")


def test_the_golden_list_is_long_enough_and_has_refusals() -> None:
    counts = Counter(row["status"] for row in golden())
    assert sum(counts.values()) >= 200
    assert counts["ambiguous"] >= 20 and counts["not_a_state"] >= 50


@pytest.mark.parametrize("row", golden(), ids=lambda row: f"{row['label']}@{row['date']}")
def test_one_name_and_a_column_are_decided_by_one_rule(row: dict[str, str]) -> None:
    on = date(int(row["date"]), 12, 31) if row["date"] else None
    if row["status"] == "one" and row["label"] != "Zanzibar":  # a year's state, not a day's
        assert resolve(row["label"], on).cow == int(row["cow"])
        return
    if row["status"] != "one":
        with pytest.raises((UnknownState, StateNotThen)) as caught:
            resolve(row["label"], on)
        assert isinstance(caught.value, AmbiguousState) == (row["status"] == "ambiguous")


def test_an_open_name_is_one_plain_error_with_the_choices() -> None:
    with pytest.raises(AmbiguousState) as caught:
        resolve("Korea")
    text = str(caught.value)
    assert "North Korea (PRK, 731) or South Korea (KOR, 732)" in text
    assert "write one of them" in text and "\n" not in text


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Palestine", "observer state"),
        ("Hong Kong", "of China (CHN 710) since 1997-07-01"),
        ("EU", "daylight bloc EU"),
        ("Arab League", 'daylight bloc "Arab League"'),
        ("New Mexico", "part of the United States"),
        ("Hamburg", "city of Germany"),
        ("Gold Coast", "Ghana (GHA 452) since 1957-03-06"),
        ("Greenland", "territory of Denmark"),
        ("Africa", "continent"),
    ],
)
def test_what_is_no_state_is_said_to_be_what_it_is(label: str, said: str) -> None:
    with pytest.raises(UnknownState) as caught:
        resolve(label)
    assert said in str(caught.value)
    assert "Eswatini" not in str(caught.value) and "Near" not in str(caught.value)


def test_only_near_names_are_near() -> None:
    assert near("Irann")[0] == "Iran (IRN, 630)"
    assert near("Palestina Libre") == () and near("EU") == () and near("Xyz") == ()
    assert "No known name is near it" in str(reading("Xyzland").note)


def test_the_table_of_places_is_sound() -> None:
    rows = list(read_table("places"))
    assert {row["kind"] for row in rows} <= set(get_args(places.Kind))
    assert all(row["citation"] for row in rows)
    undated = {name for name, place in places.all_places().items() if place.when.end is None}
    own = {n for n in undated & set(names()) if places.place(n, date(1850, 1, 1))}
    assert own == set(), "a place would hide a state for good"


def test_every_bloc_of_daylight_is_said_to_be_one() -> None:
    table = Path(sources.__file__).parent / "blocs" / "blocs.csv"
    with table.open(encoding="utf-8", newline="") as file:
        short = {row["bloc"] for row in csv.DictReader(file)}
    told = {row["note"] for row in read_table("places") if row["kind"] == "bloc"}
    assert told <= short, "a bloc that daylight bloc does not know"


def test_doubtful_names_are_sound() -> None:
    for row in read_table("doubtful"):
        meant = row["cow"].split(";")
        assert row["citation"] and (len(meant) > 1 or row["note"])
        for each in meant:
            assert get(int(each)) if each.isdecimal() else places.by_code(each[6:])


def test_no_language_says_another_state_than_the_registry() -> None:
    english = {c: n for n, c in ((r["name"], r["codes"]) for r in read_table("languages"))}
    assert len(english) > 250
    wrong = []
    for row in read_table("labels"):
        code = languages.code(normalise(row["label"]))
        other = reading(code).state if code and not code.isdigit() else None
        if other is not None and other.lineage != get(int(row["cow"])).lineage:
            wrong.append(row["label"])
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "right"),
    [("CÃ´te", "Côte"), ("TÃ¼rkiye", "Türkiye"), ("SÃ£o TomÃ©", "São Tomé"), ("Çin", "Çin")],
)
def test_mojibake_is_mended_and_nothing_else(text: str, right: str) -> None:
    assert mended(text) == right


def test_numbers_as_spreadsheets_write_them() -> None:
    assert [number(t) for t in ("365", "365.0", "365,00", "5.5", "x", "-2")] == [
        365, 365, 365, None, None, None,
    ]  # fmt: skip


@given(st.text(max_size=40))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(st.sampled_from(sorted(names())), st.sampled_from(["{}*", "{} ", "({})", "{}¹", "\u200b{}"]))
def test_marks_of_a_file_never_change_the_state(name: str, mark: str) -> None:
    plain, marked = reading(name), reading(mark.format(name))
    if marked.state is not None and plain.state is not None:
        assert marked.state == plain.state
