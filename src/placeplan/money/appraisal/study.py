"""An appraisal worked out: each option's value, weighted score and rank."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import polars as pl

from placeplan.errors import InputError
from placeplan.money.appraisal.check import check_appraisal
from placeplan.money.appraisal.discount import DiscountSchedule, find_discount_schedule
from placeplan.money.appraisal.inputs import (
    APPRAISAL_CRITERIA,
    APPRAISAL_FLOWS,
    APPRAISAL_OPTIONS,
    APPRAISAL_SCORES,
    APPRAISALS,
)
from placeplan.money.appraisal.option_value import (
    Flow,
    OptionValue,
    rank_values,
    take_from_baseline,
    value_flows,
)
from placeplan.money.appraisal.weighing import Switch, Weighing, find_switches
from placeplan.money.inputs import get_table
from placeplan.money.pence import Pence, Pounds, to_pence
from placeplan.periods import FinancialYear
from placeplan.tables import get_weakest

Tables = Mapping[str, pl.DataFrame]
Flows = Mapping[str, Sequence[Flow]]
"""By option."""


@dataclass(frozen=True, slots=True)
class AppraisedOption:
    """One option of an appraisal.

    Parameters
    ----------
    id, name : str
        Of the option.
    baseline : bool
        Whether it is what happens otherwise.
    value : OptionValue
        What it costs and brings.
    beyond : OptionValue or None
        The same beyond the baseline; None for the baseline itself.
    value_rank : int
        By net present value, 1 is best; equals share a rank.
    score : Fraction or None
        Weighted score, 0 to 10; None where nothing is weighed.
    score_rank : int or None
        By weighted score.
    """

    id: str
    name: str
    baseline: bool
    value: OptionValue
    beyond: OptionValue | None
    value_rank: int
    score: Fraction | None
    score_rank: int | None


@dataclass(frozen=True, slots=True)
class Appraisal:
    """A question and its options, worked out.

    Parameters
    ----------
    id, name : str
        Of the question.
    base_year : int
        Year to which amounts are discounted.
    schedule : DiscountSchedule
        By what they are discounted, with its source.
    options : tuple of AppraisedOption
        In the order of their table.
    flows : mapping of str to sequence of Flow
        Costs and benefits of each option, not discounted.
    criteria : mapping of str to str
        Names of the criteria.
    weighing : Weighing or None
        None where there are no criteria.
    switches : tuple of Switch
        How far weights have to move to change the winner.
    status : str
        The weakest of everything that went in.
    """

    id: str
    name: str
    base_year: int
    schedule: DiscountSchedule
    options: tuple[AppraisedOption, ...]
    flows: Flows
    criteria: Mapping[str, str]
    weighing: Weighing | None
    switches: tuple[Switch, ...]
    status: str

    def find_beyond_at(self, schedule: DiscountSchedule) -> dict[str, Pence]:
        """Find net present values beyond the baseline by another schedule.

        Returns
        -------
        dict of str to Pence
            By option, the baseline left out.
        """
        baseline = next(each.id for each in self.options if each.baseline)
        values = _value_beyond(self.flows, baseline, self.base_year, schedule)
        return {option: value.net_present_value for option, value in values.items()}


def list_appraisals(tables: Tables) -> tuple[Appraisal, ...]:
    """Work out every appraisal of a plan.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan folder.

    Returns
    -------
    tuple of Appraisal
        In order of ids; none where the plan appraises nothing. Each is discounted by
        the schedule that held on the first day of its base year.

    Raises
    ------
    InputError
        When the tables do not fit each other, with every fault.
    """
    if faults := check_appraisal(tables):
        raise InputError(faults)
    rows = get_table(tables, APPRAISALS).sort("appraisal").to_dicts()
    return tuple(
        _appraise(tables, row["appraisal"], row["name"], row["base_year"])
        for row in rows
    )


def _appraise(tables: Tables, id_: str, name: str, base_year: int) -> Appraisal:
    held = {
        contract.name: get_table(tables, contract).filter(pl.col("appraisal") == id_)
        for contract in (
            APPRAISALS,
            APPRAISAL_OPTIONS,
            APPRAISAL_FLOWS,
            APPRAISAL_CRITERIA,
            APPRAISAL_SCORES,
        )
    }
    schedule = find_discount_schedule(FinancialYear(base_year).starts_on)
    weighing = _weigh(held)
    flows = {
        option: _list_flows(held, option)
        for option in held["appraisal_options"]["option"]
    }
    return Appraisal(
        id_,
        name,
        base_year,
        schedule,
        _list_options(held, flows, base_year, schedule, weighing),
        flows,
        dict(held["appraisal_criteria"].select("criterion", "name").iter_rows()),
        weighing,
        find_switches(weighing) if weighing else (),
        get_weakest(status for each in held.values() for status in each["status"]),
    )


def _value_beyond(
    flows: Flows, baseline: str, base_year: int, schedule: DiscountSchedule
) -> dict[str, OptionValue]:
    """Value every option but the baseline, beyond it."""
    return {
        option: value_flows(
            take_from_baseline(listed, flows[baseline]),
            base_year=base_year,
            schedule=schedule,
        )
        for option, listed in flows.items()
        if option != baseline
    }


def _weigh(held: Tables) -> Weighing | None:
    criteria = held["appraisal_criteria"]
    if criteria.is_empty():
        return None
    scores: dict[str, dict[str, float]] = {
        option: {} for option in held["appraisal_options"]["option"]
    }
    told = held["appraisal_scores"].select("option", "criterion", "score")
    for option, criterion, score in told.iter_rows():
        scores[option][criterion] = score
    weights = dict(criteria.select("criterion", "weight").iter_rows())
    return Weighing.from_weights(weights, scores)


def _list_options(
    held: Tables,
    flows: Flows,
    base_year: int,
    schedule: DiscountSchedule,
    weighing: Weighing | None,
) -> tuple[AppraisedOption, ...]:
    rows = held["appraisal_options"].to_dicts()
    baseline = next(row["option"] for row in rows if row["baseline"])
    values = {
        option: value_flows(listed, base_year=base_year, schedule=schedule)
        for option, listed in flows.items()
    }
    beyond = _value_beyond(flows, baseline, base_year, schedule)
    ranks = rank_values({each: v.net_present_value for each, v in values.items()})
    totals = weighing.find_totals() if weighing else {}
    score_ranks = weighing.find_ranks() if weighing else {}
    return tuple(
        AppraisedOption(
            option,
            row["name"],
            row["baseline"],
            values[option],
            beyond.get(option),
            ranks[option],
            totals.get(option),
            score_ranks.get(option),
        )
        for row in rows
        for option in [row["option"]]
    )


def _list_flows(held: Tables, option: str) -> list[Flow]:
    rows = held["appraisal_flows"].filter(pl.col("option") == option).to_dicts()
    return [
        Flow(
            row["year"],
            row["side"],
            to_pence(Pounds.read(row["value_pounds"])),
            row["line"],
        )
        for row in rows
    ]
