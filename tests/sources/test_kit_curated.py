"""Tables made by hand: precision of dates, words, and a citation in every row."""

from __future__ import annotations

from datetime import date

import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.kit.curated import (
    check_words,
    first_day,
    last_day,
    precision,
    read_facts,
    state_on,
)

HEAD = "what,citation\n"


def test_a_date_means_all_its_days() -> None:
    assert [first_day(t, "t") for t in ("2020", "2020-02", "2020-02-03")] == [
        date(2020, 1, 1), date(2020, 2, 1), date(2020, 2, 3),
    ]  # fmt: skip
    assert [last_day(t, "t") for t in ("2020", "2020-02", "2020-02-03")] == [
        date(2020, 12, 31), date(2020, 2, 29), date(2020, 2, 3),
    ]  # fmt: skip
    assert [precision(t) for t in ("2020", "2020-02", "2020-02-03")] == ["year", "month", "day"]


@pytest.mark.parametrize("text", ["", "20", "2020-13", "2020-02-30", "spring", "2020/02/03", "+202",
                                  "１９９０", None])  # fmt: skip
def test_what_is_no_date_stops(text: str | None) -> None:
    with pytest.raises(SourceChanged, match="is not a date"):
        first_day(text, "t")


@pytest.mark.parametrize(
    "cite", ["https://example.org/a", "ATOP 5.1, atopid 1", "ICB v16, crisis 9"]
)
def test_a_citation_is_an_address_or_a_row_of_a_data_set(cite: str) -> None:
    got = read_facts(f'{HEAD}x,"{cite}"\n'.encode(), "t", "t.csv", ("what", "citation"))
    assert got["citation"].to_list() == [cite]


@pytest.mark.parametrize("cite", ["", "as is well known", "ftp://example.org"])
def test_without_a_citation_it_stops(cite: str) -> None:
    with pytest.raises(SourceChanged, match="has no citation"):
        read_facts(f"{HEAD}x,{cite}\n".encode(), "t", "t.csv", ("what", "citation"))


def test_other_columns_words_and_states_stop() -> None:
    rows = read_facts(f"{HEAD}x,https://example.org\n".encode(), "t", "t.csv", ("what", "citation"))
    with pytest.raises(SourceChanged, match="expected who, citation"):
        read_facts(HEAD.encode(), "t", "t.csv", ("who", "citation"))
    check_words(rows, "t", "what", ("x", None))
    with pytest.raises(SourceChanged, match="'x' is not known; expected one of y"):
        check_words(rows, "t", "what", ("y",))
    assert state_on("DEU", date(1970, 1, 1), "t") == 260
    with pytest.raises(SourceChanged, match=r"^t: "):
        state_on(None, date(1970, 1, 1), "t")
    with pytest.raises(SourceChanged, match="UKR"):
        state_on("UKR", date(1970, 1, 1), "t")
