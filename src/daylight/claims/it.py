"""The word "it": where it means nobody, and where not what its own sentence is about."""

from __future__ import annotations

import re

from daylight.actors.records import Mention

IT = re.compile(r"\b(?:It|Its)\b|(?<=[a-z,] )(?:it|its)\b")
"""As the first word it means what the sentence before was about; within one, what this one is."""
EMPTY = re.compile(
    r" (?:should|must|may|can|might|will|could) be (?:said|recalled|noted|remembered|added|"
    r"admitted|granted|conceded|argued|objected)\b|"
    r" (?:is|was|has been|had been|will be|would be|seems|seemed|appears|turns out|turned out)"
    r"(?: (?!to\b)[\w-]+){0,3}? (?:that|since|whether|how|who)\b|"
    r" (?:is|was) (?:whispered|rumou?red|said|thought|believed|claimed|alleged|reported)\b|"
    r" (?:takes|took|happens|happened) (?!part\b|place\b|over\b)"
)
"""After "it" that means nobody: "it should be recalled", "it is three weeks since"."""
CLEFT = re.compile(r" (?:is|was|has been|will be)(?: not| now| still| only| perhaps)? (?:the )?")
"""Between "it" and one whom a later "that" says something of: "it is Japan that"."""
CLEFT_ENDS = re.compile(r",|(?:,? )(?:that|who|which|and not|not|rather than|and no longer)\b")
UNDER = re.compile(
    r"\b(?:of|to|into|in|from|within|outside|inside|with|against|join(?:ed|ing)?|left|leave|leaving|"
    r"quit|enter(?:ed)?|at|for) $"
)
"""Before "it" that cannot be what its own sentence is about: "Egypt was shut out of it"."""


def means_nobody(text: str, end: int, mentions: tuple[Mention, ...]) -> bool:
    """Whether an "it" only fills a place: "it is said that", "it is Japan that".

    Parameters
    ----------
    text : str
    end : int
        Where the word ends.
    mentions : tuple of Mention
        Who is named in the sentence.
    """
    if EMPTY.match(text, end):
        return True
    cleft = CLEFT.match(text, end)
    named = next((m for m in mentions if cleft and m.start == cleft.end()), None)
    return named is not None and CLEFT_ENDS.match(text, named.end) is not None
