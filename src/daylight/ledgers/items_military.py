"""Items of military cooperation and military conflict."""

from __future__ import annotations

from daylight.ledgers.curves import both_ways, linear, steps
from daylight.ledgers.item import Item

DEFENCE, BROAD, NEUTRALITY, CONSULTATION, NONAGGRESSION = 5.0, 4.0, 3.0, 2.0, 1.0
PACT_OF_MANY = 4.5
"""A promise of defence only in a pact of more than ten members without a command."""
PROMISES = {
    NONAGGRESSION: 3.0, CONSULTATION: 5.0, NEUTRALITY: 7.0, BROAD: 10.0, PACT_OF_MANY: 50.0,
    DEFENCE: 50.0,
}  # fmt: skip
FOUGHT, SAME_SIDE = 3.0, 1.0
FADE_BESIDE, FADE_CONFLICT = 0.2, 0.1
HOSTILITY = "level of hostility: 2 threat, 3 show of force, 4 use of force, 5 war; 10 % less a year"
TWENTY = linear(0.0, 5.0, 100.0, "20 a level")

COOPERATION = (
    Item(
        "promise", "Promise of support in war", "military_cooperation", 50.0,
        steps(
            PROMISES,
            "defence or offence 50, broad pledge 10, neutrality 7, consultation 5, "
            "non-aggression 3; the higher direction",
        ),
        "strongest promise: 5 defence or offence (4.5 in a pact of more than ten without a "
        "command), 4 a defence pledge that is broad, 3 neutrality, "
        "2 consultation, 1 non-aggression",
        (("atop", 2018), ("blocs", 2025), ("defence_facts", 2025)),
        "The one legal commitment to fight. A pledge so wide that it binds rivals is worth little.",
        directed=True,
    ),
    Item(
        "organisation", "Standing military organisation", "military_cooperation", 20.0,
        linear(0.0, 2.0, 20.0, "NATO, Warsaw Pact, CSTO or an integrated command 20, "
               "a standing military body 10"),
        "2 an integrated command in peacetime, 1 a standing body",
        (("atop", 2018), ("blocs", 2025)),
        "Command and staff in peacetime make a promise work.",
    ),
    Item(
        "defence_agreements", "Defence agreements", "military_cooperation", 10.0,
        linear(0.0, 2.0, 10.0, "5 a general agreement, 2.5 one of a sector"),
        "agreements in force, those of one sector count half",
        (("dcad", 2010), ("defence_facts", 2025)),
        "Agreements frame training, exchange and procurement without a promise.",
    ),
    Item(
        "exercises", "Exercises of at most four states", "military_cooperation", 10.0,
        linear(0.0, 1.0, 10.0, "10 at one a year"),
        "joint exercises a year, mean of three years",
        (("exercises", 2010),),
        "Who trains together can fight together; a mass exercise ties no two states.",
    ),
    Item(
        "arms", "Arms supplied", "military_cooperation", 15.0,
        steps({1.0: 5.0, 2.0: 12.0}, "minor 5, major 12 in five years; 3 more where both supply"),
        "class of what a delivered to b in five years: 1 minor, 2 major",
        (("sipri_classes", 2025),),
        "Arms tie for decades by spares and training. Only the class ships.",
        directed=True,
        join=both_ways(3.0),
    ),
    Item(
        "troops", "Troops and bases", "military_cooperation", 15.0,
        linear(2.0, 4.0, 15.0, "100 persons = 0, 10,000 = 15, by the logarithm; a base 10"),
        "log10 of 1 + troops of the United States in the other state; a base that a treaty gives, "
        "or troops on the curated list, without a count: 3.33",
        (("troopdata", 2024), ("us_troops_reports", 2025), ("atop", 2018),
         ("defence_facts", 2025)),
        "Troops on the ground are a costly sign. Of other states' troops there is no full count.",
        directed=True,
    ),
    Item(
        "side_by_side", "Fought side by side", "military_cooperation", 15.0,
        linear(0.0, 3.0, 15.0, "troops in battle for the other 15, one side of a dispute 5"),
        "3 troops of a in battle for b, 1 on one side of a dispute; 20 % less a year",
        (("ucdp", 2024), ("mid", 2014)),
        "To fight for another is the hardest tie there is.",
        directed=True,
        fade=FADE_BESIDE,
    ),
)  # fmt: skip

CONFLICT = (
    Item(
        "disputes", "Militarised disputes", "military_conflict", 100.0, TWENTY, HOSTILITY,
        (("mid", 2014), ("mie", 2014)),
        "The level of the year's dispute. Who only joined a side of a dispute of many, and met the "
        "other in no event, does not count.",
        fade=FADE_CONFLICT,
    ),
    Item(
        "fatal_conflict", "Fatal conflict", "military_conflict", 100.0, TWENTY,
        "4 from 25 deaths in battle in the year, 5 from 1,000; 10 % less a year",
        (("ucdp", 2024),),
        "Both are parties to a conflict between states.",
        fade=FADE_CONFLICT,
    ),
    Item(
        "crises", "International crises", "military_conflict", 60.0,
        linear(0.0, 3.0, 60.0, "20 a level"),
        "3 in a crisis between the two; 10 % less a year",
        (("icb", 2019), ("icb_v16", 2021)),
        "Leaders saw a threat and a chance of war.",
        fade=FADE_CONFLICT,
    ),
    Item(
        "for_rebels", "Troops for the other's rebels", "military_conflict", 80.0,
        linear(0.0, 4.0, 80.0, "20 a level"),
        "troops of a in battle for rebels against b: 3 from 25 deaths in the year, 4 from 1,000; "
        "10 % less a year",
        (("ucdp", 2024),),
        "War by another's hand, which lists of wars between states do not hold.",
        directed=True,
        fade=FADE_CONFLICT,
    ),
    Item(
        "dated_force", "Dated uses of force", "military_conflict", 80.0,
        linear(0.0, 4.0, 80.0, "20 a level"),
        "4 in a year with force on the curated list; 10 % less a year",
        (("defence_facts", 2025),),
        "Disputes end in 2014; dated facts carry on.",
        fade=FADE_CONFLICT,
    ),
)  # fmt: skip
