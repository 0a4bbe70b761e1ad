"""What a question is: its name, what it takes, and where its code lies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from daylight.core.answer import Answer
from daylight.core.lazy import load

Takes = Literal["nothing", "state", "pair", "pairs", "bloc", "text", "list"]
"""What a question is about: nothing, one state, two, several pairs, a bloc, a text, or a file
that lists pairs."""
Kind = Literal["text", "number", "year", "count", "flag", "weights", "file", "state"]
"""What an option holds: a count is a whole number above zero, weights are several NAME=NUMBER."""
DIVIDER = "divider"


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a question, the same in Python and on the command line.

    Attributes
    ----------
    name : str
        Name of the argument in Python; on the command line with hyphens, without a last
        underscore, and for weights without the last letter, since each is given by itself.
    kind : Kind
    help : str
    metavar : str
        What stands for the value in help; empty for flags and choices.
    choices : tuple of str
        The values that are accepted; empty for any.
    """

    name: str
    kind: Kind
    help: str
    metavar: str = ""
    choices: tuple[str, ...] = ()

    @property
    def flag(self) -> str:
        """How it is written on the command line."""
        name = f"--{self.name.strip('_').replace('_', '-')}"
        return name.removesuffix("s") if self.kind == "weights" else name


@dataclass(frozen=True, slots=True)
class Question:
    """One entry of :data:`daylight.questions.QUESTIONS`. Code is named, and loaded when used.

    Attributes
    ----------
    name : str
        In Python, in JSON, and with hyphens on the command line.
    summary : str
        One line for people who look for a question.
    takes : Takes
    options : tuple of Option
        Besides the date, which all take.
    divider : bool
        Whether an outside power can be named.
    needs_divider : bool
        Whether one must be named; a brief without one leaves the question out.
    call : str
        The function that people use: states, ``as_of``, options, ``atlas`` to an answer.
    ask : str
        The function behind it: a request and an atlas to an answer.
    of : str
        Of one about a text, the function from a request and a document that was read; empty else.
    needs_date : bool
        Of one about a text, whether it cannot be asked of a text without a date and without one
        given.
    answer : str
        The record that it returns, a kind of :class:`daylight.core.answer.Answer`.
    view : str
        How the answer is shown, a :class:`daylight.show.view.View`.
    section : bool
        Whether it is a part of a brief, of one from an article if it takes a text. Sections are
        asked without options.
    shares : str
        A question whose command it answers when another number of states is given.
    instead : str
        An option that may name the state in place of the argument.
    example : str
        A command for help and documentation.
    """

    name: str
    summary: str
    takes: Takes
    call: str
    ask: str
    answer: str
    view: str
    options: tuple[Option, ...] = ()
    divider: bool = False
    needs_divider: bool = False
    section: bool = False
    shares: str = ""
    instead: str = ""
    of: str = ""
    needs_date: bool = False
    example: str = ""

    @property
    def command(self) -> str:
        """The word on the command line."""
        return self.name.replace("_", "-")

    @property
    def takes_options(self) -> tuple[Option, ...]:
        """Its options, with that for an outside power."""
        power = Option(DIVIDER, "state", "An outside power to set both against.", "STATE")
        return (*self.options, power) if self.divider else self.options

    def function(self) -> Callable[..., Answer]:
        """Return the function that people use."""
        result: Callable[..., Answer] = load(self.call)
        return result

    def record(self) -> type[Answer]:
        """Return the kind of answer."""
        result: type[Answer] = load(self.answer)
        return result
