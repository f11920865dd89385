"""Frames as files: the same frame always makes the same bytes."""

from pathlib import Path

import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.tables.formula import find_formulas
from placeplan.tables.replacement import replace_file

ROWS_IN_A_GROUP = 100_000
"""Rows that Parquet keeps together. Fixed, for how a frame was made must not show."""

ZSTD_LEVEL = 3


def write_frame_csv(frame: pl.DataFrame, path: Path) -> None:
    """Write a frame as CSV in UTF-8 with a header; an empty cell is null.

    Parameters
    ----------
    frame : polars.DataFrame
        Numbers are written in full, so that reading them gives the same numbers;
        booleans as yes and no. A text that a spreadsheet would run as a formula gets an
        apostrophe before it; numbers, negative ones too, stay as they are.
    path : Path
        File to write or replace, in one step.

    Raises
    ------
    InputError
        The file cannot be written.
    """
    plain = frame.select(_make_plain(column) for column in frame.get_columns())
    with replace_file(path) as partial:
        plain.write_csv(partial, line_terminator="\n")


def _make_plain(column: pl.Series) -> pl.Series:
    if column.dtype == pl.Boolean:
        return column.replace_strict([True, False], ["yes", "no"], default=None)
    if column.dtype in (pl.String, pl.Categorical) or column.dtype == pl.Enum:
        texts = column.cast(pl.String)
        return texts.zip_with(~find_formulas(texts).fill_null(value=False), "'" + texts)
    return column


def write_frame_parquet(frame: pl.DataFrame, path: Path) -> None:
    """Write a frame as Parquet, compressed with zstd, without any time in it.

    Parameters
    ----------
    frame : polars.DataFrame
        Types are kept.
    path : Path
        File to write or replace, in one step.

    Raises
    ------
    InputError
        The file cannot be written.
    """
    with replace_file(path) as partial:
        frame.rechunk().write_parquet(
            partial,
            compression="zstd",
            compression_level=ZSTD_LEVEL,
            statistics=True,
            row_group_size=ROWS_IN_A_GROUP,
        )


def read_frame_parquet(path: Path) -> pl.DataFrame:
    """Read a Parquet file that `write_frame_parquet` made.

    Parameters
    ----------
    path : Path
        File to read.

    Returns
    -------
    polars.DataFrame
        The frame as it was.

    Raises
    ------
    InputError
        There is no such file, or it is not Parquet.
    """
    if not path.is_file():
        fault = Fault(
            str(path), "", "a file", "nothing", "Check the name of the folder."
        )
        raise InputError([fault])
    try:
        return pl.read_parquet(path)
    except (pl.exceptions.PolarsError, OSError) as error:
        remedy = "Make the file anew, by the command that wrote it."
        fault = Fault(str(path), "", "a Parquet file", "something else", remedy)
        raise InputError([fault]) from error
