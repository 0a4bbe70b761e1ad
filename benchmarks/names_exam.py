"""Every list of labels in the mirror that carries codes, read as a user would, against its codes.

A label is asked with the year of its row where the list has years, else without a date. Right is
the state of the code, or a refusal where the code is of no state; wrong is another state, or a
state where there is none; refused is a label of a state that was not coded, by status::

    DAYLIGHT_MIRROR=... python benchmarks/names_exam.py [--write]
"""

from __future__ import annotations

import csv
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from daylight.core.states import get
from daylight.naming.column import code_states

PAGE = Path(__file__).parents[1] / "docs" / "methods" / "names.md"
MARKS = ("<!-- measured: names_exam -->\n", "<!-- end -->")
"""Around the table of the page."""
LISTS = Path(__file__).parent / "names_lists.csv"
"""The lists, with the file and the columns of each."""
KNOWN = Path(__file__).parent / "names_known.csv"
"""Codes that a list itself has wrong, each with the reason; they are counted apart."""


def listed(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table of this benchmark."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def table(path: Path) -> pl.DataFrame:
    """Return a file as a frame, its texts as they stand."""
    if path.suffix == ".parquet":
        return pl.read_parquet(path)
    apart = "\t" if path.suffix == ".txt" else ","
    content = path.read_bytes()
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        content = content.decode("cp1252").encode()
    return pl.read_csv(content, infer_schema=False, separator=apart, truncate_ragged_lines=True)


def rows(mirror: Path, file: str, label: str, code: str, year: str | None) -> pl.DataFrame:
    """Return the different labels with their codes; with years, first and last of each."""
    frame = table(mirror / file)
    keys = [
        pl.col(label).cast(pl.String).alias("label"),
        pl.col(code).cast(pl.String).alias("code"),
    ]
    if year is None:
        return (
            frame.select(*keys, year=pl.lit(None, pl.Int64))
            .drop_nulls(["label", "code"])
            .unique(maintain_order=True)
        )
    dated = frame.select(*keys, year=pl.col(year).cast(pl.Float64, strict=False).cast(pl.Int64))
    ends = dated.drop_nulls().group_by("label", "code", maintain_order=True).agg(
        pl.col("year").min().alias("a"), pl.col("year").max().alias("z"))  # fmt: skip
    both = pl.concat(
        [ends.select("label", "code", year="a"), ends.select("label", "code", year="z")]
    )
    return both.unique(maintain_order=True)


def outcomes(found: pl.DataFrame, scheme: str) -> Iterator[tuple[str, str, str]]:
    """Yield outcome, label and detail of each row."""
    years = found["year"].to_list()
    for year in dict.fromkeys(years):
        part = found.filter(pl.col("year").eq_missing(year))
        read = code_states(part["label"], year, "names")
        truth = code_states(part["code"], year, scheme)
        for one, true in zip(read, truth, strict=True):
            detail = f"{year or ''} code {true.input}: {one.status} {one.name or one.note[:70]}"
            yield _outcome(one, true), one.input, detail


def _outcome(one, true) -> str:
    if true.status == "one":
        if one.status == "one":
            same = get(one.cow).lineage == get(true.cow).lineage
            return "right" if same and (one.cow == true.cow or not true.note) else "wrong"
        return one.status
    return "wrong" if one.status == "one" and true.status == "not_a_state" else (
        "right refusal" if one.status != "one" else "no truth")  # fmt: skip


def main() -> None:
    mirror = Path(os.environ["DAYLIGHT_MIRROR"])
    total: Counter[str] = Counter()
    figures: dict[str, Counter[str]] = {}
    known = {(row["list"], row["label"]) for row in listed(KNOWN)}
    for name, file, label, code, year, scheme in (row.values() for row in listed(LISTS)):
        counts: Counter[str] = Counter()
        for outcome, text, detail in outcomes(
            rows(mirror, file, label, code, year or None), scheme
        ):
            if outcome == "wrong" and (name, text) in known:
                outcome = "wrong in the list"
            counts[outcome] += 1
            if outcome not in ("right", "right refusal"):
                print(f"{name:26} {outcome:12} {text!r} {detail}")
        figures[name] = counts
        total += counts
    lines = page(figures, total)
    print("\n".join(lines))
    if "--write" in sys.argv:
        before, _, rest = PAGE.read_text("utf-8").partition(MARKS[0])
        after = rest.partition(MARKS[1])[2]
        PAGE.write_text(
            "".join([before, MARKS[0], "\n".join(lines), "\n", MARKS[1], after]), "utf-8"
        )


def page(figures: dict[str, Counter[str]], total: Counter[str]) -> list[str]:
    """Return the table of the page, a line for each list and one for all."""
    heads = ("list", "labels", "right", "right refusal", "ambiguous", "no state", "unknown",
             "list wrong", "wrong")  # fmt: skip
    head = [f"| {' | '.join(heads)} |"]
    head += ["| --- |" + " ---: |" * 8]
    return head + [_line(name, counts) for name, counts in [*figures.items(), ("all", total)]]


def _line(name: str, counts: Counter[str]) -> str:
    kinds = (
        "right",
        "right refusal",
        "ambiguous",
        "not_a_state",
        "unknown",
        "wrong in the list",
        "wrong",
    )
    known = sum(counts[kind] for kind in kinds)
    return "| " + " | ".join([name, f"{known:,}", *(f"{counts[kind]:,}" for kind in kinds)]) + " |"


if __name__ == "__main__":
    main()
