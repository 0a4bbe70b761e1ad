"""Maps: every state once, fills that can be told apart, marks, names, and what is said below."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_ground import ABYEI, CRIMEA, HANS, STEPS, TABLE, ground_of, shown_of

from daylight.show.blocks import Section, WorldMap
from daylight.show.labels import placed
from daylight.show.page import _template, figures
from daylight.show.picture import picture
from daylight.show.standalone import standalone
from daylight.show.steps import Shown
from daylight.show.tiles import HIGH, REGIONS, WIDE, regions
from daylight.show.world_map import world_map

TODAY, COLD, OLD = date(2020, 1, 1), date(1970, 1, 1), date(1930, 1, 1)
SVG = "{http://www.w3.org/2000/svg}"


def drawn(day: date = TODAY, **other: Any) -> WorldMap:
    ground = ground_of(day, CRIMEA, HANS, ABYEI)
    shown = other.pop("shown", shown_of(ground))
    return world_map("pull", "Most lean east", "Pull, 2020", ground, STEPS, shown, TABLE,
                     ("cow_trade",), **other)  # fmt: skip


def root(world: WorldMap) -> Element:
    assert world.chart is not None
    return fromstring(world.chart.svg)


def by_title(svg: Element, begins: str) -> Element:
    found = [e for e in svg.iter() if (e.findtext(f"{SVG}title") or "").startswith(begins)]
    assert found, begins
    return found[-1]


def test_a_map_says_what_it_is() -> None:
    svg = root(drawn())
    assert (svg.get("role"), svg.findtext(f"{SVG}title")) == ("img", "Most lean east")
    said = svg.findtext(f"{SVG}desc") or ""
    assert said.startswith("World map, 1 January 2020, Pull, 2020: ")
    assert all(step.label in said for step in STEPS)


def test_each_state_is_filled_by_its_step() -> None:
    svg = root(drawn())
    assert by_title(svg, "United States: 2 points").get("fill") == STEPS[2].fill
    assert by_title(svg, "Ukraine: 369 points").get("fill") == "url(#pull-map-carried-4)"
    assert by_title(svg, "Latvia: not in the list").get("fill") == "url(#pull-map-none)"
    for bare in ("Somaliland", "N. Cyprus"):
        assert by_title(svg, f"{bare}: no one state").get("fill") == "var(--land, #f3f3ef)"
    assert by_title(svg, "Russia").get("d", "").count("M") == 2, "Russia and Crimea"


def test_states_that_share_a_shape_are_chequered_and_named() -> None:
    world = drawn(COLD)
    germany = by_title(root(world), "West Germany: 260 points; East Germany: 265 points")
    assert germany.get("fill") == "url(#pull-map-shared)"
    assert any(note.startswith("West Germany and East Germany cannot") for note in world.notes)


def test_a_small_state_is_a_dot() -> None:
    dots = root(drawn()).findall(f"{SVG}circle")
    assert [(d.findtext(f"{SVG}title"), d.get("r")) for d in dots] == [("Malta: 338 points", "3")]


def test_disputed_places_are_hatched_or_marked_and_numbered() -> None:
    world = drawn()
    svg = root(world)
    crimea = by_title(svg, "Crimea: held by Russia, claimed by Ukraine")
    assert crimea.get("fill") == "url(#pull-map-disputed)" and crimea.get("stroke-dasharray")
    hans = by_title(svg, "Hans: held by no one, claimed by Canada and Denmark")
    assert hans.tag == f"{SVG}polygon"
    numbers = [t.text for t in svg.findall(f"{SVG}text") if t.get("font-size") == "7"]
    assert sorted(map(str, numbers)) == [str(n + 1) for n in range(len(world.disputes))]


@pytest.mark.parametrize("day", [TODAY, COLD, OLD])
def test_references_of_a_map_lead_to_its_own_ids(day: date) -> None:
    world = drawn(day)
    assert world.chart and world.narrow
    both = world.chart.svg + world.narrow.svg
    ids = re.findall(r' id="([^"]+)"', both)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", both)) <= set(ids)
    assert "style=" not in both and "href" not in both


def test_the_legend_counts_every_member_once() -> None:
    ground = ground_of(TODAY)
    texts = [t.text or "" for t in root(drawn()).findall(f"{SVG}text")]
    counts = [
        int(n) for t in texts if not t.startswith("dotted") for n in re.findall(r"\((\d+)\)$", t)
    ]
    assert sum(counts) == len(ground.members)


def test_up_to_six_states_are_named_inside_the_map() -> None:
    names = [2, 365, 369, 255, 316, 317, 344, 345, 713]
    svg = root(drawn(named=names))
    bold = [t for t in svg.findall(f"{SVG}text") if t.get("font-weight") == "600"]
    assert len(bold) == 6
    assert {t.text for t in bold} <= {one.name for one in shown_of(ground_of(TODAY))}
    assert all(0 < float(t.get("x", 0)) < 720 for t in bold)


@given(st.lists(st.tuples(st.just("Atlantis"), st.tuples(st.floats(0, 720), st.floats(0, 300)))))
def test_names_never_leave_the_map(wanted: list[tuple[str, tuple[float, float]]]) -> None:
    labels = placed(wanted, [], (720, 300))
    assert len(labels) <= min(6, len(wanted))
    for label in labels:
        left, top, right, bottom = label.box
        assert left >= 2 and top >= 2 and right <= 718 and bottom <= 298


def test_a_map_becomes_a_document_of_its_own() -> None:
    world = drawn()
    assert world.chart
    marks, about = standalone(world.chart.svg, 720)
    values = [v for mark in marks for e in mark.iter() for v in e.attrib.values()]
    assert not [v for v in values if "var(" in v or "currentColor" in v or v.endswith("%")]
    asked = SimpleNamespace(daylight="0", atlas="t", as_of=TODAY)
    answer: Any = SimpleNamespace(sources=(), request=asked)
    svg = picture(world, answer).svg
    assert float(about["height"]) > 300
    text = " ".join(t.text or "" for t in fromstring(svg).findall(f"{SVG}text"))
    assert "1 Crimea: held by Russia, claimed by Ukraine. https://e.org/1" in text
    assert "Pull, 2020" in text


class Under:
    """Stands for what is below the charts of an answer."""

    def __call__(self, ids: Iterable[str]) -> str:
        return "; ".join(ids)

    def files(self, figure: object) -> tuple[()]:
        return ()


def test_a_page_shows_map_tiles_and_disputes() -> None:
    section = Section("s", "k", "f", (drawn(),))
    assert [figure.name for figure in figures([section])] == ["pull"]
    render: Any = _template("page").environment.get_template("blocks.html.j2").module
    html = str(render.block(section.blocks[0], Under(), 30))
    assert html.index('class="broad"') < html.index('class="narrow"') < html.index("<ol")
    assert 'href="https://e.org/1"' in html and 'href="javascript' not in html
    assert "A and B each hold a part and claim all (seen on the page: in part)" in html
    assert "cow_trade; natural_earth; disputed_places" in html
    assert "<details open" in html


def test_before_1946_there_are_tiles_and_no_disputes() -> None:
    world = drawn(OLD)
    assert world.disputes == () and "natural_earth" not in world.sources
    assert root(world).findall(f".//{SVG}path[@fill-rule]") == []
    assert "tiles" in world.notes[0]


def test_without_a_value_there_is_no_map() -> None:
    world = drawn(shown=[])
    assert world.chart is None and world.narrow is None
    assert world.missing.endswith("so there is no map.")


def test_a_text_names_the_map() -> None:
    assert (
        drawn().line == "Map: Most lean east (Pull, 2020). It is on the page, and a file with -o."
    )


@pytest.mark.parametrize("day", [TODAY, COLD, OLD])
def test_each_member_has_one_tile(day: date) -> None:
    world, ground = drawn(day), ground_of(day)
    assert world.narrow
    svg = fromstring(world.narrow.svg)
    tiles = [r for r in svg.iter(f"{SVG}rect") if r.find(f"{SVG}title") is not None]
    assert len(tiles) == len(ground.members)
    assert {(r.get("width"), r.get("height")) for r in tiles} == {(str(WIDE), str(HIGH))}
    places = {(r.get("x"), r.get("y")) for r in tiles}
    assert len(places) == len(tiles)
    assert max(int(x or 0) for x, _ in places) + WIDE <= 360, "it fits a phone"
    headings = [t.text for t in svg.findall(f"{SVG}text") if t.get("font-weight") == "600"]
    assert headings == [name for name, _ in REGIONS if name in dict(regions(ground.members))]
    assert sum(len(own) for _, own in regions(ground.members)) == len(ground.members)


def test_a_tile_has_code_and_sign() -> None:
    state = Shown(2, "United States", "USA", 4, "9 points")
    world = drawn(shown=[state])
    assert world.narrow
    texts = [t.text for t in fromstring(world.narrow.svg).iter(f"{SVG}text")]
    assert texts[texts.index("USA") + 1] == "++"
