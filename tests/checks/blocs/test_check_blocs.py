"""Who belongs to which bloc, since when, how many, who may join, and on whom blocs hang."""

from __future__ import annotations

from datetime import date

import pytest
from made_claims import bloc, claim, in_bloc, judged, state, year

from daylight.checks.blocs.standing import the
from daylight.checks.blocs.unlisted import unlisted
from daylight.claims.records import Claim, Window

ON = date(2017, 2, 1)


@pytest.mark.parametrize(
    ("code", "name", "day", "text", "word"),
    [
        ("FIN", "NATO", "2024-05-15", "Finland is a member of NATO", "supported"),
        ("FIN", "NATO", "2022-05-15", "Finland is a member of NATO", "contradicted"),
        ("CUB", "Rio Pact", "1991-09-16", "Cuba is outside the Rio Pact", "supported"),
        ("FRA", "Rio Pact", "1991-09-16", "France is outside the Rio Pact", "supported"),
        ("USA", "Rio Pact", "1991-09-16", "The United States is outside it", "contradicted"),
        ("IRN", "SCO", "2017-02-01", "Iran is an observer of the SCO", "supported"),
        ("IRN", "SCO", "2017-02-01", "Iran is a full member of the SCO", "contradicted"),
    ],
)
def test_membership(code: str, name: str, day: str, text: str, word: str) -> None:
    found = judged(in_bloc("member", code, name, text), day)
    assert found.word == word
    assert found.query
    assert all(figure.source for figure in found.figures)


def test_since_a_later_time_is_right_by_a_definition_only() -> None:
    made = in_bloc(
        "member",
        "FRA",
        "NATO",
        "France has been a member since 1990",
        window=year(1990, how="since"),
    )
    found = judged(made, "2016-01-01")
    assert found.word == "supported under a definition"
    assert "older" in str(found.definition)


def test_a_state_that_is_no_more_keeps_its_name() -> None:
    found = judged(in_bloc("leave", "DDR", "COMECON", "it left", window=year(1990)), "1991-09-16")
    assert found.word == "supported"
    assert found.answer.startswith("East Germany ceased to be a state of its own")


@pytest.mark.parametrize(
    ("window", "word"),
    [
        (year(2004), "supported"),
        (year(2003), "contradicted"),
        (year(2005), "contradicted"),
        (year(2000, how="since"), "supported"),
        (year(2000, how="before"), "contradicted"),
        (None, "supported"),
    ],
)
def test_joining(window: Window | None, word: str) -> None:
    made = in_bloc("join", "EST", "NATO", "Estonia joined NATO", window=window)
    assert judged(made, "2014-05-02").word == word


def test_signed_is_not_joined() -> None:
    found = judged(
        in_bloc("join", "ARM", "EAEU", "Armenia joined", window=year(2014)), "2017-02-01"
    )
    assert found.word == "supported under a definition"
    assert "it had signed" in found.answer


def test_what_came_later_is_not_known() -> None:
    found = judged(in_bloc("leave", "GBR", "EU", "Britain left"), "2016-07-01")
    assert found.word == "contradicted"
    assert "still a full member of the EU" in found.answer
    assert "2020" not in f"{found.answer}{[figure.text for figure in found.figures]}"


def counting(text: str, name: str, value: float, **more: object) -> object:
    return claim("count", "members", text, object=(bloc(name),), value=value, **more)


@pytest.mark.parametrize(
    ("text", "name", "value", "day", "word"),
    [
        ("ASEAN's ten members", "ASEAN", 10, "2016-07-18", "supported"),
        ("ASEAN's dozen members", "ASEAN", 12, "2016-07-18", "contradicted"),
        (
            "the League's 22 members",
            "Arab League",
            22,
            "2009-01-18",
            "supported under a definition",
        ),
        ("the African Union's 55 members", "AU", 55, "2018-01-18", "supported under a definition"),
        ("NATO's six founding members", "NATO", 12, "2018-01-18", "supported"),
    ],
)
def test_counts(text: str, name: str, value: float, day: str, word: str) -> None:
    found = judged(counting(text, name, value), day)  # type: ignore[arg-type]
    assert found.word == word
    assert found.figures[0].source


def test_more_than_a_number_of_members() -> None:
    made = counting("more than twenty members", "NATO", 20, parts={"about": "more than "})
    assert judged(made, "2016-07-18").word == "supported"  # type: ignore[arg-type]


