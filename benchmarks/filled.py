"""A page with its marked blocks filled by the figures of a run."""

from __future__ import annotations

import re
from collections.abc import Mapping

BLOCK = re.compile(r"(<!-- (?:validity|bond|coder|claims): ([\w-]+) -->\n).*?(<!-- end -->)", re.S)


def fill(text: str, blocks: Mapping[str, str]) -> str:
    """Return a page with the text between its marks replaced; a mark without block is an error."""
    return BLOCK.sub(lambda m: f"{m[1]}{blocks[m[2]]}\n{m[3]}", text)
