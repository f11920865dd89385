"""Figures of what the plan changes say what they show, and hold its numbers."""

import numpy as np
import polars as pl
import pytest

from placeplan.plan.claim_figure import draw_claims
from placeplan.plan.difference_figure import draw_difference
from placeplan.plan.driver_figure import draw_drivers
from placeplan.plan.initiative_bridge_figure import draw_initiative_bridge
from placeplan.plan.ledger_figure import draw_ledger
from placeplan.plan.spread_figure import DOTS, draw_dots, draw_fan
from placeplan.tables import STATUS

NAMES = {"falls": "Falls", "home": "Home", "emergency_spell": "Spells"}
BEDS = {"title": "Beds", "status": "derived"}


def make(columns, *rows, **more):
    frame = pl.DataFrame(rows, schema=columns.split(), orient="row")
    made = frame.with_columns(pl.lit(value).alias(name) for name, value in more.items())
    return made.with_columns(pl.col("status").cast(STATUS))


def make_ledger():
    return make(
        "initiative kind pod provider value",
        ("falls", "avoided", "emergency_spell", "mft", 3.0e6),
        ("home", "moved", "emergency_spell", "ekhuft", 2.0e6),
        ("home", "arrived", "day_case", "mft", 0.5e6),
        ("home", "spent", None, None, 0.25e6),
        year=2018,
        unit="pounds",
        status="derived",
    )


def make_claims(*rows):
    columns = "initiative unit claimed counted double_counted"
    return make(columns, *rows, year=2018, status="derived")


def make_bridge():
    return make(
        "initiative value simple_effect",
        ("falls", -10.5, -12.0),
        ("home", -23.5, -25.0),
        ("interaction", 0.0, 3.0),
        year=2018,
        unit="beds",
        error=0.0,
        status="derived",
    )


def make_draws(*years):
    """Draws 1 to 100 of doing nothing, and half of each with the plan."""
    each = np.arange(1.0, 101.0)
    return pl.DataFrame(
        {
            "scenario": ["do_nothing", "plan"] * len(years),
            "year": [year for year in years for _ in range(2)],
            "unit": "beds",
            "draws": [draws.tolist() for _ in years for draws in (each, each / 2)],
        }
    )


def make_drivers(*rows):
    columns = "input kind rank spread_share direction mc_error"
    return pl.DataFrame(rows, schema=columns.split(), orient="row").with_columns(
        year=pl.lit(2018)
    )


DRAWN = {
    "ledger": lambda: draw_ledger(make_ledger(), by="initiative"),
    "claims": lambda: draw_claims(make_claims(("falls", "days", 9.0, 7.0, 2.0))),
    "bridge": lambda: draw_initiative_bridge(make_bridge(), title="Beds"),
    "fan": lambda: draw_fan(make_draws(2017, 2018), **BEDS),
    "dots": lambda: draw_dots(make_draws(2018), **BEDS),
    "drivers": lambda: draw_drivers(
        make_drivers(("falls", "size", 1, 0.6, -1, 0.1)), **BEDS
    ),
    "difference": lambda: draw_difference(
        pl.DataFrame(
            {"year": 2018, "unit": "beds", "first": 5.0, "second": 3.5, "change": -1.5}
        ),
        **BEDS,
        first="one",
        second="other",
    ),
}


@pytest.mark.parametrize("name", DRAWN)
def test_figure_is_drawn_the_same_twice(name):
    first, again = DRAWN[name](), DRAWN[name]()

    assert first.draw_svg() == again.draw_svg()
    assert first.status == "derived"


@pytest.mark.parametrize(
    "drawn",
    [
        draw_ledger(make_ledger().clear(), by="pod"),
        draw_claims(make_claims().clear()),
        draw_initiative_bridge(make_bridge().clear(), title="Beds"),
        draw_fan(make_draws(2018).clear(), **BEDS),
        draw_dots(make_draws(2018).clear(), **BEDS),
        draw_drivers(make_drivers().clear(), **BEDS),
        draw_difference(pl.DataFrame(), **BEDS, first="one", second="other"),
    ],
)
def test_nothing_to_show_has_no_figure(drawn):
    assert drawn is None


def test_ledger_says_what_leaves_arrives_and_costs():
    figure = draw_ledger(make_ledger(), by="initiative", names=NAMES)

    assert figure.finding == (
        "In 2018/19, what leaves is £5 million; what arrives elsewhere is £500,000; "
        "what initiatives cost is £250,000."
    )
    assert figure.table.drop("Status").rows() == [
        ("Falls", "£ million", 3.0, 0.0, 0.0, 0.0, -3.0),
        ("Home", "£ million", 0.0, 2.0, 0.5, 0.2, -1.2),
    ]


def test_ledger_says_where_most_leaves_and_arrives():
    figure = draw_ledger(make_ledger(), by="provider", names={"mft": "Medway"})

    assert figure.finding == (
        "Most leaves Medway (£3 million) and most arrives at Medway (£500,000)."
    )
    assert figure.table["Provider"].to_list() == ["Medway", "ekhuft", "Not told apart"]


