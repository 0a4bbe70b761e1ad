"""ATOP: quirks of the layout on a made-up alliance world, and the published counts."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from daylight.core.errors import BadEncoding, SourceChanged
from daylight.sources.atop.curated import BROAD, outside_system
from daylight.sources.atop.members import LAST_YEAR
from daylight.sources.atop.source import shape
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.load import shape as checked_shape

OBLIGATIONS = ("defense", "offense", "neutral", "nonagg", "consul")
Row = dict[str, Any]


def flags(*names: str) -> Row:
    return {name: int(name in names) for name in OBLIGATIONS}


def member(atopid: int, state: int, entry: int, end: int, *names: str, phase: int = 0) -> Row:
    spell = {"atopid": atopid, "member": state, "phase": phase, "yrent": entry, "yrexit": end}
    days = {"moent": 3, "dayent": 12, "moexit": 6 if end else 0, "dayexit": 30 if end else 0}
    ended = {"bilat": 1, "termmode": 3 if end else 0}
    return {**spell, **days, **ended, **flags(*names), "version": 5.1}


def treaty(atopid: int, begin: str, end: str, states: list[int], *names: str) -> Row:
    dates = {}
    for prefix, text in (("beg", begin), ("end", end)):
        parts = text.split("-")
        for part, value in zip(("yr", "mo", "day"), parts, strict=True):
            dates[prefix + part] = int(value) if value else None
    listed = {f"mem{k + 1}": (states[k] if k < len(states) else None) for k in range(59)}
    fixed = {"atopid": atopid, **dates, "bilat": int(len(states) == 2), **flags(*names)}
    return {**fixed, **listed, "milcon": 0, "base": None, "version": 5.1}


def directed(a: int, b: int, year: int, *names: str) -> Row:
    held = {f"atop_{name}": value for name, value in flags(*names).items()}
    return {"ccode1": a, "ccode2": b, "year": year, **held}


class World:
    """Russia and Iran under one treaty with two phases; France and Annam under another."""

    def __init__(self) -> None:
        self.a = [
            treaty(1, "2001-3-12", "0-0-0", [365, 630], "neutral", "consul"),
            treaty(2, "1874-3-15", "1875-2-", [220, 8152], "defense"),
        ]
        self.m = [
            member(1, 365, 2001, 2010, "neutral", phase=1),
            member(1, 365, 2010, 0, "consul", phase=2),
            member(1, 630, 2001, 2003, "consul", phase=1),
            member(1, 630, 2017, 0, phase=2),
            member(2, 220, 1874, 1875, "defense"),
            member(2, 8152, 1874, 1875),
        ]
        years = [*range(2001, 2004), 2017, 2018]
        self.sy = [
            *({"state": 365, "year": year, "number": 1} for year in range(2001, 2019)),
            *({"state": 630, "year": year, "number": 1} for year in years),
            *({"state": 220, "year": year, "number": 1} for year in (1874, 1875)),
        ]
        self.dyads = [
            *(directed(365, 630, year, "neutral") for year in years),
            *(directed(630, 365, year) for year in years),
        ]

    def files(self) -> dict[str, bytes]:
        content = {}
        for name, rows in (("a", self.a), ("m", self.m), ("sy", self.sy)):
            table = pl.DataFrame(rows, infer_schema_length=None)
            table = table if name != "sy" else table.with_columns(version=5.1)
            content[f"atop5_1{name}.csv"] = table.write_csv().encode()
        buffer = io.BytesIO()
        pl.DataFrame(self.dyads).write_parquet(buffer)
        return {**content, "atop_alliance.parquet": buffer.getvalue()}

    def shape(self) -> dict[str, pl.DataFrame]:
        self.log = IssueLog("atop")
        return shape(self.files(), self.log)


@pytest.fixture
def world() -> World:
    return World()


def notes(world: World) -> dict[str, int]:
    return {issue.text: issue.rows for issue in world.log.issues}


def test_mirror_row_stays_though_it_holds_nothing(world: World) -> None:
    table = world.shape()["obligations"]
    assert len(table) == 10
    back = table.filter((pl.col("a") == 630) & (pl.col("year") == 2001)).row(0, named=True)
    assert all(back[name] == 0 for name in OBLIGATIONS)
    assert table.schema["a"] == pl.Int16
    assert table.schema["defense"] == pl.Int8


def test_dyads_without_any_obligation_are_dropped_and_counted(world: World) -> None:
    world.dyads += [directed(200, 220, 1900), directed(220, 200, 1900)]
    assert len(world.shape()["obligations"]) == 10
    assert any("without an obligation" in text and rows == 2 for text, rows in notes(world).items())


def test_dates_with_an_unknown_day_and_without_end(world: World) -> None:
    treaties = world.shape()["treaties"].sort("atopid")
    assert treaties["start"].to_list() == [date(2001, 3, 12), date(1874, 3, 15)]
    assert treaties["end"].to_list() == [None, date(1875, 2, 28)]
    assert any("day of signature" in text and rows == 1 for text, rows in notes(world).items())


def test_phases_fold_into_spells_and_a_return_makes_two(world: World) -> None:
    spells = world.shape()["treaty_members"].filter(pl.col("atopid") == 1)
    rows = spells.select("member", "entry", "exit", "neutral", "consul").rows()
    assert rows == [(365, 2001, None, 1, 1), (630, 2001, 2003, 0, 1), (630, 2017, None, 0, 0)]


def test_the_pseudo_member_is_dropped_and_logged(world: World) -> None:
    tables = world.shape()
    assert 8152 not in tables["treaty_members"]["member"].to_list()
    assert tables["treaties"].filter(pl.col("atopid") == 2)["members"].item() == 1
    assert any("8152" in text and rows == 1 for text, rows in notes(world).items())


def _unlisted(world: World) -> None:
    world.m.append(member(1, 999, 2001, 0))


def _unmirrored(world: World) -> None:
    del world.dyads[0]


def _odd_flag(world: World) -> None:
    world.dyads[0]["atop_defense"] = 2


def _odd_member_flag(world: World) -> None:
    world.m[0]["nonagg"] = 9


def _other_release(world: World) -> None:
    world.a[0]["version"] = 6.0


def _other_count(world: World) -> None:
    world.sy[0]["number"] = 2


def _other_members(world: World) -> None:
    world.a[0]["mem3"] = 200
    world.a[0]["mem4"] = 220


def _lost_obligation(world: World) -> None:
    world.a[0]["neutral"] = 0


def _lost_treaty(world: World) -> None:
    del world.a[0]


def _promise_without_treaty(world: World) -> None:
    world.dyads[0]["atop_offense"] = 1


def _not_in_the_system(world: World) -> None:
    world.m += [member(3, 365, 1900, 1900, "consul"), member(3, 20, 1900, 1900, "consul")]
    world.a.append(treaty(3, "1900-1-1", "1900-2-1", [365, 20], "consul"))
    world.sy += [{"state": s, "year": 1900, "number": 1} for s in (20, 365)]
    world.dyads += [directed(365, 20, 1900, "consul"), directed(20, 365, 1900, "consul")]


def _new_broad_pledge(world: World) -> None:
    states = [200, 205, 210, 211, 220, 225, 230, 235, 255, 290, 305, 310, 316, 317, 325, 338,
              339, 343, 344, 346, 349]  # fmt: skip
    world.a.append(treaty(4, "2018-1-1", "0-0-0", states, "consul"))
    world.m += [member(4, state, 2018, 0, "consul") for state in states]
    world.sy += [{"state": state, "year": 2018, "number": 1} for state in states]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (_unlisted, "999"),
        (_unmirrored, "other way round"),
        (_odd_flag, "= 2"),
        (_odd_member_flag, "nonagg = 9"),
        (_other_release, "6.0"),
        (_other_count, "365 has 2 treaties in 2001"),
        (_other_members, "other members"),
        (_lost_obligation, "treaty lacks"),
        (_lost_treaty, "treaty 1 is missing in the alliance file"),
        (_promise_without_treaty, "no treaty that they share"),
        (_not_in_the_system, "state 20 has obligations in 1900"),
        (_new_broad_pledge, "broad_pledges.csv"),
    ],
)
def test_contradictions_and_unknown_values_stop(
    world: World, spoil: Callable[[World], None], says: str
) -> None:
    spoil(world)
    with pytest.raises(SourceChanged, match=says):
        world.shape()


def test_a_missing_column_stops(world: World) -> None:
    files = world.files()
    files["atop5_1m.csv"] = files["atop5_1m.csv"].replace(b"yrexit", b"exityear")
    with pytest.raises(SourceChanged, match="yrexit"):
        shape(files, IssueLog("atop"))


def test_a_value_that_is_no_number_stops(world: World) -> None:
    files = world.files()
    files["atop5_1sy.csv"] = files["atop5_1sy.csv"].replace(b"365,2001", b"RUS,2001")
    with pytest.raises(SourceChanged, match=r"sy\.csv, line 2, column 'state', holds 'RUS'"):
        checked_shape(declaration("atop"), files)


def test_bytes_that_are_not_utf8_stop(world: World) -> None:
    files = world.files()
    files["atop5_1a.csv"] += b"\xff"
    with pytest.raises(BadEncoding):
        checked_shape(declaration("atop"), files)


def test_a_doubled_dyad_stops(world: World) -> None:
    world.dyads += world.dyads
    loose = {"rows_min": 0, "totals": {}}
    spec = declaration("atop")
    expect = {name: e.model_copy(update=loose) for name, e in spec.expect.items()}
    with pytest.raises(SourceChanged, match="repeat the key"):
        checked_shape(spec.model_copy(update={"expect": expect}), world.files())


@pytest.mark.mirror
class TestPublished:
    """Counts of ATOP 5.1 (oracle 5) and anchors that a reader can check by hand."""

    @pytest.fixture
    def tables(self, mirror: Path) -> dict[str, pl.DataFrame]:
        return load("atop").tables

    def test_oracle_5(self, tables: dict[str, pl.DataFrame]) -> None:
        treaties = tables["treaties"]
        assert len(treaties) == 789
        shares = treaties.select(pl.col("bilateral", *OBLIGATIONS).mean() * 100).row(0)
        assert shares == pytest.approx((85.9, 35.5, 10.4, 16.0, 56.0, 49.2), abs=0.05)
        count = tables["treaty_members"].group_by("member").agg(n=pl.col("atopid").n_unique())
        top = dict(count.sort("n", descending=True).head(3).iter_rows())
        assert top == {365: 157, 220: 91, 200: 69}

    def test_russia_and_iran(self, tables: dict[str, pl.DataFrame]) -> None:
        spells = tables["treaty_members"]
        shared = [
            set(spells.filter((pl.col("member") == c) & pl.col("exit").is_null())["atopid"])
            for c in (365, 630)
        ]
        assert shared[0] & shared[1] == {4968}
        pair = tables["obligations"].filter(
            pl.col("a").is_in([365, 630]) & pl.col("b").is_in([365, 630]) & (pl.col("year") > 1991)
        )
        assert pair["year"].unique().sort().to_list() == list(range(2001, LAST_YEAR + 1))
        assert set(pair.select(OBLIGATIONS).unique().rows()) == {(0, 0, 1, 1, 1)}

    def test_anchors(self, tables: dict[str, pl.DataFrame]) -> None:
        defended = {
            (a, b)
            for a, b in tables["obligations"]
            .filter((pl.col("year") == 2018) & (pl.col("defense") == 1))
            .select("a", "b")
            .iter_rows()
        }
        assert (2, 740) in defended
        assert (740, 2) not in defended
        assert {(710, 731), (731, 710)} <= defended
        uzbek = tables["treaty_members"].filter(
            (pl.col("atopid") == 4220) & (pl.col("member") == 704)
        )
        assert uzbek.select("entry", "exit").rows() == [(1992, 1999), (2006, 2012)]
        montenegro = (pl.col("atopid") == 3180) & (pl.col("member") == 341)
        assert tables["treaty_members"].filter(montenegro)["entry"].item() == 2016

    def test_directions_differ_as_noted(self, tables: dict[str, pl.DataFrame]) -> None:
        table = tables["obligations"]
        other = table.rename({"a": "b", "b": "a"})
        both = table.join(other, on=["a", "b", "year"], suffix="_back")
        assert len(both) == len(table)
        differ = [both.filter(pl.col(o) != pl.col(f"{o}_back")).height for o in OBLIGATIONS]
        assert differ == [984, 92, 290, 20, 8]

    def test_the_curated_lists_are_exact(self, tables: dict[str, pl.DataFrame]) -> None:
        treaties, pledges = tables["treaties"], tables["broad_pledges"]
        fights = pl.any_horizontal(pl.col(o) > 0 for o in ("defense", "offense", "neutral"))
        wide = treaties.filter((pl.col("members") > BROAD) & ~fights)["atopid"]
        assert set(wide) == set(pledges.filter(pl.col("rule") == "size")["atopid"])
        assert set(pledges["atopid"]) <= set(treaties["atopid"])
        assert set(pledges["rule"]) == {"size", "judged"}
        signed = tables["obligations"].select(cow="a", year="year").unique()
        stale = outside_system().join(signed, on=["cow", "year"], how="anti")
        assert stale.is_empty()
