"""What a yardstick is, and the list of all of them."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Measured:
    """One thing measured beside its reference; less is better for both.

    Parameters
    ----------
    name : str
        What was measured, unique, lower case with underscores.
    ours : float
        Our figure.
    unit : str
        Of both figures, such as ``s``, ``ms`` or ``MB``.
    reference : str
        What it is held against, in words.
    reference_value : float
        The reference's figure, measured in the same go.
    bar : float
        The ratio of the reference to ours must reach it.
    """

    name: str
    ours: float
    unit: str
    reference: str
    reference_value: float
    bar: float

    @property
    def ratio(self) -> float:
        return self.reference_value / self.ours

    @property
    def holds(self) -> bool:
        return self.ratio >= self.bar

    def as_row(self) -> dict[str, Any]:
        return asdict(self) | {"ratio": self.ratio, "holds": self.holds}


Measure = Callable[[Collection[str]], Iterable[Measured]]
"""Measures what is named; may give more, which is then left out."""


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A way to measure some things in one go.

    Parameters
    ----------
    name : str
        Of the whole.
    entries : tuple of str
        Names of what it measures.
    measure : Measure
        Does it.
    """

    name: str
    entries: tuple[str, ...]
    measure: Measure


YARDSTICKS: dict[str, Yardstick] = {}


def register(name: str, entries: Iterable[str], measure: Measure) -> None:
    """Add a yardstick; ``ONLY`` takes its name, or that of one entry."""
    YARDSTICKS[name] = Yardstick(name, tuple(entries), measure)


def choose(only: str) -> dict[str, tuple[str, ...]]:
    """Choose what to measure: entries by yardstick; nothing for an unknown name.

    Parameters
    ----------
    only : str
        Name of a yardstick or an entry; empty for everything.
    """
    chosen = {}
    for name, yardstick in YARDSTICKS.items():
        if only in ("", name):
            chosen[name] = yardstick.entries
        elif only in yardstick.entries:
            chosen[name] = (only,)
    return chosen
