"""Names of places in many languages, from Unicode CLDR: writes the registry's ``languages.csv``.

A row is a name with the ISO 3166-1 codes, or the numbers of regions of the UN, that the name
stands for in any of the languages. Several codes mean that the languages differ, and that no
state may be read from the name. Needs Babel, which has the tables of CLDR::

    python benchmarks/names_languages.py
"""

from __future__ import annotations

import csv
from pathlib import Path

from daylight.core.names.fold import normalise

OUT = Path(__file__).parents[1] / "src" / "daylight" / "core" / "registry" / "languages.csv"
LANGUAGES = (
    "en", "ar", "zh", "fr", "ru", "es", "de", "it", "pt", "nl", "pl", "tr", "ja", "ko", "fa",
    "uk", "be", "el", "sv", "da", "nb", "fi", "cs", "sk", "hu", "ro", "bg", "sr", "hr", "sl",
    "lt", "lv", "et", "ka", "hy", "az", "kk", "ky", "uz", "mk", "sq", "he", "hi", "bn", "ur",
    "th", "vi", "id", "ms", "sw", "ca", "eu", "af", "mn", "zh_Hant",
)  # fmt: skip
SKIPPED = {"ZZ", "XA", "XB", "QO"}
"""Codes of CLDR that stand for no place: unknown, made up, the rest of Oceania."""


def names() -> dict[str, set[str]]:
    """Return the codes of every name, folded as a look-up folds it."""
    from babel import Locale

    found: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            folded = normalise(name)
            if code not in SKIPPED and folded and not folded.isdigit():
                found.setdefault(folded, set()).add(code)
    return found


def main() -> None:
    with OUT.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["name", "codes"])
        for name, codes in sorted(names().items()):
            out.writerow([name, ";".join(sorted(codes))])


if __name__ == "__main__":
    main()
