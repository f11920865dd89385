"""How a bundled list becomes named things: read once, when it is first asked for."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from placeplan.errors import UnknownNameError
from placeplan.periods import Validity
from placeplan.tables import Column, TableContract, read_bundled

Thing = TypeVar("Thing")
Row = Mapping[str, Any]

DATED = (
    Column("source", "text", "Id in sources.csv.", refers_to=("sources", "id")),
    Column("starts_on", "date", "First day on which the row holds."),
    Column("ends_on", "date", "Last day; empty while it still holds.", nullable=True),
)
"""The columns with which every list ends."""


def state_list(name: str, *columns: Column) -> TableContract:
    """State the contract of a bundled list whose first column is its key.

    Examples
    --------
    >>> contract = state_list("pods", Column("pod", "text"))
    >>> contract.path, list(contract.schema)
    ('pods.csv', ['pod', 'source', 'starts_on', 'ends_on'])
    """
    return TableContract(
        name,
        f"{name}.csv",
        (*columns, *DATED),
        key=(columns[0].name,),
        valid_columns=("starts_on", "ends_on"),
        sourced=False,
    )


@cache
def read_rows(contract: TableContract) -> tuple[Row, ...]:
    """Read a bundled list, once.

    Parameters
    ----------
    contract : TableContract
        The list.

    Returns
    -------
    tuple of mapping
        One mapping of column to value for each row.
    """
    frame = read_bundled("placeplan.reference", contract.path, contract)
    return tuple(MappingProxyType(row) for row in frame.to_dicts())


def make_things(
    contract: TableContract, make: Callable[..., Thing]
) -> Mapping[str, Thing]:
    """Make one thing of each row, by its key.

    Parameters
    ----------
    contract : TableContract
        The list.
    make : callable
        Takes the columns of a row by name, with ``validity`` in place of the two dates.
    """
    key = contract.key[0]
    return MappingProxyType(
        {row[key]: make(**_with_validity(row)) for row in read_rows(contract)}
    )


def _with_validity(row: Row) -> dict[str, Any]:
    starts_on: date | None = row["starts_on"]
    kept = {k: v for k, v in row.items() if k not in ("starts_on", "ends_on")}
    return {**kept, "validity": Validity(starts_on, row["ends_on"])}


def get_thing(noun: str, name: str, things: Mapping[str, Thing]) -> Thing:
    """Get a thing by its name.

    Raises
    ------
    UnknownNameError
        When nothing has the name.
    """
    try:
        return things[name]
    except KeyError:
        raise UnknownNameError(noun, name, things) from None
