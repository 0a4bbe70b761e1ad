"""Coded military ties: agreements, disputes, rivalries, forces and arms."""

from __future__ import annotations

from daylight.measures.measure import Measure
from daylight.measures.ties import tie_measure

MILITARY_TIES: tuple[Measure, ...] = (
    tie_measure(
        "defence_cooperation",
        title="Defence cooperation agreements",
        unit="agreements in force, sector ones count half, at most 3",
        about="""
        Defence cooperation agreements in force: general ones count 1, sector ones 1/2.

        The sum stops at 3, for many later agreements renew or amend an earlier one that still
        counts. Agreements are bilateral, signed from 1980 to 2010, and count from signature to the
        end that DCAD estimates. What was signed before 1980 is not known, so that the 1980s are too
        low; NATO and other treaties of many states are not in it. High does not mean allied: Russia
        has more agreements with Ukraine than with Iran. Not directed.
        """,
        citation="Kinne 2020, Journal of Conflict Resolution 64:729-755",
        method="defence-cooperation",
        sources=("dcad",),
        high=3.0,
    ),
    tie_measure(
        "disputes",
        title="Militarised dispute between the two",
        unit="hostility level, 0 to 5",
        about="""
        Militarised dispute between two states: the highest hostility level of the year.

        0 no dispute, 2 threat of force, 3 display of force, 4 use of force, 5 war. High is a bad
        tie. Every pair on opposite sides of a dispute at the same time counts, also where the two
        never met: joiners of the World Wars are paired with all enemies. From July 1992 incidents
        are coded, and pairs without one in the year do not count. Before that the level is one of a
        state's whole part in the dispute, so that the first year of a longer one may carry what
        came later. Not directed; ends in 2014.
        """,
        citation="Palmer et al. 2022, Conflict Management and Peace Science 39:470-482",
        method="disputes",
        sources=("mid",),
        high=5.0,
    ),
    tie_measure(
        "same_side_disputes",
        title="Militarised disputes on one side",
        unit="disputes",
        about="""
        Militarised disputes of the year in which the two states stood on one side, against others.

        A count of disputes, whatever their level: being threatened together counts, and so does a
        war. Both must have taken part at the same time. Large coalitions fill it: 7 in 10 pairs and
        years are of disputes with more than ten participants only. Not directed; ends in 2014.
        """,
        citation="Palmer et al. 2022, Conflict Management and Peace Science 39:470-482",
        method="disputes",
        sources=("mid",),
    ),
    tie_measure(
        "crises",
        title="International crises between the two",
        unit="crises",
        about="""
        International crises between two states that touch the year, counted.

        A crisis needs a leader who sees a threat to basic values, little time, and a raised chance
        of fighting. The pair counts also where only one of the two saw it so. Years run from the
        trigger to the end of the crisis of the pair. High is a bad tie. The data begin in May 1918,
        and for 2020 hold only crises that began earlier: in these two years a pair without a row is
        missing. Not directed.
        """,
        citation="Hewitt 2003, Journal of Conflict Resolution 47:669-692",
        method="disputes",
        sources=("icb",),
    ),
    tie_measure(
        "rivalry",
        title="Strategic rivalry",
        unit="0 or 1",
        about="""
        Whether the two are strategic rivals in the year: 1 or 0.

        Rivals see each other as competitors, as threats and as enemies, in the judgement of the
        authors from diplomatic histories; no dispute is needed. High is a bad tie. First and last
        year of a rivalry both count. The list was closed with 2020: rivalries that went on are cut
        off there, and which year a rivalry ended in is often seen only later. Not directed.
        """,
        citation="Thompson, Sakuwa & Suhas 2021, Analyzing Strategic Rivalries in World Politics, "
        "Springer",
        method="disputes",
        sources=("rivalries",),
        high=1.0,
    ),
    tie_measure(
        "shared_rivals",
        title="Rivals in common",
        unit="states",
        about="""
        How many third states are strategic rivals of both in the year.

        Common enemies, with no promise behind them: Israel and Saudi Arabia share Iran since 1979
        and never made a pact. States with many rivals share more of them by that alone. Only rivals
        in the state system count. Rivalries are those of `rivalry`, to 2020. Not directed.
        """,
        citation="Thompson, Sakuwa & Suhas 2021, Analyzing Strategic Rivalries in World Politics, "
        "Springer",
        method="disputes",
        sources=("rivalries",),
    ),
    tie_measure(
        "us_troops",
        title="US troops based in the state",
        unit="log10 of 1 + persons on active duty",
        about="""
        How many troops of the United States are based in a state: log10(1 + persons on active
        duty).

        The value is of the host towards the United States: 0 is none reported, 3 a thousand, 5 a
        hundred thousand. No other power is covered, and the United States as a host is not either:
        those pairs and that direction are missing. A zero of the source mixes "none" and "not
        reported"; one that follows soon after a hundred troops or more is missing. Hosting is not
        always friendly: Iraq in 2003 did not ask. For an undirected pair the value is that of the
        host.
        """,
        citation="Allen, Flynn and Machain 2022, Conflict Management and Peace Science 39:351-370",
        method="forces-and-arms",
        sources=("troopdata",),
        directed=True,
        fold="known",
        high=7.0,
    ),
    tie_measure(
        "joint_exercises",
        title="Joint military exercises",
        unit="exercises a year, mean of three years",
        about="""
        Military exercises that both took part in: the mean a year over this year and the two
        before.

        Only exercises that the source found in the English-language press are counted, from 1980 to
        2010; those of closed states are missed more often. The mean is over the covered years of
        the three in which both were states: two in 1981, one in 1980. An exercise of twenty states
        counts as one for each pair, like one of two.
        """,
        citation="D'Orazio 2012, Journal of East Asian Studies 12:275-294",
        method="forces-and-arms",
        sources=("exercises",),
    ),
    tie_measure(
        "nuclear_cooperation",
        title="Civil nuclear cooperation agreements",
        unit="agreements signed in ten years",
        about="""
        Agreements on civil nuclear cooperation that two states signed in ten years, this one
        included.

        The source says when an agreement was signed and not how long it held, so a count of the
        last ten years stands for those in force. An agreement counts as one, whether it gives a
        reactor or safety training. Coverage ends in 2001, after which the file is not whole.
        """,
        citation="Fuhrmann 2009, Journal of Conflict Resolution 53:181-208",
        method="forces-and-arms",
        sources=("nuclear_cooperation",),
    ),
    tie_measure(
        "arms_transfers",
        title="Major arms received",
        unit="log10 of 1 + TIV millions a year, mean of five years",
        about="""
        Major arms that a state receives from another: log10(1 + mean yearly volume of five years).

        The value is of the recipient towards the supplier, over this year and the four before.
        Volume is SIPRI's trend-indicator value in millions: what the weapons would cost to make,
        not what was paid. It is only in an atlas that was built with an export of the user's own.
        Small arms and most ammunition are not in the register.
        """,
        citation="SIPRI Arms Transfers Database; Holtom, Bromley and Simmel 2012, SIPRI Fact Sheet",
        method="forces-and-arms",
        sources=("sipri_arms",),
        directed=True,
        high=5.0,
        supplied="sipri_arms",
    ),
    tie_measure(
        "arms_dependence",
        title="Dependence on arms imports",
        unit="fraction of imports of major arms in five years",
        fraction=True,
        about="""
        Share of a state's imports of major arms that come from another, over five years.

        The value is of the recipient towards the supplier, over this year and the four before; 1
        means that everything came from there. A state that imported no major arms in those years
        has no value. It is only in an atlas that was built with an export of the user's own. What a
        state makes itself is not counted, so a large producer can depend on one seller for little.
        """,
        citation="SIPRI Arms Transfers Database; Holtom, Bromley and Simmel 2012, SIPRI Fact Sheet",
        method="forces-and-arms",
        sources=("sipri_arms",),
        directed=True,
        high=1.0,
        supplied="sipri_arms",
    ),
)
