"""Whatever stands in a register comes back from its file as it went."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placeplan_web.registers.cell import read_cell, tidy_text, write_cell
from placeplan_web.registers.column import Column, Holds, MisreadError
from placeplan_web.registers.day_text import read_day

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60)
SHARP = st.sampled_from("=+-@'\t\n\r 1.e") | st.characters(codec="utf-8")
HOSTILE = st.text(SHARP, max_size=12)
CHOICES = (("cash_releasing", "Cash-releasing"), ("qualitative", "Qualitative"))
CASES = st.one_of(
    st.tuples(st.just(Column(name="a", label="A", holds=Holds.WORDS)), TEXTS),
    st.tuples(
        st.just(Column(name="a", label="A", holds=Holds.CHOICE, choices=CHOICES)),
        st.sampled_from(["cash_releasing", "qualitative"]),
    ),
    st.tuples(
        st.just(Column(name="a", label="A", holds=Holds.DAY)),
        st.dates(date(1900, 1, 1), date(2200, 12, 31)),
    ),
    st.tuples(
        st.just(Column(name="a", label="A", holds=Holds.WHOLE)),
        st.integers(-2_000_000_000, 2_000_000_000),
    ),
    st.tuples(
        st.just(Column(name="a", label="A", holds=Holds.DECIMAL, places=2)),
        st.decimals(-99_999, 99_999, places=2),
    ),
    st.tuples(st.just(Column(name="a", label="A", holds=Holds.YES_NO)), st.booleans()),
)


@given(CASES)
def test_value_written_and_read_is_the_same(case):
    column, value = case
    expected = (tidy_text(value) or None) if isinstance(value, str) else value
    if "\0" in str(value):
        return

    written = write_cell(column.write_text(expected))

    assert column.parse(read_cell(written)) == expected


@given(HOSTILE)
def test_no_two_texts_are_written_alike_and_none_is_run(text):
    from placeplan.tables.formula import is_formula

    written = write_cell(text)

    assert read_cell(written) == text
    assert not is_formula(written)


@pytest.mark.parametrize(
    ("holds", "text", "expected"),
    [
        (Holds.WHOLE, "1,000", "a whole number from 1 to 5"),
        (Holds.WHOLE, "7", "a whole number from 1 to 5"),
        (Holds.WHOLE, "2.5", "a whole number from 1 to 5, with no decimals"),
        (Holds.WHOLE, "nan", "a whole number from 1 to 5"),
        (Holds.WHOLE, "1_0", "a whole number from 1 to 5"),
        (Holds.DECIMAL, "2.125", "a number from 1 to 5, with at most 2 decimals"),
        (Holds.DECIMAL, "1e999999999", "a number from 1 to 5"),
        (Holds.DAY, "2019-02-30", "a day such as 2019-10-31"),
        (Holds.DAY, "0001-01-01", "a day such as 2019-10-31"),
        (Holds.YES_NO, "perhaps", "yes or no"),
        (Holds.CHOICE, "other", "one of: Cash-releasing, Qualitative"),
        (Holds.LINK, "PRJ-9", "one of: PRJ-1"),
        (Holds.TEXT, "a\nb", "a text of at most 5 letters"),
        (Holds.TEXT, "abcdefg", "at most 5 letters"),
    ],
)
def test_text_that_is_no_such_value_is_refused_in_words(holds, text, expected):
    column = Column(
        name="a", label="A", holds=holds, choices=CHOICES, least=1, most=5, places=2
    )

    with pytest.raises(MisreadError) as refused:
        column.parse(text, {"PRJ-1": 1})

    assert refused.value.expected == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-10-31", date(2019, 10, 31)),
        ("2019-10-31 00:00:00", date(2019, 10, 31)),
        ("31 October 2019", date(2019, 10, 31)),
        ("31 Oct 2019", date(2019, 10, 31)),
        ("31/10/2019", date(2019, 10, 31)),
        ("10/31/2019", None),
        ("2019-10-31 12:00:00", None),
        ("43769", None),
    ],
)
def test_day_is_read_as_people_write_it(text, day):
    assert read_day(text) == day


def test_number_is_written_without_an_exponent():
    column = Column(name="a", label="A", holds=Holds.DECIMAL, places=2)

    assert column.write_text(Decimal("1E+3")) == "1000"
    assert column.write_text(2.50) == "2.5"
