"""Small valid files of the sources of votes, members, visits, recognition and sanctions."""

from __future__ import annotations

from collections.abc import Callable

import test_attempts
import test_bloc_calls
import test_council
import test_embassies
import test_gsdb
import test_icews
import test_igo
import test_leader_visits_source
import test_recognition
import test_relations
import test_statements
import test_un_votes_resolutions
import test_un_votes_voeten
import test_visa_rules
from sample_files import Files, ours, text

from daylight.sources.embassies import source as lowy
from daylight.sources.embassies_wikidata import source as wikidata


def attempts() -> Files:
    rows = (test_attempts.CUBA, test_attempts.AGAIN, test_attempts.TILSIT, test_attempts.BID)
    return test_attempts.files(*rows)


def blocs() -> Files:
    return text(
        "blocs.csv",
        "bloc,name,kind,founded,ended,reach,ties,aliases,citation,note",
        "NATO,North Atlantic,military,1949,,exclusive,yes,OTAN; Atlantic Alliance,c,",
    ) | text(
        "spells.csv",
        "bloc,iso3,start,end,signed,status,confirmed,citation,note",
        "NATO,USA,1949-08,,1949-04-04,full,page,c,",
        "NATO,DEU,1955-05-06,,,full,page,c,",
        "NATO,PSE,1955-05-06,1990,,observer,page,c,",
    )


def bloc_calls() -> Files:
    return test_bloc_calls.files(test_bloc_calls.PRAGUE, test_bloc_calls.ALMATY)


def council_vetoes() -> Files:
    draft = test_council.DRAFT
    return test_council.drafts(
        draft, draft | {"draft": "S/2", "member_veto2": "UK", "member_veto3": "USA"}
    )


def council_votes() -> Files:
    text = test_council.TEXT
    silent = {"symbol": "S/RES/2723(2024)", "adoption_type": "Adopted without vote, 1st"}
    other = {"symbol": "S/RES/2724 (2024)", "MS_against": ["RUSSIAN FEDERATION"]}
    return test_council.texts(text, text | silent, text | other)


def embassies() -> Files:
    pair = test_embassies.PAIR
    rows = (pair, pair | {"host_iso3": "VAT"}, pair | {"edition": 2023, "other": 2})
    return {lowy.FILE: test_embassies.parquet(rows)}


def embassies_wikidata() -> Files:
    mission = test_embassies.MISSION
    rows = (mission, mission | {"host_iso3": None}, mission | {"type": "consulate"})
    return {wikidata.FILE: test_embassies.parquet(rows)}


def gsdb() -> Files:
    return test_gsdb.files(
        '1,"Korea, North, Iran",Norway,2000,2001,1,0,0,0,0,0',
        "2,Iran,EU,2000,2001,0,1,0,0,0,0",
        "3,South Vietnam,France,1978,1981,1,0,0,0,0,1",
    )


def icews() -> Files:
    rows = [
        test_icews.row("2003-05-01", "Iran", "Russian Federation", "042"),
        test_icews.row("2003-05-02", "Iran", "Cuba", "0831"),
    ]
    names = ours("icews", "names.csv")
    return {**test_icews.YEAR, "a.tab": test_icews.table(*rows), **names}


def igo() -> Files:
    rows = ((2, 1950, "un", 1), (20, 1950, "un", 1), (2, 1951, "un", 3), (20, 1951, "un", 1))
    return test_igo.files(*rows)


def leader_visits() -> Files:
    out = [
        ("kissinger", "Israel", "1974-05-02", "1974-05-04"),
        ("blinken", "Niger ", "2023-03-16", "2023-03-16"),
    ]
    into = [("Prime Minister Meir", "Israel", "1973-03-01", "1973-03-01")]
    return test_leader_visits_source.files(out, into)


def recognition() -> Files:
    one = test_recognition.SPELL
    palestine = {"state": "PSE", "confirmed": "unconfirmed"}
    moves = (test_recognition.SWITCH, test_recognition.STAYED)
    return test_recognition.files(test_recognition.BEFORE, one, one | palestine, moves=moves)


def relations() -> Files:
    broken, mend = test_relations.BREAK, test_relations.MEND
    peace = {"kind": "peace", "a": "EGY", "b": "ISR", "date": "1979-03-26"}
    return test_relations.files(broken, mend, mend | peace)


def statements() -> Files:
    return test_statements.files(
        (test_statements.KREMLIN, test_statements.ASCRIBED),
        (test_statements.UFA, test_statements.SUMMIT),
        (test_statements.KHMEIMIM, test_statements.MUNICH),
    )


def un_votes_resolutions() -> Files:
    none = {"MS_in_favour": [], "MS_against": [], "adoption_type": "Without a vote"}
    return {"79.json": test_un_votes_resolutions.file(none | {"symbol": "A/RES/79/1"}, {})}


def un_votes_voeten() -> Files:
    votes = [(1, 2, 1), (1, 679, 8), (2, 2, 3)]
    return test_un_votes_voeten.files([{}, {"rcid": 2, "no": 1}], votes)


def visa_rules() -> Files:
    return test_visa_rules.files(
        ("UKR", "RUS", "2022-01-05", "visa_free"),
        ("UKR", "RUS", "2022-12-21", "visa_required"),
        ("IRN", "RUS", "2022-12-21", "covid_ban"),
        ("RUS", "RUS", "2022-12-21", "own"),
    )


SAMPLES: dict[str, Callable[[], Files]] = {
    "attempts": attempts,
    "bloc_calls": bloc_calls,
    "blocs": blocs,
    "council_vetoes": council_vetoes,
    "council_votes": council_votes,
    "embassies": embassies,
    "embassies_wikidata": embassies_wikidata,
    "gsdb": gsdb,
    "icews": icews,
    "igo": igo,
    "leader_visits": leader_visits,
    "recognition": recognition,
    "relations": relations,
    "statements": statements,
    "un_votes_matches": lambda: text("Matches.csv", "v1,rcid1,rcid2", "1,5,9", "2,6,12"),
    "un_votes_resolutions": un_votes_resolutions,
    "un_votes_voeten": un_votes_voeten,
    "visa_rules": visa_rules,
}
