"""Codes of states in the schemes of other data sets: writes the registry's ``codes.csv``.

Reads the country-year list of the countrycode project in the mirror of sources for single facts,
and adds codes that are no longer given out. A row says that a code means these COW numbers, of
which the date chooses, or a place that is no state, by its ISO 3166-1 alpha-2 code::

    DAYLIGHT_MIRROR=... python benchmarks/names_codes.py
"""

from __future__ import annotations

import csv
import os
from collections import defaultdict
from pathlib import Path

import polars as pl

OUT = Path(__file__).parents[1] / "src" / "daylight" / "core" / "registry" / "codes.csv"
COLUMNS = {
    "iso2": "iso2c", "iso-numeric": "iso3n", "gw-letters": "gwc", "imf": "imf", "fips": "fips",
    "world-bank": "wb", "vdem": "vdem", "polity": "p5n", "polity-letters": "p5c", "ioc": "ioc",
    "cameo": "iso3c",
}  # fmt: skip
OLDER = {
    "iso2": {"SU": "365", "YU": "345", "CS": "315;345", "DD": "265", "YD": "680", "BU": "775",
             "DY": "434", "HV": "439", "RH": "552", "TP": "860", "VD": "816", "ZR": "490",
             "AN": "AN", "XK": "347", "UK": "200", "EL": "350"},
    "iso3": {"BUR": "775", "BYS": "370", "DHY": "434", "HVO": "439", "RHO": "552", "ROM": "360",
             "SCG": "345", "SUN": "365", "TMP": "860", "VDR": "816", "YUG": "345", "ZAR": "490",
             "ANT": "AN"},
    "iso-numeric": {"58": "BLX", "200": "315", "230": "530", "251": "220", "278": "265",
                    "280": "260", "490": "713", "530": "AN", "579": "385", "590": "95",
                    "699": "750", "720": "680", "736": "625", "757": "225", "810": "365",
                    "842": "2", "886": "678", "890": "345", "891": "345", "158": "713"},
    "world-bank": {"ADO": "232", "IMY": "IM", "KSV": "347", "ROM": "360", "TMP": "860",
                   "WBG": "PS", "ZAR": "490", "YUG": "345", "CHI": "GG"},
    "cameo": {"ROM": "360", "TMP": "860", "MTN": "341", "IMY": "IM", "WSB": "PS", "GZS": "PS",
              "SCG": "345", "YUG": "345", "SUN": "365", "CSK": "315", "DDR": "265", "ANT": "AN"},
    "fips": {"LO": "315", "YI": "345", "SR": "345", "ZR": "490", "GE": "265", "UR": "365",
             "YO": "345", "WE": "PS", "GZ": "PS", "NT": "AN", "EK": "411", "RI": "345",
             "KV": "347", "OD": "626", "MJ": "341", "RS": "365"},
    "gw-letters": {"DRV": "816"},
    "polity": {"364": "365", "347": "345", "529": "530", "769": "770", "818": "816",
               "341": "347", "342": "345", "348": "341", "99": "100", "525": "626", "626": "625"},
}  # fmt: skip
"""ISO 3166-3, UN M49, the lists of the World Bank and of CAMEO, FIPS 10-4, Polity 5, V-Dem."""
NEWER = {"RS": "345", "VA": "VA"}
"""Serbia, which the list leaves without a COW number, and the Holy See, not the Papal States."""
CITED = {
    "iso2": "ISO 3166-1; ISO 3166-3", "iso3": "ISO 3166-3", "iso-numeric": "ISO 3166-1; UN M49",
    "gw-letters": "Gleditsch and Ward 1999", "imf": "IMF country codes",
    "fips": "FIPS 10-4",
    "world-bank": "World Bank list of economies", "vdem": "V-Dem country units",
    "polity": "Polity 5", "polity-letters": "Polity 5", "ioc": "International Olympic Committee",
    "cameo": "CAMEO 1.1b3, chapter 4",
}  # fmt: skip


def rows(panel: pl.DataFrame) -> dict[tuple[str, str], str]:
    """Return what each code means."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    of_states = set(panel.drop_nulls("cown")["iso2c"].drop_nulls()) - {"VA"}
    for scheme, column in COLUMNS.items():
        rows = panel.select(
            pl.col(column).alias("code"), pl.col("cown").cast(int).alias("cow"), iso2="iso2c"
        )
        by_code: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
        for code, cow, iso2 in rows.drop_nulls("code").unique().iter_rows():
            states, places = by_code[str(int(code)) if isinstance(code, float) else str(code)]
            if iso2 in NEWER or cow is not None:
                states.add(NEWER.get(iso2) or str(cow))
            elif iso2:
                places.add(iso2)
        for code, (states, places) in by_code.items():
            if states or places - of_states:
                found[scheme, code] = states or places - of_states
    meant = {key: ";".join(sorted(states)) for key, states in found.items()}
    for scheme, codes in OLDER.items():
        for code, states in codes.items():
            meant.setdefault((scheme, code), states)
    return meant


def main() -> None:
    mirror = Path(os.environ["DAYLIGHT_MIRROR"])
    meant = rows(pl.read_parquet(mirror / "states" / "codelist_panel.parquet"))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["scheme", "code", "means", "citation"])
        for (scheme, code), states in sorted(meant.items()):
            out.writerow([scheme, code, states, CITED[scheme]])


if __name__ == "__main__":
    main()
