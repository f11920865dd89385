"""Cautions of a run: what a reader must know beside a number, wherever it is shown."""

from collections.abc import Iterable, Mapping

import polars as pl

from placeplan.money import find_cautions
from placeplan.plan.run_record import RunRecord

_SCHEMA = {"measure": pl.String, "organisation": pl.String, "words": pl.String}


def list_cautions(cautions: pl.DataFrame) -> tuple[Mapping[str, str | None], ...]:
    """List the cautions of a plan folder, as the record of a run keeps them.

    Parameters
    ----------
    cautions : polars.DataFrame
        Table `cautions` of the plan folder.

    Examples
    --------
    >>> table = pl.DataFrame({"measure": ["gap_pounds"], "organisation": [None],
    ...     "words": ["A wider scope."], "source": ["paper"]})
    >>> list_cautions(table)
    ({'measure': 'gap_pounds', 'organisation': None, 'words': 'A wider scope.'},)
    """
    return tuple(cautions.select(list(_SCHEMA)).to_dicts())


def say_cautions(record: RunRecord, measures: Iterable[str]) -> list[str]:
    """Say what a reader must know beside some measures of a run, each sentence once.

    Parameters
    ----------
    record : RunRecord
        Of the run.
    measures : iterable of str
        Measures that stand in one picture or table.
    """
    table = pl.DataFrame(record.cautions, schema=_SCHEMA)
    said = [
        words
        for measure in measures
        for words in find_cautions(table, measure=measure, names=record.names)
    ]
    return list(dict.fromkeys(said))
