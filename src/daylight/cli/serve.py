"""Serve the explorer in a browser."""

from __future__ import annotations

import click


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS",
              help="Where to listen; another than this machine opens it to others.")  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535), default=8017, show_default=True,
              help="0 for any that is free.")  # fmt: skip
@click.option("--browser/--no-browser", default=True, show_default=True, help="Open a browser.")
def serve(host: str, port: int, browser: bool) -> None:
    """Open every answer as pages in a browser, from a server on this machine.

    Nothing is fetched from elsewhere. Stop it with Ctrl-C.

    Example: daylight serve --no-browser
    """
    from daylight.cli.notes import note
    from daylight.web.serve import loopback
    from daylight.web.serve import serve as run

    def opened(address: str) -> None:
        note(f"Daylight is at {address}; stop it with Ctrl-C")
        if not loopback(host):
            note("It is open to other machines: whoever reaches this one can ask, and load it")
        if browser:
            import webbrowser

            webbrowser.open(address)

    run(host, port, opened)
