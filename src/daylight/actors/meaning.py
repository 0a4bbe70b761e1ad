"""From a hit to its meaning, given all that the text names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from daylight.actors import beside, people
from daylight.actors.entries import Entry
from daylight.actors.library import Library
from daylight.actors.records import Kind, Mention
from daylight.actors.scan import Hit
from daylight.actors.settle import Around, settled
from daylight.actors.tokens import Tokens

_KINDS: dict[str, Kind] = {
    "state": "state",
    "people": "people",
    "bloc": "bloc",
    "place": "place",
    "leader": "leader",
}


@dataclass(frozen=True, slots=True)
class Reader:
    """A text with its hits, and what is needed to read them."""

    cut: Tokens
    hits: list[Hit]
    shelf: Library
    day: str
    """Day of the text, empty where it is not known."""
    year: str
    """Day for surnames: that of the text, or one in the only year that the text speaks of."""
    near: Around
    headline: bool

    def starts(self, i: int, k: int) -> bool:
        """Whether the hit after ``k`` begins at the word ``i``."""
        return k + 1 < len(self.hits) and self.hits[k + 1].i == i

    def actor(self, k: int) -> Entry | None:
        """Return the state, people, bloc or place that a hit means; ``None`` if no actor."""
        hit = self.hits[k]
        found = [e for e in hit.entries if e.kind in _KINDS and e.kind != "leader"]
        if not found:
            return None
        one = next((e for e in found if e.role == "prefix"), found[-1])
        near = beside.attitude(self.cut, hit)
        if near == "no" or (one.role == "demonym" and beside.language(self.cut, hit)):
            return None
        if self._another_name(k) or (one.role == "organ" and self._of_another(k, one)):
            return None
        word = " ".join(self.cut.words[hit.i : hit.j])
        ids = settled(word, one, self.near)
        if not ids:
            return None
        return self._as_written(one._replace(role=near or one.role), ids, hit)

    def _of_another(self, k: int, one: Entry) -> bool:
        """Whether an organ is of the state before it: Russia's Security Council."""
        owner = () if beside.hyphened(self.cut, self.hits[k].i) else self._owner(k)
        return bool(owner) and not set(owner) & set(one.ids)

    def _another_name(self, k: int) -> bool:
        """Whether the hit is a part of the name of somebody who is not listed."""
        hit = self.hits[k]
        alone = hit.j - hit.i == 1
        follows = self.starts(hit.j, k)
        if alone and beside.given_name(self.cut, hit, follows, self.headline):
            return True
        taken = k > 0 and self.hits[k - 1].j == hit.i
        return alone and not taken and beside.surname_of_another(self.cut, hit)

    def _as_written(self, one: Entry, ids: tuple[str, ...], hit: Hit) -> Entry:
        kind = one.kind
        if one.role in ("capital", "seat") and beside.place_only(self.cut, hit.i):
            kind = "place"
        elif any(code in self.shelf.blocs for code in ids):
            kind = "bloc"
        name = one.name
        if len(one.ids) > 1 and ids == ("USA",):  # Georgia, the member of the union
            kind = "place"
        if kind != "place" or one.kind != "place":
            name = " or ".join(self.shelf.names.get(code, code) for code in ids)
        return one._replace(kind=kind, ids=ids, name=name)

    def leaders(
        self, k: int, titled: bool = False, office: str = "", ids: tuple[str, ...] = ()
    ) -> list[Entry]:
        """Return the leaders whom a hit can mean; none where it means no leader."""
        hit = self.hits[k]
        found: Sequence[Entry] = [e for e in hit.entries if e.person is not None]
        if ids:
            found = people.of_states(found, ids)
        else:
            found = people.of_states(found, self._owner(k)) or found
        if not found:
            return []
        whole = any(e.role == "name" for e in found)
        if not whole and self._somebody_else(k, titled):
            return []
        acts = beside.acts(self.cut, hit) or self._with_a_leader(k)
        verb = beside.verb_follows(self.cut, hit)
        support = people.Support(titled or bool(ids), office, acts, verb)
        return people.meant(found, self.year, self.near, support)

    def _with_a_leader(self, k: int) -> bool:
        """Whether "and" and a leader follow: ``Rice and Lavrov``."""
        if k + 1 >= len(self.hits) or self.hits[k + 1].kind != "leader":
            return False
        return self.cut.words[self.hits[k].j : self.hits[k + 1].i] == ["and"]

    def _owner(self, k: int) -> tuple[str, ...]:
        """Return the state that stands before a name: ``Russia's Putin``."""
        if k == 0 or self.hits[k].i - self.hits[k - 1].j > 1:
            return ()
        if self.cut.words[self.hits[k - 1].j : self.hits[k].i] not in ([], ["s"]):
            return ()
        return self.hits[k - 1].entries[-1].ids

    def _somebody_else(self, k: int, titled: bool) -> bool:
        """Whether a surname is a part of a name that is not listed: ``Carter Page``."""
        hit = self.hits[k]
        taken = titled or (k > 0 and self.hits[k - 1].j == hit.i)
        if not taken and beside.surname_of_another(self.cut, hit):
            return True
        return beside.before_a_capital(self.cut, hit, self.starts(hit.j, k) or self.headline)

    def mention(
        self, i: int, j: int, kind: str, name: str, ids: tuple[str, ...], role: str
    ) -> Mention:
        """Return the record for the words ``i`` to ``j``."""
        start, end = self.cut.starts[i], self.cut.ends[j - 1]
        return Mention(start, end, self.cut.text[start:end], _KINDS[kind], name, ids, role)
