"""Answers on paper: one sheet for a brief, whatever there is to say, and all of it on request."""

from __future__ import annotations

import builtins
import shutil
import subprocess
import time
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from daylight.bloc_list.blocs import blocs
from daylight.briefs.brief import brief
from daylight.cli.main import root
from daylight.core.answer import Answer
from daylight.core.errors import BadInput, MissingExtra

pytest.importorskip("weasyprint")
pypdf = pytest.importorskip("pypdf")

CASES = {
    "RUS-IRN": {"a": "RUS", "b": "IRN", "divider": "USA", "as_of": "2017-02-01"},
    "USA-GBR": {"a": "USA", "b": "GBR"},
    "NRU-BTN": {"a": "NRU", "b": "BTN"},
    "DEU-FRA": {"a": "DEU", "b": "FRA", "as_of": "1910"},
}
SIZES = {"a4": (595, 842), "letter": (612, 792)}


@cache
def asked(case: str) -> Answer:
    return brief(**CASES[case])


@cache
def printed(case: str, paper: str) -> Any:
    return pypdf.PdfReader(BytesIO(asked(case).to_pdf(paper)))


def parts(item: Any) -> Iterator[Any]:
    """Yield every part of the tree that a screen reader walks."""
    item = item.get_object()
    if isinstance(item, dict):
        yield item
        below = item.get("/K", [])
        for inner in below if isinstance(below, list) else [below]:
            yield from parts(inner)


@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("case", CASES)
def test_a_brief_is_one_sheet(case: str, paper: str) -> None:
    pages = printed(case, paper).pages
    assert len(pages) == 1
    box = pages[0].mediabox
    assert (round(box.width), round(box.height)) == SIZES[paper]


@pytest.mark.parametrize("case", CASES)
def test_the_sheet_has_the_answer_the_limits_and_how_to_ask_again(case: str) -> None:
    answer, text = asked(case), " ".join(printed(case, "a4").pages[0].extract_text().split())
    assert " ".join(answer.lead.split()[:8]) in text
    assert "What would change this answer" in text
    assert answer.request.command in text
    assert f"atlas {answer.request.atlas}" in text


def test_a_sheet_says_how_many_limits_it_leaves_out() -> None:
    text = " ".join(printed("RUS-IRN", "a4").pages[0].extract_text().split())
    assert "9 more stand on the page itself." in text


def test_it_is_tagged_and_has_title_language_and_bookmarks() -> None:
    reader = printed("RUS-IRN", "a4")
    top = reader.trailer["/Root"]
    assert top["/MarkInfo"]["/Marked"]
    assert top["/Lang"] == "en"
    assert reader.metadata.title == "Russia and Iran, as of 1 February 2017"
    _, below = reader.outline[0], reader.outline[1]
    assert [one for one in below if one.title.startswith("Daylight")]


def test_charts_have_words_for_those_who_cannot_see_them() -> None:
    tree = printed("RUS-IRN", "a4").trailer["/Root"]["/StructTreeRoot"]
    spoken = [item["/Alt"] for item in parts(tree) if item.get("/S") == "/Figure"]
    assert len(spoken) >= 4
    assert all(len(text) > 20 for text in spoken)


def test_details_follow_the_sheet() -> None:
    reader = pypdf.PdfReader(BytesIO(asked("NRU-BTN").to_pdf(details=True)))
    assert len(reader.pages) > 2
    first, *rest = (page.extract_text() for page in reader.pages)
    source = asked("NRU-BTN").sources[0]
    assert source.citation[:20] not in first
    assert source.citation[:20] in " ".join(" ".join(rest).split())


def test_a_long_table_goes_on_over_sheets() -> None:
    reader = pypdf.PdfReader(BytesIO(blocs(as_of="2016").to_pdf()))
    text = " ".join(page.extract_text() for page in reader.pages)
    assert len(reader.pages) > 1
    assert "North Atlantic Treaty" in text and "2011" in text


def test_another_paper_is_refused() -> None:
    with pytest.raises(BadInput, match="a4, letter"):
        asked("NRU-BTN").to_pdf("a3")


def test_without_the_library_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def gone(name: str, *rest: Any) -> Any:
        if name.startswith("weasyprint"):
            raise ImportError("No module named 'weasyprint'")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", gone)
    with pytest.raises(MissingExtra, match=r"PDF needs the extra `print`.*pip install"):
        asked("NRU-BTN").to_pdf()


def test_the_command_writes_it_by_the_ending(tmp_path: Path) -> None:
    target = tmp_path / "brief.pdf"
    words = ["brief", "NRU", "BTN", "--paper", "letter", "-o", str(target)]
    result = CliRunner().invoke(root, words)
    assert result.exception is None, result.output
    reader = pypdf.PdfReader(target)
    assert round(reader.pages[0].mediabox.height) == SIZES["letter"][1]


@pytest.mark.parametrize("words", [["--paper", "a4"], ["--details"]])
def test_what_is_for_paper_is_refused_for_another_format(words: list[str]) -> None:
    result = CliRunner().invoke(root, ["brief", "NRU", "BTN", *words])
    assert isinstance(result.exception, BadInput)
    assert f"{words[0]} is for PDF, not text" in str(result.exception)


@pytest.mark.benchmark
def test_a_sheet_takes_less_than_five_seconds() -> None:
    start = time.perf_counter()
    brief(**CASES["RUS-IRN"]).to_pdf()
    print(f"{time.perf_counter() - start:.1f} s")


@pytest.mark.browser
@pytest.mark.parametrize("case", CASES)
def test_a_browser_prints_the_page_on_one_sheet(case: str, tmp_path: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("no Chromium on the path")
    page, sheet = tmp_path / "page.html", tmp_path / "sheet.pdf"
    answer = asked(case)
    page.write_text(answer.view.page(answer), "utf-8")
    words = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    subprocess.run(
        [browser, *words, f"--print-to-pdf={sheet}", page.as_uri()],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert len(pypdf.PdfReader(sheet).pages) == 1, "Letter, the smaller of the two"
