"""Forms of words, phrases in the passive, and how a code is put together."""

from __future__ import annotations

import pytest

from daylight.coding.code import code
from daylight.coding.forms import plural, verb_forms
from daylight.coding.lexicon import patterns


@pytest.mark.parametrize(
    ("base", "past", "ing"),
    [
        ("deny", "denied", "denying"),
        ("agree", "agreed", "agreeing"),
        ("ban", "banned", "banning"),
        ("visit", "visited", "visiting"),
        ("cancel", "cancelled", "canceling"),
        ("free", "freed", "freeing"),
        ("deploy", "deployed", "deploying"),
        ("withdraw", "withdrew", "withdrawing"),
        ("accuse", "accused", "accusing"),
    ],
)
def test_forms_of_verbs(base: str, past: str, ing: str) -> None:
    forms = verb_forms(base)
    assert "d" in forms[past]
    assert "g" in forms[ing]
    assert "b" in forms[base]


@pytest.mark.parametrize(
    ("noun", "many"), [("ally", "allies"), ("boycott", "boycotts"), ("crisis", "crisises")]
)
def test_plurals_follow_the_rule(noun: str, many: str) -> None:
    assert plural(noun) == many


def test_no_word_of_a_phrase_is_mistyped() -> None:
    for pattern in patterns():
        for word in (one for place in pattern.words for one in place):
            base, _, kind = word.partition("/")
            assert kind in {"", "v", "n", "a", "p"}, pattern
            assert base == "#" or base.replace("-", "").replace("'", "").isalpha(), pattern


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("France lifted its sanctions on Iran.", "085"),
        ("France will lift its sanctions on Iran.", "0354"),
        ("France urged Iran to lift its sanctions.", "0254"),
        ("France demanded that Iran lift its sanctions.", "1054"),
        ("France refused to lift its sanctions on Iran.", "1244"),
        ("France threatened to impose sanctions on Iran.", "1312"),
        ("Sanctions were imposed on Iran by France.", "163"),
        ("France suspended military aid to Chad.", "1622"),
        ("France threatened to cut off aid to Chad.", "1311"),
        ("France accused Chad of war crimes.", "1124"),
        ("France is investigating war crimes in Chad.", "094"),
        ("Students in Chad demonstrated for new elections.", "1411"),
        ("Chad received tanks from France.", "072"),
    ],
)
def test_a_code_is_made_of_a_mode_and_a_concept(said: str, expected: str) -> None:
    assert code(said)[0].code == expected


def test_who_gives_is_the_source_of_what_is_received() -> None:
    event = code("Chad received tanks from France.")[0]
    assert (event.source, event.target) == ("FRA", "TCD")
