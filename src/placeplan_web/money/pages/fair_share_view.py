"""What the page on fair shares shows: budgets of a plan folder, shared out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import polars as pl

from placeplan.money.fair_share import ShareAnswer, answer_cases
from placeplan.money.fair_share.inputs import LEVELS
from placeplan.money.fair_share.share_table import lay_shares
from placeplan.money.inputs import get_table
from placeplan.periods import FinancialYear
from placeplan_web.evidence.shelf import KEPT_RUNS, Shown, as_key
from placeplan_web.evidence.wing.choice import Option
from placeplan_web.evidence.wing.outcome import Chosen, Outcome, find_outcome

TOGETHER: Final = "together"
"""What stands in an address for all budgets of a year."""


@dataclass(frozen=True, slots=True)
class ShareView:
    """One budget, or all of a year together, at one level."""

    when: str
    answers: tuple[ShareAnswer, ...]

    @property
    def is_placed(self) -> bool:
        """Whether places share what the places to which they belong get."""
        return self.answers[0].is_placed

    @property
    def shares(self) -> pl.DataFrame:
        """What each place has, should have and gets."""
        return lay_shares(self.answers)


def list_budgets(outcome: Outcome) -> list[Option]:
    """Budgets of the plan folder by year, the last first, then all of a year."""
    by_year: dict[int, dict[str, str]] = {}
    for answer in list_answers(outcome):
        case = answer.case
        by_year.setdefault(case.year, {})[case.budget] = case.name
    options = []
    for year in sorted(by_year, reverse=True):
        budgets = by_year[year]
        named = [*budgets.items()]
        named += [(TOGETHER, "All budgets together")] if len(budgets) > 1 else []
        options += [
            (f"{year}-{id_}", f"{FinancialYear(year)}: {n}") for id_, n in named
        ]
    return options


def list_levels(outcome: Outcome) -> list[Option]:
    """Levels at which budgets are shared out, in the order of the plan."""
    held = {answer.case.level for answer in list_answers(outcome)}
    levels = get_table(outcome.tables, LEVELS).sort("place_in_list", "level")
    return [
        each for each in levels.select("level", "name").iter_rows() if each[0] in held
    ]


def find_share_view(outcome: Outcome, chosen: Chosen) -> ShareView | None:
    """Find what was chosen; nothing where the plan folder shares nothing out."""
    options = dict(list_budgets(outcome))
    asked = chosen["budget"]
    answers = [
        answer
        for answer in list_answers(outcome)
        if answer.case.level == chosen["level"] and asked in _list_keys(answer)
    ]
    if not answers:
        return None
    year, name = options[asked].split(": ", 1)
    return ShareView(f"{name}, {year}", tuple(answers))


def list_answers(outcome: Outcome) -> Sequence[ShareAnswer]:
    """Everything that the plan folder of a run shares out, worked out once."""
    return _answer(as_key(outcome.run))


def _list_keys(answer: ShareAnswer) -> tuple[str, str]:
    year = answer.case.year
    return (f"{year}-{answer.case.budget}", f"{year}-{TOGETHER}")


@lru_cache(maxsize=KEPT_RUNS)
def _answer(shown: Shown) -> tuple[ShareAnswer, ...]:
    return answer_cases(find_outcome(shown.run).tables)
