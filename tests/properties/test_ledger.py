"""Laws of the ledger, for any values: money ties from line to body to system."""

from datetime import date
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories.small_ledger import make_ledger, make_tables
from placeplan.errors import InputError
from placeplan.money.ledger import (
    check_break_even,
    compare_with_control_totals,
    find_months,
    find_position,
    find_system_position,
    flex_control_totals,
    list_lines,
    read_ledger,
    sum_statements,
)
from placeplan.money.pence import Pence, Pounds, PoundsMillion, to_pence, to_pounds
from properties.ledger_twin import eliminate, sum_body

BODIES = ("east", "north", "west")
LINES = [
    ("sales", "Sales", "income", "spell", None, 1),
    ("fund", "Fund", "income", None, "stf", 2),
    ("staff", "Staff", "pay", None, None, 3),
    ("drugs", "Drugs", "non_pay", None, None, 4),
    ("bought", "Bought", "non_pay", None, None, 5),
]
SIDE = {line: side for line, _, side, *_ in LINES}
MONTHS = find_months(2016)
PENCE = st.integers(-(10**11), 10**11)
some = settings(max_examples=max(settings.default.max_examples // 2, 5), deadline=None)


@st.composite
def rows(draw):
    """Draw the values of a ledger, one for each key, some of them between members."""
    keys = st.tuples(
        st.sampled_from(BODIES),
        st.sampled_from(sorted(SIDE)),
        st.sampled_from([MONTHS[0], MONTHS[1], MONTHS[11]]),
        st.sampled_from(["plan", "actual"]),
        st.booleans(),
        st.none() | st.sampled_from(BODIES),
    ).filter(lambda key: key[0] != key[5])
    drawn = draw(st.dictionaries(keys, PENCE, min_size=1, max_size=25))
    # Every body has something, so that every counterparty is a member.
    for body in BODIES:
        drawn.setdefault((body, "drugs", MONTHS[0], "actual", True, None), 0)
    return drawn


def _make(drawn, **others):
    values = [(*key, pence / 100) for key, pence in drawn.items()]
    return make_ledger(values, LINES, **others)


def _plain(drawn):
    return [
        (body, SIDE[line], month, basis, other, pence)
        for (body, line, month, basis, _, other), pence in drawn.items()
    ]


@some
@given(rows(), st.integers(0, 11))
def test_money_ties_from_line_to_body_to_system(drawn, last):
    ledger, through = _make(drawn), MONTHS[last]
    bodies = find_position(ledger, year=2016, through=through)
    lines = list_lines(ledger, year=2016, through=through, by=("organisation",))
    system = find_system_position(ledger, year=2016, through=through)

    for basis in ("plan", "actual"):
        column = f"{basis}_pence"
        by_line = dict(lines.group_by("side").agg(pl.col(column).sum()).iter_rows())
        by_body = dict(bodies.group_by("side").agg(pl.col(column).sum()).iter_rows())
        members = dict(
            system.sides.select("side", f"members_{basis}_pence").iter_rows()
        )
        whole = dict(system.sides.select("side", column).iter_rows())
        assert by_body == members
        assert by_line == {side: by_body[side] for side in by_line}
        costs = whole.get("pay", 0) + whole.get("non_pay", 0)
        assert whole.get("income", 0) - costs == whole["surplus"] == by_body["surplus"]


@some
@given(rows(), st.integers(0, 11))
def test_a_body_stands_where_its_rows_add_up_to(drawn, last):
    months = MONTHS[: last + 1]
    found = find_position(_make(drawn), year=2016, through=months[-1])

    for basis in ("plan", "actual"):
        for body in BODIES:
            twin = sum_body(_plain(drawn), body, basis, months)
            ours = found.filter(organisation=body)
            stands = dict(ours.select("side", f"{basis}_pence").iter_rows())
            assert {side: stands.get(side, 0) for side in twin} == twin


@some
@given(rows())
def test_what_members_pay_each_other_is_taken_out_as_the_twin_does(drawn):
    found = find_system_position(_make(drawn), year=2016)

    for basis in ("plan", "actual"):
        ours = found.eliminations.filter(basis=basis)
        assert {
            (receiver, payer): (eliminated, mismatch)
            for receiver, payer, eliminated, mismatch in ours.select(
                "receiver", "payer", "eliminated_pence", "mismatch_pence"
            ).iter_rows()
        } == eliminate(_plain(drawn), basis, MONTHS)
        parts = ours["eliminated_pay_pence"] + ours["eliminated_non_pay_pence"]
        assert parts.equals(ours["eliminated_pence"], check_names=False)
    apart = found.eliminations.filter(pl.col("mismatch_pence") != 0)
    assert len(found.mismatches) == apart.height


@some
@given(rows(), st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(drawn, chance):
    mixed = list(drawn.items())
    chance.shuffle(mixed)
    one, other = _make(drawn), _make(dict(mixed))

    assert one.values.equals(other.values)
    assert find_position(one, year=2016).equals(find_position(other, year=2016))
    ours, theirs = (find_system_position(each, year=2016) for each in (one, other))
    assert ours.sides.equals(theirs.sides)
    assert ours.mismatches == theirs.mismatches


@some
@given(rows())
def test_recurrent_and_non_recurrent_are_the_whole(drawn):
    ledger = _make(drawn)

    parts = find_position(ledger, year=2016, by=("organisation", "recurrent"))
    whole = find_position(ledger, year=2016)

    summed = parts.group_by("organisation", "side").agg(
        pl.col("plan_pence", "actual_pence", "difference_pence").sum()
    )
    assert summed.sort("organisation", "side").equals(whole.drop("status"))


changes = st.dictionaries(
    st.tuples(
        st.sampled_from(["one", "two"]),
        st.sampled_from([2016, 2017]),
        st.sampled_from(BODIES),
    ),
    PENCE,
    max_size=8,
)
totals = st.fixed_dictionaries(
    {(year, body): PENCE for year in (2016, 2017) for body in BODIES}
)


def _make_totals(agreed, made):
    tables = make_tables(
        [],
        LINES,
        [(*key, pence / 100) for key, pence in agreed.items()],
        [
            (change, date(2016, 7, 1), year, body, pence / 100)
            for (change, year, body), pence in made.items()
        ],
    )
    return read_ledger(tables)


@given(totals, changes)
def test_control_totals_flex_only_if_each_change_nets_to_zero(agreed, made):
    ledger = _make_totals(agreed, made)
    nets = {
        (change, year): sum(
            pence
            for (name, when, _), pence in made.items()
            if (name, when) == (change, year)
        )
        for change, year, _ in made
    }

    if any(nets.values()):
        with pytest.raises(InputError) as refused:
            flex_control_totals(ledger.control_totals, ledger.changes)
        assert len(refused.value.faults) == sum(1 for net in nets.values() if net)
    else:
        flexed = flex_control_totals(ledger.control_totals, ledger.changes)
        assert flexed["change_pence"].sum() == 0


@given(totals, changes)
def test_a_change_that_is_balanced_leaves_the_system_as_it_was(agreed, made):
    """The last body of each change and year takes what the others give."""
    balanced = {key: pence for key, pence in made.items() if key[2] != "west"}
    for change, year, _ in list(balanced):
        others = sum(
            pence
            for (name, when, body), pence in balanced.items()
            if (name, when) == (change, year) and body != "west"
        )
        balanced[change, year, "west"] = -others
    ledger = _make_totals(agreed, balanced)

    flexed = flex_control_totals(ledger.control_totals, ledger.changes)

    for year in (2016, 2017):
        ours = flexed.filter(year=year)["value_pence"].sum()
        assert ours == sum(pence for (when, _), pence in agreed.items() if when == year)


@some
@given(rows(), totals, st.integers(0, 11))
def test_the_statement_of_the_system_is_that_of_its_bodies(drawn, agreed, last):
    listed = [(*key, pence / 100) for key, pence in agreed.items()]
    ledger, through = _make(drawn, totals=listed), MONTHS[last]

    each = compare_with_control_totals(ledger, year=2016, through=through)
    system = sum_statements(ledger, year=2016, through=through)

    assert system.control_total == each["control_total_pence"].sum()
    assert system.difference == each["difference_pence"].sum()
    assert system.met == (each["difference_pence"].sum() >= 0)
    months, part = last + 1, Fraction(last + 1, 12)
    plan = find_position(ledger, year=2016, with_funds=False).filter(side="surplus")
    planned = dict(plan.select("organisation", "plan_pence").iter_rows())
    for row in each.iter_rows(named=True):
        beyond = row["control_total_pence"] - planned[row["organisation"]]
        exact = row["plan_to_date_pence"] + beyond * part
        assert abs(row["control_total_to_date_pence"] - exact) <= Fraction(1, 2)
        if months == 12:
            assert row["control_total_to_date_pence"] == row["control_total_pence"]


@given(st.dictionaries(st.sampled_from("abcdef"), PENCE.map(Pence), min_size=1))
def test_where_each_body_breaks_even_the_system_does_too(surpluses):
    together = check_break_even(surpluses, date(2026, 3, 31))
    each = check_break_even(surpluses, date(2026, 4, 1))

    assert together.met or not each.met
    assert together.met == (sum(surpluses.values()) >= 0)
    assert each.met == all(pence >= 0 for pence in surpluses.values())


AMOUNTS = st.decimals(-(10**9), 10**9, places=2)


@given(AMOUNTS, AMOUNTS)
def test_units_never_mix(one, other):
    pounds, million, pence = Pounds(one), PoundsMillion(other), Pence(int(other))

    for left, right in ((pounds, million), (million, pounds), (pounds, pence)):
        with pytest.raises(TypeError):
            left + right
        with pytest.raises(TypeError):
            right - left
        with pytest.raises(TypeError):
            left < right  # noqa: B015 # it must not compare
        assert left != right


@given(AMOUNTS)
def test_an_amount_is_the_same_in_every_unit(pounds):
    pence = to_pence(Pounds(pounds))

    assert to_pounds(pence) == Pounds(pounds)
    assert to_pence(PoundsMillion(pounds.scaleb(-6))) == pence
