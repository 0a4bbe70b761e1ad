"""The charts of a bond: every value drawn where it is, on scales that never change."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from daylight.bonds.charts.ledger_time import ledger_time
from daylight.bonds.charts.ledgers import MIDDLE, ledgers
from daylight.bonds.charts.place_time import place_time
from daylight.bonds.charts.runs import carried_from, runs
from daylight.bonds.charts.zones import FULL, zones
from daylight.bonds.records import Bond, Dimension, Quantity, Relationship, YearOf
from daylight.ledgers.relationship.form import ZONES
from daylight.show.two_sided import ZONE_FILLS
from small_answers import ledger, small_bond, unknown, year_of

SVG = "{http://www.w3.org/2000/svg}"
SEEN = Quantity(20.0, 20.0, 20.0, "observed")
OLD = Quantity(20.0, 10.0, 30.0, "carried")
GONE = Quantity(None, 0.0, 80.0, "not_published")


@pytest.fixture
def bond() -> Bond:
    return small_bond()


def rects(svg: str) -> list[dict[str, str]]:
    root = ElementTree.fromstring(svg)
    drawn = root.findall(f"{SVG}rect")
    return [dict(r.attrib) for r in drawn]


def texts(svg: str) -> list[str]:
    return [t.text or "" for t in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_all_five_zones_are_drawn_in_the_order_of_the_scale(bond: Bond) -> None:
    chart = zones(bond)
    assert chart is not None
    bars = rects(chart.svg)
    assert [bar["fill"] for bar in bars] == [ZONE_FILLS[zone] for zone in ZONES]
    chances = bond.relationship.probabilities
    assert chances is not None
    heights = [float(bar["height"]) for bar in bars]
    assert heights == pytest.approx([max(FULL * chances[zone], 1.0) for zone in ZONES], abs=0.01)
    assert [t for t in texts(chart.svg) if "%" in t] == [
        "1\u00a0%", "4\u00a0%", "78\u00a0%", "15\u00a0%", "2\u00a0%"
    ]  # fmt: skip


def test_without_chances_there_are_no_zones_and_no_place(bond: Bond) -> None:
    none = Quantity(None, None, None, "not_published")
    stranger = Relationship("no relation to speak of", None, None, none, none, none, "observed")
    bare = replace(bond, relationship=stranger)
    assert zones(bare) is None
    assert place_time(bare) is None
    assert ledgers(bare) is not None


def test_conflict_lies_left_of_the_middle_and_cooperation_right(bond: Bond) -> None:
    chart = ledgers(bond)
    assert chart is not None
    for bar in rects(chart.svg):
        start = float(bar["x"][:-1])
        end = start + float(bar["width"][:-1])
        conflict = "conflict" in bar["fill"] or "none" in bar["fill"]
        assert end <= MIDDLE + 0.01 if conflict else start >= MIDDLE - 0.01


def test_conflict_is_hatched_what_is_carried_is_dotted_and_a_range_has_stripes(bond: Bond) -> None:
    chart = ledgers(bond)
    assert chart is not None
    fills = [bar["fill"] for bar in rects(chart.svg)]
    assert "url(#ledgers-conflict)" in fills
    assert "url(#ledgers-cooperation-carried)" in fills
    assert "url(#ledgers-none)" in fills
    ids = re.findall(r'id="([^"]+)"', chart.svg)
    assert {fill[5:-1] for fill in fills if fill.startswith("url(#")} <= set(ids)


def test_a_ledger_that_is_longer_moves_only_its_own_bar(bond: Bond) -> None:
    more = Dimension(ledger("economic_cooperation", 90.0), bond.economic.conflict)
    one, two = ledgers(bond), ledgers(replace(bond, economic=more))
    assert one is not None and two is not None
    changed = [(a, b) for a, b in zip(rects(one.svg), rects(two.svg), strict=True) if a != b]
    assert len(changed) == 1
    assert changed[0][0]["x"] == changed[0][1]["x"]


def test_no_number_in_any_ledger_is_no_chart(bond: Bond) -> None:
    none = {
        name: Dimension(unknown(f"{name}_cooperation"), unknown(f"{name}_conflict"))
        for name in bond.dimensions
    }
    assert ledgers(replace(bond, **none)) is None  # type: ignore[arg-type]


def test_years_are_split_where_they_are_carried_and_broken_where_there_is_no_number() -> None:
    years = [(2001, SEEN), (2002, SEEN), (2003, OLD), (2004, GONE), (2005, OLD), (2007, SEEN)]
    found = [(run.carried, [row[0] for row in run.rows]) for run in runs(years)]
    assert found == [(False, [2001, 2002]), (True, [2002, 2003]), (True, [2005]), (False, [2007])]


@pytest.mark.parametrize(
    ("kinds", "since"), [("SSCC", 2002), ("SCSC", 2003), ("SSSS", None), ("SCGC", 2001)]
)
def test_the_end_of_the_sources_is_the_first_year_after_which_all_is_carried(
    kinds: str, since: int | None
) -> None:
    of = {"S": SEEN, "C": OLD, "G": GONE}
    assert carried_from((2000 + k, of[kind]) for k, kind in enumerate(kinds)) == since


def history(bond: Bond, **values: float) -> Bond:
    """A history whose years have these places."""
    years = []
    for name, value in values.items():
        q = Quantity(value, value, value, "observed")
        made = year_of(int(name[1:]))
        years.append(YearOf(made.year, dict.fromkeys(made.ledgers, q), q, q, made.seen))
    return replace(bond, history=tuple(years))


def test_the_text_of_time_names_first_last_and_extreme(bond: Bond) -> None:
    told = history(bond, y2012=0.3, y2013=0.1, y2014=0.9, y2015=0.5, y2016=0.6)
    chart = place_time(told)
    assert chart is not None
    desc = ElementTree.fromstring(chart.svg).findtext(f"{SVG}desc") or ""
    for part in (
        "0.30 (0.30 to 0.30) in 2012",
        "0.60 (0.60 to 0.60) in 2016",
        "lowest 0.10 (0.10 to 0.10) in 2013",
        "highest 0.90 (0.90 to 0.90) in 2014",
    ):
        assert part in desc
    assert "carried" not in desc


def test_the_five_zones_are_whole_wherever_the_pair_stands(bond: Bond) -> None:
    for value in (0.02, 0.5, 0.98):
        chart = place_time(history(bond, y2015=value, y2016=value))
        assert chart is not None
        drawn = [r for r in rects(chart.svg) if r["fill"] in ZONE_FILLS.values()]
        assert len(drawn) == len(ZONES)
        assert len({r["height"] for r in drawn}) == 1
        assert [zone.replace("_", " ") in texts(chart.svg) for zone in ZONES] == [True] * 5


def test_what_is_carried_is_dashed_and_pale(bond: Bond) -> None:
    place, years = place_time(bond), ledger_time(bond)
    assert place is not None and years is not None
    assert 'stroke-dasharray="5 3"' in place.svg
    polygons = [p.attrib for p in ElementTree.fromstring(years.svg).iter(f"{SVG}polygon")]
    fills = {(p["fill"], p["fill-opacity"]) for p in polygons}
    assert ("url(#ledgers-time-conflict)", "1") in fills
    assert ("url(#ledgers-time-conflict)", "0.4") in fills
    assert not [p for p in polygons if "nan" in p["points"]]


def test_cooperation_lies_above_zero_and_conflict_below(bond: Bond) -> None:
    chart = ledger_time(bond)
    assert chart is not None
    for polygon in ElementTree.fromstring(chart.svg).iter(f"{SVG}polygon"):
        heights = [float(pair.split(",")[1]) for pair in polygon.attrib["points"].split()]
        if "cooperation" in polygon.attrib["fill"] or "--coop" in polygon.attrib["fill"]:
            assert max(heights) <= 42
        else:
            assert min(heights) >= 42
