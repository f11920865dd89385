"""plan.yaml: what it must say, and the words in which its faults are told."""

import pytest

from factories.results import make_manifest
from placeplan.plan.manifest import describe_schema, read_manifest
from placeplan.tables import LoadedFile, parse_yaml

SOUND = """\
schema: 1
id: tiny
name: Tiny
base_year: 2016
horizon_year: 2020
people_from: 2011
people_to: 2021
scenarios:
  - id: do_nothing
    name: If nothing changes
  - id: plan
    name: The plan
"""


def _read(text):
    document, faults = parse_yaml(LoadedFile("plan.yaml", text.encode()))
    assert faults == ()
    return read_manifest(document)


def _only_fault(text):
    manifest, faults = _read(text)
    assert manifest is None
    (fault,) = faults
    return str(fault)


def test_a_sound_manifest_has_its_years_and_scenarios():
    manifest, faults = _read(SOUND)

    assert faults == ()
    assert manifest.years == range(2016, 2021)
    assert manifest.scenario_ids == ("do_nothing", "plan")
    assert (manifest.seed, manifest.draws) == (20160309, 1)


def test_a_seed_may_have_128_bits_and_no_more():
    assert _read(f"{SOUND}seed: {2**128 - 1}\n")[0].seed == 2**128 - 1
    assert "seed" in _only_fault(f"{SOUND}seed: {2**128}\n")


def test_a_plan_may_draw_many_futures_but_not_more_than_memory_holds():
    assert _read(f"{SOUND}draws: 256\n")[0].draws == 256
    assert _only_fault(f"{SOUND}draws: 20000\n") == (
        "plan.yaml, line 13, draws: expected a whole number from 1 to 10000, "
        "found 20000. Correct the number of futures to draw."
    )


def test_an_entry_that_is_missing_is_named():
    assert _only_fault(SOUND.replace("base_year: 2016\n", "")) == (
        "plan.yaml, line 1, base_year: expected an entry, found nothing. Add the entry."
    )


def test_an_entry_that_nobody_knows_is_refused():
    assert _only_fault(f"{SOUND}colour: green\n") == (
        "plan.yaml, line 13, colour: expected no such entry, found green. Take the "
        "entry out, or correct its name."
    )


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("horizon_year: 2020", "horizon_year: 2016", "horizon_year after base_year"),
        (
            "people_from: 2011",
            "people_from: 2017",
            "people_from at or before base_year",
        ),
        ("people_to: 2021", "people_to: 2019", "people_to at or after horizon_year"),
    ],
)
def test_years_that_contradict_each_other_are_refused(old, new, words):
    fault = _only_fault(SOUND.replace(old, new))

    assert fault == f"plan.yaml, line 1: expected {words}. Correct the entry."


def test_a_year_far_off_is_refused():
    assert _only_fault(SOUND.replace("people_to: 2021", "people_to: 20210")) == (
        "plan.yaml, line 7, people_to: expected less than or equal to 2100, found "
        "20210. Correct the entry."
    )


def test_the_two_scenarios_that_are_always_there_come_first():
    swapped = SOUND.replace("id: do_nothing", "id: x").replace("id: plan", "id: y")
    swapped = swapped.replace("name: If", "based_on: plan\n    name: If")
    swapped = swapped.replace("name: The", "based_on: plan\n    name: The")

    assert _only_fault(swapped) == (
        "plan.yaml, line 1: expected scenarios that start with do_nothing and plan. "
        "Correct the entry."
    )


def test_a_scenario_stands_once():
    again = "  - {id: low, name: A, based_on: plan}\n" * 2

    assert _only_fault(SOUND + again) == (
        "plan.yaml, line 1: expected each scenario once, not low again. Correct the "
        "entry."
    )


def test_an_own_scenario_says_what_it_rests_on():
    assert _only_fault(SOUND + "  - {id: low, name: Low}\n") == (
        "plan.yaml, line 13, scenarios, entry 3: expected based_on: do_nothing or "
        "based_on: plan. Correct the entry."
    )


def test_the_fixed_scenarios_stay_what_they_are():
    changed = SOUND.replace("name: The plan", "name: The plan\n    growth: high")

    assert _only_fault(changed) == (
        "plan.yaml, line 11, scenarios, entry 2: expected 'plan' without based_on and "
        "growth: they are for the plan's own scenarios. Correct the entry."
    )


def test_the_shape_of_an_id_is_told_in_words():
    assert _only_fault(SOUND.replace("id: tiny", "id: Tiny plan")) == (
        "plan.yaml, line 2, id: expected lower-case letters, digits and hyphens, found "
        "Tiny plan. Correct the entry."
    )
    assert _only_fault(SOUND + "  - {id: a-b, name: A, based_on: plan}\n") == (
        "plan.yaml, line 13, scenarios, entry 3, id: expected lower-case letters, "
        "digits and underscores, found a-b. Correct the entry."
    )


def test_a_list_in_place_of_entries_is_refused():
    assert _only_fault("- schema: 1\n") == (
        "plan.yaml, line 1: expected named entries, found [{'schema': 1}]. Write "
        "entries, each with its name and a colon."
    )


def test_a_long_value_is_shortened():
    fault = _only_fault(SOUND.replace("schema: 1", f"schema: {'x' * 99}"))

    assert fault == (
        f"plan.yaml, line 1, schema: expected 1, found {'x' * 59}…. Correct the entry."
    )


def test_every_fault_is_told_at_once():
    manifest, faults = _read("schema: 2\nid: Tiny\nyears: 5\n")

    assert manifest is None
    assert [fault.where for fault in faults] == [
        "line 1, schema",
        "line 2, id",
        "line 1, name",
        "line 1, base_year",
        "line 1, horizon_year",
        "line 1, people_from",
        "line 1, people_to",
        "line 1, scenarios",
        "line 3, years",
    ]


def test_the_published_schema_says_what_the_manifest_accepts():
    schema = describe_schema()

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["properties"]["schema"]["const"] == 1
    assert schema["additionalProperties"] is False
    assert sorted(schema["required"]) == [
        "base_year",
        "horizon_year",
        "id",
        "name",
        "people_from",
        "people_to",
        "scenarios",
        "schema",
    ]


def test_own_scenarios_choose_growth_and_solutions():
    own = {"id": "strong", "name": "Strong", "based_on": "plan", "growth": "high"}
    scenarios = [*make_manifest().model_dump()["scenarios"], own]

    strong = make_manifest(scenarios=scenarios).scenarios[2]

    assert (strong.growth, strong.with_solutions) == ("high", True)
