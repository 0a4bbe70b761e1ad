"""Items of economic cooperation and economic conflict."""

from __future__ import annotations

from daylight.ledgers.curves import TOP, added, linear, logarithmic, with_part
from daylight.ledgers.item import Item

TRADE = (("cow_trade", 1959), ("imf_dots", 2020), ("baci_totals", 2023), ("imts", 2024))
SHALLOW = 3.5
"""Depth at which an agreement counts whose text nobody coded: half of seven."""
CUSTOMS = ("EAEU", "COMECON", "Mercosur")
COOPERATION = (
    Item(
        "trade_volume", "Volume of trade", "economic_cooperation", 15.0,
        logarithmic(10.0, 1e5, 15.0, "10 m = 0, 100 bn = 15, by the logarithm"),
        "goods both ways, millions of US dollars of 2015",
        TRADE,
        "Size alone says little, for rivals trade too: 15 at most.",
    ),
    Item(
        "trade_share", "Share of each side's trade", "economic_cooperation", 20.0,
        logarithmic(0.001, 0.3, 10.0, "of each side .1 % = 0, 30 % = 10, by the logarithm; added"),
        "part of all goods that a trades which it trades with b",
        TRADE,
        "What the tie is worth to each of the two.",
        directed=True,
        join=added,
    ),
    Item(
        "agreement", "Depth of trade agreements", "economic_cooperation", 25.0,
        linear(0.0, 7.0, 25.0),
        f"provisions of the deepest agreement in force, 0 to 7; in force and not coded {SHALLOW}",
        (("desta", 2023), ("desta_2_3", 2025)),
        "Integration by rules marks warm peace. A text not coded keeps the depth before it.",
    ),
    Item(
        "customs_union", "Customs union", "economic_cooperation", 30.0,
        linear(0.0, 3.0, 30.0, f"EU 30; {', '.join(CUSTOMS)} 20"),
        "3 the EU, 2 another union of the list",
        (("blocs", 2025),),
        "One border to the world gives up a policy of one's own.",
    ),
    Item(
        "investment_treaty", "Investment treaty", "economic_cooperation", 10.0,
        linear(0.0, 1.0, 10.0, "in force 10"),
        "1 a bilateral treaty in force",
        (("iia", 2025),),
        "Protects what each has invested. It adds nothing to what else is known: shown because "
        "people ask.",
    ),
)  # fmt: skip
KINDS = {"arms": 8.0, "military": 6.0, "travel": 6.0, "other": 4.0}
TRADE_BANS = {"full": 60.0, "one_way": 45.0, "partial": 20.0}
FINANCIAL, FINANCIAL_WITH_FULL = 10.0, 20.0
CONFLICT = (
    Item(
        "sanctions", "Sanctions", "economic_conflict", TOP,
        linear(0.0, TOP, TOP, "as they are; the larger side and a quarter of the smaller"),
        "all trade banned 60, all of one direction 45, a part 20; financial 10 (20 beside a full "
        "ban); arms 8, military 6, travel 6, other 4; added, of a against b",
        (("gsdb", 2023),),
        "By kind and by how much of trade is banned. Of other kinds the reach is not known: one "
        "firm and a central bank look alike.",
        directed=True,
        join=with_part(0.25),
    ),
)  # fmt: skip
