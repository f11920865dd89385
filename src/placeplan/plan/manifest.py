"""The manifest: ``plan.yaml``, which says what a plan is and how far it looks."""

from collections import Counter
from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from placeplan.errors import Fault
from placeplan.plan.scenario import DO_NOTHING, PLAN, Scenario
from placeplan.tables.document import Document

MANIFEST_FILE: Final = "plan.yaml"

MOST_DRAWS: Final = 10_000
"""More futures than this would fill the memory of a small machine."""

Year = Annotated[int, Field(ge=1990, le=2100)]


class Manifest(BaseModel):
    """What a plan is, in one page.

    Parameters
    ----------
    schema_version : int
        Shape of the plan folder; written ``schema: 1``.
    id : str
        Short, lower case with hyphens.
    name : str
        Title for readers.
    base_year : int
        Year that the figures of activity and money stand for: 2016 is 2016/17.
    horizon_year : int
        Last financial year of activity, capacity and money.
    people_from : int
        First mid-year of the population.
    people_to : int
        Last mid-year of the population.
    scenarios : tuple of Scenario
        ``do_nothing`` and ``plan``, then the plan's own.
    seed : int
        Start of the random numbers, for runs with many draws, of 128 bits at most.
    draws : int
        Futures drawn, from 1 (the expected one alone) to 10,000.

    Examples
    --------
    >>> Manifest.model_validate({
    ...     "schema": 1, "id": "tiny", "name": "Tiny", "base_year": 2016,
    ...     "horizon_year": 2020, "people_from": 2011, "people_to": 2021,
    ...     "scenarios": [{"id": "do_nothing", "name": "If nothing changes"},
    ...                   {"id": "plan", "name": "The plan"}]}).years
    range(2016, 2021)
    """

    model_config = ConfigDict(extra="forbid", frozen=True, title="plan.yaml")

    schema_version: Annotated[Literal[1], Field(alias="schema")]
    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
    name: Annotated[str, Field(min_length=1, max_length=200)]
    base_year: Year
    horizon_year: Year
    people_from: Year
    people_to: Year
    scenarios: tuple[Scenario, ...]
    seed: Annotated[int, Field(ge=0, lt=2**128)] = 20160309
    draws: Annotated[int, Field(ge=1, le=MOST_DRAWS)] = 1

    @property
    def years(self) -> range:
        """Financial years of activity, capacity and money."""
        return range(self.base_year, self.horizon_year + 1)

    @property
    def scenario_ids(self) -> tuple[str, ...]:
        """Ids of the scenarios, in the order of the file."""
        return tuple(scenario.id for scenario in self.scenarios)

    @model_validator(mode="after")
    def _years_follow_each_other(self) -> "Manifest":
        if self.horizon_year <= self.base_year:
            raise ValueError("horizon_year after base_year")
        if not self.people_from <= self.base_year:
            raise ValueError("people_from at or before base_year")
        if not self.people_to >= self.horizon_year:
            raise ValueError("people_to at or after horizon_year")
        return self

    @model_validator(mode="after")
    def _scenarios_are_whole(self) -> "Manifest":
        if self.scenario_ids[:2] != (DO_NOTHING, PLAN):
            raise ValueError("scenarios that start with do_nothing and plan")
        repeated = [name for name, n in Counter(self.scenario_ids).items() if n > 1]
        if repeated:
            raise ValueError(f"each scenario once, not {', '.join(repeated)} again")
        return self


def read_manifest(document: Document) -> tuple[Manifest | None, tuple[Fault, ...]]:
    """Make a manifest of what ``plan.yaml`` says, or list every fault in it.

    Parameters
    ----------
    document : Document
        The file, as read.

    Returns
    -------
    tuple of Manifest or None, and tuple of Fault
        The manifest, or nothing and all that is wrong, each with its line.

    Examples
    --------
    >>> from placeplan.tables.document import parse_yaml
    >>> from placeplan.tables.file import LoadedFile
    >>> document, _ = parse_yaml(LoadedFile("plan.yaml", b"schema: 2"))
    >>> for fault in read_manifest(document)[1][:2]:
    ...     print(fault)
    plan.yaml, line 1, schema: expected 1, found 2. Correct the entry.
    plan.yaml, line 1, id: expected an entry, found nothing. Add the entry.
    """
    try:
        return Manifest.model_validate(document.content), ()
    except ValidationError as error:
        faults = error.errors(include_url=False)
        return None, tuple(_describe(fault, document) for fault in faults)


def describe_schema() -> dict[str, Any]:
    """JSON Schema of ``plan.yaml``, for editors and other programs."""
    schema = Manifest.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _describe(error: Mapping[str, Any], document: Document) -> Fault:
    place, kind = error["loc"], str(error["type"])
    name = ", ".join(
        f"entry {part + 1}" if isinstance(part, int) else str(part) for part in place
    )
    where = ", ".join(filter(None, [f"line {document.find_line(place)}", name]))
    expected, found, remedy = _put_in_words(kind, error)
    return Fault(document.name, where, expected, found, remedy)


_EXPECTED: Final = {
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "string_type": "text (in quotation marks where it looks like a number)",
    "string_too_short": "some text",
    "tuple_type": "a list of scenarios",
}


def _put_in_words(kind: str, error: Mapping[str, Any]) -> tuple[str, str, str]:
    found = _shorten(error["input"])
    if kind == "missing":
        return "an entry", "nothing", "Add the entry."
    if kind == "extra_forbidden":
        return "no such entry", found, "Take the entry out, or correct its name."
    if kind == "value_error":
        return str(error["ctx"]["error"]), "", "Correct the entry."
    if error["loc"] and error["loc"][-1] == "draws":
        remedy = "Correct the number of futures to draw."
        return f"a whole number from 1 to {MOST_DRAWS}", found, remedy
    if kind == "string_pattern_mismatch":
        joint = "underscores" if "_" in str(error["ctx"]["pattern"]) else "hyphens"
        expected = f"lower-case letters, digits and {joint}"
        return expected, found, "Correct the entry."
    if kind in ("model_type", "model_attributes_type"):
        remedy = "Write entries, each with its name and a colon."
        return "named entries", found, remedy
    said = str(error["msg"]).removeprefix("Input should be ")
    return _EXPECTED.get(kind, said), found, "Correct the entry."


def _shorten(found: object) -> str:
    text = str(found)
    return text if len(text) <= 60 else f"{text[:59]}…"
