"""The sentence on how two states stand: short, true by rule, with what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from daylight.bonds.headings import (
    most_text,
    record_text,
    records_text,
    standing_text,
    time_text,
)
from daylight.bonds.reasons import ACTS, PHRASES, TRADE, phrase, reasons, trade
from daylight.bonds.records import ItemResult, LedgerResult, Quantity, Record, Relationship
from daylight.bonds.stands import ALLIES, PLAIN, RIVALS, STRANGERS, TORN
from daylight.bonds.words import (
    LIKELY,
    MOST_WORDS,
    WORDS,
    ZONE_RULE,
    summary,
    used,
)
from daylight.core.estimate import Estimate
from daylight.ledgers.items import BY_NAME
from daylight.ledgers.relationship.form import ZONES
from daylight.store.schemas.ledgers import LEDGERS, Ledger
from small_answers import FACT, item, ledger, small_bond

YEAR = 2016
Made = dict[Ledger, LedgerResult]


def part(name: str, points: float, raw: tuple[float, ...], **changes: Any) -> ItemResult:
    of = BY_NAME[name]
    value = Quantity(points, points, points, changes.pop("status", "observed"))
    return item(name, points=value, maximum=of.maximum, raw=raw, **changes)


def made(parts: Mapping[Ledger, tuple[ItemResult, ...]], **changes: Any) -> Made:
    out: Made = {}
    for name in LEDGERS:
        items = parts.get(name, ())
        value = min(sum(i.points.value or 0.0 for i in items), 100.0)
        out[name] = ledger(name, value, items=items, **changes.get(name, {}))
    return out


ALLIED: Mapping[Ledger, tuple[ItemResult, ...]] = {
    "military_cooperation": (
        part("promise", 50.0, (5.0, 5.0)),
        part("arms", 12.0, (0.0, 2.0)),
        part("side_by_side", 15.0, (0.0, 3.0)),
    ),
    "economic_cooperation": (
        part("trade_volume", 3.0, (40.0,)),
        part("trade_share", 5.0, (0.001, 0.05)),
    ),
}
FOES: Mapping[Ledger, tuple[ItemResult, ...]] = {
    "military_conflict": (part("disputes", 39.0, (1.95,)), part("fatal_conflict", 80.0, (4.0,))),
    "political_conflict": (part("rivalry", 60.0, (1.0,), status="carried", known=2012),),
    "economic_conflict": (part("sanctions", 30.0, (30.0, 0.0)),),
}


def stands(word: str, zone: Any = "negative_peace", most: float = 0.8) -> Relationship:
    chances = {z: most if z == zone else (1 - most) / 4 for z in ZONES}
    rival = Quantity(0.04, 0.005, 0.08, "carried")
    return Relationship(word, zone, chances, rival, rival, rival, "carried")


def said(word: str, parts: Mapping[Ledger, tuple[ItemResult, ...]], **zone: Any) -> Any:
    return summary(small_bond().request, stands(word, **zone), made(parts), (FACT,))


def test_allies_are_told_by_their_promise_their_war_and_their_trade() -> None:
    text = said(ALLIES, ALLIED, zone="warm_peace").findings[0].text
    assert text == (
        "Russia and Iran were allies in 2016: a promise of defence in force, troops on one side "
        "in war and little trade"
    )


def test_no_zone_is_the_word_for_an_alliance() -> None:
    headline = said(ALLIES, ALLIED, zone="warm_peace").headline
    assert "warm" not in headline
    assert "rivalry is very unlikely (4 in 100, under 1 to 8)" in headline


def test_where_a_zone_gives_the_word_its_chance_stands_beside_it() -> None:
    headline = said(PLAIN["negative_peace"], {}).headline
    assert "negative peace is likely (80 in 100)" in headline


def test_of_rivals_what_divides_comes_first() -> None:
    text = said(RIVALS, {**ALLIED, **FOES}).findings[0].text
    assert "were rivals in 2016: fatal conflict, a strategic rivalry seen to 2012" in text
    assert "sanctions" not in text or text.index("sanctions") > text.index("fatal")


def test_of_allies_in_conflict_both_are_told() -> None:
    text = said(TORN, {**ALLIED, **FOES}).findings[0].text
    assert "in 2016: a promise of defence in force, fatal conflict" in text


def test_peace_without_a_known_promise_says_so() -> None:
    lesser = {"military_cooperation": (part("promise", 7.0, (3.0, 3.0)),)}
    text = said(PLAIN["negative_peace"], lesser).findings[0].text
    assert text.endswith("in 2016: no promise of defence known")


@pytest.mark.parametrize("word", [ALLIES, RIVALS, TORN, PLAIN["negative_peace"]])
@pytest.mark.parametrize("parts", [{}, ALLIED, FOES, {**ALLIED, **FOES}])
def test_the_first_sentence_is_short_with_one_colon(
    word: str, parts: Mapping[Ledger, tuple[ItemResult, ...]]
) -> None:
    text = said(word, parts).findings[0].text
    assert len(text.split()) <= MOST_WORDS
    assert text.count(":") <= 1 and ";" not in text


def test_every_item_that_can_be_told_has_words_for_now_and_before() -> None:
    assert {*PHRASES, *ACTS} <= set(BY_NAME)
    for name in ACTS:
        of = BY_NAME[name]
        now = part(name, of.maximum, (5.0 if of.maximum == 100 else 3.0,), known=YEAR)
        faded = part(name, of.maximum, (2.35,), known=YEAR)
        assert phrase(now, YEAR) == ACTS[name][0]
        assert phrase(faded, YEAR) == phrase(replace(now, known=2014), YEAR) == ACTS[name][1]


def test_what_lasts_is_told_as_last_seen() -> None:
    old = part("promise", 50.0, (5.0, 5.0), status="carried", known=2012)
    assert phrase(old, YEAR) == "a promise of defence seen to 2012"
    assert phrase(replace(old, known=YEAR), YEAR) == "a promise of defence in force"


def test_reasons_point_at_their_items() -> None:
    found = reasons(made(ALLIED), ("military_cooperation",), YEAR)
    assert [r.evidence[0] for r in found] == [
        f"/military/cooperation/items/{k}/points/value" for k in (0, 2, 1)
    ]


def test_trade_that_is_not_known_is_not_told() -> None:
    unknown = part("trade_volume", 0.0, (0.0,))
    gone = replace(unknown, points=Quantity(None, None, None, "missing"))
    shares = part("trade_share", 5.0, (0.1, 0.1))
    assert trade(made({"economic_cooperation": (gone, shares)})) is None
    known = trade(made({"economic_cooperation": (unknown, shares)}))
    assert known is not None and known.text == "little trade"


def test_what_is_carried_is_told_the_most_first() -> None:
    old = {
        "military_cooperation": {"status": "carried", "carried": 9.0},
        "economic_cooperation": {"status": "carried", "carried": 4.0},
    }
    told = made(ALLIED, **old)
    text = summary(small_bond().request, stands(ALLIES), told, ()).findings[2].text
    assert text == (
        "Carried past the end of a source: 9 of 77 points of military cooperation and 4 of 8 "
        "points of economic cooperation"
    )


def test_the_ledgers_with_fewer_carried_points_are_named() -> None:
    old = {"status": "carried", "carried": 2.0}
    told = {name: ledger(name, 20.0, **old) for name in LEDGERS[:4]}
    text = summary(small_bond().request, stands(ALLIES), {**made({}), **told}, ()).findings[2].text
    assert text.endswith("and fewer points of political cooperation and political conflict")


def test_a_ledger_without_a_number_is_told_before_what_is_carried() -> None:
    told = made(ALLIED)
    told["military_conflict"] = replace(told["military_conflict"], status="not_published")
    text = summary(small_bond().request, stands(ALLIES), told, ()).findings[2].text
    assert text == "Military conflict of 2016 is too uncertain for a number"


def test_strangers_have_no_chances() -> None:
    none = Quantity(None, None, None, "not_published")
    nobody = Relationship(STRANGERS, None, None, none, none, none, "observed")
    headline = summary(small_bond().request, nobody, made({}), ()).headline
    assert headline.startswith("Russia and Iran had no relation to speak of in 2016. No chances")


def test_headings_of_the_page_say_what_is_there() -> None:
    bond = small_bond()
    assert most_text(bond) == (
        "Most cooperation is political, 43 (seen); most conflict known is economic, 14 (seen)"
    )
    assert time_text(bond) == (
        "Place on the peace scale, 0 to 1: 0.52 (0.48 to 0.60) in 2010, 0.52 (0.48 to 0.60) in 2016"
    )
    assert records_text(bond) == ("Nothing is surely higher in 2016 than in all years from 1992 on")
    assert standing_text(bond.standing[0]) == ("Military cooperation: ahead of 61 % of 4,000 pairs")
    assert standing_text(bond.standing[2]) == (
        "Economic cooperation: no points, as 11,000 pairs have"
    )


@pytest.mark.parametrize(
    ("verdict", "text"),
    [
        ("highest", "with Iran 4 %, highest since 1992 by more than 0.4 %"),
        ("new", "with Iran 4 %, new: none from 1992 on"),
        ("not the highest", "with Iran 4 %, not the highest: 5 % in 2000"),
        ("cannot tell", "with Iran 4 %, cannot tell"),
    ],
)
def test_a_record_is_told_with_its_margin_and_of_whom(verdict: str, text: str) -> None:
    record = Record("trade_share_ab", "Share", "part", 0.04, 2001, 1992,
                    Estimate(0.05, n=2000), 0.004, verdict)  # fmt: skip
    told = record_text(record, small_bond())
    assert told == f"Part of the trade of Russia that is {text}"


def test_each_answer_says_what_its_own_words_stand_for() -> None:
    bond = small_bond()
    assert used(bond) == (ZONE_RULE, TRADE, LIKELY)
    allied = replace(bond, relationship=replace(bond.relationship, word=ALLIES))
    assert used(allied)[0].legend().startswith("Allies: a promise of defence")
    assert used(replace(bond, history=())) == ()
    assert {entry.legend() for entry in WORDS} >= {entry.legend() for entry in used(allied)}
