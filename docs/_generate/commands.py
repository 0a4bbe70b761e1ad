"""The page of commands, with their arguments and options."""

from __future__ import annotations

from collections.abc import Iterator

import click

from daylight.cli.main import root

from .markdown import grid, page


def commands_page() -> str:
    """List every command with its arguments and options."""
    context = click.Context(root, info_name="daylight")
    parts = []
    for name, command in _commands(root, context, "daylight"):
        arguments = [
            p.make_metavar(context) for p in command.params if p.param_type_name != "option"
        ]
        rows = [
            (f"`{', '.join([*o.opts, *o.secondary_opts])}`", _choices(o), o.help or "")
            for o in command.params
            if isinstance(o, click.Option) and o.name != "help"
        ]
        head = f"## {name}\n\n{' '.join((command.help or '').split())}"
        head += f"\n\nArguments: `{' '.join(arguments)}`." if arguments else ""
        parts.append(head + ("\n\n" + grid(("option", "value", "meaning"), rows) if rows else ""))
    intro = (
        "Every command has `--help`. Questions are answered as text, on a terminal and in a pipe; "
        "`--format` or the ending of the file asks for something else. `panel` writes CSV; `sql` "
        "shows a table on a terminal and writes JSON into a pipe. A file named with `-o` appears "
        "whole or not at all."
    )
    where = grid(
        ("variable", "meaning"),
        [
            ("`DAYLIGHT_ATLAS`", "folder of the atlas to use in place of the one that ships"),
            ("`DAYLIGHT_MIRROR`", "folder with the files of the sources; nothing is downloaded"),
            ("`DAYLIGHT_CACHE`", "folder for downloads, where no mirror is set"),
            ("`DAYLIGHT_DEBUG`", "show the trace of an internal error"),
        ],
    )
    return page("Commands", intro, *parts, "## Environment", where)


def _choices(option: click.Option) -> str:
    if isinstance(option.type, click.Choice):
        return ", ".join(option.type.choices)
    return "" if option.is_flag else option.metavar or option.type.name


def _commands(
    group: click.Group, context: click.Context, prefix: str
) -> Iterator[tuple[str, click.Command]]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{prefix} {name}", command
        if isinstance(command, click.Group):
            yield from _commands(command, context, f"{prefix} {name}")
