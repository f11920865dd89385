"""The ledgers of many systems in one: millions of values, in Parquet."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.money.ledger.check import check_values
from placeplan.money.ledger.inputs import (
    CONTROL_TOTAL_CHANGES,
    CONTROL_TOTALS,
    LEDGER_LINES,
    LEDGER_SAVINGS,
    LEDGER_VALUES,
)
from placeplan.money.ledger.ledger import YEAR, Ledger, join_lines
from placeplan.money.pence import to_pence_column
from placeplan.tables import (
    Column,
    TableContract,
    read_table_parquet,
    write_frame_parquet,
)

LEDGER_MEMBERS: Final = TableContract(
    "ledger_members",
    "ledger_members.parquet",
    (
        Column("organisation", "text", "Id of the organisation."),
        Column("system", "text", "Id of the one system to which it belongs."),
    ),
    key=("organisation",),
    about="Which organisation belongs to which system.",
    sourced=False,
)
_FILES: Final = {
    LEDGER_LINES.name: LEDGER_LINES,
    LEDGER_VALUES.name: LEDGER_VALUES,
    LEDGER_MEMBERS.name: LEDGER_MEMBERS,
}


@dataclass(frozen=True, slots=True)
class SystemsLedger:
    """What the organisations of many systems planned and booked.

    Parameters
    ----------
    lines : DataFrame
        As a `Ledger` has them, the same for all.
    values : DataFrame
        As a `Ledger` has them, and `system`; texts are categories.
    """

    lines: pl.DataFrame
    values: pl.DataFrame

    @property
    def systems(self) -> tuple[str, ...]:
        """Systems that have any value, by id."""
        return tuple(sorted(self.values["system"].unique().cast(pl.String)))

    def choose_system(self, system: str) -> Ledger:
        """Choose the ledger of one system, without savings and control totals."""
        chosen = self.values.filter(pl.col("system") == system).drop("system")
        texts = [pl.selectors.categorical().cast(pl.String)]
        empty = {
            contract.name: contract.make_empty()
            .with_columns(to_pence_column("value_pounds").alias("value_pence"))
            .drop("value_pounds")
            for contract in (LEDGER_SAVINGS, CONTROL_TOTALS, CONTROL_TOTAL_CHANGES)
        }
        savings = empty[LEDGER_SAVINGS.name].with_columns(YEAR.alias("year"))
        return Ledger(
            self.lines,
            chosen.with_columns(texts),
            savings,
            empty[CONTROL_TOTALS.name],
            empty[CONTROL_TOTAL_CHANGES.name],
        )


def write_ledger_parquet(tables: Mapping[str, pl.DataFrame], folder: Path) -> None:
    """Write the ledgers of many systems as Parquet.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        `ledger_lines`, `ledger_values` and `ledger_members`, with the columns of their
        contracts.
    folder : Path
        Gets ``ledger_lines.parquet``, ``ledger_values.parquet`` and
        ``ledger_members.parquet``.

    Raises
    ------
    InputError
        A file cannot be written.
    """
    for name, contract in _FILES.items():
        frame = tables[name].select(list(contract.schema))
        texts = pl.selectors.string().cast(pl.Categorical)
        write_frame_parquet(frame.with_columns(texts), folder / f"{name}.parquet")


def read_ledger_parquet(folder: Path) -> SystemsLedger:
    """Read the ledgers of many systems from Parquet, and hold them to their contracts.

    Parameters
    ----------
    folder : Path
        With the three files of `write_ledger_parquet`; any program may have made them.

    Returns
    -------
    SystemsLedger
        Every amount rounded to whole pence once, here.

    Raises
    ------
    InputError
        With all that is wrong: of one file its cells; of all together the lines that
        nothing lists, the organisations without a system, and what `check_ledger` says
        of values.
    """
    frames: dict[str, pl.DataFrame] = {}
    faults: list[Fault] = []
    for name, contract in _FILES.items():
        try:
            frames[name] = read_table_parquet(folder / f"{name}.parquet", contract)
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(faults)
    lines = frames[LEDGER_LINES.name].sort("place_in_list")
    values, members = frames[LEDGER_VALUES.name], frames[LEDGER_MEMBERS.name]
    faults = [*check_values(values, lines), *_check_members(values, members)]
    if faults:
        raise InputError(faults)
    return SystemsLedger(
        lines.with_columns(pl.selectors.categorical().cast(pl.String)),
        join_lines(_count_pence(values), lines).join(
            members, on="organisation", how="left", maintain_order="left"
        ),
    )


def _count_pence(values: pl.DataFrame) -> pl.DataFrame:
    return values.with_columns(
        to_pence_column("value_pounds").alias("value_pence"), YEAR.alias("year")
    ).drop("value_pounds")


def _check_members(values: pl.DataFrame, members: pl.DataFrame) -> list[Fault]:
    known = set(members["organisation"].cast(pl.String))
    found = set(values["organisation"].unique().cast(pl.String))
    return [
        Fault(
            LEDGER_VALUES.path,
            "column organisation",
            "an organisation with a system",
            each,
            f"Add a row for it to {LEDGER_MEMBERS.path}.",
        )
        for each in sorted(found - known)
    ]
