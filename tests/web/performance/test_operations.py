"""Loading performance: all of it, or nothing; read as it was known on a day."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from factories.performance_factory import make_value, write_performance
from placeplan.errors import InputError
from placeplan.performance import TABLES
from placeplan.tables import read_folder
from placeplan_web.audit.models import AuditEntry
from placeplan_web.performance.models import PerformanceLoad, PerformanceTable
from placeplan_web.performance.operations import load_performance
from placeplan_web.performance.queries import get_tables
from placeplan_web.places import folder as places_folder

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"


def test_load_is_noted_in_the_audit(tables):
    entry = AuditEntry.objects.get(kind="performance.tables")
    assert (entry.by, entry.verb) == ("command", "load")
    assert entry.at == tables.loaded_at == NOON
    assert entry.identifier == str(tables.public_id)
    assert entry.read_changes()["rows"]["indicators"] == 6


def test_load_of_the_same_folder_changes_nothing(tables, tmp_path):
    again = load_performance(folder=tmp_path / "plan", by="command")
    assert again == tables
    assert PerformanceLoad.objects.count() == 1


def test_load_of_another_folder_stands_beside_the_old_one(tables, tmp_path):
    values = [make_value("cancer", "east-trust", 94.0)]
    folder = write_performance(tmp_path / "new", indicator_values=values, ratings=[])
    load_performance(folder=folder, by="command")
    assert get_tables()["indicator_values"]["value"].to_list() == [94.0]
    assert PerformanceTable.objects.count() == 2 * len(TABLES)


def test_folder_with_faults_changes_nothing(tables, tmp_path):
    values = [make_value("no-such", "east-trust", 94.0)]
    folder = write_performance(tmp_path / "new", indicator_values=values)
    with pytest.raises(InputError):
        load_performance(folder=folder, by="command")
    assert PerformanceLoad.objects.get() == tables


@pytest.mark.django_db(transaction=True)
def test_load_without_its_audit_row_is_none(tables, tmp_path, monkeypatch):
    def fail(*loads, **entry):
        raise RuntimeError("the audit refuses")

    monkeypatch.setattr(places_folder, "record_load", fail)
    folder = write_performance(tmp_path / "new", ratings=[])
    with pytest.raises(RuntimeError):
        load_performance(folder=folder, by="command")
    assert PerformanceLoad.objects.get() == tables
    assert PerformanceTable.objects.count() == len(TABLES)


def test_kent_and_medway_reads_back_as_the_library_reads_it():
    load_performance(folder=EXAMPLE, by="command")
    library = read_folder(EXAMPLE, TABLES).frames
    for name, frame in get_tables().items():
        assert frame.equals(library[name])
        assert frame.schema == library[name].schema


def test_tables_are_empty_before_the_first_load():
    assert {frame.height for frame in get_tables().values()} == {0}


def test_figure_is_known_from_the_date_of_its_paper(tables):
    assert get_tables(date(2017, 2, 28))["indicator_values"].height == 0
    assert get_tables(date(2017, 3, 1))["indicator_values"].height == 9
    assert get_tables(date(2017, 3, 1))["indicator_series"].height == 0
    assert get_tables(date(2019, 8, 5))["indicator_series"].height == 28


@pytest.mark.parametrize("name", ["indicators", "no_such_table"])
def test_database_refuses_tables_that_cannot_be(tables, name):
    with pytest.raises(IntegrityError), transaction.atomic():
        PerformanceTable.objects.create(load=tables, name=name, rows=[])
