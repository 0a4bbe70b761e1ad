"""The server for assistants, asked by the SDK's own client."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from daylight.api.arguments import QUESTIONS
from daylight.store.atlas import current

pytest.importorskip("mcp")

from daylight.mcp.server import server
from mcp import Client, StdioServerParameters

pytestmark = pytest.mark.filterwarnings("ignore")


def with_client(use: Callable[[Client], Awaitable[Any]], to: Any = None) -> Any:
    async def run() -> Any:
        async with Client(to or server()) as client:
            return await use(client)

    return asyncio.run(run())


def call(name: str, arguments: dict[str, Any], to: Any = None) -> Any:
    return with_client(lambda client: client.call_tool(name, arguments), to)


def test_there_is_a_tool_a_question() -> None:
    found = with_client(lambda client: client.list_tools()).tools
    assert [tool.name for tool in found] == [*QUESTIONS]
    for tool in found:
        assert tool.input_schema["additionalProperties"] is False
        assert tool.annotations.read_only_hint is True
        assert "daylight" in tool.description


def test_an_answer_has_its_sources_and_caveats() -> None:
    found = call("bond", {"a": "Russia", "b": "Iran", "as_of": "2017-02-01"})
    assert not found.is_error
    data = found.structured_content
    assert data["request"]["atlas"] == current().manifest.id
    assert data["sources"] and data["caveats"] and data["relationship"]["word"]
    assert data["answer"]["headline"].split(".")[0] in " ".join(found.content[0].text.split())
    assert list(data["left_out"]) == ["history"]
    whole = call("bond", {"a": "RUS", "b": "IRN", "as_of": "2017-02-01", "whole": True})
    assert whole.structured_content["history"]


@pytest.mark.parametrize(
    ("name", "arguments", "says"),
    [
        ("bond", {"a": "RUS"}, "b is missing"),
        ("bond", {"a": "RUS", "b": "Atlantis"}, "Atlantis"),
        ("bond", {"a": "RUS", "b": "IRN", "as_of": "2099"}, "outside what the atlas covers"),
        ("bond", {"a": "RUS", "b": "IRN", "whole": "yes"}, "true or false"),
        ("weather", {}, "No question is called 'weather'"),
    ],
)
def test_a_bad_call_gets_the_same_plain_error(
    name: str, arguments: dict[str, Any], says: str
) -> None:
    found = call(name, arguments)
    assert found.is_error
    assert says in found.content[0].text
    assert "Traceback" not in found.content[0].text
    assert found.structured_content["error"]["message"] == found.content[0].text


@pytest.mark.slow
def test_the_command_serves_over_standard_input_and_output() -> None:
    command = StdioServerParameters(command=sys.executable, args=["-m", "daylight", "mcp"])
    found = call("bloc", {"bloc": "EAEU", "as_of": "2017-02-01"}, command)
    members = {one["state"]["code"] for one in found.structured_content["members"]}
    assert {"RUS", "BLR", "KAZ", "ARM", "KGZ"} <= members
    assert json.dumps(found.structured_content)
