"""A mix tells spells apart by stay, specialty and code; each effect moves its own."""

import numpy as np
import pytest

from factories.demand_factory import make_table
from factories.initiative_factory import YEARS, make_people_of, make_plan
from placeplan.demand import CodedDemand, check_demand, list_pods, pool_pods
from placeplan.demand.mix import split_cells, tilt_shares
from placeplan.errors import UnknownNameError

# Spells of 10 for each share of 0.1; the mean stay is 2, that of the only cell.
SPELL = ("emergency_spell", "dover", "ekhuft", "qeqm", "female", "65+", 100.0, 200.0)
MIX = (
    ("emergency_spell", None, "medicine", 0, None, "frail", 0.3),
    ("emergency_spell", None, "medicine", 1, None, None, 0.2),
    ("emergency_spell", None, "medicine", 2, None, "frail falls", 0.1),
    ("emergency_spell", None, "surgery", 2, 1, None, 0.2),
    ("emergency_spell", None, "surgery", 6, 2, None, 0.2),
)


def _effect(mechanism, remaining, *spells, name="a"):
    cohort = ("emergency_spell", None, None, None, None)
    return (name, mechanism, *cohort, None, remaining, remaining, *spells)


def _left(*effects, mix=MIX, **more):
    """Units and nights that are left of 100 spells and 200 nights."""
    tables = make_plan(effects, base=[SPELL], activity_mix=mix, **more)
    people = make_people_of()
    coded = CodedDemand.from_tables(tables, people, base_year=2016, years=YEARS)
    activity, nights = coded.expect().with_initiatives()
    return round(float(activity[0, 0]), 6), round(float(nights[0, 0]), 6)


@pytest.mark.parametrize(
    ("spells", "units", "nights"),
    [
        ((None, None, None, 2), 80, 80),
        ((None, None, 3), 20, 120),
        ((None, None, 1, 1), 20, 20),
        (("surgery",), 40, 160),
        (("medicine", None, 1), 30, 40),
        ((None, "frail"), 40, 20),
        ((None, "falls"), 10, 20),
        ((None, None, None, None, 2), 20, 120),
    ],
)
def test_an_effect_moves_its_own_spells_alone(spells, units, nights):
    avoided = _left(_effect("avoidance", 0.25, *spells))

    assert avoided == (100 - 0.75 * units, 200 - 0.75 * nights)


def test_same_day_emergency_care_takes_stays_of_up_to_two_nights():
    arrivals = [("a", "emergency_spell", "ae_type_3", None, None, 1.0, 0.0, 0)]
    effect = _effect("change_of_setting", 0.6, None, None, 0, 2)

    assert _left(effect, arrivals=arrivals) == (100 - 0.4 * 80, 200 - 0.4 * 80)


@pytest.mark.parametrize(("days", "spells"), [(1, 20), (2, 20)])
def test_a_shorter_stay_before_theatre_takes_exactly_these_days(days, spells):
    stay = _effect("pre_operative_stay", 0.3, None, None, None, None, days)

    assert _left(stay) == (100, pytest.approx(200 - 0.7 * spells * days))


def test_draws_of_stays_before_theatre_take_whole_spells():
    stay = _effect("pre_operative_stay", 0.5, None, None, None, None, 2)
    tables = make_plan([stay], base=[SPELL], activity_mix=MIX)
    coded = CodedDemand.from_tables(
        tables, make_people_of(), base_year=2016, years=YEARS
    )

    futures = [coded.draw(seed) for seed in np.random.SeedSequence(1).spawn(200)]
    taken = np.array([future.entries[0].bed_days[0, 0] for future in futures])
    assert set(taken % 2) == {0.0}
    assert taken.mean() == pytest.approx(20, abs=1)


def test_a_general_shorter_stay_acts_only_where_no_other_does():
    own = _effect("shorter_stay", 0.5, "surgery", name="a")
    general = _effect("general_shorter_stay", 0.9, name="b")

    assert _left(own, general) == (100, pytest.approx(0.5 * 160 + 0.9 * 40))


def test_a_general_shorter_stay_waits_for_no_other_that_has_not_begun():
    own = _effect("shorter_stay", 0.5, "surgery", name="a")
    general = _effect("general_shorter_stay", 0.9, name="b")
    phasing = [("a", 2018, 1.0), ("b", 2016, 1.0)]

    assert _left(own, general, phasing=phasing) == (100, pytest.approx(0.9 * 200))


