"""Differences draw by draw: far sharper than those of two runs set side by side.

Draw k of two plans, or of two scenarios, shares its random numbers. What both have in
common moves both alike and falls out of the difference.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl

from placeplan.plan.drawn_totals import (
    DRAWS,
    TOTAL_AXES,
    DrawnInputTable,
    DrawnTotals,
    stack_draws,
)
from placeplan.plan.driver_rank import SCHEMA as DRIVER_SCHEMA
from placeplan.plan.driver_rank import rank_drivers
from placeplan.plan.initiative_account import InitiativeAccount
from placeplan.plan.results import Results
from placeplan.plan.spread import Spread

SCHEMA: Final = {
    "scenario": pl.String(),
    "year": pl.Int32(),
    "pod": pl.String(),
    "staff_group": pl.String(),
    "measure": pl.String(),
    "unit": pl.String(),
    **dict.fromkeys(("first", "second", "change", "p10", "p50", "p90"), pl.Float64()),
    "mc_error": pl.Float64(),
    "mc_error_apart": pl.Float64(),
}
"""Columns of the differences, in order."""


@dataclass(frozen=True, slots=True)
class DrawComparison:
    """The differences of totals, with their own spread.

    Parameters
    ----------
    changes : DataFrame
        Columns of `SCHEMA`: means of both sides, the change (second less first) with
        its P10, P50, P90 and Monte Carlo error, and the error that the change would
        have if the draws of the two sides had nothing in common (`mc_error_apart`).
        Totals that are the same in every draw are left out.
    drivers : DataFrame
        `scenario` and the columns of `placeplan.plan.driver_rank.SCHEMA`: what
        explains the spread of each change.
    """

    changes: pl.DataFrame
    drivers: pl.DataFrame

    @classmethod
    def empty(cls) -> "DrawComparison":
        """Nothing to compare: a side has no draws, or other random numbers."""
        return cls(
            pl.DataFrame(schema=SCHEMA),
            pl.DataFrame(schema={"scenario": pl.String(), **DRIVER_SCHEMA}),
        )


def compare_draws(first: Results, second: Results) -> DrawComparison:
    """Compare two runs draw by draw, each scenario with itself.

    Parameters
    ----------
    first, second : Results
        Of plans with the same seed; where one has more draws, those that both have are
        compared. Runs of other seeds, or without draws, give no rows.
    """
    if first.record.seed != second.record.seed:
        return DrawComparison.empty()
    sides = [_list_scenarios(each.account) for each in (first, second)]
    both = [name for name in sides[0] if name in sides[1]]
    found = [
        _compare(name, _take(first.account, name), _take(second.account, name))
        for name in both
    ]
    return _put_together(found)


def compare_scenarios(results: Results, first: str, second: str) -> DrawComparison:
    """Compare two scenarios of one run draw by draw.

    Parameters
    ----------
    results : Results
        Of a run with draws; without, no rows are given.
    first, second : str
        Ids of scenarios; rows are named by the second.
    """
    known = _list_scenarios(results.account)
    if first not in known or second not in known:
        return DrawComparison.empty()
    sides = [_take(results.account, name) for name in (first, second)]
    return _put_together([_compare(second, *sides)])


_Side = tuple[pl.DataFrame, DrawnInputTable]


def _list_scenarios(account: InitiativeAccount | None) -> list[str]:
    if account is None or not account.draws.width:
        return []
    return account.draws["scenario"].unique(maintain_order=True).to_list()


def _take(account: InitiativeAccount | None, scenario: str) -> _Side:
    """Take the totals and inputs of one scenario."""
    if account is None:
        message = f"no draws of {scenario}"
        raise ValueError(message)
    rows = pl.col("scenario") == scenario
    inputs = DrawnInputTable.from_frame(account.inputs.filter(rows))
    return account.draws.filter(rows).drop("scenario"), inputs


def _compare(scenario: str, first: _Side, second: _Side) -> DrawComparison:
    both = first[0].join(
        second[0], on=list(TOTAL_AXES), nulls_equal=True, suffix="_second"
    )
    sides = [stack_draws(both, name) for name in (DRAWS, f"{DRAWS}_second")]
    draws = min(map(len, sides))
    one, other = (side[:draws] for side in sides)
    differs = (one != other).any(axis=0)
    if not differs.any():
        return DrawComparison.empty()
    one, other = one[:, differs], other[:, differs]
    axes = both.filter(pl.Series(differs)).select(TOTAL_AXES)
    change = Spread.from_draws(other - one)
    apart = np.sqrt(sum(Spread.from_draws(side).mc_error ** 2 for side in (one, other)))
    changes = axes.with_columns(
        pl.lit(scenario).alias("scenario"),
        pl.Series("first", one.mean(axis=0)),
        pl.Series("second", other.mean(axis=0)),
        *change.to_columns(),
        pl.Series("mc_error_apart", apart),
    ).rename({"value": "change"})
    inputs = _join_inputs(first[1], second[1], draws)
    drivers = rank_drivers(DrawnTotals(axes, other - one), inputs)
    return DrawComparison(
        changes.select(*SCHEMA),
        drivers.select(pl.lit(scenario).alias("scenario"), pl.all()),
    )


def _join_inputs(
    first: DrawnInputTable, second: DrawnInputTable, draws: int
) -> DrawnInputTable:
    """Put the inputs of both sides together, each once; the second side's count."""
    own = [at for at, name in enumerate(first.names) if name not in second.names]
    parts = [
        values[:draws]
        for values in (second.values, first.values[:, own])
        if values.shape[1]
    ]
    names = (*second.names, *(first.names[at] for at in own))
    return DrawnInputTable(names, np.hstack(parts) if parts else np.zeros((draws, 0)))


def _put_together(found: list[DrawComparison]) -> DrawComparison:
    there = [each for each in found if each.changes.height]
    if not there:
        return DrawComparison.empty()
    return DrawComparison(
        pl.concat(each.changes for each in there),
        pl.concat(each.drivers for each in there),
    )
