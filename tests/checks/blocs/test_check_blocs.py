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


def test_since_a_later_time_is_true_of_a_part_only() -> None:
    made = in_bloc(
        "member",
        "FRA",
        "NATO",
        "France has been a member since 1990",
        window=year(1990, how="since"),
    )
    found = judged(made, "2016-01-01")
    assert found.word == "mixed"
    assert "longer" in str(found.definition)
    assert "since" in found.answer


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


@pytest.mark.parametrize(
    ("code", "name", "window", "word"),
    [
        (
            "GBR",
            "EU",
            Window(date(2020, 1, 1), date(2020, 1, 31), "month", "in", 0, 4),
            "supported",
        ),
        ("GBR", "EU", year(2016), "contradicted"),
        ("GBR", "EU", year(2019), "not enough data"),
        ("GEO", "CIS", year(2008), "supported under a definition"),
        ("PAK", "SEATO", year(1972), "supported under a definition"),
        ("PAK", "SEATO", year(1970), "contradicted"),
    ],
)
def test_leaving_is_told_by_its_notice_or_its_effect(
    code: str, name: str, window: Window, word: str
) -> None:
    assert judged(in_bloc("leave", code, name, "it left", window=window), "2023-01-01").word == word


def test_who_was_never_in_is_shown_by_the_source_of_the_list() -> None:
    found = judged(in_bloc("member", "KOR", "SEATO", "a member"), "1965-12-20")
    assert found.word == "contradicted"
    assert found.figures[0].source.startswith(("http", "COW", "ATOP", "SEATO"))
    before = judged(in_bloc("member", "CUB", "Rio Pact", "outside it"), "1991-09-16")
    assert "it had been a full member of the Rio Pact from 9 December 1948" in before.answer


def test_a_body_that_the_list_does_not_hold_is_named() -> None:
    found = judged(in_bloc("member", "JPN", "UN", "Japan is a member"), "1966-01-01")
    assert found.word == "not enough data"
    assert found.answer == "The list of blocs does not hold the UN for then."


def test_a_decision_to_end_a_bloc_is_not_its_end() -> None:
    made = claim(
        "sequence",
        "founded",
        "the council voted in June to dissolve itself",
        object=(bloc("COMECON"),),
        window=Window(date(1991, 6, 1), date(1991, 6, 30), "month", "in", 0, 4),
        parts={"word": "dissolve itself"},
    )
    assert judged(made, "1991-09-16").word == "not enough data"


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


@pytest.mark.parametrize(("when", "word"), [(1987, "supported"), (1995, "contradicted")])
def test_an_application_came_at_a_time(when: int, word: str) -> None:
    """Turkey was an applicant in 1995 too, and had applied in 1987."""
    made = hoping("TUR", "EU", "Turkey applied to join", window=year(when))
    found = judged(made, "2008-06-01")  # type: ignore[arg-type]
    assert found.word == word
    assert "14 April 1987" in found.answer


def test_an_applicant_is_no_candidate() -> None:
    made = in_bloc("member", "GEO", "EU", "Georgia was granted candidate status")
    assert judged(made, "2022-12-01").word == "contradicted"


def test_notes_of_those_talked_of_tell_nothing_of_later() -> None:
    found = judged(hoping("TJK", "EAEU", "contemplating the addition of Tajikistan"), "2017-02-01")  # type: ignore[arg-type]
    assert found.word == "supported"
    assert "under discussion as a member of the EAEU" in found.answer
    assert "said by minister N. Hikmatullozoda" in found.answer
    assert "http" not in found.answer
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
        ("NATO", "USA", "mixed"),
        ("ASEAN", "CHN", "mixed"),
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


@pytest.mark.parametrize(
    ("relation", "code", "text", "word"),
    [
        ("join", "MKD", "Macedonia is still waiting to be let into NATO", "not enough data"),
        ("join", "MKD", "Macedonia was let into NATO", "contradicted"),
        ("leave", "FRA", "France walked out of NATO's command", "not enough data"),
        ("leave", "FRA", "France walked out of NATO", "contradicted"),
        ("join", "RUS", "Russia joined NATO's Partnership for Peace", "not enough data"),
        ("join", "GRC", "Spain joined NATO late, after Greece", "not enough data"),
        ("join", "TUR", "Turkey has waited since 1987 to be let into NATO", "not enough data"),
        ("member", "TUR", "Turkey is a member of NATO no longer", "not enough data"),
        ("member", "SWE", "Denmark, unlike Sweden, belongs to NATO", "not enough data"),
        ("member", "SWE", "Sweden belongs to NATO", "contradicted"),
    ],
)
def test_a_wish_a_part_and_a_contrast_are_no_membership(
    relation: str, code: str, text: str, word: str
) -> None:
    assert judged(in_bloc(relation, code, "NATO", text), "2016-01-01").word == word


def test_a_count_beside_an_earlier_time_may_be_of_today() -> None:
    made = counting("five of ASEAN's ten members founded it", "ASEAN", 10, window=year(1967))
    assert judged(made, "2016-01-01").word == "not enough data"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "name", "when", "word"),
    [
        ("ECU", "OPEC", year(2007), "supported"),
        ("EGY", "Arab League", year(1989), "supported"),
        ("EGY", "Arab League", year(1995), "contradicted"),
        ("NGA", "OPEC", year(1995), "not enough data"),
    ],
)
def test_coming_back_is_not_the_first_entry(code: str, name: str, when: Window, word: str) -> None:
    made = in_bloc("join", code, name, "it returned", window=when)
    assert judged(made, "2016-01-01").word == word


def test_belonging_since_before_it_came_in() -> None:
    made = in_bloc("join", "NGA", "OPEC", "it has belonged", window=year(1960, how="since"))
    assert judged(made, "2016-01-01").word == "contradicted"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Montenegro became NATO's 29th member", "supported"),
        ("Montenegro became NATO's 30th member", "mixed"),
    ],
)
def test_the_how_manieth_member(text: str, word: str) -> None:
    found = judged(in_bloc("join", "MNE", "NATO", text, window=year(2017)), "2018-01-01")
    assert found.word == word
    assert "29 members" in found.answer


@pytest.mark.parametrize(("many", "word"), [("six", "supported"), ("seven", "mixed")])
def test_by_how_many_a_bloc_was_founded(many: str, word: str) -> None:
    text = f"the Community was founded by {many} states in 1958"
    made = claim(
        "sequence", "founded", text, object=(bloc("EU"),), window=year(1958),
        parts={"word": "founded"},
    )  # fmt: skip
    assert judged(made, "2010-01-01").word == word
