"""Laws of the facts register that hold for any figures."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from placeplan.evidence import Fact, FactRegister, FactValue, work_out

FIRST = date(2016, 1, 1)
numbers = st.integers(-9999, 9999)


def make_fact(id_, number, days):
    held = FactValue("number", str(number))
    where = ("beds", "Medway", "2016", FIRST + timedelta(days=days), "s", "d", "h")
    return Fact(id_, 1, "beds", "Beds", held, *where)


registers = st.lists(st.tuples(numbers, st.integers(0, 999)), min_size=1).map(
    lambda rows: FactRegister(
        tuple(make_fact(f"F{at:03}", *row) for at, row in enumerate(rows, 1))
    )
)


@given(registers, numbers)
def test_search_finds_exactly_the_facts_with_that_number(register, number):
    slow = [f.id for f in register.facts if float(f.value.value) == number]
    assert [fact.id for fact in register.search(str(number))] == slow


@given(registers, st.integers(0, 999), st.integers(0, 999))
def test_more_is_known_later(register, one, other):
    early, late = sorted((one, other))
    days = [FIRST + timedelta(days=each) for each in (early, late)]
    known = [{fact.id for fact in register.as_known(day).facts} for day in days]
    assert known[0] <= known[1]


@settings(max_examples=50)
@given(registers, st.lists(numbers, min_size=1, max_size=5), st.data())
def test_no_correction_ever_loses_a_version(register, values, data):
    first = register
    for step, value in enumerate(values):
        fact = data.draw(st.sampled_from(register.facts))
        if fact.value == FactValue("number", str(value)):
            continue
        on = FIRST + timedelta(days=1000 + step)
        register = register.correct(
            fact.id, FactValue("number", str(value)), reason="found", on=on
        ).register
    assert set(first.versions) <= set(register.versions)
    assert first.as_known(FIRST + timedelta(days=999)) == register.as_known(
        FIRST + timedelta(days=999)
    )


expressions = st.recursive(
    st.integers(0, 99).map(lambda n: (str(n), Fraction(n))),
    lambda inner: st.tuples(inner, st.sampled_from("+-*"), inner).map(
        lambda each: (
            f"({each[0][0]} {each[1]} {each[2][0]})",
            {
                "+": each[0][1] + each[2][1],
                "-": each[0][1] - each[2][1],
                "*": each[0][1] * each[2][1],
            }[each[1]],
        )
    ),
    max_leaves=8,
)


@given(expressions)
def test_formulas_count_as_fractions_do(expression):
    formula, expected = expression
    assert [Fraction(each) for each in work_out(formula, {})] == [expected]