def test_a_spell_before_theatre_is_shortened_once():
    own = _effect("shorter_stay", 0.5, "surgery", name="a")
    before = _effect("pre_operative_stay", 0.0, None, None, None, None, 2, name="b")

    # 20 spells of 2 nights: 10 of 6 nights are halved, 10 lose their 2.
    assert _left(own, before) == (100, 200 - 0.5 * 40 - (10 * 3 + 10 * 2))


def test_a_mix_of_its_own_ages_goes_before_that_of_all():
    cells = make_table("activity_base", [SPELL, ("day_case", *SPELL[1:6], 5.0, 0.0)])
    mix = [
        ("emergency_spell", None, None, None, None, "all", 1.0),
        ("emergency_spell", "60+", None, None, None, "old", 0.4),
        ("emergency_spell", "60+", None, None, None, None, 0.6),
    ]

    parts = split_cells(cells, {"activity_mix": make_table("activity_mix", mix)})
    assert parts.cells.select("pod", "codes").rows() == [
        ("emergency_spell", "old"),
        ("emergency_spell", None),
        ("day_case", None),
    ]
    assert parts.share.tolist() == [0.4, 0.6, 1.0]
    assert parts.stay_days.tolist() == [2.0, 2.0, 0.0]


def test_shares_of_stays_are_tilted_to_the_mean_of_each_cell():
    stays, shares = np.array([0.0, 1.0, 2.0, 8.0]), np.array([0.4, 0.3, 0.2, 0.1])
    means = np.array([0.0, 0.3, 1.5, 7.9, 8.0, 30.0])

    found = tilt_shares(shares, stays, means)
    assert found @ stays == pytest.approx([0, 0.3, 1.5, 7.9, 8, 8], abs=1e-12)
    assert found.sum(axis=1) == pytest.approx(np.ones(6))
    assert found[2] == pytest.approx(shares)  # its own mean: nothing is tilted
    ratio = np.diff(np.log(found[1] / shares)) / np.diff(stays)
    assert ratio == pytest.approx(np.full(3, ratio[0]))  # exponential in the stay


def test_a_cell_that_stays_longer_than_any_of_its_mix_keeps_its_nights():
    mix = [
        ("emergency_spell", None, None, 0, None, None, 0.5),
        ("emergency_spell", None, None, 1, None, "long", 0.5),
    ]

    avoided = _left(_effect("avoidance", 0.5, None, "long"), mix=mix)
    assert avoided == (50, 100)


def test_an_initiative_is_no_better_known_than_the_mix_it_rests_on():
    mix = [(*row, "paper", "illustrative") for row in MIX]
    tables = make_plan([_effect("avoidance", 0.5)], base=[SPELL], activity_mix=mix)
    coded = CodedDemand.from_tables(
        tables, make_people_of(), base_year=2016, years=YEARS
    )

    assert coded.initiatives.status.tolist() == [3]


def test_a_mix_may_leave_stays_untold():
    mix = [
        ("emergency_spell", "65+", None, None, None, "frail", 0.25),
        ("emergency_spell", "65+", None, None, None, None, 0.75),
        ("emergency_spell", "0-64", None, None, None, "young", 1.0),
    ]

    assert _left(_effect("avoidance", 0.0, None, "frail"), mix=mix) == (75, 150)
    assert check_demand(make_plan([], base=[SPELL], activity_mix=mix)) == []


def test_a_sound_mix_has_no_fault():
    effects = [
        _effect("avoidance", 0.5, "surgery", name="a"),
        _effect("pre_operative_stay", 0.5, None, None, None, None, 1, name="b"),
    ]

    assert check_demand(make_plan(effects, base=[SPELL], activity_mix=MIX)) == []


POD = "emergency_spell"
UNKNOWN = UnknownNameError("pod", "emergency_spel", list_pods({}))


