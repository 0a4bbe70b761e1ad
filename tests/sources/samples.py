"""A small valid set of files for every source, by the builders of its own tests, to be spoilt."""

from __future__ import annotations

import io
from collections.abc import Callable
from importlib import resources

import polars as pl
import test_aid
import test_archigos
import test_atop
import test_attempts
import test_baci_totals
import test_bits
import test_bloc_calls
import test_contiguity
import test_council
import test_cow_trade
import test_dcad
import test_defence_facts
import test_desta
import test_desta_2_3
import test_disputed_places
import test_eia
import test_embassies
import test_energy
import test_fdi
import test_gdp_newest
import test_gdp_sources
import test_geodist
import test_gsdb
import test_gwf_regimes
import test_icb
import test_icb_v16
import test_icews
import test_icio
import test_igo
import test_iia
import test_imf_dots
import test_imts
import test_itpd
import test_leader_visits_source
import test_mid
import test_mie
import test_natural_earth
import test_nmc
import test_nuclear_agreements
import test_recognition
import test_regimes
import test_reign
import test_relations
import test_rivalries
import test_shocks
import test_sipri_arms
import test_sipri_classes
import test_states_source
import test_troopdata
import test_ucdp
import test_ukraine_support
import test_un_votes_resolutions
import test_un_votes_voeten
import test_us_troops_reports
import test_visa_rules

from daylight.sources.bits.source import IN_FORCE, TERMINATED
from daylight.sources.embassies import source as lowy
from daylight.sources.embassies_wikidata import source as wikidata
from daylight.sources.imts.source import EXPORT, IMPORT
from daylight.sources.peace_scale import source as peace

Files = dict[str, bytes]


def ours(source: str, *names: str) -> Files:
    """Return tables of a source's own."""
    folder = resources.files("daylight.sources").joinpath(source)
    return {name: folder.joinpath(name).read_bytes() for name in names}


def text(name: str, *lines: str) -> Files:
    return {name: ("\n".join(lines) + "\n").encode()}


def baci_totals() -> Files:
    return test_baci_totals.files(
        ("CHN", "RUS", 2023, 2_000_000.0, "flow", "exporter_only"),
        ("RUS", "KOR", 2023, None, "not_observable", "neither"),
        ("ITA", "HKG", 2023, None, "no_flow_recorded", "both"),
    )


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


def bits() -> Files:
    over = ("RUS", "CHN", TERMINATED, "1990-07-21", "1991-07-26", "2009-05-01")
    hong_kong = ("HKG", "IRN", IN_FORCE, "2000-01-01", "2001-01-01", None)
    return test_bits.files(test_bits.LIVE, over, hong_kong)


def contiguity() -> Files:
    return test_contiguity.files((2, 20, 1, 192001, 201612), (352, 640, 4, 196008, 197408))


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


def cow_trade() -> Files:
    dyads = [(2, 200, 1950, 10.0, 20.0), (2, 220, 1950, 1.0, None), (20, 365, 1960, 0.0, 5.5)]
    return test_cow_trade.files(dyads, [(2, 1950, 30.0, 40.0), (255, 1965, 1.0, 2.0)])


def dcad() -> Files:
    pact = test_dcad.PACT
    other = pact | {"DCAid": "X-2", "ccode1": 310, "cowName1": "HUN ", "type": "sector"}
    own = pact | {"DCAid": "X-3", "ccode2": 2, "cowName2": "USA"}
    return test_dcad.files(pact, other, own)


def defence_facts() -> Files:
    pact = test_defence_facts.PACT
    left = {"id": "F2", "kind": "troops", "terms": "based", "start": "", "end": "2023-12"}
    force = {"id": "F3", "kind": "force", "terms": "strike", "direction": "a_to_b"}
    return test_defence_facts.files(pact, pact | left, pact | force)


def desta() -> Files:
    joined = test_desta.dyad("Russia", "Armenia", "1+1", "2005", "accession")
    second = test_desta.dyad("Russia", "Iran", "2", "2005")
    hand = {"replaced": "1,2,c\n", "ended": "1,365,,2010,c\n"}
    return test_desta.files(test_desta.BASE, joined, second, depths="1,3\n2,7\n", **hand)


def desta_2_3() -> Files:
    return test_desta_2_3.files(
        ("Russia", "Iran", "1", "1", "One", "base_treaty", 2000, 2001),
        ("Russia", "Armenia", "1+1", "1", "Côte", "accession", 2004, "NA"),
    )


