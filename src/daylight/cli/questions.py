"""The questions about two states: brief, bond, divergence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from daylight.cli.output import show
from daylight.core.errors import BadInput

Command = Callable[..., Any]


def _common(*formats: str) -> Callable[[Command], Command]:
    """Add the arguments and options that all questions share."""

    def add(command: Command) -> Command:
        for decorate in (
            click.option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not."),
            click.option("--format", "format_", type=click.Choice(formats), help="Output format."),
            click.option("--as-of", "when", metavar="DATE", help="Only what was observable then."),
            click.argument("b", metavar="STATE_B"),
            click.argument("a", metavar="STATE_A"),
        ):
            command = decorate(command)
        return command

    return add


@click.command()
@_common("text", "json", "html")
@click.option("--divider", metavar="STATE", help="An outside power to set both against.")
def brief(
    a: str, b: str, divider: str | None, when: str | None, format_: str | None, output: str | None
) -> None:
    """Answer on one page how two states are tied and where they part.

    Example: daylight brief RUS IRN --divider USA --as-of 2017-02-01 -o brief.html
    """
    from daylight.briefs.brief import brief as ask

    def page(result: Any) -> str:
        from daylight.briefs.html import render

        return render(result)

    show(ask(a, b, divider, when), format_, output, page)


@click.command()
@_common("text", "json")
@click.option(
    "--weight", "weights", multiple=True, metavar="COMPONENT=NUMBER", help="Replace a weight."
)
def bond(
    a: str,
    b: str,
    when: str | None,
    weights: tuple[str, ...],
    format_: str | None,
    output: str | None,
) -> None:
    """Measure how tightly two states are tied, by dimension, against all other pairs.

    Example: daylight bond RUS IRN --as-of 2017-02-01
    """
    from daylight.bonds.bond import bond as ask

    show(ask(a, b, when, dict(_weight(text) for text in weights)), format_, output)


@click.command()
@_common("text", "json")
@click.option("--divider", metavar="STATE", help="An outside power to compare both with.")
def divergence(
    a: str, b: str, divider: str | None, when: str | None, format_: str | None, output: str | None
) -> None:
    """Show where two states part in UN votes, by issue and over time.

    Example: daylight divergence RUS IRN --as-of 2017-02-01
    """
    from daylight.divergences.divergence import divergence as ask

    show(ask(a, b, when, divider), format_, output)


def _weight(text: str) -> tuple[str, float]:
    name, _, number = text.partition("=")
    try:
        return name, float(number)
    except ValueError:
        raise BadInput(f"{text!r} is no weight; write COMPONENT=NUMBER.") from None
