"""Read a scenario from a YAML file; how one is written is in docs/methods/wedge-model.md."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from daylight.core.errors import BadInput
from daylight.store.given import read as bytes_of
from daylight.wedges.assumed.fields import LARGEST, Field
from daylight.wedges.assumed.given import WITHIN, Bidder, Offer, Scenario, Threat, Veto, Wants
from daylight.wedges.assumed.nodes import tree
from daylight.wedges.assumed.prior import NOTHING

SCENARIO = 2**16
"""Bytes of a file: 64 KiB, for what somebody writes by hand."""
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
    try:
        content = bytes_of(path, SCENARIO)
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error.strerror}); give a YAML file.") from None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BadInput(f"{path}, line {line}: this is not UTF-8; save it as UTF-8.") from None
    return scenario(text, str(path))


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
    root = tree(text, name)
    if root is None:
        raise BadInput(f"{name} is empty; it needs one of: {', '.join(TOP)}.")
    top = Field(name, "", root).fields(TOP)
    within = _within(top["within"]) if "within" in top else 4
    even = top["even"].amount() if "even" in top else None
    if even is not None and even.low == 0:
        raise top["even"].fault(
            "this must lie above 0; a tie whose end is as likely as not without any gain has no "
            "usual frequency"
        )
    return Scenario(
        unit=top["unit"].text() if "unit" in top else "units",
        within=within,
        even=even,
        stay=top["stay"].amount(-LARGEST) if "stay" in top else NOTHING,
        divider=_bidder(top.get("divider"), Bidder("divider", None, "leave")),
        partner=_bidder(top.get("partner"), Bidder("partner", None, "stay")),
        others=tuple(map(_other, _parts(top, "others", MOST_OTHERS))),
        note=top["note"].text() if "note" in top else "",
    )


def _within(field: Field) -> int:
    years = field.amount()
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
        None if worth is None else worth.amount(),
        None if fixed is None else fixed.amount(),
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
    cost = found["cost"].amount() if "cost" in found else None
    if cost is not None and cost.low == 0:
        raise found["cost"].fault("this must lie above 0; write a small number for what is cheap")
    return Offer(name.text(), value.amount(), kept.chance(), cost)


def _threat(field: Field) -> Threat:
    found = field.fields(("name", "value", "carried_out"))
    name, value, done = (_needed(field, found, n) for n in ("name", "value", "carried_out"))
    return Threat(name.text(), value.amount(), done.chance())


def _veto(field: Field) -> Veto:
    found = field.fields(("who", "chance"))
    return Veto(_needed(field, found, "who").text(), _needed(field, found, "chance").chance())


def _parts(found: dict[str, Field], name: str, most: int) -> tuple[Field, ...]:
    return found[name].parts(most) if name in found else ()


def _needed(field: Field, found: dict[str, Field], name: str) -> Field:
    if name in found:
        return found[name]
    unknown = "; where nothing is known of a chance write [0, 1]"
    raise field.fault(f"{name} is missing{unknown if name in CHANCES else ''}")


CHANCES = ("kept", "carried_out", "chance")
