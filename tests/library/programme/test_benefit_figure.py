"""A benefit drawn, and a series held against where it was heading."""

from datetime import date
from math import nan

import pytest

from placeplan.programme import Benefit, BenefitReading
from placeplan.programme.benefit_figure import draw_benefit
from placeplan.programme.pre_change import find_pre_change_trend

CHANGE = date(2019, 4, 1)


def make_months(count, first=2018):
    return [date(first + at // 12, at % 12 + 1, 1) for at in range(count)]


def test_later_reading_of_a_day_is_the_one_drawn():
    day = date(2019, 10, 1)
    readings = [BenefitReading(day, 4.0), BenefitReading(day, 5.0)]
    planned = [BenefitReading(date(2019, 9, 30), 10.0)]

    figure = draw_benefit(
        Benefit("B", "Less spent", unit="percent", target=20.0),
        planned,
        readings,
        finding="Behind.",
        status="derived",
    )

    assert figure is not None
    assert figure.table.rows() == [
        ("30 September 2019", "Planned", 10.0),
        ("1 October 2019", "Read", 5.0),
    ]
    assert "layer" in figure.specification  # the aim stands as a line of its own


def test_nothing_planned_and_nothing_read_draws_nothing():
    benefit = Benefit("B", "Less spent")

    assert draw_benefit(benefit, [], [], finding="", status="derived") is None


def test_months_without_a_figure_leave_the_line_where_it_was():
    months = make_months(20)
    values = [60.0 + 2 * at for at in range(20)]
    values[3] = values[18] = nan

    found = find_pre_change_trend(months, values, CHANGE)

    assert found is not None
    assert found.months == 14  # fifteen before April 2019, one of them missing
    assert found.slope == pytest.approx(2.0)
    assert found.expected == pytest.approx(found.found) == pytest.approx(98.0)
    assert found.last == date(2019, 8, 1)


@pytest.mark.parametrize(
    ("count", "changed_on"),
    [
        (30, date(2018, 12, 1)),  # eleven months before
        (12, date(2019, 1, 1)),  # none since
        (0, CHANGE),
    ],
)
def test_too_few_months_on_either_side_tell_nothing(count, changed_on):
    months = make_months(count)

    assert find_pre_change_trend(months, [1.0] * count, changed_on) is None
