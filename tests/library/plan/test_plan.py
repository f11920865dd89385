"""A plan is read, run step by step, and can be stopped."""

import pytest

from factories.plan_folder import MANIFEST, make_tables, write_plan_folder
from placeplan.errors import InputError, RunCancelledError, UnknownNameError
from placeplan.plan import Plan, answer

OWN_SCENARIOS = """\
  - id: fast
    name: Fast growth
    based_on: plan
    growth: high
  - id: slow
    name: Slow growth
    based_on: do_nothing
    growth: low
"""


@pytest.fixture
def plan(tmp_path):
    return Plan.from_folder(write_plan_folder(tmp_path / "tiny"))


@pytest.fixture
def wide_plan(tmp_path):
    return Plan.from_folder(
        write_plan_folder(tmp_path / "wide", manifest=MANIFEST + OWN_SCENARIOS)
    )


class CountingClock:
    def __init__(self):
        self.ticks = 0

    def now(self):
        from datetime import UTC, datetime

        return datetime(2016, 3, 9, tzinfo=UTC)

    def seconds(self):
        self.ticks += 1
        return self.ticks / 4

    def peak_bytes(self):
        return None


def test_a_plan_that_has_faults_is_not_read(tmp_path):
    with pytest.raises(InputError):
        Plan.from_folder(tmp_path)


def test_the_fingerprint_changes_with_any_file(tmp_path, plan):
    tables = make_tables()
    tables["beds"][0]["beds"] = 16
    other = Plan.from_folder(write_plan_folder(tmp_path / "other", tables=tables))
    again = Plan.from_folder(write_plan_folder(tmp_path / "again"))

    assert plan.fingerprint == again.fingerprint
    assert plan.fingerprint != other.fingerprint


def test_people_are_those_of_the_count_and_its_components(plan):
    results = plan.run()

    people = dict(
        answer(results, "population", by=["year"]).select("year", "value").iter_rows()
    )
    change = {
        measure: answer(results, measure, where={"year": 2016})["value"].item()
        for measure in ("births", "deaths", "net_migration")
    }
    assert change["net_migration"] == 30
    expected = people[2015] + change["births"] - change["deaths"] + 30
    assert people[2016] == pytest.approx(expected, rel=1e-12)


def test_the_plan_closes_what_its_solutions_save(plan):
    gap = answer(plan.run(), "gap_pounds", by=["scenario"], where={"year": 2019})

    nothing, with_plan = gap["value"]
    assert with_plan - nothing == pytest.approx(100_000)


def test_the_gap_of_the_base_year_is_income_less_cost(plan):
    # 2,000 spells at £2,000 and 8,000 attendances at £150, against £5 million.
    gap = answer(plan.run(), "gap_pounds", where={"year": 2016})["value"].item()

    assert gap == 5_000_000 - 2000 * 2000 - 8000 * 150


def test_own_scenarios_grow_by_their_own_end_of_the_range(wide_plan):
    spells = answer(
        wide_plan.run(),
        "activity",
        by=["scenario"],
        where={"year": 2019, "pod": "emergency_spell"},
    )

    of = dict(spells.select("scenario", "value").iter_rows())
    assert of["fast"] / of["plan"] == pytest.approx((1.03 / 1.02) ** 3)
    assert of["slow"] / of["plan"] == pytest.approx((1.01 / 1.02) ** 3)
    assert of["plan"] == of["do_nothing"]


def test_own_scenarios_have_the_solutions_of_what_they_rest_on(wide_plan):
    results = wide_plan.run(scenarios=["fast", "slow"])

    saved = answer(results, "solution_pounds", by=["scenario"])
    assert saved["scenario"].to_list() == ["fast"]
    assert results.record.scenarios == ("do_nothing", "fast", "slow")


def test_an_unknown_scenario_is_refused(plan):
    with pytest.raises(UnknownNameError):
        plan.run(scenarios=["miracle"])


def test_a_run_tells_each_step_and_the_end(plan):
    told = []
    plan.run(progress=lambda *step: told.append(step))

    assert told == [
        ("people", 0, 6),
        ("demand, expected growth", 1, 6),
        ("capacity, expected growth", 2, 6),
        ("money, If nothing changes", 3, 6),
        ("money, The plan", 4, 6),
        ("results", 5, 6),
        ("finished", 6, 6),
    ]


def test_a_run_can_be_stopped_between_steps(plan):
    def stop(step, done, total):
        if done == 2:
            raise RunCancelledError(step)

    with pytest.raises(RunCancelledError) as stopped:
        plan.run(progress=stop)

    assert str(stopped.value) == (
        "The run was stopped at step 'capacity, expected growth'. Nothing was written: "
        "start it again."
    )


def test_a_run_with_a_clock_times_its_steps(plan):
    record = plan.run(clock=CountingClock()).record

    assert record.started_at == "2016-03-09T00:00:00+00:00"
    assert {timing.seconds for timing in record.steps} == {0.25}
    assert record.seconds == 0.25 * 6


def test_a_run_without_a_clock_has_no_times(plan):
    record = plan.run().record

    assert (record.started_at, record.steps, record.seconds) == ("", (), 0)


def test_bodies_and_own_pods_are_named_in_the_record(tmp_path):
    tables = make_tables()
    tables["pods"] = [
        {"pod": "walk_in", "name": "Walk-ins", "unit": "visits", "beds": "no"}
    ]
    plan = Plan.from_folder(write_plan_folder(tmp_path, tables=tables))

    names = plan.run().record.names
    assert names["east-site"] == "East Hospital"
    assert names["walk_in"] == "Walk-ins"


def test_a_body_that_was_renamed_has_its_last_name(tmp_path):
    tables = make_tables()
    old, new = ({"starts_on": f"20{n}-04-01", "ends_on": ""} for n in (10, 15))
    site = tables["sites"][0]
    tables["sites"] += [site | new | {"name": "New Hospital"}]
    tables["sites"][0] = site | old | {"ends_on": "2015-03-31"}

    plan = Plan.from_folder(write_plan_folder(tmp_path, tables=tables))

    assert plan.run().record.names["east-site"] == "New Hospital"
