"""Laws of pooled budgets and metrics: nothing goes astray, nothing is averaged."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from factories.fund_tables import make_table
from placeplan.money.better_care import (
    TOGETHER,
    compare_metrics,
    list_partners,
    sum_pools,
)

pence = st.integers(min_value=0, max_value=10**11)
partners = st.dictionaries(st.sampled_from(["one", "two", "three"]), pence, min_size=1)
schemes = st.lists(st.tuples(pence, pence), min_size=1, max_size=4)
counts = st.tuples(st.integers(0, 10**6), st.integers(1, 10**7))


def make_pool(paid, spent):
    contributions = [
        (2016, "north", partner, "council", amount / 100)
        for partner, amount in paid.items()
    ]
    spending = [
        (2016, "north", f"scheme-{at}", f"Scheme {at}", planned / 100, actual / 100)
        for at, (planned, actual) in enumerate(spent)
    ]
    return {
        "better_care_contributions": make_table(
            "better_care_contributions", contributions
        ),
        "better_care_spending": make_table("better_care_spending", spending),
    }


@given(partners, schemes)
def test_contributions_and_differences_sum_to_the_pool_to_the_penny(paid, spent):
    tables = make_pool(paid, spent)

    [pool] = sum_pools(tables).to_dicts()
    listed = list_partners(tables)

    assert pool["paid_in_pence"] == sum(paid.values())
    assert pool["planned_pence"] == sum(planned for planned, _ in spent)
    assert pool["actual_pence"] == sum(actual for _, actual in spent)
    assert dict(listed.select("partner", "paid_in_pence").iter_rows()) == paid
    if sum(paid.values()):
        assert listed["difference_pence"].sum() == pool["difference_pence"]


@given(st.dictionaries(st.sampled_from(["east", "north", "south"]), counts, min_size=1))
def test_all_areas_together_are_sums_over_sums(areas):
    rows = [
        (2016, None, pool, "delayed_transfers", "actual", float(days), float(adults))
        for pool, (days, adults) in areas.items()
    ]

    compared = compare_metrics(
        {"better_care_results": make_table("better_care_results", rows)}
    )

    value = dict(compared.select("pool", "actual").iter_rows())[TOGETHER]
    days, adults = (sum(each) for each in zip(*areas.values(), strict=True))
    assert abs(Fraction(value) - Fraction(days * 100_000, adults)) < Fraction(1, 10**4)
    assert min(compared["actual"]) <= value <= max(compared["actual"])
