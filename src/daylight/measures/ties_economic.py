"""Coded economic ties: treaties, energy, aid, finance, investment and sanctions."""

from __future__ import annotations

from daylight.measures.measure import Measure
from daylight.measures.ties import tie_measure

ECONOMIC_TIES: tuple[Measure, ...] = (
    tie_measure(
        "trade_agreement",
        title="Trade agreement in force",
        unit="0 or 1",
        about="""
        Whether the two have a trade agreement in force at any time of the year: 1 or 0.

        Counted is every agreement of DESTA 2.2 (1948-2023) with a year of entry into force: customs
        unions, free trade areas, partial and framework agreements, of two states or of many. A
        state that joined counts from its own year. Agreements that DESTA does not hold count as
        none: the Council for Mutual Economic Assistance is the greatest of them. Preferences that
        one side gives alone, and agreements applied only provisionally without a year, are not
        counted.
        """,
        citation="Dür, Baccini & Elsig 2014, Review of International Organizations 9:353-375",
        method="trade-agreements",
        sources=("desta",),
        high=1.0,
    ),
    tie_measure(
        "trade_agreement_depth",
        title="Depth of trade agreement",
        unit="provisions, 0 to 7",
        about="""
        How deep the deepest trade agreement in force between the two is, 0 to 7.

        The depth of a text is the number of these it holds (DESTA's additive index): all tariffs
        cut to nothing with few exceptions, and substantive rules on standards, investment,
        services, public procurement, competition and intellectual property. It says what is
        written, not what is done. Zero is no agreement in force, or one without any of the seven;
        `trade_agreement` tells them apart. Not known where the newest agreement has no coded text
        (the Eurasian Economic Union, RCEP, CPTPP, the African Continental Free Trade Area, the
        European Union with the United Kingdom).
        """,
        citation="Dür, Baccini & Elsig 2014, Review of International Organizations 9:353-375",
        method="trade-agreements",
        sources=("desta",),
        high=7.0,
    ),
    tie_measure(
        "economic_integration",
        title="Economic integration",
        unit="level, 0 to 6",
        about="""
        How far the two are economically integrated, 0 to 6, 1950-2012.

        0 none, 1 a preference that one gives the other, 2 a preferential trade agreement, 3 a free
        trade agreement, 4 a customs union, 5 a common market, 6 an economic union. Where the two
        directions differ the higher counts. The steps are in order, not at equal distances. States
        that the source never names (North Korea, Serbia) are not known. `trade_agreement_depth`
        counts what is written in the texts, and goes on to 2023.
        """,
        citation="Baier & Bergstrand 2017, Database on Economic Integration Agreements",
        method="trade-agreements",
        sources=("eia",),
        high=6.0,
    ),
    tie_measure(
        "investment_treaty",
        title="Investment treaty in force",
        unit="0 or 1",
        about="""
        Whether the two have a bilateral investment treaty in force at any time of the year: 1 or 0.

        Counted are the treaties of UNCTAD's Navigator from entry into force to termination,
        1957-2024. A treaty that was only signed is none. Investment chapters of trade agreements
        and treaties of more than two parties (the Energy Charter) are not counted, nor the years
        for which a treaty protects earlier investments after its end.
        """,
        citation="UNCTAD, International Investment Agreements Navigator; Elkins, Guzman & Simmons "
        "2006, International Organization 60:811-846",
        method="energy-and-investment",
        sources=("bits",),
        high=1.0,
    ),
    tie_measure(
        "energy_dependence",
        title="Energy dependence",
        unit="share of recorded energy imports",
        fraction=True,
        about="""
        Share of a's recorded energy imports that comes from b, 0 to 1, by value.

        The value is of the buyer towards the seller. Energy is crude oil, LNG, pipeline gas and
        coal, not refined products, power or nuclear fuel; it is imports only, so a state that needs
        few of them can still have a high share. Rounded to hundredths: zero is less than half a
        hundredth.

        Much gas is kept secret and oil under sanctions changes its name. Where that is known of a
        pair it has no value (Germany or Türkiye from Russia, China from Iran after 2018), and a
        state whose main supply is hidden has none at all (Belarus from 2021, Türkiye from 1999).
        Shares of other suppliers are of what is recorded, so they are too high where a flow is
        hidden: for Germany by up to a third. Also not known: two states that both publish no trade,
        and states not in the data.

        For an undirected pair the lower of the two, where both are known. One that is not known may
        be the hidden flow itself, so the other alone says nothing of the pair: Russia buys none
        from Germany.
        """,
        citation="Gaulier & Zignago 2010, CEPII Working Paper 2010-23",
        method="energy-and-investment",
        sources=("energy",),
        directed=True,
        fold="lower",
        high=1.0,
    ),
    tie_measure(
        "aid_dependence",
        title="Aid dependence",
        unit="fraction of GDP",
        fraction=True,
        about="""
        Net official development assistance from b as a share of a's GDP, where above zero.

        The value is of the recipient towards the donor. Aid is net of repayments (OECD, DAC2a,
        2009-2022), in dollars of 2022 brought to the year by US consumer prices, over GDP in
        current dollars; for donors with another currency the exchange rate moves it by up to a
        third. No aid, and a year in which more was paid back than given, are both zero: the source
        lists neither.

        Covered are recipients on the list of the OECD with the fifty donors that report, in the
        years in which both have rows at all: in a year for which a donor reported nothing, what it
        gave is missing. China, India and Iran do not report; military aid is no development aid.
        For an undirected pair the value is the higher of the two that are known, most often of one.
        """,
        citation="OECD, Aid disbursements to countries and regions (DAC2a); Alesina & Dollar "
        "2000, Journal of Economic Growth 5:33-63",
        method="energy-and-investment",
        sources=("aid", "gdp_nominal", "us_prices"),
        directed=True,
        fold="known",
    ),
    tie_measure(
        "chinese_finance",
        title="Official finance from China",
        unit="fraction of GDP",
        fraction=True,
        about="""
        Official finance that China committed to a in the year, as a share of a's GDP.

        The value is of the recipient towards China; no other partner is covered. Counted are grants
        and loans of the Chinese state and its banks (AidData GCDF 3.0, 2000-2021): development aid,
        other official flows and vague ones, most of it loans at or near market terms. They are
        commitments of the year, gross of repayments and not what was paid out, so they do not add
        to `aid_dependence`. Amounts in dollars of 2021 are brought to the year by US consumer
        prices. Zero where nothing is listed; missing where commitments are listed and none of them
        has an amount. For an undirected pair the value is that of the recipient.
        """,
        citation="Custer et al. 2023, Tracking Chinese Development Finance, AidData; Dreher et "
        "al. 2022, Banking on Beijing, Cambridge University Press",
        method="energy-and-investment",
        sources=("aid", "gdp_nominal", "us_prices"),
        directed=True,
        fold="known",
    ),
    tie_measure(
        "fdi_stock",
        title="Stock of direct investment",
        unit="fraction of GDP",
        fraction=True,
        about="""
        Stock of direct investment that b holds in a, as a share of a's GDP.

        The value is of the host towards the owner, by the last address that is reported: investment
        through Hong Kong, Luxembourg or the Netherlands counts there. The host's number is taken,
        else the owner's; where both report, a tenth of them differ by more than a factor of 2.6
        each way. Few pairs are reported (2001-2012, UNCTAD), and no number is no zero. A stock can
        be below zero. For an undirected pair the higher of the two, where both are known: in nearly
        half of the pairs one is not, and it may be by far the greater.
        """,
        citation="UNCTAD, Bilateral FDI Statistics 2014",
        method="energy-and-investment",
        sources=("fdi", "gdp_nominal"),
        directed=True,
        fold="higher",
        low=float("-inf"),
    ),
    tie_measure(
        "sanctions",
        title="Sanctions in force",
        unit="kinds of sanction, 0 to 6",
        about="""
        How many kinds of sanction a has in force against b: 0 to 6, more is worse.

        The value is of the sender towards the target. The kinds are trade, arms, military
        assistance, financial, travel and other; a kind counts once, whatever the number of cases,
        and its reach (one firm or all exports) is not in the number. Sanctions of an organisation
        count for each of its members where Daylight knows them (European Union, Arab League, NATO,
        CoCom and a few more); those of the United Nations bind every state and are no choice of
        one, so they do not count. Sanctions of other organisations, such as the African Union, are
        left out: zero there can be wrong. Years 1950-2023 (GSDB release 4); 2023 also stands for
        sanctions that go on.
        """,
        citation="Felbermayr, Kirilakha, Syropoulos, Yalcin & Yotov 2020, European Economic "
        "Review 129:103561",
        method="sanctions",
        sources=("blocs", "gsdb"),
        directed=True,
        fold="higher",
        high=6.0,
    ),
)
