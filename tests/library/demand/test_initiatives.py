"""Each initiative changes its own cohort, in its own way, and nothing else."""

import numpy as np
import pytest

from factories.initiative_factory import BASE, YEARS, make_people_of, make_plan
from placeplan.demand import CodedDemand, PercentileRange, check_initiatives

ALL = (None, None, None, None)
OLD = (None, None, None, "65+")


def _code(*effects, growth=1.0, **more):
    people = make_people_of(growth=growth)
    tables = make_plan(effects, **more)
    return CodedDemand.from_tables(tables, people, base_year=2016, years=YEARS)


def _sum(coded, future, pod, year=0):
    """Units and nights of a pod by place."""
    activity, nights = future.with_initiatives()
    return {
        place: (
            round(float(activity[at, year]), 6),
            round(float(nights[at, year]), 6),
        )
        for at, (place, _, _, name) in enumerate(coded.lines.iter_rows())
        if name == pod
    }


def _faults(*effects, **more):
    return [str(fault) for fault in check_initiatives(make_plan(effects, **more))]


def test_two_avoidances_multiply_as_in_the_national_model():
    # The national model's worked example: 0.88 x 0.75 = 0.66.
    coded = _code(
        ("a", "avoidance", "outpatient_first", *ALL, None, 0.88, 0.88),
        ("b", "avoidance", "outpatient_first", *ALL, None, 0.75, 0.75),
    )

    assert _sum(coded, coded.expect(), "outpatient_first") == {
        "dover": (500 * 0.66, 0.0)
    }


def test_a_range_from_0_8_to_0_9_has_the_mean_and_sd_of_the_national_model():
    size = PercentileRange(0.8, 0.9)

    assert (size.midpoint, round(size.sd, 6)) == (pytest.approx(0.85), 0.039015)
    assert size.at(0.0) == pytest.approx(0.85)


def test_a_clipped_range_has_the_mean_of_its_draws():
    size = PercentileRange(0.7, 1.0)
    draws = size.at(np.random.default_rng(3).standard_normal(400_000))

    assert size.mean == pytest.approx(draws.mean(), abs=0.0005)
    assert draws.max() == 1.0


def test_a_place_of_its_own_is_changed_alone():
    coded = _code(
        (
            "a",
            "avoidance",
            "emergency_spell",
            "dover",
            None,
            None,
            "65+",
            None,
            0.5,
            0.5,
        )
    )

    assert _sum(coded, coded.expect(), "emergency_spell") == {
        "dover": (90.0, 325.0),
        "swale": (100.0, 464.0),
    }


def test_a_sex_of_its_own_is_changed_alone():
    # Women of Dover have 450 of the 650 nights: 100 spells of 180.
    coded = _code(
        ("a", "avoidance", "emergency_spell", "dover", None, "female", None, None, 0, 0)
    )

    assert _sum(coded, coded.expect(), "emergency_spell")["dover"] == (80.0, 200.0)


def test_shorter_stays_leave_spells_and_take_nights():
    coded = _code(("a", "shorter_stay", "emergency_spell", *OLD, None, 0.8, 0.8))

    assert _sum(coded, coded.expect(), "emergency_spell") == {
        "dover": (180.0, 520.0),
        "swale": (100.0, 0.8 * 420 + 44),
    }


def test_a_spell_has_one_efficiency_chosen_among_those_that_apply():
    # Half of the women get 0.5, half 0.9; men have only the one.
    coded = _code(
        (
            "a",
            "shorter_stay",
            "emergency_spell",
            None,
            None,
            "female",
            None,
            None,
            0.5,
            0.5,
        ),
        ("b", "shorter_stay", "emergency_spell", *ALL, None, 0.9, 0.9),
    )

    assert _sum(coded, coded.expect(), "emergency_spell")["dover"] == (
        180.0,
        450 * 0.7 + 200 * 0.9,
    )


