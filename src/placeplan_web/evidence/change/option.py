"""Which sites to open, on a page: every way of it, and where people would go."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.capacity import ComparedOptions, list_options
from placeplan.errors import QuestionError
from placeplan.plan.figure import Figure
from placeplan.plan.option_figure import name_sites
from placeplan.plan.option_folder import answer_questions, read_option_folder
from placeplan.plan.option_report import list_option_figures, say_choice
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.shelf import KEPT_RUNS
from placeplan_web.evidence.store import dataset_path
from placeplan_web.evidence.wing.choice import Choice, Option
from placeplan_web.evidence.wing.outcome import Chosen, Outcome

PARTS: Final = ("options", "flows-now", "flows-first")
"""What is drawn of a question, in order."""


def list_questions(outcome: Outcome) -> list[Option]:
    """Questions of the plan folder of a run."""
    found = [compared.question for compared in _answer(outcome)]
    return [(question.id, question.name) for question in found]


CHOICES: Final = (Choice("question", "Question", list_questions),)


def draw_part(part: str, outcome: Outcome, chosen: Chosen) -> Figure | None:
    """Draw the chosen question: its options, or where people go."""
    dataset, question = outcome.run.dataset, chosen["question"]
    drawn = _draw_question(str(dataset_path(dataset)), dataset.fingerprint, question)
    return drawn.get(part)


PICTURES: Final = tuple(
    lambda outcome, chosen, part=part: draw_part(part, outcome, chosen)
    for part in PARTS
)


def list_every(outcome: Outcome, chosen: Chosen) -> Record | None:
    """Every option of the question with its scores, the front first."""
    compared = _find(outcome, chosen)
    if compared is None:
        return None
    question = compared.question
    names = dict(zip(question.places.sites, question.places.site_names, strict=True))
    options = list_options(compared)
    front = pl.when("front").then(pl.lit("yes")).otherwise(pl.lit("no"))
    full = options.with_columns(
        pl.col("option").map_elements(
            lambda option: name_sites(option, names), return_dtype=pl.String
        ),
        pl.col("words").map_elements(
            lambda words: _name_better(words, names), return_dtype=pl.String
        ),
        pl.col("status").cast(pl.String),
    )
    table = full.select(
        pl.col("option").alias("Open"),
        front.alias("Beaten by no other"),
        pl.col("mean_minutes").round(1).alias("Mean minutes"),
        pl.col("worst_minutes").round(1).alias("Longest minutes"),
        pl.col("words").alias("In words"),
        pl.col("status").alias("Status"),
    )
    words = f"{say_choice(question)} The files hold every score."
    return Record("every-option", "Every option", words, table, full=full)


RECORDS: Final = (list_every,)


def _find(outcome: Outcome, chosen: Chosen) -> ComparedOptions | None:
    wanted = chosen["question"]
    return next((c for c in _answer(outcome) if c.question.id == wanted), None)


def _answer(outcome: Outcome) -> list[ComparedOptions]:
    dataset = outcome.run.dataset
    return _answer_folder(str(dataset_path(dataset)), dataset.fingerprint)


def _say_finding(part: str, figure: Figure) -> str:
    """Say before a picture of flows under which option people would go there."""
    return figure.finding if part == PARTS[0] else f"{figure.title}. {figure.finding}"


def _name_better(words: str, names: Mapping[str, str]) -> str:
    """Name the sites of the option that is better than another, for readers."""
    option, is_better, rest = words.partition(" is better: ")
    return f"{name_sites(option, names)}{is_better}{rest}" if is_better else words


@lru_cache(maxsize=KEPT_RUNS)
def _draw_question(
    folder: str, fingerprint: str, question: str
) -> Mapping[str, Figure]:
    """Draw all of a question at once, by the part that each figure shows."""
    return {
        part: replace(figure, id=part, finding=_say_finding(part, figure))
        for compared in _answer_folder(folder, fingerprint)
        if compared.question.id == question
        for figure in list_option_figures(compared)
        for part in PARTS
        if figure.id == f"{question}-{part}"
    }


@lru_cache(maxsize=KEPT_RUNS)
def _answer_folder(folder: str, fingerprint: str) -> list[ComparedOptions]:
    """Answer the questions of a stored plan folder, which never changes."""
    try:
        held = read_option_folder(Path(folder))
    except QuestionError:
        return []
    return answer_questions(held.tables)
