"""The page of the JSON of answers, and the schema of each."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

from daylight.catalogue import CATALOGUE
from daylight.core.answer import SCHEMA_VERSION
from daylight.core.question import Question
from daylight.core.status import STATUSES
from daylight.show.schema import schema

from .markdown import grid, page

MAJOR = SCHEMA_VERSION.split(".")[0]
KEYS = (
    ("schema_version", "version of this layout, as text"),
    (
        "request",
        "what was asked, as it was understood: states, outside power, date, last full year, "
        "options, the command that asks it again, versions of Daylight and of the atlas",
    ),
    ("answer", "the headline, and the findings, each with the values that it rests on"),
    ("...", "what the question itself gives: see its schema"),
    ("caveats", "what limits the answer, each with the parts that it touches"),
    ("sources", "every source: version, years, terms, citation, and the parts that rest on it"),
    ("citation", "how to cite the answer itself, in words"),
)


def name_of(question: Question) -> str:
    """Return the file name of a schema."""
    return f"{question.name}-{MAJOR}.schema.json"


def schema_pages() -> dict[str, Callable[[], str]]:
    """Return the schema of every question, by its place in the documentation."""
    return {f"reference/{name_of(q)}": partial(_schema, q) for q in CATALOGUE}


def _schema(question: Question) -> str:
    return json.dumps(schema(question, CATALOGUE), indent=1, ensure_ascii=False) + "\n"


def json_page() -> str:
    """Describe the JSON of all answers."""
    rows = [
        (f"`daylight {q.command}`", f"`{q.record().__name__}`", f"[schema]({name_of(q)})")
        for q in CATALOGUE
    ]
    return page(
        "JSON of answers",
        "Every question answers in one form. `--format json`, `answer.to_dict()` and "
        "`answer.to_json()` give it. The schemas below are made from the same records that the "
        "text and the page are made from.",
        grid(("key", "what it holds"), [(f"`{k}`" if k != "..." else k, text) for k, text in KEYS]),
        "A brief holds the answers of its sections under their names; their caveats and sources "
        "are those of the brief.",
        "## Schemas",
        grid(("question", "record in Python", "JSON Schema"), rows),
        "## Rules",
        "- A measured number comes as an *estimate*: `value`, `lo`, `hi`, `n`, `status`, `level`. "
        "`lo` and `hi` are the ends of a 90 % interval. A ledger and a chance of a bond carry "
        "`value`, `lo`, `hi`, `status` and `holds`, the chance that what is carried still holds; "
        "an item has them in `points`.\n"
        f"- `status` is one of {', '.join(f'`{s}`' for s in STATUSES)}, or `not_published`: "
        "carried, and too uncertain for a number, so that only `lo` and `hi` are there. Where "
        "there is no value, `value` is null and `status` says why. A null is never a zero.\n"
        "- `evidence` of a finding, `touches` of a caveat and `supports` of a source are JSON "
        "pointers ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)) into the same document. "
        "Every number of an answer lies below a pointer of some source.\n"
        "- Dates are `YYYY-MM-DD`. Floats keep six significant digits. Panels are not rounded.\n"
        "- The same question, Daylight and atlas give the same JSON.",
        "## Versions",
        f"This is version {SCHEMA_VERSION}. The first number grows when a reader could break: a "
        "key removed, renamed, or with another meaning. The second grows when something is "
        "added; the schema of a version allows only what that version has. Numbers can change "
        "without a new version when the atlas is rebuilt: `request.atlas` names the atlas, and "
        "the changelog says so.",
    )
