"""What five years can save: catching up, 2 % a year, a cap, and what waits.

Worked by hand, in pounds. The cost base before the first year is £1,000,000. It grows
by 2 % a year (unit cost) and, from the second year, by 1 % (activity). £60,000 is to be
caught up: half in the second year, half in the third. 2 % of each year's cost is wanted
on top, and no year can save more than 3 % of its cost.
"""

from decimal import Decimal

import pytest

from placeplan.money.pence import Pounds, to_pence, to_pounds
from placeplan.money.productivity import YearTerms, find_savings_path, phase_catch_up
from placeplan.rulebook import gather_rules

# base: 1,000,000 x 1.02 = 1,020,000; x 1.02 x 1.01 = 1.0302 in each year after.
PATH = """
  year | base       | brought  | catch-up | efficiency | cap      | saved    | carried
  2016 | 1020000.00 | 0.00     | 0.00     | 20400.00   | 30600.00 | 20400.00 | 0.00
  2017 | 1050804.00 | 0.00     | 30000.00 | 21016.08   | 31524.12 | 31524.12 | 19491.96
  2018 | 1082538.28 | 19491.96 | 30000.00 | 21650.77   | 32476.14 | 32476.14 | 38666.59
  2019 | 1115230.94 | 38666.59 | 0.00     | 22304.62   | 33456.92 | 33456.92 | 27514.29
  2020 | 1148910.91 | 27514.29 | 0.00     | 22978.22   | 34467.32 | 34467.32 | 16025.19
"""
# Wanted: 60,000 and the five efficiencies, 108,349.69; saved and carried are the same.
TOTALS = {"wanted": "168349.69", "saved": "152324.50", "carried": "16025.19"}


def read_table(drawn):
    header, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    return [dict(zip(header, row, strict=True)) for row in rows]


def in_pence(pounds):
    return to_pence(Pounds.read(pounds))


def show(pence):
    return str(to_pounds(pence).amount)


@pytest.fixture(scope="module")
def path():
    terms = [
        YearTerms(year, 0.02, 0 if year == 2016 else 0.01, 0.02, 0.03)
        for year in range(2016, 2021)
    ]
    due = phase_catch_up(in_pence(60_000), {2017: 0.5, 2018: 0.5})
    return find_savings_path(in_pence(1_000_000), due, terms)


@pytest.mark.parametrize("row", read_table(PATH), ids=lambda row: row["year"])
def test_each_year(path, row):
    year = next(each for each in path.years if str(each.year) == row["year"])

    assert {
        "year": str(year.year),
        "base": show(year.base),
        "brought": show(year.brought_forward),
        "catch-up": show(year.catch_up),
        "efficiency": show(year.efficiency),
        "cap": show(year.cap),
        "saved": show(year.saved),
        "carried": show(year.carried),
    } == row


def test_the_years_together(path):
    found = {name: show(getattr(path, name)) for name in TOTALS}

    assert found == TOTALS


def test_the_rule_says_the_same():
    ruling = gather_rules()["five-year-opportunity"].ask(
        {
            "base_cost_pounds": 1_000_000,
            "cost_growth": 0.02,
            "activity_growth": [0, 0.01, 0.01, 0.01, 0.01],
            "catch_up_pounds": 60_000,
            "phased_shares": [0, 0.5, 0.5, 0, 0],
            "cap_share": 0.03,
        }
    )

    rows = [
        {name: Decimal(str(each[name])) for name in ("saved_pounds", "carried_pounds")}
        for each in ruling.result["years"]
    ]
    assert rows == [
        {"saved_pounds": Decimal(r["saved"]), "carried_pounds": Decimal(r["carried"])}
        for r in read_table(PATH)
    ]
    assert ruling.result["saved_pounds"] == 152_324.50
    assert ruling.reasons[0] == (
        "£152,324.50 can be saved from 2016/17 to 2020/21; £16,025.19 still waits."
    )
