"""The state registry: spells, names, numbers, look-up and succession."""

from __future__ import annotations

import csv
import subprocess
import sys
from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.errors import AmbiguousState, DaylightError, StateNotThen, UnknownState
from daylight.core.lookup import near, normalise, resolve
from daylight.core.states import (
    Spell,
    State,
    all_states,
    get,
    lineage,
    members,
    read_spell,
    read_table,
)
from daylight.core.successions import Kind, all_successions, holders, predecessors, successors

STATES = all_states()
ALIASES = list(read_table("aliases"))
COW_END = date(2016, 12, 31)


def day_of(state: State, within: Spell | None = None) -> date | None:
    """A day on which the state existed, inside a spell if one is given."""
    for spell in state.spells:
        low = max(spell.start, within.start) if within else spell.start
        if spell.covers(low) and (within is None or within.covers(low)):
            return low
    return None


def means(text: str, day: date, state: State) -> bool:
    """Whether a text means the state, alone or as one of the choices that are named."""
    try:
        return resolve(text, day) == state
    except AmbiguousState as error:
        return state.label(day) in str(error)


# -- lookup ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "on", "cow"),
    [
        ("DEU", date(1910, 1, 1), 255),
        ("DEU", date(1970, 1, 1), 260),
        ("DEU", date(2000, 1, 1), 255),
        ("DEU", None, 255),
        ("de", date(1990, 10, 2), 260),
        ("de", date(1990, 10, 3), 255),
        ("West Germany", None, 260),
        ("FRG", None, 260),
        ("GDR", None, 265),
        ("DDR", None, 265),
        ("YEM", date(1970, 1, 1), 678),
        ("Yemen", None, 679),
        ("North Yemen", None, 678),
        ("YMD", None, 680),
        ("SUN", None, 365),
        ("USSR", date(1960, 1, 1), 365),
        ("Soviet Union", date(2000, 1, 1), 365),
        ("RUS", date(1850, 1, 1), 365),
        ("YUG", None, 345),
        ("SCG", None, 345),
        ("SRB", date(1970, 1, 1), 345),
        ("CSK", None, 315),
        ("CS", date(1980, 1, 1), 315),
        ("CS", date(2004, 1, 1), 345),
        ("AUS", None, 900),
        ("COW:AUS", None, 305),
        ("CZE", None, 316),
        ("MNG", None, 712),
        ("SLV", None, 92),
        ("SWZ", None, 572),
        ("Great Britain", None, 200),
        ("UK", None, 200),
        ("UKG", None, 200),
        ("DPRK", None, 731),
        ("ROK", None, 732),
        ("KOR", None, 732),
        ("KOR", date(1900, 1, 1), 730),
        ("Korea", date(1900, 1, 1), 730),
        ("Persia", None, 630),
        ("Côte d'Ivoire", None, 437),
        ("cote divoire", None, 437),
        ("COTE D’IVOIRE", None, 437),
        ("TÜRKİYE", None, 640),
        ("Czech Republic", None, 316),
        ("Republic of China", None, 713),
        ("Republic of China", date(1930, 1, 1), 710),
        ("Congo-Kinshasa", None, 490),
        ("Zaire", None, 490),
        ("Iran (Islamic Republic of)", None, 630),
        ("St. Lucia", None, 56),
        ("XKX", None, 347),
        ("VNM", None, 816),
        ("South Vietnam", None, 817),
        ("GR", None, 350),
        ("Hellas", None, 350),
        (970, None, 970),
        ("970", None, 970),
        ("GW:970", None, 946),
        ("gw: 971", None, 970),
        ("GW:972", None, 955),
        ("GW:973", None, 947),
        ("GW:260", None, 255),
        ("GW:260", date(1970, 1, 1), 260),
        ("GW:678", None, 679),
        ("GW:678", date(1970, 1, 1), 678),
        ("GW:340", None, 345),
        ("GW:345", date(1930, 1, 1), 345),
        ("002", None, 2),
    ],
)
def test_resolve(who: str | int, on: date | None, cow: int) -> None:
    assert resolve(who, on).cow == cow


def test_equal_numbers_of_the_two_systems_are_different_states() -> None:
    assert resolve(970).name == "Nauru"
    assert resolve("GW:970").name == "Kiribati"


