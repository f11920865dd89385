"""Futures once initiatives are carried out, and their spread over draws."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import polars as pl

from placeplan.capacity import compare_capacity
from placeplan.demand import (
    OF_INITIATIVES,
    CodedDemand,
    change_activity,
    list_ledger,
    list_pods,
)
from placeplan.plan.added_capacity import add_capacity
from placeplan.plan.drawn_table import DrawnNumbers
from placeplan.plan.drawn_totals import DrawnInputTable, DrawnTotals
from placeplan.plan.driver_rank import rank_drivers
from placeplan.plan.ensemble import DrawTask, draw_futures
from placeplan.plan.initiative_account import (
    InitiativeAccount,
    add_ends,
    compare_claims,
)
from placeplan.plan.initiative_bridge import split_change
from placeplan.plan.line_weight import COST, LineWeights
from placeplan.plan.manifest import Manifest
from placeplan.plan.scenario import GrowthLevel, Scenario

Tables = Mapping[str, pl.DataFrame]


@dataclass(frozen=True, slots=True)
class Changed:
    """Activity and capacity with initiatives, and the account of the change."""

    activity: pl.DataFrame
    capacity: pl.DataFrame
    ledger: pl.DataFrame
    claims: pl.DataFrame
    bridge: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Drawn:
    """The spread of a level of growth: if nothing changes, and with initiatives."""

    nothing: DrawnNumbers
    with_plan: DrawnNumbers
    expected_cost: Mapping[int, float]
    inputs: DrawnInputTable

    def spread(
        self,
        activity: pl.DataFrame,
        capacity: pl.DataFrame,
        money: pl.DataFrame,
        *,
        with_plan: bool,
    ) -> list[pl.DataFrame]:
        """Give the rows of a scenario their spread.

        Money is that of activity if nothing changes in every scenario: what initiatives
        save stands in their ledger, apart from the pounds of planned solutions.
        """
        numbers = self.with_plan if with_plan else self.nothing
        return [
            numbers.spread_rows(activity),
            numbers.spread_rows(capacity),
            self.nothing.spread_money(money, self.expected_cost),
        ]


def change_future(
    tables: Tables,
    activity: pl.DataFrame,
    coded: CodedDemand,
    *,
    manifest: Manifest,
    tell: Callable[[str], None],
) -> Changed:
    """Carry initiatives out, in the exact mean, and draw up their account.

    Parameters
    ----------
    tables : mapping of str to polars.DataFrame
        Of the plan, at one level of growth.
    activity : polars.DataFrame
        If nothing changes.
    coded : CodedDemand
        The same, coded.
    manifest : Manifest
        Of the plan. The bridge stands in the last year of the plan.
    tell : callable
        Told what part is under way; may raise, which stops the work.
    """
    years, base_year = manifest.years, manifest.base_year
    tell("expected")
    ledger = list_ledger(coded, coded.expect(), years, dict(list_pods(tables)))
    changed = change_activity(activity, ledger)
    capacity = compare_capacity(tables, changed, years=years)
    claims = compare_claims(coded, ledger, tables, years, tell=tell)
    bridge = split_change(
        tables,
        coded,
        base_year=base_year,
        years=years,
        year=manifest.horizon_year,
        seed=manifest.seed,
        tell=tell,
    )
    tell("ledger")
    return Changed(
        changed,
        add_capacity(capacity, tables, years),
        add_ends(ledger, tables, base_year=base_year, years=years),
        claims,
        bridge,
    )


def draw_level(
    tables: Tables,
    coded: CodedDemand,
    *,
    manifest: Manifest,
    draws: int,
    vary_use: bool,
    executor: Executor | None,
    tell: Callable[[int], None],
) -> Drawn:
    """Draw the futures of one level of growth.

    Parameters
    ----------
    tables, coded, manifest
        As `change_future`.
    draws : int
        How many, at least 2.
    vary_use : bool
        Whether growth of use is drawn; a scenario that fixes it at one end has none.
    executor, tell
        As `placeplan.plan.ensemble.draw_futures`.
    """
    years, base_year = manifest.years, manifest.base_year
    weights = LineWeights.from_tables(
        tables, coded.lines, base_year=base_year, years=years
    )
    task = DrawTask(coded, weights, manifest.seed, vary_use)
    found = draw_futures(task, draws, executor=executor, tell=tell)
    units = {name: pod.unit for name, pod in list_pods(tables).items()}
    nothing, with_plan = (
        DrawnNumbers.from_draws(found[:, side], coded, weights, years, units)
        for side in (0, 1)
    )
    future = coded.expect()
    is_cost = (weights.figures["measure"] == COST).to_numpy()
    cost = weights.weigh(future.activity, future.bed_days)[is_cost].sum(axis=0)
    expected = dict(zip(years, cost.tolist(), strict=True))
    return Drawn(nothing, with_plan, expected, task.draw_inputs(draws))


def gather_account(
    scenarios: Sequence[Scenario],
    changed: Mapping[GrowthLevel, Changed],
    drawn: Mapping[GrowthLevel, Drawn],
    *,
    tell: Callable[[str], None],
) -> InitiativeAccount:
    """Put the accounts of scenarios together; `tell` as for `change_future`."""
    carried = [
        (s.id, changed[s.growth])
        for s in scenarios
        if s.with_solutions and s.growth in changed
    ]
    futures = [
        (s.id, *_choose(drawn[s.growth], s, changed))
        for s in scenarios
        if s.growth in drawn
    ]
    drivers = []
    for name, totals, inputs in futures:
        tell(f"drivers of {name}")
        drivers.append((name, rank_drivers(totals, inputs)))
    tell("spread")
    return InitiativeAccount(
        _stack([(name, each.ledger) for name, each in carried]),
        _stack([(name, each.claims) for name, each in carried]),
        _stack([(name, each.bridge) for name, each in carried]),
        _stack([(name, totals.spread()) for name, totals, _ in futures]),
        _stack(drivers),
        _stack([(name, totals.to_frame()) for name, totals, _ in futures]),
        _stack([(name, inputs.to_frame()) for name, _, inputs in futures]),
    )


def _choose(
    drawn: Drawn, scenario: Scenario, changed: Mapping[GrowthLevel, Changed]
) -> tuple[DrawnTotals, DrawnInputTable]:
    """Choose the totals of a scenario, and the inputs that may move them."""
    if scenario.with_solutions and scenario.growth in changed:
        return drawn.with_plan.totals, drawn.inputs
    return drawn.nothing.totals, drawn.inputs.leave_out(OF_INITIATIVES)


def _stack(frames: list[tuple[str, pl.DataFrame]]) -> pl.DataFrame:
    named = [
        frame.select(pl.lit(name).alias("scenario"), pl.all()) for name, frame in frames
    ]
    return pl.concat(named) if named else pl.DataFrame()
