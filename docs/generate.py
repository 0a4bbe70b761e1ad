"""Render the pages of the documentation that follow from the code, and check that they are fresh.

``python docs/generate.py`` writes them; ``--check`` writes nothing and exits with 1 when a file
is stale; ``--notebooks`` runs the example notebook too and stores its outputs; ``--licences``
reads the licences of the libraries in ``lock.txt`` from those installed. Three things are
generated: whole pages (:data:`PAGES`), parts of pages written by hand (between
``<!-- generated: NAME -->`` and ``<!-- end -->``, :data:`PARTS`), and the output under each
``$ daylight ...`` line of a console block. A block whose last line is ``...`` keeps its length; a
command without output below it is left alone.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

from _generate import (
    attempts,
    bonds,
    commands,
    exit_codes,
    facts,
    json_format,
    ledgers,
    libraries,
    limits,
    lists,
    measures,
    notebook,
    packages,
    recognition,
    seats,
    shocks,
    sources,
    states,
    stub,
    tables,
    twins,
    words,
)
from _generate.console import BLOCK, refilled, steps, words_of
from _generate.markdown import DOCS, ROOT

__all__ = ["BLOCK", "PAGES", "PARTS", "filled", "fresh", "main", "steps", "words_of"]

PART = re.compile(r"<!-- generated: ([\w-]+) -->\n(.*?)<!-- end -->", re.S)

PAGES: dict[str, Callable[[], str]] = {
    "reference/measures.md": measures.measures_page,
    "reference/tables.md": tables.tables_page,
    "reference/sources.md": sources.sources_page,
    "reference/states.md": states.states_page,
    "reference/peacesciencer.md": twins.twins_page,
    "reference/json.md": json_format.json_page,
    **json_format.schema_pages(),
    "reference/dependencies.md": libraries.libraries_page,
    "../constraints.txt": libraries.constraints,
    "reference/commands.md": commands.commands_page,
    "how-to/exit-codes.md": exit_codes.exit_codes_page,
    "how-to/limits.md": limits.limits_page,
    "../src/daylight/__init__.pyi": stub.stub_page,
}
PARTS: dict[str, Callable[[], str]] = {
    "known-pairs": bonds.known_pairs,
    "relationship-weights": bonds.weights,
    "dependence": bonds.dependence_parts,
    "blocs": lists.bloc_list,
    "issues": lists.issue_list,
    "coverage": lists.coverage_list,
    "holes": lists.holes_list,
    "packages": packages.package_list,
    "seats": seats.seat_list,
    "words": words.word_scales,
    "questions": words.question_list,
    "terms": sources.terms,
    "yearly-facts": sources.yearly_list,
    "ledger-items": ledgers.item_list,
    "kinds-of-fact": facts.kind_list,
    "kinds-of-shock": shocks.kind_list,
    "words-of-attempts": attempts.word_list,
    "outcomes-of-attempts": attempts.outcome_list,
    "shares-of-attempts": attempts.share_list,
    "sources-of-facts": facts.source_list,
    "recognition-rates": recognition.rates,
    "recognition-truce": recognition.truce,
    "recognition-bids": recognition.bids,
    "recognition-amounts": recognition.amounts,
    "recognition-checked": recognition.checked,
}


def filled(text: str) -> str:
    """Return a page with its generated parts and console output fresh."""
    text = PART.sub(lambda m: f"<!-- generated: {m[1]} -->\n{PARTS[m[1]]()}\n<!-- end -->", text)
    return BLOCK.sub(lambda m: f"```console\n{refilled(m[1])}```", text)


def fresh() -> dict[Path, str]:
    """Return every generated file with the contents that it should have."""
    os.environ.pop("DAYLIGHT_ATLAS", None)
    found = {(DOCS / name).resolve(): filled(make()) for name, make in PAGES.items()}
    by_hand = [ROOT / "README.md", ROOT / "DATA-LICENCES.md", *sorted(DOCS.rglob("*.md"))]
    for path in by_hand:
        if path not in found and path.is_file():
            found[path] = filled(path.read_text("utf-8"))
    return found


def main(check: bool) -> int:
    """Write every stale file, or only name them and return 1."""
    stale = {
        path: text
        for path, text in fresh().items()
        if not path.is_file() or path.read_text("utf-8") != text
    }
    for path, text in stale.items():
        print(f"{'stale' if check else 'wrote'}: {path.relative_to(ROOT)}")
        if not check:
            path.write_text(text, "utf-8")
    return int(check and bool(stale))


if __name__ == "__main__":
    if "--notebooks" in sys.argv[1:]:
        notebook.refresh()
    if "--licences" in sys.argv[1:]:
        for gone in libraries.read_licences():
            print(f"not installed, its licence stays as it was: {gone}")
    sys.exit(main("--check" in sys.argv[1:]))
