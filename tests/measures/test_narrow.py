"""A few states read alone give the same numbers as all states do, for every measure."""

from __future__ import annotations

import numpy as np
import pytest

from daylight.measures import MEASURES
from daylight.measures.align import align, pairs_of_years
from daylight.measures.coverage import covered, spans
from daylight.measures.measure import Measure
from daylight.measures.narrow import MOST, narrowed
from daylight.store.atlas import Atlas

STATES = (2, 255, 260, 365, 630)


@pytest.mark.parametrize("spec", MEASURES, ids=lambda m: m.name)
@pytest.mark.parametrize("directed", [False, True])
def test_every_measure_is_the_same_among_a_few(book: Atlas, spec: Measure, directed: bool) -> None:
    if spec.name not in spans(book):
        pytest.skip("needs a file of the user's own")
    span = covered(book, spec.name)
    last = min(span[1], 2010)
    rows = pairs_of_years(last - 1, last, directed)
    mine = np.isin(rows.a, STATES) & np.isin(rows.b, STATES)
    whole, few = (align(w, spec, rows, span) for w in (book, narrowed(book, STATES)))
    for name in ("value", "lo", "hi", "n", "status"):
        one, other = getattr(whole, name)[mine], getattr(few, name)[mine]
        np.testing.assert_array_equal(one, other, err_msg=name)
    assert mine.sum() > 1


def test_many_states_are_read_whole(book: Atlas) -> None:
    assert narrowed(book, range(2, MOST + 3)) is book
    assert narrowed(book, ()) is book
