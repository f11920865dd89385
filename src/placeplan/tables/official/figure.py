"""Turn printed figures into numbers; what is suppressed is missing, never zero."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from placeplan.tables.formula import NUMBER_PATTERN
from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.header import ROW
from placeplan.tables.official.sheet import Sheet

COLUMN = "column"
"""Column of every long frame that holds the heading a figure stood under."""

REASONS: Final = ("suppressed", "not_applicable", "not_available")
"""Why a figure is missing."""

MISSING_REASON: Final = pl.Enum(REASONS)
"""Polars type of every ``missing_reason`` column; null where there is a figure."""

MARKS: Final[Mapping[str, str]] = {
    "*": "suppressed",
    "c": "suppressed",
    "[c]": "suppressed",
    "-": "not_applicable",
    "z": "not_applicable",
    "[z]": "not_applicable",
    ":": "not_available",
    ".": "not_available",
    "..": "not_available",
    "x": "not_available",
    "[x]": "not_available",
}
"""What official tables print in place of a figure.

Letters and brackets follow the Government Statistical Service's standard symbols; the
others are those of the Office for National Statistics and NHS England. None of them is
ever a zero.
"""

_THOUSANDS = r"^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$"


def parse_figures(
    cells: pl.DataFrame,
    sheet: Sheet,
    faults: FaultList,
    *,
    whole: bool,
    thousands: bool = False,
) -> pl.DataFrame:
    """Read figures of 0 or more.

    Parameters
    ----------
    cells : pl.DataFrame
        One row a figure: `ROW`, `COLUMN`, ``text`` and any others.
    sheet : Sheet
        Where they stand, for faults.
    faults : FaultList
        Takes every cell that is neither a figure nor a mark.
    whole : bool
        Whether only whole numbers are figures here.
    thousands : bool
        Whether figures may hold commas between thousands.

    Returns
    -------
    pl.DataFrame
        ``text`` replaced by ``value`` (number, null where missing or at fault) and
        ``missing_reason`` (null where there is a figure).

    Examples
    --------
    >>> cells = pl.DataFrame({"row": [2, 3], "column": ["0", "0"], "text": ["7", "*"]})
    >>> sheet = Sheet("lsoa.csv", "", ())
    >>> frame = parse_figures(cells, sheet, FaultList("lsoa.csv"), whole=True)
    >>> frame.select("value", "missing_reason").rows()
    [(7.0, None), (None, 'suppressed')]
    """
    text = pl.col("text")
    if thousands:
        bare = text.str.replace_all(",", "", literal=True)
        text = pl.when(text.str.contains(_THOUSANDS)).then(bare).otherwise(text)
    parsed = cells.with_columns(
        value=pl.when(text.str.contains(NUMBER_PATTERN))
        .then(text)
        .cast(pl.Float64, strict=False),
        missing_reason=pl.col("text")
        .str.to_lowercase()
        .replace_strict(dict(MARKS), default=None, return_dtype=MISSING_REASON),
    )
    value = pl.col("value")
    sound = value.is_finite() & (value >= 0)
    if whole:
        sound &= value == value.floor()
    bad = parsed.filter(
        ~sound.fill_null(value=False), pl.col("missing_reason").is_null()
    )
    noun = "a whole number" if whole else "a number"
    faults.add_all(
        [
            (sheet.where(row, column), found or "nothing")
            for row, column, found in bad.select(ROW, COLUMN, "text").iter_rows()
        ],
        expected=f"{noun} of 0 or more, or a mark such as * for a suppressed one",
        remedy="Compare the cell with the published file.",
    )
    kept = pl.when(sound.fill_null(value=False)).then(value)
    return parsed.with_columns(value=kept).drop("text")
