"""Bytes to text: by the mark at their start, what they declare, UTF-8, or a guess that is said."""

from __future__ import annotations

import codecs
import re

from daylight.core.errors import BadInput

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Marks by which a text says its encoding; that of UTF-32 begins as that of UTF-16 does."""
KNOWN = frozenset(
    ["utf-8", "utf-16-le", "utf-16-be", "utf-16", "gbk", "gb2312", "gb18030", "big5", "euc_jp",
     "iso2022_jp", "shift_jis", "euc_kr", "koi8-r", "koi8-u", "cp866", "cp874", "mac-roman",
     *(f"cp{n}" for n in range(1250, 1259)), *(f"iso8859-{n}" for n in range(2, 17) if n != 12)]
)  # fmt: skip
"""Encodings that a declaration may name: those of the web. Python has others, which run code tables
or unpack."""
LATIN = frozenset({"iso8859-1", "ascii"})
"""Encodings by whose names pages mean windows-1252."""
FALLBACK = "cp1252"
SIGNATURES = (
    (b"%PDF", "a PDF file"), (b"PK\x03\x04", "a zip file or an office document"),
    (b"\x1f\x8b", "a gzip file"), (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"), (b"BZh", "a bzip2 file"), (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"), (b"7z\xbc\xaf", "a 7z file"), (b"Rar!", "a rar file"),
    (b"\x7fELF", "a program"), (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF file"), (b"PAR1", "a Parquet file"), (b"SQLite format", "a database"),
)  # fmt: skip
CONTROLS = bytes({*range(32), 127} - {8, 9, 10, 11, 12, 13, 27})
MOST_CONTROLS = 0.001
"""Share of bytes that may be controls in a text."""
_DECLARED = re.compile(rb"""charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{1,40})""", re.I)
_XML = re.compile(
    rb"""^\s{0,99}<\?xml[^>]{0,200}encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_.-]{1,40})"""
)
HEAD = 2048
"""Bytes at the start of a page that may declare its encoding."""


def decode(content: bytes, what: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return a text and what is to be said of its encoding.

    Parameters
    ----------
    content : bytes
    what : str
        What it is, for messages.
    declared : str or None
        The encoding that came with it, as in the header of a page.

    Raises
    ------
    BadInput
        When it is empty, or no text.
    """
    if not content.strip():
        raise BadInput(f"{what} is empty; give the text of an article.")
    for mark, name in MARKS:
        if content.startswith(mark):
            return _strict(content[len(mark) :], name, what), ()
    _refuse_binary(content, what)
    for encoding in (_known(declared), _known(_in_page(content)), "utf-8"):
        text = _tried(content, encoding) if encoding else None
        if text is not None:
            return text, ()
    return content.decode(FALLBACK, "replace"), (
        "The text is not in UTF-8 and does not say its encoding; it was read as windows-1252.",
    )


def _strict(content: bytes, name: str, what: str) -> str:
    text = _tried(content, name)
    if text is None:
        raise BadInput(f"{what} begins as {name.upper()} but is damaged; save it as UTF-8.")
    if not text.strip():
        raise BadInput(f"{what} is empty; give the text of an article.")
    return text


def _refuse_binary(content: bytes, what: str) -> None:
    kind = next((name for start, name in SIGNATURES if content.startswith(start)), None)
    controls = len(content) - len(content.translate(None, CONTROLS))
    if kind is None and b"\0" not in content and controls <= MOST_CONTROLS * len(content):
        return
    raise BadInput(
        f"{what} is {kind or 'no text'}; give text or HTML. Copy the text out of it, and save that."
    )


def _in_page(content: bytes) -> str | None:
    head = content[:HEAD]
    found = _XML.search(head) or (_DECLARED.search(head) if b"<" in head else None)
    return found[1].decode("ascii") if found else None


def _known(name: str | None) -> str | None:
    """Return Python's name of an encoding of the web, or None."""
    try:
        found = codecs.lookup((name or "").strip()).name
    except (LookupError, ValueError):
        return None
    if found in LATIN:
        return FALLBACK
    return found if found in KNOWN else None


def _tried(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except UnicodeDecodeError:
        return None
