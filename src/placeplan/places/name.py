"""Names: the many ways in which papers write one body."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType

from placeplan.errors import QuestionError, UnknownNameError


def normalise_name(name: str) -> str:
    """Reduce a name to what matters: no case, no punctuation, ``and`` for ``&``.

    Examples
    --------
    >>> normalise_name("  Kent & Canterbury Hospital ")
    'kent and canterbury hospital'
    >>> normalise_name("Guy's and St Thomas' NHS F.T.")
    'guys and st thomas nhs ft'
    """
    plain = name.casefold().replace("&", " and ")
    plain = re.sub(r"['’.]", "", plain)
    return " ".join(re.sub(r"[^\w]+", " ", plain).split())


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Every name, variant, code and id, with the bodies that bear it.

    Parameters
    ----------
    bearers : mapping of str to frozenset of str
        Normalised name to ids.

    Examples
    --------
    >>> index = NameIndex.from_pairs([("Thanet", "thanet"), ("thanet", "ccg-thanet"),
    ...     ("DVH", "dgt")])
    >>> index.get_id("dvh")
    'dgt'
    >>> index.get_id("Thanet", among={"ccg-thanet"})
    'ccg-thanet'
    """

    bearers: Mapping[str, frozenset[str]]

    @classmethod
    def from_pairs(cls, pairs: Iterable[tuple[str, str]]) -> "NameIndex":
        """Make an index of pairs of name and id."""
        bearers: dict[str, set[str]] = {}
        for name, id_ in pairs:
            bearers.setdefault(normalise_name(name), set()).add(id_)
        return cls(
            MappingProxyType({name: frozenset(ids) for name, ids in bearers.items()})
        )

    def find_ids(
        self, name: str, *, among: Collection[str] | None = None
    ) -> frozenset[str]:
        """Find who bears a name; nobody is an empty set.

        Parameters
        ----------
        name : str
            As written.
        among : collection of str or None
            Ids to choose from; None for all.
        """
        found = self.bearers.get(normalise_name(name), frozenset())
        return found if among is None else found & frozenset(among)

    def get_id(self, name: str, *, among: Collection[str] | None = None) -> str:
        """Give the one body that bears a name.

        Raises
        ------
        UnknownNameError
            Nobody bears it; the names nearest to it are listed.
        QuestionError
            Several do: ``North Kent`` was a planning unit and a place alliance.
        """
        found = self.find_ids(name, among=among)
        if len(found) == 1:
            return next(iter(found))
        if found:
            bodies = " and ".join(sorted(found))
            message = f"'{name}' is a name of {bodies}. Say which, or of which kind."
            raise QuestionError(message)
        near = get_close_matches(normalise_name(name), self.bearers, n=5)
        raise UnknownNameError("body named", name, near or self.bearers)
