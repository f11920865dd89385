"""A conflict: facts that disagree, why they may, and what to do until it is settled."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conflict:
    """Facts that give different figures for one thing, or that need care together.

    Parameters
    ----------
    id : str
        Such as ``C01``.
    kind : str
        Such as ``direct``, ``definition``, ``scope``, ``basis`` or ``rounding``.
    about : str
        What they disagree about.
    facts : tuple of str
        Ids of the facts, at least one.
    explanation : str
        Why they may differ.
    handling : str
        What to do until it is settled.
    source : str
        Id in ``sources.yaml``.
    outside : tuple of str
        Ids of figures from outside the papers that stand beside them.
    status : str
        How the explanation is known; ours is derived.

    Examples
    --------
    >>> conflict = Conflict("C01", "direct", "GPs short of the national average",
    ...     ("F146", "F328", "F297"), "245 in 2017, 175 in 2019.", "Show both.",
    ...     "facts-conflicts")
    >>> conflict.concerns("F297")
    True
    """

    id: str
    kind: str
    about: str
    facts: tuple[str, ...]
    explanation: str
    handling: str
    source: str
    outside: tuple[str, ...] = ()
    status: str = "derived"

    def __post_init__(self) -> None:
        if not self.facts:
            message = f"conflict {self.id} names no fact"
            raise ValueError(message)

    def concerns(self, fact_id: str) -> bool:
        """Whether it names a fact."""
        return fact_id in self.facts or fact_id in self.outside
