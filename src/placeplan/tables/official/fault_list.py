"""The faults of one official file, gathered and raised together."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from placeplan.errors import Fault, InputError
from placeplan.tables.grid import SHOWN


@dataclass(slots=True)
class FaultList:
    """Faults found so far in a file.

    Parameters
    ----------
    file : str
        Name of the file, as its reader knows it.

    Examples
    --------
    >>> faults = FaultList("etr.csv")
    >>> faults.add("row 3", "27 cells", "26 cells", "Download the file again.")
    >>> faults.found_any
    True
    """

    file: str
    faults: list[Fault] = field(default_factory=list)

    @property
    def found_any(self) -> bool:
        """Whether anything is wrong so far."""
        return bool(self.faults)

    def add(self, where: str, expected: str, found: str, remedy: str) -> None:
        """Note one fault."""
        self.faults.append(Fault(self.file, where, expected, shorten(found), remedy))

    def add_all(
        self, cells: Sequence[tuple[str, str]], *, expected: str, remedy: str
    ) -> None:
        """Note faults of one sort; after the first few, only their number.

        Parameters
        ----------
        cells : sequence of (str, str)
            Where each is, and what stands there.
        expected, remedy : str
            The same for all.
        """
        for where, found in cells[:SHOWN]:
            self.add(where, expected, found, remedy)
        if len(cells) > SHOWN:
            more = f"{len(cells) - SHOWN} more like these, the last in {cells[-1][0]}"
            self.add("", expected, more, remedy)

    def stop_if_any(self) -> None:
        """Raise what was gathered.

        Raises
        ------
        InputError
            If there is any fault.
        """
        if self.faults:
            raise InputError(self.faults)


def shorten(text: str) -> str:
    """Cut a text that is too long to read in a message.

    Examples
    --------
    >>> shorten("Medway"), len(shorten("x" * 500))
    ('Medway', 80)
    """
    return text if len(text) <= 80 else text[:79] + "…"
