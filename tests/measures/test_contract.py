"""What every measure keeps to, run on one small world."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from daylight import measures
from daylight.core.errors import UnknownName
from daylight.core.states import members
from daylight.core.status import CARRIED, MISSING, OBSERVED, STATUSES
from daylight.measures import MEASURES, measure
from daylight.measures.measure import Measure, Values
from daylight.store.schemas import TABLES, table
from daylight.tables.world import Frames

Tables = dict[str, list[dict[str, Any]]]
Key = tuple[int, int, int]
Numbers = NDArray[np.float64]
SPAN = (1990, 1991)
TINY = 1e-9
METHODS = Path(__file__).resolve().parents[2] / "docs" / "methods"


@pytest.fixture(params=MEASURES, ids=lambda m: m.name)
def one(request: pytest.FixtureRequest) -> Measure:
    return request.param


@pytest.fixture
def found(one: Measure, world: Frames) -> Values:
    return both_years(one, world)


@cache
def both_years(one: Measure, world: Frames) -> Values:
    return one.compute(world, *SPAN)


def rows(values: Values, names: dict[int, int] | None = None, ordered: bool = False) -> Numbers:
    """Return a, b, year, value, ends, n and status, a row each, sorted; a gap is written -9.

    States get other numbers by `names`, and then a < b again where `ordered`.
    """
    a, b = (np.array([(names or {}).get(c, c) for c in s.tolist()]) for s in (values.a, values.b))
    if ordered:
        a, b = np.minimum(a, b), np.maximum(a, b)
    columns = (a, b, values.year, values.value, values.lo, values.hi, values.n, values.status)
    table = np.nan_to_num(np.stack(columns, axis=1).astype(float), nan=-9.0)
    return table[np.lexsort((table[:, 2], table[:, 1], table[:, 0]))]


def by_key(values: Values) -> dict[Key, float]:
    """Return the value by a, b and year; a gap is written -9."""
    return {(int(a), int(b), int(year)): value for a, b, year, value, *_ in rows(values)}


def rows_of_modules() -> list[Measure]:
    """Return every measure that stands in a module of its package, alone or in a family."""
    rows: list[Measure] = []
    for info in iter_modules(measures.__path__):
        for held in vars(import_module(f"daylight.measures.{info.name}")).values():
            if held is not MEASURES:
                family = held if isinstance(held, tuple) else (held,)
                rows += [m for m in family if isinstance(m, Measure)]
    return rows


def test_names_are_distinct_and_every_row_of_a_family_is_listed_once() -> None:
    assert len({m.name for m in MEASURES}) == len(MEASURES)
    assert sorted(m.name for m in rows_of_modules()) == sorted(m.name for m in MEASURES)


def test_it_says_what_it_is(one: Measure) -> None:
    assert measure(one.name) is one
    assert all(text.strip() for text in (one.title, one.unit, one.about, one.citation))
    assert one.interval.strip()
    assert one.table in {t.name for t in TABLES}
    assert one.absence in STATUSES
    assert one.low < one.high
    assert one.directed == (one.undirected != "same")


def test_it_says_where_it_is_from(one: Measure) -> None:
    assert one.rests_on
    assert one.rests_on == (one.sources or table(one.table).sources)
    assert one.supplied is None or one.supplied in one.sources
    assert (METHODS / f"{one.method}.md").is_file()


def test_a_fraction_is_one_in_words_too(one: Measure) -> None:
    """Readers see a percentage and the unit beside it."""
    assert one.fraction == any(word in one.unit for word in ("fraction", "share of"))


def test_an_unknown_measure_gets_near_names() -> None:
    with pytest.raises(UnknownName, match="vote_kappa"):
        measure("vote_kapa")


def test_values_keep_their_bounds_and_intervals_hold_them(one: Measure, found: Values) -> None:
    known = ~np.isnan(found.value)
    assert known.any()
    assert (found.value[known] >= one.low - TINY).all()
    assert (found.value[known] <= one.high + TINY).all()
    assert (found.lo[known] <= found.value[known] + TINY).all()
    assert (found.value[known] <= found.hi[known] + TINY).all()


def test_a_status_says_whether_there_is_a_value(found: Values) -> None:
    gone = np.isnan(found.value)
    assert (found.status[gone] == MISSING).all()
    assert np.isin(found.status[~gone], [OBSERVED, CARRIED]).all()
    assert np.isnan(found.lo[gone]).all()
    assert np.isnan(found.hi[gone]).all()
    assert (found.n >= 0).all()


def test_pairs_are_in_order_or_both_orders_are_there(one: Measure, found: Values) -> None:
    keys = set(zip(found.a.tolist(), found.b.tolist(), found.year.tolist(), strict=True))
    assert len(keys) == len(found.a), "a pair and year has one row"
    if one.directed:
        assert keys == {(b, a, year) for a, b, year in keys}
        assert all(a != b for a, b, _ in keys)
    else:
        assert (found.a < found.b).all()


def test_only_states_and_years_asked_for_are_answered(
    one: Measure, found: Values, world: Frames
) -> None:
    both = rows(found)
    assert set(found.year.tolist()) <= set(SPAN)
    for year in SPAN:
        alone = one.compute(world, year, year)
        np.testing.assert_allclose(rows(alone), both[both[:, 2] == year], atol=TINY)
        assert {*alone.a.tolist(), *alone.b.tolist()} <= set(members(year))


def test_a_year_without_rows_has_no_value_of_a_source(one: Measure, world: Frames) -> None:
    """Similarity of portfolios is there for all pairs: without alliances all are alike."""
    found = one.compute(world, 1850, 1850)
    named = one.name.startswith(("vote_", "ideal_", "trade_", "shared_"))
    alone = ("ties", "regimes", "ledgers", "nearness")
    if named or one.table in alone or one.directed:
        assert len(found.value) == 0
    else:
        assert set(np.unique(found.year)) == {1850}


def test_the_order_of_rows_does_not_matter(
    one: Measure,
    found: Values,
    toy_tables: Callable[[], Tables],
    world_of: Callable[[Tables], Frames],
) -> None:
    backwards = world_of({name: part[::-1] for name, part in toy_tables().items()})
    np.testing.assert_allclose(rows(one.compute(backwards, *SPAN)), rows(found), atol=TINY)


def relabelled(part: list[dict[str, Any]], names: dict[int, int]) -> list[dict[str, Any]]:
    """Give states other numbers; where that turns a pair round, its directions turn too."""
    out = []
    sides = ("a", "b", "cow", "partner")
    for row in part:
        new = {k: names.get(v, v) if k in sides else v for k, v in row.items()}
        if "a" in new and new["a"] > new["b"]:
            new = {turned(name): value for name, value in new.items()}
        if "partner" in new and not measure(new["measure"]).directed:
            new["cow"], new["partner"] = sorted((new["cow"], new["partner"]))
        out.append(new)
    return out


def turned(name: str) -> str:
    """Return the column of the other direction: ab and ba, yn and ny, a and b."""
    swaps = {"a": "b", "b": "a", "ab": "ba", "ba": "ab"}
    if name in swaps:
        return swaps[name]
    if len(name) == 2 and set(name) <= set("yan"):
        return name[::-1]
    for end in ("_ab", "_ba"):
        if name.endswith(end):
            return name.removesuffix(end) + end[0] + end[:0:-1]
    if name.startswith(("ab_", "ba_")):
        return name[1::-1] + name[2:]
    return name


def test_turning_a_column_name_round() -> None:
    pairs = (("share_ab", "share_ba"), ("ab_narrow", "ba_narrow"), ("yn", "ny"), ("log", "log"))
    for one_way, other in pairs:
        assert (turned(one_way), turned(other)) == (other, one_way)


def test_the_numbers_of_states_do_not_matter(
    one: Measure,
    found: Values,
    toy_tables: Callable[[], Tables],
    world_of: Callable[[Tables], Frames],
) -> None:
    names = {2: 630, 20: 365, 200: 20, 365: 713, 630: 200, 713: 2}
    other = world_of({name: relabelled(part, names) for name, part in toy_tables().items()})
    expected = rows(found, names, ordered=not one.directed)
    np.testing.assert_allclose(rows(one.compute(other, *SPAN)), expected, atol=TINY)


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("vote_agreement", (2, 20, 1990), 1.0),
        ("vote_kappa", (2, 200, 1990), -1.0),
        ("alliance_obligation", (630, 365, 1990), 1),
        ("alliance_any", (2, 713, 1990), 1),
        ("alliance_any", (713, 2, 1990), 0),
        ("alliance_defense", (365, 630, 1990), 0),
        ("trade_asymmetry", (2, 200, 1990), -0.02442),  # 240.66 over e^9 and over e^8.4
        ("trade_asymmetry", (200, 2, 1990), 0.02442),
        ("trade_volume", (2, 200, 1990), 421.2),  # e^4.6 + e^4.95, at 1.75
        ("shared_blocs", (2, 20, 1990), 1),
        ("shared_blocs", (2, 365, 1990), 1),
        ("shared_economic_blocs", (365, 630, 1991), 1),
    ],
)
def test_some_values_by_hand(world: Frames, name: str, key: Key, value: float) -> None:
    assert by_key(both_years(measure(name), world))[key] == pytest.approx(value)


def test_some_absences_by_hand(world: Frames) -> None:
    blocs = by_key(measure("shared_blocs").compute(world, *SPAN))
    # The last day of the spell of 200 is in 1990, and an observer is no member.
    assert set(blocs) == {
        (2, 20, 1990), (2, 200, 1990), (20, 200, 1990), (2, 365, 1990),
        (2, 20, 1991), (2, 365, 1991), (365, 630, 1991),
    }  # fmt: skip
    kappa = by_key(measure("vote_kappa").compute(world, *SPAN))
    assert kappa[2, 20, 1990] == -9.0, "no variation, no kappa"
    weighted = by_key(measure("alliance_s_weighted").compute(world, *SPAN))
    assert weighted[2, 630, 1990] == -9.0, "no CINC, no weight"
