"""Choices on pages of the change that a plan makes, each a setting of the address."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan.results_table import list_years
from placeplan.plan.scenario import PLAN
from placeplan_web.evidence.change.outcome import Chosen, Outcome

Option = tuple[str, str]
"""What stands in an address, and its words."""

Find = Callable[[Outcome], pl.DataFrame]


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose; the first of its options holds until somebody chooses."""

    name: str
    label: str
    list_options: Callable[[Outcome], Sequence[Option]]


def read_chosen(
    choices: Sequence[Choice], outcome: Outcome, query: Mapping[str, str]
) -> Chosen:
    """Read what was chosen; of what is not there, the first option holds."""
    chosen = {}
    for choice in choices:
        known = [value for value, _ in choice.list_options(outcome)]
        asked = query.get(choice.name, "")
        chosen[choice.name] = asked if asked in known else next(iter(known), "")
    return chosen


def choose_scenario(find: Find) -> Choice:
    """Offer the futures that a frame tells of, the plan itself first."""

    def list_options(outcome: Outcome) -> list[Option]:
        held = {*_list_values(find(outcome), "scenario")}
        named = [each for each in outcome.scenarios if each[0] in held]
        return sorted(named, key=lambda each: each[0] != PLAN)

    return Choice("scenario", "Future", list_options)


def choose_year(find: Find) -> Choice:
    """Offer the years of a frame, the last first."""

    def list_options(outcome: Outcome) -> list[Option]:
        frame = find(outcome)
        years = list_years(frame) if frame.width else []
        return [(str(year), str(FinancialYear(year))) for year in reversed(years)]

    return Choice("year", "Year", list_options)


def choose_measure(find: Find, first: Sequence[str]) -> Choice:
    """Offer what a frame counts, in the order of `first` and then by name."""

    def list_options(outcome: Outcome) -> list[Option]:
        held = _list_values(find(outcome), "measure")
        ranked = sorted(
            held, key=lambda id_: (first.index(id_) if id_ in first else 99, id_)
        )
        return [(id_, outcome.names.get(id_, id_)) for id_ in ranked]

    return Choice("measure", "Count", list_options)


def choose_any(find: Find, column: str, label: str, every: str) -> Choice:
    """Offer one value of a column or all of them, which comes first."""

    def list_options(outcome: Outcome) -> list[Option]:
        held = _list_values(find(outcome), column)
        named = sorted((outcome.names.get(id_, id_), id_) for id_ in held)
        return [("", every), *((id_, name) for name, id_ in named)]

    return Choice(column, label, list_options)


def _list_values(frame: pl.DataFrame, column: str) -> list[str]:
    if column not in frame.columns:
        return []
    return frame[column].drop_nulls().unique().sort().to_list()
