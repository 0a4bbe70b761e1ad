"""Facts of wars, crises and troops: spells of years, few helpers, and what is not known."""

from __future__ import annotations

from datetime import date

import polars as pl
from lists_of_facts import (
    FRANCE,
    GERMANY,
    IRAN,
    ITALY,
    RUSSIA,
    SAUDI,
    SYRIA,
    TURKEY,
    UK,
    USA,
    WEST_GERMANY,
    YEMEN,
    defence_facts,
    said,
    sides,
)

from daylight.sources.kit.issues import IssueLog
from daylight.tables.facts import force
from daylight.tables.facts.spells import spells

LOG = IssueLog("test")


def years(*rows: tuple[int, int, int, float]) -> pl.DataFrame:
    kinds = {"cow": pl.Int16, "partner": pl.Int16, "year": pl.Int16, "value": pl.Float64}
    return pl.DataFrame(rows, kinds, orient="row")


def test_consecutive_years_are_one_spell_and_the_last_of_a_source_is_open() -> None:
    found = list(
        spells(years((2, 20, 1999, 1), (2, 20, 2000, 2), (2, 20, 2002, 1), (2, 20, 2014, 1)), 2014)
    )
    spans = [(min(s.values), s.until.first.year if s.until else None) for s in found]
    assert spans == [(1999, 2000), (2002, 2002), (2014, None)]
    assert found[2].seen == date(2014, 12, 31)


def test_a_spell_goes_on_through_a_change_of_number() -> None:
    (one,) = spells(
        years((UK, WEST_GERMANY, 1989, 1), (UK, GERMANY, 1990, 1), (UK, GERMANY, 1991, 1)), 2014
    )
    assert (one.partner, sorted(one.values)) == (WEST_GERMANY, [1989, 1990, 1991])


def test_war_and_lesser_fighting_are_told_apart_by_year() -> None:
    both = [(RUSSIA, "a"), (TURKEY, "b")]
    conflict = sides(
        *((1, year, side, cow, True, "interstate", deaths)
          for year, deaths in ((1998, 1), (1999, 2), (2000, 1)) for cow, side in both)
    )  # fmt: skip
    found = said(force.fatal(conflict, LOG))
    assert [(when, kind) for _, _, when, kind, _ in found] == [
        ("1998", "force"), ("1999", "war"), ("2000", "force"),
    ]  # fmt: skip


def test_crises_are_each_a_fact_of_their_release() -> None:
    kinds = dict.fromkeys(("crisis", "a", "b", "year"), pl.Int16)
    old = pl.DataFrame([(494, USA, IRAN, 2019), (494, USA, IRAN, 2020)], kinds, orient="row")
    new = pl.DataFrame([(498, RUSSIA, TURKEY, 2020)], kinds, orient="row")
    found = {f.source: f for f in force.crises({"crisis_years": old}, {"crisis_years": new})}
    assert found["icb"].until == date(2020, 12, 31)
    assert found["icb_v16"].citation == "ICB crisis 498"


def test_troops_beside_a_state_for_its_rebels_and_with_another_helper() -> None:
    war = sides(
        (1, 2016, "a", SYRIA, True, "internal", 2), (1, 2016, "a", RUSSIA, False, "internal", 2),
        (1, 2016, "a", IRAN, False, "internal", 2), (1, 2016, "b", TURKEY, False, "internal", 2),
    )  # fmt: skip
    assert said(force.helpers(war, LOG)) == [
        (RUSSIA, IRAN, "2016", "beside", "both have troops in battle for Syria"),
        (RUSSIA, SYRIA, "2016", "beside", "troops of Russia fight on the side of Syria"),
        (IRAN, SYRIA, "2016", "beside", "troops of Iran fight on the side of Syria"),
        (TURKEY, SYRIA, "2016", "rebels", "troops of Turkey fight for rebels against Syria"),
    ]
    actors = {(f.a, f.b): f.actor for f in force.helpers(war, LOG)}
    assert (actors[RUSSIA, IRAN], actors[TURKEY, SYRIA]) == (0, TURKEY)


def test_a_coalition_of_many_ties_no_two_helpers() -> None:
    helpers = (USA, UK, FRANCE, ITALY, TURKEY)
    assert len(helpers) == force.FEW + 1
    war = sides(
        (1, 2005, "a", 700, True, "internal", 2),
        *((1, 2005, "a", cow, False, "internal", 2) for cow in helpers),
    )
    assert {f.b for f in force.helpers(war, LOG)} == {700}


def test_nothing_is_told_of_yemen_since_sanaa_is_its_government_in_the_data() -> None:
    war = sides(
        (1, 2016, "a", YEMEN, True, "internal", 2), (1, 2016, "b", SAUDI, False, "internal", 2),
        (1, 2016, "a", IRAN, False, "internal", 2), (1, 2016, "a", RUSSIA, False, "internal", 2),
        (2, 2016, "a", SAUDI, True, "interstate", 2), (2, 2016, "b", YEMEN, True, "interstate", 2),
    )  # fmt: skip
    assert not [*force.helpers(war, LOG), *force.fatal(war, LOG)]


def test_a_strike_names_who_struck_unless_the_title_does() -> None:
    strike = {"kind": "force", "terms": "strike", "mutual": False, "cow": USA, "partner": IRAN}
    (fact,) = force.curated(defence_facts(**strike, title="Strikes on nuclear sites"))
    assert (fact.text, fact.actor) == ("United States: strikes on nuclear sites", USA)
    (named,) = force.curated(defence_facts(**strike, title="United States strikes"))
    assert named.text == "United States strikes"


def test_troops_whose_arrival_is_not_listed_are_a_fact_of_the_day_they_left() -> None:
    (fact,) = force.curated(
        defence_facts(kind="troops", terms="based", mutual=False, start=None, start_precision=None,
                      end=date(2022, 8, 15), end_precision="day", title="Troops leave")
    )  # fmt: skip
    assert (fact.day, fact.until, fact.open_to, fact.kind) == (
        date(2022, 8, 15), None, None, "troops",
    )  # fmt: skip
