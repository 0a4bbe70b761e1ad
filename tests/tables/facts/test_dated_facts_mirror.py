"""Dated facts of all pairs on the real files: known pairs, as of their day, and no flood."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from daylight.build.rules.cells import cells
from daylight.build.rules.presence import presence
from daylight.core.lookup import resolve
from daylight.core.partial import PartialDate
from daylight.facts.known import SHOWN, known
from daylight.facts.lines import block
from daylight.facts.read import Rows
from daylight.facts.records import Fact
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.load import load
from daylight.store.schemas.facts import LONGEST
from daylight.tables.facts.steps import STEPS, TABLE
from daylight.tables.step import Inputs

pytestmark = [pytest.mark.mirror, pytest.mark.slow]


@pytest.fixture(scope="module")
def facts() -> pl.DataFrame:
    with pytest.MonkeyPatch.context() as patch:
        folder = Path(__file__).resolve().parents[4] / "shared" / "mirror"
        if folder.is_dir():
            patch.setenv("DAYLIGHT_MIRROR", str(folder))
        (step,) = STEPS
        sources = {name: load(name) for name in step.sources}
        made: pl.DataFrame = step.make(Inputs(step, sources, {}.__getitem__, []))
    return made


@pytest.fixture(scope="module")
def columns(facts: pl.DataFrame) -> Rows:
    return {name: facts[name].to_list() for name in facts.columns}


def told(
    columns: Rows, pair: tuple[str, str], named: str, until: str = "", n: int | None = SHOWN
) -> tuple[Fact, ...]:
    """Return what is known on `until` of two states, called as on the day `named`."""
    a, b = (resolve(code, date.fromisoformat(named)).cow for code in pair)
    return known(columns, a, b, date.fromisoformat(until or named), n)


def test_the_table_keeps_every_rule(facts: pl.DataFrame) -> None:
    last = date(2026, 6, 4)
    for check in (*cells(TABLE, facts, last), *presence(TABLE, facts, last)):
        assert check.passed, check.text


KNOWN = [
    (
        "RUS",
        "IRN",
        "2017-02-01",
        (
            "12 Mar 2001   treaty: neutrality",
            "9 Jun 2010    Russia votes for UN sanctions on Iran (4 since 2006) (UN)",
            "2015          both have troops in battle for Syria, goes on (UCDP)",
        ),
    ),
    (
        "RUS",
        "PRK",
        "2025-06-01",
        (
            "19 Jun 2024   Treaty on Comprehensive Strategic Partnership",
            "4 Dec 2024    in force",
            "2024          DPRK troops fight for Russia",
            "26 May 2022   Russia vetoes a UN draft on North Korea (UN)",
        ),
    ),
    (
        "USA",
        "CAN",
        "2025-06-01",
        (
            "4 Apr 1949    both in NATO: defence, goes on",
            "2020          deep trade agreement: US Mexico Canada Agreement",
        ),
    ),
    (
        "IND",
        "PAK",
        "2025-06-01",
        (
            "7 May 2025    Four-day conflict",
            "1971          war: 1,000 or more dead in a year (UCDP, MID)",
            "2 Jul 1972    Agreement of Simla",
        ),
    ),
    (
        "QAT",
        "SAU",
        "2018-01-01",
        (
            "5 Jun 2017    Relations with Qatar broken, blockade, goes on",
            "25 May 1981   both in the GCC",
            "5 Mar 2014    Ambassador withdrawn from Qatar, to Nov 2014",
        ),
    ),
    (
        "RUS",
        "HUN",
        "1956-12-31",
        (
            "1956          war: 1,000 or more dead in a year",
            "4 Nov 1956    Soviet Union vetoes a UN draft on Hungary (UN)",
            "14 May 1955   both in the Warsaw Pact: defence, goes on",
        ),
    ),
    (
        "GRC",
        "TUR",
        "1974-12-31",
        (
            "1974          use of force in a dispute (MID)",
            "18 Feb 1952   both in NATO: defence, goes on",
            "1974          international crisis",
        ),
    ),
    (
        "DZA",
        "MAR",
        "2025-01-01",
        (
            "24 Aug 2021   Algeria breaks relations with Morocco, goes on",
            "7 Mar 1976    Morocco breaks relations with Algeria, to May 1988",
            "17 Feb 1989   pact of 5 states: defence",
        ),
    ),
    (
        "ARM",
        "AZE",
        "2024-01-01",
        (
            "27 Sep 2020   Second Nagorno-Karabakh war, to 9 Nov 2020",
            "Sep 2022      Azerbaijani attack on Armenia",
            "2020          troops of Armenia fight for rebels against Azerbaijan, to 2023",
        ),
    ),
    (
        "UKR",
        "RUS",
        "2025-01-01",
        (
            "24 Feb 2022   Russia: full-scale invasion, goes on",
            "24 Feb 2022   Ukraine breaks relations with Russia, goes on",
            "31 May 1997   treaty: non-aggression",
            "2014          troops of Russia fight for rebels against Ukraine, to 2022",
        ),
    ),
    (
        "USA",
        "CUB",
        "2016-01-01",
        (
            "3 Jan 1961    United States breaks relations with Cuba, to 20 Jul 2015",
            "20 Jul 2015   Relations restored",
        ),
    ),
    (
        "DEU",
        "FRA",
        "2025-01-01",
        (
            "22 Jan 2019   Treaty of Aachen: defence, goes on",
            "1 Jan 1958    both in the EU, goes on",
            "6 May 1955    both in NATO: defence, goes on",
        ),
    ),
    (
        "GBR",
        "IRL",
        "2022-01-01",
        ("31 Jan 2020   United Kingdom is no longer a full member of the EU",),
    ),
    ("SWE", "FIN", "2024-12-31", ("7 Mar 2024    both in NATO: defence, goes on",)),
]


@pytest.mark.parametrize(
    ("one", "other", "day", "expected"), KNOWN, ids=[f"{k[0]}-{k[1]}" for k in KNOWN]
)
def test_known_pairs(
    columns: Rows, one: str, other: str, day: str, expected: tuple[str, ...]
) -> None:
    found = told(columns, (one, other), day)
    lines = block(found)
    assert len(found) <= SHOWN
    for text in expected:
        assert any(line.startswith(text) for line in lines), (text, lines)
    assert [f.day for f in found] == sorted((f.day for f in found), reverse=True)


def test_the_two_may_stand_in_any_order(columns: Rows) -> None:
    for one, other, day, _ in KNOWN:
        both = (told(columns, pair, day, n=None) for pair in ((one, other), (other, one)))
        assert next(both) == next(both)


@pytest.mark.parametrize("until", ["1956-10-31", "2014-03-01", "2017-02-01", "2022-02-23"])
def test_no_fact_of_later_and_every_source_can_be_cited(columns: Rows, until: str) -> None:
    day = date.fromisoformat(until)
    for one, other, named, _ in KNOWN:
        for fact in told(columns, (one, other), named, until, None):
            assert PartialDate(fact.day, fact.precision).last <= day
            assert fact.held <= day
            assert fact.until is None or fact.until <= day
            assert len(fact.text) <= LONGEST
            assert all(declaration(name).citation_key for name in fact.source)


def test_the_war_on_ukraine_is_not_known_the_day_before(columns: Rows) -> None:
    texts = [f.text for f in told(columns, ("UKR", "RUS"), "2022-02-23", n=None)]
    assert texts
    assert not any("invasion" in text or "breaks relations" in text for text in texts)


def test_no_list_of_one_body_or_dispute_floods(facts: pl.DataFrame) -> None:
    per_text = facts.group_by("source", "text", "day").len()
    general = "war|force|crisis|investment|trade agreement in force"
    same = per_text.filter(~pl.col("text").str.contains(general))
    # the European Union of 2004 and NATO: a pair of each old and new member
    assert same["len"].max() <= 300  # type: ignore[operator]
    assert len(facts) < 30_000
    assert facts.group_by("a", "b").len()["len"].quantile(0.99) <= 25  # type: ignore[operator]


def test_actors_are_of_the_pair(facts: pl.DataFrame) -> None:
    actor = pl.col("actor")
    assert facts.filter((actor != 0) & (actor != pl.col("a")) & (actor != pl.col("b"))).is_empty()


def test_the_table_is_small(facts: pl.DataFrame, tmp_path: Path) -> None:
    facts.write_parquet(tmp_path / "facts.parquet", compression="zstd")
    assert (tmp_path / "facts.parquet").stat().st_size < 500_000
