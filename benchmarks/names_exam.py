"""Every list of labels in the mirror that carries codes, read as a user would, against its codes.

A label is asked with the year of its row where the list has years, else without a date. Right is
the state of the code, or a refusal where the code is of no state; wrong is another state, or a
state where there is none; refused is a label of a state that was not coded, by status::

    DAYLIGHT_MIRROR=... python benchmarks/names_exam.py [--write]
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from daylight.core.states import get
from daylight.naming.column import code_states

FIGURES = Path(__file__).parents[1] / "docs" / "methods" / "names-figures.json"
# Name of the list; file; columns of label, code and year; scheme of the codes.
LISTS = (
    ("UN votes", "unga_votes/countries.csv", "Countryname", "ccode", None, "cow"),
    ("UN votes, ES-11/7", "unga_votes/ES-11_7_yes_no_from_wikipedia.csv", "name", "iso3", None, "iso3"),
    ("COW states", "states/states2016.csv", "statenme", "ccode", "endyear", "cow"),
    ("COW states, by year", "states/cw_gw_panel.parquet", "cw_name", "ccode", "year", "cow"),
    ("Gleditsch-Ward, by year", "states/gw_cw_panel.parquet", "gw_name", "gwcode", "year", "gw"),
    ("countrycode, English", "states/codelist_panel.parquet", "country.name.en", "cown", "year", "cow"),
    ("countrycode, German", "states/codelist_panel.parquet", "country.name.de", "cown", "year", "cow"),
    ("countrycode, Spanish", "states/codelist_panel.parquet", "country.name.es", "cown", "year", "cow"),
    ("countrycode, French", "states/codelist_panel.parquet", "country.name.fr", "cown", "year", "cow"),
    ("countrycode, Italian", "states/codelist_panel.parquet", "country.name.it", "cown", "year", "cow"),
    ("BACI", "energy_trade/baci_country_codes.csv", "country_name", "country_iso3", None, "iso3"),
    ("BACI, numbers", "energy_trade/baci_country_codes.csv", "country_name", "country_code", None, "iso-numeric"),
    ("BACI 2023", "baci_2023_totals/country_labels.csv", "CountryName", "iso3", None, "iso3"),
    ("IMF trade", "imf_dots/dots_names_iso3.csv", "imf_name", "iso3", None, "iso3"),
    ("World Bank GDP", "gdp/gdp.csv", "Country Name", "Country Code", None, "world-bank"),
    ("World Bank population", "gdp/population.csv", "Country Name", "Country Code", None, "world-bank"),
    ("World Bank 2019-24", "gdp_2024/wdi_gdp_population_2019_2024.parquet", "country_name", "iso3", None, "world-bank"),
    ("World Factbook", "gdp_2024/factbook_gdp_official_rate.csv", "name", "iso3", None, "iso3"),
    ("World Factbook, partners", "trade_patches/factbook_trade_partners.csv", "partner", "partner_iso3", None, "iso3"),
    ("World Factbook, FIPS", "trade_patches/factbook_trade_partners.csv", "name", "gec", None, "fips"),
    ("WITS", "trade_patches/wits_top5_partners.parquet", "reporter", "reporter_iso3", None, "iso3"),
    ("WITS, partners", "trade_patches/wits_top5_partners.parquet", "partner", "partner_iso3", None, "iso3"),
    ("DESTA", "desta_2_3/desta_list_of_treaties_02_03_dyads.csv", "country1", "iso1", "year", "iso-numeric"),
    ("DESTA, second", "desta_2_3/desta_list_of_treaties_02_03_dyads.csv", "country2", "iso2", "year", "iso-numeric"),
    ("GSDB targets", "gsdb/gsdb_v4_sender_target_year.parquet", "target", "target_iso3", "year", "iso3"),
    ("GSDB senders", "gsdb/gsdb_v4_sender_target_year.parquet", "sender", "sender_iso3", "year", "iso3"),
    ("ITPD", "itpd/itpd_aggregated_long.parquet", "exporter", "exporter_iso3", "year", "iso3"),
    ("Wikidata embassies", "embassies_wikidata/missions_snapshots.parquet", "operator", "sender_iso3", None, "iso3"),
    ("Wikidata hosts", "embassies_wikidata/missions_snapshots.parquet", "country", "host_iso3", None, "iso3"),
    ("Lowy posts", "lowy_gdi/posts_2016_2023.parquet", "host", "host_iso3", None, "iso3"),
    ("UNCTAD treaties", "unctad_iia_2026/iia_treaties_2026_02.parquet", "party_a", "iso_a", None, "iso3"),
    ("UNCTAD, second", "unctad_iia_2026/iia_treaties_2026_02.parquet", "party_b", "iso_b", None, "iso3"),
    ("US bases", "troops/basedata.csv", "countryname", "ccode", None, "cow"),
    ("US troops", "troops/troopdata-rebuild-country-year.csv", "countryname", "ccode", "year", "cow"),
    ("US troops 2008-25", "troops_2025/us_troops_by_host_quarter_2008_2025.parquet", "countryname", "ccode", "year", "cow"),
    ("Exercises", "troops/mme-v7-long.csv", "country", "gwcode", "year", "gw"),
    ("Kiel", "kiel_ukraine_support/data_explorer.csv", "country", "iso", None, "iso3"),
    ("COW wars", "wars/Inter-StateWarData_v4.0.csv", "StateName", "ccode", "StartYear1", "cow"),
    ("Swap lines", "swap_lines/liquidity_lines_current_v19_upload.csv", "source_country", "ISO_source", None, "iso3"),
    ("CEPII", "geodist/geo_cepii.parquet", "country", "iso3", None, "iso3"),
    ("CEPII, French", "geodist/geo_cepii.parquet", "pays", "iso3", None, "iso3"),
    ("Regimes", "leaders/regime_list.csv", "gwf_country", "cowcode", None, "cow"),
    ("CAMEO", "ontology/CAMEO.country.txt", "LABEL", "CODE", None, "cameo"),
)  # fmt: skip
FAULTS = {
    ("World Bank GDP", "Channel Islands"): "",
}


def table(path: Path) -> pl.DataFrame:
    """Return a file as a frame, its texts as they stand."""
    if path.suffix == ".parquet":
        return pl.read_parquet(path)
    apart = "\t" if path.suffix == ".txt" else ","
    return pl.read_csv(path, infer_schema=False, separator=apart, encoding="utf8-lossy", truncate_ragged_lines=True)


def rows(mirror: Path, file: str, label: str, code: str, year: str | None) -> pl.DataFrame:
    """Return the different labels with their codes; with years, first and last of each."""
    frame = table(mirror / file)
    keys = [pl.col(label).cast(pl.String).alias("label"), pl.col(code).cast(pl.String).alias("code")]
    if year is None:
        return frame.select(*keys, year=pl.lit(None, pl.Int64)).drop_nulls(["label", "code"]).unique(maintain_order=True)
    dated = frame.select(*keys, year=pl.col(year).cast(pl.Float64, strict=False).cast(pl.Int64))
    ends = dated.drop_nulls().group_by("label", "code", maintain_order=True).agg(
        pl.col("year").min().alias("a"), pl.col("year").max().alias("z"))  # fmt: skip
    both = pl.concat([ends.select("label", "code", year="a"), ends.select("label", "code", year="z")])
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
    figures = {}
    for name, file, label, code, year, scheme in LISTS:
        counts: Counter[str] = Counter()
        for outcome, text, detail in outcomes(rows(mirror, file, label, code, year), scheme):
            counts[outcome] += 1
            if outcome not in ("right", "right refusal"):
                print(f"{name:26} {outcome:12} {text!r} {detail}")
        figures[name] = dict(counts)
        total += counts
    print(json.dumps(figures, indent=1))
    print(dict(total), "labels", sum(total.values()))
    if "--write" in sys.argv:
        FIGURES.write_text(json.dumps({"lists": figures, "all": dict(total)}, indent=1) + "\n")


if __name__ == "__main__":
    main()
