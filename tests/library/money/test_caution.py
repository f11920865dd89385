"""Words that stand beside a figure are found by its measure."""

from factories.money_factory import make_table
from placeplan.money import find_cautions

CAUTIONS = make_table(
    "cautions",
    [
        ("outturn_pounds", "secamb", "Kent, Surrey and Sussex."),
        ("outturn_pounds", None, "A forecast, not audited outturn."),
        ("gap_pounds", None, "Health and social care."),
    ],
)


def test_words_for_all_come_before_words_about_one():
    assert find_cautions(CAUTIONS, measure="outturn_pounds") == [
        "A forecast, not audited outturn.",
        "Kent, Surrey and Sussex.",
    ]


def test_words_about_one_start_with_its_name_where_names_are_given():
    found = find_cautions(
        CAUTIONS, measure="outturn_pounds", names={"secamb": "The ambulance service"}
    )

    assert found == [
        "A forecast, not audited outturn.",
        "The ambulance service: Kent, Surrey and Sussex.",
    ]


def test_words_about_another_organisation_are_left_out():
    found = find_cautions(CAUTIONS, measure="outturn_pounds", organisation="mft")

    assert found == ["A forecast, not audited outturn."]


def test_a_measure_without_cautions_has_none():
    assert find_cautions(CAUTIONS, measure="cost_pounds") == []
