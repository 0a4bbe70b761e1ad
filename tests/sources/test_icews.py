"""ICEWS from a user's files: layouts, what counts once, who is a state, and which years are whole.

All rows are invented; those of the producer may not be passed on.
"""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from importlib import resources
from io import BytesIO
from pathlib import Path
from random import Random

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.errors import BadEncoding, FetchFailed, SourceChanged, UnknownState
from daylight.core.lookup import resolve
from daylight.sources.icews.read import event_files, read_events
from daylight.sources.icews.source import COOPERATION, met, shape
from daylight.sources.icews.years import (
    LEAST_DAYS,
    LEAST_EVENTS,
    days_held,
    missing_days,
    short_months,
    whole_years,
)
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load_supplied, packaged
from daylight.sources.kit.supplied import Supplied, supplied_paths

HEAD = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\t"
    "Intensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\t"
    "City\tDistrict\tProvince\tCountry\tLatitude\tLongitude"
)
NAMES = packaged(declaration("icews"))
Counts = dict[tuple[int, int, int], int]


def row(day: str, one: str, other: str, code: str = "040") -> str:
    start = (
        f'1\t{day}\tSomebody\t"Elite,Government"\t{one}\tinvented\t{code}\t1\tAnother\t\t{other}'
    )
    return start + "\t2\t3\tA Paper\t\t\t\tFrance\t1.0\t2.0"


def table(*rows: str, head: str = HEAD) -> bytes:
    return "\n".join([head, *rows, ""]).encode()


def whole(year: int, without: Callable[[date], bool] = lambda day: False) -> bytes:
    """Return a file with enough events within one country on each day of a year."""
    days = (date(year, 1, 1) + timedelta(k) for k in range(366))
    kept = [d for d in days if d.year == year and not without(d)]
    return table(*(row(str(d), "Fiji", "Fiji") for d in kept for _ in range(LEAST_EVENTS)))


YEAR = {"events.2003.tab": whole(2003)}


def made(
    *rows: str, year: dict[str, bytes] = YEAR, log: IssueLog | None = None
) -> dict[str, pl.DataFrame]:
    return shape({**year, "a.tab": table(*rows), **NAMES}, log or IssueLog("icews"))


def counts(*rows: str) -> Counts:
    found = made(*rows)["cooperation"].iter_rows()
    return {(cow, partner, year): events for cow, partner, year, events in found}


# ---- what counts ---------------------------------------------------------------------------


def test_a_pair_counts_once_for_a_day_and_root_whoever_comes_first() -> None:
    talk = row("2003-05-01", "Iran", "Russian Federation", "042")
    back = row("2003-05-01", "Russian Federation", "Iran", "043")
    assert counts(talk, back, talk) == {(365, 630, 2003): 1}
    other_root = row("2003-05-01", "Iran", "Russian Federation", "057")
    other_day = row("2003-05-02", "Iran", "Russian Federation", "0311")
    assert counts(talk, other_root, other_day) == {(365, 630, 2003): 3}


@pytest.mark.parametrize("code", ["010", "0256", "060", "0841", "111", "1246", "190", "2041"])
def test_comments_appeals_and_deeds_do_not_count(code: str) -> None:
    assert counts(row("2003-05-01", "Iran", "Iraq", code)) == {}
    assert int(code[:2]) not in COOPERATION


def test_files_may_overlap() -> None:
    content = table(row("2003-05-01", "Iran", "Iraq"), row("2003-05-02", "Iran", "Iraq"))
    files = {**YEAR, "20030502-icews-events.tab": content, "b/20030503.tab": content, **NAMES}
    assert shape(files, IssueLog("icews"))["cooperation"].rows() == [(630, 645, 2003, 2)]


def test_two_names_of_one_state_are_one() -> None:
    names = ("Russia", "Russian Federation")
    assert counts(*(row("2003-05-01", "Iran", name) for name in names)) == {(365, 630, 2003): 1}
    assert counts(row("2003-05-01", *names)) == {}


def test_countries_that_are_no_state_are_of_no_pair_but_kept_apart() -> None:
    places = ("Holy See", "Hong Kong", "Hong Kong")
    got = counts(*(row("2003-05-01", "Iran", place) for place in places))
    assert got == {(630, 0, 2003): 2}
    assert counts(row("2003-05-01", "Aruba", "Hong Kong")) == {}