def test_ledger_in_several_units_names_the_unit_of_each_row():
    days = make_ledger()[:1].with_columns(unit=pl.lit("days"), value=40.0)

    figure = draw_ledger(pl.concat([make_ledger()[1:2], days]), by="pod", names=NAMES)

    assert figure.table["Counted in"].to_list() == ["£ million", "bed days"]
    assert "Spells · days" in figure.draw_svg()


def test_claims_say_what_would_be_counted_twice():
    claims = make_claims(
        ("falls", "days", 100.0, 100.0, 0.0), ("home", "days", 60.0, 45.0, 15.0)
    )

    figure = draw_claims(claims, names=NAMES)

    assert figure.finding == (
        "In 2018/19, 15 bed days of the 160 bed days that initiatives claim would be "
        "counted twice: whoever comes later gets only the rest."
    )
    assert figure.table["Taken before by others"].to_list() == [0, 15]


def test_claims_that_never_meet_say_so():
    figure = draw_claims(make_claims(("falls", "days", 9.0, 9.0, 0.0)))

    assert figure.finding == (
        "In 2018/19 no initiative claims what another has already taken."
    )


def test_bridge_sets_simple_effects_beside_the_shares():
    figure = draw_initiative_bridge(make_bridge(), title="Beds", names=NAMES)

    assert figure.finding == (
        "Beds in 2018/19: initiatives change it by −34 beds, most of all Home (−24 "
        "beds). What each would do alone adds up to −37 beds: the difference is where "
        "they meet."
    )
    assert figure.table.drop("Error of the share", "Status").rows() == [
        ("Home", -23.5, -25.0),
        ("Falls", -10.5, -12.0),
        ("Where they meet (interaction)", 0.0, 3.0),
        ("Together", -34.0, -34.0),
    ]


def test_fan_says_where_eight_futures_of_ten_lie():
    names = {"do_nothing": "If nothing changes", "plan": "The plan"}

    figure = draw_fan(make_draws(2017, 2018), **BEDS, scenarios=names)

    assert figure.finding == (
        "Beds in 2018/19, in eight futures of ten: if nothing changes, between 11 beds "
        "and 90 beds; the plan, between 5.5 beds and 45 beds."
    )
    year, future, *range_, status = figure.table.row(-1)
    assert (year, future, status) == ("2018/19", "The plan", "derived")
    assert range_ == pytest.approx([5.45, 25.25, 45.05], abs=0.051)


def test_each_dot_is_one_future_in_twenty():
    figure = draw_dots(make_draws(2018), **BEDS)

    column = figure.table["do_nothing, beds"]
    levels = (np.arange(DOTS) + 0.5) / DOTS
    expected = np.quantile(np.arange(1.0, 101.0), levels).round(1)
    assert column.to_list() == pytest.approx(expected.tolist(), abs=0.051)
    assert len(figure.table) == DOTS


def test_futures_that_are_all_alike_are_one_stack_of_dots():
    alike = make_draws(2018).with_columns(draws=pl.lit([7.0] * 30))

    figure = draw_dots(alike, **BEDS)

    assert {*figure.table["plan, beds"]} == {7.0}


def test_drivers_name_what_varies_and_how_much_is_chance():
    drivers = make_drivers(
        ("emergency_spell", "use_growth", 1, 0.5, 1, 0.02),
        ("home", "delivery", 2, 0.3, -1, 0.02),
        ("chance", "chance", 3, 0.004, None, 0.001),
        ("others", "others", 4, 0.196, None, 0.03),
    )

    figure = draw_drivers(drivers, **BEDS, names=NAMES)

    assert figure.finding.replace("\xa0", " ") == (
        "Beds in 2018/19 is uncertain most of all for Spells: growth of use (50 %); "
        "then Home: whether it is delivered (30 %). Chance alone makes under 1 % of "
        "the spread."
    )
    assert figure.table["Direction"].to_list() == [
        "more of it, more",
        "more of it, less",
        "",
        "",
    ]


def test_drivers_without_any_input_that_stands_out_say_so():
    drivers = make_drivers(("chance", "chance", 1, 0.9, None, 0.1))

    figure = draw_drivers(drivers, **BEDS)

    assert figure.finding == "In 2018/19 no input stands out in the spread of: Beds."


def test_difference_says_its_own_spread():
    changes = pl.DataFrame(
        {"year": [2017, 2018], "unit": "beds", "first": 50.0, "second": [48.0, 38.0]}
        | {"change": [-2.0, -12.0], "p10": [-3.0, -15.0], "p50": [-2.0, -12.0]}
        | {"p90": [-1.0, -9.0]}
    )

    figure = draw_difference(changes, **BEDS, first="nothing", second="plan")

    assert figure.finding == (
        "Beds in 2018/19: plan less nothing is −12 beds; in eight futures of ten the "
        "change lies between −15 beds and −9 beds."
    )
    assert figure.table.row(-1)[1:8] == ("beds", 50, 38, -12, -15, -12, -9)


def test_difference_without_draws_says_the_change_alone():
    figure = DRAWN["difference"]()

    assert figure.finding == "Beds in 2018/19: other less one is −1.5 beds."
    assert figure.table.columns == [
        "Year",
        "Counted in",
        "one",
        "other",
        "Change",
        "Status",
    ]
