"""The language that a text seems to be in, or that it cannot be told."""

from __future__ import annotations

import pytest

from daylight.texts.language import language

TEXTS = {
    "en": "The two governments signed a treaty that has been in force since the end of the war.",
    "fr": "Les deux gouvernements ont signé un traité qui est en vigueur depuis la fin.",
    "de": "Die beiden Regierungen haben einen Vertrag unterzeichnet, der seit dem Ende gilt.",
    "es": "Los dos gobiernos firmaron un tratado que está en vigor desde el final de la guerra.",
    "it": "I due governi hanno firmato un trattato che è in vigore dalla fine della guerra.",
    "pt": "Os dois governos assinaram um tratado que não foi ratificado pelo parlamento do país.",
    "nl": "De twee regeringen hebben een verdrag getekend dat sinds het einde van de oorlog geldt.",
    "pl": "Oba rządy podpisały traktat, który jest w mocy od końca wojny i nie został zmieniony.",
    "sv": "De två regeringarna har skrivit på ett avtal som inte har ändrats efter kriget.",
    "tr": "İki hükümet savaştan sonra bir anlaşma imzaladı ve bu daha sonra değil, hemen oldu.",
    "id": "Kedua pemerintah telah menandatangani perjanjian yang tidak akan berlaku untuk semua.",
    "ru": "Два правительства подписали договор, который был в силе, но его не продлили.",
    "uk": "Два уряди підписали договір, який був чинним після війни, але його не продовжили.",
    "ar": "وقعت الحكومتان على معاهدة في العام الماضي وقد قال الوزير إن ذلك كان بعد الحرب.",
    "fa": "این دو دولت پیمانی را امضا کردند که از آن زمان به بعد برای هر دو کشور بود.",
    "hi": "दोनों सरकारों ने एक संधि पर हस्ताक्षर किए जो युद्ध के बाद से लागू है और नहीं बदली।",
    "zh": "两国政府签署了一项条约。",
    "ja": "両国政府は条約に署名した。",
    "ko": "양국 정부는 조약에 서명했다.",
    "he": "שתי הממשלות חתמו על הסכם.",
    "el": "Οι δύο κυβερνήσεις υπέγραψαν συνθήκη.",
}


@pytest.mark.parametrize("wanted", TEXTS)
def test_a_sentence_tells_its_language(wanted: str) -> None:
    assert language(TEXTS[wanted]) == wanted


@pytest.mark.parametrize(
    "text",
    ["", "12 34 56", "Moscow", "NATO EU UN CSTO SCO OPEC ASEAN OSCE", "xqzt " * 40, "?!...",
     "Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt"],
)  # fmt: skip
def test_what_cannot_be_told_is_not_guessed(text: str) -> None:
    assert language(text) == "und"