@pytest.mark.parametrize("text", ["Ungheria", "Rusia", "Ελλάδα"])
def test_other_languages_by_the_fallback(text: str) -> None:
    assert resolve(text).cow in (310, 365, 350)


@given(
    state=st.sampled_from(STATES), change=st.sampled_from(["upper", "lower", "title", "swapcase"])
)
def test_every_state_resolves_to_itself(state: State, change: str) -> None:
    day = state.spells[-1].start
    for text in (state.name, state.code, state.name_on(day), str(state.cow), f"COW:{state.abbr}"):
        assert means(f"  {getattr(text, change)()}\t", day, state)
    assert resolve(state.cow) == state
    assert resolve(state, day) is state


@given(
    row=st.sampled_from(ALIASES), change=st.sampled_from(["upper", "lower", "title", "swapcase"])
)
def test_every_alias_resolves_to_its_state(row: dict[str, str], change: str) -> None:
    state = get(int(row["cow"]))
    day = day_of(state, read_spell(row))
    assert day is not None, "an alias whose days lie outside its state's membership"
    spaced = "  ".join(getattr(row["alias"], change)().split(" "))
    assert means(f" {spaced} ", day, state)


@given(st.text(max_size=20))
def test_any_text_resolves_or_fails_on_purpose(text: str) -> None:
    with suppress(UnknownState):
        assert isinstance(resolve(text), State)


@given(st.text(max_size=30))
def test_normalise_is_stable(text: str) -> None:
    assert normalise(normalise(text)) in (normalise(text), normalise(text).removeprefix("the "))


@given(state=st.sampled_from(STATES), on=st.dates(date(1816, 1, 1), date(2030, 1, 1)))
def test_a_day_gives_a_state_that_existed_or_an_error(state: State, on: date) -> None:
    for text in (state.code, state.name, state.cow):
        try:
            assert resolve(text, on).existed(on)
        except StateNotThen as error:
            assert error.exit_code == 5
        except AmbiguousState as error:
            assert state.code in str(error)


@pytest.mark.parametrize(
    ("typo", "expected"), [("Irann", "Iran (IRN, 630)"), ("Russsia", "Russia (RUS, 365)")]
)
def test_typos_list_near_names(typo: str, expected: str) -> None:
    with pytest.raises(UnknownState, match="Near: ") as caught:
        resolve(typo)
    assert expected in str(caught.value)
    assert isinstance(caught.value, KeyError) and isinstance(caught.value, DaylightError)
    assert 1 <= len(near(typo)) <= 5
    assert near(typo)[0] == expected
    assert near("Rusia")[0] == "Russia (RUS, 365)"


def test_a_gleditsch_ward_number_without_its_prefix_is_pointed_out() -> None:
    with pytest.raises(UnknownState, match=r"Serbia \(SRB, 345\): write GW:340"):
        resolve(340)
    with pytest.raises(UnknownState, match="711"):
        resolve("GW:711")
    with pytest.raises(UnknownState, match="empty"):
        resolve("  ")


@pytest.mark.parametrize(
    ("who", "on", "there"),
    [
        ("AUT", date(1910, 1, 1), "Austria-Hungary (AUH, 300)"),
        ("UKR", date(1985, 1, 1), "Soviet Union (RUS, 365)"),
        ("SVK", date(1930, 1, 1), "Czechoslovakia (CSK, 315)"),
        ("DDR", date(2000, 1, 1), "Germany (DEU, 255)"),
        ("West Germany", date(2000, 1, 1), "Germany (DEU, 255)"),
        ("SYR", date(1960, 1, 1), "United Arab Republic (EGY, 651)"),
        ("EST", date(1970, 1, 1), "Soviet Union (RUS, 365)"),
        ("HRV", date(1910, 1, 1), "Austria-Hungary (AUH, 300)"),
        ("HRV", date(1970, 1, 1), "Yugoslavia (SRB, 345)"),
        ("BGD", date(1960, 1, 1), "Pakistan (PAK, 770)"),
        ("SSD", date(1990, 1, 1), "Sudan (SDN, 625)"),
        ("ERI", date(1970, 1, 1), "Ethiopia (ETH, 530)"),
        ("ZAN", date(1970, 1, 1), "Tanzania (TZA, 510)"),
        ("South Vietnam", date(1990, 1, 1), "Vietnam (VNM, 816)"),
        ("Bavaria", date(1900, 1, 1), "Germany (DEU, 255)"),
        ("POL", date(1910, 1, 1), "Russian Empire (RUS, 365)"),
    ],
)
def test_absence_says_who_stood_there(who: str, on: date, there: str) -> None:
    with pytest.raises(StateNotThen) as caught:
        resolve(who, on)
    assert there in str(caught.value)
    assert "no member of the state system" in str(caught.value)


