"""What a text names: names, peoples, capitals, organs, blocs, places and offices."""

from __future__ import annotations

from datetime import date

import pytest

from daylight.actors.find import find
from daylight.actors.records import Mention


def only(text: str, on: date | None = None) -> Mention:
    (mention,) = find(text, on)
    return mention


def ids(text: str, on: date | None = None) -> list[str]:
    return ["/".join(mention.ids) for mention in find(text, on)]


@pytest.mark.parametrize(
    ("text", "kind", "role", "code"),
    [
        ("Then Iran agreed.", "state", "name", "IRN"),
        ("An Iranian envoy left.", "state", "demonym", "IRN"),
        ("It annoyed Tehran.", "state", "capital", "IRN"),
        ("The talks in Tehran failed.", "place", "capital", "IRN"),
        ("It annoyed the Kremlin.", "state", "seat", "RUS"),
        ("It annoyed the Élysée.", "state", "seat", "FRA"),
        ("The IRGC fired.", "state", "organ", "IRN"),
        ("The Islamic Republic fired.", "state", "epithet", "IRN"),
        ("They fear pro-Russian rallies.", "state", "attitude", "RUS"),
        ("Planes left Khmeimim Air Base.", "place", "base", "SYR"),
        ("Talks with Palestinians failed.", "people", "demonym", "PSE"),
        ("The CSTO met.", "bloc", "name", "CSTO"),
        ("The German chancellor left.", "people", "office", "DEU"),
    ],
)
def test_how_the_words_stand_for_the_actor(text: str, kind: str, role: str, code: str) -> None:
    found = only(text)
    assert (found.kind, found.role, found.ids) == (kind, role, (code,))
    assert found.settled


def test_names_are_the_usual_ones() -> None:
    assert only("Burma agreed.").name == "Myanmar"
    assert only("The Shanghai Cooperation Organization met.").ids == ("SCO",)
    assert only("Planes left Hmeimim.").name == "Khmeimim Air Base"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Russian-Iranian ties", ["RUS", "IRN"]),
        ("the Sino-Soviet split", ["CHN", "RUS"]),
        ("a U.S.-led coalition", ["USA"]),
        ("Anglo-American oil", ["GBR", "USA"]),
        ("Iran’s navy, Iraq's army", ["IRN", "IRQ"]),
        ("US, USA, U.S. and U.S.A.", ["USA"] * 4),
        ("UK, U.K., USSR, DPRK, PRC, UAE, DRC", "GBR GBR RUS PRK CHN ARE COD".split()),  # noqa: SIM905
        ("São Tomé and Sao Tome", ["STP", "STP"]),
        ("N. Korea and S. Korea", ["PRK", "KOR"]),
        ("MOSCOW WARNS TEHRAN", ["RUS", "IRN"]),
        ("russia warns iran", ["RUS", "IRN"]),
        ("St. Lucia, St Lucia and Saint Lucia", ["LCA"] * 3),
        ("Guinea-Bissau, Guinea, Papua New Guinea, Equatorial Guinea", "GNB GIN PNG GNQ".split()),  # noqa: SIM905
        ("Niger and Nigeria, Dominica and the Dominican Republic", "NER NGA DMA DOM".split()),  # noqa: SIM905
        ("OPEC+ and OPEC", ["OPEC+", "OPEC"]),
        ("Nato and Asean", ["NATO", "ASEAN"]),
    ],
)
def test_spellings(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Latin America and North America",
        "the South China Sea and the Indian Ocean",
        "Tell us what turkey costs.",
        "post-Soviet space and former Soviet republics",
        "Michael Jordan and Chad Smith",
        "The letter was in French.",
        "An Iranian-born doctor",
        "the bloc, the union, the Kingdom",
        "The Washington Post and the Kyoto Protocol",
        "Ivanka Trump and the Clinton Foundation",
        "GIVE US PEACE",
        "",
        "   ",
    ],
)
def test_words_that_name_no_actor(text: str) -> None:
    assert find(text) == ()


def test_a_place_of_another_state_is_not_the_state() -> None:
    assert [(m.kind, m.ids) for m in find("New Mexico and American Samoa")] == [
        ("place", ("USA",)),
        ("place", ("USA",)),
    ]


def test_a_state_an_office_and_a_name_are_one_mention() -> None:
    text = "Then Iran’s Supreme Leader Ayatollah Ali Khamenei spoke."
    found = only(text, date(2015, 7, 18))
    assert found.text == "Iran’s Supreme Leader Ayatollah Ali Khamenei"
    assert (found.kind, found.name, found.ids) == ("leader", "Ali Khamenei", ("IRN",))


def test_brackets_within_a_name_do_no_harm() -> None:
    found = only("“What [Russian President Vladimir] Putin would demand”")
    assert found.name == "Vladimir Putin"
