"""The list of blocs on a date, on the atlas that ships."""

from __future__ import annotations

import json

from click.testing import CliRunner

from daylight.bloc_list.blocs import blocs
from daylight.cli.main import root


def test_blocs_of_the_day_stand_with_members_and_hub() -> None:
    found = {one.bloc: one for one in blocs(as_of="2017-02-01").blocs}
    assert len(found) >= 45
    assert found["EAEU"].members == 5
    assert found["NATO"].members == 28
    hub = found["CSTO"].hub
    assert hub is not None
    assert hub.code == "RUS"
    assert not {"Warsaw Pact", "AUKUS"} & set(found)
    for one in found.values():
        if one.hub_share is not None:
            assert one.lo <= one.hub_share <= one.hi  # type: ignore[operator]


def test_those_that_had_ended_stand_on_request() -> None:
    found = {one.bloc: one for one in blocs(as_of="2017-02-01", ended=True).blocs}
    assert found["Warsaw Pact"].ended is not None
    assert found["Warsaw Pact"].members == 0
    assert found["NATO"].ended is None


def test_before_all_of_them_the_list_is_empty() -> None:
    found = blocs(as_of="1900-01-01")
    assert found.blocs == ()
    assert "0 blocs" in found.headline


def test_the_command_gives_what_the_function_gives() -> None:
    words = ["blocs", "--as-of", "2017-02-01", "--format", "json"]
    result = CliRunner().invoke(root, words)
    assert json.loads(result.output) == blocs(as_of="2017-02-01").to_dict()
