"""Reading the governance of a plan folder: the plan itself does not need it."""

from pathlib import Path
from typing import Final

from placeplan.evidence import ChapterFolder, read_chapter
from placeplan.governance.folder_checks import check_rows
from placeplan.governance.inputs import TABLES
from placeplan.money.inputs import SOLUTIONS
from placeplan.performance.inputs import INDICATORS
from placeplan.programme.inputs import TABLES as PROGRAMME_TABLES

FOLDER: Final = "governance"
"""Where the tables of this chapter stand below the plan folder."""


def has_governance(folder: Path) -> bool:
    """Whether a plan folder says anything of governance."""
    return (folder / FOLDER).is_dir()


def read_governance(folder: Path) -> ChapterFolder:
    """Read the folder ``governance/`` of a plan, and check everything in it.

    Parameters
    ----------
    folder : Path
        The plan folder, which holds ``plan.yaml`` and ``sources.yaml``.

    Returns
    -------
    ChapterFolder
        What it holds, with the tables of the programme, which it may refer to.

    Raises
    ------
    InputError
        With every fault: of each file against its contract, of names that nothing has,
        of sources that are cited and missing, of files nobody would read. What the
        papers say and contradict is no fault: see `check_consistency`.
    """
    return read_chapter(
        folder,
        FOLDER,
        TABLES,
        check_rows,
        referred=(SOLUTIONS, INDICATORS),
        handed_on=PROGRAMME_TABLES,
    )
