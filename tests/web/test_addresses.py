"""Addresses of pages: one for each page, and other spellings lead there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.errors import DaylightError, UnknownName
from daylight.core.states import all_states
from daylight.store.atlas import current
from daylight.web.addresses import KINDS, address, pairs, states
from daylight.web.answers import resolved


@pytest.mark.parametrize(
    ("path", "one"),
    [
        ("pair/RUS-IRN/2017-02-01", "/pair/RUS-IRN/2017-02-01"),
        ("pair/rus-irn/2017", "/pair/RUS-IRN/2017-12-31"),
        ("pair/cow-365-630/2017-02", "/pair/RUS-IRN/2017-02-28"),
        ("pair/gw-365-IRN/2017-02-01", "/pair/RUS-IRN/2017-02-01"),
        ("state/Turkey/2017-02-01", "/state/TUR/2017-02-01"),
        ("bloc/Eurasian Economic Union/2017-02-01", "/bloc/EAEU/2017-02-01"),
        ("bloc/OPEC+/2017-02-01", "/bloc/OPEC%2B/2017-02-01"),
        ("blocs/2017", "/blocs/2017-12-31"),
        ("brief/RUS-IRN-USA/2017-02-01", "/brief/RUS-IRN-USA/2017-02-01"),
        ("brief/RUS-IRN/2017-02-01", "/brief/RUS-IRN/2017-02-01"),
        ("compare/rus-irn~RUS-BLR/2017-02-01", "/compare/RUS-IRN~RUS-BLR/2017-02-01"),
        ("bond/RUS-IRN/2017-02-01.json", "/bond/RUS-IRN/2017-02-01.json"),
    ],
)
def test_a_page_has_one_address(path: str, one: str) -> None:
    kind, _, rest = path.partition("/")
    found = resolved(address(kind, rest), current())
    assert found.path() == one
    assert resolved(found, current()) == found, "it stays where it is"


def test_no_date_is_the_newest() -> None:
    found = resolved(address("state", "RUS"), current())
    assert found.day == current().last.isoformat()


@pytest.mark.parametrize(
    ("kind", "rest", "says"),
    [
        ("weather", "RUS", "There is no page 'weather'"), ("pair", "", "write /pair/SUBJECT/DATE"),
        ("pair", "RUS/2017/x", "write /pair"), ("pair", "RUS/2017", "names 2 states"),
        ("pair", "RUS-IRN-USA/2017", "names 2 states"), ("triad", "RUS-IRN/2017", "names 3 states"),
        ("compare", "RUS-IRN~RUS/2017", "up to 6 pairs"), ("blocs", "2017/2018", "write /blocs"),
        ("pair", "RUS-ATL/2017", "No state is called"), ("bloc", "NATTO/2017", "near"),
        ("pair", "RUS-IRN/1000", "outside what the atlas covers"),
        ("pair", "RUS-IRN/x", "is not a date"),
    ],
)  # fmt: skip
def test_what_has_no_page_is_said_in_a_line(kind: str, rest: str, says: str) -> None:
    with pytest.raises(DaylightError) as caught:
        resolved(address(kind, rest), current())
    assert "\n" not in str(caught.value)
    assert says in str(caught.value)


@given(st.sampled_from([*KINDS]), st.text(max_size=60))
def test_any_address_is_read_or_refused(kind: str, rest: str) -> None:
    try:
        found = address(kind, rest)
        if found.kind == "compare":
            pairs(found)
        elif found.subject and found.kind != "bloc":
            states(found)
    except UnknownName as error:
        assert "\n" not in str(error)


def test_codes_of_states_have_no_hyphen() -> None:
    assert not [one.code for one in all_states() if "-" in one.code]


def test_every_kind_has_its_question() -> None:
    for kind, (name, _) in KINDS.items():
        assert address(kind, "" if kind == "blocs" else "X").question.name == name
