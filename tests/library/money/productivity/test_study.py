"""A study from tables to the five-year opportunity, and what does not fit is named."""

from decimal import Decimal

import pytest

from factories.productivity_factory import make_tables
from placeplan.errors import InputError
from placeplan.money.pence import to_pounds
from placeplan.money.productivity import check_productivity, find_productivity


def pounds(pence):
    return to_pounds(pence).amount


def test_without_bodies_there_is_nothing_to_study():
    assert find_productivity({}) is None


def test_peers_are_chosen_for_each_own_body():
    study = find_productivity(make_tables())

    found = {
        body: [(each.id, each.chosen) for each in told]
        for body, told in study.verdicts.items()
    }
    assert found == {"north": [("near", True), ("far", True), ("unsafe", False)]}


def test_catch_up_is_summed_by_group_and_in_all():
    study = find_productivity(make_tables())

    # Doctors: 600/100 less 500/100 at far; premises: 90/30 less 40/20 at near.
    assert {group: pounds(each.pence) for group, each in study.by_group.items()} == {
        "pay": Decimal("100.00"),
        "supplies_drugs_other": Decimal("0.00"),
        "premises_estates": Decimal("30.00"),
        "clinical_negligence": Decimal("0.00"),
    }
    assert pounds(study.catch_up.pence) == 130


def test_the_nearest_peer_can_count_instead():
    study = find_productivity(make_tables(), comparator="nearest")

    # Doctors: 600/100 less 550/100 at near.
    assert pounds(study.catch_up.pence) == 80


def test_the_base_is_the_cost_of_own_bodies_and_the_path_starts_from_it():
    study = find_productivity(make_tables())

    assert (study.base_year, pounds(study.base)) == (2015, 690)
    # 2 % of 690 is 13.80 a year; 65 are due in each; no more than a tenth of cost.
    assert [
        tuple(pounds(amount) for amount in (each.wanted, each.saved, each.carried))
        for each in study.path.years
    ] == [
        (Decimal("78.80"), Decimal(69), Decimal("9.80")),
        (Decimal("88.60"), Decimal(69), Decimal("19.60")),
    ]
    assert pounds(study.find_path_at(None).saved) == Decimal("157.60")
    assert pounds(study.find_path_at(0.02).saved) == Decimal("27.60")


def test_efficiency_stated_in_the_path_counts_before_guidance():
    study = find_productivity(make_tables(efficiency=(0.1, None)))

    assert [pounds(each.efficiency) for each in study.path.years] == [
        Decimal(69),
        Decimal("13.80"),
    ]


def test_specialties_stand_beside_and_trusts_too():
    study = find_productivity(make_tables())

    # North spends 690 for 600 of average activity; surgery 400 for 350, heart less.
    assert pounds(study.bodies["north"].opportunity.pence) == 90
    assert [pounds(each.opportunity.pence) for each in study.specialties] == [50, 0]
    assert pounds(study.by_specialty.pence) == 50


def test_what_was_published_is_no_input():
    study = find_productivity(make_tables(status="derived"))

    (told,) = study.published
    assert (told.year, pounds(told.saving), told.words) == (2017, 100, "£100 by 2018.")
    assert study.status == "derived"


@pytest.mark.parametrize(
    ("changes", "where", "expected"),
    [
        ({"own": "candidate"}, "column role", "one body or more of role own"),
        (
            {"years": (2015, 2016)},
            "column year",
            "one year for all",
        ),
        (
            {"years": (2020, 2020), "first": 2021, "efficiency": (0.02, 0.02)},
            "year",
            "one of the years 2014/15, 2015/16, 2016/17, 2017/18, 2018/19",
        ),
        ({"ratings": ("good", None)}, "body unsafe, column safety", "a rating, as"),
        (
            {"criteria": [("turnover", None, None)]},
            "criterion turnover",
            "a tolerance and no least_rating",
        ),
        (
            {"criteria": [("safety", 1.0, "good")]},
            "criterion safety",
            "a least_rating and no tolerance",
        ),
        ({"without": "far"}, "body far", "cost centres for every body"),
        (
            {"driver": "beds"},
            "cost centre doctors",
            "one name, group and driver for all bodies",
        ),
        ({"first": 2017}, "", "every year from 2016 on, the year after the costs"),
        (
            {"years": (2018, 2018), "first": 2019, "count": 3},
            "year 2021, column efficiency_share",
            "a share, as no guidance at hand asks one of 2021/22",
        ),
        (
            {"organisations": ["south"]},
            "body north",
            "an id that organisations have, as its role is own",
        ),
    ],
)
def test_what_does_not_fit_is_named(changes, where, expected):
    tables = make_tables(**changes)

    faults = check_productivity(tables)

    told = [fault for fault in faults if fault.where == where]
    assert [fault.expected.startswith(expected) for fault in told] == [True]
    with pytest.raises(InputError) as caught:
        find_productivity(tables)
    assert list(caught.value.faults) == faults


def test_without_the_filter_nobody_needs_a_rating():
    tables = make_tables(ratings=(None, None), criteria=[("sites", 0.0, None)])

    assert check_productivity(tables) == []


def test_a_plan_that_says_nothing_of_productivity_has_no_fault():
    assert check_productivity({}) == []


def test_tables_that_fit_have_no_fault():
    assert check_productivity(make_tables(organisations=["north"])) == []


def test_a_path_of_no_years_is_named():
    (fault,) = check_productivity(make_tables(count=0))

    assert (fault.expected, fault.found) == (
        "every year from 2016 on, the year after the costs",
        "none",
    )
