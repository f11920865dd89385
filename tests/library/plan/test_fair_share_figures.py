"""Figures of fair shares: sentences with the numbers of their tables, and a map."""

import polars as pl
import pytest

from factories.fair_share_tables import make_tables
from placeplan.money.fair_share import answer_cases
from placeplan.money.fair_share.share_table import lay_shares
from placeplan.plan.fair_share_figure import draw_distances, draw_heads
from placeplan.plan.fair_share_map import draw_share_map, find_homes

WHEN = "Core services, 2016/17"


@pytest.fixture
def answers():
    pace = {
        "least_growth_share": -0.1,
        "fades_from_share": 0.05,
        "fades_to_share": 0.1,
        "most_under_share": 0.04,
    }
    rows = [(2016, "core", *each) for each in pace.items()]
    return answer_cases(make_tables(capitation_pace=rows))


@pytest.fixture
def alliances(answers):
    return lay_shares(answers[:1])


@pytest.fixture
def networks(answers):
    return lay_shares(answers[1:])


def make_places(**organisations):
    """Three districts, whose people belong to organisations."""
    names = ("harbour-town", "pier-town", "forest-town")
    lookups = [
        (area, organisation, share)
        for area, shares in organisations.items()
        for organisation, share in shares.items()
    ]
    return {
        "areas": pl.DataFrame(
            {"id": names, "name": [name.replace("-", " ").title() for name in names]}
        ),
        "lookups": pl.DataFrame(
            [(area.replace("_", "-"), *rest) for area, *rest in lookups],
            {"area": pl.String, "organisation": pl.String, "share": pl.Float64},
            orient="row",
        ),
        "capitation_places": pl.DataFrame(
            {"place": ["group-a", "group-b"], "parent": ["coast", None]},
            {"place": pl.String, "parent": pl.String},
        ),
    }


def make_outlines(*places):
    """Squares side by side, each twice as wide as the one before."""
    features = []
    for at, place in enumerate(places):
        west, east = 2**at, 2 ** (at + 1)
        ring = [[west, 51], [east, 51], [east, 52], [west, 52], [west, 51]]
        shape = {"type": "Polygon", "coordinates": [ring]}
        features.append(
            {"type": "Feature", "properties": {"place": place}, "geometry": shape}
        )
    return {"features": features}


def test_the_sentence_says_who_is_furthest_off_and_where_the_pace_leaves_them(
    alliances,
):
    figure = draw_distances(alliances, when=WHEN)

    assert figure.finding == (
        "Core services, 2016/17: The Coast has 16.7\u00a0% less than its fair share of "
        "£750, The Weald 50.0\u00a0% more than its own. The pace of change brings them "
        "to −4.0\u00a0% and +12.0\u00a0%."
    )
    assert figure.table.rows() == [
        ("The Coast", -16.7, -4.0),
        ("The Weald", 50.0, 12.0),
    ]
    assert figure.status == "illustrative"
    assert "The Coast" in figure.draw_svg()


def test_places_of_which_nobody_knows_what_they_have_show_no_distance(networks):
    assert draw_distances(networks, when=WHEN) is None


def test_a_place_on_target_and_a_place_alone(alliances):
    fair = alliances.with_columns(
        opening_distance=pl.lit(0.0), closing_distance=pl.lit(0.0)
    )

    said = draw_distances(fair, when=WHEN).finding

    assert said.startswith(
        "Core services, 2016/17: The Coast has just its fair share of £750, The Weald "
        "just its own."
    )
    assert draw_distances(alliances[:1], when=WHEN).finding == (
        "Core services, 2016/17: The Coast has all of it, £720."
    )


def test_nothing_to_share_shows_nothing(alliances):
    nothing = alliances.with_columns(target_pence=pl.lit(0))

    assert draw_heads(nothing, when=WHEN) is None


def test_shares_for_each_head(alliances):
    figure = draw_heads(alliances, when=WHEN)

    assert figure.finding == (
        "Core services, 2016/17: a fair share is £5 a head over all places, most in "
        "The Coast, £8, least in The Weald, £2."
    )
    assert figure.table.rows() == [
        ("The Coast", 100, 150, 7.5, 50.0),
        ("The Weald", 100, 50, 2.5, -50.0),
    ]


def test_a_district_stands_for_itself_or_with_most_of_its_people(alliances):
    tables = make_places(
        harbour_town={"group-a": 0.6, "weald": 0.4},
        pier_town={"group-b": 1.0},
        forest_town={"weald": 1.0},
    )
    own = alliances.with_columns(place=pl.Series(["pier-town", "weald"]))

    assert find_homes(tables, alliances).rows() == [
        ("harbour-town", "Harbour Town", "coast", 0.6),
        ("forest-town", "Forest Town", "weald", 1.0),
    ]
    assert find_homes(tables, own).rows() == [
        ("pier-town", "Pier Town", "pier-town", 1.0)
    ]


def test_the_map_names_each_place_once_and_on_a_phone_none(alliances):
    tables = make_places(
        harbour_town={"coast": 0.6, "weald": 0.4},
        pier_town={"coast": 1.0},
        forest_town={"weald": 1.0},
    )
    homes = find_homes(tables, alliances)
    outlines = make_outlines("harbour-town", "pier-town", "forest-town", "elsewhere")

    figure = draw_share_map(alliances, homes, outlines)

    assert figure.finding == (
        "Under the fair share, furthest first: The Coast. Over it: The Weald. "
        "1 district lies in more than one and stands with that of most people."
    )
    assert figure.table.rows() == [
        ("Harbour Town", "The Coast", 60, -16.7),
        ("Pier Town", "The Coast", 100, -16.7),
        ("Forest Town", "The Weald", 100, 50.0),
    ]
    assert figure.draw_svg().count(">The Coast<") == 1
    words = str(figure.narrow_specification)
    assert ("−16.7\\xa0%" in words, "The Coast" in words) == (True, False)


def test_there_is_no_map_without_outlines_places_or_money_now(alliances, networks):
    tables = make_places(forest_town={"weald": 1.0})
    homes, outlines = find_homes(tables, alliances), make_outlines("forest-town")

    assert draw_share_map(alliances, homes, None) is None
    assert draw_share_map(alliances, homes[:0], outlines) is None
    assert draw_share_map(networks, homes, outlines) is None