def test_gaps_do_not_name_a_state_that_came_later() -> None:
    assert holders(305, date(1950, 1, 1)) == ()
    assert holders(305, date(1955, 6, 1)) == ()
    assert [s.cow for s in holders(305, date(1940, 1, 1))] == [255]
    with pytest.raises(StateNotThen, match=r"GW:345"):
        resolve("GW:340", date(1950, 1, 1))


@given(state=st.sampled_from(STATES), on=st.dates(date(1816, 1, 1), date(2030, 1, 1)))
def test_holders_existed_that_day(state: State, on: date) -> None:
    assert all(holder.existed(on) for holder in holders(state.cow, on))


# -- the registry ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cow", "iso3"),
    [(365, "RUS"), (345, "SRB"), (255, "DEU"), (260, "DEU"), (678, "YEM"), (679, "YEM")]
    + [(265, "DDR"), (680, "YMD"), (315, "CSK"), (347, "XKX"), (713, "TWN"), (816, "VNM")]
    + [(cow, "") for cow in (245, 329, 817, 511, 300, 730)],
)
def test_iso3_of_special_cases(cow: int, iso3: str) -> None:
    assert get(cow).iso3 == iso3


def test_iso3_is_shared_only_within_a_lineage() -> None:
    owners: dict[str, set[str]] = {}
    for state in STATES:
        if state.iso3:
            owners.setdefault(state.iso3, set()).add(state.lineage)
    assert all(len(lineages) == 1 for lineages in owners.values())
    assert len({s.abbr for s in STATES}) == len(STATES) == 217


@pytest.mark.parametrize(
    ("cow", "on", "gw"),
    [
        (255, date(1900, 1, 1), 255),
        (255, date(1995, 1, 1), 260),
        (260, date(1970, 1, 1), 260),
        (345, date(1900, 1, 1), 340),
        (345, date(1917, 1, 1), None),
        (345, date(1930, 1, 1), 345),
        (345, date(2010, 1, 1), 340),
        (679, date(2000, 1, 1), 678),
        (946, date(2010, 1, 1), 970),
        (970, date(2010, 1, 1), 971),
        (955, date(2010, 1, 1), 972),
        (947, date(2010, 1, 1), 973),
        (369, date(1950, 1, 1), None),
    ],
)
def test_gw_on(cow: int, on: date, gw: int | None) -> None:
    assert get(cow).gw_on(on) == gw


@pytest.mark.parametrize(
    ("cow", "on", "name"),
    [
        (365, date(1900, 1, 1), "Russian Empire"),
        (365, date(1922, 12, 30), "Soviet Union"),
        (365, date(1991, 12, 25), "Soviet Union"),
        (365, date(1991, 12, 26), "Russia"),
        (345, date(1970, 1, 1), "Yugoslavia"),
        (345, date(2005, 1, 1), "Serbia and Montenegro"),
        (345, date(2017, 1, 1), "Serbia"),
        (640, date(1900, 1, 1), "Ottoman Empire"),
        (640, date(2017, 5, 1), "Turkey"),
        (640, date(2024, 1, 1), "Türkiye"),
        (630, date(1900, 1, 1), "Persia"),
        (490, date(1980, 1, 1), "Zaire"),
        (651, date(1960, 1, 1), "United Arab Republic"),
        (343, date(2017, 1, 1), "Macedonia"),
        (2, date(1900, 1, 1), "United States"),
    ],
)
def test_name_on(cow: int, on: date, name: str) -> None:
    assert get(cow).name_on(on) == name


