"""Official names of states in nine languages, read as a user would.

The names are those of the ISO list in the package pycountry with its translations, which Daylight
does not use otherwise: ``pip install pycountry``, then ``python benchmarks/names_official.py``.
"""

from __future__ import annotations

import gettext
from collections import Counter
from collections.abc import Iterator

from daylight.core.states import State, all_states
from daylight.naming.column import code_states

LANGUAGES = ("en", "ar", "zh_CN", "fr", "ru", "es", "de", "it", "pt")
KINDS = ("name", "common_name", "official_name")


def names(language: str) -> Iterator[tuple[str, str]]:
    """Yield each name in a language with its ISO code; untranslated ones are left out."""
    import pycountry

    where = pycountry.LOCALES_DIR
    translated = gettext.translation("iso3166-1", where, [language], fallback=language == "en")
    for country in pycountry.countries:
        for kind in KINDS:
            english = getattr(country, kind, None)
            name = english and translated.gettext(english)
            if name and (language == "en" or name != english):
                yield name, country.alpha_3


def outcome(name: str, state: State | None) -> str:
    """Return what became of a name of a state, or of a place that is none."""
    (coded,) = code_states([name])
    if coded.status == "one":
        return "right" if state is not None and coded.cow == state.cow else "wrong"
    return f"{'state' if state else 'place'} {coded.status}"


def main() -> None:
    today = {s.iso3: s for s in all_states() if s.spells[-1].end is None}
    total: Counter[str] = Counter()
    for language in LANGUAGES:
        counts = Counter(outcome(name, today.get(code)) for name, code in names(language))
        of_states = counts["right"] + sum(n for k, n in counts.items() if k.startswith("state"))
        share = counts["right"] / of_states
        print(f"{language:6} {share:.0%} of {of_states} names of states", dict(counts))
        total += counts
    print(dict(total), sum(total.values()))


if __name__ == "__main__":
    main()
