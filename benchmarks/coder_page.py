"""The tables of the page of the event coder, from the figures of its exam."""

from __future__ import annotations

from typing import Any

ROWS = (
    ("examples with a root", "examples", ""),
    ("macro-F1 of roots", "root_macro_f1", ".2f"),
    ("root right", "root_accuracy", ".0%"),
    ("first two digits of the CAMEO code right", "two_digits", ".0%"),
    ("source and target right", "actors", ".0%"),
    ("mere statements (01) left without an event", "statements_left_alone", ".0%"),
)


def _shown(value: Any, form: str) -> str:
    return "not measured" if value is None else format(value, form).replace("%", " %")


def blocks(found: dict[str, Any]) -> dict[str, str]:
    """Text of each block."""
    fitted, held = found["fitted"], found["held_out"]
    lines = ["| | fitted two thirds | held-out third |", "| --- | --- | --- |"]
    for label, key, form in ROWS:
        lines.append(f"| {label} | {_shown(fitted[key], form)} | {_shown(held[key], form)} |")
    by_root = ["| root | fitted | held out |", "| --- | --- | --- |"]
    for root in sorted(set(fitted["f1"]) | set(held["f1"])):
        a, b = fitted["f1"].get(root), held["f1"].get(root)
        by_root.append(f"| {root} | {_shown(a, '.2f')} | {_shown(b, '.2f')} |")
    pace = f"{found['sentences_a_second']:,} sentences a second on one core."
    return {"exam": "\n".join(lines), "roots": "\n".join(by_root), "speed": pace}
