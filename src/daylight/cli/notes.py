"""What a command says beside its result: on standard error, in letters that can be seen."""

from __future__ import annotations

import click

from daylight.core.visible import visible


def note(text: str) -> None:
    """Say a line on standard error; what it quotes, such as a file name, cannot act there."""
    click.echo(visible(text), err=True)