def eia() -> Files:
    return test_eia.files((2012, "NGA", "GBR", 1), (2012, "RUS", "BLR", 4), (2012, "MAC", "DNK", 1))


def embassies() -> Files:
    pair = test_embassies.PAIR
    rows = (pair, pair | {"host_iso3": "VAT"}, pair | {"edition": 2023, "other": 2})
    return {lowy.FILE: test_embassies.parquet(rows)}


def embassies_wikidata() -> Files:
    mission = test_embassies.MISSION
    rows = (mission, mission | {"host_iso3": None}, mission | {"type": "consulate"})
    return {wikidata.FILE: test_embassies.parquet(rows)}


def energy() -> Files:
    rows = (("RUS", "CHN", 7.0), ("IRN", "S19", 1.0), ("ABW", "COL", 3.0))
    return test_energy.files(*(test_energy.row(*row) for row in rows))


def exercises() -> Files:
    return text(
        "mme-v7-long.csv",
        "MMEID,gwcode,country,year",
        "mme1,817,Vietnam,2009",
        "mme1,NA,St. Lucia,2009",
        "mme2,NA,-9,1980",
        "mme2,NA,NATO,1980",
    )


def fdi() -> Files:
    rows = [(2010, 5877.9, None, "BLR", "RUS"), (2011, 1.0, 4.0, "BGR", "SRB")]
    out = io.BytesIO()
    pl.DataFrame(rows, test_fdi.COLUMNS, orient="row").write_parquet(out)
    return {test_fdi.FILE: out.getvalue()}


def gdp_factbook() -> Files:
    return test_gdp_newest.book(
        "y,Yemen,YEM,2024,2.5e10,t", "t,Taiwan,TWN,2023,6e11,t", "k,Kosovo,,2024,100,t"
    )


def gdp_recent() -> Files:
    return test_gdp_newest.wdi(
        ("RUS", 2024, 2.19e12, 1.44e8), ("YEM", 2024, None, 4e7), ("HKG", 2024, 1.0, 1.0)
    )


def gdp_nominal() -> Files:
    return test_gdp_sources.bank(
        "Iran,IRN,2013,492775600000", "World,WLD,2013,7e13", "Channel Islands,CHI,2013,1e10"
    )


def geodist() -> Files:
    wellington = {"iso3": "NZL", "city_en": "Wellington", "lat": -44.28333, "lon": 174.78}
    conakry = {"iso3": "GIN", "city_en": "Conakry", "lat": 9.5, "lon": -15.71667}
    apia = {"iso3": "WSM", "city_en": "Apia", "lat": -13.8, "lon": 171.75}
    irish = {"langoff_1": "English", "colonizer1": "GBR"}
    return test_geodist.files(irish, wellington, conakry, apia)


def gsdb() -> Files:
    return test_gsdb.files(
        '1,"Korea, North, Iran",Norway,2000,2001,1,0,0,0,0,0',
        "2,Iran,EU,2000,2001,0,1,0,0,0,0",
        "3,South Vietnam,France,1978,1981,1,0,0,0,0,1",
    )


def icb() -> Files:
    crisis = test_icb.CRISIS
    return test_icb.files(crisis, crisis | {"year": 1981})


def icb_v16() -> Files:
    crisis = test_icb_v16.CRISIS
    endless = {"crisno": 510, "trgyrdy": 2021, "trmyrdy": None}
    return test_icb_v16.files(crisis, crisis | {"year": 2022}, crisis | endless)


def icews() -> Files:
    rows = [
        test_icews.row("2003-05-01", "Iran", "Russian Federation", "042"),
        test_icews.row("2003-05-02", "Iran", "Cuba", "0831"),
    ]
    names = ours("icews", "names.csv")
    return {**test_icews.YEAR, "a.tab": test_icews.table(*rows), **names}


def icio() -> Files:
    return test_icio.files(("CHN", "USA", 2022, 5.0, 4.0, 1.0), ("ROW", "USA", 2022, 5.0, 4.0, 1.0))


def igo() -> Files:
    rows = ((2, 1950, "un", 1), (20, 1950, "un", 1), (2, 1951, "un", 3), (20, 1951, "un", 1))
    return test_igo.files(*rows)


def iia() -> Files:
    bare = (None, None, IN_FORCE, "2015-03-03", "2016-03-03", None)
    old = test_iia.OLD
    return test_iia.files(old, test_iia.NEW, bare, hand="None - None BIT,KHM,RUS,,title\n")


