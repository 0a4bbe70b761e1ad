"""How many kinds of sanction a has in force against b: 0 to 6, more is worse.

The value is of the sender towards the target. The kinds are trade, arms, military assistance,
financial, travel and other; a kind counts once, whatever the number of cases, and its reach
(one firm or all exports) is not in the number. Sanctions of an organisation count for each of
its members where Daylight knows them (European Union, Arab League, NATO, CoCom and a few more);
those of the United Nations bind every state and are no choice of one, so they do not count.
Sanctions of other organisations, such as the African Union, are left out: zero there can be
wrong. Years 1950-2023 (GSDB release 4); 2023 also stands for sanctions that go on.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "sanctions",
    "Sanctions in force",
    "kinds of sanction, 0 to 6",
    "Felbermayr, Kirilakha, Syropoulos, Yalcin & Yotov 2020, European Economic Review 129:103561",
    sources=("blocs", "gsdb"),
    directed=True,
    fold="higher",
    high=6.0,
)
