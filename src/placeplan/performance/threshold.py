"""A threshold: a level, and whether just reaching it is enough."""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from placeplan.performance.inputs import OPERATORS

_COMPARE: Final[Mapping[str, Callable[[float, float], bool]]] = MappingProxyType(
    {">=": operator.ge, ">": operator.gt, "<=": operator.le, "<": operator.lt}
)
_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {">=": "at least", ">": "more than", "<=": "at most", "<": "less than"}
)


@dataclass(frozen=True, slots=True)
class Threshold:
    """A level and how a figure is held against it.

    Parameters
    ----------
    operator : str
        ``>=``, ``>``, ``<=`` or ``<``. The must-dos of 2016 say more than where the
        national standards say at least: the two are kept apart.
    level : float
        In the unit of the indicator.

    Raises
    ------
    ValueError
        When there is no such operator.

    Examples
    --------
    >>> Threshold(">=", 95).is_met(95), Threshold(">", 95).is_met(95)
    (True, False)
    >>> Threshold("<=", 1).words
    'at most 1'
    """

    operator: str
    level: float

    def __post_init__(self) -> None:
        if self.operator not in OPERATORS:
            message = f"{self.operator!r} is none of {', '.join(OPERATORS)}"
            raise ValueError(message)

    def is_met(self, value: float) -> bool:
        """Whether a value meets it."""
        return _COMPARE[self.operator](value, self.level)

    @property
    def words(self) -> str:
        """As a reader says it."""
        return f"{_WORDS[self.operator]} {self.level:g}"
