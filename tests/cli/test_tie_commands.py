"""The commands about ties: what they answer, and what they refuse."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from daylight.cli.main import root
from daylight.core.errors import BadInput

AS_OF = ("--as-of", "2017-02-01")


def run(*words: str) -> Result:
    return CliRunner().invoke(root, list(words))


@pytest.mark.parametrize(
    "words",
    [
        ("bond", "RUS", "IRN", "--since", "1992"),
        ("bond", "RUS", "--by", "political", "--count", "3"),
        ("compare", "RUS:IRN", "RUS:BLR"),
    ],
)
def test_text_fits_a_terminal_and_json_is_json(words: tuple[str, ...]) -> None:
    text = run(*words, *AS_OF, "--format", "text")
    assert text.exit_code == 0, text.output
    assert max(len(line) for line in text.output.splitlines()) <= 80
    found = run(*words, *AS_OF, "--format", "json")
    assert found.exit_code == 0
    assert json.loads(found.output)["request"]["as_of"] == "2017-02-01"


def test_since_moves_the_start_of_the_past() -> None:
    found = json.loads(
        run("bond", "RUS", "IRN", "--since", "1992", *AS_OF, "--format", "json").output
    )
    assert found["since"] == 1992
    assert {r["since"] for r in found["records"]} == {1992}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("bond", "RUS", "--since", "1992"), "two states"),
        (("bond", "RUS", "--point", "promise=1"), "two states"),
        (("bond", "RUS", "IRN", "--by", "overall"), "one state"),
        (("bond", "RUS", "IRN", "--since", "2016", *AS_OF), "from 1946"),
        (("bond", "RUS", "IRN", "--since", "1500", *AS_OF), "from 1946"),
        (("compare", "RUS:IRN", "IRN:RUS"), "given twice"),
        (("compare", "RUS:IRN"), "two to 6"),
        (("compare", "RUS-IRN", "RUS:BLR"), "RUS:IRN"),
    ],
)
def test_what_cannot_be_asked_says_why(words: tuple[str, ...], says: str) -> None:
    found = run(*words)
    assert isinstance(found.exception, BadInput)
    assert says in str(found.exception)
