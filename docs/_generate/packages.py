"""Part of the page of architecture: the packages in the order of imports, each in a line."""

from __future__ import annotations

import re
from importlib import import_module

from daylight.questions import QUESTIONS

from .markdown import ROOT, first_line, grid

RULE = "- **Imports go one way**"


def package_list() -> str:
    """List every package with what it is for; the order is that of CONTRIBUTING."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rule = next(line for line in text.splitlines() if line.startswith(RULE))
    names = re.findall(r"`(\w+)`", rule.split(". ")[0])
    asked = list(dict.fromkeys(q.call.split(".")[1] for q in QUESTIONS))
    at = names.index("build")
    rows = []
    for name in (*names[:at], *asked, *names[at:]):
        text = first_line(import_module(f"daylight.{name}")).rstrip(".")
        rows.append((f"`{name}`", text))
    return grid(("package", "what it is for"), rows)