def test_what_has_no_country_or_only_one_is_left_out_and_told() -> None:
    log = IssueLog("icews")
    rows = [row("2003-05-01", "", "Iran"), row("2003-05-01", "Iran", "NA")]
    table_ = made(*rows, row("2003-05-01", "Iran", "Iran"), log=log)["cooperation"]
    assert table_.is_empty()
    told = {issue.text.split(",")[0]: issue.rows for issue in log.issues}
    assert told["events with an actor of no country"] == 2
    assert told["events within one country"] == 365 * LEAST_EVENTS + 1


def test_an_unknown_country_stops() -> None:
    with pytest.raises(
        SourceChanged, match=r"'Atlantis' is no known state; map it in .*names\.csv"
    ):
        made(row("2003-05-01", "Iran", "Atlantis"))


def test_the_list_of_names_is_needed_and_means_what_it_says() -> None:
    rows = pl.read_csv(BytesIO(NAMES["names.csv"]), infer_schema=False)
    assert rows["label"].is_unique().all()
    for label, cow in rows.select("label", "cow").iter_rows():
        if cow:
            assert resolve(int(cow)).cow == int(cow)
        else:
            with pytest.raises(UnknownState):
                resolve(label)


@settings(max_examples=20)
@given(
    st.lists(
        st.tuples(
            st.integers(1, 3), st.sampled_from(["Iran", "Iraq", "Cuba"]),
            st.sampled_from(["Iran", "Iraq", "Cuba"]), st.sampled_from(["030", "042", "0331"]),
        ),
        max_size=12,
    ),
    st.randoms(),
)  # fmt: skip
def test_order_direction_and_repetition_do_not_matter(
    events: list[tuple[int, str, str, str]], shuffled: Random
) -> None:
    def meetings(rows: list[tuple[int, str, str, str]]) -> set[tuple[object, ...]]:
        lines = [row(f"2003-05-0{day}", one, other, code) for day, one, other, code in rows]
        found = read_events("a.tab", table(*lines))
        return set(met(found.filter(pl.col("source") != pl.col("target"))).rows())

    turned = [(day, other, one, code) for day, one, other, code in events]
    mixed = events + turned
    shuffled.shuffle(mixed)
    first = meetings(events)
    assert meetings(mixed) == first
    keys = {(d, *sorted((a, b)), c[:2]) for d, a, b, c in events if a != b}
    assert len(first) == len(keys)


# ---- files ---------------------------------------------------------------------------------