def test_avoided_work_is_not_shortened():
    coded = _code(
        ("a", "avoidance", "emergency_spell", *ALL, None, 0.5, 0.5),
        ("b", "shorter_stay", "emergency_spell", *ALL, None, 0.8, 0.8),
    )
    avoided, shortened = coded.expect().entries

    assert shortened.bed_days[:, 0] == pytest.approx(0.2 * np.array([325, 232]))
    assert avoided.bed_days[:, 0] == pytest.approx([325, 232])


def test_what_is_moved_arrives_as_so_many_contacts_a_year_later():
    coded = _code(
        ("a", "substitution", "emergency_spell", *OLD, None, 0.9, 0.9),
        arrivals=[
            ("a", "emergency_spell", "community_contact", "kchft", None, 6, 0, 1)
        ],
        phasing=[("a", 2016, 0.5), ("a", 2017, 1.0)],
    )
    future = coded.expect()

    arrived = [_sum(coded, future, "community_contact", year) for year in range(3)]
    assert arrived == [
        {"dover": (0.0, 0.0), "swale": (0.0, 0.0)},
        {"dover": (54.0, 0.0), "swale": (18.0, 0.0)},
        {"dover": (108.0, 0.0), "swale": (36.0, 0.0)},
    ]


def test_what_an_initiative_shortens_of_a_pod_does_not_arrive_with_what_it_moves():
    # One in ten of the old moves; the 44 nights of the 40 younger men of Swale become a
    # quarter fewer, and bring nobody anywhere.
    coded = _code(
        ("a", "substitution", "emergency_spell", *OLD, None, 0.9, 0.9),
        (
            "a",
            "shorter_stay",
            "emergency_spell",
            *(None, None, None, "0-64", None, 0.75, 0.75),
        ),
        arrivals=[("a", "emergency_spell", "virtual_ward", None, None, 2.0, 0.0, 0)],
    )

    assert _sum(coded, coded.expect(), "virtual_ward") == {
        "dover": (36.0, 0.0),
        "swale": (12.0, 0.0),
    }
    assert _sum(coded, coded.expect(), "emergency_spell") == {
        "dover": (162.0, 585.0),
        "swale": (94.0, 411.0),
    }


def test_a_change_of_setting_stays_at_its_site_and_arrives_once():
    coded = _code(
        ("a", "change_of_setting", "elective_spell", *ALL, None, 0.8, 0.8),
        arrivals=[("a", "elective_spell", "day_case", None, None, 1, 0, 0)],
    )

    assert coded.lines.rows()[-1] == ("swale", "mft", "medway", "day_case")
    assert _sum(coded, coded.expect(), "day_case") == {"swale": (6.0, 0.0)}


def test_a_cause_acts_on_its_share_alone():
    coded = _code(("a", "attributable_share", "outpatient_first", *ALL, 0.3, 0.5, 0.5))

    assert _sum(coded, coded.expect(), "outpatient_first") == {"dover": (425.0, 0.0)}


def test_half_a_chance_of_delivery_is_half_the_mean_and_all_or_nothing_in_draws():
    coded = _code(
        ("a", "avoidance", "outpatient_first", *ALL, None, 0, 0), delivery={"a": 0.5}
    )
    seeds = np.random.SeedSequence(1).spawn(40)
    drawn = {
        _sum(coded, coded.draw(seed), "outpatient_first")["dover"][0] == 0
        for seed in seeds
    }

    assert _sum(coded, coded.expect(), "outpatient_first") == {"dover": (250.0, 0.0)}
    assert drawn == {True, False}


def test_initiatives_that_go_together_are_drawn_together():
    effects = [
        (name, "avoidance", "outpatient_first", *ALL, None, 0.4, 0.6) for name in "ab"
    ]
    coded = _code(*effects, initiative_correlations=[("a", "b", 0.9)])
    seeds = np.random.SeedSequence(5).spawn(4000)
    first, other = np.array([coded.draw_inputs(seed).size for seed in seeds]).T

    ranks = [each.argsort().argsort() for each in (first, other)]
    assert np.corrcoef(*ranks)[0, 1] == pytest.approx(0.9, abs=0.02)


