"""What a shell completes: codes of states, blocs, and measures."""

from __future__ import annotations

from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem


def states(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Return the codes of today's states that go on from what was typed, or whose names do."""
    from daylight.core.states import all_states

    wanted = begun.casefold()
    return [
        CompletionItem(state.code, help=state.name)
        for state in all_states()
        if state.spells[-1].end is None
        and any(text.casefold().startswith(wanted) for text in (state.code, state.name))
    ]


def pairs(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Return pairs: the first state, or the second after a colon."""
    first, colon, second = begun.rpartition(":")
    found = states(ctx, param, second)
    return [CompletionItem(f"{first}{colon}{one.value}", help=one.help) for one in found]


def blocs(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Return the short names of blocs."""
    from daylight.store.atlas import current

    names = current().rows("blocs", columns=("bloc",))["bloc"].tolist()
    return _begun(names, begun)


def measures(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Return names of measures, the last of a list with commas."""
    from daylight.panel.cite import every

    before, comma, last = begun.rpartition(",")
    return _begun(every(), last, f"{before}{comma}")


def _begun(names: Iterable[str], begun: str, before: str = "") -> list[CompletionItem]:
    wanted = begun.casefold()
    return [CompletionItem(f"{before}{n}") for n in names if n.casefold().startswith(wanted)]