def zipped(members: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return out.getvalue()


def test_packed_files_are_read_as_plain_ones() -> None:
    rows = [row("2003-05-01", "Iran", "Iraq"), row("2003-05-02", "Iran", "Cuba", "0831")]
    plain = read_events("a.tab", table(*rows))
    assert plain.rows() == [
        (date(2003, 5, 1), 4, "Iran", "Iraq"),
        (date(2003, 5, 2), 8, "Iran", "Cuba"),
    ]
    assert read_events("A.TAB.GZ", gzip.compress(table(*rows))).equals(plain)
    members = {"x/one.tab": table(rows[0]), "__MACOSX/._one.tab": b"?", "two.TXT": table(rows[1])}
    assert read_events("a.zip", zipped({**members, "read me.pdf": b"?"})).equals(plain)


def test_layouts_of_the_years_are_read_alike() -> None:
    plain = read_events("a.tab", table(row("2017-12-01", "Iran", "Iraq")))
    other = table(row("12/1/2017", '"Iran"', "Iraq "), head=HEAD.upper().replace(" ", "_"))
    assert read_events("Events.2017.tab", other.replace(b"\n", b"\r\n")).equals(plain)
    assert read_events("a.tab", b"\xef\xbb\xbf" + table(row("2017-12-01", "Iran", "Iraq"))).equals(
        plain
    )
    odd = row("2017-12-01", "Iran", "Iraq").replace("Somebody", "Fran\xe7ois")
    assert read_events("a.tab", f"{HEAD}\n{odd}\n".encode("latin-1")).equals(plain)


@pytest.mark.parametrize(
    ("content", "match"),
    [
        (table(row("2003-05-01", "Iran", "Iraq", "40")), "'40' for a CAMEO code .* zeros at the"),
        (table(row("2003-05-01", "Iran", "Iraq", "841")), "'841' for a CAMEO code"),
        (table(row("2003-05-01", "Iran", "Iraq", "04100")), "'04100' for a CAMEO code"),
        (table(row("2003-05-01", "Iran", "Iraq", "04a")), "'04a' for a CAMEO code"),
        (table(row("1 May 2003", "Iran", "Iraq")), "'1 May 2003' for a day"),
        (table(row("13/1/2017", "Iran", "Iraq")), "'13/1/2017' for a day"),
        (table("1\t2003-05-01\tSomebody"), "None for a CAMEO code"),
        (table(row("2003-05-01", "Iran", "Iraq"), head=HEAD.replace("CAMEO", "")), "no column"),
        (b"", "a.tab is empty"),
        (table(row("2003-05-01", "Ir\0n", "Iraq")), "a.tab, line 2, column 44 has a NUL byte"),
        (b"\xff\xfea\0", "UTF-16"),
        (b"x\t" * 6_000 + HEAD.encode(), "has 6,020 columns"),
    ],
)
def test_what_cannot_be_read_stops(content: bytes, match: str) -> None:
    with pytest.raises((BadEncoding, SourceChanged), match=match):
        read_events("a.tab", content)


def test_a_damaged_or_empty_packed_file_stops() -> None:
    packed = gzip.compress(table(*[row("2003-05-01", "Iran", "Iraq")] * 50))
    for name, content in (("a.gz", packed[:-20]), ("a.gz", b"?"), ("a.zip", packed)):
        with pytest.raises(SourceChanged, match=f"{name} is damaged"):
            read_events(name, content)
    with pytest.raises(SourceChanged, match="no table of events"):
        read_events("a.zip", zipped({"read me.pdf": b"?"}))


def test_a_tab_too_many_shifts_what_is_read_and_stops() -> None:
    rows = row("2003-05-01", "Iran", "Iraq")
    with pytest.raises(SourceChanged, match="'invented' for a CAMEO code"):
        made(rows.replace("Somebody", "Some\tbody"))
    with pytest.raises(SourceChanged, match="'Elite' is no known state"):
        made(rows.replace("Another\t", "An\tother\tElite"))


def test_a_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "yearly").mkdir()
    (tmp_path / "yearly" / "events.2003.zip").write_bytes(
        zipped({"e.tab": YEAR["events.2003.tab"]})
    )
    (tmp_path / "20030502-icews-events.tab").write_bytes(table(row("2003-05-02", "Iran", "Iraq")))
    (tmp_path / "codebook.pdf").write_bytes(b"?")
    (tmp_path / "names.csv").write_bytes(b"mine")
    loaded = load_supplied("icews", tmp_path)
    assert loaded.tables["cooperation"].rows() == [(630, 645, 2003, 1)]
    assert loaded.tables["years"]["year"].to_list() == [2003]
    told = {issue.text: issue.rows for issue in loaded.issues}
    assert told["files that are none of events, left out"] == 1
    assert told["events read from 2 files"] == 365 * LEAST_EVENTS + 1
    with pytest.raises(FetchFailed, match=r"no file at .* Download the events"):
        load_supplied("icews", tmp_path / "none")


def test_nothing_of_it_ships() -> None:
    spec = declaration("icews")
    assert spec.files == ()
    assert spec.redistribution == "no"
    assert spec.supplied is not None and "--with icews=FOLDER" in spec.supplied


# ---- whole years ---------------------------------------------------------------------------


def held(content: bytes) -> dict[tuple[int, int], int]:
    days = read_events("a.tab", content).group_by("day").len()
    return days_held(dict(days.iter_rows()))


def test_a_year_is_whole_when_every_month_has_its_days() -> None:
    assert whole_years(held(whole(2003))) == [2003]
    enough = held(whole(2003, lambda d: d.month == 2 and d.day > LEAST_DAYS))
    assert whole_years(enough) == [2003]
    assert missing_days(enough, [2003]) == 28 - LEAST_DAYS
    few = held(whole(2003, lambda d: d.month == 2 and d.day >= LEAST_DAYS))
    assert (whole_years(few), short_months(few, 2003)) == ([], [2])


def test_days_of_a_few_late_events_are_not_there() -> None:
    stray = {date(2003, 2, 1) + timedelta(k): LEAST_EVENTS - 1 for k in range(28)}
    assert days_held(stray) == {(2003, 2): 0}
    assert days_held(dict.fromkeys(stray, LEAST_EVENTS)) == {(2003, 2): 28}


def test_a_year_in_part_is_left_out_and_told() -> None:
    log = IssueLog("icews")
    files = {
        "2003.tab": whole(2003, lambda d: (d.month, d.day) == (7, 4)),
        "2004.tab": whole(2004, lambda d: d.month > 3),
        "a.tab": table(row("2003-05-01", "Iran", "Iraq"), row("2004-02-01", "Iran", "Iraq")),
        "b.tab": table(row("2002-12-31", "Iran", "Iraq")),
    }
    found = shape({**files, **NAMES}, log)
    assert found["cooperation"].rows() == [(630, 645, 2003, 1)]
    assert found["years"].rows() == [(2003,)]
    warned = [(issue.text, issue.rows) for issue in log.issues if issue.severity == "warning"]
    assert [text.split(" is not whole")[0] for text, _ in warned[:2]] == ["2002", "2004"]
    assert warned[1][0].endswith("in the months 4, 5, 6, 7, 8, 9, 10, 11, 12")
    assert warned[2:] == [("2003: days without events in a year that counts as whole", 1)]


