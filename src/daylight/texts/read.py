"""Read an article from wherever it is."""

from __future__ import annotations

from daylight.core.errors import BadInput
from daylight.core.visible import quoted
from daylight.texts import given
from daylight.texts.document import Document


def read(source: str) -> Document:
    """Return the article in a file, at an address, or on the standard input.

    Parameters
    ----------
    source : str
        A path, an address that begins with ``http://`` or ``https://``, or ``-``.

    Raises
    ------
    BadInput
        When it cannot be read, is no text, is empty, or holds no article.
    FetchFailed
        When the page at an address could not be had.
    MissingExtra
        When it is HTML and trafilatura is not installed.
    """
    found = given.given(source)
    document = parsed(found.text, found.notes, found.html)
    if not document.paragraphs:
        seen = ", ".join(sorted({one.why for one in document.dropped})) or "nothing"
        raise BadInput(
            f"{quoted(source)} holds no text of an article, only: {seen}. Give the article's own "
            "page or text; a page behind a login is best pasted into a file."
        )
    return document


def of_text(text: str) -> Document:
    """Return the article in a text that is given itself, plain or HTML.

    Raises
    ------
    BadInput
        When it holds no article.
    MissingExtra
        When it is HTML and trafilatura is not installed.
    """
    document = parsed(text)
    if not document.paragraphs:
        raise BadInput("The text holds no article; give the article's own text.")
    return document


def parsed(text: str, notes: tuple[str, ...] = (), html: bool | None = None) -> Document:
    """Return the article in a decoded text.

    Parameters
    ----------
    text : str
    notes : tuple of str
        What is to be said of how it was decoded.
    html : bool or None
        Whether it is HTML; None to look.
    """
    if html if html is not None else given.markup(text):
        from daylight.texts.html import html as of_html

        return of_html(text, notes)
    from daylight.texts.pasted import pasted

    return pasted(text, notes)
