"""Comorbidity scores from diagnosis codes: Charlson and Elixhauser.

Code lists and weights stand beside this module with their sources: the ICD-10
definitions of Quan 2005; weights of Charlson 1987, Quan 2011, van Walraven 2009 and
Sharma 2021 (Swiss). A code may belong to several conditions (I11.0 is heart failure
and complicated hypertension), and weights may be negative.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placeplan.errors import UnknownNameError
from placeplan.tables import Column, TableContract, read_bundled

MILDER: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "charlson_icd10_quan": (("msld", "mld"), ("diabwc", "diab"), ("metacanc", "canc")),
    "elixhauser_icd10_quan": (
        ("hypc", "hypunc"),
        ("diabc", "diabunc"),
        ("metacanc", "solidtum"),
    ),
}
"""For each map, the graver condition and the milder one that it stands for."""

NOT_OF_A_CODE: Final = re.compile("[^A-Z0-9]")
"""Dots, spaces, daggers and asterisks, which do not belong to a code."""

CODES: Final = TableContract(
    "comorbidity_codes",
    "comorbidity_codes.csv",
    (
        Column("map", "text", "Which set of conditions."),
        Column("condition", "text", "The condition."),
        Column("code", "text", "Start of an ICD-10 code, without dot."),
        Column("source", "text", "Id in score_sources.csv."),
    ),
    key=("map", "condition", "code"),
    sourced=False,
)
WEIGHTS: Final = TableContract(
    "comorbidity_weights",
    "comorbidity_weights.csv",
    (
        Column("weights", "text", "Which set of weights."),
        Column("map", "text", "The set of conditions that they weigh."),
        Column("condition", "text", "The condition."),
        Column("weight", "whole", "Points."),
        Column("source", "text", "Id in score_sources.csv."),
    ),
    key=("weights", "condition"),
    sourced=False,
)


@dataclass(frozen=True, slots=True, eq=False)
class Comorbidity:
    """Conditions and scores of people.

    Parameters
    ----------
    person : list
        Everybody who has a row, in order.
    condition : tuple of str
        Conditions of the map, in its order.
    has : array of bool, shape (people, conditions)
        Who has what, milder conditions dropped where a graver one stands for them.
    score : array of int, shape (people,)
        Sum of the weights; may be negative.
    """

    person: list[object]
    condition: tuple[str, ...]
    has: NDArray[np.bool_]
    score: NDArray[np.int64]


def score_comorbidity(
    person: Sequence[object] | pl.Series,
    code: Sequence[str | None] | pl.Series,
    *,
    map_name: str = "charlson_icd10_quan",
    weights: str = "charlson",
    drop_milder: bool = True,
) -> Comorbidity:
    """Score the comorbidity of people from their diagnosis codes.

    Parameters
    ----------
    person : sequence, shape (rows,)
        Whose code it is.
    code : sequence of str, shape (rows,)
        ICD-10 codes; case, dots and daggers do not matter; missing ones count for
        nothing.
    map_name : str
        ``charlson_icd10_quan`` (17 conditions) or ``elixhauser_icd10_quan`` (31).
    weights : str
        ``charlson`` or ``quan``; ``vw`` or ``swiss`` for Elixhauser.
    drop_milder : bool
        Drop the milder of a pair: liver disease, diabetes, cancer, hypertension.

    Returns
    -------
    Comorbidity
        One row a person, also for those without any condition.

    Raises
    ------
    UnknownNameError
        A map or weights that are not there, or do not go together.

    Notes
    -----
    Sources: Quan H and others 2005 and 2011; Charlson ME and others 1987; van Walraven
    C and others 2009; Sharma N and others 2021.

    Examples
    --------
    >>> found = score_comorbidity([1, 1, 2], ["I11.0", "e105", "J45"],
    ...                           map_name="elixhauser_icd10_quan", weights="vw")
    >>> found.score.tolist()
    [7, 3]
    """
    points = _read_weights(map_name, weights)
    conditions = tuple(points)
    bits = {name: 1 << place for place, name in enumerate(conditions)}
    starts = _read_codes(map_name, bits)
    ids = pl.Series("person", person)
    codes = pl.Series("code", code, dtype=pl.String).fill_null("")
    known = codes.unique()
    masks = pl.Series([_match(text, starts) for text in known], dtype=pl.Int64)
    mask = codes.replace_strict(known, masks).to_numpy()
    order = ids.unique().sort()
    place = _place_people(ids, order)
    has = np.zeros((len(order), len(conditions)), dtype=bool)
    some = mask != 0
    mask, place = mask[some], place[some]
    for number, name in enumerate(conditions):
        has[place[(mask & bits[name]) != 0], number] = True
    if drop_milder:
        for graver, milder in MILDER[map_name]:
            has[has[:, conditions.index(graver)], conditions.index(milder)] = False
    score = has @ np.array(list(points.values()), dtype=np.int64)
    return Comorbidity(order.to_list(), conditions, has, score)


def _place_people(ids: pl.Series, order: pl.Series) -> NDArray[np.int64]:
    """Give the row of each person; ids that are small whole numbers look it up."""
    if ids.dtype.is_integer() and len(order):
        least, most = int(order[0]), int(order[-1])
        if most - least < 4 * len(ids) + 1000:
            table = np.zeros(most - least + 1, dtype=np.int64)
            table[order.to_numpy() - least] = np.arange(len(order))
            place: NDArray[np.int64] = table[ids.to_numpy() - least]
            return place
    return (ids.rank("dense").to_numpy() - 1).astype(np.int64)


def _match(text: str, starts: Mapping[str, int]) -> int:
    """Gather the conditions of a code: those of each of its beginnings."""
    plain = text.upper()
    if not plain.isalnum():
        plain = NOT_OF_A_CODE.sub("", plain)
    mask = 0
    for length in range(3, min(len(plain), 4) + 1):
        mask |= starts.get(plain[:length], 0)
    return mask


def _read_codes(map_name: str, bits: Mapping[str, int]) -> dict[str, int]:
    starts: dict[str, int] = {}
    for name, condition, code in _bundled_codes():
        if name == map_name:
            starts[code] = starts.get(code, 0) | bits[condition]
    return starts


def _read_weights(map_name: str, weights: str) -> dict[str, int]:
    rows = _bundled_weights()
    maps = {row[1] for row in rows}
    if map_name not in maps:
        raise UnknownNameError("map of conditions", map_name, maps)
    points = {row[2]: row[3] for row in rows if row[:2] == (weights, map_name)}
    if not points:
        known = {row[0] for row in rows if row[1] == map_name}
        raise UnknownNameError(f"set of weights for {map_name}", weights, known)
    return points


@cache
def _bundled_codes() -> tuple[tuple[str, str, str], ...]:
    frame = read_bundled("placeplan.population", CODES.path, CODES)
    return tuple(frame.select("map", "condition", "code").rows())


@cache
def _bundled_weights() -> tuple[tuple[str, str, str, int], ...]:
    frame = read_bundled("placeplan.population", WEIGHTS.path, WEIGHTS)
    return tuple(frame.select("weights", "map", "condition", "weight").rows())