@pytest.mark.parametrize(
    ("effects", "mix", "said"),
    [
        (
            [],
            [("emergency_spel", None, None, None, None, None, 1.0)],
            (
                "activity/mix.csv, pod emergency_spel: expected a point of delivery "
                "of the reference list or of activity/pods.csv, found "
                "emergency_spel. Correct the pod, or add it to activity/pods.csv. "
                f"{UNKNOWN}"
            ),
        ),
        (
            [],
            [(POD, "old", None, None, None, None, 1.0)],
            (
                "activity/mix.csv, age_band old: expected ages, found old. Write ages "
                "such as 65+ or 0-17, or leave the cell empty for all."
            ),
        ),
        (
            [],
            [(POD, "70+", None, None, None, None, 1.0)],
            (
                "activity/mix.csv, pod emergency_spell, age_band 70+: expected ages "
                "that do not cut a band of the base activity, found some that cut "
                "65+. Begin and end where the bands of the base activity do."
            ),
        ),
        (
            [],
            [
                (POD, "0-64", None, None, None, None, 1.0),
                (POD, "60-64", None, None, None, None, 1.0),
            ],
            (
                "activity/mix.csv, pod emergency_spell, age_band 60-64: expected other "
                "ages, found 0-64. Tell the ages apart, so that each is in one mix."
            ),
        ),
        (
            [],
            [(POD, None, None, 1, None, None, 0.5), (POD, *[None] * 5, 0.5)],
            (
                "activity/mix.csv, pod emergency_spell, age_band (empty): expected "
                "stays of all rows, found 1 empty. Give stay_days in every row of "
                "this mix, or in none."
            ),
        ),
        (
            [],
            [("day_case", None, None, 1, None, None, 1.0)],
            (
                "activity/mix.csv, pod day_case, age_band (empty): expected no stays, "
                "found nights. Leave stay_days empty, or choose a pod with beds."
            ),
        ),
        (
            [],
            [(POD, None, None, 1, 2, None, 1.0)],
            (
                "activity/mix.csv, pod emergency_spell, stay_days 1, "
                "pre_operative_days 2: expected no more days before theatre than the "
                "whole stay, found 2. Correct the days, or give the stay to which "
                "they belong."
            ),
        ),
        (
            [],
            [(POD, None, None, 3, None, None, 1.0)],
            (
                "activity/mix.csv, pod emergency_spell, age_band (empty): expected a "
                "stay as short as the mean of every cell of activity/base.csv, found "
                "3 nights and longer, where place dover, sex female, ages 65+ stay "
                "2.00 on average. Add the shorter stays, such as a row of 0 nights."
            ),
        ),
        (
            [_effect("avoidance", 0.5, None, "fall")],
            MIX,
            (
                "initiatives/effects.csv, initiative a, mechanism avoidance, pod "
                "emergency_spell, code fall: expected a cohort that has activity, "
                "found one that has none. "
                "Correct the cohort, or tell in activity/mix.csv which spells of that "
                "pod and age belong to it."
            ),
        ),
        (
            [_effect("avoidance", 0.5, None, None, 3, 2)],
            MIX,
            (
                "initiatives/effects.csv, initiative a, mechanism avoidance, pod "
                "emergency_spell, stay_from_days 3, stay_to_days 2: expected a "
                "stay_to_days of at least 3, found 2. "
                "Swap the two."
            ),
        ),
        (
            [_effect("pre_operative_stay", 0.5)],
            MIX,
            (
                "initiatives/effects.csv, initiative a, mechanism pre_operative_stay, "
                "pod emergency_spell: expected the pre_operative_days that it takes "
                "off, found none given. Give 1 or 2, and a row for each, or make the "
                "mechanism shorter_stay."
            ),
        ),
        (
            [_effect("avoidance", 0.5, "surgery"), _effect("shorter_stay", 0.5)],
            MIX,
            (
                "initiatives/effects.csv, initiative a, mechanism shorter_stay, pod "
                "emergency_spell: expected cohorts of one initiative that do not "
                "meet, found one that meets its avoidance. Tell the cohorts apart: "
                "what an initiative avoids or moves it cannot change again, nor "
                "shorten. Or make it two initiatives."
            ),
        ),
    ],
)
def test_a_bad_mix_is_refused_with_its_row_and_a_remedy(effects, mix, said):
    tables = make_plan(effects, base=[SPELL], activity_mix=mix)

    assert [str(fault) for fault in check_demand(tables)] == [said]


def test_demand_pooled_by_pod_takes_whole_days_before_theatre_too():
    stay = _effect("pre_operative_stay", 0.3, None, None, None, None, 2)
    tables = make_plan([stay], base=[SPELL], activity_mix=MIX)
    coded = CodedDemand.from_tables(
        tables, make_people_of(), base_year=2016, years=YEARS
    )

    _, nights = pool_pods(coded, 2).expect().with_initiatives()
    assert nights[0] == pytest.approx([200 - 0.7 * 20 * 2] * 2)