def imf_dots() -> Files:
    flows = (
        ("RUS", "IRN", 2019, 10.0, 12.0, False, False),
        ("DEU", "USA", 1985, 0.0, 3.0, True, False),
        ("HKG", "USA", 1985, None, 3.0, None, False),
    )
    world = (("Germany", "DEU", 1985, 5.0, None), ("World", "agg", 1985, 9.0, 9.0))
    return test_imf_dots.files(*flows, world=world)


def imts() -> Files:
    rows = (("USA", "CHN", 2023, EXPORT, 100.0), ("RUS", "CHN", 2023, IMPORT, 50.0))
    return test_imts.files(*rows, means="RUS,BLR,34816,\nRUS,UZB,9000.5,uzb_about_3x\n")


def leader_visits() -> Files:
    out = [
        ("kissinger", "Israel", "1974-05-02", "1974-05-04"),
        ("blinken", "Niger ", "2023-03-16", "2023-03-16"),
    ]
    into = [("Prime Minister Meir", "Israel", "1973-03-01", "1973-03-01")]
    return test_leader_visits_source.files(out, into)


def mie() -> Files:
    event = test_mie.EVENT
    return test_mie.files(event, event | {"eventnum": 2, "ccode1": 345, "ccode2": 300})


def nmc() -> Files:
    row = test_nmc.row
    others = (row(cow, 1900, cinc=0.2) for cow in (200, 365))
    return test_nmc.files(row(2, 1900, milex=-9.0, cinc=0.3), *others)


def nuclear_cooperation() -> Files:
    rows = (test_nuclear_agreements.US_UK, test_nuclear_agreements.UK_US)
    return {test_nuclear_agreements.FILE: test_nuclear_agreements.content(*rows)}


def peace_scale() -> Files:
    lines = ("2020,1920,0.75", "2020,1921,.", "520530,20202,0.5", "435403,2008,0.5")
    return text(peace.FILE, *lines)


def recognition() -> Files:
    one = test_recognition.SPELL
    palestine = {"state": "PSE", "confirmed": "unconfirmed"}
    moves = (test_recognition.SWITCH, test_recognition.STAYED)
    return test_recognition.files(test_recognition.BEFORE, one, one | palestine, moves=moves)


def relations() -> Files:
    broken, mend = test_relations.BREAK, test_relations.MEND
    peace = {"kind": "peace", "a": "EGY", "b": "ISR", "date": "1979-03-26"}
    return test_relations.files(broken, mend, mend | peace)


def rivalries() -> Files:
    going = (246, "Russia-United States", 2, 365, 2007, 2020)
    return test_rivalries.files(test_rivalries.COLD_WAR, going)


def sipri_arms() -> Files:
    order = test_sipri_arms.order
    lines = (
        order("Iran", "Soviet Union", "1990; 1991; 1993", "30"),
        order("Iran", "Russia", "2001", "7", "for 3 ships"),
        order("Iran", "Russia", "", ""),
    )
    return {"mine.csv": test_sipri_arms.export(*lines)}


def sipri_classes() -> Files:
    return test_sipri_classes.export(
        ("Iran", "Russia", "2001; 2003", 300.0),
        ("Mali", "unknown supplier(s)", "2001", 30.0),
        ("Hamas (Palestine)*", "Iran", "2001", 1.0),
    )


def troopdata() -> Files:
    return text(
        "troopdata-rebuild-country-year.csv",
        test_troopdata.HEAD,
        *(f"Japan,{year},740,JPN,{n},0" for year, n in ((1951, 100), (2007, 100), (2024, 55154))),
        "Guam,1990,1008,XXX,8,0",
        "Vietnam,1968,816,VNM,537377,0",
    )


def ucdp() -> Files:
    war = test_ucdp.WAR
    several = {"conflict_id": "2", "gwno_a_2nd": "900, 920", "year": "1980"}
    late = (war | {"year": "2025"}, test_ucdp.REVOLT | {"year": "2024"})
    return test_ucdp.files(war, war | several, test_ucdp.REVOLT, late=late)


def ukraine_support() -> Files:
    return test_ukraine_support.files(
        "Poland,POL,2022,3,0.5,0.1,0.1,0.3", "Poland,POL,2022,4,0.2,0,0,0.2", "EU,EU,2022,4,1,1,0,0"
    )


def us_troops_reports() -> Files:
    host = test_us_troops_reports.HOST
    rows = (host | {"ccode": 817}, host | {"ccode": 1008}, host | {"quarter": 4, "troops_ad": 1})
    return test_us_troops_reports.files(host, *rows)


