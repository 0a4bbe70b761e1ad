"""From the curated list of disputed places to checked rows with names and partial dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl

from daylight.core.errors import DaylightError, SourceChanged
from daylight.core.lookup import resolve
from daylight.core.visible import quoted
from daylight.sources.kit.curated import check_words, first_day, last_day, precision, read_facts
from daylight.sources.kit.issues import IssueLog
from daylight.store.schemas.geography import CONFIRMED, DRAWN

SOURCE, FILE = "disputed_places", "places.csv"
COLUMNS = (
    "place", "drawn", "unit", "lon", "lat", "holder", "claimant", "start", "end", "citation",
    "confirmed", "note",
)  # fmt: skip
OTHERS = (
    "Abkhazia", "Nagorno-Karabakh", "Northern Cyprus", "Palestine", "Sahrawi Republic",
    "Somaliland", "South Ossetia", "Transnistria",
)  # fmt: skip
"""Holders and claimants that the state system does not count."""
NO_STATE = "no state"
KINDS: dict[str, Any] = {
    "place": pl.String, "drawn": pl.String, "unit": pl.String, "lon": pl.Float32,
    "lat": pl.Float32, "holder": pl.String, "claimant": pl.String, "start": pl.Date,
    "start_precision": pl.String, "end": pl.Date, "end_precision": pl.String,
    "confirmed": pl.String, "citation": pl.String, "note": pl.String,
}  # fmt: skip


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `places`: who holds and who claims each place, and from when to when.

    Returns
    -------
    dict of str to DataFrame
        `unit` is the shape of Natural Earth that is drawn, or null for a point at `lon`, `lat`
        (degrees). `holder` and `claimant` are names, parted by semicolons. `start` and `end` are
        the first days that the text can mean, `end` null while the dispute goes on; beside them
        stands what is known of each.

    Raises
    ------
    SourceChanged
        For an unknown word, state or date, a row without citation, a place that is neither a
        shape nor a point on the globe, and rows of a place that overlap or run backwards.
    """
    raw = read_facts(files[FILE], SOURCE, FILE, COLUMNS)
    check_words(raw, SOURCE, "drawn", DRAWN)
    check_words(raw, SOURCE, "confirmed", CONFIRMED)
    places = pl.DataFrame([_row(row) for row in raw.iter_rows(named=True)], KINDS)
    _check_order(places)
    weak = len(places.filter(pl.col("confirmed") != "page"))
    log.warn("disputed places whose page was not seen to say all of the row", weak)
    return {"places": places}


def _row(row: dict[str, Any]) -> dict[str, Any]:
    name = row["place"]
    if not name:
        raise SourceChanged(f"{SOURCE}: {FILE} has a row without a place; name it.")
    start, end = first_day(row["start"], SOURCE), row["end"] and first_day(row["end"], SOURCE)
    if end and last_day(row["end"], SOURCE) < start:
        raise SourceChanged(f"{SOURCE}: {quoted(name)} from {start} runs backwards; mend {FILE}.")
    return {
        **row,
        **_where(row),
        "holder": _names(row["holder"], name, start if end else None),
        "claimant": _names(row["claimant"], name, start if end else None),
        "start": start,
        "start_precision": precision(row["start"]),
        "end": end or None,
        "end_precision": precision(row["end"]) if end else None,
    }


def _where(row: dict[str, Any]) -> dict[str, float | None]:
    name = row["place"]
    if row["drawn"] == "shape":
        if not row["unit"] or row["lon"] or row["lat"]:
            raise SourceChanged(f"{SOURCE}: {quoted(name)} is a shape: name its unit, no point.")
        return {"lon": None, "lat": None}
    try:
        lon, lat = float(row["lon"] or "none"), float(row["lat"] or "none")
    except ValueError:
        lon = lat = float("nan")
    if row["unit"] or not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise SourceChanged(f"{SOURCE}: {quoted(name)} is a point: give lon and lat, no unit.")
    return {"lon": lon, "lat": lat}


def _names(text: str | None, place: str, then: date | None) -> str:
    return "; ".join(_name(one, place, then) for one in (text or "").split(";"))


def _name(code: str, place: str, then: date | None) -> str:
    """Return the name of today, or of the day `then` where the dispute is past."""
    if code in OTHERS or code == NO_STATE:
        return code
    try:
        state = resolve(code)
        return state.name_on(then) if then else state.name
    except DaylightError as error:
        raise SourceChanged(f"{SOURCE}: {quoted(place)}: {error}") from None


def _check_order(places: pl.DataFrame) -> None:
    ordered = places.sort("place", "start")
    following = pl.col("start").shift(-1).over("place")
    bad = ordered.filter(pl.col("end").is_null() & following.is_not_null())
    bad = bad.vstack(ordered.filter(following < pl.col("end")))
    if len(bad):
        raise SourceChanged(
            f"{SOURCE}: {quoted(bad['place'][0])} overlaps its next row; mend {FILE}."
        )
