"""One command for each question, made from its entry: arguments, options, formats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import click
from click.core import ParameterSource

from daylight.catalogue import CATALOGUE
from daylight.cli.complete import blocs, pairs, states
from daylight.cli.output import show
from daylight.core.errors import BadInput
from daylight.core.pairs import pair
from daylight.core.question import Option, Question
from daylight.show.rendered import FORMATS

Values = dict[str, Any]
TYPES: dict[str, Any] = {
    "number": float, "year": int, "count": click.IntRange(1), "text": str, "file": str,
    "weights": str, "state": str,
}  # fmt: skip
PAPERS = ("a4", "letter")
SEVERAL = -1
"""Stands for any number of pairs."""
WANTED = {0: "no state", 1: "one state", 2: "two states"}
OTHERS = {"bloc": "one bloc", "text": "one FILE, address or -", "list": "one FILE"}
METAVARS = {
    "state": "STATE",
    "pair": "STATE_A STATE_B",
    "bloc": "BLOC",
    "text": "FILE",
    "list": "FILE",
}


COMPLETED = {"state": states, "pair": states, "bloc": blocs}
"""What a shell completes; of a file it does that by itself."""


def command(question: Question, below: Sequence[click.Command] = ()) -> click.Command:
    """Return the command of a question.

    A question that shares the command of another is asked there too, told apart by how many
    states are given.

    Parameters
    ----------
    question : Question
    below : sequence of click.Command
        Commands that hang under it.
    """
    guest = next((q for q in CATALOGUE if q.shares == question.name), None)

    def run(**values: Any) -> None:
        context = click.get_current_context()
        if context.invoked_subcommand is not None:
            _refuse_lost(context)
            return
        format_, output = values.pop("format_"), values.pop("output")
        printed = {name: values.pop(name) for name in ("paper", "details")}
        states = values.pop("states", ())
        asked = question
        if guest is not None and (len(states) == _many(guest) or _named(guest, states, values)):
            asked = guest
        _refuse(values, asked, question, guest)
        given = {name: value for name, value in _read(asked, values) if value is not None}
        if not _named(asked, states, values):
            _count(states, asked, guest)
        show(asked.function()(*_who(asked, states), **given), format_, output, **printed)

    params = [*_arguments(question, guest), *_options(question, guest)]
    text = f"{question.summary}\n\nExample: {question.example}"
    if guest is not None:
        text += f"\n\nWith one state: {guest.summary} Example: {guest.example}"
    if below:
        group = click.Group(
            question.command, params=params, callback=run, help=text, invoke_without_command=True
        )
        for sub in below:
            group.add_command(sub)
        return group
    return click.Command(question.command, params=params, callback=run, help=text)


def _refuse_lost(context: click.Context) -> None:
    """Refuse options that stand before a command below, where nothing would follow them."""
    given = [
        p.opts[0]
        for p in context.command.params
        if p.name and context.get_parameter_source(p.name) is ParameterSource.COMMANDLINE
    ]
    if given:
        name = context.invoked_subcommand
        raise BadInput(f"Write {', '.join(given)} after {name}, where it is read.")


def _many(question: Question) -> int:
    return {"nothing": 0, "state": 1, "pair": 2, "pairs": SEVERAL, "bloc": 1, "text": 1, "list": 1}[
        question.takes
    ]


def _named(question: Question, states: tuple[str, ...], values: Values) -> bool:
    """Return whether an option names the state in place of the argument."""
    return bool(question.instead and not states and values.get(question.instead))


def _arguments(question: Question, guest: Question | None) -> list[click.Parameter]:
    """Return the arguments that name states, or a bloc."""
    if question.takes == "nothing":
        return []
    if question.takes == "pairs":
        names = click.Argument(
            ["states"],
            nargs=-1,
            required=True,
            metavar="A:B C:D ...",
            shell_complete=pairs,
        )
        return [names]
    metavar = METAVARS[question.takes]
    if guest is not None:
        metavar = "STATE_A [STATE_B]"
    needed = not (question.instead or (guest and guest.instead))
    completed = COMPLETED.get(question.takes)
    return [
        click.Argument(
            ["states"], nargs=-1, required=needed, metavar=metavar, shell_complete=completed
        )
    ]


def _options(question: Question, guest: Question | None) -> list[click.Parameter]:
    own = [option for q in (question, guest) if q for option in q.takes_options]
    params: list[click.Parameter] = [_option(o) for o in {o.name: o for o in own}.values()]
    formats = "Output format; text by default."
    where = "Write to FILE, whole or not at all; its ending names the format."
    return [
        *params,
        _Once(["--as-of", "as_of"], metavar="DATE", help="Only what was observable then."),
        _Once(["--format", "format_"], type=click.Choice(FORMATS), help=formats),
        _Once(["-o", "--output"], metavar="FILE", help=where),
        _Once(["--paper"], type=click.Choice(PAPERS), help="Of a PDF: a4 by default."),
        click.Option(["--details"], is_flag=True, help="A PDF with tables and citations too."),
    ]


def _option(option: Option) -> click.Option:
    names = [option.flag, option.name]
    if option.kind == "flag":
        return click.Option(names, is_flag=True, default=None, help=option.help)
    kind = click.Choice(option.choices) if option.choices else TYPES[option.kind]
    metavar = None if option.choices else option.metavar
    if option.kind == "weights":
        return click.Option(names, type=kind, metavar=metavar, help=option.help, multiple=True)
    completed = states if option.kind == "state" else None
    return _Once(names, type=kind, metavar=metavar, help=option.help, shell_complete=completed)


class _Once(click.Option):
    """An option that is refused where it is given twice; by itself the last one would count."""

    def __init__(self, names: Sequence[str], **told: Any) -> None:
        super().__init__(names, multiple=True, **told)

    def process_value(self, ctx: click.Context, value: Any) -> Any:
        given = super().process_value(ctx, value) or ()
        if len(given) > 1:
            raise BadInput(f"{self.opts[-1]} is given {len(given)} times; give it once.")
        return given[0] if given else None


def _refuse(values: Values, asked: Question, question: Question, guest: Question | None) -> None:
    """Refuse options that belong to the other form of a command, and drop what is not given."""
    known = {option.name for option in asked.takes_options}
    for other in (question, guest):
        for option in other.takes_options if other else ():
            given = values.pop(option.name, None) if option.name not in known else None
            if given is not None and given != () and other is not None:
                raise BadInput(f"{option.flag} goes with {WANTED.get(_many(other), 'pairs')}.")


def _count(states: tuple[str, ...], asked: Question, guest: Question | None) -> None:
    """Refuse another number of states than a command takes."""
    many = _many(asked)
    if many == SEVERAL or len(states) == many:
        return
    wanted = OTHERS.get(asked.takes, WANTED[many])
    wanted += f" or {WANTED[_many(guest)]}" if guest else ""
    got = f"{len(states)}: {', '.join(states)}" if states else "none"
    raise BadInput(f"{asked.command} takes {wanted}; got {got}.")


def _read(asked: Question, values: Values) -> Iterable[tuple[str, Any]]:
    kinds = {option.name: option.kind for option in asked.takes_options}
    for name, value in values.items():
        if kinds.get(name) == "weights":
            yield name, dict(_weight(text) for text in value) or None
        elif name in kinds or name == "as_of":
            yield name, value


def _who(asked: Question, states: tuple[str, ...]) -> tuple[Any, ...]:
    """Return the states as the function takes them."""
    return ([_pair(text) for text in states],) if asked.takes == "pairs" else states


def _pair(text: str) -> tuple[str, str]:
    found = pair(text)
    if found is None:
        raise BadInput(f"{text!r} is no pair; write A:B, as in RUS:IRN.")
    return found


def _weight(text: str) -> tuple[str, float]:
    name, _, number = text.partition("=")
    try:
        return name, float(number)
    except ValueError:
        raise BadInput(f"{text!r} is no weight; write COMPONENT=NUMBER.") from None
