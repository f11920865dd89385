"""Frames as files: the same frame always makes the same bytes."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.tables.formula import FORMULA_PATTERN, find_formulas
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


def read_frame_csv(path: Path, *, types: Mapping[str, pl.DataType]) -> pl.DataFrame:
    """Read a CSV file that `write_frame_csv` made.

    Parameters
    ----------
    path : Path
        File to read.
    types : mapping of str to polars data type
        Types of columns that are not numbers; others are read as numbers. May name
        columns that the file lacks.

    Raises
    ------
    InputError
        There is no such file, or it holds something else.
    """
    _refuse_nothing(path)
    try:
        texts = pl.read_csv(path, infer_schema=False)
        return texts.select(
            _take_back(pl.col(name), types.get(name, pl.Float64()))
            for name in texts.columns
        )
    except (pl.exceptions.PolarsError, OSError, ValueError) as error:
        raise _say_strange(path, "a CSV file of numbers and words") from error


def _take_back(column: pl.Expr, kind: pl.DataType) -> pl.Expr:
    """Undo what `_make_plain` does to texts, and give the type."""
    if kind == pl.String:
        return column.str.replace(f"^'({FORMULA_PATTERN[1:]})", "$1")
    return column.cast(kind)


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
    _refuse_nothing(path)
    try:
        return pl.read_parquet(path)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise _say_strange(path, "a Parquet file") from error


def _refuse_nothing(path: Path) -> None:
    if not path.is_file():
        remedy = "Check the name of the folder."
        raise InputError([Fault(str(path), "", "a file", "nothing", remedy)])


def _say_strange(path: Path, expected: str) -> InputError:
    remedy = "Make the file anew, by the command that wrote it."
    return InputError([Fault(str(path), "", expected, "something else", remedy)])
