"""The figures of productivity say what can be saved, and how far from the published."""

from factories.productivity_factory import make_tables
from placeplan.money.productivity import find_productivity
from placeplan.plan.productivity_figure import (
    draw_catch_up,
    draw_funnel,
    draw_savings_years,
)


def make(cap=0.1, published=100.0, **changes):
    tables = make_tables(**changes)
    path, told = tables["productivity_path"], tables["productivity_published"]
    tables["productivity_path"] = path.with_columns(cap_share=cap)
    tables["productivity_published"] = told.with_columns(saving_pounds=published)
    return find_productivity(_in_millions(tables))


def _in_millions(tables):
    """Make pounds millions of them, so that tables in millions tell them apart."""
    return {
        name: frame.with_columns(
            frame[column] * 1_000_000
            for column in frame.columns
            if column.endswith("_pounds")
        )
        for name, frame in tables.items()
    }


def test_the_funnel_runs_from_the_cost_base_to_what_waits():
    figure = draw_funnel(make())

    assert [row[:2] for row in figure.table.iter_rows()] == [
        ("Cost base, 2015/16", 690.0),
        ("Catching up with one peer each", 130.0),
        ("Efficiency asked of each year", 27.6),
        ("Wanted in all", 157.6),
        ("Most that the cap allows", 138.0),
        ("Saved in 2 years", 138.0),
        ("Still waits", 19.6),
        ("Published, by 2017/18", 100.0),
    ]
    assert figure.table["Status"].to_list() == ["illustrative"] * 7 + ["published"]
    assert figure.status == "illustrative"


def test_the_finding_says_how_far_the_total_is_from_what_was_published():
    def say(published):
        return draw_funnel(make(published=published)).finding

    saved = (
        "£138 million can be saved from 2016/17 to 2017/18 of £157.6 million wanted; "
        "£19.6 million still waits behind the cap. "
    )
    check = "that was published, which is a check of scale and no input."
    assert say(100.0) == f"{saved}That is £38 million above the £100 million {check}"
    assert say(200.0) == f"{saved}That is £62 million below the £200 million {check}"
    assert say(138.0) == f"{saved}That is the £138 million that was published."


def test_one_year_is_called_one_year():
    figure = draw_funnel(make(count=1))

    assert figure.table["Step"].to_list()[5] == "Saved in one year"


def test_each_year_says_what_it_wants_saves_and_carries_forward():
    figure = draw_savings_years(make())

    assert figure.table.row(1) == (
        *("2017/18", 690.0, 9.8, 65.0, 13.8, 69.0, 19.6, 69.0),
        "illustrative",
    )
    assert figure.finding == (
        "The cap holds savings back in 2016/17, 2017/18; what it holds back is carried "
        "forward whole."
    )


def test_a_cap_that_holds_nothing_back_says_so():
    assert draw_savings_years(make(cap=1.0)).finding == (
        "The cap holds nothing back: each year saves all that it wants."
    )


def test_catch_up_stands_by_group_and_body_in_the_order_of_the_papers():
    figure = draw_catch_up(make(), {"north": "North Trust"})

    assert figure.table.columns == ["£ million", "North Trust", "All", "Status"]
    assert [row[:3] for row in figure.table.iter_rows()] == [
        ("All pay", 100.0, 100.0),
        ("Premises and estates", 30.0, 30.0),
    ]
    assert figure.finding == (
        "£130 million a year would be saved if every cost centre cost what one chosen "
        "peer spends on it; most of it in all pay (£100 million)."
    )
