"""Items of political cooperation and political conflict."""

from __future__ import annotations

from daylight.ledgers.curves import linear, rooted, steps
from daylight.ledgers.item import Item

VOTES = (("un_votes_voeten", 2025), ("un_votes_resolutions", 2025))
CLOSE = ("ASEAN", "GCC", "OTS", "Union State")
COOPERATION = (
    Item(
        "vote_kappa", "Agreement in UN votes", "political_cooperation", 20.0,
        linear(0.0, 0.8, 20.0),
        "kappa of the roll calls of a year, mean of three years",
        VOTES,
        "Agreement beyond what the habits of each would give. One year alone swings with the "
        "agenda.",
    ),
    Item(
        "nearness", "Nearness in UN votes", "political_cooperation", 20.0,
        linear(2.0, 0.0, 20.0),
        "distance of ideal points in standard deviations, mean of three years",
        VOTES,
        "Where each stands on all that is voted on; alignment is this and kappa, 40 together.",
    ),
    Item(
        "organisations", "Shared organisations", "political_cooperation", 20.0,
        rooted(1.0, 9.0, 20.0, "by the root: a root of 1 = 0, of 9 = 20"),
        "sum over shared organisations of ln(states / members)",
        (("igo", 2014),),
        "An organisation of few says more than one of all. It adds little to what else is known: "
        "shown because people ask.",
    ),
    Item(
        "blocs", "Blocs", "political_cooperation", 40.0,
        steps({1.0: 10.0, 2.0: 25.0, 3.0: 40.0},
              f"EU 40; {', '.join(CLOSE)} 25; any other of the list 10"),
        "closest bloc with both as full members: 3 the EU, 2 a close one, 1 another",
        (("blocs", 2025),),
        "Blocs decide together; the EU does so by law.",
    ),
)  # fmt: skip
CONFLICT = (
    Item(
        "rivalry", "Strategic rivalry", "political_conflict", 60.0,
        linear(0.0, 1.0, 60.0, "yes 60"),
        "1 where each sees the other as rival, threat and enemy",
        (("rivalries", 2020),),
        "What leaders see in each other. Which year one ended in is often seen only later.",
    ),
    Item(
        "relations", "Relations broken", "political_conflict", 40.0,
        steps({2.0: 40.0}, "broken 40, downgraded 0"),
        "2 broken, 1 downgraded",
        (("relations", 2025),),
        "The clearest act short of force. The list names what was found: no row is not known, "
        "not zero.",
    ),
)  # fmt: skip
