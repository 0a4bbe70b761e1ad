"""Codes of other data sets: ISO, COW, Gleditsch-Ward, IMF, World Bank, FIPS, CAMEO and more."""

from __future__ import annotations

from functools import lru_cache

from daylight.core.errors import BadInput
from daylight.core.names import places
from daylight.core.names.clean import number
from daylight.core.names.index import Candidate
from daylight.core.states import all_states, get, read_table

SCHEMES = {
    "iso3": "ISO 3166-1 alpha-3, with codes that ended",
    "iso2": "ISO 3166-1 alpha-2, with codes that ended",
    "iso-numeric": "ISO 3166-1 numeric, UN M49",
    "cow": "Correlates of War numbers",
    "cow-letters": "Correlates of War abbreviations",
    "gw": "Gleditsch-Ward numbers",
    "gw-letters": "Gleditsch-Ward abbreviations",
    "imf": "country codes of the IMF's statistics (IFS)",
    "world-bank": "codes of the World Bank",
    "cameo": "CAMEO and GDELT, three letters",
    "fips": "FIPS 10-4, two letters",
    "vdem": "V-Dem country ids",
    "polity": "Polity 5 numbers",
    "polity-letters": "Polity 5 letters",
    "ioc": "International Olympic Committee",
    "names": "names and codes as people write them; the same as no scheme",
    "sipri": "names as SIPRI writes them",
    "icews": "names as ICEWS writes them",
}
"""What a column may hold, by the name of the scheme."""
NAMES = {
    "names": {},
    "sipri": {"Congo": 484, "Yemen Arab Republic (North Yemen)": 678, "East Germany (GDR)": 265},
    "icews": {"Congo": 484},
}
"""Schemes of names, with the labels that are open elsewhere and have one meaning there."""
_ALSO = {
    "iso3": "iso3c isoalpha3 alpha3 iso",
    "iso2": "iso2c alpha2",
    "iso-numeric": "iso3n isonum isonumeric m49 un",
    "cow": "cown ccode cownumber cownumbers",
    "cow-letters": "cowc cowletter cowletters stateabb cowabb",
    "gw": "gwn gwcode gwno",
    "gw-letters": "gwc gwletters",
    "imf": "ifs imfifs",
    "world-bank": "wb wdi worldbank",
    "cameo": "gdelt",
    "fips": "fips104 fips10",
    "polity": "p5n p4n p5",
    "polity-letters": "p5c p4c polityletters",
    "names": "name",
    "vdem": "vdemid",
}
_OTHERS = {other: scheme for scheme, others in _ALSO.items() for other in others.split()}
_LIKE_ISO3 = {"iso3", "world-bank", "cameo"}


def scheme_of(name: str | None) -> str | None:
    """Return the scheme that a name means, None for none.

    Raises
    ------
    BadInput
        For an unknown one; the message lists all.
    """
    if name is None:
        return None
    folded = "".join(c for c in str(name).casefold() if c.isalnum())
    own = {known.replace("-", ""): known for known in SCHEMES}
    found = own.get(folded) or _OTHERS.get(folded)
    if found is None:
        raise BadInput(
            f"Scheme {str(name)!r} is not known; expected one of: {', '.join(SCHEMES)}. Leave it "
            f"out for names and codes as people write them."
        )
    return found


@lru_cache(maxsize=1)
def _codes() -> dict[tuple[str, str], tuple[tuple[Candidate, ...], str]]:
    """Candidates, or the code of a place, by scheme and code."""
    found: dict[tuple[str, str], tuple[tuple[Candidate, ...], str]] = {}
    for row in read_table("codes"):
        meant = row["means"].split(";")
        states = tuple(Candidate(get(int(each))) for each in meant if each.isdecimal())
        found[row["scheme"], row["code"]] = (states, "" if states else meant[0])
    gw: dict[str, list[Candidate]] = {}
    iso3: dict[str, list[Candidate]] = {}
    for state in all_states():
        found["cow", str(state.cow)] = found["cow-letters", state.abbr] = ((Candidate(state),), "")
        for each, spell in state.gw:
            gw.setdefault(str(each), []).append(Candidate(state, spell))
        if state.iso3:
            iso3.setdefault(state.iso3, []).append(Candidate(state))
    found |= {("gw", code): (tuple(states), "") for code, states in gw.items()}
    return found | {("iso3", code): (tuple(states), "") for code, states in iso3.items()}


def means(scheme: str, text: str) -> tuple[tuple[Candidate, ...], places.Place | None]:
    """Return the states that a code has meant, or the place that is none; both empty if unknown."""
    plain = number(text)
    code = text.upper() if plain is None else str(plain)
    states, place = _codes().get((scheme, code), ((), ""))
    if states:
        return states, None
    if (
        not place
        and scheme in _LIKE_ISO3 | {"iso2"}
        and len(code) == (2 if scheme == "iso2" else 3)
    ):
        place = code
    return (), places.by_code(place) if place else None
