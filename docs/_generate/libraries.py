"""Versions of libraries: what `lock.txt` pins, as constraints and as a list with licences.

Licences are not in the lock file. They are kept beside this module and read anew from installed
packages by ``python docs/generate.py --licences``, so that pages do not follow from what happens
to be installed.
"""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from .markdown import ROOT, grid, page

LOCK = ROOT / "lock.txt"
LICENCES = Path(__file__).with_name("licences.csv")
LONGEST = 60
"""A licence field that is longer holds the text of a licence, not its name."""
CONSTRAINTS = """\
# Versions that the tests pass with: pip install -c constraints.txt .
# Written by docs/generate.py from lock.txt. Do not edit by hand.
"""
ABOUT = """\
Daylight states lowest versions and no highest ones. These are the versions that the atlas is
rebuilt and the tests are run with; `lock.txt` in the root holds them with the sha256 of every
file, `constraints.txt` without."""
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)")
NAME = re.compile(r"^[A-Za-z0-9._-]+")
ROOTS = {
    "run": "To run Daylight",
    "extra": "For frames, files, pictures and print",
    "work": "For tests and work",
}


@dataclass(frozen=True, slots=True)
class Library:
    """One line of the lock file, and which others ask for it."""

    name: str
    version: str
    by: tuple[str, ...]


def locked(text: str | None = None) -> list[Library]:
    """Return what the lock file pins, in its order."""
    found: list[tuple[str, str, list[str]]] = []
    for line in (LOCK.read_text("utf-8") if text is None else text).splitlines():
        pinned = PINNED.match(line)
        if pinned:
            found.append((pinned[1], pinned[2], []))
        elif found and line.startswith("    #"):
            asker = line.strip("# ").removeprefix("via").strip()
            if asker:
                found[-1][2].append(asker.split(" ")[0])
    return [Library(name, version, tuple(by)) for name, version, by in found]


def constraints() -> str:
    """Return the file of constraints for pip."""
    return CONSTRAINTS + "".join(f"{one.name}=={one.version}\n" for one in locked())


def licences() -> dict[str, str]:
    """Return the licence of each library by name, as kept."""
    with LICENCES.open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["licence"] for row in csv.DictReader(file)}


def read_licences() -> list[str]:
    """Keep the licences that installed packages state; return the pinned ones not installed."""
    kept = licences() if LICENCES.is_file() else {}
    gone = []
    for one in locked():
        try:
            kept[one.name] = _licence(metadata.metadata(one.name))
        except metadata.PackageNotFoundError:
            gone.append(one.name)
    names = [one.name for one in locked() if one.name in kept]
    with LICENCES.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["name", "licence"])
        out.writerows((name, kept[name]) for name in names)
    return gone


def libraries_page() -> str:
    """Render the page of libraries."""
    every, terms, parts = locked(), licences(), []
    kinds = _kinds(every)
    for kind, title in ROOTS.items():
        rows = [
            (f"`{one.name}`", one.version, terms[one.name], ", ".join(f"`{n}`" for n in one.by))
            for one in every
            if kinds[one.name] == kind
        ]
        head = ("library", "version", "licence, as the library states it", "asked for by")
        parts += [f"## {title}", grid(head, rows)]
    return page("Libraries", " ".join(ABOUT.split()), *parts)


def _kinds(every: list[Library]) -> dict[str, str]:
    """Say for each library what it is for: the first of the kinds that reaches it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    files = (line for name in ("frames", "pictures", "print", "tables") for line in extras[name])
    roots = {"run": project["dependencies"], "extra": [*files]}
    asks = {one.name: [o.name for o in every if one.name in o.by] for one in every}
    kinds: dict[str, str] = {}
    for kind, lines in roots.items():
        waiting = [_plain(line) for line in lines]
        while waiting:
            name = waiting.pop()
            if name not in kinds:
                kinds[name] = kind
                waiting += asks[name]
    return {one.name: kinds.get(one.name, "work") for one in every}


def _plain(requirement: str) -> str:
    found = NAME.match(requirement)
    assert found is not None, requirement
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def _licence(about: metadata.PackageMetadata) -> str:
    """Return the name of a licence: an SPDX expression, else a classifier, else a short field."""
    said: str = about.get("License-Expression", "")
    classes = [c.split(" :: ")[-1] for c in about.get_all("Classifier", [])
               if c.startswith("License :: ") and c != "License :: OSI Approved"]  # fmt: skip
    field = " ".join(about.get("License", "").split())
    return said or " or ".join(classes) or (field if len(field) <= LONGEST else "") or "not stated"
