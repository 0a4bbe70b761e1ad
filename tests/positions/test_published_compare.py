"""Reading a published file, and comparing with it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from daylight.core.errors import BadInput
from daylight.positions.compare import compare
from daylight.positions.published import published

HEAD = '"","ccode","session","IdealPointAll","NVotesAll","Q5%All","Q95%All","Countryname"'


def lines(head: str = HEAD, sign: str = ",", width: float = 0.5) -> str:
    rows = []
    for session in (70, 71):
        for k, cow in enumerate((2, 20, 365, 437)):
            theta = 2 - k + 0.1 * session
            cells = [k, cow, session, theta, 80, theta - width, theta + width, "Côte d'Ivoire"]
            rows.append(sign.join(str(c) for c in cells))
    return "\n".join([head.replace(",", sign), *rows]) + "\n"


def ours(clock: str = "session", sd: float = 0.304) -> pl.DataFrame:
    rows = [
        (cow, session, 2.0 * (2 - k + 0.1 * session), 2 * sd)
        for session in (70, 71)
        for k, cow in enumerate((2, 20, 365, 437))
    ]
    frame = pl.DataFrame(rows, ["cow", "session", "theta", "sd"], orient="row")
    if clock == "session":
        return frame
    return frame.rename({"session": "year"}).with_columns(pl.col("year") + 1945)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "IdealpointestimatesAll.csv"
    path.write_bytes(lines().encode("latin-1"))
    return path


def test_a_file_is_read_in_latin_1(file: Path) -> None:
    table = published(file)
    assert len(table) == 8
    assert table["theta"][0] == pytest.approx(9.0)
    assert table["sd"][0] == pytest.approx(0.304, abs=0.001)


@pytest.mark.parametrize(
    "head",
    [
        "x,ccode,session,IdealPointAll,NVotesAll,Q5.All,Q95.All,name",
        "x,ccode,session,idealpointall,nvotesall,q5_percent_all,q95_percent_all,name",
    ],
)
def test_other_spellings_and_tabs(tmp_path: Path, head: str) -> None:
    path = tmp_path / "Idealpoints.tab"
    path.write_text(lines(head, "\t"), "latin-1")
    assert published(path)["sd"].null_count() == 0


@pytest.mark.parametrize("name", ["IdealPoint", "IdealPointMiddleEast"])
def test_files_of_one_issue_may_name_their_column_after_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / "IdealpointestimatesMiddleEast_Apr2020.csv"
    ends = {"Q5%All": "Q5.ME", "Q95%All": "Q95.ME"}
    text = lines().replace("IdealPointAll", name)
    for old, new in ends.items():
        text = text.replace(old, new)
    path.write_text(text, "latin-1")
    assert published(path, issue="me")["sd"].null_count() == 0
    assert compare(ours(), path, issue="me").overall == pytest.approx(1.0)
    if name != "IdealPoint":
        with pytest.raises(BadInput, match="no column idealpointall"):
            published(path)


def test_the_comparison_does_not_depend_on_the_unit(file: Path) -> None:
    found = compare(ours(), file)
    assert (found.rows, found.published, found.by_year) == (8, 8, False)
    assert found.overall == pytest.approx(1.0)
    assert found.within_session == pytest.approx(1.0)
    assert found.sd_ratio == pytest.approx(1.0, abs=0.01)
    assert "8 of its 8 rows" in str(found)


def test_a_year_stands_for_the_session_that_opened_in_it(file: Path) -> None:
    found = compare(ours("year"), file)
    assert found.by_year
    assert found.rows == 8
    assert found.overall == pytest.approx(1.0)


def test_states_without_an_estimate_are_left_out(file: Path) -> None:
    gone = ours().with_columns(theta=pl.when(pl.col("cow") != 365).then(pl.col("theta")))
    assert compare(gone, file).rows == 6


def test_without_quantiles_there_is_no_ratio(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text(lines().replace("Q5%All", "x").replace("Q95%All", "y"), "latin-1")
    found = compare(ours(), path)
    assert found.sd_ratio is None
    assert "no quantiles" in str(found)


def test_a_worse_estimate_shows(file: Path) -> None:
    noise = np.random.default_rng(1).normal(size=8)
    assert compare(ours().with_columns(theta=pl.Series(noise)), file).overall < 0.9


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,b\n1,2\n", "no column ccode"),
        ("ccode,session,theta\n2,70,1\n", "no column idealpointall"),
        ("ccode,session,IdealPointAll\n2,seventy,1\n", "line 2, column 'session': 'seventy' is no"),
        ("ccode,session,IdealPointAll\n2,70,1\n2,70,1\n", "twice"),
        ("", "is empty"),
        ("ccode,session,IdealPointAll\n", "0 states and sessions in common"),
        ("ccode,session,IdealPointAll\n2,70,NaN\n", "'NaN' is no number; write NA"),
        ("ccode,session,IdealPointAll\n2,70,1_0\n", "'1_0' is no number"),
        ("ccode,session,IdealPointAll\n2.5,70,1\n", "column 'ccode': '2.5' is no whole number"),
        ("ccode,session,IdealPointAll\n2,70,1\n1e20,70,1\n", "line 3, column 'ccode': '1e20' is"),
        ("ccode,session,IdealPointAll\n99999999999999999999,70,1\n", "is no whole number"),
        ("ccode,session,IdealPointAll\n2,70,1,5\n", "line 2: 4 cells where the header has 3"),
        ("ccode,session,IdealPointAll,IdealPointAll\n2,70,1,5\n", "'IdealPointAll' twice"),
        ("ccode,session,IdealPointAll\n2,70,\0\n", "line 2, column 6 has a NUL byte"),
        (f"ccode,session,IdealPointAll\n2,70,{'x' * 200_000}\n", "a cell of more than 131,072"),
        (f"ccode,session,IdealPointAll\n2,70,{'x' * 100_000}\n", r"\.\.\. \(100,002 characters"),
        ("ccode,session,IdealPointAll\n2,3,1\n", "0 states and sessions in common"),
    ],
)
def test_a_file_that_cannot_be_used_is_told(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "p.csv"
    path.write_text(text)
    with pytest.raises(BadInput, match=says):
        compare(ours(), path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        published(tmp_path / "none.csv")


def test_final_passage_votes_have_columns_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("ccode,session,IdealPointFP\n2,70,1\n")
    assert published(path, "final-passage")["theta"].to_list() == [1.0]


def test_files_of_the_authors_repository_have_names_without_an_ending(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("Row,ccode,session,NVotes,IdealPoint,Q5%,Q95%\n1,2,70,60,2.5,2.3,2.7\n")
    found = published(path)
    assert found["theta"].to_list() == [2.5]
    assert found["sd"].to_list() == pytest.approx([0.4 / 3.29], rel=1e-3)


def test_rows_without_quantiles_do_not_switch_the_ratio_off(file: Path, tmp_path: Path) -> None:
    text = file.read_text("latin-1").splitlines()
    cells = text[1].split(",")
    cells[5] = "NA"
    path = tmp_path / "p.csv"
    path.write_text("\n".join([text[0], ",".join(cells), *text[2:]]), "latin-1")
    assert compare(ours(), path).sd_ratio == pytest.approx(compare(ours(), file).sd_ratio, rel=0.2)
