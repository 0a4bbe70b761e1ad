"""How one kind of answer is shown: as text, as a page, as a frame, as a chart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from daylight.core.answer import Answer
from daylight.core.errors import BadInput, UnknownName
from daylight.core.lazy import load
from daylight.say.lines import columns
from daylight.say.words import Words
from daylight.show.text import credited, head, tail


@dataclass(frozen=True, slots=True)
class View:
    """Where the code lies that shows an answer; loaded when it is first used.

    Attributes
    ----------
    asks : str
        The question as a sentence.
    lines : str
        From an answer to the lines of its own text.
    short : str
        From an answer to its lines in a brief; empty for none.
    sections : str
        From an answer to the sections of its page.
    columns : str
        From an answer to the columns of its main table, by name; empty for none.
    words : str
        The scales and rules of its words (:data:`daylight.say.words.Words`), or a function
        from an answer to them; empty for none.
    used : str
        From an answer to those of its words that it uses; empty where it uses all.
    folder : str
        The module with `names` and `files`, from an answer to the files of a folder that holds all
        of it; empty where an answer is one file.
    """

    asks: str
    lines: str
    sections: str
    short: str = ""
    columns: str = ""
    words: str = ""
    used: str = ""
    folder: str = ""

    def text(self, answer: Answer, width: int | None = None) -> str:
        """Return text for a terminal: the answer, what is behind it, and its limits."""
        with columns(width):
            first = head(answer.request, answer.headline, self.asks)
            last = tail(answer, self.scales(answer))
            return "\n".join(_once([*first, *load(self.lines)(answer), *last]))

    def scales(self, answer: Answer) -> Words:
        """Return the scales and rules of the words used."""
        if self.used:
            chosen: Words = load(self.used)(answer)
            return chosen
        result = load(self.words) if self.words else ()
        return result(answer) if callable(result) else result

    def html(self, answer: Answer) -> str:
        """Return the part of a page that a notebook shows."""
        result: str = load("daylight.show.page:part")(answer, self)
        return result

    def page(self, answer: Answer) -> str:
        """Return a page of its own."""
        result: str = load("daylight.show.page:page")(answer, self)
        return result

    def cite(self, answer: Answer, form: str = "text") -> str:
        """Return what to cite for an answer."""
        result: str = load("daylight.citing.forms:of_answer")(answer, form)
        return result

    def credit(self, answer: Answer) -> str:
        """Return how to cite an answer itself, in words."""
        return credited(answer)

    def pdf(self, answer: Answer, paper: str = "a4", details: bool = False) -> bytes:
        """Return the page as PDF."""
        result: bytes = load("daylight.show.paper:pdf")(answer, self, paper, details)
        return result

    def names(self, answer: Answer) -> tuple[str, ...]:
        """Return the names of the files of a folder; none where an answer is one file."""
        result: tuple[str, ...] = load(f"{self.folder}:names")(answer) if self.folder else ()
        return result

    def files(self, answer: Answer) -> Iterator[tuple[str, bytes]]:
        """Yield the files of a folder by name, each made when it is asked for."""
        yield from load(f"{self.folder}:files")(answer)

    def frame(self, answer: Answer, kind: Literal["polars", "pandas"] = "polars") -> Any:
        """Return the main table."""
        if not self.columns:
            raise BadInput(
                "This answer has no table; JSON has all of it (--format json, to_dict())."
            )
        frame = load("daylight.show.frames:frame")(load(self.columns)(answer))
        return frame if kind == "polars" else load("daylight.show.libraries:to_pandas")(frame)

    def picture(self, answer: Answer, name: str | None = None) -> Any:
        """Return one of the charts, the first by default."""
        figures = load("daylight.show.page:figures")(load(self.sections)(answer))
        named = {figure.name: figure for figure in figures}
        drawn = [figure.name for figure in named.values() if figure.chart]
        if name is not None and name not in named:
            there = f"there are: {', '.join(named)}" if named else "this answer has none"
            raise UnknownName(f"There is no chart {name!r}; {there}.")
        if not named:
            raise BadInput(
                "This answer has no charts; JSON has its numbers (--format json, to_dict())."
            )
        chosen = named[name or next(iter(drawn or named))]
        return load("daylight.show.picture:picture")(chosen, answer)


def _once(lines: list[str]) -> Iterator[str]:
    """Leave out empty lines after an empty line: a part that has nothing to show has none."""
    before = None
    for line in lines:
        if line or before:
            yield line
        before = line
