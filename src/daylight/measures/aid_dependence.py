"""Net official development assistance from b as a share of a's GDP, where above zero.

The value is of the recipient towards the donor. Aid is net of repayments (OECD, DAC2a,
2009-2022), in dollars of 2022 brought to the year by US consumer prices, over GDP in current
dollars; for donors with another currency the exchange rate moves it by up to a third. No aid, and
a year in which more was paid back than given, are both zero: the source lists neither.

Covered are recipients on the list of the OECD with the fifty donors that report, in the years
in which both have rows at all: in a year for which a donor reported nothing, what it gave is
missing. China, India and Iran do not report; military aid is no development aid. For an
undirected pair the value is the higher of the two that are known, most often of one.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "aid_dependence",
    "Aid dependence",
    "fraction of GDP",
    "OECD, Aid disbursements to countries and regions (DAC2a); Alesina & Dollar 2000, Journal "
    "of Economic Growth 5:33-63",
    sources=("aid", "gdp_nominal", "us_prices"),
    directed=True,
    fold="known",
)
