"""National policy on fair shares holds on its days, and says how it was read."""

from datetime import date

from placeplan.money.fair_share import (
    ALLOCATION_PARTS,
    find_inequalities_share,
    list_pace_limits,
)


def test_inequalities_shares_of_2016_are_marked_as_recalled():
    found = [
        find_inequalities_share(budget, date(2016, 4, 1))
        for budget in ("core", "primary_medical", "specialised")
    ]

    assert [float(each.share) for each in found] == [0.1, 0.15, 0.05]
    assert [each.words.split(". ", 1)[1] for each in found] == [
        "Recalled, not read in the source: check it, or state your own share."
    ] * 3


def test_no_share_is_listed_before_or_after_its_days():
    days = (date(2016, 3, 31), date(2019, 4, 1))

    assert [find_inequalities_share("core", day) for day in days] == [None, None]
    assert find_inequalities_share("running_costs", date(2016, 4, 1)) is None


def test_limits_of_the_first_year():
    limits = list_pace_limits(date(2017, 3, 31))

    assert {name: float(each.share) for name, each in limits.items()} == {
        "fades_from_share": 0.05,
        "fades_to_share": 0.1,
        "most_under_share": 0.05,
    }
    assert limits["most_under_share"].words == (
        "No place is left more than 5 % under target."
    )
    assert list_pace_limits(date(2017, 4, 1)) == {}


def test_parts_of_the_formula_of_2025():
    kinds = {}
    for part in ALLOCATION_PARTS.values():
        kinds.setdefault(part.kind, []).append(part.part)

    assert kinds == {
        "need": [
            *("general_and_acute", "community", "mental_health", "maternity"),
            "prescribing",
        ],
        "inequalities": ["inequalities"],
        "cost": ["market_forces", "emergency_ambulance"],
        "budget": ["primary_medical", "other_primary", "specialised", "running_costs"],
    }
