"""Each type of claim in sentences of our own: found, with who is who, and not where none is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from told import short, told

CASES = yaml.safe_load((Path(__file__).parent / "sentences.yml").read_text("utf-8"))


@pytest.mark.parametrize(("text", "wanted"), CASES["one"].items())
def test_a_sentence_gives_its_claim(text: str, wanted: str) -> None:
    assert wanted in [short(claim) for claim in told(text)]


@pytest.mark.parametrize(("text", "wanted"), CASES["exact"].items())
def test_a_sentence_gives_these_claims_and_no_more(text: str, wanted: list[str]) -> None:
    assert [short(claim) for claim in told(text)] == wanted


@pytest.mark.parametrize("text", CASES["none"])
def test_a_sentence_without_claims_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_every_type_has_a_sentence() -> None:
    from daylight.claims.records import TYPES

    assert {wanted.split()[0] for wanted in CASES["one"].values()} == set(TYPES)
