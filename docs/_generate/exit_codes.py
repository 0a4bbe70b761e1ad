"""The page of errors and their exit codes."""

from __future__ import annotations

import inspect

from daylight.cli.main import INTERNAL
from daylight.core import errors

from .markdown import first_line, grid, page


def exit_codes_page() -> str:
    """List the errors with their exit codes."""
    own = [
        c
        for c in vars(errors).values()
        if inspect.isclass(c) and issubclass(c, errors.DaylightError)
    ]
    rows = []
    for c in sorted(own, key=lambda c: c.exit_code):
        also = [b.__name__ for b in c.__bases__ if b is not errors.DaylightError]
        rows.append((c.exit_code, f"`{c.__name__}`", ", ".join(also), first_line(c)))
    return page(
        "Tell errors apart by exit code",
        "Every expected error is one line on standard error that begins with `daylight:`. It says "
        "what is wrong, what was expected, and what to do. Nothing half-written is left behind. "
        "In Python the same errors are classes in `daylight.core.errors`; each is also a builtin "
        "error, so you can catch either.",
        grid(
            ("code", "error", "also a", "when"),
            [
                (0, "-", "-", "All went well. `--help` and a closed pipe also end with 0."),
                (2, "-", "-", "The command line itself is wrong: unknown option or command."),
                *rows,
                (INTERNAL, "-", "-", "A fault of Daylight itself. Set `DAYLIGHT_DEBUG=1` to see "
                 "the trace, and report it."),
            ],
        ),
        "## Examples",
        "```console\n$ daylight bond RUS Persiaa\n...\n```",
        "```console\n$ daylight bond RUS GDR --as-of 2000\n...\n```",
        "The code of the first is 4, of the second 5.",
    )  # fmt: skip
