"""``placeplan toolkit`` as a person types it."""

import pytest

from factories.plan_folder import make_tables, write_plan_folder

TABLES = ("initiatives", "effects", "phasing", "arrivals", "capacity", "costs")


@pytest.fixture
def plan(tmp_path):
    """The tiny plan with community contacts and reablement: a provider each place."""
    tables = make_tables()
    tables["organisations"] += [
        {"id": name, "name": name, "kind": "community_provider"}
        for name in ("north-care", "south-care")
    ]
    tables["activity_base"] += [
        {
            "pod": pod,
            "place": place,
            "provider": provider,
            "sex": "persons",
            "age_band": "65+",
            "activity": 500,
            "bed_days": 0,
        }
        for place, provider in (("ashford", "north-care"), ("dover", "south-care"))
        for pod in ("community_contact", "reablement_episode")
    ]
    tables["prices"] += [
        {"pod": pod, "price_pounds": 10}
        for pod in ("community_contact", "reablement_episode")
    ]
    return write_plan_folder(tmp_path / "plan", tables=tables)


def list_files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_elements_are_listed_with_their_sources(call, call_json):
    code, said, _ = call("toolkit")
    found = call_json("toolkit")[1]

    assert code == 0
    assert said.splitlines()[10].startswith("6  rapid-response")
    assert [len(found[name]) for name in ("elements", "tiers", "sources")] == [8, 3, 3]


def test_the_mitigators_are_listed(call, call_json):
    _, said, _ = call("toolkit", "mitigators")

    assert len(call_json("toolkit", "mitigators")[1]) == 92
    assert said.splitlines()[:2] == [
        (
            "long-term-conditions: Flare-ups of long-term conditions that care outside "
            "hospital can keep in check"
        ),
        "   avoidance of emergency_spell",
    ]


def test_an_element_becomes_an_initiative_that_the_check_accepts(plan, call):
    words = ("--folder", plan, "--area", "dover", "--size", 0.5, "--from-year", 2017)
    code, said, _ = call("toolkit", "add", "rapid-response", *words)

    assert code == 0
    assert said.splitlines()[0] == "rapid-response-dover: 7 files written."
    assert call("check", plan)[0] == 0
    rows = (plan / "initiatives/effects.csv").read_text().splitlines()
    assert len(rows) == 2
    assert rows[1].endswith("0.965,0.99,local-care-toolkit,illustrative")


def test_what_it_moves_is_told_in_work_days_staff_and_pounds(plan, call_json):
    words = ("--folder", plan, "--area", "dover")
    _, found = call_json("toolkit", "add", "discharge-reablement", *words)
    moved = {
        (row["kind"], row["measure"]): (row["value"], row["unit"])
        for row in found["moves"]
    }

    # 700 spells at 65 and over with 5 nights each, of which 15 % are saved.
    days, unit = moved["shortened", "bed_days"]
    assert (days, unit) == (pytest.approx(0.15 * 3500, rel=0.001), "days")
    assert moved["shortened", "beds_needed"][0] == pytest.approx(days / (365 * 0.9))
    assert moved["added", "staff_available_wte"] == (0.8, "wte")
    # £100 a spell, of which 70 % by 2019, where this plan ends.
    assert moved["spent", "cost_pounds"] == (49_000, "pounds")
    assert len(moved) == 4


def test_rows_that_stand_there_stay_as_they_are(plan, call):
    call("toolkit", "add", "rapid-response", "--folder", plan, "--area", "dover")
    before = list_files(plan)
    call("toolkit", "add", "rapid-response", "--folder", plan, "--area", "ashford")
    after = list_files(plan)

    assert after["sources.yaml"] == before["sources.yaml"]
    for name, content in before.items():
        assert after[name].startswith(content), name
    assert call("check", plan)[0] == 0


def test_other_columns_than_ours_keep_their_places(plan, call):
    call("toolkit", "add", "rapid-response", "--folder", plan, "--area", "dover")
    path = plan / "initiatives/phasing.csv"
    rows = [line.split(",") for line in path.read_text().splitlines()]
    turned = "\n".join(",".join([row[1], row[0], *row[2:]]) for row in rows)
    path.write_text(turned)  # no line feed at the end either
    call("toolkit", "add", "rapid-response", "--folder", plan, "--area", "ashford")

    assert path.read_text().splitlines()[len(rows)].startswith("2017,rapid-response-a")
    assert call("check", plan)[0] == 0


def test_rows_alone_go_to_another_folder(plan, call, tmp_path):
    before, out = list_files(plan), tmp_path / "rows"
    words = ("--folder", plan, "--area", "dover", "--out", out)
    code, _, _ = call("toolkit", "add", "rapid-response", *words)

    assert code == 0
    assert list_files(plan) == before
    assert sorted(list_files(out)) == sorted(
        [*(f"initiatives/{name}.csv" for name in TABLES), "sources.yaml"]
    )


def test_a_footprint_is_an_area(plan, call):
    words = ("--folder", plan, "--area", "whole", "--community", "north-care")
    code, _, _ = call(
        "toolkit", "add", "rapid-response", *words, "--social-care", "south-care"
    )

    assert code == 0
    rows = (plan / "initiatives/effects.csv").read_text().splitlines()
    assert [row.split(",")[3] for row in rows[1:]] == ["ashford", "dover"]


def test_at_a_fault_every_file_is_put_back(plan, call):
    before = list_files(plan)
    words = ("--folder", plan, "--area", "dover", "--source", "nowhere", "--level", 9)
    code, _, told = call("toolkit", "add", "rapid-response", *words)

    assert code == 2
    assert "nowhere" in told
    assert list_files(plan) == before


def test_an_unknown_area_and_a_missing_word_are_refused(plan, call):
    code, _, told = call(
        "toolkit", "add", "self-care", "--folder", plan, "--area", "mars"
    )
    assert (code, told.split(".")[0]) == (2, "There is no area 'mars'")
    code, _, told = call("toolkit", "add", "self-care")
    assert (code, told.split(":")[0]) == (2, "Say what to add and where")
