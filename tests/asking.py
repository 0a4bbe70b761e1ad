"""Every question of the catalogue, put to the same few cases."""

from __future__ import annotations

from functools import cache
from os.path import relpath
from pathlib import Path
from typing import Any

from daylight.catalogue import by_name
from daylight.core.answer import Answer

BLOCS = {"RUS-IRN": "SCO", "DEU-FRA": "EU", "UKR-RUS": "GUAM", "NRU-TUV": "Commonwealth"}
"""The bloc that is asked about in a case."""
LIST = relpath(Path(__file__).parent / "watches" / "ties.yml")
ARTICLE = relpath(Path(__file__).parent / "articles" / "pages" / "asean-2016.txt")
CASES = {
    "RUS-IRN": (("RUS", "IRN"), "2017-02-01", "USA"),
    "DEU-FRA": (("DEU", "FRA"), "1910", "GBR"),
    "UKR-RUS": (("UKR", "RUS"), "2025-06-01", "USA"),
    "NRU-TUV": (("NRU", "TUV"), "2015", "AUS"),
}


@cache
def asked(name: str, case: str) -> Answer:
    """Put a question to one of the cases."""
    question = by_name(name)
    assert question is not None
    states, date, divider = CASES[case]
    options: dict[str, Any] = {"as_of": date}
    options |= {"divider": divider} if question.divider else {}
    who: tuple[Any, ...] = states
    if question.takes == "pairs":
        who = ([states, (states[0], divider)],)
    elif question.takes == "state":
        who = states[:1]
    elif question.takes == "bloc":
        who = (BLOCS[case],)
    elif question.takes == "text":
        who = (ARTICLE,)
    elif question.takes == "list":
        who = (LIST,)
        options["since"] = "1816-12-31" if date == "1910" else f"{int(date[:4]) - 2}-01-01"
    elif question.takes == "nothing":
        named = {option.name for option in question.options}
        who, options = (), dict.fromkeys({"start", "end"} & named, 2016)
    return question.function()(*who, **options)
