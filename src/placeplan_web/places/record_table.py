"""Tables of a plan folder as records, and records as tables again.

Each table of `placeplan.places.TABLES` is one model; `PATHS` says in which field each
of its columns stands. A path that ends in ``__slug`` is a link to another record.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl
from django.db.models import Model

from placeplan.places import TABLES
from placeplan_web.places import models

LINK = "__slug"
CONTRACTS = {contract.name: contract for contract in TABLES}
ORIGIN = {"source": "source__slug", "status": "evidence"}
BODY = {"id": "place__slug", "name": "name", "kind": "place__kind"}
TIME = {"proposed_on": "proposed_on", "starts_on": "starts_on", "ends_on": "ends_on"}
CODES = {"ods_code": "ods_code", "gss_code": "gss_code"}

MODELS: Mapping[str, type[Model]] = {
    "organisations": models.Organisation,
    "sites": models.Site,
    "areas": models.Area,
    "footprint_sets": models.FootprintSet,
    "footprints": models.Footprint,
    "footprint_members": models.Membership,
    "succession": models.Succession,
    "names": models.Alias,
    "levels": models.PlannedService,
    "functions": models.CareFunction,
    "lookups": models.LookupShare,
    "catchments": models.Catchment,
}
RENAMED: Mapping[str, Mapping[str, str]] = {
    "organisations": {**BODY, **TIME, **CODES},
    "sites": {**BODY, **TIME, **CODES, "organisation": "organisation__slug"},
    "areas": {**BODY, **TIME, **CODES},
    "footprint_sets": {"id": "slug"},
    "footprints": {**BODY, **TIME, "set": "footprint_set"},
    "footprint_members": {"footprint": "holder__slug", "member": "member__slug"},
    "succession": {
        "predecessor": "predecessor__slug",
        "successor": "successor__slug",
    },
    "names": {"id": "place__slug"},
    "levels": {"footprint": "footprint__slug"},
    "functions": {},
    "lookups": {"area": "area__slug", "organisation": "organisation__slug"},
    "catchments": {"footprint": "footprint__slug"},
}
PATHS: Mapping[str, Mapping[str, str]] = {
    name: {
        column: {**RENAMED[name], **ORIGIN}.get(column, column)
        for column in contract.schema
    }
    for name, contract in CONTRACTS.items()
}


@dataclass(frozen=True)
class Links:
    """Keys of the records that others point to, by their slug."""

    places: Mapping[str, int]
    sources: Mapping[str, int]

    def get_key(self, link: str, slug: str | None) -> int | None:
        """Give the key behind a link; nothing where the row names nothing."""
        if slug is None:
            return None
        return (self.sources if link == "source" else self.places)[slug]


def make_records(
    name: str, rows: Iterable[Mapping[str, Any]], links: Links
) -> list[Model]:
    """Make the records of a table; they are not saved yet."""
    made = []
    for row in rows:
        fields: dict[str, Any] = {}
        for column, path in PATHS[name].items():
            if path == "place__kind":
                continue  # the place itself holds its kind
            if path.endswith(LINK):
                link = path.removesuffix(LINK)
                fields[f"{link}_id"] = links.get_key(link, row[column])
            else:
                fields[path] = row[column]
        made.append(MODELS[name](**fields))
    return made


def read_tables() -> dict[str, pl.DataFrame]:
    """Read every table back from the records, in the order in which it was loaded."""
    tables = {}
    for name, contract in CONTRACTS.items():
        kept = MODELS[name]._default_manager.order_by("pk")
        rows = list(kept.values_list(*PATHS[name].values()))
        tables[name] = pl.DataFrame(rows, schema=contract.schema, orient="row")
    return tables
