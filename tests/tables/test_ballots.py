from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables, load
from daylight.tables.votes.ballots import CODES, join

SCHEMA = {
    "item": pl.Int32, "year": pl.Int16, "session": pl.Int16, "date": pl.Date, "symbol": pl.String,
    "title": pl.String, "final": pl.Boolean, **dict.fromkeys(CODES, pl.Boolean),
    "important": pl.Boolean,
}  # fmt: skip
BALLOT = {"item": pl.Int32, "cow": pl.Int16, "vote": pl.Int8}
CALL: dict[str, Any] = {
    "year": 2020, "session": 75, "date": date(2020, 12, 7), "title": "t", "final": True,
    **dict.fromkeys(CODES, False), "important": None,
}  # fmt: skip


def tables(calls: list[dict[str, Any]], ballots: list[tuple[int, int, int]]) -> Tables:
    return {
        "rollcalls": pl.DataFrame([CALL | c for c in calls], schema=SCHEMA),
        "ballots": pl.DataFrame(ballots, schema=BALLOT, orient="row"),
    }


def joined(old: Tables, new: Tables) -> tuple[Tables, IssueLog]:
    log = IssueLog("un_votes")
    return join(old, new, log), log


def test_a_resolution_in_both_counts_once() -> None:
    old = tables([{"item": 1, "symbol": "A/RES/75/1"}], [(1, 2, 1), (1, 365, 3)])
    new = tables([{"item": 850_010, "symbol": "A/RES/75/1"}], [(850_010, 2, 1), (850_010, 365, 3)])
    both, log = joined(old, new)
    assert both["rollcalls"].select("item", "universe").rows() == [(1, "voeten")]
    assert both["ballots"].rows() == [(1, 2, 1), (1, 365, 3)]
    assert not [i for i in log.issues if i.severity == "warning"]


def test_disagreement_is_reported_and_the_deposit_kept() -> None:
    old = tables([{"item": 1, "symbol": "A/RES/75/1"}], [(1, 2, 1), (1, 365, 3)])
    new = tables([{"item": 850_010, "symbol": "A/RES/75/1"}], [(850_010, 2, 2), (850_010, 365, 3)])
    both, log = joined(old, new)
    assert both["ballots"].rows() == [(1, 2, 1), (1, 365, 3)]
    assert [i.rows for i in log.issues if i.severity == "warning"] == [1]


def test_a_vote_on_a_paragraph_is_another_roll_call() -> None:
    old = tables([{"item": 1, "symbol": "A/RES/75/1", "final": False}], [(1, 2, 1)])
    new = tables([{"item": 850_010, "symbol": "A/RES/75/1"}], [(850_010, 2, 3)])
    both, _ = joined(old, new)
    assert both["rollcalls"]["universe"].to_list() == ["voeten", "un"]


def test_later_and_lacking_votes_are_added_and_early_ones_named() -> None:
    old = tables([{"item": 1, "symbol": "A/RES/75/1"}], [(1, 2, 1)])
    late = {"item": 900_010, "symbol": "A/RES/80/1", "date": date(2025, 10, 1), "year": 2025}
    new = tables(
        [{"item": 850_020, "symbol": "A/RES/75/2"}, late], [(850_020, 2, 8), (900_010, 2, 3)]
    )
    both, log = joined(old, new)
    assert both["rollcalls"]["item"].to_list() == [1, 850_020, 900_010]
    assert both["ballots"].rows() == [(1, 2, 1), (850_020, 2, 8), (900_010, 2, 3)]
    named = [i for i in log.issues if "A/RES/75/2" in i.text]
    assert [i.rows for i in named] == [1]
    assert "A/RES/80/1" not in named[0].text


def test_unknown_issue_codes_are_filled_and_known_ones_kept() -> None:
    old = tables([{"item": 1, "symbol": "A/RES/75/1", "di": True, "co": None}], [(1, 2, 1)])
    new = tables([{"item": 850_010, "symbol": "A/RES/75/1", "co": True}], [(850_010, 2, 1)])
    row = joined(old, new)[0]["rollcalls"].row(0, named=True)
    assert (row["di"], row["co"]) == (True, True)


@pytest.mark.parametrize(("vote", "kept"), [(1, [9]), (3, [9, 10])])
def test_parts_that_repeat_the_joint_row_are_dropped(vote: int, kept: list[int]) -> None:
    calls = [{"item": 9, "symbol": "A/RES/75/254 A-C"}, {"item": 10, "symbol": "A/RES/75/254 A"}]
    old = tables(calls, [(9, 2, 1), (10, 2, vote)])
    both, _ = joined(old, tables([], []))
    assert both["rollcalls"]["item"].to_list() == kept
    assert both["ballots"]["item"].unique().sort().to_list() == kept


def test_a_symbol_for_two_whole_votes_stops_the_join() -> None:
    same = {"symbol": "A/RES/75/1"}
    old = tables([{"item": 1} | same, {"item": 2} | same], [(1, 2, 1), (2, 2, 1)])
    new = tables([{"item": 850_010} | same], [(850_010, 2, 1)])
    with pytest.raises(SourceChanged, match="A/RES/75/1"):
        joined(old, new)


def test_a_vote_set_to_unknown_has_no_row() -> None:
    old = tables([{"item": 1, "symbol": "A/RES/75/1"}], [(1, 2, 1), (1, 365, 3)])
    gone = pl.when(pl.col("cow") != 2).then("vote")
    old["ballots"] = old["ballots"].with_columns(gone.alias("vote"))
    both, _ = joined(old, tables([], []))
    assert both["ballots"].rows() == [(1, 365, 3)]
    assert both["rollcalls"]["item"].to_list() == [1]


