"""The statements that must go wherever the numbers go, by what their sources ask."""

from collections.abc import Iterable, Mapping
from typing import Final

OPEN_GOVERNMENT: Final = (
    "Contains public sector information licensed under the Open Government Licence "
    "v3.0."
)
NATIONAL_STATISTICS: Final = (
    "Contains National Statistics data © Crown copyright and database right{year}."
)
ORDNANCE_SURVEY: Final = "Contains OS data © Crown copyright and database right{year}."
OPEN_STREET_MAP: Final = (
    "Contains data © OpenStreetMap contributors, under the Open Database Licence."
)

_ASKED_BY: Final = (
    ("licence", "OGL", OPEN_GOVERNMENT),
    ("publisher", "Office for National Statistics", NATIONAL_STATISTICS),
    ("title", "boundaries", ORDNANCE_SURVEY),
    ("licence", "ODbL", OPEN_STREET_MAP),
)
"""Field of a source, words in it, statement that they ask for, with its year."""


def list_statements(sources: Iterable[Mapping[str, str]]) -> list[str]:
    """List the statements that sources ask for, each once.

    Parameters
    ----------
    sources : iterable of mapping
        Entries of ``sources.yaml``; the year of a statement is that of the newest entry
        that asks for it, left out where none is dated.

    Examples
    --------
    >>> list_statements([{"licence": "cited fact", "publisher": "A council"}])
    []
    >>> list_statements([{"licence": "ODbL-1.0", "publisher": "OpenStreetMap"}])
    ['Contains data © OpenStreetMap contributors, under the Open Database Licence.']
    >>> boundaries = {"title": "District boundaries", "dated": "2024-05-31"}
    >>> list_statements([boundaries])
    ['Contains OS data © Crown copyright and database right 2024.']
    """
    every = list(sources)
    statements = []
    for name, words, statement in _ASKED_BY:
        asking = [
            source.get("dated", "")
            for source in every
            if words.lower() in source.get(name, "").lower()
        ]
        if asking:
            year = max(asking)[:4]
            statements.append(statement.format(year=year and f" {year}"))
    return statements
