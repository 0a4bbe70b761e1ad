"""Read a scenario from a YAML file; how one is written is in docs/methods/wedge-model.md."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from daylight.store.fields import Field, text_of, top
from daylight.wedges.assumed.amounts import LARGEST, amount, chance
from daylight.wedges.assumed.given import WITHIN, Bidder, Offer, Scenario, Threat, Veto, Wants
from daylight.wedges.assumed.prior import NOTHING

EXAMPLE = "scenarios/rus-irn-usa-2017.yml"
TOP = ("unit", "within", "even", "stay", "divider", "partner", "others", "note")
OF_A_BIDDER = ("worth", "fixed_cost", "offers", "threats", "vetoes")
OF_ANOTHER = ("who", "wants", "offers", "threats", "vetoes")
LONGEST, MOST_OTHERS, MOST_VETOES = 10, 3, 5
"""Parts of a list of offers or threats; further bidders; and who can stop one's offers."""


def read(path: Path) -> Scenario:
    """Read a scenario from a file.

    Raises
    ------
    BadInput
        When it cannot be read, or is no scenario; the message names the line and the field.
    """
    return scenario(text_of(path), str(path))


def example() -> str:
    """Return the text of the scenario that comes with the package, to start from."""
    return resources.files("daylight.wedges.assumed").joinpath(EXAMPLE).read_text("utf-8")


def scenario(text: str, name: str = "the scenario") -> Scenario:
    """Return the scenario that a YAML text describes.

    Parameters
    ----------
    text : str
    name : str
        What messages call it.

    Raises
    ------
    BadInput
        Where it is no scenario; the message names the line and the field.
    """
    given = top(text, name, TOP)
    within = _within(given["within"]) if "within" in given else 4
    even = amount(given["even"]) if "even" in given else None
    if even is not None and even.low == 0:
        raise given["even"].fault(
            "this must lie above 0; a tie whose end is as likely as not without any gain has no "
            "usual frequency"
        )
    return Scenario(
        unit=given["unit"].text() if "unit" in given else "units",
        within=within,
        even=even,
        stay=amount(given["stay"], -LARGEST) if "stay" in given else NOTHING,
        divider=_bidder(given.get("divider"), Bidder("divider", None, "leave")),
        partner=_bidder(given.get("partner"), Bidder("partner", None, "stay")),
        others=tuple(map(_other, _parts(given, "others", MOST_OTHERS))),
        note=given["note"].text() if "note" in given else "",
    )


def _within(field: Field) -> int:
    years = amount(field)
    if not years.single or years.low not in WITHIN:
        raise field.fault(
            f"frequencies are known for {', '.join(map(str, WITHIN))} years; take one"
        )
    return int(years.low)


def _bidder(field: Field | None, empty: Bidder) -> Bidder:
    if field is None:
        return empty
    found = field.fields(OF_A_BIDDER)
    worth, fixed = found.get("worth"), found.get("fixed_cost")
    return Bidder(
        empty.path,
        empty.who,
        empty.wants,
        None if worth is None else amount(worth),
        None if fixed is None else amount(fixed),
        *_bids(found),
    )


def _other(field: Field) -> Bidder:
    found = field.fields(OF_ANOTHER)
    who, wants = _needed(field, found, "who").text(), _needed(field, found, "wants")
    side = wants.text()
    sides: dict[str, Wants] = {"leave": "leave", "stay": "stay"}
    if side not in sides:
        raise wants.fault("it wants the target to leave or to stay; write `leave` or `stay`")
    return Bidder(field.name, who, sides[side], None, None, *_bids(found))


def _bids(
    found: dict[str, Field],
) -> tuple[tuple[Offer, ...], tuple[Threat, ...], tuple[Veto, ...]]:
    return (
        tuple(map(_offer, _parts(found, "offers", LONGEST))),
        tuple(map(_threat, _parts(found, "threats", LONGEST))),
        tuple(map(_veto, _parts(found, "vetoes", MOST_VETOES))),
    )


def _offer(field: Field) -> Offer:
    found = field.fields(("name", "value", "kept", "cost"))
    name, value, kept = (_needed(field, found, n) for n in ("name", "value", "kept"))
    cost = amount(found["cost"]) if "cost" in found else None
    if cost is not None and cost.low == 0:
        raise found["cost"].fault("this must lie above 0; write a small number for what is cheap")
    return Offer(name.text(), amount(value), chance(kept), cost)


def _threat(field: Field) -> Threat:
    found = field.fields(("name", "value", "carried_out"))
    name, value, done = (_needed(field, found, n) for n in ("name", "value", "carried_out"))
    return Threat(name.text(), amount(value), chance(done))


def _veto(field: Field) -> Veto:
    found = field.fields(("who", "chance"))
    return Veto(_needed(field, found, "who").text(), chance(_needed(field, found, "chance")))


def _parts(found: dict[str, Field], name: str, most: int) -> tuple[Field, ...]:
    return found[name].parts(most) if name in found else ()


def _needed(field: Field, found: dict[str, Field], name: str) -> Field:
    if name in found:
        return found[name]
    unknown = "; where nothing is known of a chance write [0, 1]"
    raise field.fault(f"{name} is missing{unknown if name in CHANCES else ''}")


CHANCES = ("kept", "carried_out", "chance")
