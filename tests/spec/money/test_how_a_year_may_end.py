"""How a year may end by each method, and when savings are back-loaded."""

import pytest

from factories.ledger_months import make_ledger
from placeplan.money.forecast import (
    PROBABILISTIC,
    SEASONAL,
    STRAIGHT_LINE,
    ForecastQuestion,
    find_savings_profile,
    forecast_outturn,
)

# One body that only spends, in pounds a month from April. A number with "x" stands for
# that many months. In the last row 13 is drawn in each of six months as often as it is
# among six months drawn from the booked ones: once in ten futures five times or more.
ENDS = """
    planned       | booked        | straight line | seasonal | p10  | p90
    12 x 10       | 6 x 10        | -120          | -120     | -120 | -120
    12 x 10       | 6 x 11        | -132          | -132     | -132 | -132
    6 x 14, 6 x 6 | 6 x 14        | -168          | -120     | -120 | -120
    6 x 14, 6 x 6 | 6 x 15        | -180          | -128.57  | -132 | -132
    6 x 6, 6 x 14 | 6 x 6         | -72           | -120     | -120 | -120
    12 x 10       | 12 x 11       | -132          | -132     | -132 | -132
    12 x 10       |               | -120          | -120     | -120 | -120
                  | 6 x 11        | -132          | -132     | -132 | -132
    12 x 10       | 3 x 9, 3 x 13 | -132          | -132     | -140 | -124
"""

# Savings of one body, in thousands of pounds a month from April; at the end is January
# to March.
SAVINGS = """
    planned               | made     | back-loaded | at the end | needed | so far | x
    12 x 10               | 6 x 10   | no          | 25 %       | 10     | 10     | 1.0
    12 x 10               | 6 x 5    | no          | 25 %       | 15     | 5      | 3.0
    6 x 5, 3 x 10, 3 x 20 | 6 x 5    | yes         | 50 %       | 15     | 5      | 3.0
    6 x 5, 3 x 10, 3 x 20 | 6 x 2    | yes         | 50 %       | 18     | 2      | 9.0
    9 x 13, 3 x 20        | 9 x 13   | no          | 34 %       | 20     | 13     | 1.5
    9 x 11, 3 x 18        | 9 x 11   | yes         | 35 %       | 18     | 11     | 1.6
    12 x 10               |          | no          | 25 %       | 10     |        |
    12 x 10               | 12 x 9   | no          | 25 %       |        | 9      |
    12 x 10               | 6 x 0    | no          | 25 %       | 20     | 0      |
"""


def read_table(drawn):
    header, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    return [dict(zip(header, row, strict=True)) for row in rows]


def read_months(cell):
    runs = [run.split("x") for run in cell.split(",") if run.strip()]
    return [float(pounds) for times, pounds in runs for _ in range(int(times))]


def _to_pounds(pence):
    return f"{pence / 100:g}"


@pytest.mark.parametrize("row", read_table(ENDS))
def test_ends(row):
    ledger = make_ledger(
        [
            ("mft", "staff", 2016, "plan", read_months(row["planned"])),
            ("mft", "staff", 2016, "actual", read_months(row["booked"])),
        ]
    )
    straight, seasonal, drawn = (
        forecast_outturn(ledger, ForecastQuestion(method), year=2016).total
        for method in (STRAIGHT_LINE, SEASONAL, PROBABILISTIC)
    )

    assert _to_pounds(straight.forecast_pence) == row["straight line"]
    assert _to_pounds(seasonal.forecast_pence) == row["seasonal"]
    assert [_to_pounds(drawn.p10_pence), _to_pounds(drawn.p90_pence)] == [
        row["p10"],
        row["p90"],
    ]


@pytest.mark.parametrize("row", read_table(SAVINGS))
def test_savings(row):
    planned, made = (
        [1000 * each for each in read_months(row[name])] for name in ("planned", "made")
    )
    ledger = make_ledger(
        [("mft", "care", 2016, "actual", [1] * len(made))],
        [
            ("mft", "agency", 2016, "plan", planned),
            ("mft", "agency", 2016, "actual", made),
        ],
    )

    found = find_savings_profile(ledger, year=2016)

    assert found.is_back_loaded is (row["back-loaded"] == "yes")
    assert f"{round(100 * found.last_quarter_share)} %" == row["at the end"]
    assert _say_thousands(found.needed_a_month) == row["needed"]
    assert _say_thousands(found.made_a_month) == row["so far"]
    assert (f"{float(found.steepness):.1f}" if found.steepness else "") == row["x"]


def _say_thousands(pence):
    return "" if pence is None else f"{pence / 100_000:g}"
