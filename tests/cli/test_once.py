"""An option that is given twice is refused, since only one of the two could count."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from daylight.cli.main import root
from daylight.core.errors import BadInput


@pytest.mark.parametrize(
    ("words", "option"),
    [
        ("wedge RUS IRN --divider USA --divider CHN", "--divider"),
        ("bond RUS IRN --as-of 2017 --as-of 2018", "--as-of"),
        ("bond RUS IRN --format json --format csv", "--format"),
        ("bond RUS IRN -o a.json --output b.json", "--output"),
    ],
)
def test_an_option_given_twice_is_named(words: str, option: str) -> None:
    result = CliRunner().invoke(root, words.split())
    assert isinstance(result.exception, BadInput)
    assert f"{option} is given 2 times; give it once." in str(result.exception)
