"""The table that boards know: indicators by body, with what fails."""

from collections.abc import Mapping

import polars as pl

from placeplan.performance.indicator import Indicator
from placeplan.performance.national_standard import find_national_standard

_SCHEMA = {
    "indicator": pl.String(),
    "body": pl.String(),
    "period": pl.String(),
    "value": pl.Float64(),
    "operator": pl.String(),
    "level": pl.Float64(),
    "meets": pl.Boolean(),
    "reason": pl.String(),
}


def compare_with_standards(
    indicators: Mapping[str, Indicator], values: pl.DataFrame
) -> pl.DataFrame:
    """Hold every value against the national standard of its own period.

    Parameters
    ----------
    indicators : mapping of str to Indicator
        By id; values of other indicators are left out.
    values : DataFrame
        Table `indicator_values`: `indicator`, `body`, `ends_on`, `period`, `value`.

    Returns
    -------
    DataFrame
        `indicator`, `body`, `period`, `value`, `operator`, `level`, `meets`, `reason`.
        Where there is no standard, `meets` is null and `reason` says why:
        ``no standard``, ``no standard on that day``, ``period not stated``.
    """
    rows = []
    order = {id_: at for at, id_ in enumerate(indicators)}
    for row in values.iter_rows(named=True):
        indicator = indicators.get(row["indicator"])
        if indicator is None:
            continue
        shown = {name: row[name] for name in ("indicator", "body", "period", "value")}
        if not indicator.standard:
            rows.append(shown | {"reason": "no standard"})
        elif row["ends_on"] is None:
            rows.append(shown | {"reason": "period not stated"})
        elif standard := find_national_standard(indicator.standard, row["ends_on"]):
            threshold = standard.threshold
            rows.append(
                shown
                | {
                    "operator": threshold.operator,
                    "level": threshold.level,
                    "meets": threshold.is_met(row["value"]),
                }
            )
        else:
            rows.append(shown | {"reason": "no standard on that day"})
    frame = pl.DataFrame(rows, schema=_SCHEMA)
    place = pl.col("indicator").replace_strict(order, return_dtype=pl.Int64)
    return frame.sort(place, "body", maintain_order=True)


def count_failed(compared: pl.DataFrame) -> pl.DataFrame:
    """Count the standards that each body fails, of those it is held against.

    Parameters
    ----------
    compared : DataFrame
        What `compare_with_standards` gives.

    Returns
    -------
    DataFrame
        `body`, `failed`, `standards`, in order of body. A value without a standard
        counts as neither.

    Examples
    --------
    >>> table = pl.DataFrame({"body": ["mft", "mft", "mft"],
    ...     "meets": [False, True, None]})
    >>> count_failed(table).rows()
    [('mft', 1, 2)]
    """
    return (
        compared.group_by("body")
        .agg(
            (~pl.col("meets")).sum().cast(pl.Int64).alias("failed"),
            pl.col("meets").count().cast(pl.Int64).alias("standards"),
        )
        .sort("body")
    )
