"""The stub of the package, from which editors and type checkers know its names."""

from __future__ import annotations

import daylight
from daylight.catalogue import CATALOGUE

HEAD = '"""Written by docs/generate.py from the catalogue of questions. Do not edit by hand."""'


def stub_page() -> str:
    """Return an import for every name that ``import daylight`` offers."""
    homes = {name: f"from {module} import {attribute} as {name}"
             for name, (module, attribute) in daylight._HOMES.items()}  # fmt: skip
    for question in CATALOGUE:
        module, _, attribute = question.call.partition(":")
        homes[question.name] = f"from {module} import {attribute} as {question.name}"
    return "\n".join([HEAD, "", *sorted(homes.values())]) + "\n"
