"""A plan: what stands in a plan folder, ready to be run."""

import hashlib
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from placeplan import __version__
from placeplan.errors import Fault, InputError, UnknownNameError
from placeplan.evidence import Source
from placeplan.plan.calculation import Calculation
from placeplan.plan.caution_note import list_cautions
from placeplan.plan.check import check_folder
from placeplan.plan.clock import Clock
from placeplan.plan.manifest import MOST_DRAWS, Manifest
from placeplan.plan.option_answer import OptionAnswer
from placeplan.plan.option_folder import answer_questions
from placeplan.plan.progress import Progress, Steps
from placeplan.plan.results import Results
from placeplan.plan.run_record import RunRecord
from placeplan.plan.scenario import DO_NOTHING, Scenario


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan whose folder has no fault.

    Parameters
    ----------
    manifest : Manifest
        What the plan is and how far it looks.
    sources : tuple of Source
        Where its numbers come from.
    tables : mapping of str to polars.DataFrame
        Every table by name, rows in one fixed order.
    hashes : mapping of str to str
        SHA-256 of every file that was read.
    """

    manifest: Manifest
    sources: tuple[Source, ...]
    tables: Mapping[str, pl.DataFrame]
    hashes: Mapping[str, str]

    @classmethod
    def from_folder(cls, folder: Path | str) -> "Plan":
        """Read a plan folder and check everything in it.

        Parameters
        ----------
        folder : Path or str
            The folder that holds ``plan.yaml``.

        Raises
        ------
        InputError
            With every fault of the folder.
        """
        checked = check_folder(Path(folder))
        # A machine adds numbers in the order of their rows, and the last digit depends
        # on it: rows are put in one order, so that the order in a file never matters.
        tables = {
            name: frame.sort(frame.columns) for name, frame in checked.tables.items()
        }
        return cls(checked.manifest, checked.sources, tables, checked.hashes)

    @property
    def fingerprint(self) -> str:
        """SHA-256 over the names and digests of all files: what the plan says."""
        lines = "".join(
            f"{self.hashes[name]}  {name}\n" for name in sorted(self.hashes)
        )
        return hashlib.sha256(lines.encode()).hexdigest()

    def run(
        self,
        *,
        scenarios: Sequence[str] | None = None,
        progress: Progress | None = None,
        clock: Clock | None = None,
        draws: int | None = None,
        executor: Executor | None = None,
    ) -> Results:
        """Work the plan out.

        Parameters
        ----------
        scenarios : sequence of str or None
            Ids of the scenarios to run; all of them without it. ``do_nothing`` is
            always run too, since everything else is measured against it.
        progress : Progress or None
            Told of each step; may raise ``RunCancelledError`` to stop the run.
        clock : Clock or None
            Without one the record of the run has no times.
        draws : int or None
            Futures to draw; as many as the plan says without it. 1 works out the
            expected future alone.
        executor : Executor or None
            Any of `concurrent.futures`, or like it, on which draws are worked out: the
            numbers are the same to the bit. None works here.

        Returns
        -------
        Results
            The same, to the last digit, whenever the same plan is run.

        Raises
        ------
        UnknownNameError
            A scenario that the plan does not have.
        InputError
            Tables that contradict each other in a way that only the work shows.
        """
        chosen = self._choose(scenarios)
        started_at = clock.now().isoformat() if clock else ""
        count = check_draws(self.manifest.draws if draws is None else draws)
        calculation = Calculation(
            self.manifest, self.tables, chosen, draws=count, executor=executor
        )
        steps = Steps(calculation.step_names, progress, clock)
        table, account = calculation.work_out(steps)
        steps.finish()
        record = RunRecord(
            manifest=self.manifest,
            version=__version__,
            scenarios=tuple(scenario.id for scenario in chosen),
            inputs=dict(sorted(self.hashes.items())),
            sources=tuple(source.model_dump(mode="json") for source in self.sources),
            names=name_bodies(self.tables),
            cautions=list_cautions(self.tables["cautions"]),
            started_at=started_at,
            steps=tuple(steps.timings),
            draws=count,
        )
        return Results(table, record, account, self._answer())

    def _answer(self) -> OptionAnswer | None:
        """Answer the plan's questions about sites, which no scenario changes."""
        compared = answer_questions(self.tables, seed=self.manifest.seed)
        return OptionAnswer.from_compared(compared) if compared else None

    def _choose(self, names: Sequence[str] | None) -> list[Scenario]:
        for name in names or ():
            if name not in self.manifest.scenario_ids:
                raise UnknownNameError("scenario", name, self.manifest.scenario_ids)
        chosen = self.manifest.scenario_ids if names is None else (DO_NOTHING, *names)
        return [s for s in self.manifest.scenarios if s.id in chosen]


def check_draws(draws: int) -> int:
    """Give the number of draws back when it can be run.

    Raises
    ------
    InputError
        Fewer than 1, or more than `MOST_DRAWS`.

    Examples
    --------
    >>> check_draws(256)
    256
    """
    if not 1 <= draws <= MOST_DRAWS:
        remedy = (
            "256 draws are enough for most figures: mc_error says how exact they are."
        )
        expected = f"a number from 1 to {MOST_DRAWS:,}"
        raise InputError([Fault("draws", "", expected, str(draws), remedy)])
    return draws


def name_bodies(tables: Mapping[str, pl.DataFrame]) -> dict[str, str]:
    """Name every body and every pod of a plan; of one that was renamed, the last name.

    Parameters
    ----------
    tables : mapping of str to polars.DataFrame
        Tables of a plan folder.

    Examples
    --------
    >>> name_bodies({"sites": pl.DataFrame({"id": ["qeqm"], "name": ["Queen Elizabeth"],
    ...     "starts_on": [None]})})
    {'qeqm': 'Queen Elizabeth'}
    """
    names: dict[str, str] = {}
    for table in ("organisations", "areas", "footprints", "sites"):
        if table in tables:
            rows = tables[table].sort("id", "starts_on", nulls_last=False)
            names |= dict(rows.select("id", "name").iter_rows())
    if "pods" in tables:
        names |= dict(tables["pods"].select("pod", "name").iter_rows())
    return names
