"""Pictures: documents of their own that name their sources, as SVG and as PNG."""

from __future__ import annotations

import builtins
import re
import struct
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from daylight.bonds.bond import bond
from daylight.briefs.brief import brief
from daylight.core.answer import Answer
from daylight.core.errors import BadInput, CannotWrite, MissingExtra, UnknownName
from daylight.positions.ideal_points import ideal_points
from daylight.show.picture import MARGIN, WIDTH, Picture, broken, wide

SVG = "{http://www.w3.org/2000/svg}"
CHARTS = ("zones", "ledgers", "place-time", "ledgers-time", "issues", "kappa-time")
DRAWN = [
    ("RUS", "IRN", "2017-02-01", CHARTS),
    ("USA", "GBR", "2000", CHARTS),
    ("BIH", "STP", "2015", CHARTS[1:2] + CHARTS[3:]),
    ("RUS", "DEU", "2024-06-30", CHARTS),
]
"""Pairs with the charts that they have; two have no chances, and long names."""
PICTURES = [
    pytest.param(a, b, day, name, marks=[pytest.mark.slow] if a == "USA" or day > "2024" else [])
    for a, b, day, names in DRAWN
    for name in names
]


@pytest.fixture(scope="module")
def answers() -> Callable[[str, str, str], Answer]:
    return cache(lambda a, b, day: brief(a, b, as_of=day))


@pytest.fixture(scope="module")
def small() -> Picture:
    picture: Picture = bond("RUS", "IRN", as_of="2017-02-01").plot()
    return picture


@pytest.mark.parametrize(("a", "b", "day", "name"), PICTURES)
def test_a_picture_needs_nothing_around_it(
    a: str, b: str, day: str, name: str, answers: Callable[[str, str, str], Answer]
) -> None:
    picture = answers(a, b, day).plot(name)
    root = ElementTree.fromstring(picture.svg)
    size = (picture.width, picture.height)
    assert root.get("viewBox") == f"0 0 {size[0]} {size[1]}"
    assert (root.get("width"), root.get("height")) == tuple(map(str, size))
    values = [value for element in root.iter() for value in element.attrib.values()]
    assert not [v for v in values if "var(" in v or "inherit" in v or "currentColor" in v]
    assert not [v for v in values if re.fullmatch(r"[-\d.]+%", v)]
    colours = {e.get(k) for e in root.iter() for k in ("fill", "stroke") if e.get(k)}
    odd = {c for c in colours if c and not re.fullmatch(r"#[0-9a-f]{6}|none|url\(#.*\)", c)}
    assert odd == set()
    assert not root.findall(f".//{SVG}svg"), "stretched inner pictures"
    assert 'id="' + name + '-title"' in picture.svg
    paper = root.find(f"{SVG}rect")
    assert paper is not None
    assert (paper.get("fill"), paper.get("height")) == ("#ffffff", str(picture.height))


@pytest.mark.parametrize(("a", "b", "day", "name"), PICTURES)
def test_a_picture_says_what_it_shows_and_whence(
    a: str, b: str, day: str, name: str, answers: Callable[[str, str, str], Answer]
) -> None:
    answer = answers(a, b, day)
    picture = answer.plot(name)
    root = ElementTree.fromstring(picture.svg)
    lines = " ".join(t.text or "" for t in root.findall(f"{SVG}text"))
    title = root.findtext(f"{SVG}title") or ""
    assert title == picture.title
    assert lines.startswith(title)
    assert answer.a.name in title and answer.b.name in title
    assert "Source: " in lines
    assert f"atlas {answer.request.atlas}" in lines
    if name == "issues":
        assert "United Nations General Assembly Voting Data" in lines


@pytest.mark.parametrize(("a", "b", "day", "name"), PICTURES)
def test_words_stay_inside(
    a: str, b: str, day: str, name: str, answers: Callable[[str, str, str], Answer]
) -> None:
    picture = answers(a, b, day).plot(name)
    root = ElementTree.fromstring(picture.svg)
    chart = root.find(f"{SVG}g")
    assert chart is not None
    left, top = map(float, re.findall(r"[\d.]+", chart.get("transform", "")))
    within = [(e, left, top) for e in chart.iter(f"{SVG}text")]
    outside = [(e, 0.0, 0.0) for e in root.findall(f"{SVG}text")]
    assert len(within) > 5
    for element, right, down in (*within, *outside):
        size = float(element.get("font-size", 0))
        length = wide(element.text or "", bool(element.get("font-weight"))) * size
        shift = {"end": length, "middle": length / 2}.get(element.get("text-anchor", ""), 0)
        start = right + float(element.get("x", 0)) - shift
        assert start >= 2, element.text
        assert start + length <= picture.width - 2, element.text
        assert size <= down + float(element.get("y", 0)) <= picture.height - 2


