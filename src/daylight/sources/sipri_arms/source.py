"""From a user's export of SIPRI's register to volumes by recipient, supplier and year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers
from daylight.sources.sipri_arms.preamble import ALL, covered
from daylight.sources.sipri_arms.read import Register, read_register

MAPPED = {"Congo": 484, "East Germany (GDR)": 265, "Yemen Arab Republic (North Yemen)": 678}
NOBODY = 0
"""Stands for every supplier that is no state: its deliveries are imports all the same."""
NO_STATE = (
    "Aruba", "Biafra", "Katanga", "Northern Cyprus", "Palestine", "Western Sahara",
    "unknown recipient(s)", "unknown supplier(s)",
)  # fmt: skip
"""Parties that are no state and carry no mark."""
MARK = "*"
"""SIPRI's mark after the name of a rebel group (*) or an organisation (**)."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return the tables ``deliveries`` and ``export``.

    Parameters
    ----------
    files : mapping of str to bytes
        One export of the trade register, under any name.
    log : IssueLog
        Receives the vintage, and what has no state on one side.

    Returns
    -------
    dict of str to DataFrame
        ``deliveries``: recipient, supplier (0: no state), year, tiv (millions). In the older
        layout the volume of an order is split evenly over its years of delivery, because the
        register does not say how much came in which: single years are not to be published.
        ``export``: recipient (0: all), start, end (years whose deliveries are whole),
        generated, layout; one row.

    Raises
    ------
    SourceChanged
        When the file is no export of the register from all suppliers, to one recipient or
        all, or has a party that is neither a state nor listed as none.
    """
    if len(files) != 1:
        raise SourceChanged(f"sipri_arms: one export is expected, {len(files)} files were given.")
    ((name, content),) = files.items()
    register = read_register(content, name)
    volumes = _volumes(register)
    labels = [*volumes["recipient"], *volumes["supplier"]]
    numbers = cow_numbers("sipri_arms", labels, mapped=MAPPED, no_state=not_states(labels))
    start, end = covered(register.preamble, int(volumes["year"].max() or 0))  # type: ignore[arg-type]
    table = volumes.with_columns(
        pl.col("recipient", "supplier").replace_strict(
            numbers, default=NOBODY, return_dtype=pl.Int16
        )
    )
    _report(register, table, log)
    kept = table.filter((pl.col("recipient") != NOBODY) & pl.col("year").is_between(start, end))
    single = kept.group_by("recipient", "supplier", "year").agg(pl.col("tiv").sum())
    to = register.preamble.recipients
    one = NOBODY if to == ALL else cow_numbers("sipri_arms", [to], mapped=MAPPED)[to]
    scope = {"recipient": one, "start": start, "end": end}
    export = pl.DataFrame(
        [{**scope, "generated": register.preamble.generated, "layout": register.layout}],
        schema_overrides=dict.fromkeys(scope, pl.Int16),
    )
    return {"deliveries": single.sort("recipient", "supplier", "year"), "export": export}


def not_states(labels: Iterable[str]) -> set[str]:
    """Return the labels that SIPRI marks as groups, and those listed as no state."""
    return {label for label in labels if label.endswith(MARK) or label in NO_STATE}


def _volumes(register: Register) -> pl.DataFrame:
    """Return recipient, supplier, year, tiv by name, split evenly over years of delivery."""
    rows = [
        (entry.recipient, entry.supplier, year, entry.tiv / len(entry.years))
        for entry in register.entries
        for year in entry.years
    ]
    columns = {"recipient": pl.String, "supplier": pl.String, "year": pl.Int16, "tiv": pl.Float64}
    return pl.DataFrame(rows, columns, orient="row")


def _report(register: Register, table: pl.DataFrame, log: IssueLog) -> None:
    made = register.preamble.generated
    log.note(f"SIPRI register generated {made}, layout by {register.layout}", len(register.entries))
    if register.layout == "orders":
        several = sum(len(entry.years) > 1 for entry in register.entries)
        log.warn("orders delivered over several years, split evenly over them", several)
    nobody = table.filter(pl.col("recipient") == NOBODY)
    log.note("deliveries to groups, organisations and unknown recipients left out", len(nobody))
    unknown = table.filter((pl.col("supplier") == NOBODY) & (pl.col("recipient") != NOBODY))
    log.note("deliveries from no state: part of all imports, of no partner's share", len(unknown))
