"""DESTA 2.3: depth counted from the coding, spells that only 2.2 has, nothing null read as zero."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.errors import SourceChanged
from daylight.sources.desta.source import INDICES
from daylight.sources.desta_2_3.depth import COLUMNS, PROVISIONS, provisions
from daylight.sources.desta_2_3.in_force import END, agreements, merged
from daylight.sources.desta_2_3.source import CODING, DYADS, WITHDRAWALS, shape
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables, load

KEYS = ("country1", "country2", "number", "base_treaty", "name", "entry_type", "year",
        "entryforceyear")  # fmt: skip
DYAD = {"a": pl.Int16, "b": pl.Int16, "number": pl.String, "base": pl.String, "name": pl.String}
DYAD |= {"start": pl.Int16, "depth": pl.Int16}
LEFT = {"a": pl.Int16, "b": pl.Int16, "base": pl.String, "year": pl.Int16}
BY = {"base": pl.String, "by": pl.String, "citation": pl.String}
OVER = {"base": pl.String, "cow": pl.Int16, "partner": pl.Int16, "year": pl.Int16}
OVER |= {"citation": pl.String}
Dyad = tuple[int, int, str, int, int | None]


def coding(**values: float) -> pl.DataFrame:
    full = dict.fromkeys(COLUMNS, 0.0) | values
    return pl.DataFrame({name: [float(value)] for name, value in full.items()})


def test_each_provision_adds_one_and_a_services_agreement_is_no_free_trade_area() -> None:
    assert provisions(coding())["depth"].item() == 0
    assert provisions(coding(mar_typedepth=2, proc_prov=2, comp_chap=1))["depth"].item() == 3
    assert provisions(coding(mar_typedepth=4, proc_prov=1))["depth"].item() == 0
    assert provisions(coding(tbt_prov=1, sps_prov=1))["depth"].item() == 1


def test_what_is_not_coded_leaves_the_depth_unknown_unless_another_column_shows_it() -> None:
    null = coding().with_columns(ipr_nt=pl.lit(None, pl.Float64))
    assert provisions(null)["depth"].item() is None
    shown = coding(ipr_mfn=1).with_columns(ipr_nt=pl.lit(None, pl.Float64))
    assert provisions(shown)["depth"].item() == 1


@given(st.dictionaries(st.sampled_from(COLUMNS), st.sampled_from([0.0, 1.0, 2.0, 3.0, 5.0])))
def test_depth_is_zero_to_seven(values: dict[str, float]) -> None:
    found = provisions(coding(**values))
    assert found["depth"].item() == sum(found[name].item() for name in PROVISIONS)


def csv(*rows: tuple[object, ...], head: tuple[str, ...] = KEYS) -> bytes:
    lines = [",".join(head), *(",".join("" if v is None else str(v) for v in r) for r in rows)]
    return ("\n".join(lines) + "\n").encode("latin-1")


def files(*dyads: tuple[object, ...], code: bytes | None = None) -> dict[str, bytes]:
    gone = ("Russia", "Iran", "1_1", "1", "Withdrawal", "withdrawal", 2010, None)
    head = ("number", *COLUMNS)
    base = csv(("1", 2, *([0] * (len(COLUMNS) - 1))), head=head)
    return {DYADS: csv(*dyads), WITHDRAWALS: csv(gone), CODING: code or base}


def test_an_accession_has_the_depth_of_what_it_joins_and_a_new_text_its_own_or_none() -> None:
    got = shape(
        files(
            ("Russia", "Iran", "1", "1", "One", "base_treaty", 2000, 2001),
            ("Russia", "Armenia", "1+1", "1", "Joined", "accession", 2004, 2005),
            ("Russia", "Iran", "1a", "1", "Again", "consolidated", 2008, 2009),
            ("Russia", "Serbia", "2", "2", "Dormant", "base_treaty", 2008, None),
        ),
        IssueLog("desta_2_3"),
    )["dyads"]
    assert got.select("a", "b", "number", "start", "depth").rows() == [
        (365, 630, "1", 2001, 1),
        (365, 371, "1+1", 2005, 1),
        (365, 630, "1a", 2009, None),
    ]


def test_a_file_saved_anew_as_utf_8_is_read_as_one_in_latin_1() -> None:
    row = ("Russia", "Iran", "1", "1", "Côte", "base_treaty", 2000, 2001)
    plain = files(row)
    anew = plain | {DYADS: b"\xef\xbb\xbf" + plain[DYADS].decode("latin-1").encode()}
    one, other = (shape(given, IssueLog("desta_2_3"))["dyads"] for given in (plain, anew))
    assert one.equals(other)
    assert one["name"].item() == "Côte"


def test_an_unknown_kind_stops() -> None:
    row = ("Russia", "Iran", "1", "1", "One", "rumour", 2000, 2001)
    with pytest.raises(SourceChanged, match="rumour"):
        shape(files(row), IssueLog("desta_2_3"))


def tables(*dyads: Dyad, by: tuple[tuple[str, str], ...] = ()) -> Tables:
    full = [(a, b, n, n.split("+")[0], n, start, depth) for a, b, n, start, depth in dyads]
    return {
        "dyads": pl.DataFrame(full, DYAD, orient="row"),
        "withdrawals": pl.DataFrame([], LEFT, orient="row"),
        "replaced": pl.DataFrame([(*row, "c") for row in by], BY, orient="row"),
        "ended": pl.DataFrame([], OVER, orient="row"),
    }


def by_year(old: Tables, new: Tables) -> dict[int, tuple[int | None, bool]]:
    return {
        y: (d, i) for y, d, i in agreements(old, new).select("year", "depth", "inherited").rows()
    }


def test_an_interim_agreement_that_the_new_release_writes_over_is_kept() -> None:
    found = by_year(tables((365, 630, "995", 2019, None)), tables((365, 630, "995", 2025, 2)))
    assert found == {**dict.fromkeys(range(2019, 2025), (None, False)), 2025: (2, False)}


def test_a_date_that_the_new_release_takes_back_is_gone() -> None:
    old = tables((640, 660, "1101", 2010, 2), (2, 20, "1", 2020, 1))
    assert merged(old, tables((2, 20, "1", 2020, 1)))["dyads"].height == 1


def test_an_uncoded_text_inherits_what_it_replaces_and_says_so() -> None:
    old = tables((2, 20, "636", 1994, 7), by=(("636", "1007"),))
    new = tables((2, 20, "636", 1994, 7), (2, 20, "1007", 2020, None), (2, 20, "3", 1990, 1))
    found = by_year(old, new)
    assert found[1993] == (1, False)
    assert found[2019] == (7, False)
    assert found[2020] == (7, True), "a null read as zero, or as the older text, is wrong"
    assert max(found) == END


def test_after_a_year_without_agreement_nothing_is_inherited() -> None:
    old = tables((2, 20, "1", 1990, 5), by=(("1", "2"),))
    old["ended"] = pl.DataFrame([("1", None, None, 2000, "c")], OVER, orient="row")
    found = by_year(old, tables((2, 20, "1", 1990, 5), (2, 20, "2", 2010, None)))
    assert found[2000] == (5, False)
    assert 2005 not in found
    assert found[2010] == (None, False)


@given(st.lists(st.tuples(st.integers(1950, 2024), st.none() | st.integers(0, 7)), min_size=1,
                max_size=5))  # fmt: skip
def test_depth_is_known_from_the_first_coded_text_on(texts: list[tuple[int, int | None]]) -> None:
    new = tables(*((2, 20, str(k), year, depth) for k, (year, depth) in enumerate(texts)))
    found = by_year(tables(), new)
    assert set(found) == set(range(min(year for year, _ in texts), END + 1))
    first = min((year for year, depth in texts if depth is not None), default=END + 1)
    assert {year for year, (depth, _) in found.items() if depth is not None} == set(
        range(first, END + 1)
    )


@pytest.mark.mirror
def test_the_rules_give_the_published_index_on_every_text(mirror: Path) -> None:
    path = mirror / "desta" / INDICES
    published = pl.read_csv(BytesIO(path.read_bytes()), infer_schema=False)
    found = load("desta_2_3").tables["coding"].join(published, on="number", suffix="_2_2")
    assert len(found) == 692
    known = found.drop_nulls("depth")
    assert len(known) == 681
    assert (known["depth"] == known["depth_index"].cast(pl.Int16)).all()
    for name in PROVISIONS:
        both = found.drop_nulls(name)
        assert (both[name] == (both[f"{name}_2_2"] == "1")).all(), name


@pytest.mark.mirror
def test_known_pairs(mirror: Path) -> None:
    found = agreements(load("desta").tables, load("desta_2_3").tables)

    def depth(a: int, b: int, year: int) -> int | None:
        row = found.filter(
            (pl.col("cow") == a) & (pl.col("partner") == b) & (pl.col("year") == year)
        )
        return row["depth"].item()

    assert depth(2, 20, 2025) == depth(2, 70, 2025) == 7, "USMCA"
    assert depth(365, 370, 2020) == 6, "Eurasian Economic Union"
    assert depth(200, 220, 2022) == 7, "United Kingdom and Union"
    assert depth(365, 630, 2022) is None
    assert depth(365, 630, 2025) == 2
    known = found.filter(pl.col("year") == 2023)
    assert known["depth"].null_count() < 40 < len(known) == 6976