def test_two_scenarios_share_the_numbers_of_a_draw():
    few = ("a", "avoidance", "outpatient_first", *ALL, None, 0.9, 0.9)
    seed = np.random.SeedSequence(11)
    nothing, something = (
        _code(few, phasing=[("a", 2016, share)]).draw(seed) for share in (0.0, 1.0)
    )

    assert np.array_equal(nothing.activity, something.activity)
    assert np.array_equal(nothing.bed_days, something.bed_days)


def test_a_sound_plan_has_no_fault():
    assert _faults(("a", "avoidance", "emergency_spell", *OLD, None, 0.5, 0.9)) == []


AVOID = ("a", "avoidance", "emergency_spell", *OLD, None, 0.5, 0.9)


@pytest.mark.parametrize(
    ("effects", "more", "said"),
    [
        (
            [AVOID],
            {"phasing": [("a", 2016, 0.6), ("a", 2017, 0.4)]},
            (
                "initiatives/phasing.csv, initiative a, year 2017: expected a "
                "delivered_share of at least 0.6, that of the year before, found 0.4. "
                "Correct the share: what has been delivered stays delivered."
            ),
        ),
        (
            [AVOID, ("a", "shorter_stay", "emergency_spell", *ALL, None, 0.5, 0.9)],
            {},
            (
                "initiatives/effects.csv, initiative a, mechanism shorter_stay, pod "
                "emergency_spell: expected cohorts of one initiative that do not meet, "
                "found one that meets its avoidance. Tell the cohorts apart: what an "
                "initiative avoids or moves it cannot change again, nor shorten. Or "
                "make "
                "it two initiatives."
            ),
        ),
        (
            [("a", "substitution", *AVOID[2:])],
            {
                "arrivals": [
                    ("a", "emergency_spell", "home_magic", None, None, 2.0, 0.0, 0)
                ]
            },
            "initiatives/arrivals.csv, pod home_magic: expected a point of delivery",
        ),
        (
            [("a", "substitution", *AVOID[2:])],
            {},
            (
                "initiatives/arrivals.csv, initiative a, from_pod emergency_spell: "
                "expected "
                "an arrival, found none."
            ),
        ),
        (
            [("a", "change_of_setting", *AVOID[2:])],
            {
                "arrivals": [
                    ("a", "emergency_spell", "day_case", None, None, 2.0, 0.0, 0)
                ]
            },
            (
                "initiatives/arrivals.csv, initiative a, from_pod emergency_spell: "
                "expected "
                "one arrival of 1 unit: each one that leaves arrives once, found 2."
            ),
        ),
        (
            [AVOID],
            {
                "arrivals": [
                    ("a", "emergency_spell", "day_case", None, None, 1.0, 0.0, 0)
                ]
            },
            (
                "initiatives/arrivals.csv, initiative a, from_pod emergency_spell: "
                "expected "
                "no arrival: avoidance moves nothing, found 1."
            ),
        ),
        (
            [AVOID],
            {
                "arrivals": [
                    ("a", "elective_spell", "day_case", None, None, 1.0, 0.0, 0)
                ]
            },
            (
                "initiatives/arrivals.csv, initiative a, from_pod elective_spell: "
                "expected "
                "an effect on that pod, found none."
            ),
        ),
        (
            [(*AVOID[:8], 0.9, 0.5)],
            {},
            (
                "initiatives/effects.csv, initiative a, mechanism avoidance, pod "
                "emergency_spell, age_band 65+: expected a remaining_low of at most "
                "0.5, found 0.9."
            ),
        ),
        (
            [(*AVOID[:7], 0.3, 0.5, 0.9)],
            {},
            (
                "initiatives/effects.csv, initiative a, mechanism avoidance, pod "
                "emergency_spell, age_band 65+: expected an attributable_share for "
                "that mechanism "
                "and "
                "for no other, found 0.3."
            ),
        ),
        (
            [("a", "shorter_stay", "outpatient_first", *ALL, None, 0.5, 0.9)],
            {},
            (
                "initiatives/effects.csv, initiative a, mechanism shorter_stay, pod "
                "outpatient_first: expected a point of delivery with beds, found "
                "outpatient_first."
            ),
        ),
        (
            [
                (
                    "a",
                    "avoidance",
                    "emergency_spell",
                    None,
                    None,
                    None,
                    "70+",
                    None,
                    1,
                    1,
                )
            ],
            {},
            (
                "initiatives/effects.csv, initiative a, mechanism avoidance, pod "
                "emergency_spell, age_band 70+: expected ages that do not cut a "
                "band of the base "
                "activity, found some that cut 65+."
            ),
        ),
        (
            [
                (
                    "a",
                    "avoidance",
                    "emergency_spell",
                    "hythe",
                    None,
                    None,
                    None,
                    None,
                    1,
                    1,
                )
            ],
            {},
            (
                "initiatives/effects.csv, initiative a, mechanism avoidance, pod "
                "emergency_spell, place hythe: expected a cohort that has activity, "
                "found one that has none."
            ),
        ),
        (
            [
                (
                    "a",
                    "avoidance",
                    "emergency_spell",
                    None,
                    None,
                    None,
                    "old",
                    None,
                    1,
                    1,
                )
            ],
            {},
            "initiatives/effects.csv, age_band old: expected ages, found old.",
        ),
        (
            [AVOID],
            {"phasing": [("b", 2016, 1.0)]},
            "initiatives/phasing.csv, initiative a: expected a row, found none.",
        ),
        (
            [AVOID],
            {"initiative_correlations": [("a", "a", 0.5)]},
            (
                "initiatives/correlations.csv, initiative a, other a: expected two "
                "initiatives, found a."
            ),
        ),
        (
            [(n, *AVOID[1:]) for n in "abc"],
            {
                "initiative_correlations": [
                    ("a", "b", 0.9),
                    ("a", "c", 0.9),
                    ("b", "c", -0.9),
                ]
            },
            (
                "initiatives/correlations.csv: expected a table that is positive "
                "definite, "
                "found that a, b, c contradict each other."
            ),
        ),
        (
            [(n, *AVOID[1:]) for n in "ab"],
            {"initiative_correlations": [("a", "b", 0.5), ("b", "a", 0.5)]},
            (
                "initiatives/correlations.csv, initiative b, other a: expected each "
                "pair "
                "once, found it again."
            ),
        ),
        (
            [AVOID],
            {"initiative_capacity": [("a", "ekhuft", None, None, 2017, 5.0)]},
            "initiatives/capacity.csv, initiative a: expected a site, found none.",
        ),
        (
            [AVOID],
            {"initiative_capacity": [("a", "ekhuft", None, "wizard", 2017, 5.0)]},
            (
                "initiatives/capacity.csv, initiative a, staff_group wizard: expected "
                "a "
                "staff group of the reference list, found wizard."
            ),
        ),
    ],
)
def test_a_bad_plan_is_refused_with_its_row_and_a_remedy(effects, more, said):
    (fault,) = _faults(*effects, **more)

    assert fault[: len(said)] == said
    assert fault.endswith(".")


def test_nights_without_a_pod_of_beds_are_refused():
    found = _faults(
        ("a", "substitution", *AVOID[2:]),
        arrivals=[("a", "emergency_spell", "day_case", None, None, 1.0, 3.0, 0)],
    )

    assert found == [
        (
            "initiatives/arrivals.csv, initiative a, pod day_case, column "
            "bed_days_each: "
            "expected 0: nobody stays overnight for it, found nights. Set them to 0."
        )
    ]


def test_bands_of_the_base_that_cannot_be_read_are_told_elsewhere():
    bad = [(*BASE[0][:5], "old", 10.0, 20.0)]

    assert _faults(AVOID, base=bad) == []


def test_nights_without_activity_cannot_be_coded():
    from placeplan.errors import InputError

    with pytest.raises(InputError) as refused:
        _code(base=[(*BASE[0][:6], 0.0, 20.0)])

    assert str(refused.value.faults[0]) == (
        "activity/base.csv, pod emergency_spell, sex female, age_band 65+: expected "
        "activity for bed days, found 0. Give the activity to which the nights "
        "belong, or set them to 0."
    )
