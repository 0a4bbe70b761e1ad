"""The site as a client sees it: pages, files, errors, and what it never says."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("starlette")
pytest.importorskip("httpx")

from starlette.testclient import TestClient

from daylight.web.app import app

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(app(), base_url="http://localhost", follow_redirects=False) as made:
        yield made


PAGES = [
    "/", "/bond/RUS-IRN/2017-02-01", "/state/TUR/2017-02-01", "/bloc/EAEU/2017-02-01",
    "/blocs/2017-02-01", "/votes/RUS-IRN/2017-02-01", "/compare/RUS-IRN~RUS-BLR/2017-02-01",
    "/shared-blocs/RUS-IRN/2017-02-01", "/measures", "/measure/trade_share", "/sources",
    "/source/atop", "/check", "/sql",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_and_asks_nobody_else(client: TestClient, path: str) -> None:
    found = client.get(path)
    assert found.status_code == 200
    text = found.text
    assert text.count("<h1>") == 1
    assert "<script" not in text and " style=" not in text and " onclick" not in text
    assert 'lang="en"' in text and "Skip to the page" in text
    loaded = re.findall(r'<(?:link|img|script|iframe)[^>]*(?:href|src)="([^"]+)"', text)
    assert all(one.startswith("/") for one in loaded)
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert "default-src 'none'" in found.headers["content-security-policy"]
    assert not [one for one in re.findall(r'href="(/[^"]*)"', text) if one.startswith("//")]


def test_the_form_leads_to_the_brief_in_three_steps(client: TestClient) -> None:
    form = {"a": "Russia", "b": "Iran", "vs": "United States", "as_of": "2017-02-01"}
    found = client.get("/go", params=form)
    assert (found.status_code, found.headers["location"]) == (303, "/brief/RUS-IRN-USA/2017-02-01")


@pytest.mark.parametrize(
    ("form", "location"),
    [
        ({"a": "NATO", "as_of": "2017"}, "/bloc/NATO/2017-12-31"),
        ({"a": "Turkey", "as_of": "2017"}, "/state/TUR/2017-12-31"),
        ({"a": "eurasian economic union", "as_of": "2017"}, "/bloc/EAEU/2017-12-31"),
        ({"page": "pair/RUS-IRN", "as_of": "2010"}, "/pair/RUS-IRN/2010-12-31"),
    ],
)
def test_the_form_finds_states_and_blocs(
    client: TestClient, form: dict[str, str], location: str
) -> None:
    assert client.get("/go", params=form).headers["location"] == location


def test_other_spellings_lead_to_the_one_address(client: TestClient) -> None:
    found = client.get("/bond/rus-irn/2017")
    assert (found.status_code, found.headers["location"]) == (308, "/bond/RUS-IRN/2017-12-31")
    newest = client.get("/state/TUR")
    assert newest.status_code == 302
    assert re.fullmatch(r"/state/TUR/\d{4}-\d\d-\d\d", newest.headers["location"])


ERRORS = [
    ("/nopage", 404, "There is no page"), ("/pair/RUS-ATL/2017", 404, "No state is called"),
    ("/pair/RUS-RUS/2017-12-31", 400, "one state"), ("/state/TUR/1000", 404, "outside"),
    ("/state/TUR/2017-13-01", 400, "calendar"), ("/measure/xx", 404, "No measure"),
    ("/source/../../etc/passwd", 404, ""), ("/go", 400, "Name a state"),
    ("/go?a=RUS&vs=USA", 400, "goes with two states"), ("/bloc/NATO/1900-12-31", 404, "began"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "status", "says"), ERRORS)
def test_an_error_is_a_page_with_its_status(
    client: TestClient, path: str, status: int, says: str
) -> None:
    found = client.get(path)
    assert found.status_code == status
    assert says in found.text
    assert "Traceback" not in found.text and "site-packages" not in found.text


def test_an_error_keeps_what_was_written_escaped(client: TestClient) -> None:
    found = client.get("/go", params={"a": '"><script>alert(1)</script>', "b": "Iran"})
    assert found.status_code == 404
    assert "<script" not in found.text
    assert 'value="Iran"' in found.text


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_breaks_a_page(client: TestClient, a: str, b: str) -> None:
    found = client.get("/go", params={"a": a, "b": b})
    assert found.status_code in (303, 400, 404)
    assert "<script" not in found.text


def test_answers_as_files(client: TestClient) -> None:
    path = "/bond/RUS-IRN/2017-02-01"
    document = client.get(f"{path}.json").json()
    assert document["request"]["question"] == "bond"
    assert client.get(f"{path}.csv").text.startswith("year,measure,value")
    assert client.get(f"{path}.svg").text.startswith("<svg")
    assert "RELATIONSHIP" in client.get(f"{path}.txt").text
    fault = client.get("/bond/RUS-ATL/2017.json")
    assert fault.status_code == 404
    assert fault.json()["error"]["kind"] == "UnknownState"


def test_the_interface(client: TestClient) -> None:
    found = client.get("/api/bond", params={"a": "RUS", "b": "IRN", "as_of": "2017-02-01"})
    assert found.json() == client.get("/bond/RUS-IRN/2017-02-01.json").json()
    assert client.get("/api/bond", params={"a": "RUS"}).status_code == 400
    assert client.get("/api/weather").status_code == 404
    assert client.get("/openapi.json").json()["openapi"].startswith("3.1")
    assert client.get("/api/schemas/bond.json").json()["properties"]
    text = "NATO has sixteen members, which is a lot of members for a pact."
    checked = client.post("/api/check", json={"text": text, "as_of": "1990-03-15"})
    assert [one["verdict"] for one in checked.json()["claims"]] == ["supported"]
    for body in (b"", b"[]", b"{", b"\xff"):
        assert client.post("/api/check", content=body).status_code == 400
    assert client.get("/api/check", params={"text": text}).status_code == 400


def test_an_article_is_checked_and_not_kept(client: TestClient) -> None:
    text = "NATO has sixteen members, which is a lot of <b>members</b> for a pact."
    found = client.post("/check", data={"text": text, "as_of": "1990-03-15"})
    assert found.status_code == 200
    assert "supported" in found.text
    assert "no-store" in found.headers["cache-control"]
    assert "sixteen" not in client.get("/check").text
    undated = client.post("/check", data={"text": text})
    assert "gives no date" in undated.text and "sixteen members" in undated.text


BAD = ["drop table votes", "select * from read_csv('/etc/passwd')", "select", "x" * 20_001]


def test_a_query_runs_apart_and_is_bounded(client: TestClient) -> None:
    found = client.get("/sql", params={"q": "select 40 + 2 as answer, '<i>' as sign"})
    assert "<td>42</td>" in found.text and "&lt;i&gt;" in found.text
    for query in BAD:
        told = client.get("/sql", params={"q": query})
        assert 'role="alert"' in told.text, query
        assert "root:" not in told.text


LONG = [
    "select count(*) from range(100000000000)",
    "select * from range(100000000) a, range(9) b",
]


@pytest.mark.slow
@pytest.mark.parametrize("query", LONG)
def test_a_query_that_takes_too_long_is_stopped(client: TestClient, query: str) -> None:
    assert 'role="alert"' in client.get("/sql", params={"q": query}).text


def test_what_was_made_is_sent_packed_and_again(client: TestClient) -> None:
    path = "/bond/RUS-IRN/2017-02-01"
    first, second = (client.get(path, headers={"accept-encoding": "gzip"}) for _ in range(2))
    assert first.headers["content-encoding"] == "gzip"
    assert first.content == second.content


def test_a_table_and_its_files(client: TestClient) -> None:
    query = {"add": "trade_share,vote_kappa", "states": "RUS,IRN", "start": "2014", "end": "2016"}
    found = client.get("/table", params=query)
    assert "3 rows" in found.text
    assert "daylight panel --add trade_share,vote_kappa --states RUS,IRN" in found.text
    lines = client.get("/table.csv", params=query).text.splitlines()
    assert lines[0].startswith("a,b,a_cow,b_cow,year,trade_share,vote_kappa")
    assert len(lines) == 4
    assert client.get("/table.parquet", params=query).content[:4] == b"PAR1"


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"add": "tradee_share", "states": "RUS,IRN"}, "No measure is called"),
        ({"add": "trade_share"}, "at most 30 years"),
        ({"add": "trade_share", "start": "1900", "end": "2016"}, "at most 30 years"),
        ({"add": "trade_share", "states": "RUS,Atlantis"}, "Atlantis"),
        ({"add": "trade_share", "states": "/etc/passwd"}, "passwd"),
        ({"add": "trade_share", "start": "x", "end": "2016"}, "write a year"),
        (
            {"add": ",".join(f"m{k}" for k in range(13)), "start": "2016", "end": "2016"},
            "at most 12",
        ),
    ],
)
def test_a_table_that_cannot_be_given(client: TestClient, query: dict[str, str], says: str) -> None:
    found = client.get("/table", params=query)
    assert 'role="alert"' in found.text and says in found.text
    assert "root:" not in found.text
    assert client.get("/table.csv", params=query).status_code in (400, 404)
    assert client.get("/table.exe", params=query).status_code == 400
