"""The example is stored, run and released once; a changed one takes its place."""

import shutil

import pytest

from factories.plan_folder import MANIFEST
from factories.run_factory import find_tiny_folder, make_folders
from placeplan.errors import InputError
from placeplan_web.audit.queries import list_entries
from placeplan_web.evidence import example as example_module
from placeplan_web.evidence.example import REPLACED, prepare_example
from placeplan_web.evidence.models import Dataset, Run
from placeplan_web.evidence.operations import RefusedError
from placeplan_web.evidence.queries import find_current_run
from placeplan_web.evidence.store import results_path

pytestmark = pytest.mark.usefixtures("shared_database")


def list_verbs(kind, record):
    return [entry.verb for entry in list_entries(kind, record.public_id)]


def change_plan(folder, name):
    shutil.copytree(find_tiny_folder(), folder)
    (folder / "plan.yaml").write_text(MANIFEST.replace("A tiny plan", name))
    return folder


def test_example_is_open_to_everyone_once_it_has_run():
    run = prepare_example(find_tiny_folder())

    assert (run.owner, run.dataset.is_example) == (None, True)
    assert find_current_run() == run
    assert run.results_sha256 == make_folders()[2].results_sha256
    assert (results_path(run) / "report.html").is_file()
    assert list_verbs("dataset", run.dataset) == ["add"]
    assert list_verbs("run", run) == ["start", "begin", "finished", "release"]


def test_second_time_nothing_is_done():
    first = prepare_example(find_tiny_folder())

    assert prepare_example(find_tiny_folder()) == first
    assert Run.objects.count() == 1


def test_new_version_of_the_software_runs_the_same_example_again(monkeypatch):
    first = prepare_example(find_tiny_folder())
    Run.objects.update(version="0.0.1")

    second = prepare_example(find_tiny_folder())

    assert second != first
    assert second.dataset == first.dataset
    assert find_current_run() == second


def test_changed_example_takes_the_place_of_the_old_one(tmp_path):
    first = prepare_example(find_tiny_folder())

    second = prepare_example(change_plan(tmp_path / "changed", "A changed plan"))

    old = Dataset.objects.get(pk=first.dataset.pk)
    assert old.withdrawn_reason == REPLACED
    assert second.dataset.title == "A changed plan"
    assert find_current_run() == second


def test_example_at_fault_is_refused_with_its_faults(tmp_path):
    with pytest.raises(InputError):
        prepare_example(tmp_path)

    assert Dataset.objects.count() == 0


def test_example_whose_run_fails_says_why(monkeypatch):
    monkeypatch.setattr(example_module, "carry_out_run", _Stumbling)

    with pytest.raises(RefusedError, match="did not finish"):
        prepare_example(find_tiny_folder())

    assert find_current_run() is None


class _Stumbling:
    """Stands for work that ends without a word."""

    @staticmethod
    def func(run_id):
        Run.objects.get(pk=run_id)
