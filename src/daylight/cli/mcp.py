"""Serve the questions to an assistant."""

from __future__ import annotations

import click


@click.command()
def mcp() -> None:
    """Serve every question as a tool of the Model Context Protocol, over standard input and output.

    An assistant's program starts this; docs/how-to/assistants.md says how to name it there.
    """
    from daylight.mcp.server import serve

    serve()
