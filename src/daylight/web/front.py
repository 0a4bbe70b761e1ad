"""The front page, and where its form leads."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from daylight.core.errors import BadInput, UnknownState
from daylight.core.lookup import resolve
from daylight.core.periods import as_of
from daylight.core.refs import ref
from daylight.core.states import all_states
from daylight.store.atlas import Atlas
from daylight.web.addresses import Address, address
from daylight.web.frame import html

EXAMPLES = (
    ("/brief/RUS-IRN-USA/2017-02-01", "Russia and Iran in February 2017, Washington outside"),
    ("/triad/CHN-RUS-USA/1969-12-31", "Could Washington part China from the Soviet Union in 1969?"),
    ("/state/TUR", "Whom is Turkey closest to, and whom most hostile to?"),
    ("/bloc/EAEU/2017-02-01", "The Eurasian Economic Union in 2017: members, hub, who is next"),
    ("/sphere/USA/2016-12-31", "The sphere of the United States in 2016, as a map"),
)  # fmt: skip


def front() -> bytes:
    """Return the front page."""
    return html("front", "How do states stand to each other?", "/", examples=EXAMPLES,
                names=state_names())  # fmt: skip


@lru_cache(maxsize=1)
def state_names() -> tuple[str, ...]:
    """Return the names of today's states, for the list below a box."""
    return tuple(sorted({one.name for one in all_states() if one.spells[-1].end is None}))


def lead(form: Mapping[str, str], atlas: Atlas) -> str:
    """Return the address of the page that a form asks for.

    Parameters
    ----------
    form : mapping of str to str
        `a`, `b` and `vs`, states or a bloc as people write them, and `as_of`; or `page`, an address
        without its date, and `as_of`.
    atlas : Atlas

    Raises
    ------
    DaylightError
        For what names no state or bloc, or is no date.
    """
    day = as_of(form.get("as_of", "").strip() or None, atlas.last).date
    if form.get("page"):
        kind, _, subject = form["page"].partition("/")
        return address(kind, f"{subject}/{day}" if subject else f"{day}").path()
    names = [form.get(name, "").strip() for name in ("a", "b", "vs")]
    a, b, power = names
    if not a:
        raise BadInput("Name a state or a bloc.")
    if not b:
        if power:
            raise BadInput("An outside power goes with two states; name the second too.")
        return _one(a, day.isoformat(), atlas)
    codes = [ref(resolve(one, day), day).code for one in names if one]
    return Address("brief" if power else "pair", "-".join(codes), day.isoformat()).path()


def _one(name: str, day: str, atlas: Atlas) -> str:
    """Return the page of a state, or of a bloc where no state has that name."""
    on = as_of(day, atlas.last).date
    try:
        return Address("state", ref(resolve(name, on), on).code, day).path()
    except UnknownState:
        blocs = atlas.rows("blocs", columns=("bloc", "name"))
        pairs = zip(blocs["bloc"].tolist(), blocs["name"].tolist(), strict=True)
        for bloc, title in pairs:
            if name.casefold() in (bloc.casefold(), title.casefold()):
                return Address("bloc", bloc, day).path()
        raise
