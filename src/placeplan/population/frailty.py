"""Frailty and multimorbidity: the electronic frailty index and the Cambridge score."""

from collections.abc import Mapping
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from placeplan.errors import Fault, InputError
from placeplan.tables import Column, TableContract, read_bundled

DEFICITS: Final = 36
CATEGORIES: Final = ("fit", "mild", "moderate", "severe")
UPPER_SHARES: Final = (0.12, 0.24, 0.36)
"""Highest share of deficits of the fit, mild and moderate (Clegg and others 2016)."""

MULTIMORBIDITY: Final = TableContract(
    "multimorbidity_weights",
    "multimorbidity_weights.csv",
    (
        Column("condition", "text", "The condition."),
        Column("weight", "number", "Points for the general outcome."),
        Column("source", "text", "Id in score_sources.csv."),
    ),
    key=("condition",),
    sourced=False,
)


def compute_frailty_index(deficits: ArrayLike) -> tuple[NDArray[np.float64], list[str]]:
    """Compute the electronic frailty index.

    Parameters
    ----------
    deficits : array of int, shape (people,)
        How many of the 36 deficits each person has.

    Returns
    -------
    array of float, shape (people,)
        Deficits / 36.
    list of str
        ``fit`` up to 0.12 (0-4 deficits), ``mild`` to 0.24 (5-8), ``moderate`` to 0.36
        (9-12), ``severe`` above.

    Raises
    ------
    InputError
        Numbers that are missing, not whole, or outside 0 to 36.

    Notes
    -----
    Source: Clegg A and others, Development and validation of an electronic frailty
    index, Age and Ageing 2016.

    Examples
    --------
    >>> index, category = compute_frailty_index([4, 5, 13])
    >>> index.round(3).tolist(), category
    ([0.111, 0.139, 0.361], ['fit', 'mild', 'severe'])
    """
    count = np.asarray(deficits, dtype=float)
    if not ((count >= 0) & (count <= DEFICITS) & (count == np.floor(count))).all():
        expected = f"a whole number from 0 to {DEFICITS} in every row"
        raise InputError([Fault("input", "deficits", expected, "", "Correct it.")])
    index = count / DEFICITS
    place = np.searchsorted(UPPER_SHARES, index, side="left")
    return index, [CATEGORIES[number] for number in place]


def score_multimorbidity(has: Mapping[str, ArrayLike]) -> NDArray[np.float64]:
    """Score the Cambridge Multimorbidity Score, general outcome.

    Parameters
    ----------
    has : mapping of str to array, shape (people,)
        For each of the twenty conditions whether a person has it, 1 or 0.

    Returns
    -------
    array of float, shape (people,)
        Sum of the weights.

    Raises
    ------
    InputError
        A condition that is absent, or something other than 1 and 0.

    Notes
    -----
    Source: Payne RA and others 2020.

    Examples
    --------
    >>> nobody = {name: [0] for name in list_multimorbidity()}
    >>> score_multimorbidity({**nobody, "dementia": [1], "asthma": [1]}).tolist()
    [2.69]
    """
    weights = list_multimorbidity()
    faults = []
    for name in weights:
        if name not in has:
            faults.append((name, "this condition", "Add it, 0 where nobody has it."))
        elif not np.isin(np.asarray(has[name], dtype=float), (0.0, 1.0)).all():
            faults.append((name, "1 or 0 in every row", "Correct it."))
    if faults:
        raise InputError(
            Fault("input", f"column {name}", expected, "", remedy)
            for name, expected, remedy in faults
        )
    table = np.stack([np.asarray(has[name], dtype=float) for name in weights], axis=-1)
    found: NDArray[np.float64] = table @ np.array(list(weights.values()))
    return found


@cache
def list_multimorbidity() -> dict[str, float]:
    """List the twenty conditions with their weights.

    Examples
    --------
    >>> len(list_multimorbidity()), list_multimorbidity()["dementia"]
    (20, 2.5)
    """
    frame = read_bundled("placeplan.population", MULTIMORBIDITY.path, MULTIMORBIDITY)
    return dict(frame.select("condition", "weight").rows())
