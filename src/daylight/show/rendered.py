"""An answer in each of the formats that it can be written in, as bytes."""

from __future__ import annotations

from daylight.core.answer import Answer
from daylight.core.visible import visible

FRAMES = ("csv", "parquet", "dta", "xlsx", "sav")
PICTURES = ("svg", "png")
CITED = ("bibtex", "ris", "csl-json")
FORMATS = ("text", "json", "html", "pdf", *FRAMES, *PICTURES, *CITED)


def rendered(answer: Answer, kind: str) -> bytes:
    """Return an answer in one of the formats, as bytes."""
    if kind in FRAMES:
        from io import BytesIO

        from daylight.show.frames import dump

        buffer = BytesIO()
        dump(answer.to_polars(), buffer, kind)
        return buffer.getvalue()
    if kind in PICTURES:
        picture = answer.plot()
        return picture.png() if kind == "png" else f"{picture.svg}\n".encode()
    if kind in CITED:
        return answer.cite(kind).encode()
    if kind == "pdf":
        return answer.to_pdf()
    if kind == "html":
        return f"{answer.view.page(answer)}\n".encode()
    text = answer.to_json() if kind == "json" else visible(str(answer), "\n")
    return f"{text}\n".encode()
