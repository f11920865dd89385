"""Calibration finds the cost with which published gaps come out exactly."""

import pytest

from placeplan.errors import QuestionError
from placeplan.money import FixedCostLine, Growth, Knowns, Pence, calibrate_costs

FLAT = Growth(1.0, 1.0, 1.0)


def _pence(amounts):
    return {year: Pence(amount) for year, amount in amounts.items()}


def _knowns(**changed):
    given = {
        "modelled": _pence({2016: 60, 2017: 62, 2018: 70, 2019: 73}),
        "income": _pence({2016: 100, 2017: 101, 2018: 103, 2019: 104}),
        "growth": {
            2016: FLAT,
            2017: FLAT,
            2018: Growth(1.2, 1.0, 2.0),
            2019: Growth(1.2, 1.0, 4.0),
        },
        "published": _pence({2016: -10, 2018: -163}),
    }
    return Knowns(**{**given, **changed})


def _by_year(lines):
    found = {}
    for line in lines:
        found.setdefault(line.year, {})[line.driver] = line.cost
    return found


def test_level_and_pressure_by_hand():
    # 2016: 100 + 10 - 60 leaves a level of 50. By 2018 people make it 60 and prices
    # double it to 120. Of the 70 more, people alone cause 10, prices alone 50, both
    # together 10. 2018: 103 + 163 - 70 - 120 leaves a pressure of 76, half of it in
    # 2017; prices double once more in 2019.
    lines = _by_year(calibrate_costs(_knowns()))

    assert lines[2016] == {
        "level": 50,
        "demographic": 0,
        "non_demographic": 0,
        "price": 0,
        "policy": 0,
    }
    assert [lines[year]["policy"] for year in (2017, 2018, 2019)] == [38, 76, 152]
    assert (lines[2018]["demographic"], lines[2018]["price"]) == (15, 55)


def test_published_gaps_come_out_to_the_penny_whatever_the_growth():
    published = _pence({2016: -11_000_000_000, 2018: -48_600_000_001})
    knowns = _knowns(
        modelled=_pence({2016: 214_155_555_111, 2017: 2, 2018: 240_001_234_567}),
        income=_pence({2016: 340_000_000_000, 2017: 2, 2018: 360_000_000_007}),
        growth={
            2016: FLAT,
            2017: FLAT,
            2018: Growth(1.0271828, 1.0314159, 1.0953),
        },
        published=published,
    )

    lines = calibrate_costs(knowns)

    for year, gap in published.items():
        fixed = sum(line.cost for line in lines if line.year == year)
        assert knowns.income[year] - knowns.modelled[year] - fixed == gap


def test_every_line_names_its_year_and_driver():
    assert calibrate_costs(_knowns())[0] == FixedCostLine(2016, "level", Pence(50))


def test_one_published_gap_is_not_enough():
    with pytest.raises(QuestionError) as raised:
        calibrate_costs(_knowns(published=_pence({2016: -10})))

    assert str(raised.value) == (
        "Two published gaps were expected, 1 came. Give the base year's and one later "
        "year's."
    )


def test_activity_that_costs_more_than_all_money_is_refused():
    with pytest.raises(QuestionError) as raised:
        calibrate_costs(_knowns(modelled=_pence({2016: 12_345, 2018: 1})))

    assert str(raised.value) == (
        "Activity alone costs £122.35 more than income and gap of 2016 leave room for. "
        "Check its prices and activity."
    )
