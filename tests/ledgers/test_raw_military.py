"""Raw values of military items, on small tables."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from worlds import FRANCE, FREE, RUSSIA, SAUDI, UK, USA, YEMEN, given, grid, values

from daylight.core.status import MISSING, OBSERVED, OUTSIDE_COVERAGE, STRUCTURAL_ZERO
from daylight.ledgers import raw_military, raw_promises
from daylight.ledgers.grid import placed

OBLIGATIONS = ("defense", "offense", "neutral", "nonagg", "consul")
ITALY, TURKEY = 325, 640


def atop(
    *treaties: tuple[int, tuple[int, ...], int, str | None, int, int], broad: tuple[int, ...] = ()
) -> dict[str, pl.DataFrame]:
    """Return the tables of ATOP of treaties: number, members, year, obligation, milcon, base.

    All are in force for ever; the obligation binds all members.
    """
    bits = dict.fromkeys(OBLIGATIONS, pl.Int8)
    members, directed, listed = [], [], []
    for number, states, start, promise, milcon, base in treaties:
        flags = [int(o == promise) for o in OBLIGATIONS]
        members += [(number, s, start, None, *flags) for s in states]
        listed.append((number, len(states) == 2, milcon, base))
        directed += [
            (one, two, year, *flags)
            for one in states for two in states for year in range(start, 2019)
            if one != two and promise
        ]  # fmt: skip
    keys = dict.fromkeys(("a", "b", "year"), pl.Int16)
    spell = dict.fromkeys(("atopid", "member", "entry", "exit"), pl.Int16)
    codes = {"atopid": pl.Int16, "bilateral": pl.Int8, "milcon": pl.Int16, "base": pl.Int16}
    rows = pl.DataFrame(directed, keys | bits, orient="row")
    return {
        "obligations": rows.group_by("a", "b", "year").agg(pl.col(OBLIGATIONS).max()),
        "treaty_members": pl.DataFrame(members, spell | bits, orient="row"),
        "treaties": pl.DataFrame(listed, codes, orient="row"),
        "broad_pledges": pl.DataFrame({"atopid": broad}, {"atopid": pl.Int16}),
    }


def blocs(*spells: tuple[str, int, str, str | None]) -> dict[str, pl.DataFrame]:
    """Return the tables of blocs: bloc, member, first day, first day after."""
    dated = [(b, c, date.fromisoformat(s), date.fromisoformat(e) if e else None, "full")
             for b, c, s, e in spells]  # fmt: skip
    kinds = {"bloc": pl.String, "cow": pl.Int16, "start": pl.Date, "end": pl.Date,
             "status": pl.String}  # fmt: skip
    known = {"NATO": "military", "EU": "economic", "GCC": "political", "BRICS": "political"}
    named = pl.DataFrame({"bloc": [*known], "kind": [*known.values()], "ties": "yes"})
    return {"bloc_spells": pl.DataFrame(dated, kinds, orient="row"), "blocs": named}


def facts(*rows: tuple[str, str, int, int, str, str | None]) -> dict[str, pl.DataFrame]:
    """Return the curated list: kind, terms, from, to, first day, last day; none is mutual."""
    made = [(n, k, t, c, p, date.fromisoformat(s), date.fromisoformat(e) if e else None, False)
            for n, (k, t, c, p, s, e) in enumerate(rows)]  # fmt: skip
    kinds = {"fact": pl.Int64, "kind": pl.String, "terms": pl.String, "cow": pl.Int16,
             "partner": pl.Int16, "start": pl.Date, "end": pl.Date,
             "mutual": pl.Boolean}  # fmt: skip
    return {"facts": pl.DataFrame(made, kinds, orient="row")}


def on(found: raw_promises.Found, pairs: pl.DataFrame, directed: bool) -> pl.DataFrame:
    return pl.concat([pairs, placed(pairs, found, directed)], how="horizontal")


NATO = blocs(("NATO", USA, "1949-04-04", None), ("NATO", UK, "1949-04-04", None))


def test_promises_end_with_their_source_and_living_pacts_go_on() -> None:
    world = given(
        atop=atop((1, (USA, UK), 1949, "defense", 0, 0), (2, (UK, FRANCE), 2000, "consul", 0, 0)),
        blocs=NATO,
        defence_facts=facts(("promise", "defence", UK, FRANCE, "2024-05-01", None)),
    )
    pairs = grid((USA, UK), (UK, FRANCE), (USA, FRANCE), years=range(2018, 2026))
    made = on(raw_promises.promise(world), pairs, True)
    assert set(values(made, USA, UK, "ab", "ba", "status").values()) == {(5.0, 5.0, OBSERVED)}
    assert values(made, UK, FRANCE, "ab", "ba", "status") == {
        2018: (2.0, 2.0, OBSERVED),
        **dict.fromkeys(range(2019, 2024), (None, None, OUTSIDE_COVERAGE)),
        **dict.fromkeys((2024, 2025), (5.0, None, OBSERVED)),
    }, "of the other direction nothing is known, and nothing could raise the higher one"
    assert values(made, USA, FRANCE, "ab", "ba", "status")[2018] == (0.0, 0.0, STRUCTURAL_ZERO)
    assert values(made, USA, FRANCE, "ab", "ba", "status")[2019] == (None, None, OUTSIDE_COVERAGE)


@pytest.mark.parametrize(
    ("obligation", "level"),
    [("defense", 5.0), ("offense", 5.0), ("neutral", 3.0), ("consul", 2.0), ("nonagg", 1.0)],
)
def test_levels_of_promises(obligation: str, level: float) -> None:
    pairs = grid((UK, FRANCE), years=range(2000, 2001))
    for broad, expected in ((), level), ((1,), 4.0 if level == 5.0 else 0.0):
        world = given(
            atop=atop((1, (UK, FRANCE), 1990, obligation, 0, 0), broad=broad),
            blocs=blocs(), defence_facts=facts(),
        )  # fmt: skip
        made = on(raw_promises.promise(world), pairs, True)
        assert values(made, UK, FRANCE, "ab", "ba")[2000] == (expected, expected)


def test_standing_organisations_without_broad_pledges() -> None:
    world = given(
        atop=atop((1, (UK, FRANCE), 1990, None, 3, 0), (2, (UK, ITALY), 1990, None, 2, 0),
                  (3, (FRANCE, ITALY), 1990, None, 3, 0), broad=(3,)),
        blocs=NATO,
    )  # fmt: skip
    pairs = grid((UK, FRANCE), (UK, ITALY), (FRANCE, ITALY), (USA, UK), years=range(2018, 2020))
    made = on(raw_promises.organisation(world), pairs, False)
    assert values(made, UK, FRANCE, "value", "status") == {
        2018: (2.0, OBSERVED), 2019: (None, OUTSIDE_COVERAGE)
    }  # fmt: skip
    assert values(made, UK, ITALY, "value")[2018] == 1.0
    assert values(made, FRANCE, ITALY, "value", "status")[2018] == (0.0, STRUCTURAL_ZERO)
    assert values(made, USA, UK, "value", "status")[2019] == (2.0, OBSERVED)


def test_bases_are_of_treaties_of_two_and_troops_by_count_of_the_united_states() -> None:
    kinds = {"cow": pl.Int16, "year": pl.Int16, "troops": pl.Int64}
    counts = pl.DataFrame([(UK, 2017, 9999), (FRANCE, 2017, 99)], kinds, orient="row")
    none = pl.DataFrame(schema=kinds)
    world = given(
        atop=atop((1, (UK, FRANCE), 1990, None, 0, 3), (2, (UK, FRANCE, ITALY), 1990, None, 0, 3)),
        troopdata={"troops": counts}, us_troops_reports={"troops": none}, defence_facts=facts(),
    )  # fmt: skip
    pairs = grid((USA, UK), (USA, ITALY), (UK, FRANCE), (UK, ITALY), years=range(2017, 2018))
    made = on(raw_promises.troops(world), pairs, True)
    assert values(made, USA, UK, "ab", "ba", "status")[2017] == (4.0, 0.0, OBSERVED)
    assert values(made, USA, ITALY, "ab", "status")[2017] == (None, MISSING)
    assert values(made, UK, FRANCE, "ab")[2017] == pytest.approx(10 / 3)
    assert values(made, UK, ITALY, "ab", "ba", "status")[2017] == (0.0, 0.0, STRUCTURAL_ZERO)


def sides(*rows: tuple[int, int, str, int, bool, str, int]) -> dict[str, pl.DataFrame]:
    """Return conflicts of UCDP: conflict, year, side, state, primary, kind, intensity."""
    kinds = {"conflict": pl.Int64, "year": pl.Int16, "side": pl.String, "cow": pl.Int16,
             "primary": pl.Boolean, "kind": pl.String, "intensity": pl.Int8}  # fmt: skip
    return {"sides": pl.DataFrame(list(rows), kinds, orient="row")}


def test_wars_fade_and_what_nobody_looked_at_is_not_peace() -> None:
    war = sides(
        (1, 2022, "a", UK, True, "interstate", 2), (1, 2022, "b", FRANCE, True, "interstate", 2)
    )
    pairs = grid((UK, FRANCE), (USA, UK), years=range(2021, 2026))
    made = on(raw_military.fatal_conflict(given(ucdp=war), pairs, FREE), pairs, False)
    assert values(made, UK, FRANCE, "status") == {
        2021: STRUCTURAL_ZERO, 2022: OBSERVED, 2023: OBSERVED, 2024: OBSERVED,
        2025: OUTSIDE_COVERAGE,
    }  # fmt: skip
    assert [*values(made, UK, FRANCE, "value").values()] == pytest.approx([0, 5, 4.5, 4.05, 3.645])
    assert values(made, USA, UK, "value", "status")[2025] == (None, MISSING)


def test_troops_for_rebels_and_beside_are_directed_and_yemen_is_not_known() -> None:
    war = sides(
        (1, 2012, "a", SAUDI, True, "internal", 1), (1, 2012, "b", RUSSIA, False, "internal", 2),
        (1, 2012, "a", TURKEY, False, "internal", 1),
        (2, 2016, "a", YEMEN, True, "internal", 2), (2, 2016, "b", SAUDI, False, "internal", 2),
    )  # fmt: skip
    pairs = grid((RUSSIA, SAUDI), (TURKEY, SAUDI), (SAUDI, YEMEN), years=range(2012, 2017))
    rebels = on(raw_military.for_rebels(given(ucdp=war), pairs, FREE), pairs, True)
    assert values(rebels, RUSSIA, SAUDI, "ab", "ba", "status")[2012] == (4.0, 0.0, OBSERVED)
    assert values(rebels, SAUDI, YEMEN, "ab", "ba", "status")[2016] == (None, None, MISSING)
    kinds = {"dispute": pl.Int32, "cow": pl.Int16, "side_a": pl.Boolean, "start": pl.Date,
             "end": pl.Date, "level": pl.Int8}  # fmt: skip
    nobody = {"participants": pl.DataFrame(schema=kinds)}
    beside = raw_military.side_by_side(given(ucdp=war, mid=nobody), pairs, FREE)
    fought = on(beside, pairs, True)
    assert values(fought, TURKEY, SAUDI, "ab", "ba", "status")[2012] == (3.0, 0.0, OBSERVED)
    assert values(fought, TURKEY, SAUDI, "ab")[2014] == pytest.approx(3 * 0.8**2)
    assert values(fought, TURKEY, SAUDI, "status")[2015] == OUTSIDE_COVERAGE, "disputes end in 2014"


def test_arms_go_from_the_supplier() -> None:
    kinds = {"recipient": pl.Int16, "supplier": pl.Int16, "year": pl.Int16, "level": pl.Int8}
    classes = pl.DataFrame([(FRANCE, USA, 2000, 2)], kinds, orient="row")
    pairs = grid((USA, FRANCE), years=range(2000, 2002))
    made = on(raw_military.arms(given(sipri_classes={"classes": classes})), pairs, True)
    assert values(made, USA, FRANCE, "ab", "ba", "status") == {
        2000: (2.0, 0.0, OBSERVED), 2001: (0.0, 0.0, STRUCTURAL_ZERO)
    }  # fmt: skip


def test_a_mass_exercise_ties_nobody() -> None:
    few = [(1, c, 2005) for c in (USA, UK)]
    many = [(2, c, 2005) for c in (USA, UK, FRANCE, ITALY, TURKEY)]
    kinds = {"exercise": pl.Int64, "cow": pl.Int16, "year": pl.Int16}
    people = pl.DataFrame(few + many, kinds, orient="row")
    pairs = grid((USA, UK), (USA, FRANCE), years=range(2005, 2006))
    found = raw_military.exercises(given(exercises={"participants": people}))
    made = on(found, pairs, False)
    assert values(made, USA, UK, "value")[2005] == pytest.approx(1 / 3, abs=0.01)
    assert values(made, USA, FRANCE, "value", "status")[2005] == (0.0, STRUCTURAL_ZERO)
