"""The page of errors and their exit codes."""

from __future__ import annotations

import inspect

from daylight.cli.main import INTERNAL
from daylight.cli.stop import BASE, SIGNALS
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
                (0, "-", "-", "All went well. `--help` also ends with 0, and so does a pipe whose "
                 "reader left before the end, as in `daylight panel \\| head -1`."),
                (2, "-", "-", "The command line itself is wrong: unknown option or command."),
                *rows,
                (INTERNAL, "-", "-", "A fault of Daylight itself. Set `DAYLIGHT_DEBUG=1` to see "
                 "the trace, and report it."),
                *((BASE + int(number), "-", "-", f"Stopped by {why}. Nothing half-written is left.")
                  for number, why in zip(SIGNALS, ("Ctrl-C (SIGINT)", "SIGTERM"), strict=True)),
            ],
        ),
        "## Examples",
        "```console\n$ daylight bond RUS Persiaa\n...\n```",
        "```console\n$ daylight bond RUS GDR --as-of 2000\n...\n```",
        "The code of the first is 4, of the second 5.",
        "## When the output cannot be written",
        "A reader that leaves early has what it wanted, so a closed pipe is no error: the code is "
        "0, whether something was read or nothing, on standard output and with `-o` to a pipe. "
        "With 141, as some tools have it, every script under `pipefail` would stop at `| head`. "
        "What a command was to find out does not depend on who reads it: `daylight atlas verify` "
        "and `daylight sources verify` end with the code of what they found.",
        "A full disk, a quota, a limit on the size of files, and a closed standard output end with "
        "10 and one line. With `-o` nothing is left behind, and an older file stays as it was; "
        "what a shell has redirected with `>` is not whole. When standard error cannot be written, "
        "only the code tells.",
        "`-o` keeps the mode of a file that is there and, where the system allows it, its owner. "
        "A symbolic link stays and the file at its end is replaced; another hard link to the old "
        "file keeps the old contents. To a pipe or a device, as `/dev/stdout`, the contents are "
        "written once all of them are there. Sockets, disks and folders are refused.",
        "## Limits and signals",
        "A query of your own (`daylight sql`) that takes longer than `--time-limit`, or more than "
        "2 GB of memory (half of it in the engine, half in its result), ends with 20. "
        "Ctrl-C and SIGTERM end any command within a second. A signal that is ignored when a "
        "command starts, as under `nohup`, stays ignored. The workers of a build end with it, "
        "also when it is killed.",
        "## What a message quotes",
        "File names, cells of files and names that you gave are written so that no terminal obeys "
        r"them: control characters, escape sequences and marks of direction as `\x1b`, `\u202e` "
        "and so on. A message of more than 4,000 characters is cut in its middle.",
    )  # fmt: skip
