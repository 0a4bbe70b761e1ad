"""Official finance that China committed to a in the year, as a share of a's GDP.

The value is of the recipient towards China; no other partner is covered. Counted are grants and
loans of the Chinese state and its banks (AidData GCDF 3.0, 2000-2021): development aid, other
official flows and vague ones, most of it loans at or near market terms. They are commitments of
the year, gross of repayments and not what was paid out, so they do not add to `aid_dependence`.
Amounts in dollars of 2021 are brought to the year by US consumer prices. Zero where nothing is
listed; missing where commitments are listed and none of them has an amount. For an undirected
pair the value is that of the recipient.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "chinese_finance",
    "Official finance from China",
    "fraction of GDP",
    "Custer et al. 2023, Tracking Chinese Development Finance, AidData; Dreher et al. 2022, "
    "Banking on Beijing, Cambridge University Press",
    sources=("aid", "gdp_nominal", "us_prices"),
    directed=True,
    fold="known",
)
