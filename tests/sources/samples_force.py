"""Small valid files of the sources of pacts, arms, troops and wars."""

from __future__ import annotations

from collections.abc import Callable

import test_atop
import test_dcad
import test_defence_facts
import test_icb
import test_icb_v16
import test_mid
import test_mie
import test_nmc
import test_nuclear_agreements
import test_rivalries
import test_shocks
import test_sipri_arms
import test_sipri_classes
import test_troopdata
import test_ucdp
import test_us_troops_reports
from sample_files import Files, text

from daylight.sources.peace_scale import source as peace


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


def exercises() -> Files:
    return text(
        "mme-v7-long.csv",
        "MMEID,gwcode,country,year",
        "mme1,817,Vietnam,2009",
        "mme1,NA,St. Lucia,2009",
        "mme2,NA,-9,1980",
        "mme2,NA,NATO,1980",
    )


def icb() -> Files:
    crisis = test_icb.CRISIS
    return test_icb.files(crisis, crisis | {"year": 1981})


def icb_v16() -> Files:
    crisis = test_icb_v16.CRISIS
    endless = {"crisno": 510, "trgyrdy": 2021, "trmyrdy": None}
    return test_icb_v16.files(crisis, crisis | {"year": 2022}, crisis | endless)


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


def rivalries() -> Files:
    going = (246, "Russia-United States", 2, 365, 2007, 2020)
    return test_rivalries.files(test_rivalries.COLD_WAR, going)


def shocks() -> Files:
    return test_shocks.files(test_shocks.TREATY, test_shocks.PAGE, test_shocks.VAGUE)


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


def us_troops_reports() -> Files:
    host = test_us_troops_reports.HOST
    rows = (host | {"ccode": 817}, host | {"ccode": 1008}, host | {"quarter": 4, "troops_ad": 1})
    return test_us_troops_reports.files(host, *rows)


SAMPLES: dict[str, Callable[[], Files]] = {
    "atop": lambda: test_atop.World().files(),
    "dcad": dcad,
    "defence_facts": defence_facts,
    "exercises": exercises,
    "icb": icb,
    "icb_v16": icb_v16,
    "mid": lambda: test_mid.files(),
    "mie": mie,
    "nmc": nmc,
    "nuclear_cooperation": nuclear_cooperation,
    "peace_scale": peace_scale,
    "rivalries": rivalries,
    "shocks": shocks,
    "sipri_arms": sipri_arms,
    "sipri_classes": sipri_classes,
    "troopdata": troopdata,
    "ucdp": ucdp,
    "us_troops_reports": us_troops_reports,
}
