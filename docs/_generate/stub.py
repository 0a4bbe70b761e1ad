"""The stub of the package, from which editors and type checkers know its names."""

from __future__ import annotations

import daylight
from daylight.catalogue import CATALOGUE

HEAD = '"""Written by docs/generate.py from the catalogue of questions. Do not edit by hand."""'


def stub_page() -> str:
    """Return every name that ``import daylight`` offers, with where it comes from."""
    homes = dict(daylight._HOMES)
    for question in CATALOGUE:
        module, _, attribute = question.call.partition(":")
        homes[question.name] = (module, attribute)
    imports, names = [], []
    for name, (module, attribute) in homes.items():
        # A stub passes on only what is imported under its own name.
        own = name if name == attribute else f"_{attribute}"
        imports.append(f"from {module} import {attribute} as {own}")
        names += [] if name == attribute else [f"{name} = {own}"]
    return "\n".join([HEAD, "", *sorted(imports), "", *sorted(names)]) + "\n"
