"""Whom words mean that name nobody."""

from __future__ import annotations

import pytest
from told import short, told

CASES = {
    "The European Union was founded in 1993. The bloc has 28 members.":
        "count members - > EU = 28",
    "NATO is split. The 32-member alliance will meet.": "count members - > NATO = 32",
    "Iran joined the SCO. It left OPEC.": "membership leave IRN > OPEC",
    "Japan and Peru are far. Trade between the two countries has halved.":
        "trend change JPN+PER > -",
    "Sadat was cross. On March 14 he asked parliament to end the treaty of friendship with Moscow.":
        "sequence treaty EGY > RUS",
    "ASEAN is slow. The ten have agreed on nothing, and the rest depend on Indonesia.":
        "tether hub IDN > ASEAN",
    "ASEAN met in Bangkok. East Timor became its eleventh member.":
        "membership member TLS > ASEAN",
    "Egypt was angry. The treaty of friendship with Moscow, which had been signed in 1971, died.":
        "sequence treaty EGY > RUS",
    "Egypt, which housed the offices of the Arab League, was shut out of it in 1979.":
        "membership leave EGY > Arab League",
    "Mercosur met. Bolivia and Chile were admitted to it.": "membership join BOL+CHL > Mercosur",
    "The Bolivarian alternative, born in 2004, was joined by Honduras in 2008.":
        "membership join HND > ALBA",
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES.items())
def test_the_one_named_before_is_meant(text: str, wanted: str) -> None:
    assert wanted in [short(claim) for claim in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The bloc has 28 members.",
        "Trade between the two countries has halved.",
        "It joined the club in 1999.",
        "Germany slept. No Soviet leader had ever visited the island.",
        "He flew there in May.",
        "Mercosur met. The Andean Community has four members.",
        "Mercosur met. The other bloc has four members.",
        "The United Nations met. The six joined in 1999.",
        "ASEAN met. It should be recalled by all.",
        "Qatar slept. It is three weeks since the storm.",
    ],
)
def test_nobody_is_made_up(text: str) -> None:
    assert told(text) == []


def test_the_name_of_another_body_is_not_the_one_named_before() -> None:
    """No list holds the Latin Union; the EU is not meant by it."""
    text = "France is a member of the European Union. Italy is a member of the Latin Union."
    assert [short(claim) for claim in told(text)] == ["membership member FRA > EU"]
