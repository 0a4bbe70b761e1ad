"""What a tie did at a shock: the series against others, and the rule of verdicts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.breaks.risk import OUTCOMES_TO
from daylight.endurance.indicators import FIRST, Panel
from daylight.endurance.judged import verdict
from daylight.endurance.measured import LATER, MARGINS, PEERS, indicator
from daylight.endurance.records import Act, Indicator

YEAR, YEARS, TIES = 1990, 86, 60


def panel(noise: float = 0.05, seed: int = 3) -> Panel:
    """Return ties whose votes and trade wander a little, and have no shock."""
    rng = np.random.default_rng(seed)
    shape = TIES, YEARS

    def flat(level: float) -> np.ndarray:
        return level + rng.normal(0, noise, shape)

    return Panel(np.arange(TIES), np.ones(shape, bool), flat(1.0), flat(0.5), flat(5.0))


def moved(values: np.ndarray, by: float) -> np.ndarray:
    """Return the series with a step of the first pair after the year."""
    values[0, YEAR - FIRST + 1 :] += by
    return values


@pytest.mark.parametrize(("name", "sign"), [("distance", 1), ("kappa", -1), ("trade", -1)])
def test_a_large_loss_is_a_fall_and_a_gain_is_none(name: str, sign: int) -> None:
    series = panel()
    assert indicator(series, name, 0, YEAR).verdict == "held"
    moved(getattr(series, name), sign * MARGINS[name])
    fell = indicator(series, name, 0, YEAR)
    assert fell.verdict == "fell"
    assert fell.loss == pytest.approx(MARGINS[name], abs=0.15)
    assert fell.p == pytest.approx(1 / (PEERS + 1))
    moved(getattr(series, name), -2 * sign * MARGINS[name])
    assert indicator(series, name, 0, YEAR).verdict == "held"


def dipped(back: float, end: int = YEARS) -> Panel:
    """Return a large fall in the distance of the first pair, and how far it came back after."""
    series = panel()
    at = YEAR - FIRST
    series.distance[0, at + 1 : at + 4] += 2.0
    series.distance[0, at + 4 :] += 2.0 - back
    parts = (getattr(series, name)[:, :end] for name in ("tie", "distance", "kappa", "trade"))
    return Panel(series.pairs, *parts)


def words_of(series: Panel) -> str:
    found = tuple(indicator(series, name, 0, YEAR) for name in MARGINS)
    return verdict(found, (), None, YEAR, 2025)[0]


@pytest.mark.parametrize(
    ("back", "word"), [(1.5, "dipped and recovered"), (0.5, "fell"), (0.0, "fell")]
)
def test_a_large_fall_of_which_half_was_regained(back: float, word: str) -> None:
    series = dipped(back)
    got = indicator(series, "distance", 0, YEAR)
    assert got.regained == pytest.approx(back / 2, abs=0.1)
    assert words_of(series) == word


def test_what_came_later_is_not_known_until_its_years_are_over() -> None:
    end = YEAR - FIRST + LATER[1]
    early = indicator(dipped(1.5, end), "distance", 0, YEAR)
    assert (early.verdict, early.regained) == ("fell", None)
    assert words_of(dipped(1.5, end)) == "fell"
    assert words_of(dipped(1.5, end + 1)) == "dipped and recovered"
    gone = dipped(1.5)
    gone.distance[0, YEAR - FIRST + LATER[0] : YEAR - FIRST + LATER[0] + 3] = np.nan
    assert words_of(gone) == "fell", "two years of five are too few"


def test_a_small_fall_is_no_dip_and_a_fall_in_trade_or_an_act_is_no_recovery() -> None:
    large = Indicator("distance", 0, 1, 0, 1.0, 1.0, 0.02, 0.75, 0.8, "fell")
    small = replace(large, loss=0.5)
    rest = made(kappa="held", trade="held")[1:]
    for found, acts, word in (
        ((large, *rest), (), "dipped and recovered"),
        ((small, *rest), (), "fell"),
        ((large, *made(trade="fell")[1:]), (), "fell"),
        ((large, *rest), (WAR,), "broke"),
    ):
        assert verdict(found, acts, None, YEAR, 2025)[0] == word


def test_what_happens_to_all_is_no_fall() -> None:
    series = panel()
    series.distance[:, YEAR - FIRST + 1 :] += 2.0
    assert indicator(series, "distance", 0, YEAR).verdict == "held"


def test_where_all_swing_nothing_can_be_told() -> None:
    series = panel(noise=2.0)
    series.kappa[0] = 0.5
    got = indicator(series, "kappa", 0, YEAR)
    assert got.verdict == "cannot tell"
    assert got.worst is not None
    assert got.worst > MARGINS["kappa"]


def test_too_few_years_or_ties_give_no_loss() -> None:
    series = panel()
    series.distance[0, YEAR - FIRST + 1 : YEAR - FIRST + 3] = np.nan
    short = indicator(series, "distance", 0, YEAR)
    assert (short.verdict, short.loss, short.after) == ("cannot tell", None, None)
    series.tie[5:, YEAR - FIRST] = False
    few = indicator(series, "kappa", 0, YEAR)
    assert (few.verdict, few.loss) == ("cannot tell", None)
    assert few.before is not None


def test_a_loss_is_as_rare_as_it_should_be() -> None:
    """Of dates without a shock at most one in twenty falls by its rank."""
    ranks = []
    for seed in range(12):
        series = panel(noise=0.3, seed=seed)
        ranks += [indicator(series, "kappa", row, YEAR).p for row in range(TIES)]
    assert np.mean(np.array(ranks) <= 0.05) <= 0.07


def made(**words: str) -> tuple[Indicator, ...]:
    base = dict.fromkeys(MARGINS, "cannot tell") | words
    return tuple(
        Indicator(name, 0.0, 0.0, 0.0, 0.0, 0.0, 0.5, 1.0, None, word)  # type: ignore[arg-type]
        for name, word in base.items()
    )


WAR, LEFT = Act("hostility", 1991, ("force",)), Act("treaty", 1992, ("left",))
STEADY = {"distance": "held", "kappa": "held", "trade": "held"}


@pytest.mark.parametrize(
    ("found", "acts", "word"),
    [
        ({}, (), "cannot tell"),
        (STEADY, (), "held"),
        ({"distance": "held"}, (), "held in one dimension"),
        ({"trade": "held"}, (), "held in one dimension"),
        ({"distance": "held", "kappa": "fell", "trade": "held"}, (), "fell"),
        (STEADY, (WAR,), "strained"),
        ({"trade": "fell"}, (WAR,), "broke"),
        (STEADY, (WAR, LEFT), "broke"),
    ],
)
def test_the_rule(found: dict[str, str], acts: tuple[Act, ...], word: str) -> None:
    assert verdict(made(**found), acts, None, YEAR, 2025)[0] == word


def test_an_event_that_is_an_act_strains_at_least() -> None:
    assert verdict(made(**STEADY), (), "hostility", YEAR, 2025)[0] == "strained"
    assert verdict(made(**STEADY), (WAR,), "hostility", YEAR, 2025)[0] == "strained", "one kind"
    assert verdict(made(**STEADY), (LEFT,), "hostility", YEAR, 2025)[0] == "broke"
    assert verdict(made(trade="fell"), (), "treaty", YEAR, 2025)[0] == "broke"


def test_nothing_is_said_to_have_held_where_acts_are_not_known_to_the_end() -> None:
    late = OUTCOMES_TO - 3
    word, reason = verdict(made(**STEADY), (), None, late, 2025)
    assert word == "held in one dimension"
    assert f"acts are known to {OUTCOMES_TO} only" in reason
    assert verdict(made(), (), None, late, 2025)[0] == "cannot tell"
    assert verdict(made(**STEADY), (), None, YEAR, YEAR + 3)[0] == "held in one dimension"


@given(st.sampled_from(["fell", "held", "cannot tell"]), st.sampled_from(["fell", "held"]))
def test_more_acts_never_make_it_better(votes: str, trade: str) -> None:
    order = ["cannot tell", "held", "held in one dimension", "fell", "strained", "broke"]
    found = made(distance=votes, kappa=votes, trade=trade)
    words = [verdict(found, (WAR, LEFT)[:k], None, YEAR, 2025)[0] for k in range(3)]
    ranks = [order.index(word) for word in words]
    assert ranks == sorted(ranks)
