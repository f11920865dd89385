"""Break-even: the system in aggregate before 1 April 2026, each body from then."""

from datetime import date

import pytest

from placeplan.errors import InputError
from placeplan.money import RULES
from placeplan.money.ledger import check_break_even, get_break_even_rules
from placeplan.money.pence import Pence

LAST_AGGREGATE, FIRST_EACH = date(2026, 3, 31), date(2026, 4, 1)


@pytest.mark.parametrize(
    ("as_at", "rule", "test"),
    [
        (date(2016, 3, 31), "aggregate_2016", "system"),
        (date(2016, 4, 1), "aggregate_2016", "system"),
        (date(2017, 3, 31), "aggregate_2016", "system"),
        (date(2017, 4, 1), "system_2017", "system"),
        (date(2019, 3, 31), "system_2017", "system"),
        (date(2019, 4, 1), "system_2019", "system"),
        (LAST_AGGREGATE, "system_2019", "system"),
        (FIRST_EACH, "each_body_2026", "each_body"),
        (None, "each_body_2026", "each_body"),
    ],
)
def test_rules_by_day(as_at, rule, test):
    found = get_break_even_rules(as_at)

    assert (found.rule, found.test) == (rule, test)


@pytest.mark.parametrize(
    ("east", "west", "together", "each"),
    [
        (100, 50, True, True),
        (0, 0, True, True),
        (100, -100, True, False),
        (100, -101, False, False),
        (-1, 100, True, False),
        (-5, -7, False, False),
    ],
)
def test_met_by_either_test(east, west, together, each):
    bodies = {"east": Pence(east), "west": Pence(west)}

    assert check_break_even(bodies, LAST_AGGREGATE).met is together
    assert check_break_even(bodies, FIRST_EACH).met is each


def test_bodies_in_deficit_are_named_the_largest_first():
    bodies = {"a": Pence(-5), "b": Pence(-700), "c": Pence(0), "d": Pence(-5)}

    found = check_break_even(bodies, FIRST_EACH)

    assert found.bodies_in_deficit == ("b", "a", "d")
    assert found.system_surplus == -710
    verdict, short, rule = found.reasons
    assert verdict == "3 bodies do not break even, of 4; each must."
    assert short == "In deficit: b is £7 short; a is £0.05 short; d is £0.05 short."
    assert rule == (
        "Each body breaks even by itself, and a surplus elsewhere does not make up for "
        "a deficit (from 1 April 2026)."
    )


def test_the_outturn_of_2015_16_fails_in_aggregate():
    """Seven providers £121.2 million short, eight commissioners £18.2 million over."""
    bodies = {"providers": Pence(-12_120_000_000), "ccgs": Pence(1_820_000_000)}

    found = check_break_even(bodies, date(2016, 3, 31))

    assert (found.met, found.system_surplus) == (False, -10_300_000_000)
    verdict, short, rule, caution = found.reasons
    assert verdict == "The 2 bodies together do not break even: £103 million short."
    assert short == "In deficit: providers is £121.2 million short."
    assert rule == (
        "Bodies at least break even together, each year of the plan (1 April 2016 to "
        "31 March 2017)."
    )
    assert caution == "No older rule is known: 31 March 2016 is judged by the oldest."


def test_a_single_body_and_bodies_that_all_meet_it_are_said_so():
    alone = check_break_even({"a": Pence(0)}, LAST_AGGREGATE)
    each = check_break_even({"a": Pence(0), "b": Pence(3)})
    short = check_break_even({"a": Pence(-1)})

    assert alone.reasons[0] == "The body does break even, to the penny."
    assert each.reasons[0] == "Each body breaks even."
    assert short.reasons[0] == "1 body does not break even, of 1; each must."


def test_no_bodies_are_refused():
    with pytest.raises(InputError) as refused:
        check_break_even({})

    assert str(refused.value.faults[0]) == (
        "bodies: expected one or more, found none. Name each body with its surplus."
    )


def test_a_float_is_no_pence():
    with pytest.raises(TypeError, match="expected whole pence"):
        check_break_even({"a": -1.5})


def _ask(*bodies, as_at="2026-04-01"):
    named = [{"id": name, "surplus_pounds": pounds} for name, pounds in bodies]
    return RULES["break-even"].ask({"bodies": named, "as_at": as_at})


def test_the_rule_keeps_pennies_of_numbers_and_texts():
    found = _ask(("east", "-0.01"), ("west", 18.2))

    assert found.result == {
        "met": False,
        "test": "each_body",
        "rule_set": "each_body_2026",
        "system_surplus_pounds": 18.19,
        "bodies_in_deficit": ["east"],
    }
    assert _ask(("east", "-0.01"), ("west", 18.2), as_at="2026-03-31").result["met"]


def test_the_rule_tells_every_fault_at_once():
    with pytest.raises(InputError) as refused:
        _ask(("", 0.005), ("west", "ten"), as_at="soon")
    with pytest.raises(InputError) as repeated:
        _ask(("west", 1), ("east", 2), ("west", 3), ("east", 4), ("south", 0))

    assert [each.where for each in refused.value.faults] == [
        "bodies, entry 1, id",
        "bodies, entry 1, surplus_pounds",
        "bodies, entry 2, surplus_pounds",
        "as_at",
    ]
    assert [(each.expected, each.found) for each in repeated.value.faults] == [
        ("west once", "2 entries"),
        ("east once", "2 entries"),
    ]


def test_spaces_around_the_name_of_a_body_make_no_other_body():
    with pytest.raises(InputError) as repeated:
        _ask(("west", 1), (" west ", 3))
    with pytest.raises(InputError) as blank:
        _ask(("  ", 1))

    assert [each.expected for each in repeated.value.faults] == ["west once"]
    assert [each.expected for each in blank.value.faults] == ["some text"]
