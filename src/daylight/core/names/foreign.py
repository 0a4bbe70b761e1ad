"""Formal names in other languages: the name within "République d'Albanie" or "阿尔巴尼亚共和国"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daylight.core.names.fold import normalise

_STATES = (
    "republique royaume principaute sultanat union federation etat commonwealth republica reino "
    "principado sultanato sultania federacion estado mancomunidad republik konigreich furstentum "
    "repubblica regno rep reino grand\\ duche gran\\ ducado grossherzogtum"
)
_KINDS = (
    "democratique federale federal islamique populaire arabe unie socialiste hachemite "
    "plurinational plurinacional bolivarienne bolivariana democratica islamica popular "
    "unida socialista hachemita cooperative cooperativa independant independiente orientale "
    "oriental et y popolare araba unita federativa federative cooperativista democratico"
)
_OF = "de la|de las|de los|de l|del|du|des|de|do|da|dos|of|di|della|dell|von|der"


def _any(words: str) -> str:
    return "|".join(re.split(r"(?<!\\) ", words.replace("\\ ", "\\\\ "))).replace("\\\\ ", " ")


_LATIN = re.compile(
    rf"^(?:l|la |le |el |il |o |a )?(?:{_any(_STATES)})(?: (?:{_any(_KINDS)}))*"
    rf"(?: (?:{_OF}) | d| )(?P<name>.+)$"
)
_ARTICLE = re.compile(r"^(?:la|le|les|el|las|los|l) ")
_CYRILLIC = re.compile(
    r"^(?:\w+(?:ая|ое|ыи|ии) )*"
    r"(?:республика|королевство|княжество|султанат|союз|федерация|содружество|государство|герцогство)"
    r" (?P<name>.+)$"
)
_ARABIC = re.compile(
    f"^(?:{_any(normalise('جمهورية مملكة دولة سلطنة إمارة اتحاد كومنولث'))}) (?P<name>.+)$"
)
_ARABIC_AFTER = re.compile(
    " (?:"
    + _any(
        normalise(
            "الإسلامية الديمقراطية الديموقراطية الشعبية الاتحادية الاشتراكية المتحدة الهاشمية "
            "البوليفارية التعاونية العربية المستقلة الفيدرالية الشرقية القوميات المتعددة"
        )
    )
    + ")$"
)
_HAN = re.compile(
    r"^(?P<name>.{2,12}?)(?:独立|伊斯兰|人民|民主|联邦|聯邦|社会主义|社會主義|阿拉伯|合作|联合|聯合|多民族|玻利瓦尔"
    r"|哈希姆|大|东岸)*(?:共和国|共和國|王国|王國|公国|公國|联邦|聯邦|苏丹国|酋长国|联盟)$"
)


def bases(text: str) -> Iterator[str]:
    """Yield the folded names within a formal name of another language."""
    whole = normalise(text)
    if whole.isascii():
        match = _LATIN.match(whole)
        if match:
            yield match["name"]
            yield _ARTICLE.sub("", match["name"])
        return
    match = _HAN.match(whole) or _CYRILLIC.match(whole)
    if match:
        yield match["name"]
        return
    joined = whole.replace(" و ", " و")  # "and" is written together with the next word
    match = _ARABIC.match(joined)
    bare = base = match["name"] if match else joined
    while _ARABIC_AFTER.search(bare):
        bare = _ARABIC_AFTER.sub("", bare)
    if base != whole:
        yield base
    if bare != base:
        yield bare
