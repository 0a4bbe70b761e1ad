"""From the labels of a source to COW numbers; a label that nobody has mapped stops the source."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from daylight.core.errors import SourceChanged, UnknownState
from daylight.core.lookup import resolve
from daylight.core.visible import quoted


def cow_numbers(
    source: str,
    labels: Iterable[str | None],
    *,
    mapped: Mapping[str, int] | None = None,
    no_state: Collection[str] = (),
    iso3: bool = False,
) -> dict[str, int]:
    """Return the COW number of the newest state that each label means.

    Parameters
    ----------
    labels : iterable of str
        Names or codes as the source writes them.
    mapped : mapping of str to int, optional
        Labels that the registry does not know, or knows as another state.
    no_state : collection of str
        Labels of places outside the state system; they get no number.
    iso3 : bool
        Whether the labels are ISO 3166 codes. They are then not read as anything else: MAC is
        Macau, and also the COW abbreviation of North Macedonia.

    Raises
    ------
    SourceChanged
        For a label that is in none of them, with where to map it.
    """
    given, out, labels = mapped or {}, {}, set(labels)
    found = {label for label in labels if label is not None}
    if len(found) < len(labels):
        raise SourceChanged(f"{source}: a label of a state is empty; say what it means.")
    for label in sorted(found - set(no_state)):
        if label in given:
            out[label] = given[label]
            continue
        try:
            state = resolve(label)
        except UnknownState:
            state = None
        if state is None or (iso3 and state.iso3 != label):
            raise SourceChanged(
                f"{source}: {quoted(label)} is no known state; map it in "
                f"sources/{source}/source.py, or list it there among the places "
                f"outside the state system."
            )
        out[label] = state.cow
    return out
