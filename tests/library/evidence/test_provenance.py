"""A number leads back to its files and sources, and says why it is no stronger."""

from factories.evidence_factory import make_rows
from placeplan.evidence import Ingredient, Provenance, explain, trace

TABLES = {
    "income": make_rows(
        ("paper", "derived"),
        ("ours", "illustrative"),
        year=[2016, 2025],
        organisation=["km-stp", "km-stp"],
    ),
    "staff": make_rows(
        ("survey", "published"),
        ("guess", "illustrative"),
        ("survey", "derived"),
        year=[2016, 2016, 2016],
        provider=["mft", "mtw", None],
        staff_group=["nurse", "nurse", "nurse"],
    ),
    "staff_flows": make_rows(
        ("trend", "calibrated"), from_year=[2018], staff_group=["doctor"]
    ),
    "people_counts": make_rows(("count-2019", "derived"), year=[2019], place=["dover"]),
    "beds": make_rows(("kh03", "published"), year=[2016]).clear(),
}


def test_a_measure_leads_to_its_files_sources_and_weakest_status():
    assert trace("income_pounds", TABLES) == Provenance(
        "income_pounds",
        (
            Ingredient(
                table="income",
                path="money/income.csv",
                rows=2,
                sources=("ours", "paper"),
                status="illustrative",
            ),
        ),
    )


def test_rows_of_later_years_do_not_bear_on_a_number():
    found = trace("income_pounds", TABLES, where={"year": 2020})

    assert (found.sources, found.status) == (("paper",), "derived")


def test_rows_of_another_provider_are_left_out_and_rows_for_all_are_kept():
    where = {"provider": "mft", "year": 2016, "site": None}

    found = trace("staff_available_wte", TABLES, where=where)

    staff = found.ingredients[0]
    assert (staff.rows, staff.sources, staff.status) == (2, ("survey",), "derived")


def test_a_table_that_speaks_of_something_else_counts_whole():
    where = {"staff_group": "nurse", "year": 2016}

    found = trace("staff_available_wte", TABLES, where=where)

    assert found.ingredients[1].sources == ("trend",)
    assert found.status == "illustrative"


def test_a_later_count_bears_on_the_past_between_two_counts():
    found = trace("population", TABLES, where={"year": 2016, "place": "dover"})

    assert found.sources == ("count-2019",)


def test_solutions_bear_on_the_gap_only_with_the_plan():
    solutions = make_rows(
        ("us", "illustrative"), ("them", "published"), solution=["a", "b"]
    )
    tables = {**TABLES, "solutions": solutions}

    with_plan = trace("gap_pounds", tables, with_solutions=True)
    one = trace("solution_pounds", tables, where={"initiative": "b"})

    assert "us" not in trace("gap_pounds", tables).sources
    assert "us" in with_plan.sources
    assert one.sources == ("them",)


def test_the_weakest_ingredients_are_found_by_status():
    found = trace("staff_available_wte", TABLES)

    assert [each.table for each in found.find_weakest()] == ["staff"]
    assert [each.table for each in found.find_weakest("calibrated")] == ["staff_flows"]


def test_the_words_name_the_files_and_the_reason():
    assert explain(trace("staff_available_wte", TABLES)) == (
        "Staff available: made of capacity/staff.csv and capacity/staff_flows.csv. It "
        "is illustrative (our own assumption, until a real figure takes its place) "
        "because capacity/staff.csv is."
    )


def test_two_reasons_are_named_together():
    files = tuple(
        Ingredient(name, f"{name}.csv", 1, ("s",), "derived") for name in "abc"
    )

    assert explain(Provenance("births", files)) == (
        "Births: made of a.csv, b.csv and c.csv. It is derived (worked out from "
        "published figures) because a.csv, b.csv and c.csv are."
    )


def test_a_number_that_meets_a_published_one_says_that_it_was_made_to():
    assert explain(trace("income_pounds", TABLES), "calibrated") == (
        "Income: made of money/income.csv. It is calibrated (set so that a published "
        "figure comes out), though money/income.csv is illustrative: it was made to "
        "meet a published figure, and weaker inputs only share it out."
    )


def test_a_measure_without_tables_says_so():
    found = trace("beds_available", TABLES)

    assert found == Provenance("beds_available", ())
    assert found.status == "published"
    assert explain(found) == (
        "Beds available: the plan folder holds no table behind it."
    )
