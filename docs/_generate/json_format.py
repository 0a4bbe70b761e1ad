"""The page of the JSON of a brief, and its schema."""

from __future__ import annotations

import json

from pydantic import TypeAdapter

from daylight.briefs.records import SCHEMA_VERSION, Brief
from daylight.core.status import STATUSES

from .markdown import grid, page

KEYS = {
    "schema_version": "version of this layout, as text",
    "request": "what was asked, as it was understood: states, date, last full year, the command "
    "that asks it again, versions of Daylight and of the atlas",
    "answer": "the headline, one finding for each section with the fields it rests on, and the "
    "scale of words",
    "bond": "military, political, economic and overall position with interval, rank, components, "
    "history and neighbours",
    "divergence": "agreement and kappa by issue, pooled and by year, with the number of votes",
    "blocs": "blocs shared, of one side only, and looser standings, each with its citation",
    "sources": "every source behind the numbers: version, coverage, terms, citation, address",
    "caveats": "what limits the answer: coverage, definition, data or method",
}


def json_page() -> str:
    """Describe the JSON of a brief."""
    keys = list(Brief.__dataclass_fields__)
    major = SCHEMA_VERSION.split(".")[0]
    return page(
        "JSON of a brief",
        "`daylight brief A B --format json` prints one object; a command whose output is piped "
        f"prints JSON without asking. The full description is the JSON Schema "
        f"[brief-{major}.schema.json](brief-{major}.schema.json), made from the same records that "
        "the text and the page are made from.",
        grid(("key", "what it holds"), [(f"`{k}`", KEYS[k]) for k in keys]),
        "## Rules",
        "- A measured number comes as an *estimate*: `value`, `lo`, `hi`, `n`, `status`, `level`. "
        "`lo` and `hi` are the ends of a 90 % interval. A dimension carries its position in "
        "fields of the same names.\n"
        f"- `status` is one of {', '.join(f'`{s}`' for s in STATUSES)}. Where there is no value, "
        "`value` is null and `status` says why. A null is never a zero.\n"
        "- Dates are `YYYY-MM-DD`. Floats are rounded to six decimals, so a fraction below half a "
        "millionth reads as 0; its `status` is still `observed`. Panels are not rounded.\n"
        "- The same question, Daylight and atlas give the same JSON.",
        "## Versions",
        f"This is version {SCHEMA_VERSION}. The first number grows when a reader could break: a "
        "key removed, renamed, or with another meaning. The second grows when something is "
        "added. Readers should ignore keys that they do not know. Numbers can change without a "
        "new version when the atlas is rebuilt: `request.atlas` names the atlas, and the "
        "changelog says so.",
    )


def schema_page() -> str:
    """Return the JSON schema of a brief."""
    schema = TypeAdapter(Brief).json_schema(mode="serialization")
    return json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
