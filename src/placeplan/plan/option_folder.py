"""Options of a plan folder: read, answered, and written as files."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.capacity import (
    OPTION_TABLES,
    ComparedOptions,
    check_options,
    compare_options,
    list_questions,
)
from placeplan.errors import QuestionError, UnknownNameError
from placeplan.evidence import ChapterFolder, Source, read_chapter
from placeplan.plan.option_answer import OPTION_FILES, OptionAnswer
from placeplan.tables.output_folder import write_whole_folder
from placeplan.tables.text_file import write_text

OPTION_REPORT_FILE: Final = "options.html"


def read_option_folder(folder: Path) -> ChapterFolder:
    """Read the folder ``options/`` of a plan, and check everything in it.

    Parameters
    ----------
    folder : Path
        The plan folder, or any folder with ``options/`` and ``sources.yaml``.

    Raises
    ------
    InputError
        With every fault.
    QuestionError
        When it asks nothing.
    """
    held = read_chapter(folder, "options", OPTION_TABLES, check_options)
    if held.tables["option_questions"].is_empty():
        message = (
            f"{folder} asks nothing about sites: add options/questions.csv, with the "
            "sites, areas and minutes of travel that it needs."
        )
        raise QuestionError(message)
    return held


def answer_questions(
    tables: Mapping[str, pl.DataFrame],
    *,
    only: Collection[str] = (),
    seed: int = 0,
) -> list[ComparedOptions]:
    """Compare the options of the questions of a plan.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Of `read_option_folder`, or of a plan.
    only : collection of str
        Ids of the questions wanted; empty for all.
    seed : int
        Start of the random numbers of a search.

    Raises
    ------
    UnknownNameError
        When there is no such question.
    QuestionError
        When exponents should be fitted to flows that cannot tell.
    """
    questions = list_questions(tables)
    known = [question.id for question in questions]
    for name in only:
        if name not in known:
            raise UnknownNameError("question", name, known)
    return [
        compare_options(question, seed=seed)
        for question in questions
        if not only or question.id in only
    ]


def write_option_folder(
    compared: Sequence[ComparedOptions], sources: Sequence[Source], out: Path
) -> None:
    """Write options, sites, flows and their report into a folder, whole or not at all.

    Parameters
    ----------
    compared : sequence of ComparedOptions
        Of `answer_questions`.
    sources : sequence of Source
        Of the plan folder.
    out : Path
        Replaced when it holds an earlier answer and nothing else.

    Raises
    ------
    InputError
        When it holds other work.
    """
    from placeplan.plan.option_report import write_option_report

    names = (*OPTION_FILES, OPTION_REPORT_FILE)
    with write_whole_folder(out, names=names) as folder:
        OptionAnswer.from_compared(compared).write(folder)
        report = write_option_report(compared, sources)
        write_text(report, folder / OPTION_REPORT_FILE)
