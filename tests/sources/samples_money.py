"""Small valid files of the sources of trade, money and energy."""

from __future__ import annotations

import io
from collections.abc import Callable

import polars as pl
import test_aid
import test_baci_totals
import test_bits
import test_cow_trade
import test_desta
import test_desta_2_3
import test_eia
import test_energy
import test_fdi
import test_gdp_newest
import test_gdp_sources
import test_icio
import test_iia
import test_imf_dots
import test_imts
import test_itpd
import test_ukraine_support
from sample_files import Files

from daylight.sources.bits.source import IN_FORCE, TERMINATED
from daylight.sources.imts.source import EXPORT, IMPORT


def baci_totals() -> Files:
    return test_baci_totals.files(
        ("CHN", "RUS", 2023, 2_000_000.0, "flow", "exporter_only"),
        ("RUS", "KOR", 2023, None, "not_observable", "neither"),
        ("ITA", "HKG", 2023, None, "no_flow_recorded", "both"),
    )


def bits() -> Files:
    over = ("RUS", "CHN", TERMINATED, "1990-07-21", "1991-07-26", "2009-05-01")
    hong_kong = ("HKG", "IRN", IN_FORCE, "2000-01-01", "2001-01-01", None)
    return test_bits.files(test_bits.LIVE, over, hong_kong)


def cow_trade() -> Files:
    dyads = [(2, 200, 1950, 10.0, 20.0), (2, 220, 1950, 1.0, None), (20, 365, 1960, 0.0, 5.5)]
    return test_cow_trade.files(dyads, [(2, 1950, 30.0, 40.0), (255, 1965, 1.0, 2.0)])


def desta() -> Files:
    joined = test_desta.dyad("Russia", "Armenia", "1+1", "2005", "accession")
    second = test_desta.dyad("Russia", "Iran", "2", "2005")
    hand = {"replaced": "1,2,c\n", "ended": "1,365,,2010,c\n"}
    return test_desta.files(test_desta.BASE, joined, second, depths="1,3\n2,7\n", **hand)


def desta_2_3() -> Files:
    return test_desta_2_3.files(
        ("Russia", "Iran", "1", "1", "One", "base_treaty", 2000, 2001),
        ("Russia", "Armenia", "1+1", "1", "Côte", "accession", 2004, "NA"),
    )


def eia() -> Files:
    return test_eia.files((2012, "NGA", "GBR", 1), (2012, "RUS", "BLR", 4), (2012, "MAC", "DNK", 1))


def energy() -> Files:
    rows = (("RUS", "CHN", 7.0), ("IRN", "S19", 1.0), ("ABW", "COL", 3.0))
    return test_energy.files(*(test_energy.row(*row) for row in rows))


def fdi() -> Files:
    rows = [(2010, 5877.9, None, "BLR", "RUS"), (2011, 1.0, 4.0, "BGR", "SRB")]
    out = io.BytesIO()
    pl.DataFrame(rows, test_fdi.COLUMNS, orient="row").write_parquet(out)
    return {test_fdi.FILE: out.getvalue()}


def gdp_factbook() -> Files:
    return test_gdp_newest.book(
        "y,Yemen,YEM,2024,2.5e10,t", "t,Taiwan,TWN,2023,6e11,t", "k,Kosovo,,2024,100,t"
    )


def gdp_nominal() -> Files:
    return test_gdp_sources.bank(
        "Iran,IRN,2013,492775600000", "World,WLD,2013,7e13", "Channel Islands,CHI,2013,1e10"
    )


def gdp_recent() -> Files:
    return test_gdp_newest.wdi(
        ("RUS", 2024, 2.19e12, 1.44e8), ("YEM", 2024, None, 4e7), ("HKG", 2024, 1.0, 1.0)
    )


def icio() -> Files:
    return test_icio.files(("CHN", "USA", 2022, 5.0, 4.0, 1.0), ("ROW", "USA", 2022, 5.0, 4.0, 1.0))


def iia() -> Files:
    bare = (None, None, IN_FORCE, "2015-03-03", "2016-03-03", None)
    old = test_iia.OLD
    return test_iia.files(old, test_iia.NEW, bare, hand="None - None BIT,KHM,RUS,,title\n")


def imf_dots() -> Files:
    flows = (
        ("RUS", "IRN", 2019, 10.0, 12.0, False, False),
        ("DEU", "USA", 1985, 0.0, 3.0, True, False),
        ("HKG", "USA", 1985, None, 3.0, None, False),
    )
    world = (("Germany", "DEU", 1985, 5.0, None), ("World", "agg", 1985, 9.0, 9.0))
    return test_imf_dots.files(*flows, world=world)


def imts() -> Files:
    rows = (("USA", "CHN", 2023, EXPORT, 100.0), ("RUS", "CHN", 2023, IMPORT, 50.0))
    return test_imts.files(*rows, means="RUS,BLR,34816,\nRUS,UZB,9000.5,uzb_about_3x\n")


def ukraine_support() -> Files:
    return test_ukraine_support.files(
        "Poland,POL,2022,3,0.5,0.1,0.1,0.3", "Poland,POL,2022,4,0.2,0,0,0.2", "EU,EU,2022,4,1,1,0,0"
    )


def us_prices() -> Files:
    return test_gdp_sources.cpi("year,cpi_u_1982_84_100\n1913,9.9\n1914,10.0\n1915,10.1\n")


SAMPLES: dict[str, Callable[[], Files]] = {
    "aid": lambda: test_aid.files(("Ukraine", "United States", 217.34), ("Niue", "Japan", 1.0)),
    "baci_totals": baci_totals,
    "bits": bits,
    "cow_trade": cow_trade,
    "desta": desta,
    "desta_2_3": desta_2_3,
    "eia": eia,
    "energy": energy,
    "fdi": fdi,
    "gdp": lambda: test_gdp_sources.real([(365.0, 2013.0, *test_gdp_sources.FULL)]),
    "gdp_factbook": gdp_factbook,
    "gdp_nominal": gdp_nominal,
    "gdp_recent": gdp_recent,
    "icio": icio,
    "iia": iia,
    "imf_dots": imf_dots,
    "imts": imts,
    "itpd": lambda: test_itpd.files((2013, "RUS", "IRN", 1237.0), (2013, "RUS", "PSE", 2.0)),
    "ukraine_support": ukraine_support,
    "us_prices": us_prices,
}
