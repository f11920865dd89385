"""Findings: one contradiction, with its record and in words."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from placeplan.tables import TableContract

Tables = Mapping[str, pl.DataFrame]
"""Tables by name; an absent one counts as empty."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something that contradicts itself, or leads nowhere.

    Parameters
    ----------
    check : str
        Which check found it, such as ``dead_reference``.
    table, record : str
        Where it stands: the table, and the id in it.
    words : str
        What is wrong, in a sentence.
    """

    check: str
    table: str
    record: str
    words: str


Check = Callable[[Tables], Iterator[Finding]]
"""Looks at the tables for one kind of contradiction."""


def list_rows(tables: Tables, contract: TableContract) -> list[dict[str, Any]]:
    """List the rows of a table, in its order; none where it is absent."""
    frame = tables.get(contract.name)
    return [] if frame is None else frame.to_dicts()
