"""The questions about states and ties: brief, bond, compare, analogues, divergence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from daylight.cli.output import show
from daylight.core.errors import BadInput

Command = Callable[..., Any]


def _options(*formats: str) -> Callable[[Command], Command]:
    """Add the options that all questions share."""

    def add(command: Command) -> Command:
        for decorate in (
            click.option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not."),
            click.option("--format", "format_", type=click.Choice(formats), help="Output format."),
            click.option("--as-of", "when", metavar="DATE", help="Only what was observable then."),
        ):
            command = decorate(command)
        return command

    return add


def _common(*formats: str) -> Callable[[Command], Command]:
    """Add the arguments and options of a question about two states."""

    def add(command: Command) -> Command:
        command = _options(*formats)(command)
        command = click.argument("b", metavar="STATE_B")(command)
        return click.argument("a", metavar="STATE_A")(command)

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
@click.argument("a", metavar="STATE_A")
@click.argument("b", metavar="[STATE_B]", required=False)
@_options("text", "json")
@click.option(
    "--weight", "weights", multiple=True, metavar="COMPONENT=NUMBER", help="Replace a weight."
)
@click.option("--since", type=int, metavar="YEAR", help='First year of "stronger than ever".')
@click.option("--by", metavar="DIMENSION", help="With one state: order its ties by this.")
@click.option(
    "--count", type=click.IntRange(1), metavar="N", help="With one state: ties in each list."
)
def bond(
    a: str,
    b: str | None,
    when: str | None,
    weights: tuple[str, ...],
    since: int | None,
    by: str | None,
    count: int | None,
    format_: str | None,
    output: str | None,
) -> None:
    """Measure how tightly two states are tied, or list the closest ties of one.

    Examples: daylight bond RUS IRN --as-of 2017-02-01; daylight bond RUS
    """
    if b is None:
        _only(weights=weights, since=since)
        from daylight.bonds.partners import COUNT, partners

        show(partners(a, when, by or "overall", count or COUNT), format_, output)
        return
    _only(by=by, count=count)
    from daylight.bonds.bond import bond as ask

    show(ask(a, b, when, dict(_weight(text) for text in weights), since), format_, output)


def _only(**options: object) -> None:
    """Refuse options that belong to the other form of a command."""
    for name, value in options.items():
        if value:
            form = "one state" if name in ("by", "count") else "two states"
            raise BadInput(f"--{name.removesuffix('s')} goes with {form}.")


@click.command()
@click.argument("pairs", metavar="A:B C:D ...", nargs=-1, required=True)
@_options("text", "json")
def compare(
    pairs: tuple[str, ...], when: str | None, format_: str | None, output: str | None
) -> None:
    """Set ties side by side, and say how surely the first is the stronger.

    Example: daylight compare RUS:IRN RUS:BLR --as-of 2017-02-01
    """
    from daylight.bonds.compare import compare as ask

    show(ask([_pair(text) for text in pairs], when), format_, output)


@click.command()
@_common("text", "json")
@click.option("--count", type=click.IntRange(1), default=5, metavar="N", help="How many.")
def analogues(
    a: str, b: str, when: str | None, count: int, format_: str | None, output: str | None
) -> None:
    """Find pairs of states that were, at some time, tied in the same way.

    Example: daylight analogues RUS IRN --as-of 2017-02-01
    """
    from daylight.bonds.analogues import analogues as ask

    show(ask(a, b, when, count), format_, output)


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


def _pair(text: str) -> tuple[str, str]:
    a, sign, b = text.partition(":")
    if not (a and sign and b):
        raise BadInput(f"{text!r} is no pair; write A:B, as in RUS:IRN.")
    return a, b


def _weight(text: str) -> tuple[str, float]:
    name, _, number = text.partition("=")
    try:
        return name, float(number)
    except ValueError:
        raise BadInput(f"{text!r} is no weight; write COMPONENT=NUMBER.") from None
