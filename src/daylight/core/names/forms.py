"""Other ways to write the same label, the nearest first: order, short words, formal words.

Each is tried only when those before it name nothing. A formal word is taken away only from a
name that never meant more than one state, so that "Republic of Korea" is not "Korea".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from daylight.core.names.fold import normalise

_BRACKETS = re.compile(r"\s*[(\[（]([^()\[\]（）]*)[)\]）]\s*$")
_COMMA = re.compile(r"\s*[,，،;/]\s*|\s+-\s+|\s*[–—]\s*")
_FOR_STATE = {"the", "country", "state", "nation", "sovereign state", "republic", "independent", ""}
_FORMER = re.compile(r"^(?:former|formerly|fmr|ex) | (?:former|fmr)$")
_SIDES = {
    "n": "north", "no": "north", "nth": "north", "north": "north", "northern": "north",
    "s": "south", "so": "south", "sth": "south", "south": "south", "southern": "south",
    "e": "east", "east": "east", "eastern": "east", "w": "west", "west": "west",
    "western": "west",
}  # fmt: skip
_SIDED = {
    "korea", "sudan", "vietnam", "viet nam", "yemen", "germany", "samoa", "sahara", "timor",
    "cyprus", "ireland", "africa", "rhodesia", "pakistan", "berlin", "borneo", "macedonia",
}  # fmt: skip
_WORDS = {
    "rep": "republic", "repub": "republic", "dem": "democratic", "demo": "democratic",
    "democ": "democratic", "fed": "federal", "isl": "islamic", "islam": "islamic",
    "ppl": "peoples", "people": "peoples", "pop": "peoples", "soc": "socialist", "st": "saint",
    "ste": "saint", "is": "islands", "isds": "islands", "isle": "islands", "sts": "states",
    "terr": "territory", "prov": "province", "kgdm": "kingdom", "eq": "equatorial",
    "equat": "equatorial", "cent": "central", "centr": "central", "c": "central",
    "ctr": "central", "afr": "african", "dom": "dominican", "utd": "united", "unit": "united",
    "un": "united", "emir": "emirates", "emirs": "emirates", "brit": "british", "gr": "great",
    "arab": "arab", "herz": "herzegovina", "herzeg": "herzegovina", "hercegovina": "herzegovina",
    "gren": "grenadines", "princ": "principe", "mac": "macedonia",
    "dpr": "democratic peoples republic", "pdr": "peoples democratic republic",
    "dr": "democratic republic", "pr": "peoples republic", "n": "and", "guin": "guinea",
    "tob": "tobago", "trin": "trinidad", "nevs": "nevis", "plur": "plurinational",
    "boliv": "bolivarian", "jam": "jamahiriya",
}  # fmt: skip
_FRENCH = {
    "rep": "republique", "dem": "democratique", "pop": "populaire", "isl": "islamique",
    "fed": "federale", "arabe": "arabe",
}  # fmt: skip
_WHOLE = {
    "tfyr macedonia": "macedonia", "tfyr of macedonia": "macedonia", "tfyrom": "macedonia",
    "car": "central african republic",
}  # fmt: skip
_FORMAL = {
    "republic", "republica", "kingdom", "state", "states", "democratic", "peoples", "people", "s",
    "islamic", "federal", "federated", "federative", "socialist", "arab", "plurinational",
    "bolivarian", "united", "hashemite", "commonwealth", "principality", "grand", "duchy",
    "sultanate", "union", "cooperative", "independent", "sovereign", "former", "yugoslav", "of",
    "the", "and", "federation", "confederation", "oriental", "jamahiriya", "soviet", "ssr",
    "emirate", "empire",
}  # fmt: skip
_STATE_WORDS = (
    "republic|kingdom|principality|grand duchy|sultanate|union|commonwealth|federation|empire"
)
_BEFORE = re.compile(
    rf"^(?:the )?(?:(?:democratic|federal|federative|islamic|arab|socialist|peoples|people s|united"
    rf"|plurinational|bolivarian|hashemite|cooperative|co operative|independent|oriental) )*"
    rf"(?:{_STATE_WORDS}|government) of (?:the )?(.+)$"
)


def forms(text: str) -> Iterator[str]:
    """Yield other folded forms of a label, the nearest first."""
    seen = {normalise(text)}
    for form in _forms(text):
        if form and form not in seen:
            seen.add(form)
            yield form


def _forms(text: str) -> Iterator[str]:
    whole = normalise(text)
    yield _WHOLE.get(whole, "")
    yield _spelled(whole)
    if "." in text:
        yield _spelled(normalise(text.replace(".", ". ")))
    head, rest = parted(text)
    if rest is not None:
        side = normalise(rest)
        base = normalise(head)
        if side in _FOR_STATE:
            yield base
            yield _spelled(base)
        yield f"{side} {base}"
        yield f"{_spelled(side)} {_spelled(base)}"
        yield f"{_spelled(side).removesuffix(' of').removesuffix(' of the')} of {_spelled(base)}"
        yield f"{_spelled(side)} of the {_spelled(base)}"
        french = " ".join(_FRENCH.get(word, word) for word in side.split())
        yield f"{french} {base}"
        yield f"{french} {base}".removeprefix("la ")
    yield from _sides(whole)
    if _FORMER.search(whole):
        bare = _FORMER.sub("", whole).strip()
        yield bare
        yield _spelled(bare)


def bases(text: str) -> Iterator[str]:
    """Yield the folded name without its formal words, for names that never meant two states."""
    whole = _spelled(normalise(text))
    match = _BEFORE.match(whole)
    if match:
        yield match[1]
    head, rest = parted(text)
    if rest is not None and set(_spelled(normalise(rest)).split()) <= _FORMAL:
        yield normalise(head)
        yield _spelled(normalise(head))


def parted(text: str) -> tuple[str, str | None]:
    """Return the two parts of ``Iran, Islamic Republic of`` or ``Iran (Islamic Republic of)``."""
    bracket = _BRACKETS.search(text)
    if bracket:
        return text[: bracket.start()], bracket[1]
    parts = _COMMA.split(text, maxsplit=1)
    return (parts[0], parts[1]) if len(parts) == 2 and parts[0] else (text, None)


def _sides(whole: str) -> Iterator[str]:
    """Yield ``north korea`` for ``korea north``, ``n korea`` and ``korea n``."""
    words = whole.split()
    for side, rest in ((words[0], words[1:]), (words[-1], words[:-1])) if len(words) > 1 else ():
        base = " ".join(rest)
        if side in _SIDES and base in _SIDED:
            yield f"{_SIDES[side]} {base}"


def _spelled(folded: str) -> str:
    """Return a folded name with its short words written out."""
    words = folded.split()
    if len(words) > 1 and words[-1] == "isl":
        words[-1] = "islands"
    return " ".join(_WORDS.get(word, word) for word in words)
