"""How much a reader needs each kind of fact, from 1 to 100: a choice, in one place."""

from __future__ import annotations

from collections.abc import Mapping

WAR = 100
FORCE: Mapping[str, int] = {"war": WAR, "fighting": 85, "strike": 85, "fatal": 80, "dispute": 55}
CRISIS = 45
BESIDE, TOGETHER, REBELS = 85, 75, 80
PROMISE: Mapping[str, int] = {
    "defence": 90, "no_aid": 75, "neutrality": 74, "consultation": 72, "nonaggression": 70,
    "defence_of_many": 60, "loose_of_many": 50,
}  # fmt: skip
"""A pact is of many where it has more than ten states, or promises no support and has over two."""
IN_FORCE = 80
AGREEMENT: Mapping[str, int] = {"general": 60, "sector": 50}
EARLIER_AGREEMENT: Mapping[str, int] = {"general": 40, "sector": 30}
TROOPS = 65
RELATIONS: Mapping[str, int] = {
    "broken": 88, "downgraded": 75, "restored": 80, "opened": 80, "peace": 92,
}  # fmt: skip
RECOGNITION = 70
SANCTIONS: Mapping[str, int] = {"all_trade": 68, "wide": 60, "narrow": 42, "added": -8}
"""Wide: arms, or three kinds and more. Narrow sanctions are often on a few persons or firms."""
COUNCIL: Mapping[str, int] = {"no": 62, "abstains": 56, "yes": 48}
VETO: Mapping[str, int] = {"admission": 50, "matter": 50}
BLOC: Mapping[str, int] = {"union": 78, "close": 58, "other": 35, "left": 55}
AID = 66
TRADE: Mapping[str, int] = {"deep": 40, "shallow": 30}
INVESTMENT = 20