def test_one_besides_the_rest() -> None:
    made = claim(
        "count",
        "members",
        "four members in addition to Russia",
        object=(bloc("EAEU"),),
        value=4.0,
        subject=(state("ARM"), state("KGZ")),
        other=(state("RUS"),),
    )
    assert judged(made, "2017-02-01").word == "supported"
    wrong = claim(
        "count",
        "members",
        "four besides Russia",
        object=(bloc("EAEU"),),
        value=4.0,
        subject=(state("TJK"),),
        other=(state("RUS"),),
    )
    found = judged(wrong, "2017-02-01")
    assert found.word == "mixed"
    assert "TJK was not one" in found.answer


def hoping(code: str, name: str, text: str, **more: object) -> object:
    return claim(
        "candidate", "candidate", text, subject=(state(code),), object=(bloc(name),), **more
    )


@pytest.mark.parametrize(
    ("code", "name", "text", "day", "word"),
    [
        ("UKR", "EU", "Ukraine was made a candidate", "2022-07-18", "supported"),
        ("UKR", "EU", "Ukraine was made a candidate", "2022-06-01", "contradicted"),
        ("NZL", "EU", "New Zealand is a candidate", "2016-06-01", "not enough data"),
        ("FRA", "EU", "France is a candidate", "2016-06-01", "contradicted"),
    ],
)
def test_candidates(code: str, name: str, text: str, day: str, word: str) -> None:
    assert judged(hoping(code, name, text), day).word == word  # type: ignore[arg-type]


def test_notes_of_those_talked_of_tell_nothing_of_later() -> None:
    found = judged(hoping("TJK", "EAEU", "contemplating the addition of Tajikistan"), "2017-02-01")  # type: ignore[arg-type]
    assert found.word == "supported"
    assert "under discussion as a member of the EAEU" in found.answer
    assert "end" not in found.answer.split()


def founding(name: str, window: Window, word: str = "founded") -> object:
    return claim(
        "sequence", "founded", "it began", object=(bloc(name),), window=window, parts={"word": word}
    )


@pytest.mark.parametrize(
    ("window", "word"),
    [
        (year(2015), "supported"),
        (year(2014), "supported under a definition"),
        (year(2012), "contradicted"),
    ],
)
def test_beginnings(window: Window, word: str) -> None:
    assert judged(founding("EAEU", window), "2016-02-08").word == word  # type: ignore[arg-type]


def test_a_bloc_that_is_not_yet() -> None:
    assert judged(founding("EAEU", year(2000)), "2001-01-01").word == "not enough data"  # type: ignore[arg-type]
    found = judged(founding("COMECON", year(1985), "dissolved"), "1986-01-01")  # type: ignore[arg-type]
    assert found.word == "contradicted"
    assert found.answer == "COMECON had not ended by 1 January 1986."


def test_order() -> None:
    made = claim(
        "sequence",
        "order",
        "Hungary joined NATO before Latvia",
        subject=(state("HUN"),),
        object=(bloc("NATO"),),
        other=(state("LVA"),),
        parts={"word": "before"},
    )
    assert judged(made, "2016-01-01").word == "supported"
    turned = claim(
        "sequence",
        "order",
        "Latvia joined NATO before Hungary",
        subject=(state("LVA"),),
        object=(bloc("NATO"),),
        other=(state("HUN"),),
        parts={"word": "before"},
    )
    assert judged(turned, "2016-01-01").word == "contradicted"


def hanging(name: str, code: str, **more: object) -> Claim:
    return claim(
        "tether", "hub", "it hangs on it", subject=(state(code),), object=(bloc(name),), **more
    )


@pytest.mark.parametrize(
    ("name", "code", "word"),
    [
        ("CSTO", "RUS", "supported"),
        ("CSTO", "KAZ", "contradicted"),
        ("SCO", "RUS", "mixed"),
        ("ASEAN", "IDN", "contradicted"),
        ("Commonwealth", "GBR", "contradicted"),
    ],
)
def test_blocs_that_hang_on_one(name: str, code: str, word: str) -> None:
    found = judged(hanging(name, code), "2017-02-01")
    assert found.word == word or found.word == "not enough data"
    assert "two thirds" in str(found.definition)


def test_members_that_are_no_states() -> None:
    assert unlisted("Arab League", date(2009, 1, 18)) == ["Palestine"]
    assert unlisted("Arab League", date(1970, 1, 18)) == []
    assert unlisted("NATO", date(2009, 1, 18)) == []


def test_articles_of_blocs() -> None:
    assert (the("NATO"), the("EU")) == ("NATO", "the EU")
