"""Formal names in other languages: the name within "République d'Albanie" or "阿尔巴尼亚共和国"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daylight.core.names.fold import normalise

_LATIN = re.compile(
    r"^(?:l|la |le |el |il |o |a )?"
    r"(?:(?:republique|royaume|principaute|sultanat|union|federation|etat|commonwealth|grand duche"
    r"|republica|reino|principado|sultanato|sultania|federacion|estado|mancomunidad|gran ducado"
    r"|commonwealth|republik|konigreich|furstentum|grossherzogtum|repubblica|regno|rep)"
    r"(?: (?:democratique|federale|federal|islamique|populaire|arabe|unie|socialiste|hachemite"
    r"|plurinational|plurinacional|bolivarienne|bolivariana|democratica|islamica|popular|arabe"
    r"|unida|socialista|hachemita|cooperative|cooperativa|independant|independiente|orientale"
    r"|oriental|et|y|du|de|popolare|democratica|federale|araba|unita))*)"
    r"(?: de la | de las | de los | de l| del | du | des | de | do | da | dos | of | di | d| )(.+)$"
)
_ARTICLE = re.compile(r"^(?:la|le|les|el|las|los|l) ")
_CYRILLIC = re.compile(
    r"^(?:(?:\w+(?:ская|ая|ое|ское|ный|ои)) )*"
    r"(?:республика|королевство|княжество|султанат|союз|федерация|содружество|государство)"
    r" (?:островов |острова )?(.+)$"
)
_ARABIC = re.compile(
    r"^(?:جمهوريه|جمهورية|مملكه|مملكة|دوله|دولة|سلطنه|سلطنة|اماره|إمارة|اتحاد|كومنولث) (.+)$"
)
_ARABIC_AFTER = re.compile(
    r" (?:الاسلاميه|الاسلامية|الديمقراطيه|الديمقراطية|الشعبيه|الشعبية|الاتحاديه|الاتحادية"
    r"|الاشتراكيه|الاشتراكية|المتحده|المتحدة|الهاشميه|الهاشمية|البوليفاريه|البوليفارية"
    r"|المتعدده القوميات|المتعددة القوميات|التعاونيه|التعاونية|العربيه|العربية|المستقله|المستقلة)$"
)
_HAN = re.compile(
    r"^(.{1,12}?)(?:独立|伊斯兰|人民|民主|联邦|聯邦|社会主义|社會主義|阿拉伯|合作|联合|聯合|多民族|玻利瓦尔|"
    r"哈希姆|大|东岸|大众)*(?:共和国|共和國|王国|王國|公国|公國|联邦|聯邦|苏丹国|酋长国|国|國)$"
)


def bases(text: str) -> Iterator[str]:
    """Yield the folded names within a formal name of another language."""
    whole = normalise(text)
    if whole.isascii():
        match = _LATIN.match(whole)
        if match:
            yield match[1]
            yield _ARTICLE.sub("", match[1])
        return
    match = _HAN.match(whole)
    if match:
        yield match[1]
        return
    match = _CYRILLIC.match(whole)
    if match:
        yield match[1]
        return
    match = _ARABIC.match(whole)
    base = match[1] if match else whole
    bare = _ARABIC_AFTER.sub("", base)
    bare = _ARABIC_AFTER.sub("", bare)
    if match or bare != base:
        yield base
        yield bare
