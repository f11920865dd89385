"""Files of the account of a run: what initiatives change, and what draws say."""

from dataclasses import fields
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.plan.driver_rank import SCHEMA as DRIVER_SCHEMA
from placeplan.plan.initiative_account import LEDGER_ORDER, InitiativeAccount
from placeplan.plan.initiative_bridge import SCHEMA as BRIDGE_SCHEMA
from placeplan.tables import STATUS
from placeplan.tables.frame_file import (
    read_frame_csv,
    read_frame_parquet,
    write_frame_csv,
    write_frame_parquet,
)

LEDGER_FILE: Final = "ledger.csv"
CLAIMS_FILE: Final = "claims.csv"
BRIDGE_FILE: Final = "initiative_bridge.csv"
SPREAD_FILE: Final = "spread.csv"
DRIVERS_FILE: Final = "drivers.csv"
DRAWS_FILE: Final = "draws.parquet"
INPUTS_FILE: Final = "drawn_inputs.parquet"

ACCOUNT_FILES: Final = (
    LEDGER_FILE,
    CLAIMS_FILE,
    BRIDGE_FILE,
    SPREAD_FILE,
    DRIVERS_FILE,
    DRAWS_FILE,
    INPUTS_FILE,
)
"""What stands beside the results, where there are initiatives or many draws: the frames
of `InitiativeAccount`, in order."""

_TYPES: Final[dict[str, pl.DataType]] = {
    **dict.fromkeys(("scenario", *LEDGER_ORDER, "unit", "input"), pl.String()),
    **BRIDGE_SCHEMA,
    **DRIVER_SCHEMA,
    "status": STATUS,
}
"""Type of each column that is not a number."""


def write_account(account: InitiativeAccount, folder: Path) -> None:
    """Write each frame that has columns into its file."""
    for name, frame in zip(ACCOUNT_FILES, _list_frames(account), strict=True):
        if not frame.width:
            continue
        if name.endswith(".parquet"):
            write_frame_parquet(frame, folder / name)
        else:
            write_frame_csv(frame, folder / name)


def read_account(folder: Path) -> InitiativeAccount | None:
    """Read what `write_account` wrote; None where it wrote nothing.

    Raises
    ------
    InputError
        A file that cannot be read.
    """
    if not any((folder / name).exists() for name in ACCOUNT_FILES):
        return None
    return InitiativeAccount(*(_read(folder / name) for name in ACCOUNT_FILES))


def _read(file: Path) -> pl.DataFrame:
    if not file.exists():
        return pl.DataFrame()
    if file.suffix == ".parquet":
        return read_frame_parquet(file)
    return read_frame_csv(file, types=_TYPES)


def _list_frames(account: InitiativeAccount) -> list[pl.DataFrame]:
    return [getattr(account, field.name) for field in fields(account)]
