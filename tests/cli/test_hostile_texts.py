"""File names and texts of the user's are echoed so that no terminal obeys them."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from importlib import import_module
from pathlib import Path

import pytest

from daylight.cli import main as entry
from daylight.core.visible import HIDDEN

NAMES = ["\x1b[2Jx", "x\x1b]0;own\x07", "\u202egnp.x", "a\nb", "\x9b31mx", "x\x08\x08"]
COMMANDS: list[list[str]] = [
    ["bond", "NAME", "IRN"],
    ["brief", "RUS", "NAME"],
    ["compare", "NAME:RUS", "RUS:IRN"],
    ["compare", "NAME"],
    ["divergence", "RUS", "IRN", "--as-of", "NAME"],
    ["divergence", "RUS", "IRN", "--divider", "NAME"],
    ["partners", "NAME"],
    ["bloc", "NAME"],
    ["bond", "RUS", "IRN", "--weight", "NAME=1"],
    ["bond", "RUS", "IRN", "--weight", "NAME"],
    ["bond", "RUS", "IRN", "--NAME"],
    ["bond", "RUS", "IRN", "--format", "NAME"],
    ["panel", "--add", "NAME"],
    ["panel", "--start", "NAME"],
    ["panel", "--start", "2016", "--end", "2016", "-o", "FOLDER/NAME.csv"],
    ["panel", "--start", "2016", "--end", "2016", "-o", "FOLDER/x.NAME"],
    ["panel", "--start", "2016", "--end", "2016", "-o", "FOLDER/NAME/x.csv"],
    ["cite", "NAME"],
    ["sql", "NAME"],
    ["sql", "select 'NAME'::integer"],
    ["sql", 'select "NAME" from votes'],
    ["sql", "select 'NAME' as \"NAME\"", "--format", "table"],
    ["sql", "select error('NAME')"],
    ["sql", "select 1 as x", "-o", "FOLDER/NAME.csv"],
    ["sql", "select * from 'FOLDER/NAME.csv'"],
    ["sources", "show", "NAME"],
    ["sources", "verify", "NAME"],
    ["atlas", "build", "--to", "FOLDER/x", "--with", "NAME"],
    ["atlas", "build", "--to", "FOLDER/x", "--with", "NAME=FOLDER/NAME"],
    ["atlas", "build", "--to", "FOLDER/x", "--with", "icb=FOLDER/NAME"],
    ["ideal-points", "fit", "--data", "FOLDER/NAME"],
    ["ideal-points", "fit", "--compare", "FOLDER/NAME"],
    ["NAME"],
    ["--NAME"],
]


def acts(text: str) -> list[str]:
    return [c for c in text if c != "\n" and unicodedata.category(c) in HIDDEN]


def hostile(words: list[str], name: str, folder: Path) -> list[str]:
    return [word.replace("NAME", name).replace("FOLDER", str(folder)) for word in words]


def told(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["daylight", *words])
    monkeypatch.setattr(import_module("daylight.cli.main"), "listen", lambda: None)
    with pytest.raises(SystemExit) as left:
        entry()
    output = capsys.readouterr()
    return int(left.value.code or 0), output.out, output.err


@pytest.mark.slow
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_what_is_echoed_can_be_seen_and_does_nothing(
    words: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv("DAYLIGHT_MIRROR", raising=False)
    for name in NAMES[:2] if words[0] in ("panel", "ideal-points") else NAMES:
        code, out, err = told(hostile(words, name, tmp_path), monkeypatch, capsys)
        assert code != 70, err
        assert acts(out) == acts(err) == []
        if code:
            assert len(err.strip().splitlines()) == 1


def test_an_atlas_in_a_folder_with_such_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DAYLIGHT_ATLAS", str(tmp_path / "\x1b[2J\u202e"))
    for words in (["atlas", "info"], ["atlas", "verify"], ["bond", "RUS", "IRN"]):
        code, out, err = told(words, monkeypatch, capsys)
        assert code == 14
        assert acts(out + err) == []
        assert "\\x1b[2J\\u202e" in err


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "daylight", "sql", "select 1 as x", "-o"]
    path = os.fsencode(tmp_path) + b"/\xff\x1b.csv"
    done = subprocess.run([*words, path], capture_output=True)
    assert done.returncode == 0, done.stderr
    assert b"\\udcff\\x1b.csv" in done.stderr
