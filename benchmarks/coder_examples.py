"""The examples of the CAMEO manual, read in place from the mirror; nothing of them is kept here.

The manual (version 1.1b3) gives examples under its codes. Two thirds of them, chosen by a hash
of the text, may be read by whoever writes rules; the last third is held out.
"""

from __future__ import annotations

import csv
import hashlib
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from daylight.coding.ontology import codes

MANUAL = Path("ontology") / "CAMEO.Manual.1.1b3.pdf"
CROSSWALK = Path("ontology") / "CAMEO2PLOVER-2021.txt"
ACTORS = Path(__file__).parent / "coder_actors.csv"
FIELD = re.compile(r" ?(CAMEO|Name|Description|Usage Notes|Example Note|Example)\s{2,}(\S.*)")
NOT_ONE = ("NEED EXAMPLE", "Two linked events")
"""Beginnings of two lines that the manual marks as examples and that are none."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its code, and the roots that two tables give the code."""

    code: str
    text: str
    root: str | None
    crosswalk: str | None

    @property
    def key(self) -> str:
        """Hash of the text, by which actors are noted without the text."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def held_out(self) -> bool:
        """Whether it belongs to the third that no rule was fitted on."""
        return int(self.key, 16) % 3 == 0


def _lines(manual: Path) -> list[str]:
    tool = shutil.which("pdftotext")
    if tool is None:
        raise FileNotFoundError("pdftotext is needed (Debian: poppler-utils)")
    run = subprocess.run([tool, "-layout", str(manual), "-"], capture_output=True, check=True)
    return run.stdout.decode("utf-8").replace("\f", "").split("\n")


def _found(lines: list[str]) -> Iterator[tuple[str, str]]:
    code, current = "", ""
    for line in lines:
        field = FIELD.fullmatch(line)
        if field is None and current and line.startswith(" " * 10):
            text = line.strip()
            joined = current.endswith("-") and text[0].islower()
            current = current[:-1] + text if joined else f"{current} {text}"
            continue
        if current and code:
            yield code, current
        current = ""
        if field and field[1] == "CAMEO":
            code = field[2].strip() if re.fullmatch(r"\d{2,4}", field[2].strip()) else ""
        elif field and field[1] == "Example":
            current = field[2].strip()


def _root(code: str, roots: dict[str, str]) -> str | None:
    while code and code not in roots:
        code = code[:-1]
    return roots.get(code)


def _crosswalk(path: Path) -> dict[str, str]:
    found = re.findall(r"^(\d{2,4}): *([A-Z]+) *,", path.read_text("utf-8"), re.M)
    return {"02": "REQUEST", "155": "MOBILIZE", "176": "COERCE", **dict(found)}


@cache
def examples(mirror: Path) -> tuple[Example, ...]:
    """Every example of the manual, in its order."""
    ours = {code: one.root for code, one in codes().items()}
    theirs = _crosswalk(mirror / CROSSWALK)
    return tuple(
        Example(code, text, _root(code, ours), _root(code, theirs))
        for code, text in _found(_lines(mirror / MANUAL))
        if not text.startswith(NOT_ONE)
    )


@cache
def actors() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Sources and targets that are right, by hash; ``-`` stands for none."""
    with ACTORS.open(encoding="utf-8", newline="") as file:
        return {
            row["key"]: (frozenset(row["source"].split("|")), frozenset(row["target"].split("|")))
            for row in csv.DictReader(file)
        }