def pixels(png: bytes) -> tuple[int, int, set[bytes]]:
    """Return the size of a PNG and the colours in it; rows are stored as differences."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    place, parts, data = 8, b"", b""
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        body = png[place + 8 : place + 8 + length]
        parts = body if kind == b"IHDR" else parts
        data += body if kind == b"IDAT" else b""
        place += length + 12
    width, height, depth, colour = struct.unpack(">IIBB", parts[:10])
    assert (depth, colour) in {(8, 2), (8, 6)}
    step = 3 if colour == 2 else 4
    raw, colours = zlib.decompress(data), set()
    before = bytearray(width * step)
    for row in range(height):
        start = row * (width * step + 1)
        line = bytearray(raw[start + 1 : start + 1 + width * step])
        undo(line, before, raw[start], step)
        colours |= {bytes(line[i : i + 3]) for i in range(0, len(line), step)}
        before = line
    return width, height, colours


def undo(line: bytearray, up: bytearray, kind: int, step: int) -> None:
    for i in range(len(line)):
        left, corner = (line[i - step], up[i - step]) if i >= step else (0, 0)
        if kind == 4:
            guess = left + up[i] - corner
            near = sorted((abs(guess - v), n) for n, v in enumerate((left, up[i], corner)))
            add = (left, up[i], corner)[near[0][1]]
        else:
            add = (0, left, up[i], (left + up[i]) // 2)[kind]
        line[i] = (line[i] + add) % 256


def test_a_png_has_the_size_that_is_asked_and_the_colours_of_the_chart(small: Picture) -> None:
    pytest.importorskip("resvg_py")
    width, height, colours = pixels(small.png(width=400))
    assert (width, height) == (400, pytest.approx(small.height * 400 / small.width, abs=1))
    assert {bytes.fromhex(c) for c in ("ffffff", "cfd1ce", "1a1c1e")} <= colours
    assert len(colours) > 50, "words have edges in many greys"


@pytest.mark.parametrize("scale", [0.5, 1, 2])
def test_a_png_scales(small: Picture, scale: float) -> None:
    pytest.importorskip("resvg_py")
    width, height = struct.unpack(">II", small.png(scale=scale)[16:24])
    assert (width, height) == (WIDTH * scale, pytest.approx(small.height * scale, abs=1))


def test_words_are_drawn_without_any_font_on_the_machine(small: Picture) -> None:
    pytest.importorskip("resvg_py")
    bare = Picture("x", "x", re.sub("<text.*?</text>", "", small.svg), small.width, small.height)
    assert len(small.png(scale=1)) > 2 * len(bare.png(scale=1))


@pytest.mark.parametrize(
    "size",
    [
        *({"width": width} for width in (0, -5, 0.5, 99_999, "wide")),
        *({"scale": scale} for scale in (0, -1, 1000, float("nan"), float("inf"))),
    ],
)
def test_a_size_that_cannot_be_drawn_is_said(small: Picture, size: dict[str, Any]) -> None:
    with pytest.raises(BadInput, match="1 to 10,000 pixels"):
        small.png(**size)


def test_a_picture_is_saved_whole_or_not_at_all(small: Picture, tmp_path: Path) -> None:
    pytest.importorskip("resvg_py")
    small.save(tmp_path / "a.svg")
    small.save(str(tmp_path / "a.PNG"), width=300)
    assert (tmp_path / "a.svg").read_text("utf-8") == small.svg
    assert (tmp_path / "a.PNG").read_bytes() == small.png(width=300)
    with pytest.raises(BadInput, match="expected one of: svg, png"):
        small.save(tmp_path / "a.pdf")
    with pytest.raises(CannotWrite):
        small.save(tmp_path / "none" / "a.svg")
    with pytest.raises(BadInput):
        small.save(tmp_path / "b.png", width=0)
    assert {path.name for path in tmp_path.iterdir()} == {"a.svg", "a.PNG"}


def test_without_the_library_the_svg_is_left(
    small: Picture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "resvg_py":
            raise ImportError("No module named 'resvg_py'")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match=r"pip install '\.\[pictures\]'"):
        small.png()
    with pytest.raises(MissingExtra):
        small.save(tmp_path / "a.png")
    assert list(tmp_path.iterdir()) == []
    assert small._repr_png_() is None
    assert small._repr_svg_() == small.svg


def test_a_picture_names_itself_in_one_line(small: Picture) -> None:
    said = repr(small)
    assert said.startswith("<Picture zones: Relationship of Russia and Iran in 2016")
    assert "\n" not in said and len(said) < 120


def test_a_chart_that_is_not_there_says_why() -> None:
    answer = brief("DEU", "FRA", as_of="1910")
    with pytest.raises(UnknownName, match="there are: zones, issues"):
        answer.plot("bond")
    with pytest.raises(BadInput) as caught:
        answer.plot("issues")
    assert str(caught.value)[0].isupper() and str(caught.value).endswith(".")
    assert "<" not in str(caught.value)


def test_an_answer_without_charts_says_so() -> None:
    with pytest.raises(BadInput, match="This answer has no charts"):
        ideal_points(as_of="2017-02-01").plot()
    with pytest.raises(UnknownName, match="this answer has none"):
        ideal_points(as_of="2017-02-01").plot("time")


@pytest.mark.parametrize("ems", [5, 20, 60])
def test_lines_break_between_words_and_lose_none(ems: float) -> None:
    text = "Position of São Tomé and Príncipe and Bosnia and Herzegovina among all pairs"
    lines = broken(text, ems)
    assert " ".join(lines) == text
    assert all(wide(line) <= ems or " " not in line for line in lines)
    assert MARGIN < WIDTH
