"""One page of a wing: what it shows of a run, and what may be chosen."""

from collections.abc import Callable
from dataclasses import dataclass

from placeplan.plan.figure import Figure
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.wing.choice import Choice
from placeplan_web.evidence.wing.outcome import Chosen, Outcome

DrawChosen = Callable[[Outcome, Chosen], Figure | None]
MakeRecord = Callable[[Outcome, Chosen], Record | None]


@dataclass(frozen=True, slots=True, eq=False)
class WingPage:
    """One page; `empty` is said where there is nothing to show.

    `tables` names the input tables that its pictures rest on, `measures` the results
    that they show; `cells` is how many of one table it has room for, where it has many
    tables.
    """

    slug: str
    title: str
    about: str
    choices: tuple[Choice, ...]
    pictures: tuple[DrawChosen, ...]
    records: tuple[MakeRecord, ...]
    tables: tuple[str, ...]
    empty: str
    cells: int | None = None
    measures: tuple[str, ...] = ()
