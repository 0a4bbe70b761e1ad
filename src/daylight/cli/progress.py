"""Progress bars on stderr for work of more than two seconds; silent when piped."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(label: str, steps: int) -> Iterator[Callable[[], None]]:
    """Show a bar while the context lasts; its value moves it by one step."""
    from tqdm import tqdm

    with tqdm(
        total=steps,
        desc=label,
        file=sys.stderr,
        disable=not sys.stderr.isatty(),
        delay=0.5,
        ncols=79,
        ascii=True,
    ) as bar:

        def tick() -> None:
            bar.update(1)

        yield tick
