"""What was asked, resolved once: states, date, outside power and options."""

from __future__ import annotations

import shlex
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from itertools import combinations
from typing import Any, ParamSpec, TypeVar

from daylight.core.errors import BadInput, SameState
from daylight.core.lookup import resolve
from daylight.core.periods import AsOf, as_of
from daylight.core.refs import StateRef, ref
from daylight.core.states import State
from daylight.core.typed import reader
from daylight.core.version import __version__

Who = str | int | State
"""What names a state: a code, a COW number, a name, or a state."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What can be asked about: the atlas by its id, and the newest date that it covers."""

    atlas: str
    last: date


@dataclass(frozen=True, slots=True)
class Request:
    """A question as it was understood.

    Attributes
    ----------
    question : str
        Name of the question.
    states : tuple of StateRef
        In the order asked for; of several pairs one after another.
    bloc : str or None
        The bloc that it is about, by its short name.
    text : str or None
        The text that it is about: a file, an address, or ``-``.
    divider : StateRef or None
        An outside power.
    as_of : date
        The date answered for.
    year : int
        Last calendar year that was complete on it; later yearly values do not enter.
    dated : bool
        Whether the date limits the answer; without one some questions are about all there is.
    options : dict
        What else was asked, without what was left at its default.
    command : str
        The command that asks it again.
    daylight, atlas : str
        Version of the code, and id of the atlas.
    """

    question: str
    states: tuple[StateRef, ...]
    bloc: str | None
    text: str | None
    divider: StateRef | None
    as_of: date
    year: int
    dated: bool
    options: dict[str, Any]
    command: str
    daylight: str
    atlas: str

    @property
    def when(self) -> AsOf:
        """The date with its last full year."""
        return AsOf(self.as_of, self.year)

    @property
    def a(self) -> StateRef:
        """The first state."""
        return self.states[0]

    @property
    def b(self) -> StateRef:
        """The second state."""
        return self.states[1]

    @property
    def pairs(self) -> tuple[tuple[StateRef, StateRef], ...]:
        """The states two by two."""
        return tuple(zip(self.states[::2], self.states[1::2], strict=True))

    def to(
        self, question: str, states: Sequence[StateRef] | None = None, *, divider: bool = True
    ) -> Request:
        """Return the same request put to another question, without options.

        Parameters
        ----------
        question : str
            Name of the other question.
        states : sequence of StateRef, optional
            Some of the states; all by default. With none it is about the text alone.
        divider : bool
            Whether the other question takes an outside power.
        """
        chosen = self.states if states is None else tuple(states)
        power = self.divider if divider else None
        text = None if chosen else self.text
        asked = replace(
            self, question=question, states=chosen, text=text, divider=power, options={}
        )
        return replace(asked, command=command(asked))


def request(
    question: str,
    who: Sequence[Who],
    when: object,
    scope: Scope,
    divider: Who | None = None,
    options: Mapping[str, Any] | None = None,
    *,
    several: bool = False,
    dated: bool = True,
    bloc: str | None = None,
    text: str | None = None,
) -> Request:
    """Read what all questions share. This is the only place where a text becomes a state.

    Parameters
    ----------
    question : str
        Name of the question.
    who : sequence of str, int or State
        Names, codes or COW numbers.
    when : str, int or date, optional
        Date to answer for, as :func:`daylight.core.periods.parse_date` reads it; the newest by
        default.
    scope : Scope
        The atlas, and the newest date that can be asked about.
    divider : str, int or State, optional
        An outside power, other than the states.
    options : mapping, optional
        Other options; those that are None or empty were left at their default.
    several : bool
        Whether `who` holds pairs one after another, which may share states.
    dated : bool
        Whether the date limits the answer.
    bloc : str, optional
        Short name of a bloc that it is about.
    text : str, optional
        A file, an address, or ``-``, that it is about.

    Raises
    ------
    UnknownState, StateNotThen, OutsideCoverage, BadInput
        See :mod:`daylight.core.errors`.
    SameState
        When two that must differ are one state, or two numbers of one state through time.
    """
    day = as_of(when, scope.last)
    states = [resolve(each, day.date) for each in who]
    power = None if divider is None else resolve(divider, day.date)
    together = [states[i : i + 2] for i in range(0, len(states), 2)] if several else [states]
    for group in together:
        _apart([*group, *([power] if power else [])])
    result = Request(
        question=question,
        states=tuple(ref(state, day.date) for state in states),
        bloc=bloc,
        text=text,
        divider=ref(power, day.date) if power else None,
        as_of=day.date,
        year=day.year,
        dated=dated,
        options={k: v for k, v in (options or {}).items() if _given(v)},
        command="",
        daylight=__version__,
        atlas=scope.atlas,
    )
    words = command(result, several)
    return replace(result, command=words)


P = ParamSpec("P")
R = TypeVar("R")


def dated(function: Callable[P, R]) -> Callable[P, R]:
    """Let a question take its date as ``when=`` too, as it was called before ``as_of=``.

    Its years may be texts and dates, and what is no year or count is refused in one line.
    """
    read = reader(function)

    @wraps(function)
    def asked(*args: P.args, **options: P.kwargs) -> R:
        if "when" in options and "as_of" in options:
            raise BadInput("Give the date once: as_of= is the name, when= an older one for it.")
        if "when" in options:
            text = "when= is now called as_of=, as on the command line"
            warnings.warn(text, DeprecationWarning, stacklevel=2)
            options["as_of"] = options.pop("when")
        listed, named = read(args, options)
        return function(*listed, **named)

    return asked


def _apart(states: Sequence[State]) -> None:
    for one, two in combinations(states, 2):
        if one.lineage == two.lineage:
            raise SameState(
                f"{one.label()} and {two.label()} are one state; expected different states. "
                f"Name another."
            )


def _given(value: Any) -> bool:
    return value is not None and value is not False and value != {}


def command(asked: Request, several: bool = False) -> str:
    """Return the command line that asks a request."""
    codes = [state.code for state in asked.states]
    if several:
        codes = [f"{a}:{b}" for a, b in zip(codes[::2], codes[1::2], strict=True)]
    words = ["daylight", asked.question.replace("_", "-"), *codes]
    words += [asked.bloc] if asked.bloc else []
    words += ["--from"] if asked.text and codes else []
    words += [asked.text] if asked.text else []
    words += ["--divider", asked.divider.code] if asked.divider else []
    words += ["--as-of", asked.as_of.isoformat()] if asked.dated else []
    for name, value in asked.options.items():
        words += _words(f"--{name.replace('_', '-')}", value)
    return shlex.join(words)


def _words(flag: str, value: Any) -> Iterator[str]:
    if value is True:
        yield flag
    elif isinstance(value, Mapping):
        for key, number in value.items():
            yield from (flag.removesuffix("s"), f"{key}={float(number)!r}")
    else:
        yield from (flag, str(value))
