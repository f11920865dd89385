"""How a bundled list becomes named things: read once, when it is first asked for."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from placeplan.errors import UnknownNameError
from placeplan.periods import Validity
from placeplan.tables import Column, TableContract, read_bundled

Thing = TypeVar("Thing")

DATED = (
    Column("source", "text", "Id in sources.csv."),
    Column("starts_on", "date", "First day on which the row holds."),
    Column("ends_on", "date", "Last day; empty while it still holds.", nullable=True),
)
"""The columns with which every list but the list of sources ends."""


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


@dataclass(frozen=True)
class Listing(Mapping[str, Thing], Generic[Thing]):
    """A bundled list, by the key of its rows, in the order of its file.

    Nothing is read before the first look; the file is read once.

    Parameters
    ----------
    noun : str
        What one row is called, for errors.
    contract : TableContract
        The list.
    make : callable
        Makes a thing of the columns of a row, given by name, where ``validity`` stands
        for the two dates.
    """

    noun: str
    contract: TableContract
    make: Callable[..., Thing]

    def get_known(self, name: str) -> Thing:
        """Get the thing that has a name.

        Raises
        ------
        UnknownNameError
            When nothing has it.
        """
        try:
            return self[name]
        except KeyError:
            raise UnknownNameError(self.noun, name, self) from None

    def __getitem__(self, name: str) -> Thing:
        thing: Thing = _read(self)[name]
        return thing

    def __iter__(self) -> Iterator[str]:
        return iter(_read(self))

    def __len__(self) -> int:
        return len(_read(self))

    def __hash__(self) -> int:
        return hash(self.contract.path)


def list_held(listing: Listing[dict[str, Any]], day: date) -> list[dict[str, Any]]:
    """List the rows of a bundled list that hold on a day, in the order of its file.

    Parameters
    ----------
    listing : Listing of dict
        Whose things are the rows themselves.
    day : date
        The day.

    Examples
    --------
    >>> columns = [Column(name, "text") for name in ("rule", "test", "about")]
    >>> rules = Listing("rule", state_list("break_even_rules", *columns), dict)
    >>> [row["rule"] for row in list_held(rules, date(2026, 4, 1))]
    ['each_body_2026']
    """
    return [row for row in listing.values() if row["validity"].contains(day)]


@cache
def _read(listing: Listing[Any]) -> Mapping[str, Any]:
    contract = listing.contract
    frame = read_bundled("placeplan.reference", contract.path, contract)
    return MappingProxyType(
        {
            row[contract.key[0]]: listing.make(**_join_dates(row))
            for row in frame.to_dicts()
        }
    )


def _join_dates(row: dict[str, Any]) -> dict[str, Any]:
    if "starts_on" not in row:
        return row
    kept = {k: v for k, v in row.items() if k not in ("starts_on", "ends_on")}
    starts_on: date | None = row["starts_on"]
    return {**kept, "validity": Validity(starts_on, row["ends_on"])}
