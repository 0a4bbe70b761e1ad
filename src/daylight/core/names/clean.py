"""What files add to a name: marks of notes, hidden characters, letters read in a wrong code."""

from __future__ import annotations

import html
import re
import unicodedata

_NOTE = re.compile(
    r"""(?: \s*[*†‡§¶#^°¹²³⁰⁴-⁹ª]+     # France*, France¹
        | \s*[(\[]\s*[a-z0-9]{1,2}\s*[)\]]   # France (a), France [1]
        | \s*[(\[]\s*[ivx]+\s*[)\]]
        | (?<=[^\W\d])\d{1,2}             # France2
        | \s+\d{1,2}/                     # France 1/
        | \s*[,;:]
        )+\s*$""",
    re.VERBOSE,
)
_AROUND = " \t\r\n\"'“”„«»‘’`_-–—|"
_MOJIBAKE = re.compile(r"[ÃÂÄÅÐÑØÙãâ][\x80-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|ï¿½")
_NUMBER = re.compile(r"[+]?(\d+)(?:[.,]0+)?")
SPACES = 3


def tidy(text: str) -> str:
    """Return a label without hidden characters, doubled spaces and quotation marks around it."""
    if "&" in text and ";" in text:
        text = html.unescape(text)
    if not text.isprintable():
        text = "".join(_seen(c) for c in text)
    return " ".join(text.split()).strip(_AROUND)


def _seen(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Cf":
        return ""
    return " " if kind[0] == "Z" or kind == "Cc" else character


def mended(text: str) -> str:
    """Return a text whose UTF-8 was read as another code (``CÃ´te``) as it was written."""
    for _ in range(2):  # some files were read wrongly twice
        if not _MOJIBAKE.search(text):
            return text
        for code in ("cp1252", "latin-1"):
            try:
                text = _bytes(text, code).decode("utf-8")
                break
            except (UnicodeEncodeError, UnicodeDecodeError):
                continue
        else:
            return text
    return text


def _bytes(text: str, code: str) -> bytes:
    """Encode letter by letter: five bytes have no letter in cp1252 and stay what they are."""
    return b"".join(
        c.encode("latin-1") if code == "cp1252" and 0x80 <= ord(c) <= 0x9F else c.encode(code)
        for c in text
    )


def without_notes(text: str) -> str:
    """Return a label without marks of footnotes at its end: ``France (a)``, ``France*``."""
    return _NOTE.sub("", text)


def number(text: str) -> int | None:
    """Return the whole number that a label is, also as spreadsheets write it: ``365.0``."""
    match = _NUMBER.fullmatch(text)
    return int(match[1]) if match else None
