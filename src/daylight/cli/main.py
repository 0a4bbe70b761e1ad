"""The entry point: commands loaded when they are called, errors as one line and a code."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from daylight import __version__
from daylight.core.errors import DaylightError

COMMANDS = {
    "brief": ("daylight.cli.questions", "brief", "All of it on one page."),
    "bond": ("daylight.cli.questions", "bond", "How tightly two states are tied; one: its ties."),
    "compare": ("daylight.cli.questions", "compare", "Ties side by side."),
    "analogues": ("daylight.cli.questions", "analogues", "Ties that were like this one."),
    "divergence": ("daylight.cli.questions", "divergence", "Where two states part, by issue."),
    "ideal-points": ("daylight.cli.ideal_points", "ideal_points", "Where states stand, by year."),
    "panel": ("daylight.cli.panel", "panel", "Measures for all pairs and years."),
    "sql": ("daylight.cli.sql", "sql", "One SELECT over the atlas, read-only."),
    "atlas": ("daylight.cli.atlas", "atlas", "The atlas in use: what it holds, build, verify."),
    "sources": ("daylight.cli.sources", "sources", "Where the numbers come from."),
    "cite": ("daylight.cli.panel", "cite", "What to cite for measures."),
}
INTERRUPTED = 130
INTERNAL = 70
"""Exit code for an error that is a fault of Daylight's own."""


class Lazy(click.Group):
    """A group that imports a command's module only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in reading order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command."""
        if cmd_name not in COMMANDS:
            return None
        module, name, _ = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, _, text) in COMMANDS.items()])


@click.command(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="daylight")
def root() -> None:
    """How tightly states are tied, where they part, and the evidence for it.

    States are ISO3 codes, COW numbers, GW:NUMBER, or names. A date is 2017-02-01, 2017-02 or
    2017. On a terminal the output is text; piped, it is JSON or CSV.
    """


def main() -> None:
    """Run the command line; every expected error is one line on stderr and its own code."""
    try:
        sys.exit(root(standalone_mode=False))
    except click.Abort:
        sys.exit(INTERRUPTED)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        sys.exit(error.exit_code)
    except click.ClickException as error:
        where = (
            f" See `{error.ctx.command_path} --help`."
            if isinstance(error, click.UsageError) and error.ctx
            else ""
        )
        click.echo(f"daylight: {error.format_message().rstrip('.')}.{where}", err=True)
        sys.exit(error.exit_code)
    except DaylightError as error:
        click.echo(f"daylight: {error}", err=True)
        sys.exit(error.exit_code)
    except Exception as error:
        # Polars reports a closed pipe as a plain OSError without a number.
        if isinstance(error, BrokenPipeError) or "Broken pipe" in str(error):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)
        if os.environ.get("DAYLIGHT_DEBUG"):
            raise
        click.echo(
            f"daylight: internal error, {type(error).__name__}: {error}. This is a fault of "
            f"Daylight; set DAYLIGHT_DEBUG=1 for the trace and report it.",
            err=True,
        )
        sys.exit(INTERNAL)
