"""Reading the programme of a plan folder: the plan itself does not need it."""

from pathlib import Path
from typing import Final

from placeplan.evidence import ChapterFolder, read_chapter
from placeplan.money.inputs import SOLUTIONS
from placeplan.performance.inputs import INDICATORS
from placeplan.programme.check import check_programme
from placeplan.programme.inputs import TABLES

FOLDER: Final = "programme"
"""Where the tables of this chapter stand below the plan folder."""


def has_programme(folder: Path) -> bool:
    """Whether a plan folder says anything of a programme."""
    return (folder / FOLDER).is_dir()


def read_programme(folder: Path) -> ChapterFolder:
    """Read the folder ``programme/`` of a plan, and check everything in it.

    Parameters
    ----------
    folder : Path
        The plan folder, which holds ``plan.yaml`` and ``sources.yaml``.

    Returns
    -------
    ChapterFolder
        What it holds.

    Raises
    ------
    InputError
        With every fault: of each file against its contract, of names that nothing has
        (solutions and indicators of the plan among them), of sources that are cited
        and missing, of tables that contradict each other, of files nobody would read.
    """
    referred = (SOLUTIONS, INDICATORS)
    return read_chapter(folder, FOLDER, TABLES, check_programme, referred=referred)
