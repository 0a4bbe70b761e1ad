"""The entry point: commands loaded when they are called, errors as one line and a code."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from daylight.catalogue import CATALOGUE
from daylight.cli.stop import if_asked, listen
from daylight.cli.streams import guard, hush, settle
from daylight.core.choices import closest
from daylight.core.errors import DaylightError, LoaderFault, ReaderGone
from daylight.core.question import Question
from daylight.core.version import __version__
from daylight.core.visible import one_line

COMMANDS = {
    "check-folder": (
        "daylight.cli.check_folder", "check_folder", "Check every article of a folder, resumable."
    ),
    "code": ("daylight.cli.code", "code", "Events of sentences: who does what to whom."),
    "states": ("daylight.cli.states", "states", "Which states names and codes mean."),
    "scenario": ("daylight.cli.scenario", "scenario", "Put your assumptions for a wedge to file."),
    "series": ("daylight.cli.series", "series", "Measures of one pair, year by year; a chart."),
    "panel": ("daylight.cli.panel", "panel", "Measures for pairs or states and years."),
    "sql": ("daylight.cli.sql", "sql", "One SELECT over the atlas, read-only."),
    "serve": ("daylight.cli.serve", "serve", "Every answer as pages in a browser."),
    "mcp": ("daylight.cli.mcp", "mcp", "Every question as a tool for an assistant."),
    "atlas": ("daylight.cli.atlas", "atlas", "The atlas in use: what it holds, build, verify."),
    "sources": ("daylight.cli.sources", "sources", "Where the numbers come from."),
    "cite": ("daylight.cli.panel", "cite", "What to cite for measures and sources."),
    "ideal-points fit": ("daylight.cli.fit", "fit", "Estimate anew from the votes."),
}  # fmt: skip
"""Commands that are no questions. One of two words hangs under the command of a question."""
INTERNAL = 70
"""Exit code for an error that is a fault of Daylight's own."""


class Lazy(click.Group):
    """A group that imports a command's module only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in reading order."""
        return [*questions(), *(name for name in COMMANDS if " " not in name)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command."""
        question = questions().get(cmd_name)
        if question is not None:
            from daylight.cli.ask import command

            below = [name for name in COMMANDS if name.startswith(f"{cmd_name} ")]
            return command(question, [loaded(name) for name in below])
        return loaded(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; of an unknown one name those that are near."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            close = closest(args[0], self.list_commands(ctx))
            hint = f"; near: {', '.join(close)}" if close else ""
            raise click.UsageError(f"No such command {args[0]!r}{hint}.", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Questions"):
            formatter.write_dl([(name, q.summary) for name, q in questions().items()])
        with formatter.section("Data"):
            formatter.write_dl([(name, text) for name, (_, _, text) in COMMANDS.items()])


def loaded(name: str) -> click.Command:
    """Import and return a command that is no question."""
    module, attribute, _ = COMMANDS[name]
    result: click.Command = getattr(import_module(module), attribute)
    return result


def questions() -> dict[str, Question]:
    """Return everything that can be asked, by its word on the command line."""
    return {question.command: question for question in CATALOGUE}


@click.command(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="daylight")
def root() -> None:
    """How tightly states are tied, where they part, and the evidence for it.

    States are ISO3 codes, COW numbers, GW:NUMBER, or names. A date is 2017-02-01, 2017-02,
    2017 or today. Questions are answered as text; --format json gives the same as data.
    """


def _code() -> int | None:
    """Run the command, and write all of its output while a failure can still be said."""
    try:
        code: int | None = root(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        code = error.exit_code
    settle()
    return code


def main() -> None:
    """Run the command line; every expected error is one line on stderr and its own code."""
    guard()
    listen()
    try:
        sys.exit(_code())
    except ReaderGone:
        sys.exit(0)
    except click.ClickException as error:
        if_asked()
        where = (
            f" See `{error.ctx.command_path} --help`."
            if isinstance(error, click.UsageError) and error.ctx
            else ""
        )
        text = one_line(error.format_message())
        click.echo(f"daylight: {text.rstrip('.')}.{where}", err=True)
        sys.exit(error.exit_code)
    except DaylightError as error:
        if_asked()
        if isinstance(error, LoaderFault) and os.environ.get("DAYLIGHT_DEBUG"):
            raise
        click.echo(f"daylight: {error}", err=True)
        sys.exit(error.exit_code)
    except (Exception, KeyboardInterrupt) as error:
        if_asked()
        if os.environ.get("DAYLIGHT_DEBUG"):
            raise
        # click makes an Abort of what it takes for the end of a typed input.
        cause = error.__cause__ if isinstance(error, click.Abort) and error.__cause__ else error
        click.echo(
            f"daylight: internal error, {type(cause).__name__}: {one_line(str(cause))}. This is "
            f"a fault of Daylight; set DAYLIGHT_DEBUG=1 for the trace and report it.",
            err=True,
        )
        sys.exit(INTERNAL)
    finally:
        hush()
