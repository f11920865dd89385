"""A formula counts, and does nothing else."""

from decimal import Decimal

import pytest

from placeplan.errors import FormulaError
from placeplan.evidence import FactValue, work_out
from placeplan.evidence.arithmetic import list_ids

HELD = {
    "F1": FactValue("number", "245"),
    "F2": FactValue("number", "175"),
    "F3": FactValue("number", "-0.5"),
    "F4": FactValue("range", "1", "3"),
    "F5": FactValue("range", "5", "6"),
    "F6": FactValue("date", "2019-08-14"),
    "F7": FactValue("date", "2019-08-16"),
    "F8": FactValue("text", "good"),
    "F9": FactValue("text", "inadequate"),
}


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("F1 - F2", [70]),
        ("F1 * 2; F2 / 7", [490, 25]),
        ("-F3", [Decimal("0.5")]),
        ("sum(F1, ..., F3)", [Decimal("419.5")]),
        ("mean(F1, F2)", [210]),
        ("count(F1, ..., F9)", [9]),
        (
            "F1 > F2; F1 < F2; F1 == 245; F1 != 245; F1 >= 245; F1 <= 1",
            [1, 0, 1, 0, 1, 0],
        ),
        ("round(F1 / F2, 2)", [Decimal("1.40")]),
        ("low(F4) + high(F5)", [7]),
        ("days(F6, F7)", [2]),
        ("matching(F8, F9, 'good')", [1]),
        ("products(2, 3)", [1, 2, 3, 4, 6]),
        ("outside(products(2, 3), F4, F5)", [1]),
        ("4 ** (1 / 2)", [2]),
    ],
)
def test_it_counts(formula, result):
    assert list(work_out(formula, HELD)) == [Decimal(each) for each in result]


@pytest.mark.parametrize(
    "formula",
    [
        "",
        "F1 +",
        "F10",
        "F1 if F2 else F3",
        "__import__('os')",
        "F1.value",
        "F1[0]",
        "(lambda: 1)()",
        "[1 for _ in F1]",
        "'a' * 9",
        "2 ** 1000",
        "F1 / 0",
        "0 ** -1",
        "F8 + 1",
        "F4 + 1",
        "1 < F1 < 3",
        "F1 in F2",
        "+F1",
        "True",
        "sum(F1, key=F2)",
        "sum(..., F1)",
        "mean()",
        "round(F1)",
        "days(F1, F2)",
        "days(F6)",
        "low(F1)",
        "low(F4, F5)",
        "products(2, 3) + 1",
        "products(0, 3)",
        "products(3, 101)",
        "1 +" * 600 + "1",
        "(" * 300 + "1" + ")" * 300,
        "1\x00",
    ],
)
def test_whatever_is_not_arithmetic_is_refused(formula):
    with pytest.raises(FormulaError):
        work_out(formula, HELD)


def test_ids_that_dots_stand_for_are_listed():
    assert list_ids("sum(F1, ..., F3) > F9", HELD) == ("F1", "F2", "F3", "F9")
    assert list_ids("sum(1, ..., 3)", HELD) == ()
    assert list_ids("1 + 1", HELD) == ()
