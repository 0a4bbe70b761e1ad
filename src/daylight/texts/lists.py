"""The lists of words beside the code, each read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, cast


@cache
def words(name: str) -> dict[str, Any]:
    """Return the list ``name.yml``. All in it is text: ``no`` and ``on`` are words here."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    text = files("daylight.texts").joinpath(f"{name}.yml").read_text("utf-8")
    return cast(dict[str, Any], yaml.load(text, Loader=loader))
