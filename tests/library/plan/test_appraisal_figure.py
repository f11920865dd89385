"""The figure of an appraisal says what is worth most, and beyond what."""

from factories.appraisal_factory import make_tables
from placeplan.money.appraisal import list_appraisals
from placeplan.plan.appraisal_figure import draw_values


def make(**changes):
    (found,) = list_appraisals(_in_millions(make_tables(**changes)))
    return found


def _in_millions(tables):
    flows = tables["appraisal_flows"]
    grown = flows.with_columns(flows["value_pounds"] * 1_000_000)
    return tables | {"appraisal_flows": grown}


def test_each_option_says_what_it_is_worth_beyond_the_baseline():
    figure = draw_values(make())

    assert [row[:8] for row in figure.table.iter_rows()] == [
        ("Stay", 200.0, 0.0, -200.0, 2, None, None, "the baseline"),
        ("Build", 230.0, 80.0, -150.0, 1, 50.0, 100.0, "in 2018/19"),
    ]
    assert figure.finding == (
        "Worth most is ‘Build’: £50 million more than the baseline in the money of "
        "2017/18. Pays back: in 2018/19."
    )


def test_an_option_that_costs_nothing_more_has_no_return():
    free = [("unit", "build", "Sites let", "benefit", 2018, 10.35)]

    figure = draw_values(make(appraisal_flows=free))

    assert figure.table.row(1)[5:8] == (10.0, None, "costs nothing more")
    assert figure.finding.endswith("Pays back: costs nothing more.")


def test_an_option_may_not_pay_back_in_the_years_looked_at():
    flows = [
        ("unit", "stay", "Running", "cost", 2018, 300.0),
        ("unit", "build", "Building", "cost", 2017, 10.0),
        ("unit", "build", "Closing", "cost", 2018, 300.0),
        ("unit", "build", "Closing", "cost", 2019, 400.0),
    ]

    figure = draw_values(make(appraisal_flows=flows))

    assert figure.table.row(1)[7] == "not within the years looked at"


def test_the_baseline_itself_may_be_worth_most():
    dear = [("unit", "build", "Building", "cost", 2017, 10.0)]

    assert draw_values(make(appraisal_flows=dear)).finding == (
        "Nothing is worth more than the baseline, ‘Stay’."
    )
