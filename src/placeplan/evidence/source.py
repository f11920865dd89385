"""A source: where a number comes from, when it was known, how far to trust it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from placeplan.errors import Fault
from placeplan.tables import Document

SOURCES_FILE: Final = "sources.yaml"

Text = Annotated[str, Field(min_length=1, max_length=500)]

Grade = Literal["A", "B", "C", "D"]
"""A official figure, B worked out from official ones, C secondary, D our assumption."""


class Source(BaseModel):
    """One entry of ``sources.yaml``.

    Parameters
    ----------
    id : str
        How tables cite it: lower case, hyphens.
    title, publisher : str
        As published.
    dated : date
        Day on which it was published or otherwise known, not the day of loading.
    licence : str
        Terms of use, such as ``OGL-3.0``, or ``cited fact``.
    status : str
        ``published``, ``derived``, ``calibrated`` or ``illustrative``.
    grade : str
        A official figure, B worked out from official ones, C secondary, D assumption.
    note : str
        What was done with it, in a sentence.

    Examples
    --------
    >>> Source(id="km-case-2017", title="Case for change", publisher="The partnership",
    ...     dated=date(2017, 3, 24), licence="cited fact", status="published",
    ...     grade="A").dated.year
    2017
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
    title: Text
    publisher: Text
    dated: date
    licence: Text
    status: Literal["published", "derived", "calibrated", "illustrative"]
    grade: Grade
    note: Annotated[str, Field(max_length=2000)] = ""


class SourceList(BaseModel):
    """Content of ``sources.yaml``: one entry a source."""

    model_config = ConfigDict(extra="forbid", frozen=True, title=SOURCES_FILE)

    sources: tuple[Source, ...]


def describe_source_schema() -> dict[str, Any]:
    """JSON Schema of ``sources.yaml``, for editors and other programs.

    Examples
    --------
    >>> describe_source_schema()["title"]
    'sources.yaml'
    """
    schema = SourceList.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def read_sources(document: Document) -> tuple[tuple[Source, ...], tuple[Fault, ...]]:
    """Make sources of what ``sources.yaml`` holds, or list every fault in it.

    Parameters
    ----------
    document : Document
        The file, as read.

    Returns
    -------
    tuple of Source, and tuple of Fault
        The sources (none when there is a fault), and all that is wrong, with its line.

    Examples
    --------
    >>> from placeplan.tables import LoadedFile, parse_yaml
    >>> file = LoadedFile("sources.yaml", b"{sources: [{id: One Two}]}")
    >>> document, faults = parse_yaml(file)
    >>> print(read_sources(document)[1][0])
    sources.yaml, line 1, source 1, id: expected small letters, digits and single \
hyphens, found One Two. Correct the entry.
    """
    try:
        listed = SourceList.model_validate(document.content)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        return (), tuple(_describe(fault, document) for fault in errors)
    if repeated := _find_repeated(listed.sources, document):
        return (), repeated
    return listed.sources, ()


def as_known(sources: Iterable[Source], on: date) -> tuple[Source, ...]:
    """Keep the sources that were known by a day.

    Evidence travels by when it was known, which is the date of the paper and not the
    day on which somebody loaded it.

    Parameters
    ----------
    sources : iterable of Source
        All sources.
    on : date
        Last day that counts.

    Returns
    -------
    tuple of Source
        In their order.
    """
    return tuple(source for source in sources if source.dated <= on)


_EXPECTED: Final = {
    "string_pattern_mismatch": "small letters, digits and single hyphens",
    "string_too_short": "some text",
    "string_type": "text (in quotation marks where it looks like a number)",
    "date_type": "a date, such as 2016-03-09",
    "date_parsing": "a date, such as 2016-03-09",
    "date_from_datetime_parsing": "a date, such as 2016-03-09",
    "date_from_datetime_inexact": "a date without a time of day",
    "tuple_type": "a list of sources",
    "model_type": "entries with their names, such as id: and title:",
}


def _describe(error: Mapping[str, Any], document: Document) -> Fault:
    place = tuple(error["loc"])
    where = f"line {document.find_line(place)}{_name_place(place)}"
    kind, found = str(error["type"]), error["input"]
    if kind == "missing":
        return Fault(document.name, where, "an entry", "nothing", "Add the entry.")
    if kind == "extra_forbidden":
        remedy = "Take the entry out, or correct its name."
        return Fault(document.name, where, "no such entry", _shorten(found), remedy)
    said = str(error["msg"]).removeprefix("Input should be ")
    expected = _EXPECTED.get(kind, said[:1].lower() + said[1:])
    return Fault(document.name, where, expected, _shorten(found), "Correct the entry.")


def _name_place(place: Sequence[str | int]) -> str:
    parts = [
        f"source {part + 1}" if isinstance(part, int) else part for part in place[1:]
    ]
    return "".join(f", {part}" for part in parts) or "".join(f", {p}" for p in place)


def _find_repeated(sources: Sequence[Source], document: Document) -> tuple[Fault, ...]:
    counts = Counter(source.id for source in sources)
    return tuple(
        Fault(
            document.name,
            f"line {document.find_line(('sources', at, 'id'))}, source {at + 1}, id",
            "an id that no other source has",
            f"{source.id}, {counts[source.id]} times",
            "Give each source an id of its own, or keep one of them.",
        )
        for at, source in enumerate(sources)
        if counts[source.id] > 1
    )


def _shorten(found: object) -> str:
    text = str(found)
    return text if len(text) <= 60 else f"{text[:59]}…"