def test_no_whole_year_stops() -> None:
    files = {"a.tab": table(row("2003-05-01", "Iran", "Iraq")), **NAMES}
    with pytest.raises(SourceChanged, match="no year is whole in the 1 files"):
        shape(files, IssueLog("icews"))
    with pytest.raises(SourceChanged, match="no year is whole in the 0 files"):
        shape(NAMES, IssueLog("icews"))


# ---- the files themselves ------------------------------------------------------------------


@pytest.fixture
def daily(mirror: Path) -> Supplied:
    """Daily files of 4 October 2018 to 25 March 2019, without the sample of June 2018."""
    paths = supplied_paths("icews", mirror / "icews", "")
    own = {name: path for name, path in paths.items() if "-icews-events" in name}
    assert event_files(own) == sorted(own)
    return Supplied("icews", own, NAMES, "")


@pytest.mark.slow
@pytest.mark.mirror
def test_all_daily_files_are_read(daily: Supplied) -> None:
    events = pl.concat([read_events(name, daily[name]) for name in event_files(daily)])
    assert (len(daily) - 1, len(events)) == (167, 325_691)
    both = events.drop_nulls(["source", "target"])
    assert len(both) == 296_521
    abroad = both.filter(pl.col("source") != pl.col("target"))
    assert len(abroad) == 133_700
    sides = {"Iran", "Russian Federation"}
    pair = abroad.filter(
        pl.col("source").is_in(sides) & pl.col("target").is_in(sides) & (pl.col("root") <= 5)
    )
    by_month = pair.group_by(pl.col("day").dt.truncate("1mo")).len().sort("day")
    assert by_month["len"].to_list() == [70, 115, 142, 78, 177, 30]
    counted = met(pair).group_by(pl.col("day").dt.truncate("1mo")).len().sort("day")
    assert counted["len"].to_list() == [21, 32, 32, 16, 32, 12]


@pytest.mark.slow
@pytest.mark.mirror
def test_syndication_is_as_described(daily: Supplied) -> None:
    """Rows that differ in nothing but the paper, and what one a day leaves."""
    rows = pl.concat(
        pl.read_csv(gzip.decompress(daily[name]), separator="\t", quote_char=None,
                    infer_schema=False)
        for name in event_files(daily)
    )  # fmt: skip
    actors = ["Event Date", "Source Name", "CAMEO Code", "Target Name"]
    assert rows.n_unique(actors) == 247_214
    countries = rows.drop_nulls(["Source Country", "Target Country"])
    keys = ["Event Date", "Source Country", "CAMEO Code", "Target Country"]
    assert countries.n_unique(keys) == 136_784


@pytest.mark.slow
@pytest.mark.mirror
def test_neither_year_of_the_daily_files_is_whole(daily: Supplied) -> None:
    log = IssueLog("icews")
    with pytest.raises(SourceChanged, match="no year is whole in the 167 files"):
        shape(daily, log)
    warned = [issue.text for issue in log.issues if issue.severity == "warning"]
    assert [text[:4] for text in warned] == ["2018", "2019"]
    assert warned[0].endswith("in the months 1, 2, 3, 4, 5, 6, 7, 8, 9")
    assert warned[1].endswith("in the months 4, 5, 6, 7, 8, 9, 10, 11, 12")
    with_one = {**daily, "2003.tab": YEAR["events.2003.tab"]}
    with_one["a.tab"] = table(row("2003-05-02", "Iran", "Iraq"))
    found = shape(with_one, IssueLog("icews"))
    assert found["years"]["year"].to_list() == [2003]
    assert found["cooperation"].rows() == [(630, 645, 2003, 1)]


@pytest.mark.mirror
def test_the_sample_of_june_2018_is_read(mirror: Path) -> None:
    path = mirror / "icews" / "events.2018.sample.tab.gz"
    events = read_events(path.name, path.read_bytes())
    assert len(events) == 3705
    assert set(events["day"]) == {date(2018, 6, 1), date(2018, 6, 2)}
    assert "NA" not in {*events["source"], *events["target"]}


def test_packaged_names_lie_where_errors_say() -> None:
    folder = resources.files("daylight.sources.icews")
    assert folder.joinpath("names.csv").read_bytes() == NAMES["names.csv"]
