"""Workers: processes that end at once when stopped, and a Dask cluster."""

import re
import sys
import time
from pathlib import Path

import pytest

from factories.plan_folder import write_plan_folder
from placeplan.cli.workers import join_cluster, start_executor
from placeplan.errors import InputError, RunCancelledError
from placeplan.plan import Plan
from placeplan.plan.account_file import DRAWS_FILE, DRIVERS_FILE, SPREAD_FILE
from placeplan.plan.ensemble import CHUNK

DRAWS = 400
MOST_SECONDS = 10.0  # to end, on a machine that does much else: the draws take longer


def _count_done(step):
    """Read how many draws a step says are done; None of other steps."""
    found = re.fullmatch(rf"draws, .*: (\d+) of {DRAWS}", step)
    return int(found[1]) if found else None


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("chunks", [1, 5])
def test_a_run_stops_at_the_telling_at_which_it_is_asked(tmp_path, workers, chunks):
    plan = Plan.from_folder(write_plan_folder(tmp_path / "plan"))
    told, asked = [], []

    def tell(step, _done, _total):
        told.append(step)
        if _count_done(step) == chunks * CHUNK:
            asked.append(time.perf_counter())
            raise RunCancelledError(step)

    with pytest.raises(RunCancelledError), start_executor(workers, None) as executor:
        plan.run(draws=DRAWS, executor=executor, progress=tell)

    assert time.perf_counter() - asked[0] < MOST_SECONDS
    assert _count_done(told[-1]) == chunks * CHUNK


@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_tells_of_every_few_draws(tmp_path, workers):
    """Whoever asks a run to stop is heard at the next telling."""
    plan = Plan.from_folder(write_plan_folder(tmp_path / "plan"))
    told = []

    with start_executor(workers, None) as executor:
        plan.run(
            draws=DRAWS,
            executor=executor,
            progress=lambda step, *_: told.append(_count_done(step)),
        )

    done = [each for each in told if each]  # while workers start, 0 is told
    assert done == list(range(CHUNK, DRAWS + 1, CHUNK))


@pytest.fixture(scope="module")
def cluster():
    distributed = pytest.importorskip("dask.distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None
    ) as found:
        yield found


def test_a_dask_cluster_of_two_workers_gives_the_same_bytes(
    cluster, call, tiny_plan, tmp_path
):
    words = ["run", tiny_plan, "--no-report", "--draws", 40]
    call(*words, "--out", tmp_path / "here")
    code, _, error = call(
        *words, "--out", tmp_path / "there", "--dask", cluster.scheduler_address
    )

    assert (code, error) == (0, "")
    for name in ("results.csv", SPREAD_FILE, DRIVERS_FILE, DRAWS_FILE):
        here, there = ((tmp_path / side / name) for side in ("here", "there"))
        assert here.read_bytes() == there.read_bytes(), name
    assert len(cluster.scheduler_info["workers"]) == 2


def test_no_scheduler_at_an_address_is_told_with_the_remedy(monkeypatch):
    pytest.importorskip("dask.distributed")
    monkeypatch.setattr("placeplan.cli.workers.PATIENCE_SECONDS", 0.5)

    with pytest.raises(InputError) as error, join_cluster("tcp://127.0.0.1:9"):
        pass
    assert error.value.faults[0].found == "tcp://127.0.0.1:9"
    assert error.value.faults[0].remedy == (
        "Start the scheduler, or correct the address: tcp://HOST:8786."
    )


def test_without_dask_it_is_said_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "dask.distributed", None)

    with pytest.raises(InputError) as error, join_cluster("tcp://127.0.0.1:9"):
        pass
    assert error.value.faults[0].remedy == "Install it: pip install 'placeplan[dask]'."


def test_workers_and_a_cluster_together_are_refused():
    with pytest.raises(InputError, match="either --workers or --dask"):
        start_executor(2, "tcp://127.0.0.1:9")


def test_one_worker_draws_here():
    with start_executor(1, None) as executor:
        assert executor is None


def test_the_library_itself_knows_nothing_of_dask():
    files = Path("src/placeplan/plan").glob("*.py")
    assert [f.name for f in files if "dask" in f.read_text(encoding="utf-8")] == []
