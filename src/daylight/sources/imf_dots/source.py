"""Shape the IMF's Direction of Trade Statistics: both reports of each flow, and world totals."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

DYADS, TOTALS, CODES = (
    "dots_dyads_1960_2020.parquet",
    "dots_world_totals_1960_2020.parquet",
    "codes.csv",
)
NO_STATE = (
    "ABW", "AIA", "ANT", "ASM", "BLX", "BMU", "CUW", "FLK", "FRO", "GIB", "GRL", "GUM", "HKG",
    "MAC", "MSR", "NCL", "PSE", "PYF", "SXM", "VAT", "agg",
)  # fmt: skip
"""Territories, aggregates, and Belgium with Luxembourg (to 1996), which is not one state."""
KEY = ["exporter", "importer", "year"]
MISPLACED = {"DZA": ("ZAF", (2017, 2018, 2019, 2020))}
"""Importers whose reports of some years stand against the wrong partners, each with a partner that
shows it: Algeria has two to three billion from South Africa, which reports forty million, and one
from Spain, which reports three thousand."""
SHOWN = 20.0
"""The witness's import is this many times what it reports itself; once it is not, it is mended."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `flows` and `totals`, in millions of current US dollars.

    Returns
    -------
    dict of str to DataFrame
        ``flows``: exporter, importer, year, exports_fob (as the exporter reports), imports_cif
        (as the importer does), exports_estimated, imports_estimated (the IMF's estimate, as a
        rule the other side's report times 1.06 or over it). No cell is zero: what is absent is
        not reported, or none, and the file does not say which. ``totals``: cow, year,
        imports_usd_m (CIF), exports_usd_m (FOB), of all partners.

    Raises
    ------
    SourceChanged
        For an unknown code, a negative value, or a reported zero.
    """
    codes = _codes(files[CODES])
    raw = pl.read_parquet(BytesIO(files[DYADS])).with_columns(_numbers("exp_fob", "imp_cif"))
    _check(raw)
    rows = _withdrawn(raw, log)
    for side in ("exporter", "importer"):
        rows = _numbered(rows, side, codes, log)
    value, mark = _given("exp_fob", "exp_est"), _given("imp_cif", "imp_est")
    flows = (
        rows.select(*KEY, exports_fob=value[0], exports_estimated=value[1], imports_cif=mark[0],
                    imports_estimated=mark[1])
        .filter(pl.any_horizontal(pl.col("exports_fob", "imports_cif").is_not_null()))
    )  # fmt: skip
    log.note("Cells with no value left out: the IMF's estimate is nil", len(rows) - len(flows))
    # South Africa stands under two codes at once: one reports, the other is the partner
    merged = flows.group_by(KEY).agg(pl.all().drop_nulls().first()).sort(KEY)
    own = merged.filter(pl.col("exporter") != pl.col("importer"))
    totals = _totals(files[TOTALS], codes, log)
    return {"flows": own, "totals": totals}


def _numbers(*columns: str) -> pl.Expr:
    """Return columns as numbers: what is no number (NaN) is empty."""
    return pl.col(*columns).cast(pl.Float64).fill_nan(None)


def _check(raw: pl.DataFrame) -> None:
    for value, mark in (("exp_fob", "exp_est"), ("imp_cif", "imp_est")):
        bad = raw.filter((pl.col(value) < 0) | ((pl.col(value) == 0) & ~pl.col(mark)))
        if len(bad):
            raise SourceChanged(
                f"imf_dots: {value} = {bad[value][0]:g} from {bad['exporter'][0]} to "
                f"{bad['importer'][0]} in {bad['year'][0]}: a reported value is expected to be "
                f"above zero, and an absent one empty."
            )


def _withdrawn(raw: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Leave out the reports of importers that stand against the wrong partners.

    Raises
    ------
    SourceChanged
        When the producer has mended them.
    """
    for importer, (witness, years) in MISPLACED.items():
        mine = (pl.col("importer") == importer) & pl.col("year").is_in(list(years))
        known = mine & pl.col("imp_cif").is_not_null()
        if raw.filter(known).is_empty():
            continue
        seen = raw.filter(known & (pl.col("exporter") == witness))
        if seen.filter(pl.col("imp_cif") < SHOWN * pl.col("exp_fob")).height or seen.is_empty():
            raise SourceChanged(
                f"imf_dots: imports of {importer} in {years[0]}-{years[-1]} no longer stand "
                f"against the wrong partners, as those from {witness} show; take {importer} out "
                "of MISPLACED."
            )
        what = f"Imports of {importer} that stand against the wrong partners, left out"
        log.note(what, raw.filter(known).height)
        raw = raw.with_columns(imp_cif=pl.when(~mine).then("imp_cif"))
    return raw


def _given(value: str, mark: str) -> tuple[pl.Expr, pl.Expr]:
    """Return a value above zero as given, and its mark; null for an estimate of nil."""
    some = pl.col(value) > 0
    return (
        pl.when(some).then(value),
        pl.when(some).then(pl.col(mark)),
    )


def _codes(content: bytes) -> pl.DataFrame:
    """Return code, cow, first, last: codes that mean different states in different years."""
    table = pl.read_csv(BytesIO(content), infer_schema=False)
    return table.select(
        "code",
        pl.col("cow", "first", "last").cast(pl.Int16),
    ).with_columns(pl.col("last").fill_null(9999))


def _numbered(rows: pl.DataFrame, side: str, codes: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Return rows with the COW number that the code of one side means in the year."""
    dated = set(codes["code"])
    plain = cow_numbers("imf_dots", set(rows[side]) - dated, no_state=NO_STATE, iso3=True)
    single = pl.DataFrame(
        {"code": list(plain), "cow": list(plain.values())}, {"code": pl.String, "cow": pl.Int16}
    ).with_columns(first=pl.lit(0, pl.Int16), last=pl.lit(9999, pl.Int16))
    table = pl.concat([codes, single]).rename({"code": side})
    year = pl.col("year").cast(pl.Int16)
    joined = rows.with_columns(year).join(table, on=side)
    kept = joined.filter(pl.col("year").is_between("first", "last"))
    log.note(f"Rows whose {side} is no state, or a code out of its years", len(rows) - len(kept))
    return kept.drop(side, "first", "last").rename({"cow": side})


def _totals(content: bytes, codes: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    raw = pl.read_parquet(BytesIO(content)).filter(pl.col("reporter_iso3") != "agg")
    rows = raw.select(
        reporter="reporter_iso3",
        year="year",
        imports_usd_m=_numbers("imports_cif_world"),
        exports_usd_m=_numbers("exports_fob_world"),
    )
    named = _numbered(rows, "reporter", codes, log).rename({"reporter": "cow"})
    values = pl.col("imports_usd_m", "exports_usd_m")
    some = named.with_columns(pl.when(values > 0).then(values).name.keep())
    # repeated reporters are identical; see the notes of the declaration
    return (
        some.filter(pl.any_horizontal(values.is_not_null()))
        .group_by("cow", "year")
        .agg(values.drop_nulls().first())
        .sort("cow", "year")
    )
