"""How each item is carried past its source: in which classes, and as levels or as changes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spec:
    """How an item is foretold.

    Attributes
    ----------
    edges : tuple of float
        Points at which classes of the last seen value begin, but the first.
    conditions : tuple of str
        Conditions that split the pairs (:mod:`daylight.ledgers.nowcast.conditions`), the most
        telling first.
    changes : bool
        Whether the later value is the last one and a change, as of what is measured; else it is
        the last one, or one of the levels between the edges.
    wider : float
        Factor by which changes are spread around their middle: years are not alike (agendas,
        booms), which pairs of one year share, and the back-test shows.
    voided : bool
        Whether a war of the two since ends what is merely carried.
    """

    edges: tuple[float, ...]
    conditions: tuple[str, ...] = ()
    changes: bool = False
    wider: float = 1.0
    voided: bool = False


SPECS: dict[str, Spec] = {
    "promise": Spec((0.5, 30), ("union", "fought", "arms"), voided=True),
    "organisation": Spec((5, 15), ("union", "fought", "pact"), voided=True),
    "defence_agreements": Spec((1, 4, 6, 9), ("pact", "arms", "bloc"), voided=True),
    "exercises": Spec((1, 5, 9), ("pact", "arms", "bloc"), voided=True),
    "arms": Spec((2, 10), ("pact", "fought")),
    "troops": Spec((0.5, 5, 9), ("pact", "bloc")),
    "side_by_side": Spec((0.5, 3, 9), ("pact", "fought", "bloc")),
    "disputes": Spec((0.5, 20, 40, 60, 75), ("rivals", "near", "fought", "sanctioned", "pact")),
    "fatal_conflict": Spec((0.5, 40, 75), ("rivals", "near", "sanctioned")),
    "crises": Spec((0.5, 20, 40), ("rivals", "near", "fought")),
    "for_rebels": Spec((0.5, 40, 60), ("rivals", "near", "sanctioned")),
    "vote_kappa": Spec((4, 8, 12, 16), ("bloc",), changes=True, wider=1.2),
    "nearness": Spec((4, 8, 12, 16), ("bloc",), changes=True),
    "organisations": Spec((3, 6, 9, 12), ("bloc", "near"), changes=True),
    "blocs": Spec((5, 20, 30)),
    "rivalry": Spec((30,), ("fought",)),
    "trade_volume": Spec((0.5, 3, 6, 9, 12), ("sanctioned", "bloc"), changes=True, wider=1.5),
    "trade_share": Spec((0.5, 3, 6, 9, 12), ("sanctioned", "bloc"), changes=True),
    "agreement": Spec((1, 5, 9, 13, 17), ("bloc", "near")),
    "customs_union": Spec((10, 25)),
    "investment_treaty": Spec((5,), ("bloc",)),
    "sanctions": Spec((0.5, 10, 20, 45), ("rivals", "fought", "bloc")),
}
"""Items that are foretold. Lists of facts, which name what was found and no more, are not."""
ONLY_FACTS = ("dated_force", "relations")
