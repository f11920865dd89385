"""What the Sustainability and Transformation Fund pays for one quarter."""

from fractions import Fraction

import pytest

from placeplan.money import Pence
from placeplan.money.fund import (
    AccessResult,
    QuarterResult,
    get_fund_rules,
    list_funds,
    pay_quarter,
)
from placeplan.periods import Quarter
from placeplan.rulebook import gather_rules

# Of £1,000,000 that the quarter may pay. Each access standard: percent of patients seen
# in time, of the percent that was agreed. From the second quarter of 2016/17 the
# national standard (92, 95, 85) will do as well.
QUARTERS = """
    quarter    | total  | rtt       | ae        | cancer    | earned  | lost for
    2016/17 Q2 | met    | 92.5 / 92 | 91 / 90   | 86 / 85   | 1000000 | -
    2016/17 Q2 | missed | 92.5 / 92 | 91 / 90   | 86 / 85   | 0       | all
    2016/17 Q2 | met    | 92.5 / 92 | 89.9 / 90 | 86 / 85   | 875000  | ae
    2016/17 Q2 | met    | 92.5 / 92 | 91 / 90   | 84.9 / 85 | 950000  | cancer
    2016/17 Q2 | met    | 90 / 92   | 91 / 90   | 86 / 85   | 875000  | rtt
    2016/17 Q2 | met    | 90 / 92   | 85 / 90   | 70 / 85   | 700000  | rtt ae cancer
    2016/17 Q3 | met    | 88 / 87.5 | 85 / 84   | 72 / 71   | 1000000 | -
    2016/17 Q3 | met    | 92 / 94   | 95 / 96   | 85 / 88   | 1000000 | -
    2016/17 Q3 | met    | 92 / -    | 94.9 / -  | 85 / -    | 875000  | ae
    2016/17 Q1 | met    | 80 / 92   | 70 / 90   | 60 / 85   | 1000000 | -
    2016/17 Q1 | met    | 80 / 92   | 99 / -    | 60 / 85   | 875000  | ae
    2016/17 Q1 | missed | 80 / 92   | 70 / 90   | 60 / 85   | 0       | all
    2017/18 Q2 | met    | 90 / 89   | 89 / 88   | 80 / 79   | 875000  | ae
    2017/18 Q2 | met    | 90 / 89   | 90 / 88   | 80 / 79   | 875000  | ae
    2017/18 Q2 | met    | 90 / 89   | 90.1 / 93 | 80 / 79   | 1000000 | -
    2017/18 Q4 | met    | 90 / 89   | 94 / 93   | 80 / 79   | 875000  | ae
    2017/18 Q4 | met    | 90 / 89   | 95 / 96   | 80 / 79   | 1000000 | -
"""

# What each part pays, in percent of the quarter; what is tracked pays nothing.
SHARES = """
    quarter    | finance | rtt  | ae   | cancer | diagnostics
    2016/17 Q1 | 70      | 12.5 | 12.5 | 5      | 0
    2016/17 Q2 | 70      | 12.5 | 12.5 | 5      | 0
    2017/18 Q1 | 70      | 12.5 | 12.5 | 5      | 0
    2018/19 Q4 | 70      | 12.5 | 12.5 | 5      | 0
"""

PENCE_PER_POUND = 100


def read_table(drawn):
    header, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    return [dict(zip(header, row, strict=True)) for row in rows]


def read_percents(cell):
    return [None if e == "-" else Fraction(e) / 100 for e in cell.split(" / ")]


@pytest.mark.parametrize("row", read_table(QUARTERS))
def test_a_quarter_pays_what_its_tests_earn(row):
    rules = get_fund_rules("stf", Quarter.parse(row["quarter"]))
    access = {p: AccessResult(*read_percents(row[p])) for p in ("rtt", "ae", "cancer")}
    result = QuarterResult(row["total"] == "met", access)

    paid = pay_quarter(rules, Pence(1_000_000 * PENCE_PER_POUND), result)

    lost = [each.part for each in paid.parts if each.state == "lost"]
    assert paid.sum_state("earned") == int(row["earned"]) * PENCE_PER_POUND
    words = row["lost for"].replace("-", "").replace("all", "finance rtt ae cancer")
    assert lost == words.split()
    assert paid.sum_state("earned") + paid.sum_state("lost") == paid.allocation


@pytest.mark.parametrize("row", read_table(QUARTERS))
def test_the_rule_that_anyone_can_ask_says_the_same(row):
    shares = {part: read_percents(row[part]) for part in ("rtt", "ae", "cancer")}
    question = {
        "fund": "stf",
        "quarter_allocation_pounds": 1_000_000,
        "control_total_met": row["total"] == "met",
        "period": row["quarter"],
        **{
            part: {
                "actual": float(actual),
                "trajectory": None if agreed is None else float(agreed),
            }
            for part, (actual, agreed) in shares.items()
        },
    }

    result = gather_rules()["fund-payment"].ask(question).result

    earned = int(row["earned"])
    assert result["earned_pounds"] == earned
    assert result["lost_pounds"] == 1_000_000 - earned
    assert sum(result["parts"].values()) == earned


@pytest.mark.parametrize("row", read_table(SHARES))
def test_the_shares_are_all_of_it(row):
    quarter = Quarter.parse(row.pop("quarter"))

    parts = {each.part: each.share for each in get_fund_rules("stf", quarter).parts}

    assert parts == {part: Fraction(share) / 100 for part, share in row.items()}
    assert sum(parts.values()) == 1


def test_half_of_the_recovery_fund_hangs_on_the_system():
    rules = get_fund_rules("frf", Quarter(2020, 1))
    allocation = Pence(100_001)

    paid = {
        (own, system): pay_quarter(
            rules, allocation, QuarterResult(own, system_met=system)
        ).sum_state("earned")
        for own in (True, False)
        for system in (True, False)
    }

    assert paid == {
        (True, True): 100_001,
        (True, False): 50_001,
        (False, True): 50_000,
        (False, False): 0,
    }


def test_every_fund_has_its_name():
    assert list(list_funds()) == ["stf", "psf", "csf", "frf", "dsf"]