def test_eras_cover_their_state_without_gap_and_end_on_its_name() -> None:
    eras: dict[int, list[tuple[str, Spell]]] = {}
    for row in read_table("eras"):
        assert row["citation"]
        eras.setdefault(int(row["cow"]), []).append((row["name"], read_spell(row)))
    for cow, named in eras.items():
        state = get(cow)
        assert named[0][1].start == state.spells[0].start
        assert named[-1] == (state.name, Spell(named[-1][1].start, state.spells[-1].end))
        for (_, one), (_, other) in pairwise(named):
            assert one.end is not None and other.start - one.end == timedelta(days=1)


def test_lineages() -> None:
    assert [cow for cow, _, _ in lineage(260)] == [255, 260, 255]
    assert [cow for cow, _, _ in lineage(get(679))] == [678, 679]
    shared = {s.lineage for s in STATES if len({cow for cow, _, _ in lineage(s)}) > 1}
    assert shared == {"DEU", "YEM"}


def test_spells_do_not_overlap_and_members_go_on_after_2016() -> None:
    for state in STATES:
        for one, other in pairwise(state.spells):
            assert one.end is not None and one.end + timedelta(days=1) < other.start
    assert members(2016) == members(2026)
    assert len(members(2016)) == 195
    assert 365 in members(1991) and 369 in members(1991) and 369 not in members(1990)


def test_successions_are_sound() -> None:
    for s in all_successions():
        get(s.predecessor), get(s.successor)
        assert s.kind in get_args(Kind)
        assert s.citation
        assert s.since is None or s.since <= s.on
    assert {s.successor for s in successors(315)} >= {316, 317}
    assert [s.kind for s in successors(260)] == ["continues"]
    assert (710, "seat") in {(s.successor, s.kind) for s in successors(713)}
    assert {s.predecessor for s in predecessors(369)} == {365}
    assert "UN" in predecessors(370)[0].note


def test_unknown_number_raises() -> None:
    with pytest.raises(UnknownState):
        get(9999)
    with pytest.raises(UnknownState):
        successors(9999)


def test_looking_up_a_known_state_loads_no_heavy_library() -> None:
    code = (
        "import sys; from daylight.core.lookup import resolve; resolve('Iran');"
        "bad = {'polars', 'pandas', 'numpy', 'rapidfuzz'} & set(sys.modules);"
        "sys.exit(sorted(bad) or 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# -- against the sources --------------------------------------------------------------


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.mirror
def test_spells_equal_cow(mirror: Path) -> None:
    theirs = {
        (
            int(r["ccode"]),
            r["stateabb"],
            date(int(r["styear"]), int(r["stmonth"]), int(r["stday"])),
            date(int(r["endyear"]), int(r["endmonth"]), int(r["endday"])),
        )
        for r in _rows(mirror / "states" / "states2016.csv")
    }
    ours = {(s.cow, s.abbr, p.start, p.end or COW_END) for s in STATES for p in s.spells}
    assert ours == theirs


@pytest.mark.mirror
def test_members_equal_cow(mirror: Path) -> None:
    theirs: dict[int, set[int]] = {}
    for row in _rows(mirror / "states" / "system2016.csv"):
        theirs.setdefault(int(row["year"]), set()).add(int(row["ccode"]))
    assert set(theirs) == set(range(1816, 2017))
    for year, numbers in theirs.items():
        assert set(members(year)) == numbers


@pytest.mark.mirror
def test_gw_numbers_equal_the_concordance(mirror: Path) -> None:
    pl = pytest.importorskip("polars")
    panel = pl.read_parquet(mirror / "states" / "cw_gw_panel.parquet")
    rows = panel.filter(pl.col("ccode").is_not_null()).select("ccode", "gwcode", "year").rows()
    assert len(rows) > 15_000
    differ = []
    for cow, gw, year in rows:
        state, first, last = get(int(cow)), date(int(year), 1, 1), date(int(year), 12, 31)
        ours: set[int | None] = {
            number
            for number, p in state.gw
            if p.start <= last and (p.end is None or p.end >= first)
        }
        if (int(gw) if gw is not None else None) not in (ours or {None}):
            differ.append((int(cow), int(year), gw, ours))
    assert differ == []
