"""Options: every configuration of sites with its scores, and which are worth a look."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from placeplan.capacity.choice import BoolArray, FloatArray
from placeplan.capacity.landing import Landing, join_landings
from placeplan.capacity.option_question import OptionQuestion
from placeplan.capacity.option_score import orient_goals, score_landing
from placeplan.capacity.option_search import (
    MOST_COMPARED,
    STARTS,
    count_configurations,
    list_configurations,
    search_configurations,
)
from placeplan.capacity.pareto import find_front

_MOST_CELLS = 4_000_000
"""Areas times configurations that are worked out in one go."""


@dataclass(frozen=True, slots=True)
class ComparedOptions:
    """Configurations of one question, compared.

    Parameters
    ----------
    question : OptionQuestion
        What was asked.
    is_open : array of bool
        Shaped (option, candidate). Today's stands last where it is no answer.
    landing : Landing
        Where everyone lands.
    scores : mapping of str to array
        Shaped (option,), of `score_landing`.
    now : int
        Which option is open today.
    is_answer : array of bool
        Whether as many sites are open as the question asks.
    on_front : array of bool
        Whether no other answer beats it.
    beaten_by : array of int
        Which option of the front beats it, or -1.
    was_searched : bool
        Whether there were too many to compare them all.
    """

    question: OptionQuestion
    is_open: BoolArray
    landing: Landing
    scores: Mapping[str, FloatArray]
    now: int
    is_answer: BoolArray
    on_front: BoolArray
    beaten_by: NDArray[np.intp]
    was_searched: bool

    def name_option(self, option: int) -> str:
        """Name an option by the candidates that it opens."""
        return name_option(self.question, self.is_open[option])

    def find_option(self, name: str) -> int:
        """Find an option by its name."""
        names = [self.name_option(option) for option in range(len(self.is_open))]
        return names.index(name)

    def say_how(self) -> str:
        """Say how many options were compared, and how they were found."""
        question, count = self.question, int(self.is_answer.sum())
        ways = count_configurations(
            len(question.places.candidates),
            question.fewest_sites,
            question.most_sites,
        )
        if not self.was_searched:
            return f"All {ways:,} ways to open the sites asked for were compared."
        return (
            f"{count:,} of {ways:,} ways were compared, by swaps from {STARTS} "
            "starts: better ones may have been missed."
        )


def name_option(question: OptionQuestion, is_open: BoolArray) -> str:
    """Name a configuration by the candidates that it opens, or ``none``."""
    pairs = zip(question.places.candidates, is_open, strict=True)
    return " + ".join(site for site, opened in pairs if opened) or "none"


def compare_options(
    question: OptionQuestion, *, seed: int = 0, most_compared: int = MOST_COMPARED
) -> ComparedOptions:
    """Compare every configuration that a question allows.

    Parameters
    ----------
    question : OptionQuestion
        Of `list_questions`.
    seed : int
        Start of the random numbers of a search.
    most_compared : int
        Configurations up to which all are compared; beyond, `search_configurations`.

    Returns
    -------
    ComparedOptions
        With scores, and the front among the answers.
    """
    score = _prepare_scores(question)
    bounds = (
        len(question.places.candidates),
        question.fewest_sites,
        question.most_sites,
    )
    was_searched = count_configurations(*bounds) > most_compared
    if was_searched:

        def judge(is_open: BoolArray) -> FloatArray:
            return orient_goals(score(is_open)[1], question.goals)

        answers = search_configurations(judge, *bounds, seed=seed)
    else:
        answers = list_configurations(*bounds)
    today = question.places.is_open_now[question.places.is_candidate]
    same = (answers == today).all(axis=1)
    count = len(answers)
    is_open = answers if same.any() else np.concatenate([answers, today[None]])
    landing, scores = score(is_open)
    on_front, beaten_by = find_front(orient_goals(scores, question.goals)[:count])
    rest = len(is_open) - count
    return ComparedOptions(
        question,
        is_open,
        landing,
        scores,
        now=int(same.argmax()) if same.any() else count,
        is_answer=np.arange(len(is_open)) < count,
        on_front=np.append(on_front, np.zeros(rest, dtype=bool)),
        beaten_by=np.append(beaten_by, np.full(rest, -1)),
        was_searched=was_searched,
    )


def _prepare_scores(
    question: OptionQuestion,
) -> Callable[[BoolArray], tuple[Landing, dict[str, FloatArray]]]:
    """Prepare landing and scores of any configurations, in lots that memory holds."""
    places, land = question.places, question.prepare()
    now = land(places.is_open_now[places.is_candidate][None])
    lot = max(1, _MOST_CELLS // max(1, len(places.areas)))

    def score(is_open: BoolArray) -> tuple[Landing, dict[str, FloatArray]]:
        lots = [is_open[at : at + lot] for at in range(0, len(is_open), lot)]
        landing = join_landings([land(each) for each in lots])
        scores = score_landing(
            places, is_open, landing, now=now, fewest_cases=question.fewest_cases
        )
        return landing, scores

    return score
