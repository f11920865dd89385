"""Load a plan folder's registry into the records: all of it, or nothing."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

import polars as pl
from django.utils import timezone

from placeplan.evidence import Source, read_sourced
from placeplan.places import TABLES, check_places
from placeplan_web.places import models
from placeplan_web.places.folder import load_once
from placeplan_web.places.queries import find_load
from placeplan_web.places.record_table import MODELS, Links, make_records

LOAD_LOCK = 7_052_630_022  # any number that nothing else locks on
FAMILIES = {
    "organisations": models.Family.ORGANISATION,
    "areas": models.Family.AREA,
    "sites": models.Family.SITE,
    "footprints": models.Family.FOOTPRINT,
}
KINDS = {"sites": "site"}  # tables whose rows need not say their kind


def load_registry(
    *, folder: Path, by: UUID | str, at: datetime | None = None
) -> models.RegistryLoad:
    """Make the records what the folder's registry says, and note it in the audit.

    A place keeps its record, and so its address; what it says is replaced whole. When
    nothing has changed since the last load, nothing is written.

    Parameters
    ----------
    folder : Path
        Plan folder, or any folder with ``sources.yaml`` and the tables of places.
    by : UUID or str
        Who, as the audit names them.
    at : datetime or None
        Moment; now when not given.

    Raises
    ------
    placeplan.errors.InputError
        Everything that is wrong with the tables; the records stay as they were.
    """
    files, sources = read_sourced(folder, TABLES, check_places)

    def write(fingerprint: str) -> tuple[models.RegistryLoad, Mapping[str, int]]:
        _clear()
        counts = _write(files.frames, sources)
        load = models.RegistryLoad.objects.create(
            fingerprint=fingerprint, loaded_at=at or timezone.now()
        )
        return load, counts

    return load_once(
        by=by,
        kind="places.registry",
        lock=LOAD_LOCK,
        hashes=files.hashes,
        find_load=find_load,
        write=write,
    )


def _clear() -> None:
    """Take away what places say; the places and their addresses stay."""
    for model in MODELS.values():
        model._default_manager.all().delete()
    models.Source.objects.all().delete()


def _write(
    frames: Mapping[str, pl.DataFrame], sources: Sequence[Source]
) -> dict[str, int]:
    made = models.Source.objects.bulk_create(
        models.Source(slug=source.id, **source.model_dump(exclude={"id"}))
        for source in sources
    )
    links = Links(_save_places(frames), {source.slug: source.pk for source in made})
    counts = {}
    for name, model in MODELS.items():
        records = make_records(name, frames[name].rows(named=True), links)
        model._default_manager.bulk_create(records)
        counts[name] = len(records)
    return counts


def _save_places(frames: Mapping[str, pl.DataFrame]) -> dict[str, int]:
    """Add the places that are new, correct those that changed kind, keep the rest.

    A place that the folder no longer names stays while somebody's post hangs on it.
    """
    wanted = {
        row["id"]: models.Place(
            slug=row["id"], family=family, kind=row.get("kind") or KINDS[name]
        )
        for name, family in FAMILIES.items()
        for row in frames[name].rows(named=True)
    }
    unnamed = models.Place.objects.exclude(slug__in=wanted)
    unnamed.filter(posts__isnull=True).delete()
    models.Place.objects.bulk_create(
        wanted.values(),
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=["family", "kind"],
    )
    return dict(models.Place.objects.values_list("slug", "pk"))
