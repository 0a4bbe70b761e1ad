"""Whether a text breaks off: in the middle of a sentence, or where one should pay or log in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from daylight.texts.blocks import Block
from daylight.texts.document import Why
from daylight.texts.furniture import key

PAID = (
    "to read", "to continue", "to keep reading", "to unlock", "to finish", "to access",
    "subscribers only", "preview", "for subscribers", "rest of this", "read the full", "read full",
    "réservé aux abonnés",
    "à nos abonnés", "lire la suite", "seguir leyendo", "suscriptores", "weiterlesen", "abonnenten",
    "подписчикам", "чтобы читать",
)  # fmt: skip
"""Words of a note that says the text goes on elsewhere, for some."""
GOES_ON = frozenset({
    "read more", "continue reading", "continue", "read full article", "read full story",
    "read the full article", "read the full story", "read the rest", "more", "see more",
    "keep reading", "lire la suite", "leer más", "seguir leyendo", "weiterlesen", "mehr lesen",
    "читать далее", "читать дальше", "читать полностью", "اقرأ المزيد", "unlock this article",
    "continue reading this article", "view full article",
})  # fmt: skip
"""A line after the text that leads on."""
_CUT = re.compile(
    r"(?:\.\.\.|…|\[\s*(?:\.\.\.|…|more|read more)\s*\]|\(more\))[\s\"'”’)\]]*$", re.I
)
NEAR = 8
"""Lines after the text among which such a note stands."""
_ELSEWHERE = frozenset({"related links", "reader comments", "footer", "author note"})
_WHYS = frozenset({"subscription note", "login note", "reading aid"})


def broken(last: Block | None) -> bool:
    """Whether the last paragraph breaks off: no end of a sentence, or dots."""
    if last is None:
        return False
    return not last.ended or bool(_CUT.search(last.text[-40:]))


def locked(after: Sequence[tuple[Block, Why]]) -> bool:
    """Whether what follows the body says that more of it is to be had elsewhere."""
    for i, (one, why) in enumerate(after[:NEAR]):
        text = key(one.text)
        if why in _ELSEWHERE:
            return False
        if i == 0 and text in GOES_ON:
            return True
        if why in _WHYS and any(phrase in text for phrase in PAID):
            return True
    return False
