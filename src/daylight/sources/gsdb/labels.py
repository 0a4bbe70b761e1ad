"""What the names in the two state columns of GSDB mean: states, organisations, neither."""

from __future__ import annotations

WITH_COMMA = (
    "Congo, Democratic Republic of the", "Egypt, Arab Rep.", "Gambia, The", "Korea, North",
    "Korea, South", "Yemen, North",
)  # fmt: skip
"""Names that hold a comma, in columns that separate names by commas."""

MAPPED = {"Ethiopia (excludes Eritrea)": 530}
"""COW numbers of names that the registry does not know."""

ORGANISATIONS = {
    "EU": "EU",
    "EEC": "EU",
    "EEU": "EAEU",
    "League of Arab States": "Arab League",
    "MERCOSUR": "Mercosur",
    "Comecon": "COMECON",
    "NATO": "NATO",
    "CoCom": "CoCom",
    "ChinCom": "CoCom",
    "G7": "G7",
    "G8": "G8",
    "NAFTA": "NAFTA",
}
"""Organisations whose members are known, by their name in `blocs` or in groups.csv. ChinCom, the
committee for China of 1952-57, had the members of CoCom."""

UNITED_NATIONS = "UN"
"""Binding on every state, so not a choice of one; not expanded."""

UNKNOWN_MEMBERS = (
    "African Union", "Commonwealth", "CSCE", "ECOWAS", "Kimberly Process Participants", "OAPEC",
    "OIC", "OSCE", "Organisation of African Unity", "Organization of American States",
    "Organization of Eastern Carribean States", "Pacific Islands Forum",
    "Paris Agreement Signatories", "SADC", "UNASUR",
)  # fmt: skip
"""Organisations without membership data here; their sanctions are not counted."""

NO_STATE = (
    "Balkans", "Cyprus (Northern)", "Gibraltar", "Hong Kong", "ICC Rome Statute Signatories",
    "Palestine", "Terrorist Organizations (Al-Qaeda)", "Terrorist Organizations (ISIL and ANF)",
    "Terrorist Organizations (Taliban and Al-Qaeda)", "Terrorist Organizations (Taliban)",
    "Western countries",
)  # fmt: skip
"""Neither a state of the system nor an organisation of states."""
