"""Leaders: by name, by surname as of a day, by office."""

from __future__ import annotations

from datetime import date

import pytest

from daylight.actors.find import find


def named(text: str, on: date | None = None) -> list[str]:
    return [m.name for m in find(text, on) if m.kind == "leader"]


@pytest.mark.parametrize(
    ("text", "on", "name"),
    [
        ("Bush agreed.", date(1990, 1, 1), "George H. W. Bush"),
        ("Bush agreed.", date(2005, 1, 1), "George W. Bush"),
        ("Bush agreed.", None, "George W. Bush or George H. W. Bush"),
        ("Johnson agreed.", date(1966, 1, 1), "Lyndon B. Johnson"),
        ("Johnson agreed.", date(2021, 1, 1), "Boris Johnson"),
        ("Johnson met Macron.", None, "Boris Johnson"),
        ("Johnson met Kosygin.", None, "Lyndon B. Johnson"),
        ("In 1966 Johnson agreed.", None, "Lyndon B. Johnson"),
        ("Prime Minister Johnson agreed.", None, "Boris Johnson"),
        ("Castro agreed.", date(1970, 1, 1), "Fidel Castro"),
        ("Castro agreed.", date(2012, 1, 1), "Raúl Castro"),
        ("Assad agreed.", date(1985, 1, 1), "Hafez al-Assad"),
        ("Mrs May agreed.", date(2018, 1, 1), "Theresa May"),
        ("Rice told Olmert so.", date(2006, 7, 1), "Condoleezza Rice"),
        ("Ceausescu agreed.", date(1975, 1, 1), "Nicolae Ceaușescu"),
        ("Mao Tse-tung agreed.", date(1972, 1, 1), "Mao Zedong"),
        ("Jordan's King Abdullah agreed.", date(2010, 1, 1), "Abdullah II"),
        ("Saudi Arabia's King Abdullah agreed.", date(2010, 1, 1), "Abdullah of Saudi Arabia"),
    ],
)
def test_who_is_meant(text: str, on: date | None, name: str) -> None:
    assert named(text, on)[0] == name


def test_a_surname_means_no_one_who_was_not_yet_in_office() -> None:
    assert named("Putin agreed.", date(1985, 1, 1)) == []
    assert named("Bush agreed.", date(1970, 1, 1)) == []


@pytest.mark.parametrize(
    "text",
    ["Rice exports rose.", "They leave in May.", "Begin at once.", "Carter Page left."],
)
def test_common_words_and_other_people_are_no_leaders(text: str) -> None:
    assert find(text, date(2006, 7, 1)) == ()


@pytest.mark.parametrize(
    ("text", "on", "name"),
    [
        ("The Russian president left.", date(2005, 1, 1), "Vladimir Putin"),
        ("The Russian president left.", date(1995, 1, 1), "Boris Yeltsin"),
        ("Iran's foreign minister left.", date(2015, 1, 1), "Mohammad Javad Zarif"),
        ("The German chancellor left.", date(1985, 1, 1), "Helmut Kohl"),
        ("The president of the United States left.", date(1963, 1, 1), "John F. Kennedy"),
        ("The U.S. secretary of state left.", date(2003, 1, 1), "Colin Powell"),
        ("North Korea's leader left.", date(2005, 1, 1), "Kim Jong-il"),
    ],
)
def test_the_day_tells_who_held_an_office(text: str, on: date, name: str) -> None:
    (found,) = find(text, on)
    assert (found.kind, found.role, found.name) == ("leader", "office", name)


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("The Russian president left.", None),
        ("The former Russian president left.", date(2005, 1, 1)),
        ("The Russian president-elect left.", date(2005, 1, 1)),
    ],
)
def test_an_office_without_its_holder_is_of_the_state(text: str, on: date | None) -> None:
    (found,) = find(text, on)
    assert (found.kind, found.ids) == ("people", ("RUS",))


def test_who_stood_for_two_stands_for_the_one_of_the_day() -> None:
    assert find("Stoltenberg agreed.", date(2010, 1, 1))[0].ids == ("NOR",)
    assert find("Stoltenberg agreed.", date(2020, 1, 1))[0].ids == ("NATO",)
    assert find("Shevardnadze agreed.", date(1988, 1, 1))[0].ids == ("RUS",)
    assert find("Shevardnadze agreed.", date(2000, 1, 1))[0].ids == ("GEO",)
    assert find("Shevardnadze agreed.")[0].ids == ("RUS", "GEO")
