"""Every exception of the library.

::

    PlaceplanError            something a user can mend; exit code 2, no traceback
    ├── InputError            an input is wrong: all its faults at once
    │   └── ArchiveError      an archive that is too large, climbs out, or is broken
    ├── UnknownNameError      a name that nothing here has (place, pod, measure, axis …)
    ├── PeriodError           a date, month or year that cannot be
    ├── QuestionError         a question that the results cannot answer as put
    ├── FormulaError          a sum over facts that cannot be worked out
    └── RunCancelledError     a run that was stopped; nothing of it was kept

Each says what was expected, what came, and what to do next, in the user's words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong with an input.

    Parameters
    ----------
    file : str
        File as the user knows it, relative to the folder that was given.
    where : str
        Row, cell or line, such as ``row 12, column value``; empty for a whole file.
    expected : str
        What should stand there.
    found : str
        What stands there; empty when nothing does.
    remedy : str
        What to do next, as a full sentence.

    Examples
    --------
    >>> print(Fault("people/base.csv", "row 3, column value", "a number of 0 or more",
    ...             "-4", "Correct the number of people."))
    people/base.csv, row 3, column value: expected a number of 0 or more, found -4. \
Correct the number of people.
    """

    file: str
    where: str
    expected: str
    found: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}, {self.where}" if self.where else self.file
        found = f", found {self.found}" if self.found else ""
        return f"{place}: expected {self.expected}{found}. {self.remedy}"


class PlaceplanError(Exception):
    """Something that a user can mend."""

    exit_code = 2


class InputError(PlaceplanError):
    """An input with faults, all of them listed.

    Examples
    --------
    >>> error = InputError([Fault("plan.yaml", "", "a file", "nothing", "Add it.")])
    >>> print(error)
    1 fault found; nothing was changed.
      plan.yaml: expected a file, found nothing. Add it.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: Sequence[Fault] = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        count = len(self.faults)
        noun = "fault" if count == 1 else "faults"
        lines = [f"{count} {noun} found; nothing was changed."]
        lines += [f"  {fault}" for fault in self.faults]
        return "\n".join(lines)


class ArchiveError(InputError):
    """An archive that is too large, climbs out of its folder, or is broken."""


MOST_LETTERS: Final = 60
"""So many letters of what somebody typed are said back to them."""


class UnknownNameError(PlaceplanError):
    """A name that nothing here has.

    Examples
    --------
    >>> print(UnknownNameError("pod", "spel", ["spell", "contact"]))
    There is no pod 'spel'. Use one of: contact, spell.

    What was typed is cut where it is long.

    >>> print(UnknownNameError("pod", "spell " * 50, ["spell"]))
    There is no pod 'spell spell spell spell spell spell spell spell spell spell \
…'. Use one of: spell.
    """

    def __init__(self, noun: str, name: str, known: Iterable[str]) -> None:
        cut = name if len(name) <= MOST_LETTERS else f"{name[:MOST_LETTERS]}…"
        self.noun, self.name, self.known = noun, cut, tuple(sorted(known))
        super().__init__(noun, self.name, self.known)

    def __str__(self) -> str:
        shown = ", ".join(self.known[:40]) + (" …" if len(self.known) > 40 else "")
        return f"There is no {self.noun} '{self.name}'. Use one of: {shown}."


class PeriodError(PlaceplanError):
    """A date, month or year that cannot be."""


class QuestionError(PlaceplanError):
    """A question that the results cannot answer as it was put."""


class FormulaError(PlaceplanError):
    """A sum over facts that cannot be worked out.

    Examples
    --------
    >>> print(FormulaError("F001 +", "a sum of numbers and fact ids"))
    The formula 'F001 +' cannot be worked out: expected a sum of numbers and fact ids. \
Correct the formula.
    """

    def __init__(self, formula: str, expected: str) -> None:
        self.formula, self.expected = formula, expected
        super().__init__(formula, expected)

    def __str__(self) -> str:
        return (
            f"The formula '{self.formula}' cannot be worked out: "
            f"expected {self.expected}. Correct the formula."
        )


class RunCancelledError(PlaceplanError):
    """A run that was stopped before its end; nothing of it was kept.

    A progress callback raises it to stop a run between two steps.

    Examples
    --------
    >>> print(RunCancelledError("demand"))
    The run was stopped at step 'demand'. Nothing was written: start it again.
    """

    def __init__(self, step: str) -> None:
        self.step = step
        super().__init__(step)

    def __str__(self) -> str:
        return (
            f"The run was stopped at step '{self.step}'. "
            "Nothing was written: start it again."
        )


def list_faults(error: PlaceplanError) -> list[dict[str, str]]:
    """Take an error apart for another program.

    Parameters
    ----------
    error : PlaceplanError
        As it was raised.

    Returns
    -------
    list of dict
        One entry a fault: ``file, where, expected, found, remedy`` (empty for an error
        that is not about an input) and ``words``, the whole as a sentence.

    Examples
    --------
    >>> list_faults(QuestionError("Ask by year."))[0]["words"]
    'Ask by year.'
    """
    if isinstance(error, InputError):
        return [_take_apart(fault) for fault in error.faults]
    parts = dict.fromkeys(("file", "where", "expected", "found", "remedy"), "")
    return [{**parts, "words": str(error)}]


def _take_apart(fault: Fault) -> dict[str, str]:
    return {
        "file": fault.file,
        "where": fault.where,
        "expected": fault.expected,
        "found": fault.found,
        "remedy": fault.remedy,
        "words": str(fault),
    }
