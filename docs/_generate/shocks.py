"""The table of kinds of shock."""

from __future__ import annotations

from daylight.store.schemas.shocks import KINDS

from .markdown import grid


def kind_list() -> str:
    """List every kind and what it is."""
    return grid(("kind", "what it is"), [(f"`{kind}`", text) for kind, text in KINDS.items()])
