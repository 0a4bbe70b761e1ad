"""Every error Daylight raises on purpose: one root, one line, one exit code each.

A message says what is wrong, what was expected and what to do next. Each class is
also a builtin error, so that callers can catch either.
"""

from __future__ import annotations

from daylight.core.visible import one_line


class DaylightError(Exception):
    """Root of all errors raised on purpose. ``exit_code`` is what the command line returns.

    Its text is one line, and what it quotes from outside is made visible: no file name and no
    cell of a file can write to the terminal through it.
    """

    exit_code = 1

    def __str__(self) -> str:
        return one_line(str(self.args[0])) if self.args else type(self).__name__


class BadInput(DaylightError, ValueError):
    """An argument that cannot be used: the message names the value and what is accepted."""

    exit_code = 3


class UnknownState(DaylightError, KeyError):
    """A state name or code that is not in the registry; the message lists near names."""

    exit_code = 4


class StateNotThen(DaylightError, ValueError):
    """A state that did not exist at the date asked for."""

    exit_code = 5


class SameState(DaylightError, ValueError):
    """The same state given twice where two different ones are needed."""

    exit_code = 6


class OutsideCoverage(DaylightError, ValueError):
    """A date or year outside what the atlas covers; the message names the covered years."""

    exit_code = 7


class SourceChanged(DaylightError, ValueError):
    """Bytes, columns or values of a source differ from its declaration."""

    exit_code = 8


class FetchFailed(DaylightError, OSError):
    """A source could not be fetched whole: not there, or cut short."""

    exit_code = 9


class CannotWrite(DaylightError, OSError):
    """The target cannot be written; nothing was left half-written."""

    exit_code = 10


class BadEncoding(DaylightError, ValueError):
    """A file is not in the encoding that its declaration names."""

    exit_code = 11


class ReadOnly(DaylightError, PermissionError):
    """A statement that would change the atlas, which is read-only."""

    exit_code = 12


class UnknownName(DaylightError, KeyError):
    """A measure, table, source, bloc or item that does not exist; near names follow."""

    exit_code = 13


class AtlasDamaged(DaylightError, RuntimeError):
    """The atlas is missing, incomplete, or its bytes do not match its manifest."""

    exit_code = 14


class BadQuery(DaylightError, ValueError):
    """An SQL statement that the atlas could not run."""

    exit_code = 15


class NoInterval(DaylightError, ValueError):
    """An estimate was about to be shown without its interval."""

    exit_code = 16


class MissingExtra(DaylightError, ImportError):
    """An optional library is needed; the message gives the install command."""

    exit_code = 17


class BuildLocked(DaylightError, RuntimeError):
    """Another build is writing to the same place."""

    exit_code = 18


class LoaderFault(DaylightError, RuntimeError):
    """A loader or a step failed as no file should make it, or made a table that breaks a rule.

    A fault of Daylight.
    """

    exit_code = 19


class OverLimit(DaylightError, RuntimeError):
    """A query that took more time or memory than it may; nothing of it was kept."""

    exit_code = 20


class AtlasTooOld(DaylightError, RuntimeError):
    """The atlas was built by an older Daylight and lacks what this one reads."""

    exit_code = 21


class AmbiguousState(UnknownState):
    """A name that means more than one state at the date asked for; the message lists them."""

    exit_code = 22


class ReaderGone(BrokenPipeError):
    """Nobody reads the pipe any more. No error: whoever closed it had enough."""
