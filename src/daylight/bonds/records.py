"""The records that a question about a bond returns."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.answer import Answer
from daylight.core.estimate import Estimate
from daylight.core.status import Known
from daylight.facts.records import Fact
from daylight.ledgers.relationship.form import Zone
from daylight.store.schemas.ledgers import Ledger


def pointer(ledger: str) -> str:
    """Return where a ledger stands in a bond, as a JSON pointer."""
    return f"/{ledger.replace('_', '/', 1)}"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its 90 % band, and how it is known.

    Attributes
    ----------
    value, lo, hi : float or None
        None where nothing is known. Only the ends are there where the band is too wide for a
        number. They are the value where all of it is seen: then the error is in the coding rules.
    status : Known
    holds : float or None
        Of what is carried: the chance that it still is what it was, or near it; from how such
        cases went on.
    """

    value: float | None
    lo: float | None
    hi: float | None
    status: Known
    holds: float | None = None

    @property
    def width(self) -> float:
        """Length of the band; 0 where all is seen or nothing is known."""
        return 0.0 if self.lo is None or self.hi is None else self.hi - self.lo


@dataclass(frozen=True, slots=True)
class Pull:
    """What a part adds to the log odds of rivalry, and of warm peace, against negative peace.

    None of a ledger that is too uncertain for a number, or is no part of the relationship.
    """

    rivalry: float | None
    warm: float | None


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One item of a ledger for one pair and year.

    Attributes
    ----------
    item, title : str
    points : Quantity
        Of `maximum`.
    maximum : float
        Most points that it can give; the reader's own where `points` were given.
    says : str
        The raw value in words; of the year `known` where it is carried.
    raw : tuple of (float or None)
        One raw value, or two where the tie is directed: of the first state towards the second, and
        back. Of the year `known`.
    unit : str
    known : int or None
        Last year in which it was seen, or None where it never was.
    without : float or None
        The ledger without it.
    pull : Pull
    sources : tuple of (str, int)
        Each with the last year that it covers.
    reason : str
    """

    item: str
    title: str
    points: Quantity
    maximum: float
    says: str
    raw: tuple[float | None, ...]
    unit: str
    known: int | None
    without: float | None
    pull: Pull
    sources: tuple[tuple[str, int], ...]
    reason: str


@dataclass(frozen=True, slots=True)
class LedgerResult:
    """One ledger for one pair and year, 0 to 100 points.

    Attributes
    ----------
    value, lo, hi : float or None
        As in :class:`Quantity`.
    status : Known
        ``observed`` where every item that has a source is seen, ``carried`` where any is carried,
        ``not_published`` where the band is wider than half the scale.
    seen : float
        Part of the maxima of the items that is seen, 0 to 1.
    carried : float
        Points of the value that are carried past their source.
    holds : float or None
        As in :class:`Quantity`.
    pull : Pull
    items : tuple of ItemResult
    """

    ledger: Ledger
    value: float | None
    lo: float | None
    hi: float | None
    status: Known
    seen: float
    carried: float
    holds: float | None
    pull: Pull
    items: tuple[ItemResult, ...]

    @property
    def pointer(self) -> str:
        """Where it stands in the answer, as a JSON pointer."""
        return pointer(self.ledger)

    @property
    def quantity(self) -> Quantity:
        """The value with its band."""
        return Quantity(self.value, self.lo, self.hi, self.status, self.holds)

    def item(self, name: str) -> ItemResult:
        """Return the item of a name."""
        return next(item for item in self.items if item.item == name)


@dataclass(frozen=True, slots=True)
class Dimension:
    """Cooperation and conflict of one dimension; never netted."""

    cooperation: LedgerResult
    conflict: LedgerResult

    @property
    def ledgers(self) -> tuple[LedgerResult, LedgerResult]:
        """Both."""
        return self.cooperation, self.conflict


@dataclass(frozen=True, slots=True)
class Relationship:
    """How the two stand to each other, in a word and on the peace scale.

    Attributes
    ----------
    word : str
        By rule from promise, ledgers and chance of rivalry (:mod:`daylight.bonds.stands`).
    zone : str or None
        The likeliest zone of the scale; None where there is no probability.
    probabilities : dict of str to float, or None
        Chance of each zone. None for two states with no relation to speak of: the scale codes few
        like them.
    p_rivalry, p_warm : Quantity
        Sums of two zones each.
    place : Quantity
        Expected place on the scale: 0 severe rivalry, 1 security community.
    status : Known
        Whether what it is made of is seen or carried.
    """

    word: str
    zone: Zone | None
    probabilities: dict[str, float] | None
    p_rivalry: Quantity
    p_warm: Quantity
    place: Quantity
    status: Known


@dataclass(frozen=True, slots=True)
class YearOf:
    """One year of a history: the six ledgers, and the place on the scale.

    Attributes
    ----------
    ledgers : dict of str to Quantity
    p_rivalry, place : Quantity
    seen : dict of str to float
        Part of each ledger that is seen. Years are compared only where it is about the same.
    """

    year: int
    ledgers: dict[str, Quantity]
    p_rivalry: Quantity
    place: Quantity
    seen: dict[str, float]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the pair stands among all pairs of the year that have any points in a ledger.

    Attributes
    ----------
    ahead : float or None
        Percentage of them with fewer points; None where the pair has none.
    of : int
        Pairs with any points.
    """

    ledger: Ledger
    ahead: float | None
    of: int


@dataclass(frozen=True, slots=True)
class Record:
    """Whether one ledger or raw quantity is higher than in any earlier year.

    Attributes
    ----------
    what : str
        Ledger or item.
    title, unit : str
    value : float
        In the year asked for.
    highest_since : int or None
        The first year of the span in which nothing was higher; None where an earlier year was as
        high, within the margin, last year.
    since : int
        First year looked at.
    before : Estimate
        Highest earlier value of that span, and its year in `n`.
    margin : float
        By how much a value must be higher to count.
    verdict : str
        ``highest``, ``not the highest``, ``new`` (no earlier year has any), ``cannot tell``.
    """

    what: str
    title: str
    unit: str
    value: float
    highest_since: int | None
    since: int
    before: Estimate
    margin: float
    verdict: str


@dataclass(frozen=True, kw_only=True, repr=False)
class Bond(Answer):
    """What binds two states and what sets them against each other, as of a date.

    Attributes
    ----------
    relationship : Relationship
    military, political, economic : Dimension
    history : tuple of YearOf
        From 1946, or when both were states, to the year answered for.
    known : tuple of Fact
        Dated facts, newest first.
    standing : tuple of Standing
    records : tuple of Record
    points : dict of str to float
        Maxima of the reader's own in place of the stated ones; empty for none.
    since : int
        First year that records look back to.
    lineage_note : str or None
        Which states a history follows, when the COW number changes.
    """

    relationship: Relationship
    military: Dimension
    political: Dimension
    economic: Dimension
    history: tuple[YearOf, ...]
    known: tuple[Fact, ...]
    standing: tuple[Standing, ...]
    records: tuple[Record, ...]
    points: dict[str, float]
    since: int
    lineage_note: str | None

    @property
    def dimensions(self) -> dict[str, Dimension]:
        """The three dimensions by name."""
        return {"military": self.military, "political": self.political, "economic": self.economic}

    @property
    def ledgers(self) -> tuple[LedgerResult, ...]:
        """The six ledgers."""
        return tuple(part for d in self.dimensions.values() for part in d.ledgers)
