"""What every question returns: one contract for people, JSON, notebooks and other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Literal, Protocol

from daylight.core.plain import plain
from daylight.core.refs import StateRef
from daylight.core.request import Request
from daylight.core.said import Caveat, Finding, SourceNote, Summary, at

SCHEMA_VERSION = "2.1"
"""Of the JSON of all answers. First number: a change that breaks readers. Second: an addition."""


class View(Protocol):
    """How an answer is shown; see :class:`daylight.show.view.View`."""

    @property
    def asks(self) -> str:
        """The question as a sentence."""

    @property
    def short(self) -> str:
        """Code of the lines in a brief; empty for none."""

    @property
    def sections(self) -> str:
        """Code of the sections of a page."""

    def scales(self, answer: Any) -> tuple[Any, ...]:
        """Return the scales and rules of the words used."""

    def page(self, answer: Any) -> str:
        """Return a page of its own."""

    def pdf(self, answer: Any, paper: str, details: bool) -> bytes:
        """Return the page as PDF."""

    def cite(self, answer: Any, form: str) -> str:
        """Return what to cite."""

    def credit(self, answer: Any) -> str:
        """Return how to cite the answer itself, in words."""

    def text(self, answer: Any, width: int | None) -> str:
        """Return text for a terminal."""

    def html(self, answer: Any) -> str:
        """Return a part of a page."""

    def names(self, answer: Any) -> tuple[str, ...]:
        """Return the names of the files of a folder; none where an answer is one file."""

    def files(self, answer: Any) -> Iterator[tuple[str, bytes]]:
        """Yield the files of a folder by name."""

    def frame(self, answer: Any, kind: Literal["polars", "pandas"]) -> Any:
        """Return the main table as a frame."""

    def picture(self, answer: Any, name: str | None) -> Any:
        """Return one of the charts."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Answer:
    """What every question returns; each adds its own fields.

    It prints as text, shows itself in a notebook, and turns into JSON, a frame or a chart.

    Attributes
    ----------
    schema_version : str
        Version of the JSON layout.
    request : Request
    answer : Summary
    caveats : tuple of Caveat
    sources : tuple of SourceNote
    view : View
        How it is shown; not part of the JSON.
    """

    schema_version: str = SCHEMA_VERSION
    request: Request
    answer: Summary
    caveats: tuple[Caveat, ...]
    sources: tuple[SourceNote, ...]
    view: View = field(compare=False)

    @property
    def headline(self) -> str:
        """The answer in a sentence or two."""
        return self.answer.headline

    @property
    def lead(self) -> str:
        """The beginning of the headline that a sheet of paper has room for."""
        return self.answer.headline

    @property
    def findings(self) -> tuple[Finding, ...]:
        """One sentence for each part, with the values that it rests on."""
        return self.answer.findings

    def finding(self, about: str) -> Finding:
        """Return the first finding about something, by its word.

        Raises
        ------
        KeyError
            When there is none; the words there are follow.
        """
        for finding in self.findings:
            if finding.about == about:
                return finding
        raise KeyError(f"{about}; there are: {', '.join(f.about for f in self.findings)}")

    @property
    def a(self) -> StateRef:
        """The first state asked about."""
        return self.request.a

    @property
    def b(self) -> StateRef:
        """The second state asked about."""
        return self.request.b

    @property
    def as_of(self) -> date:
        """The date answered for."""
        return self.request.as_of

    @property
    def year(self) -> int:
        """Last full year at the date."""
        return self.request.year

    def body(self) -> dict[str, Any]:
        """Return what this question adds to the contract, by name."""
        shared = {f.name for f in fields(Answer)}
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name not in shared}

    def as_plain(self) -> dict[str, Any]:
        """Return the request, what is said and the body."""
        return self.within("")

    def within(self, place: str) -> dict[str, Any]:
        """Return what stands of the answer within another, which has the caveats and sources.

        Parameters
        ----------
        place : str
            Pointer to its place there; what its findings rest on is found below it.
        """
        body = {name: _placed(value, f"{place}/{name}") for name, value in self.body().items()}
        return {"request": self.request, "answer": self.answer.within(place), **body}

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as plain data: dicts, lists, numbers, texts and None."""
        ends = {
            "caveats": self.caveats,
            "sources": self.sources,
            "citation": self.view.credit(self),
        }
        result: dict[str, Any] = plain(
            {"schema_version": self.schema_version, **self.as_plain(), **ends}
        )
        result["request"]["options"] = dict(self.request.options)  # as given, not rounded
        return result

    def to_json(self, indent: int | None = 2) -> str:
        """Return the answer as JSON; the schema of each question is in docs/reference."""
        return json.dumps(self.to_dict(), indent=indent, ensure_ascii=False, allow_nan=False)

    def at(self, pointer: str) -> Any:
        """Return the value that a pointer names, as in ``finding.evidence``."""
        return at(self.to_dict(), pointer)

    def text(self, width: int | None = None) -> str:
        """Return text for a terminal.

        Parameters
        ----------
        width : int, optional
            Columns; by default those of the terminal, 80 where there is none.
        """
        return self.view.text(self, width)

    def to_polars(self) -> Any:
        """Return the main table as a Polars frame.

        Raises
        ------
        BadInput
            When the answer has no table.
        """
        return self.view.frame(self, "polars")

    def to_pandas(self) -> Any:
        """Return the main table as a pandas frame.

        Raises
        ------
        BadInput
            When the answer has no table.
        MissingExtra
            Without pandas and pyarrow.
        """
        return self.view.frame(self, "pandas")

    def plot(self, name: str | None = None) -> Any:
        """Return a chart: the first, or the one of this name.

        Returns
        -------
        Picture
            With ``svg``, ``png()`` and ``save(path)``; a notebook shows it.

        Raises
        ------
        UnknownName
            For a name that no chart has; the message lists them.
        BadInput
            When the answer has no chart.
        """
        return self.view.picture(self, name)

    def cite(self, form: str = "text") -> str:
        """Return what to cite: Daylight, its atlas, and the sources behind the values.

        Parameters
        ----------
        form : str
            ``text``, ``bibtex``, ``ris`` or ``csl-json``.

        Raises
        ------
        BadInput
            For another form.
        """
        return self.view.cite(self, form)

    def to_pdf(self, paper: str = "a4", details: bool = False) -> bytes:
        """Return the page as PDF: one sheet as far as it has room, tagged, with bookmarks.

        Parameters
        ----------
        paper : str
            ``a4`` or ``letter``.
        details : bool
            Whether sheets with tables, citations and scales of words follow.

        Raises
        ------
        BadInput
            For another paper.
        MissingExtra
            Without the library that lays out: ``pip install 'daylight-ir[print]'``.
        """
        return self.view.pdf(self, paper, details)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        asked = self.request
        pairs = " ".join(state.code for state in asked.states)
        who = f"{pairs}, " if pairs else ""
        return f"<{type(self).__name__}: {who}as of {asked.as_of}, atlas {asked.atlas}>"

    def _repr_html_(self) -> str:
        return self.view.html(self)


def _placed(value: Any, place: str) -> Any:
    """Return a part of an answer with the answers in it at their place."""
    if isinstance(value, Answer):
        return value.within(place)
    if isinstance(value, tuple):
        return tuple(_placed(one, f"{place}/{k}") for k, one in enumerate(value))
    return value
