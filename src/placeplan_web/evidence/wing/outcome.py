"""What the pages of wings are made of: a run and its plan folder, read once."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, Final

import polars as pl

from placeplan.plan import Results
from placeplan.plan.initiative_account import InitiativeAccount
from placeplan.reference import MEASURES
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.shelf import (
    KEPT_RUNS,
    Shown,
    as_key,
    find_status,
    get_boundaries,
    get_names,
    get_plan,
    get_results,
)

Chosen = Mapping[str, str]
"""What a reader chose, by the name of the choice."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished run with the account of its initiatives and names for readers."""

    run: Run
    results: Results
    account: InitiativeAccount
    names: Mapping[str, str]

    @property
    def scenarios(self) -> list[tuple[str, str]]:
        """Ids and names of the futures of the run, in the order of the plan."""
        ran = self.results.record.scenarios
        every = self.results.record.manifest.scenarios
        return [(each.id, each.name) for each in every if each.id in ran]

    @property
    def tables(self) -> Mapping[str, pl.DataFrame]:
        """Every table of the plan folder of the run, by name."""
        return get_plan(self.run.dataset).tables

    @property
    def boundaries(self) -> Mapping[str, Any] | None:
        """Outlines of the places of the plan folder, where it has them."""
        return get_boundaries(self.run.dataset)

    def find_status(self, measure: str) -> str:
        """The weakest status of a measure in the results of the run."""
        return find_status(self.run, measure) or WEAKEST


WEAKEST: Final = "illustrative"
"""Status of what the results do not hold."""


def find_outcome(run: Run) -> Outcome:
    """Give the outcome of a run; without initiatives and draws its account is empty."""
    return _build_outcome(as_key(run))


NO_ACCOUNT: Final = InitiativeAccount(
    *[pl.DataFrame() for _ in fields(InitiativeAccount)]
)
"""Of a plan without initiatives, of which one future was worked out."""


@lru_cache(maxsize=KEPT_RUNS)
def _build_outcome(shown: Shown) -> Outcome:
    results = get_results(shown.run)
    dataset = shown.run.dataset
    initiatives = get_plan(dataset).tables["initiatives"].select("id", "name")
    measures = {name: measure.name for name, measure in MEASURES.items()}
    names = {**measures, **get_names(dataset), **dict(initiatives.iter_rows())}
    return Outcome(shown.run, results, results.account or NO_ACCOUNT, names)


def keep_chosen(frame: pl.DataFrame, chosen: Chosen, *columns: str) -> pl.DataFrame:
    """Keep the rows that a reader chose; what is left open keeps all."""
    for column in columns:
        wanted = chosen.get(column, "")
        if wanted and frame.width:
            frame = frame.filter(pl.col(column).cast(pl.String) == wanted)
    return frame
