"""Choices on the pages of wings, each a setting of the address."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan.results_table import list_years
from placeplan.plan.scenario import PLAN
from placeplan_web.evidence.wing.outcome import Chosen, Outcome

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
        ranked = sorted(held, key=lambda id_: (_rank(id_, first), id_))
        return [(id_, outcome.names.get(id_, id_)) for id_ in ranked]

    return Choice("measure", "Count", list_options)


def choose_figure(find: Find, first: Sequence[str]) -> Choice:
    """Offer the totals of a frame, those of `first` before the others."""

    def list_options(outcome: Outcome) -> list[Option]:
        frame = find(outcome)
        if not frame.width:
            return []
        parts = [name for name in FIGURE_AXES if name in frame.columns]
        totals = frame.select(parts).unique().sort(parts, nulls_last=False)
        found = [
            (SEPARATOR.join(filled), name_figure(outcome, SEPARATOR.join(filled)))
            for row in totals.iter_rows()
            if (filled := [part for part in row if part])
        ]
        return sorted(found, key=lambda each: _rank(each[0], first))

    return Choice("figure", "Figure", list_options)


FIGURE_AXES: Final = ("measure", "pod", "staff_group")
SEPARATOR: Final = "."


def name_figure(outcome: Outcome, figure: str) -> str:
    """Name a total in words, such as Beds needed or Activity: day cases."""
    measure, *rest = (outcome.names.get(each, each) for each in figure.split(SEPARATOR))
    return f"{measure}: {', '.join(rest)}" if rest else measure


def keep_figure(frame: pl.DataFrame, figure: str) -> pl.DataFrame:
    """Keep the rows of one total."""
    if not frame.width:
        return frame
    measure, _, part = figure.partition(SEPARATOR)
    parts = [pl.col(name) for name in FIGURE_AXES[1:] if name in frame.columns]
    told = pl.coalesce(*parts, pl.lit("")) == part
    return frame.filter(told, pl.col("measure") == measure)


def _rank(figure: str, first: Sequence[str]) -> int:
    return first.index(figure) if figure in first else len(first)


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
