"""What a reader takes from a chart of a page: whole files in links, and a line of credit."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from io import StringIO
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from daylight.bonds.bond import bond
from daylight.citing.forms import written
from daylight.citing.known import daylight
from daylight.core.answer import Answer
from daylight.core.lazy import load
from daylight.show.blocks import Table
from daylight.show.page import figures
from daylight.show.picture import picture
from daylight.show.takes import Below, carried, table_csv
from daylight.spheres.sphere import sphere

LINK = re.compile(r'<a download="([^"]*)" href="data:([^;"]*);charset=utf-8,([^"]*)">')


@cache
def answer() -> Answer:
    return bond("RUS", "IRN", as_of="2017-02-01")


@cache
def page() -> str:
    return answer().view.page(answer())


def links() -> Iterator[tuple[str, str, str]]:
    for file, kind, data in LINK.findall(page()):
        yield file, kind, unquote(unescape(data))


def test_every_chart_has_its_picture_and_its_data() -> None:
    drawn = [f.name for f in figures(load(answer().view.sections)(answer())) if f.chart]
    assert drawn
    files = [file for file, _, _ in links() if not file.startswith("daylight-")]
    ends = {(name, kind) for name in drawn for kind in ("svg", "csv")}
    assert {(f.split("-rus-irn-")[0], f.rsplit(".")[-1]) for f in files} == ends
    assert all("2017-02-01" in file for file in files)


def test_a_picture_is_the_one_that_is_saved() -> None:
    pytest.importorskip("resvg_py")
    from resvg_py import svg_to_bytes

    from daylight.show.picture import _fonts

    how = {"width": 760, "skip_system_fonts": True, "font_files": _fonts()}
    by_name = {f.name: f for f in figures(load(answer().view.sections)(answer()))}
    taken = [(file, data) for file, kind, data in links() if kind == "image/svg+xml"]
    assert taken
    for file, data in taken:
        ElementTree.fromstring(data)
        saved = picture(by_name[file.split("-rus-irn-")[0]], answer())
        assert svg_to_bytes(svg_string=data, **how) == svg_to_bytes(svg_string=saved.svg, **how)


def test_data_are_those_of_the_table_under_the_chart() -> None:
    by_name = {f.name: f for f in figures(load(answer().view.sections)(answer()))}
    for file, kind, data in links():
        if kind == "text/csv":
            rows = list(csv.reader(StringIO(data, newline="")))
            table = by_name[file.split("-rus-irn-")[0]].table
            assert tuple(rows[0]) == table.heads
            assert len(rows) == len(table.rows) + 1


def test_signs_of_all_kinds_come_through_a_link_and_end_no_attribute() -> None:
    text = "50 %, \"quoted\" <b> & 'one'\r\n#2; a=b, ü 中"
    address = carried("a.csv", "text/csv", text, "it").address
    assert not set(address) & set('"<>&#')
    assert unquote(address.partition(",")[2]) == text


def test_a_cell_of_several_is_one_cell() -> None:
    table = Table("It", ("a", "b"), (("x, y", ("1", "seen")),))
    assert table_csv(table) == 'a,b\r\n"x, y",1; seen\r\n'


def test_credit_names_version_atlas_date_and_sources() -> None:
    first = next(f for f in figures(load(answer().view.sections)(answer())) if f.chart)
    line = Below(answer(), {}, True).credit(first)
    made = f"Daylight {answer().request.daylight}, atlas {answer().request.atlas}; "
    assert line.startswith(f"{made}Russia and Iran, as of 1 February 2017. Sources: ")
    assert line in unescape(page())


def test_a_page_says_how_to_cite_it_in_words_and_for_programs() -> None:
    request = answer().request
    own = daylight(request.atlas, request.command)
    assert f"Russia and Iran, as of 1 February 2017. {own.text}" in unescape(page())
    files = {file.rpartition(".")[2]: data for file, _, data in links() if "daylight-" in file}
    for ending, form in (("bib", "bibtex"), ("ris", "ris"), ("json", "csl-json")):
        assert files[ending] == written([own], form)


def test_paper_and_notebooks_carry_no_files() -> None:
    assert "download=" not in answer().view.html(answer())


def test_a_world_map_is_too_heavy_to_carry_twice() -> None:
    drawn = sphere("RUS", as_of="2016")
    files = {file for file, _, _ in LINK.findall(drawn.view.page(drawn))}
    assert [f for f in files if f.endswith(".csv")]
    assert not [f for f in files if f.startswith("map") and f.endswith(".svg")]
