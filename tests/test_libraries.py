"""What is pinned: the lock file, the constraints made from it, and what the project asks for."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "docs"))  # where the generator's parts lie, as when it is run

from _generate import libraries  # noqa: E402

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = [line for extra in PROJECT["optional-dependencies"].values() for line in extra]
ASKED = [*PROJECT["dependencies"], *(line for line in EXTRAS if not line.startswith("daylight-"))]
LOCK = libraries.LOCK.read_text("utf-8")


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


@pytest.mark.parametrize("line", ASKED)
def test_the_lock_holds_what_the_project_asks_for(line: str) -> None:
    pinned = {one.name: one.version for one in libraries.locked()}
    name, _, least = line.partition(">=")
    assert numbers(pinned[libraries._plain(name)]) >= numbers(least)


def test_every_pinned_file_has_its_hash_and_no_host_is_named() -> None:
    blocks = re.split(r"^(?=[A-Za-z0-9])", LOCK, flags=re.M)[1:]
    assert [b.splitlines()[0] for b in blocks if "--hash=sha256:" not in b] == []
    assert "://" not in LOCK
    assert not re.search(r"^\s*-(-index|-extra|-find|i|f)\b", LOCK, re.M)


def test_constraints_and_list_are_those_of_the_lock() -> None:
    assert (ROOT / "constraints.txt").read_text("utf-8") == libraries.constraints()
    page = ROOT / "docs" / "reference" / "dependencies.md"
    assert page.read_text("utf-8") == libraries.libraries_page()


def test_who_asks_for_a_library_is_read_from_the_lock() -> None:
    text = "# note\na-b==1.0 \\\n    --hash=sha256:0\n    # via\n    #   c\n    #   d (x.toml)\n"
    one = libraries.locked(text + "c==2 \\\n    --hash=sha256:1\n    # via d\n")
    assert [(x.name, x.version, x.by) for x in one] == [("a-b", "1.0", ("c", "d")),
                                                       ("c", "2", ("d",))]  # fmt: skip


def test_every_licence_is_kept() -> None:
    assert set(libraries.licences()) == {one.name for one in libraries.locked()}