def visa_rules() -> Files:
    return test_visa_rules.files(
        ("UKR", "RUS", "2022-01-05", "visa_free"),
        ("UKR", "RUS", "2022-12-21", "visa_required"),
        ("IRN", "RUS", "2022-12-21", "covid_ban"),
        ("RUS", "RUS", "2022-12-21", "own"),
    )


def us_prices() -> Files:
    return test_gdp_sources.cpi("year,cpi_u_1982_84_100\n1913,9.9\n1914,10.0\n1915,10.1\n")


def un_votes_resolutions() -> Files:
    none = {"MS_in_favour": [], "MS_against": [], "adoption_type": "Without a vote"}
    return {"79.json": test_un_votes_resolutions.file(none | {"symbol": "A/RES/79/1"}, {})}


def un_votes_voeten() -> Files:
    votes = [(1, 2, 1), (1, 679, 8), (2, 2, 3)]
    return test_un_votes_voeten.files([{}, {"rcid": 2, "no": 1}], votes)


def regimes() -> Files:
    codes = test_regimes.ALL
    return test_regimes.year([None, float("nan"), *[0.25] * (len(codes) - 2)])


def attempts() -> Files:
    rows = (test_attempts.CUBA, test_attempts.AGAIN, test_attempts.TILSIT, test_attempts.BID)
    return test_attempts.files(*rows)


def shocks() -> Files:
    return test_shocks.files(test_shocks.TREATY, test_shocks.PAGE, test_shocks.VAGUE)


SAMPLES: dict[str, Callable[[], Files]] = {
    "aid": lambda: test_aid.files(("Ukraine", "United States", 217.34), ("Niue", "Japan", 1.0)),
    "attempts": attempts,
    "archigos": lambda: test_archigos.files(test_archigos.TRUMAN, test_archigos.VUCIC),
    "atop": lambda: test_atop.World().files(),
    "baci_totals": baci_totals,
    "bits": bits,
    "bloc_calls": bloc_calls,
    "blocs": blocs,
    "contiguity": contiguity,
    "council_vetoes": council_vetoes,
    "council_votes": council_votes,
    "cow_trade": cow_trade,
    "dcad": dcad,
    "defence_facts": defence_facts,
    "desta": desta,
    "desta_2_3": desta_2_3,
    "disputed_places": lambda: test_disputed_places.files(),
    "eia": eia,
    "embassies": embassies,
    "embassies_wikidata": embassies_wikidata,
    "energy": energy,
    "exercises": exercises,
    "fdi": fdi,
    "gdp": lambda: test_gdp_sources.real([(365.0, 2013.0, *test_gdp_sources.FULL)]),
    "gdp_factbook": gdp_factbook,
    "gdp_nominal": gdp_nominal,
    "gdp_recent": gdp_recent,
    "geodist": geodist,
    "gsdb": gsdb,
    "gwf_regimes": lambda: test_gwf_regimes.files(test_gwf_regimes.SHAH, test_gwf_regimes.SINCE),
    "icb": icb,
    "icb_v16": icb_v16,
    "icews": icews,
    "icio": icio,
    "igo": igo,
    "iia": iia,
    "imf_dots": imf_dots,
    "imts": imts,
    "itpd": lambda: test_itpd.files((2013, "RUS", "IRN", 1237.0), (2013, "RUS", "PSE", 2.0)),
    "leader_visits": leader_visits,
    "mid": lambda: test_mid.files(),
    "mie": mie,
    "natural_earth": lambda: test_natural_earth.files(),
    "nmc": nmc,
    "nuclear_cooperation": nuclear_cooperation,
    "peace_scale": peace_scale,
    "recognition": recognition,
    "regimes": regimes,
    "reign": lambda: test_reign.files(test_reign.TRUMP, test_reign.BIDEN),
    "relations": relations,
    "rivalries": rivalries,
    "shocks": shocks,
    "sipri_arms": sipri_arms,
    "sipri_classes": sipri_classes,
    "states": lambda: test_states_source.files(),
    "troopdata": troopdata,
    "ucdp": ucdp,
    "ukraine_support": ukraine_support,
    "un_votes_matches": lambda: text("Matches.csv", "v1,rcid1,rcid2", "1,5,9", "2,6,12"),
    "un_votes_resolutions": un_votes_resolutions,
    "un_votes_voeten": un_votes_voeten,
    "us_prices": us_prices,
    "us_troops_reports": us_troops_reports,
    "visa_rules": visa_rules,
}
