"""The statements that must go wherever the numbers go, by what their sources ask."""

from collections.abc import Iterable, Mapping
from typing import Final

OPEN_GOVERNMENT: Final = (
    "Contains public sector information licensed under the Open Government Licence "
    "v3.0."
)
NATIONAL_STATISTICS: Final = (
    "Contains National Statistics data © Crown copyright and database right."
)
ORDNANCE_SURVEY: Final = "Contains OS data © Crown copyright and database right."
OPEN_STREET_MAP: Final = (
    "Contains data © OpenStreetMap contributors, under the Open Database Licence."
)

_ASKED_BY: Final = (
    ("licence", "OGL", OPEN_GOVERNMENT),
    ("publisher", "Office for National Statistics", NATIONAL_STATISTICS),
    ("title", "boundaries", ORDNANCE_SURVEY),
    ("licence", "ODbL", OPEN_STREET_MAP),
)
"""Field of a source, words in it, statement that they ask for."""


def list_statements(sources: Iterable[Mapping[str, str]]) -> list[str]:
    """List the statements that sources ask for, each once.

    Parameters
    ----------
    sources : iterable of mapping
        Entries of ``sources.yaml``.

    Examples
    --------
    >>> list_statements([{"licence": "cited fact", "publisher": "A council"}])
    []
    >>> list_statements([{"licence": "ODbL-1.0", "publisher": "OpenStreetMap"}])
    ['Contains data © OpenStreetMap contributors, under the Open Database Licence.']
    """
    every = list(sources)
    return [
        statement
        for name, words, statement in _ASKED_BY
        if any(words.lower() in source.get(name, "").lower() for source in every)
    ]
