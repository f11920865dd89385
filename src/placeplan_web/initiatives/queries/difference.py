"""What differs between the initiatives of two plans, table by table and row by row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from placeplan.demand.initiative_inputs import INITIATIVE_TABLES
from placeplan.tables import TableContract
from placeplan_web.initiatives.queries.table import Row, Tables

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Rows of one table that were added, changed or withdrawn."""

    contract: TableContract
    added: Sequence[Row]
    changed: Sequence[tuple[Row, Row]]
    withdrawn: Sequence[Row]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.withdrawn)


def compare_tables(before: Tables, after: Tables) -> list[Difference]:
    """Give what differs in each table, those without a difference left out."""
    found = (
        _compare(contract, before.get(contract.name, ()), after.get(contract.name, ()))
        for contract in INITIATIVE_TABLES
    )
    return [each for each in found if each]


def count_rows(differences: Sequence[Difference]) -> dict[str, int]:
    """Give how many rows were added, changed and withdrawn in all."""
    return {
        "added": sum(len(each.added) for each in differences),
        "changed": sum(len(each.changed) for each in differences),
        "withdrawn": sum(len(each.withdrawn) for each in differences),
    }


def _compare(
    contract: TableContract, before: Sequence[Row], after: Sequence[Row]
) -> Difference:
    was, now = _by_key(contract, before), _by_key(contract, after)
    return Difference(
        contract,
        added=[row for key, row in now.items() if key not in was],
        changed=[
            (was[key], row)
            for key, row in now.items()
            if key in was and was[key] != row
        ],
        withdrawn=[row for key, row in was.items() if key not in now],
    )


def _by_key(contract: TableContract, rows: Sequence[Row]) -> Mapping[Key, Row]:
    names = [column.name for column in contract.columns]
    whole = [{name: row.get(name, "") for name in names} for row in rows]
    return {tuple(row[name] for name in contract.key): row for row in whole}
