"""Loading a registry: all of it, or nothing; places keep their address."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import IntegrityError

from factories.places_factory import make_registry, make_tables, write_folder
from placeplan.errors import InputError
from placeplan.places import TABLES, Registry
from placeplan.tables import read_folder
from placeplan_web.audit.models import AuditEntry
from placeplan_web.places import folder as places_folder
from placeplan_web.places import models, queries
from placeplan_web.places.operations import load_registry
from placeplan_web.places.record_table import MODELS, read_tables

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"


def count_records():
    return {name: model.objects.count() for name, model in MODELS.items()}


def test_load_writes_every_table(tiny):
    expected = {name: frame.height for name, frame in make_tables().items()}
    assert count_records() == expected
    assert models.Place.objects.count() == 15


def test_tables_read_back_are_those_that_were_loaded(tiny):
    loaded, kept = make_tables(), read_tables()
    assert {name: frame.rows() for name, frame in kept.items()} == {
        name: frame.rows() for name, frame in loaded.items()
    }


def test_load_is_noted_in_the_audit(tmp_path):
    load = load_registry(folder=write_folder(tmp_path), by="command", at=NOON)

    entry = AuditEntry.objects.get()
    assert (entry.by, entry.verb, entry.kind) == ("command", "load", "places.registry")
    assert entry.identifier == str(load.public_id)
    assert entry.at == load.loaded_at == NOON
    changes = entry.read_changes()
    assert changes["fingerprint"] == [None, load.fingerprint]
    assert changes["rows"]["organisations"] == 7


def test_load_of_the_same_folder_changes_nothing(tmp_path):
    folder = write_folder(tmp_path)
    first = load_registry(folder=folder, by="command")
    again = load_registry(folder=folder, by="command")
    assert again == first
    assert AuditEntry.objects.count() == 1


def test_place_keeps_its_record_when_its_name_changes(tiny, tmp_path):
    before = models.Place.objects.get(slug="infirmary").pk
    renamed = [("infirmary", "Quay Hospital", "trust", "RHI01", None, None)]

    load_registry(folder=write_folder(tmp_path / "new", sites=renamed), by="command")

    assert models.Place.objects.get(slug="infirmary").pk == before
    assert models.Site.objects.get().name == "Quay Hospital"


def test_place_that_a_new_folder_lacks_is_taken_away(tiny, tmp_path):
    load_registry(
        folder=write_folder(tmp_path / "new", catchments=[("north", 1)]), by="command"
    )
    assert models.Catchment.objects.count() == 1
    assert models.RegistryLoad.objects.count() == 2


def test_folder_with_faults_changes_nothing_and_tells_them_all(tiny, tmp_path):
    before = count_records()
    folder = write_folder(tmp_path / "new", names=[("no-one", "No One")])
    sites = (folder / "places" / "sites.csv").read_text("utf-8")
    wrong = sites.replace("paper", "another")
    (folder / "places" / "sites.csv").write_text(wrong, "utf-8")

    with pytest.raises(InputError) as caught:
        load_registry(folder=folder, by="command")

    assert len(caught.value.faults) == 2
    assert count_records() == before
    assert AuditEntry.objects.count() == 1


def test_folder_without_sources_is_refused(tmp_path):
    folder = write_folder(tmp_path)
    (folder / "sources.yaml").unlink()
    with pytest.raises(InputError):
        load_registry(folder=folder, by="command")
    assert models.RegistryLoad.objects.count() == 0


def test_folder_with_broken_sources_is_refused(tmp_path):
    folder = write_folder(tmp_path)
    (folder / "sources.yaml").write_text("sources: [{id: One Two}]", "utf-8")
    with pytest.raises(InputError):
        load_registry(folder=folder, by="command")


@pytest.mark.django_db(transaction=True)
def test_load_that_fails_half_way_leaves_the_records_as_they_were(
    tiny, tmp_path, monkeypatch
):
    before = count_records()

    def fail(*loads, **entry):
        raise IntegrityError("the audit refuses")

    monkeypatch.setattr(places_folder, "record_load", fail)
    folder = write_folder(tmp_path / "new", catchments=[("north", 1)])
    with pytest.raises(IntegrityError):
        load_registry(folder=folder, by="command")

    assert count_records() == before
    assert queries.find_load() == tiny


def test_kent_and_medway_reads_back_as_the_library_reads_it(db):
    load_registry(folder=EXAMPLE, by="command")
    library = Registry.from_tables(read_folder(EXAMPLE, TABLES).frames)
    assert Registry.from_tables(read_tables()) == library
    assert library != make_registry()
