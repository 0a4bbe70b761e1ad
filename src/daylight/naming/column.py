"""A column of labels to states: one rule for all, and no guess."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from daylight.core.errors import BadInput
from daylight.core.lookup import written
from daylight.core.states import State
from daylight.core.visible import quoted
from daylight.naming.coded import CodedStates
from daylight.naming.days import Asked, asked_days
from daylight.naming.label import coded
from daylight.naming.records import CodedLabel
from daylight.naming.schemes import scheme_of
from daylight.naming.systems import doubts


def code_states(
    column: Iterable[Any], date: Any = None, scheme: str | None = None, *, as_of: Any = None
) -> CodedStates:
    """Find the state that each label of a column means.

    A label that may mean several states is not guessed: it is ``ambiguous``, with the choices.

    Parameters
    ----------
    column : list, tuple, Series or array
        Names, codes or numbers; None and NaN are empty labels. One text is one label.
    date : date, year, text, or a column of these, optional
        Day for which a label is read; of a year its last day, and for a state that ended in it
        its own last day. Without it labels mean what they mean today, and names of states that
        ended mean these.
    scheme : str, optional
        Say what the codes are, such as ``cow-letters``, ``gw``, ``imf`` or ``fips``; without it
        names and codes are read as people write them, and a plain number is a COW number.
    as_of : date, year or text, optional
        Another word for `date`.

    Returns
    -------
    CodedStates
        A row for each label, in order, with the report.

    Raises
    ------
    BadInput
        For an unknown scheme (the message lists all), no column, no date, or a column of dates
        that is not as long as that of labels.

    Examples
    --------
    >>> [row.status for row in code_states(["Iran", "Korea", "Hong Kong"])]
    ['one', 'ambiguous', 'not_a_state']
    """
    if date is not None and as_of is not None:
        raise BadInput("Give the date once, as date= or as as_of=.")
    labels = _labels(column)
    known = scheme_of(scheme)
    days = asked_days(date if as_of is None else as_of, len(labels))
    texts = [written(label) for label in labels]
    doubted = doubts(dict.fromkeys(texts)) if known is None else {}
    done: dict[tuple[str, Asked], CodedLabel] = {}
    rows = []
    for label, text, day in zip(labels, texts, days, strict=True):
        key = (text, day)
        if key not in done:
            done[key] = coded(text, day, known, doubted.get(text))
        found = done[key]
        shown = str(label) if text else ""
        rows.append(found if found.input == shown else replace(found, input=shown))
    return CodedStates(tuple(rows), known)


def _labels(column: Iterable[Any]) -> Sequence[Any]:
    """Return the labels of a column as a list.

    Raises
    ------
    BadInput
        When it is no column.
    """
    if isinstance(column, (str, int, float, State)):
        return [column]
    if hasattr(column, "to_list"):
        return list(column.to_list())
    if hasattr(column, "tolist"):
        return list(column.tolist())
    try:
        return list(column)
    except TypeError:
        raise BadInput(
            f"{quoted(column)} is no column of labels; give a list, a Series or an array."
        ) from None
