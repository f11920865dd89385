"""Tables that are part of the package itself."""

from importlib import resources

import polars as pl

from placeplan.errors import InputError
from placeplan.tables.contract import TableContract
from placeplan.tables.file import LoadedFile
from placeplan.tables.reader import parse_table
from placeplan.tables.row_check import ROW


def read_bundled(package: str, name: str, contract: TableContract) -> pl.DataFrame:
    """Read a CSV file that ships inside a package of Placeplan.

    Parameters
    ----------
    package : str
        Package, such as ``placeplan.reference``.
    name : str
        File in it, such as ``pods.csv``.
    contract : TableContract
        What it must hold.

    Returns
    -------
    pl.DataFrame
        Columns and types of the contract.

    Raises
    ------
    InputError
        When the file is not what the contract says.
    """
    content = resources.files(package).joinpath(name).read_bytes()
    frame, faults = parse_table(LoadedFile(name, content), contract)
    if faults:
        raise InputError(faults)
    return frame.drop(ROW)
