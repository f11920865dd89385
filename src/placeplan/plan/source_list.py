"""The list of sources of a run, as a table for readers."""

import polars as pl

from placeplan.plan.run_record import RunRecord

_HEADERS = {
    "id": "Source",
    "title": "Title",
    "publisher": "Publisher",
    "dated": "Dated",
    "licence": "Licence",
    "status": "Status",
    "grade": "Grade",
    "note": "Note",
}


def list_sources(record: RunRecord) -> pl.DataFrame:
    """Lay out where the numbers of a run come from, by id.

    Parameters
    ----------
    record : RunRecord
        Of the run.

    Returns
    -------
    polars.DataFrame
        One row a source, with headers for readers.
    """
    rows = sorted(record.sources, key=lambda source: source["id"])
    return pl.DataFrame(
        [[source.get(name, "") for name in _HEADERS] for source in rows],
        schema=dict.fromkeys(_HEADERS.values(), pl.String),
        orient="row",
    )
