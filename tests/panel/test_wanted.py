"""Lists of states and pairs, as texts, lists and files: what is read, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from daylight.core.errors import AmbiguousState, BadInput, UnknownState
from daylight.core.limits import TABLE
from daylight.panel.wanted import Wanted, wanted

RUS, IRN, DEU, FRA = 365, 630, 255, 220


def of(tmp_path: Path, text: str, name: str = "list.csv") -> str:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return str(path)


@pytest.mark.parametrize(
    "states", ["RUS,IRN", "Soviet Union, Persia", [365, "IR"], ("GW:365", 630)]
)
def test_states_are_named_in_many_ways(states: Any) -> None:
    assert wanted(states) == Wanted(states=frozenset({RUS, IRN}))


def test_a_state_is_all_its_numbers() -> None:
    assert wanted("West Germany,FRA").states == {DEU, FRA}
    assert wanted("GFR,FRA").numbers() == (220, 255, 260)
    assert wanted("FRA").numbers() == (), "one is paired with every other"
    assert wanted().numbers() == ()


def test_a_file_has_one_state_in_each_line(tmp_path: Path) -> None:
    for text in ("\ufeffRussia\n\nIran\n", "State\nRussia\nIran\n", "RUS,x\nIRN,y\n"):
        assert wanted(of(tmp_path, text, "states.txt")).states == {RUS, IRN}


@pytest.mark.parametrize(
    ("text", "name", "dyads"),
    [
        ("RUS,IRN\nFRA,DEU\n", "a.csv", {(RUS, IRN, None), (FRA, DEU, None)}),
        ("a,b,year\nIRN,RUS,1990\nDEU,FRA,\n", "b.csv", {(RUS, IRN, 1990), (FRA, DEU, None)}),
        ("a,b,note,year\nIRN,RUS,x,1990\n", "c.csv", {(RUS, IRN, 1990)}),
        ("365\t630\t1990\n", "d.tsv", {(RUS, IRN, 1990)}),
        ('"Korea, Republic of",Japan\n', "e.csv", {(732, 740, None)}),
    ],
)
def test_a_file_of_dyads(tmp_path: Path, text: str, name: str, dyads: set[Any]) -> None:
    assert wanted(dyads=of(tmp_path, text, name)).dyads == dyads


def test_a_list_of_dyads() -> None:
    assert wanted(dyads=[("RUS", "IRN"), (255, 220, 1990)]).dyads == {
        (RUS, IRN, None), (FRA, DEU, 1990),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "error", "says"),
    [
        ({"states": "RUS,Atlantis"}, UnknownState, "entry 2"),
        ({"states": "none.csv"}, BadInput, "no such file"),
        ({"states": ""}, BadInput, "empty"),
        ({"dyads": []}, BadInput, "empty"),
        ({"dyads": "none.csv"}, BadInput, "cannot be read"),
        ({"dyads": [("RUS", "USSR")]}, BadInput, "one state"),
        ({"dyads": [("RUS",)]}, BadInput, "no dyad"),
        ({"dyads": [("RUS", "IRN", "then")]}, BadInput, "no year"),
        ({"dyads": [("RUS", "IRN"), ("RUS", "Atlantis")]}, UnknownState, "row 2"),
        ({"states": "RUS", "dyads": [("RUS", "IRN")]}, BadInput, "not both"),
    ],
)
def test_what_cannot_be_read(given: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says) as caught:
        wanted(**given)
    assert "\n" not in str(caught.value)


def test_a_slip_in_the_first_row_is_no_head(tmp_path: Path) -> None:
    with pytest.raises(UnknownState, match="row 1"):
        wanted(dyads=of(tmp_path, "Rusia Federal,IRN\nFRA,DEU\n"))


def test_names_of_several_states_are_refused_with_their_place(tmp_path: Path) -> None:
    path = of(tmp_path, "Korea,Congo\nFRA,DEU\n")
    with pytest.raises(AmbiguousState, match="row 1"):
        wanted(dyads=path)
    with pytest.raises(AmbiguousState, match="entry 2"):
        wanted("FRA,Korea")


def test_files_that_are_no_lists(tmp_path: Path) -> None:
    (tmp_path / "latin.csv").write_bytes("Côte d'Ivoire,FRA\n".encode("latin-1"))
    with pytest.raises(BadInput, match="UTF-8"):
        wanted(dyads=str(tmp_path / "latin.csv"))
    with pytest.raises(BadInput, match="before its states"):
        wanted(dyads=of(tmp_path, "year,a,b\n1990,RUS,IRN\n"))
    (tmp_path / "large.csv").write_bytes(b"x" * (TABLE + 1))
    with pytest.raises(BadInput, match="at most"):
        wanted(dyads=str(tmp_path / "large.csv"))


def test_a_label_is_read_as_of_its_year(tmp_path: Path) -> None:
    """Korea of 1900 is 730; a state that was none then keeps its meaning of today."""
    path = of(tmp_path, "Korea,Japan,1900\nUkraine,Poland,1950\n")
    assert wanted(dyads=path).dyads == {(730, 740, 1900), (290, 369, 1950)}
