"""Results: every number of a run, and the record of how it came about."""

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from placeplan.plan.clock import Clock
from placeplan.plan.initiative_account import InitiativeAccount
from placeplan.plan.option_answer import OptionAnswer
from placeplan.plan.progress import Progress
from placeplan.plan.run_folder import read_run_folder, write_run_folder
from placeplan.plan.run_record import RunRecord


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that a run worked out.

    Parameters
    ----------
    table : polars.DataFrame
        One row a number: axes, ``measure``, ``unit``, numbers, ``status``; axes that
        no measure has are left out.
    record : RunRecord
        What went in, and how the run went.
    account : InitiativeAccount or None
        Ledger, claims and bridge of initiatives, and the spread of totals with what
        drives it; None where the plan has none and nothing was drawn.
    options : OptionAnswer or None
        Answers to the plan's questions about sites; None where it asks none.
    """

    table: pl.DataFrame
    record: RunRecord
    account: InitiativeAccount | None = None
    options: OptionAnswer | None = None

    @classmethod
    def from_folder(cls, folder: Path) -> "Results":
        """Read the results of a finished run.

        Parameters
        ----------
        folder : Path
            Folder that `write` made.

        Raises
        ------
        InputError
            The folder does not hold a finished run.
        """
        return cls(*read_run_folder(folder))

    def write(
        self,
        out: Path,
        *,
        with_report: bool = True,
        progress: Progress | None = None,
        clock: Clock | None = None,
    ) -> RunRecord:
        """Write the results into a folder, which is there whole or not at all.

        Parameters
        ----------
        out : Path
            Folder to write; an earlier run in it is replaced, other work is not.
        with_report : bool
            Whether to draw ``report.html``, the slowest part.
        progress : Progress or None
            Told of each file; may stop the writing.
        clock : Clock or None
            Without one, ``run.json`` has no times of the writing.

        Returns
        -------
        RunRecord
            The record as written, with the digest of the results.

        Raises
        ------
        InputError
            The folder holds something else, or cannot be written.
        """
        return write_run_folder(
            self,
            self.record,
            out,
            account=self.account,
            options=self.options,
            with_report=with_report,
            progress=progress,
            clock=clock,
        )
