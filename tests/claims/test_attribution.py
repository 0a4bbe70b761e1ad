"""How far the writer stands behind a claim, and to whom it is put down."""

from __future__ import annotations

import pytest
from told import told

CASES = {
    "Iran is a member of the SCO.": "asserted",
    "If Georgia joins NATO, Russia will protest.": "hypothetical",
    "Whether Serbia is a member of NATO is disputed.": "hypothetical",
    "Putin said in 2015 that Iran is a member of the SCO.": "reported",
    "According to Macron, Serbia is a candidate for the European Union.": "reported",
    "Iran is a member of the SCO, Putin said.": "reported",
    "Perhaps Mongolia is an observer in the SCO.": "opinion",
    "I think that Serbia is a member of NATO.": "opinion",
    "Serbia is arguably a member of the European Union.": "opinion",
    "Iran, according to Macron, is a member of the SCO.": "reported",
    "Iran, it is whispered, is a member of the SCO.": "reported",
    "No state can be said to doubt that Iran is a member of the SCO.": "asserted",
    "Macron announced a trip to Iran, which is a member of the SCO.": "asserted",
    "The claim to the island is old, and Iran is a member of the SCO.": "asserted",
    "Were Sweden to win, Serbia would be a member of NATO.": "hypothetical",
    "Russia was blamed, but Iran is a member of the SCO.": "asserted",
}


@pytest.mark.parametrize(("text", "wanted"), CASES.items())
def test_attribution_of_membership(text: str, wanted: str) -> None:
    found = [c for c in told(text) if c.type in ("membership", "candidate")]
    assert [claim.attribution for claim in found] == [wanted]


def test_the_speaker_is_named() -> None:
    claim = next(c for c in told("Macron says Serbia is a candidate for the European Union."))
    assert claim.speaker == "Emmanuel Macron"


def test_a_judgement_is_an_opinion() -> None:
    assert [c.attribution for c in told("The treaty with Iran is a disgrace.")] == ["opinion"]


def test_without_words_of_speech_nobody_speaks() -> None:
    assert told("Iran is a member of the SCO.")[0].speaker is None
