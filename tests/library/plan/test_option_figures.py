"""Pictures of options and flows: what they say, and that nothing is lost on the way."""

import polars as pl
import pytest

from factories.option_factory import make_tables
from placeplan.capacity import (
    compare_options,
    list_flows,
    list_option_flows,
    list_options,
    list_questions,
)
from placeplan.plan.flow_band import Flow, lay_bands, stack_nodes
from placeplan.plan.flow_figure import draw_flows
from placeplan.plan.option_figure import draw_pareto
from placeplan.plan.option_report import say_choice

NAMES = {"north": "North Hospital", "over": "Over the Border"}


def compare(**choices):
    (question,) = list_questions(make_tables(**choices))
    return compare_options(question)


def test_the_front_is_numbered_and_today_stands_beside_it():
    figure = draw_pareto(list_options(compare()), NAMES)
    columns = ["Number", "Open", "What it is", "Mean travel (minutes)"]
    assert figure.table.select(columns).rows() == [
        ("1", "middle, south", "Beaten by no other", 15.8),
        ("", "middle, North Hospital", "As it is today", 16.7),
    ]
    assert figure.finding == (
        "Of 3 options 1 is beaten by no other. Best on mean travel: middle, south, "
        "with 15.8 minutes."
    )
    assert figure.status == "illustrative"


def test_shares_stand_in_percent():
    goals = ("within_30_share", "smallest_cases")
    figure = draw_pareto(list_options(compare(fewest=1, most=1, goals=goals)))
    assert figure.finding == (
        "Of 3 options 2 are beaten by no other. Best on cases within 30 minutes: "
        "middle, with 100.0 percent of residents' cases."
    )
    title = "Cases within 30 minutes (percent of residents' cases)"
    assert figure.table[title].to_list() == [100.0, 41.7, 100.0]


def test_one_goal_is_both_axes():
    figure = draw_pareto(list_options(compare(goals=("worst_minutes",))))
    encoding = figure.specification["layer"][0]["encoding"]
    assert encoding["x"]["title"] == encoding["y"]["title"]


def test_no_options_make_no_picture():
    assert draw_pareto(list_options(compare()).clear()) is None


def test_flows_say_who_is_treated_elsewhere():
    compared = compare(choice="observed")
    figure = draw_flows(list_option_flows(compared, compared.now), NAMES)
    # dale 60 and coast 375 of residents' 1,200; the people from abroad go by odds
    assert figure.finding.startswith(
        "Of 1,200 cases of residents 435 (36.2 %) are treated elsewhere"
    )
    shore = figure.table.filter(pl.col("People of") == "Shore")
    assert shore.rows() == [
        ("Shore", "middle", "Residents treated here", 125.0, 25.0),
        ("Shore", "Over the Border", "Residents treated elsewhere", 375.0, 75.0),
    ]


def test_flows_to_providers_name_what_has_no_name():
    rows = pl.DataFrame(
        {
            "year": 2016,
            "pod": "birth",
            "place": ["dover", "dover", None, None],
            "provider": ["ekhuft", None, "ekhuft", None],
            "measure": "activity",
            "unit": "births",
            "value": [30.0, 10.0, 20.0, 0.0],
            "status": "derived",
        }
    )
    figure = draw_flows(list_flows(rows, {"ekhuft"}))
    assert figure.table.select("People of", "Treated at", "Births").rows() == [
        ("dover", "ekhuft", 30.0),
        ("dover", "Elsewhere", 10.0),
        ("People from outside", "ekhuft", 20.0),
    ]
    assert figure.finding == (
        "Of 40 births of residents 10 (25.0 %) are treated elsewhere; 20 of other "
        "people are treated here."
    )
    only_others = rows.filter(pl.col("place").is_null())
    beyond = only_others.with_columns(provider=pl.lit("london"), value=pl.lit(5.0))
    said = draw_flows(list_flows(beyond, {"ekhuft"})).finding
    assert said == "Nobody of the area, and nobody in it, is treated."


def test_nothing_flows_without_a_picture():
    flows = list_option_flows(compare(), 0)
    assert draw_flows(flows.with_columns(value=pl.lit(0.0))) is None


def test_bands_fill_every_node_without_overlap():
    flows = [
        Flow("a", "x", "within", 3.0),
        Flow("a", "y", "out", 1.0),
        Flow("b", "x", "in", 2.0),
        Flow("b", "y", "within", 4.0),
    ]
    left = stack_nodes({"a": 4.0, "b": 6.0})
    right = stack_nodes({"x": 5.0, "y": 5.0})
    bands = lay_bands(flows, left, right)
    for nodes, edge, end in ((left, "leaves", "start"), (right, "arrives", "end")):
        for node in nodes:
            there = [band for band in bands if getattr(band.flow, end) == node.name]
            edges = sorted(
                (getattr(b, edge), getattr(b, edge) + b.value) for b in there
            )
            assert (edges[0][0], edges[-1][1]) == pytest.approx((node.low, node.high))
            assert edges[0][1] == pytest.approx(edges[1][0])


def test_a_single_node_stands_in_the_middle():
    (node,) = stack_nodes({"a": 8.0})
    assert (node.low, node.high) == (1.0, 9.0)


def test_a_small_node_has_room_for_its_name_all_the_same():
    large, small, last = stack_nodes({"a": 97.0, "b": 1.0, "c": 2.0})
    # 25 between the three, and 4 for each of the small ones, in its middle
    assert (large.low, large.high) == pytest.approx((33.0, 130.0))
    assert (small.low, small.high) == pytest.approx((18.0, 19.0))
    assert (last.low, last.high) == pytest.approx((1.0, 3.0))


def test_flows_on_a_phone_have_names_on_several_lines():
    far = "Hospital of the Far Side over the Border"
    names = {**NAMES, "over": far}
    compared = compare(choice="observed")
    figure = draw_flows(list_option_flows(compared, compared.now), names)

    def list_names(spec):
        return {
            tuple(row["name"])
            for layer in spec["layer"]
            for row in layer["data"]["values"]
            if "name" in row
        }

    narrow, wide = figure.narrow_specification, figure.specification
    assert (narrow["width"], wide["width"]) == (340, 620)
    treated = figure.table.filter(pl.col("Treated at") == far)["Cases"].sum()
    lines = ("Hospital of the Far", "Side over the Border", f"{treated:.0f}")
    assert lines in list_names(narrow)
    assert (" ".join(lines),) in list_names(wide)


def test_how_people_choose_is_said():
    assert say_choice(compare(choice="nearest").question) == (
        "Everyone goes to the nearest open site."
    )
    assert say_choice(compare(choice="huff", exponents=(1.0, 2.0)).question) == (
        "People choose a site by odds of its size to the power of 1.00 over minutes of "
        "travel to the power of 2.00."
    )
    assert say_choice(compare(choice="observed", exponents=(0.0, 4.0)).question) == (
        "People go where they were observed to go; those of a site that closes choose "
        "another by odds of one over minutes of travel to the power of 4.00, whatever "
        "its size."
    )


def test_fitted_powers_say_how_well_they_are_known():
    said = say_choice(compare(choice="huff", exponents=(1.0, None)).question)
    first, second = said.split(". The powers ")
    assert first.startswith("People choose a site by odds of its size to the power of")
    assert second.startswith("make 1,200 observed cases most likely; that of travel is")
