"""The page of what the R package peacesciencer offers, and what stands for it here."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from daylight.panel.columns import span_of
from daylight.store.atlas import current

from .markdown import grid, page


@dataclass(frozen=True)
class Twin:
    """One or more verbs of peacesciencer, and what stands for them.

    Attributes
    ----------
    verbs : tuple of str
    measures : tuple of str
        What to `add`; empty where none does.
    instead : str
        Another way here, or "none, because" with the reason. Empty where measures do.
    differs : str
        Where the values differ.
    """

    verbs: tuple[str, ...]
    measures: tuple[str, ...] = ()
    instead: str = ""
    differs: str = ""


def twins() -> list[Twin]:
    """Return what is listed beside this module, in its order."""
    with Path(__file__).with_name("twins.csv").open(encoding="utf-8", newline="") as file:
        return [
            Twin(
                tuple(row["verbs"].split()),
                tuple(row["measures"].split()),
                row["instead"],
                row["differs"],
            )
            for row in csv.DictReader(file)
        ]


MORE = (
    "sanctions",
    "arms_deliveries",
    "relationship",
    "ideal_point",
    "us_troops",
    "investment_treaty",
)


def twins_page() -> str:
    """List every verb of peacesciencer with its twin, or why there is none."""
    rows = [
        (
            ", ".join(f"`{verb}()`" for verb in twin.verbs),
            _here(twin),
            ", ".join(_years(twin)),
            twin.differs,
        )
        for twin in twins()
    ]
    more = ", ".join(f"[`{name}`](measures.md#{name})" for name in MORE)
    return page(
        "Coming from peacesciencer",
        "What the R package [peacesciencer](https://svmiller.com/peacesciencer/) offers, verb by "
        "verb, and what stands for it here: measures to add to a "
        "[panel](../how-to/panel.md), another way, or none, with the reason. Values are not "
        "always the same; the last column says where. To use both, join on `a_cow`, `b_cow` and "
        "`year` (or `a_gw`, `b_gw`).",
        grid(("peacesciencer", "here", "covered", "difference"), rows),
        f"What it has not, among others: {more}. [All measures](measures.md).",
    )


def _here(twin: Twin) -> str:
    added = ", ".join(f"[`{name}`](measures.md#{name})" for name in twin.measures)
    return twin.instead or added


def _years(twin: Twin) -> Iterator[str]:
    spans = [span_of(current(), name) for name in twin.measures]
    yield from dict.fromkeys(f"{first}-{last}" for first, last in spans)
