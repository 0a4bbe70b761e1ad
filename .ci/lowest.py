"""Print the lowest versions that pyproject.toml allows of what tests need, as pins for pip."""

from __future__ import annotations

import tomllib
from pathlib import Path

FILE = Path(__file__).parents[1] / "pyproject.toml"
PROJECT = tomllib.loads(FILE.read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]

TESTED = ("articles", "frames", "mcp", "pictures", "print", "tables", "test", "web")

for line in (*PROJECT["dependencies"], *(line for extra in TESTED for line in EXTRAS[extra])):
    name, bound, version = line.partition(">=")
    if bound:
        print(f"{name}=={version}")
