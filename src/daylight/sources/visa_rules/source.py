"""From snapshots of visa requirements to one rule for each destination, passport and year."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

FILE = "visa_requirements_2019_2026.parquet"
COLUMNS = ("passport", "destination", "date", "class")
NO_STATE = ("HKG", "MAC", "PSE", "VAT")
RULES = {
    "visa_free": "free", "visa_on_arrival": "arrival", "e_visa": "electronic",
    "eta_or_evisa": "electronic", "visa_required": "required", "event_permit": "required",
    "no_admission": "refused", "covid_ban": None,
}  # fmt: skip
"""An electronic authorisation and an electronic visa are one: the producer wrote ETA for what it
calls e-visa from November 2020. A ban of the pandemic hides the rule that would hold without it."""
OWN = "own"


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``rules``: destination, passport, year, date, rule.

    `rule` is what the destination asks of citizens of the state of the passport: free,
    arrival, electronic, required, refused, or null behind a ban of the pandemic. A year has
    the rules of its last snapshot, whose day is in `date`.

    Raises
    ------
    SourceChanged
        On a missing column, an unknown class or place, or a pair listed twice in a snapshot.
    """
    raw = pl.read_parquet(BytesIO(files[FILE]))
    gone = [name for name in COLUMNS if name not in raw.columns]
    if gone:
        raise SourceChanged(f"visa_rules: {FILE} lacks the columns {', '.join(gone)}.")
    days = raw.select(pl.col("date").unique()).with_columns(
        day=pl.col("date").cast(pl.String).str.to_date()
    )
    last = days.with_columns(year=pl.col("day").dt.year()).sort("day").unique("year", keep="last")
    rows = raw.join(last, on="date").with_columns(
        pl.col("passport", "destination", "class").cast(pl.String)
    )
    strange = sorted(set(rows["class"]) - {*RULES, OWN})
    if strange:
        raise SourceChanged(f"visa_rules: class {strange[0]!r} is not known; map it in RULES.")
    outside = pl.any_horizontal(pl.col("passport", "destination").is_in(NO_STATE))
    log.note("rows of places that are no state, left out", len(rows.filter(outside)))
    kept = rows.filter(~outside & (pl.col("passport") != pl.col("destination")))
    labels = [*kept["passport"].unique(), *kept["destination"].unique()]
    numbers = cow_numbers("visa_rules", labels, no_state=NO_STATE, iso3=True)
    table = kept.select(
        *(
            pl.col(name).replace_strict(numbers, return_dtype=pl.Int16)
            for name in ("destination", "passport")
        ),
        year=pl.col("year").cast(pl.Int16),
        date="day",
        rule=pl.col("class").replace_strict(RULES, return_dtype=pl.String),
    )
    double = table.filter(pl.struct("destination", "passport", "year").is_duplicated())
    if len(double):
        raise SourceChanged(f"visa_rules: {double.row(0)} is one of two rows of its snapshot.")
    banned = table.filter(pl.col("rule").is_null())
    log.note("rules hidden by a ban of the pandemic, not known", len(banned))
    return {"rules": table.sort("year", "destination", "passport")}
