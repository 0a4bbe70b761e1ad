"""The three sources under the denominator: real GDP, nominal GDP, US prices."""

from __future__ import annotations

from importlib import resources
from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import BadEncoding, SourceChanged
from daylight.sources.gdp import source as gdp
from daylight.sources.gdp_nominal import source as nominal
from daylight.sources.gdp_nominal.places import AGGREGATES, TERRITORIES
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.load import shape as checked
from daylight.sources.us_prices import source as prices


def packaged(source: str, name: str) -> bytes:
    return resources.files("daylight.sources").joinpath(source, name).read_bytes()


def real(rows: list[tuple[float | None, ...]]) -> dict[str, bytes]:
    names = ["ccode", "year", *gdp.COLUMNS.values()]
    out = BytesIO()
    pl.DataFrame(rows, schema=dict.fromkeys(names, pl.Float64), orient="row").write_parquet(out)
    return {gdp.FILE: out.getvalue()}


FULL = (4252000.0, 1890000.0, 143.5, 9.0, 24000.0, 3000.0)


def test_real_gdp_keeps_mean_and_sd() -> None:
    log = IssueLog("gdp")
    got = gdp.shape(real([(365.0, 2013.0, *FULL), (365.0, 2020.0, *[None] * 6)]), log)["gdp"]
    assert got.rows() == [(365, 2013, *FULL)]
    assert [i.rows for i in log.issues] == [1]


@pytest.mark.parametrize("bad", [(None, *FULL[1:]), (-1.0, *FULL[1:]), (*FULL[:5], 0.0)])
def test_real_gdp_half_missing_or_not_positive_stops(bad: tuple[float | None, ...]) -> None:
    with pytest.raises(SourceChanged, match="365 in 2013"):
        gdp.shape(real([(365.0, 2013.0, *bad)]), IssueLog("gdp"))


HEAD = "Country Name,Country Code,Year,Value\n"


def bank(*lines: str, text: str | None = None) -> dict[str, bytes]:
    body = text if text is not None else HEAD + "\n".join(lines) + "\n"
    return {nominal.FILE: body.encode("utf-8"), "codes.csv": packaged("gdp_nominal", "codes.csv")}


def test_nominal_gdp_drops_aggregates_and_territories() -> None:
    log = IssueLog("gdp_nominal")
    got = nominal.shape(
        bank("Iran,IRN,2013,492775600000", "World,WLD,2013,7e13", "Channel Islands,CHI,2013,1e10"),
        log,
    )["gdp_nominal"]
    assert got.rows() == [(630, 2013, 492775.6)]
    assert [i.rows for i in log.issues][:2] == [1, 1]


@pytest.mark.parametrize(
    ("code", "last_dropped", "cow"), [("DEU", 1989, 255), ("RUS", 1991, 365), ("PAK", 1971, 770)]
)
def test_nominal_gdp_of_another_territory_is_dropped(
    code: str, last_dropped: int, cow: int
) -> None:
    rows = [f"x,{code},{last_dropped},1000000000", f"x,{code},{last_dropped + 1},2000000000"]
    got = nominal.shape(bank(*rows), IssueLog("gdp_nominal"))["gdp_nominal"]
    assert got.rows() == [(cow, last_dropped + 1, 2000.0)]


def test_nominal_gdp_unknown_code_names_where_to_map_it() -> None:
    with pytest.raises(SourceChanged, match=r"'ZZZ'.*codes\.csv"):
        nominal.shape(bank("Zed,ZZZ,2013,1"), IssueLog("gdp_nominal"))


@pytest.mark.parametrize("value", ["0", "-5", ""])
def test_nominal_gdp_not_positive_stops(value: str) -> None:
    with pytest.raises(SourceChanged, match="IRN"):
        nominal.shape(bank(f"Iran,IRN,2013,{value}"), IssueLog("gdp_nominal"))


def test_nominal_gdp_other_encoding_and_layout_stop() -> None:
    spec = declaration("gdp_nominal")
    latin = bank() | {nominal.FILE: (HEAD + "Côte d'Ivoire,CIV,2013,1\n").encode("latin-1")}
    with pytest.raises(BadEncoding):
        checked(spec, latin)
    with pytest.raises(SourceChanged, match=r"gdp\.csv lacks the columns Year, Value"):
        checked(spec, bank(text="name,iso,year,value\nIran,IRN,2013,1\n"))


def test_code_tables_do_not_overlap() -> None:
    codes = pl.read_csv(BytesIO(packaged("gdp_nominal", "codes.csv")))
    assert codes["iso3"].is_unique().all()
    assert codes["cow"].is_unique().all()
    assert not set(codes["iso3"]) & (set(AGGREGATES) | set(TERRITORIES))
    assert not set(AGGREGATES) & set(TERRITORIES)


def cpi(text: str) -> dict[str, bytes]:
    early = packaged("us_prices", "before_1913.csv")
    return {prices.FILE: text.encode("utf-8"), "before_1913.csv": early}


def test_prices_are_linked_at_1913() -> None:
    text = "year,cpi_u_1982_84_100\n1913,9.9\n1914,10.0\n"
    got = prices.shape(cpi(text), IssueLog("us_prices"))["prices"]
    assert got["year"].to_list() == list(range(1870, 1915))
    assert dict(got.select("year", "cpi").rows())[1912] == pytest.approx(29 / 3)
    assert dict(got.select("year", "origin").rows())[1912] == "estimate"
    assert dict(got.select("year", "origin").rows())[1913] == "bls"


@pytest.mark.parametrize("years", [(1914, 1915), (1913, 1915), (1913, 1913)])
def test_prices_with_a_gap_stop(years: tuple[int, int]) -> None:
    text = "year,cpi_u_1982_84_100\n" + "".join(f"{y},10\n" for y in years)
    with pytest.raises(SourceChanged, match="gap"):
        prices.shape(cpi(text), IssueLog("us_prices"))


def test_early_prices_say_how_each_was_confirmed() -> None:
    early = pl.read_csv(BytesIO(packaged("us_prices", "before_1913.csv")))
    assert early["year"].to_list() == list(range(1870, 1913))
    assert set(early["confirmed"]) == {"page", "copy"}


@pytest.mark.mirror
def test_published_numbers(mirror: Path) -> None:
    real_gdp = load("gdp").tables["gdp"]
    russia = real_gdp.filter((pl.col("cow") == 365) & (pl.col("year") == 2013))
    assert russia["gdp_musd2017"].item() == pytest.approx(4.25e6, rel=0.01)
    assert russia["gdp_sd"].item() == pytest.approx(1.89e6, rel=0.01)
    bank_gdp = load("gdp_nominal").tables["gdp_nominal"]
    value = {(c, y): v for c, y, v in bank_gdp.iter_rows()}
    assert value[365, 2013] == pytest.approx(2.29e6, rel=0.01)
    assert value[630, 2022] == pytest.approx(0.41e6, rel=0.02)
    assert (365, 1991) not in value
    level = dict(load("us_prices").tables["prices"].select("year", "cpi").rows())
    assert level[2025] == 321.943
    assert level[1900] == pytest.approx(25 / 3)
