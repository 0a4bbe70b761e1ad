"""The protocol: the official SDK's server over standard input and output."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from daylight.core.errors import BadInput, MissingExtra
from daylight.core.version import __version__
from daylight.mcp.tools import ABOUT, Tool, call, tools

if TYPE_CHECKING:
    from mcp.server import Server

AT_ONCE = 2
"""Calls that are answered at the same time; more wait."""


def server() -> Server[Any]:
    """Return a server with one tool a question.

    Raises
    ------
    MissingExtra
        Without the SDK.
    """
    try:
        import anyio
        from mcp.server import Server

        from mcp import types
    except ImportError:
        raise MissingExtra(
            "An MCP server needs the official SDK; install it with the extra `mcp`: pip install "
            "'.[mcp]' in a clone of Daylight."
        ) from None
    limiter = anyio.CapacityLimiter(AT_ONCE)

    async def listed(context: Any, params: Any) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[_declared(tool) for tool in tools()])

    async def called(context: Any, params: types.CallToolRequestParams) -> types.CallToolResult:
        found = await anyio.to_thread.run_sync(
            call, params.name, params.arguments or {}, limiter=limiter
        )
        return types.CallToolResult(
            content=[types.TextContent(type="text", text=found.text)],
            structured_content=found.data,
            is_error=found.failed,
        )

    return Server(
        "daylight",
        version=__version__,
        title="Daylight",
        instructions=ABOUT,
        on_list_tools=listed,
        on_call_tool=called,
    )


def _declared(tool: Tool) -> Any:
    from mcp import types

    return types.Tool(
        name=tool.name,
        description=tool.description,
        input_schema=tool.takes,
        annotations=types.ToolAnnotations(
            read_only_hint=True, idempotent_hint=True, open_world_hint=False
        ),
    )


def serve() -> None:
    """Serve on standard input and output until the other side closes.

    Raises
    ------
    MissingExtra
        Without the SDK.
    BadInput
        Where standard input or output is closed.
    """
    if sys.stdin is None or sys.stdout is None:
        raise BadInput(
            "An assistant's program must be at standard input and output, and one is closed; let "
            "it start `daylight mcp`."
        )
    made = server()
    import anyio
    from mcp.server.stdio import stdio_server

    async def run() -> None:
        async with stdio_server() as (incoming, outgoing):
            await made.run(incoming, outgoing, made.create_initialization_options())

    anyio.run(run)
