"""A watch list as a folder of pages, from the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path

from click.testing import CliRunner

from daylight.cli.main import root

LIST = "divider: USA\npairs:\n  - RUS:IRN\n  - pair: UKR:RUS\n    divider: none\n"


def run(*words: str) -> str:
    found = CliRunner().invoke(root, ["watch", *words], catch_exceptions=False)
    assert found.exit_code == 0
    return found.output


def test_a_folder_has_the_list_its_data_and_a_brief_of_each(tmp_path: Path) -> None:
    list_ = tmp_path / "ties.yml"
    list_.write_text(LIST, "utf-8")
    folder = tmp_path / "out" / "watched"
    run(str(list_), "--as-of", "2017-02-01", "-o", f"{folder}/")
    assert sorted(p.name for p in folder.iterdir()) == [
        "index.html", "rus-irn-usa.html", "ukr-rus.html", "watch.csv", "watch.json",
    ]  # fmt: skip
    index = (folder / "index.html").read_text("utf-8")
    links = re.findall(r'href="([a-z-]+\.html)"', index)
    assert links == ["rus-irn-usa.html", "ukr-rus.html"]
    assert "<script" not in index
    kept = json.loads((folder / "watch.json").read_text("utf-8"))
    assert kept["request"]["question"] == "watch"
    later = run(str(list_), "--as-of", "2020-02-01", "--since", str(folder / "watch.json"))
    assert "SINCE 1 February 2017" in later


def test_other_files_are_as_of_any_question(tmp_path: Path) -> None:
    list_ = tmp_path / "ties.yml"
    list_.write_text(LIST, "utf-8")
    run(str(list_), "--as-of", "2017-02-01", "-o", str(tmp_path / "w.csv"))
    lines = (tmp_path / "w.csv").read_text("utf-8").splitlines()
    assert lines[0].startswith("line,a,b,year,what,word,value,lo,hi,status")
    assert {line.split(",")[1] for line in lines[1:]} == {"RUS", "IRN", "UKR"}
