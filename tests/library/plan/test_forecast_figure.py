"""The figure of forecasts: its sentence, its table and its lines."""

import pytest

from factories.ledger_months import make_ledger
from placeplan.money.forecast import (
    FORECAST_METHODS,
    PROBABILISTIC,
    SEASONAL,
    STRAIGHT_LINE,
    YEAR_BEFORE,
    ForecastQuestion,
    forecast_outturn,
)
from placeplan.money.pence import Pence
from placeplan.plan.forecast_figure import (
    BOOKED,
    CONTROL_TOTAL,
    PLANNED,
    RANGE,
    draw_forecast,
)

MILLION = 1_000_000
PLAN = [-4 * MILLION, -2 * MILLION, *[-1 * MILLION] * 10]
SPENT = [4.5 * MILLION, 3 * MILLION, 1.5 * MILLION]


@pytest.fixture
def ledger():
    return make_ledger(
        [
            ("mft", "staff", 2016, "plan", [-each for each in PLAN]),
            ("mft", "staff", 2016, "actual", SPENT),
        ]
    )


def _ask(ledger, *methods, shape="plan", **asked):
    return [
        forecast_outturn(
            ledger, ForecastQuestion(method, shape), **{"year": 2016, **asked}
        )
        for method in methods or FORECAST_METHODS
    ]


def _list_lines(figure):
    lines = {}
    for rows in figure.specification["datasets"].values():
        for row in rows:
            if "line" in row:
                lines.setdefault(row["line"], []).append(
                    (row["label"], row["millions"])
                )
    return lines


def test_finding_says_where_the_year_stands_and_how_it_may_end(ledger):
    # nine booked where seven were planned; 36 a year at that rate; planned 16, of which
    # seven by June: 9 * 16 / 7
    figure = draw_forecast(
        _ask(ledger, STRAIGHT_LINE, SEASONAL),
        control_total=Pence(-1_600_000_000),
        who="Medway",
    )

    assert figure.finding == (
        "By the end of June 2016 Medway stood at −£9 million, £2 million worse than "
        "planned. The year may end at −£36 million (if months go on as on average so "
        "far) and −£20.6 million (if they follow the shape of the plan). Its control "
        "total is −£16 million."
    )


def test_finding_tells_a_range_and_says_when_chance_leaves_none(ledger):
    figure = draw_forecast(_ask(ledger, PROBABILISTIC))

    assert "between −£" in figure.finding
    assert "(in eight futures of ten)" in figure.finding
    even = make_ledger(
        [
            ("mft", "care", 2016, "plan", [1] * 12),
            ("mft", "care", 2016, "actual", [2, 2]),
        ]
    )
    said = draw_forecast(_ask(even, PROBABILISTIC)).finding
    assert said == (
        "By the end of May 2016 the system stood at £4, £2 better than planned. The "
        "year may end at £24 (in all futures drawn)."
    )


def test_lines_begin_where_what_is_booked_ends(ledger):
    lines = _list_lines(
        draw_forecast(_ask(ledger, STRAIGHT_LINE), control_total=Pence(-1_600_000_000))
    )

    assert lines[BOOKED] == [("Apr", -4.5), ("May", -7.5), ("Jun", -9.0)]
    assert lines["Straight line"][0] == ("Jun", -9.0)
    assert lines["Straight line"][-1] == ("Mar", -36.0)
    assert lines[PLANNED][:2] == [("Apr", -4.0), ("May", -6.0)]
    assert {millions for _, millions in lines[CONTROL_TOTAL]} == {-16.0}


def test_range_spans_the_months_from_the_last_booked_on(ledger):
    specification = draw_forecast(_ask(ledger, PROBABILISTIC)).specification
    band = specification["layer"][0]
    rows = specification["datasets"][band["data"]["name"]]

    assert [row["label"] for row in rows][:2] == ["Jun", "Jul"]
    assert rows[0]["low"] == rows[0]["high"] == -9.0
    assert {row["range"] for row in rows} == {RANGE}


def test_table_has_what_is_booked_and_then_what_is_forecast(ledger):
    figure = draw_forecast(_ask(ledger), control_total=Pence(-1_600_000_000))

    assert figure.table.columns == [
        "Month",
        "Booked since April, £ million",
        "Plan, £ million",
        "Straight line, £ million",
        "Seasonal, £ million",
        "Probabilistic P10, £ million",
        "Probabilistic P50, £ million",
        "Probabilistic P90, £ million",
        "Control total, £ million",
        "Status",
    ]
    june, july = figure.table.rows()[2:4]
    assert june[:4] == ("June 2016", -9.0, -7.0, None)
    assert july[:4] == ("July 2016", None, -8.0, -12.0)
    assert figure.status == "illustrative"


def test_year_that_has_not_started_shows_its_plan(ledger):
    planned = make_ledger([("mft", "care", 2016, "plan", [MILLION] * 12)])

    figure = draw_forecast(_ask(planned, STRAIGHT_LINE))

    assert figure.finding == (
        "The system has booked no month of 2016/17 yet; its plan is £12 million."
    )
    assert BOOKED not in _list_lines(figure)


def test_year_that_is_over_has_no_line_beyond_what_is_booked():
    done = make_ledger([("mft", "care", 2016, "actual", [MILLION] * 12)])

    figure = draw_forecast(_ask(done))

    assert {*_list_lines(figure)} == {BOOKED}
    assert figure.finding == "The system ended 2016/17 at £12 million."


def test_month_as_planned_is_said_so_and_one_that_some_have_not_booked_too():
    booked = ("mft", "care", 2016, "actual", [MILLION])
    planned = ("mft", "care", 2016, "plan", [MILLION] * 12)
    late = ("dgt", "care", 2016, "plan", [MILLION] * 12)

    alone, both = (
        draw_forecast(_ask(make_ledger(rows), STRAIGHT_LINE)).finding
        for rows in ([booked, planned], [booked, planned, late])
    )

    assert alone.startswith(
        "By the end of April 2016 the system stood at £1 million, as planned."
    )
    assert both == (
        "The system has not booked a whole month of 2016/17 yet. The year may end at "
        "£24 million (if months go on as on average so far)."
    )


def test_seasonal_by_the_year_before_is_said_so(ledger):
    figure = draw_forecast(_ask(ledger, SEASONAL, shape=YEAR_BEFORE))

    assert "if they follow the shape of the year before" in figure.finding


def test_nothing_to_show_is_no_figure(ledger):
    assert draw_forecast([]) is None
    assert draw_forecast(_ask(ledger, year=2020)) is None


def test_figure_can_be_drawn(ledger):
    assert draw_forecast(_ask(ledger)).draw_svg().startswith("<svg")
