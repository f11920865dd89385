"""Two people changed one record: what it was, and what each of them made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Side(Enum):
    """Whose change a column carries."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"  # two different ones: somebody has to choose


@dataclass(frozen=True, slots=True)
class Comparison:
    """A column that at least one of the two changed."""

    column: str
    was: Any
    theirs: Any
    mine: Any

    @property
    def side(self) -> Side:
        if self.mine == self.was:
            return Side.THEIRS
        return Side.MINE if self.theirs in (self.was, self.mine) else Side.BOTH

    @property
    def merged(self) -> Any:
        """What stands unless somebody chooses otherwise: mine, where I changed it."""
        return self.theirs if self.side is Side.THEIRS else self.mine


def compare_three(
    was: Mapping[str, Any], theirs: Mapping[str, Any], mine: Mapping[str, Any]
) -> Sequence[Comparison]:
    """Compare the columns that I sent.

    Examples
    --------
    >>> [each] = compare_three({"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 3, "b": 1})
    >>> each.column, each.side
    ('a', <Side.BOTH: 'both'>)
    """
    compared = [
        Comparison(name, was.get(name), theirs.get(name), value)
        for name, value in mine.items()
    ]
    return [each for each in compared if not each.was == each.theirs == each.mine]
