"""The record of a run: what went in, by which version, and how long it took.

It is written as ``run.json``, the only file of a run that holds times. It carries the
statements that the sources ask for, since a long table of numbers has no room for them.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from placeplan.errors import Fault, InputError
from placeplan.plan.licence import list_statements
from placeplan.plan.manifest import Manifest
from placeplan.plan.progress import StepTiming

RECORD_FILE: Final = "run.json"


@dataclass(frozen=True, slots=True)
class RunRecord:
    """How a run came about.

    Parameters
    ----------
    manifest : Manifest
        The plan that was run.
    version : str
        Version of the library that ran it.
    scenarios : tuple of str
        Ids of the scenarios that were run.
    inputs : mapping of str to str
        Every file read, relative to the plan folder, with its SHA-256.
    sources : sequence of mapping
        Where the numbers of the plan folder come from: entries of ``sources.yaml``.
    names : mapping of str to str
        Names of places, organisations, sites and the plan's own pods, by id.
    cautions : sequence of mapping
        What a reader must know beside a measure: ``measure``, ``organisation`` (None
        for all) and ``words``, from the plan folder.
    results_sha256 : str
        SHA-256 of ``results.csv``; empty until written.
    started_at, finished_at : str
        Moments in ISO 8601 with time zone; empty when the run was given no clock.
    steps : tuple of StepTiming
        Length of each step.
    peak_bytes : int or None
        Most memory used, in bytes.
    draws : int
        Futures drawn; 1 is the expected one alone.
    files : mapping of str to str
        Every file written beside the record, with its SHA-256; none until written.
    """

    manifest: Manifest
    version: str
    scenarios: tuple[str, ...]
    inputs: Mapping[str, str]
    sources: Sequence[Mapping[str, str]] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    cautions: Sequence[Mapping[str, str | None]] = ()
    results_sha256: str = ""
    started_at: str = ""
    finished_at: str = ""
    steps: tuple[StepTiming, ...] = ()
    peak_bytes: int | None = None
    draws: int = 1
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def seed(self) -> int:
        """Start of the random numbers."""
        return self.manifest.seed

    @property
    def seconds(self) -> float:
        """Length of all steps together, in seconds; 0 without a clock."""
        return round(sum(step.seconds for step in self.steps), 4)

    def to_json(self) -> str:
        """Write the record as JSON text."""
        fields = asdict(self) | {
            "plan": self.manifest.model_dump(mode="json", by_alias=True),
            "seed": self.seed,
            "seconds": self.seconds,
            "statements": list_statements(self.sources),
        }
        del fields["manifest"]
        return json.dumps(fields, indent=2, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str, *, file: str) -> "RunRecord":
        """Read a record back.

        Parameters
        ----------
        text : str
            What `to_json` wrote.
        file : str
            Where it was read, for the error.

        Raises
        ------
        InputError
            The text is not the record of a run.
        """
        try:
            fields: dict[str, Any] = json.loads(text)
            for worked_out in ("seed", "seconds", "statements"):
                fields.pop(worked_out, None)
            fields["manifest"] = Manifest.model_validate(fields.pop("plan"))
            fields["scenarios"] = tuple(fields["scenarios"])
            for listed in ("sources", "cautions"):
                fields[listed] = tuple(fields.get(listed, ()))
            fields["steps"] = tuple(StepTiming(**step) for step in fields["steps"])
            return cls(**fields)
        except (ValueError, TypeError, KeyError) as error:
            remedy = "Run the plan again: placeplan run FOLDER --out DIR."
            expected = "the record of a finished run"
            fault = Fault(file, "", expected, "something else", remedy)
            raise InputError([fault]) from error
