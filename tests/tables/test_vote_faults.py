"""Rows of votes that may stand under another state's name."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from daylight.core.states import all_states
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables, delivered, load
from daylight.sources.un_votes_voeten.source import shape
from daylight.tables.votes.ballots import join
from daylight.tables.votes.faults import candidates, listed_as, matrices

JUDGED = Path(__file__).parent / "vote_faults_judged.csv"
KEY = ["kind", "session", "a", "b"]
COWS = [state.cow for state in all_states()][:80]


def toy(exchange: tuple[int, int] | None = None, slip: bool = False) -> Tables:
    """Five sessions of 30 items; in the third two rows are exchanged, or one item has slipped."""
    random = np.random.default_rng(7)
    place = np.linspace(-2, 2, len(COWS))
    random.shuffle(place)
    for cow, end in ((2, place.min()), (165, place.max())):
        k, other = COWS.index(cow), int(np.flatnonzero(place == end)[0])
        place[[k, other]] = place[[other, k]]
    calls, rows = [], []
    for session in range(1, 6):
        cut, side = random.normal(size=30), random.choice([-1, 1], 30)
        cut[4] = 0
        latent = side * (place[:, None] - cut) + 0.2 * random.normal(size=(len(COWS), 30))
        votes = np.where(latent > 0.2, 1, np.where(latent > -0.2, 2, 3))
        if session == 3 and exchange:
            pair = [COWS.index(cow) for cow in exchange]
            votes[pair] = votes[pair[::-1]]
        if session == 3 and slip:
            order = sorted(range(len(COWS)), key=lambda k: listed_as(COWS[k]))
            votes[order[30:50], 4] = votes[order[29:49], 4]
        for q in range(30):
            item = session * 100 + q
            calls.append({"item": item, "session": session})
            rows += [(item, cow, int(votes[k, q])) for k, cow in enumerate(COWS)]
    ballots = pl.DataFrame(
        rows, schema={"item": pl.Int32, "cow": pl.Int16, "vote": pl.Int8}, orient="row"
    )
    return {"rollcalls": pl.DataFrame(calls), "ballots": ballots}


def test_a_sound_record_has_no_candidate() -> None:
    assert candidates(**toy()).is_empty()


def test_an_exchange_is_found_in_its_session_with_both_sides() -> None:
    found = candidates(**toy((2, 165))).filter(pl.col("kind") == "exchange")
    row = found.row(0, named=True)
    assert (row["session"], row["a"], row["b"]) == (3, 2, 165)
    assert row["first"] >= 300
    assert row["last"] <= 329
    assert row["log_ratio"] == pytest.approx(row["side_a"] + row["side_b"], abs=0.01)


def test_a_slip_along_the_alphabet_is_found_in_its_roll_call() -> None:
    found = candidates(**toy(slip=True)).filter(pl.col("kind") == "slip")
    assert found.select("session", "first", "side_a").rows() == [(3, 304, -1.0)]


def test_absences_are_no_votes() -> None:
    tables = toy()
    away = pl.when(pl.col("cow") == 2).then(8).otherwise("vote").cast(pl.Int8).alias("vote")
    states, _, votes = matrices(tables["rollcalls"], tables["ballots"].with_columns(away))[1]
    assert 2 not in states
    assert (votes > 0).all()


def test_lists_of_the_un_have_their_own_order() -> None:
    names = sorted([365, 260, 265, 731, 452, 420], key=listed_as)
    assert names == [731, 420, 265, 260, 452, 365]


def judged() -> dict[tuple[object, ...], str]:
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return {
            (r["kind"], int(r["session"]), int(r["a"]), int(r["b"])): r["verdict"]
            for r in csv.DictReader(file)
        }


def test_every_judgement_has_a_verdict_and_a_reason() -> None:
    with JUDGED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {r["verdict"] for r in rows} == {"fault", "real", "unsettled"}
    assert all(r["why"] for r in rows)
    assert len(judged()) == len(rows)


@pytest.mark.mirror
@pytest.mark.slow
def test_mirror_every_candidate_is_judged_and_every_fault_is_mended(mirror: Path) -> None:
    un, log = load("un_votes_resolutions").tables, IssueLog("faults")
    raw = shape(delivered(declaration("un_votes_voeten")), log)
    before = set(candidates(**join(raw, un, log)).select(KEY).rows())
    after = set(candidates(**join(load("un_votes_voeten").tables, un, log)).select(KEY).rows())
    verdicts = judged()
    assert before | after == set(verdicts), "judge what is new, and drop what is gone"
    faults = {key for key, verdict in verdicts.items() if verdict == "fault"}
    assert faults <= before
    assert not faults & after
    assert after == {k for k in after if verdicts[k] in ("real", "unsettled")}


@pytest.mark.mirror
def test_mirror_no_vote_outside_a_seat(mirror: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "benchmarks"))
    import vote_record

    assert vote_record.outside_seats(**vote_record.record()).is_empty()
    early = vote_record.outside_seats(**vote_record.record(as_delivered=True))
    assert early["cow"].unique().to_list() == [713]
    assert len(early) == 43 + 38 + 64, "Taiwan before COW counts it"
    sys.modules.pop("vote_record")
