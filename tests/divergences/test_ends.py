"""Which issues are named: both measures have to say so."""

from __future__ import annotations

from daylight.core.estimate import Estimate, absent
from daylight.divergences.ends import LEAST, crossed, ends
from daylight.divergences.position_gaps import PositionGap
from daylight.divergences.records import Gap

SURE, VAGUE = 0.02, 0.6


def issue(code: str, same: float, n: int = 50, wide: float = SURE) -> Gap:
    share = Estimate(same, max(same - wide, 0.0), min(same + wide, 1.0), n)
    return Gap(code, code, share, absent("missing", n), None, n, n)


def apart(code: str, gap: float, wide: float = 10 * SURE) -> PositionGap:
    place = Estimate(50.0, 40.0, 60.0)
    return PositionGap(code, code, 2016, Estimate(gap, max(gap - wide, 0.0), gap + wide), place)


def test_the_ends_are_named_where_both_measures_agree() -> None:
    votes = [issue("nu", 0.2), issue("me", 0.5), issue("hr", 0.9)]
    places = [apart("nu", 3.0), apart("me", 1.5), apart("hr", 0.3)]
    assert ends(votes, places) == (("nu",), ("hr",))
    assert crossed(votes, places) is None


def test_several_may_be_the_farthest_the_likeliest_by_distance_first() -> None:
    votes = [issue("nu", 0.2), issue("di", 0.21), issue("hr", 0.9)]
    places = [apart("nu", 3.0), apart("di", 3.1), apart("hr", 0.3)]
    assert ends(votes, places) == (("di", "nu"), ("hr",))


def test_nothing_is_named_where_the_measures_contradict_each_other() -> None:
    votes = [issue("nu", 0.2), issue("hr", 0.9)]
    places = [apart("nu", 0.3), apart("hr", 3.0)]
    assert ends(votes, places) == ((), ())
    assert crossed(votes, places) == ("hr", "nu")


def test_nothing_is_named_where_distances_are_not_surely_different() -> None:
    votes = [issue("nu", 0.2), issue("hr", 0.9)]
    places = [apart("nu", 1.2, VAGUE), apart("hr", 1.0, VAGUE)]
    assert ends(votes, places) == ((), ())
    assert crossed(votes, places) is None


def test_nothing_is_named_where_votes_alike_are_not_surely_different() -> None:
    votes = [issue("nu", 0.4, wide=0.3), issue("hr", 0.6, wide=0.3)]
    assert ends(votes, [apart("nu", 3.0), apart("hr", 0.3)]) == ((), ())


def test_an_issue_with_few_votes_or_without_a_distance_is_not_named() -> None:
    few = issue("co", 0.0, LEAST - 1)
    votes = [few, issue("nu", 0.2), issue("hr", 0.9), issue("ec", 0.99)]
    places = [apart("co", 5.0), apart("nu", 3.0), apart("hr", 0.3)]
    assert ends(votes, places) == (("nu",), ("hr",))
    assert ends(votes[:2], places) == ((), ())