def test_a_roll_call_of_which_no_vote_is_known_is_left_out() -> None:
    old = tables([{"item": n, "symbol": f"A/RES/75/{n}"} for n in (1, 2)], [(1, 2, 1), (2, 2, 1)])
    known = pl.when(pl.col("item") != 1).then("vote")
    old["ballots"] = old["ballots"].with_columns(known.alias("vote"))
    both, log = joined(old, tables([], []))
    assert both["rollcalls"]["item"].to_list() == both["ballots"]["item"].to_list() == [2]
    assert any("set to unknown" in i.text and i.rows == 1 for i in log.issues)


def test_numbers_that_collide_stop_the_join() -> None:
    with pytest.raises(SourceChanged, match="100,000"):
        joined(tables([{"item": 100_001, "symbol": "a"}], []), tables([], []))
    old = tables([{"item": 1, "symbol": "a"}], [])
    with pytest.raises(SourceChanged, match="twice"):
        joined(old, tables([{"item": 1, "symbol": "b"}], []))


@pytest.fixture
def real(mirror: Path) -> tuple[Tables, IssueLog]:
    return joined(load("un_votes_voeten").tables, load("un_votes_resolutions").tables)


def pair(both: Tables, a: int, b: int, years: list[int]) -> tuple[np.ndarray, np.ndarray]:
    items = both["rollcalls"].filter(pl.col("year").is_in(years)).select("item")
    cast = both["ballots"].filter(pl.col("vote") <= 3).join(items, on="item")
    side = cast.filter(pl.col("cow") == a).join(cast.filter(pl.col("cow") == b), on="item")
    return side["vote"].to_numpy(), side["vote_right"].to_numpy()


SHARES = {
    (365, 630): {1955: .468, 1975: .618, 1985: .862, 1992: .409, 2005: .688, 2016: .635, 2022: .667,
                 2023: .679, 2024: .648, 2025: .787},
    (365, 2): {1955: .262, 1975: .232, 1985: .120, 1992: .350, 2005: .184, 2016: .339, 2022: .191,
               2023: .159, 2024: .187},
    (365, 370): {1955: .991, 1975: 1.0, 1985: .990, 1992: .649, 2005: .848, 2016: .714, 2022: .773,
                 2023: .736, 2024: .747, 2025: .842},
    (2, 666): {1955: .647, 1975: .671, 1985: .567, 1992: .616, 2005: .704, 2016: .844, 2022: .872,
               2023: .886, 2024: .854},
    (369, 365): {2022: .386, 2023: .322, 2024: .330},
    (2, 200): {2022: .719, 2023: .724, 2024: .703},
}  # fmt: skip
MENDED = {
    (365, 630): {2005: .687}, (365, 370): {2005: .847}, (2, 666): {1985: .570, 2005: .703},
}  # fmt: skip
"""Where the shares above, counted on the files as delivered, differ from the record as mended:
Israel's votes in slipped roll calls of 1986, and doubles of 2005-06, which count once."""
SPANS = {1955: 5, 1975: 3, 1985: 2, 1992: 2, 2005: 2}


@pytest.mark.mirror
def test_mirror_shares_and_counts(real: tuple[Tables, IssueLog]) -> None:
    both, log = real
    for (a, b), known in SHARES.items():
        for year, share in known.items():
            x, y = pair(both, a, b, list(range(year, year + SPANS.get(year, 1))))
            right = MENDED.get((a, b), {}).get(year, share)
            assert round(float((x == y).mean()), 3) == right, (a, b, year)
            assert right == pytest.approx(share, abs=0.004)
    # 2020 by date: one vote of January more, two of 2021 and three repeated parts less.
    for (a, b), share in {
        (365, 630): 0.711,
        (365, 2): 0.167,
        (365, 370): 0.750,
        (2, 666): 0.884,
    }.items():
        x, y = pair(both, a, b, [2020])
        assert float((x == y).mean()) == pytest.approx(share, abs=0.012)
    # 2025 with the named votes on ES-11/7, which the published shares leave out.
    for (a, b), share in {
        (365, 2): 0.130,
        (2, 666): 0.774,
        (369, 365): 0.606,
        (2, 200): 0.217,
    }.items():
        x, y = pair(both, a, b, [2025])
        assert float((x == y).mean()) == pytest.approx(share, abs=0.006)
    years = dict(both["rollcalls"].group_by("year").len().iter_rows())
    assert [years[y] for y in range(2021, 2027)] == [86, 89, 88, 92, 184 + 1, 11]
    assert dict(both["rollcalls"].group_by("universe").len().iter_rows()) == {
        "voeten": 6299 - 5 - 1 - 3, "un": 549
    }  # fmt: skip
    found = {i.text.split(",")[0].split(";")[0]: i.rows for i in log.issues}
    assert found["roll calls in both sources"] == 182
    assert found["votes that both sources hold"] == 35_118
    assert not [i for i in log.issues if i.severity == "warning"]


@pytest.mark.mirror
@pytest.mark.parametrize(
    ("year", "a", "b", "agree", "kappa"),
    [
        (1991, 732, 365, 0.6056, 0.2389),
        (2015, 732, 2, 0.4416, 0.3049),
        (2019, 732, 365, 0.5814, 0.3280),
    ],
)
def test_mirror_korea(
    real: tuple[Tables, IssueLog], year: int, a: int, b: int, agree: float, kappa: float
) -> None:
    x, y = pair(real[0], a, b, [year])
    expected = np.subtract.outer(x.astype(float), y.astype(float)) ** 2
    assert round(float((x == y).mean()), 4) == agree
    assert round(1 - float(((x - y) ** 2).mean() / expected.mean()), 4) == kappa
