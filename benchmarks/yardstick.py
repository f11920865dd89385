"""What a yardstick is, and the list of all of them."""

from collections.abc import Callable, Iterable
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


Measure = Callable[[], Iterable[Measured]]

YARDSTICKS: dict[str, Measure] = {}


def register(name: str, measure: Measure) -> None:
    """Add a yardstick; `ONLY=name` runs it alone."""
    YARDSTICKS[name] = measure
