"""The risk matrices that are known, each with its source and the days it holds."""

from datetime import date
from functools import cache
from typing import Any, Final

from placeplan.errors import Fault, InputError, UnknownNameError
from placeplan.programme.matrix import PAPER, RiskGrade, RiskMatrix
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column

AXES: Final = ("impact", "likelihood")

_MATRICES: Final[Listing[dict[str, Any]]] = Listing(
    "risk matrix",
    state_list(
        "risk_matrices",
        Column("matrix", "text", "Id, such as papers_2019."),
        Column("name", "text", "Name for people."),
        Column("escalates_from", "whole", "Lowest score escalated.", least=1),
        Column("escalation", "text", "What is done with such a risk."),
    ),
    dict,
)
_STEPS: Final[Listing[dict[str, Any]]] = Listing(
    "step",
    state_list(
        "risk_steps",
        Column("step", "text", "Id: matrix, axis and number."),
        Column("matrix", "text", "Id of the matrix."),
        Column("axis", "text", choices=frozenset(AXES)),
        Column("number", "whole", "1 is the lowest.", least=1),
        Column("name", "text", "Word of the step."),
    ),
    dict,
)
_GRADES: Final[Listing[dict[str, Any]]] = Listing(
    "grade",
    state_list(
        "risk_grades",
        Column("band", "text", "Id: matrix and grade."),
        Column("matrix", "text", "Id of the matrix."),
        Column("grade", "text", "Id of the grade in it."),
        Column("name", "text", "Name for people."),
        Column("least", "whole", "Lowest score.", least=1),
        Column("most", "whole", "Highest score.", least=1),
        Column("pattern", "text", "What is drawn beside the colour."),
    ),
    dict,
)


@cache
def list_risk_matrices() -> tuple[RiskMatrix, ...]:
    """List every risk matrix, that which began first at the front.

    Examples
    --------
    >>> [each.matrix for each in list_risk_matrices()]
    ['papers_2019']
    """
    made = [_make_matrix(**row) for row in _MATRICES.values()]
    return tuple(sorted(made, key=lambda each: each.validity.first))


def _make_matrix(**row: Any) -> RiskMatrix:
    impacts, likelihoods = (
        tuple(
            each["name"]
            for each in sorted(_STEPS.values(), key=lambda each: int(each["number"]))
            if (each["matrix"], each["axis"]) == (row["matrix"], axis)
        )
        for axis in AXES
    )
    grades = tuple(
        RiskGrade(
            each["grade"], each["name"], each["least"], each["most"], each["pattern"]
        )
        for each in sorted(_GRADES.values(), key=lambda each: int(each["least"]))
        if each["matrix"] == row["matrix"]
    )
    return RiskMatrix(impacts=impacts, likelihoods=likelihoods, grades=grades, **row)


def get_risk_matrix(name: str) -> RiskMatrix:
    """Get a matrix by id.

    Raises
    ------
    UnknownNameError
        When there is none of that id.

    Examples
    --------
    >>> get_risk_matrix("papers_2019").impacts[4]
    'Catastrophic'
    """
    held = {each.matrix: each for each in list_risk_matrices()}
    if name not in held:
        raise UnknownNameError("risk matrix", name, held)
    return held[name]


def get_risk_matrix_at(day: date | None) -> RiskMatrix:
    """Get the matrix that holds on a day: of several, that which began last.

    Parameters
    ----------
    day : date or None
        The day; the newest matrix when None.

    Raises
    ------
    InputError
        When no matrix held on that day.

    Examples
    --------
    >>> get_risk_matrix_at(date(2019, 8, 14)).escalates_from
    8
    """
    every = list_risk_matrices()
    held = [each for each in every if day is None or each.validity.contains(day)]
    if held:
        return held[-1]
    first = every[0].validity.first
    expected = f"a day on which a risk matrix is known, from {first:%-d %B %Y} on"
    remedy = "Give a later day, or leave it out to use the newest matrix."
    raise InputError([Fault(PAPER, "as_at", expected, f"{day}", remedy)])
