"""What a page shows of an answer, by the names that templates use."""

from __future__ import annotations

from typing import Any

from daylight.core.answer import Answer
from daylight.core.lazy import load
from daylight.core.said import LIMITS
from daylight.show.page import LONG
from daylight.show.takes import Below
from daylight.show.text import title


def shown(answer: Answer) -> dict[str, Any]:
    """Return the parts of a page of an answer."""
    view = answer.view
    numbers = {source.id: n for n, source in enumerate(answer.sources, start=1)}
    return {
        "answer": answer,
        "rest": answer.headline.removeprefix(answer.lead).strip(),
        "request": answer.request,
        "subject": title(answer.request) or view.asks.rstrip("?"),
        "asks": view.asks,
        "sections": load(view.sections)(answer),
        "scale": [entry.legend() for entry in view.scales(answer)],
        "limits": [c for c in answer.caveats if c.kind in LIMITS],
        "notes": [c for c in answer.caveats if c.kind not in LIMITS],
        "under": Below(answer, numbers, carries=False),  # files have addresses of their own
        "long": LONG,
    }
