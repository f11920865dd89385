"""Structural checks: what is found is refused, or told beside the result."""

from dataclasses import dataclass, field
from enum import StrEnum

from placeplan.errors import Fault, InputError
from placeplan.stats.array import Flags

SHOWN_ROWS = 5


class Structure(StrEnum):
    """What becomes of a finding about the structure of an input.

    ``strict`` refuses it. ``report`` goes on as the published tools do (a missing count
    in a standardised rate is zero, bands are taken as they come) and tells it.

    Examples
    --------
    >>> Structure("report")
    <Structure.REPORT: 'report'>
    """

    STRICT = "strict"
    REPORT = "report"


@dataclass(slots=True)
class Inspection:
    """Faults that always refuse, and findings that only a strict reading refuses.

    Parameters
    ----------
    structure : Structure
        What to do with findings.
    source : str
        What the user calls the input.

    Examples
    --------
    >>> look = Inspection(Structure.REPORT)
    >>> look.find("column x", "a count in every row", "row 3 empty", "Fill it.")
    >>> look.close()
    ('column x: expected a count in every row, found row 3 empty.',)
    """

    structure: Structure
    source: str = "input"
    faults: list[Fault] = field(default_factory=list)
    findings: list[Fault] = field(default_factory=list)

    def refuse(self, where: str, expected: str, found: str, remedy: str) -> None:
        """Note what no reading can accept."""
        self.faults.append(Fault(self.source, where, expected, found, remedy))

    def find(self, where: str, expected: str, found: str, remedy: str) -> None:
        """Note what a strict reading refuses and another tells."""
        self.findings.append(Fault(self.source, where, expected, found, remedy))

    def refuse_rows(self, bad: Flags, column: str, expected: str, remedy: str) -> None:
        """Note rows that no reading can accept."""
        if bad.any():
            self.refuse(f"column {column}", expected, name_rows(bad), remedy)

    def find_rows(self, bad: Flags, column: str, expected: str, remedy: str) -> None:
        """Note rows that a strict reading refuses."""
        if bad.any():
            self.find(f"column {column}", expected, name_rows(bad), remedy)

    def close(self) -> tuple[str, ...]:
        """Refuse what must be refused, and give the words of what was found.

        Raises
        ------
        InputError
            All faults at once, and under a strict reading the findings too.
        """
        refused = list(self.faults)
        if self.structure is Structure.STRICT:
            refused += self.findings
        if refused:
            raise InputError(refused)
        return tuple(
            f"{finding.where}: expected {finding.expected}, found {finding.found}."
            for finding in self.findings
        )


def name_rows(bad: Flags) -> str:
    """Name rows as a reader counts them, from 1, the first few in full.

    Examples
    --------
    >>> import numpy as np
    >>> name_rows(np.array([False, True, True]))
    'rows 2, 3'
    """
    rows = [int(row) + 1 for row in bad.ravel().nonzero()[0]]
    shown = ", ".join(str(row) for row in rows[:SHOWN_ROWS])
    more = f" and {len(rows) - SHOWN_ROWS} more" if len(rows) > SHOWN_ROWS else ""
    return f"row{'s' if len(rows) > 1 else ''} {shown}{more}"
