"""Posts of the diplomacy index and of Wikidata: senders that are not listed are not known."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.core.status import MISSING, OBSERVED, STRUCTURAL_ZERO
from daylight.sources.embassies import source as lowy
from daylight.sources.embassies.yearly import POST
from daylight.sources.embassies_wikidata import source as wikidata
from daylight.sources.embassies_wikidata.yearly import EMBASSY
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.ties.yearly import standing

Row = dict[str, Any]
PAIR: Row = {
    "edition": 2021, "sender_iso3": "RUS", "host_iso3": "UKR", "embassies": 1, "consulates": 3,
    "other": 0, "permanent_missions": 0,
}  # fmt: skip
MISSION: Row = {
    "snapshot": wikidata.SNAPSHOT, "type": "embassy", "sender_iso3": "RUS", "host_iso3": "UKR",
}  # fmt: skip


def parquet(rows: tuple[Row, ...]) -> bytes:
    buffer = BytesIO()
    pl.DataFrame(list(rows), infer_schema_length=None).write_parquet(buffer)
    return buffer.getvalue()


def posts(*rows: Row) -> pl.DataFrame:
    return lowy.shape({lowy.FILE: parquet(rows)}, IssueLog("t"))["posts"]


def pairs(*rows: Row) -> list[tuple[int, ...]]:
    files = {wikidata.FILE: parquet(rows)}
    return wikidata.shape(files, IssueLog("t"))["embassies"].rows()


def test_posts_of_states() -> None:
    own, holy = PAIR | {"host_iso3": "RUS"}, PAIR | {"host_iso3": "VAT"}
    assert posts(PAIR, own, holy).rows() == [(365, 369, 2021, 1, 3, 0)]


def test_an_unknown_place_edition_or_a_pair_twice_stops() -> None:
    with pytest.raises(SourceChanged, match="'XYZ' is no known state"):
        posts(PAIR | {"host_iso3": "XYZ"})
    with pytest.raises(SourceChanged, match="edition 2020"):
        posts(PAIR | {"edition": 2020})
    with pytest.raises(SourceChanged, match="one of two rows"):
        posts(PAIR, PAIR | {"embassies": 2})


def test_the_highest_post_and_who_is_known_to_have_none() -> None:
    office = PAIR | {"host_iso3": "TWN", "embassies": 0, "consulates": 0, "other": 1}
    mission = PAIR | {"host_iso3": "CHE", "embassies": 0, "consulates": 0, "permanent_missions": 1}
    made = POST.made({"embassies": {"posts": posts(PAIR, office, mission)}}, IssueLog("t"))
    asked = [
        (365, 369, 2021),
        (365, 713, 2021),
        (365, 225, 2021),
        (369, 365, 2021),
        (365, 369, 2020),
    ]
    found = standing(POST, made, pl.DataFrame(asked, ["cow", "partner", "year"], orient="row"))
    assert found.select("value", "status").rows() == [
        (2.0, OBSERVED), (1.0, OBSERVED), (0.0, STRUCTURAL_ZERO), (None, MISSING), (None, MISSING),
    ]  # fmt: skip


def test_only_embassies_of_the_newest_snapshot_count_and_once() -> None:
    others = [
        MISSION | {"type": "consulate general"}, MISSION | {"snapshot": "2020-10-10"},
        MISSION | {"type": "high commission", "sender_iso3": "GBR", "host_iso3": "IND"},
        MISSION | {"sender_iso3": None}, MISSION | {"sender_iso3": "MAC"},
    ]  # fmt: skip
    assert pairs(MISSION, MISSION, *others) == [(200, 750), (365, 369)], "MAC is Macau"
    with pytest.raises(SourceChanged, match="no embassies of"):
        pairs(MISSION | {"snapshot": "2020-10-10"})


def test_a_pair_that_is_not_listed_is_not_known() -> None:
    table = pl.DataFrame([(365, 369)], {"sender": pl.Int16, "host": pl.Int16}, orient="row")
    made = EMBASSY.made({"embassies_wikidata": {"embassies": table}}, IssueLog("t"))
    asked = pl.DataFrame(
        [(365, 369, 2022), (369, 365, 2022)], ["cow", "partner", "year"], orient="row"
    )
    assert standing(EMBASSY, made, asked)["status"].to_list() == [OBSERVED, MISSING]


@pytest.mark.mirror
def test_known_posts(mirror: Path) -> None:
    rows = POST.made({"embassies": load("embassies").tables}, IssueLog("t")).rows

    def of(sender: int, host: int) -> dict[int, float]:
        pair = rows.filter((pl.col("cow") == sender) & (pl.col("partner") == host))
        return dict(pair.sort("year").select("year", "value").rows())

    assert of(365, 369) == dict.fromkeys((2016, 2017, 2019, 2021), 2.0), "left in 2022"
    assert of(670, 630) == {2016: 2.0, 2023: 2.0}, "Saudi Arabia in Iran"
    assert of(666, 696) == {2021: 2.0, 2023: 2.0}, "Israel in the Emirates"
    assert of(2, 713) and set(of(2, 713).values()) == {1.0}, "an institute in Taipei"


@pytest.mark.mirror
def test_wikidata_agrees_with_the_index_where_it_lists(mirror: Path) -> None:
    posts = load("embassies").tables["posts"].filter(pl.col("edition") == 2021)
    listed = load("embassies_wikidata").tables["embassies"]
    have = posts.filter(pl.col("embassies") > 0).select("sender", "host")
    ours = listed.filter(pl.col("sender").is_in(posts["sender"].implode()))
    both = ours.join(have, on=["sender", "host"], how="semi")
    assert len(both) / len(ours) > 0.95
    assert 0.85 < len(both) / len(have) < 0.95
