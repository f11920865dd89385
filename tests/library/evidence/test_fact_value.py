"""A value is what the paper printed, and is refused when it is something else."""

from datetime import date
from decimal import Decimal

import pytest

from placeplan.evidence import FactValue, show_with_unit


@pytest.mark.parametrize(
    ("kind", "value", "value_to", "shown"),
    [
        ("number", "1731400", "", "1,731,400"),
        ("number", "94.0", "", "94.0"),
        ("number", "-103", "", "-103"),
        ("range", "250000", "700000", "250,000 to 700,000"),
        ("list", "5 18 16 5", "", "5, 18, 16, 5"),
        ("year", "2020", "", "2020"),
        ("date", "2016-10-21", "", "21 October 2016"),
        ("month", "2015-12", "", "December 2015"),
        ("months", "2019-09", "2019-10", "September 2019 to October 2019"),
        ("flag", "yes", "", "yes"),
        ("text", "08:00-20:00", "", "08:00-20:00"),
        ("missing", "", "", "not stated"),
    ],
)
def test_a_value_is_shown_as_printed(kind, value, value_to, shown):
    assert FactValue(kind, value, value_to).shown == shown


@pytest.mark.parametrize(
    ("kind", "value", "value_to"),
    [
        ("number", "", ""),
        ("number", "1,731,400", ""),
        ("number", "NaN", ""),
        ("number", "1e9", ""),
        ("number", "245", "300"),
        ("range", "50000", "30000"),
        ("range", "30000", ""),
        ("list", "", ""),
        ("list", "5 some", ""),
        ("year", "20", ""),
        ("date", "2016-02-30", ""),
        ("date", "20161021", ""),
        ("month", "2019-13", ""),
        ("months", "2019-10", "2019-09"),
        ("flag", "true", ""),
        ("text", " ", ""),
        ("missing", "0", ""),
        ("guess", "245", ""),
    ],
)
def test_what_its_kind_does_not_allow_is_refused(kind, value, value_to):
    with pytest.raises(ValueError, match=r"."):
        FactValue(kind, value, value_to)


def test_only_what_can_be_counted_has_numbers():
    assert FactValue("number", "245").number == Decimal(245)
    assert FactValue("flag", "no").number == Decimal(0)
    assert FactValue("range", "1", "3").number is None
    assert FactValue("list", "5").number is None
    assert FactValue("text", "good").numbers == ()
    assert FactValue("missing").number is None


def test_only_a_day_is_a_day():
    assert FactValue("date", "2019-08-14").day == date(2019, 8, 14)
    assert FactValue("month", "2019-08").day is None


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (FactValue("number", "245"), "GPs", "245 GPs"),
        (FactValue("number", "93.2"), "%", "93.2%"),
        (FactValue("number", "486"), "GBP million", "£486 million"),
        (FactValue("number", "-52.1"), "GBP million", "-£52.1 million"),
        (FactValue("range", "77.3", "113"), "GBP million", "£77.3 to £113 million"),
        (FactValue("number", "25000"), "GBP", "£25,000"),
        (FactValue("number", "3"), "category 1-4", "3 (category 1-4)"),
        (FactValue("number", "4.0"), "version", "version 4.0"),
        (FactValue("number", "95"), "per 1,000 population", "95 per 1,000 population"),
        (
            FactValue("range", "8", "12"),
            "score (impact x likelihood)",
            "8 to 12 (score (impact x likelihood))",
        ),
        (FactValue("year", "2021"), "year", "2021"),
        (FactValue("flag", "no"), "yes/no", "no"),
        (FactValue("text", "12:00"), "time", "12:00"),
        (FactValue("missing"), "beds", "not stated"),
    ],
)
def test_a_unit_stands_where_a_reader_expects_it(value, unit, shown):
    assert show_with_unit(value, unit) == shown
