"""Each further factor moves its own cells, by its own size, and nothing else."""

import numpy as np
import polars as pl
import pytest

from factories.demand_factory import make_people
from factories.factor_factory import (
    CELLS,
    PLACES,
    YEARS,
    code,
    make_factors,
    make_mortality,
    make_people_alike,
    sum_pods,
)
from placeplan.demand import check_demand, project_activity
from placeplan.demand.factor import weigh_knots
from placeplan.demand.health_status import expect_life
from placeplan.demand.inequality import find_targets, fit_slope
from placeplan.demand.percentile_range import PercentileRange
from placeplan.population import PossiblePeople, Variant

BASE = {
    ("birth", "mft"): 32.0,
    ("day_case", "mft"): 280.0,
    ("elective_spell", "mft"): 160.0,
    ("elective_spell", "out"): 30.0,
}
FIFTHS = [("p1", 1), ("p2", 2), ("p3", 4), ("p4", 5)]
MOVE = ("elective_spell", None, "out", "mft", "medway", 2017, 0.4, 0.4)
LEVEL = ("day", "day_case", "level_up", 2017, 1.0, 1.0)


def _expect(year, **tables):
    coded = code(make_factors(**tables))
    future = coded.expect()
    return sum_pods(coded, future.activity, year)


def _project(tables, people=None, possible=()):
    people = make_people_alike() if people is None else people
    return project_activity(
        tables, people, base_year=2016, years=YEARS, possible=possible
    )


def _draw(coded, count=400):
    seeds = np.random.SeedSequence(7).spawn(count)
    return np.array([coded.draw(seed).activity for seed in seeds])


# Repatriation


def test_repatriated_activity_arrives_at_the_other_end():
    found = _expect(2017, repatriation=[MOVE])

    assert found == {**BASE, ("elective_spell", "out"): 18.0} | {
        ("elective_spell", "mft"): 172.0
    }


def test_repatriation_begins_in_its_year_and_never_in_the_base_year():
    later = (*MOVE[:5], 2018, *MOVE[6:])
    early = (*MOVE[:5], 2010, *MOVE[6:])

    assert _expect(2017, repatriation=[later])[("elective_spell", "out")] == 30.0
    assert _expect(2018, repatriation=[later])[("elective_spell", "out")] == 18.0
    assert _expect(2016, repatriation=[early])[("elective_spell", "out")] == 30.0


def test_bed_days_go_with_what_is_repatriated():
    frame = _project(make_factors(repatriation=[MOVE]))

    nights = frame.filter(
        (pl.col("measure") == "bed_days")
        & (pl.col("place") == "p2")
        & (pl.col("year") == 2018)
    )
    assert nights.select("provider", "value").rows() == [("mft", 12.0), ("out", 18.0)]


def test_a_second_row_takes_its_share_of_what_the_first_left():
    rows = [MOVE, ("elective_spell", None, "out", "third", None, 2017, 0.5, 0.5)]
    found = _expect(2018, repatriation=rows)

    assert found[("elective_spell", "mft")] == 160 + 0.4 * 30
    assert found[("elective_spell", "third")] == 0.5 * 0.6 * 30
    assert found[("elective_spell", "out")] == 0.5 * 0.6 * 30


def test_repatriation_of_one_place_leaves_the_others():
    row = ("day_case", "p3", "mft", "out", None, 2017, 0.25, 0.25)

    assert _expect(2017, repatriation=[row]) == BASE | {
        ("day_case", "mft"): 260.0,
        ("day_case", "out"): 20.0,
    }


def test_drawn_repatriation_is_conserved_and_has_its_mean():
    row = (*MOVE[:6], 0.2, 0.6)
    coded = code(make_factors(repatriation=[row]))
    growth = coded.varied.growth
    drawn = [growth.draw(seed) for seed in np.random.SeedSequence(3).spawn(4000)]
    counts = np.array([coded.varied.at(each).sum(axis=0) for each in drawn])
    moved = np.array([growth.factors[0].at(each[0])[1, 2] for each in drawn])

    assert counts == pytest.approx(np.full(counts.shape, sum(BASE.values())))
    assert moved.mean() == pytest.approx(growth.factors[0].expect()[1, 2], abs=0.01)
    assert moved.std() == pytest.approx(0.4 / 2.563103, rel=0.05)


# Waiting lists


def test_the_change_of_a_list_is_done_in_every_later_year():
    rows = [("day_case", "mft", 14.0), ("elective_spell", "out", -3.0)]

    assert _expect(2016, waiting_list=rows) == BASE
    assert _expect(2017, waiting_list=rows) == BASE | {
        ("day_case", "mft"): 294.0,
        ("elective_spell", "out"): 27.0,
    }


# Inequality


def test_a_line_through_use_is_that_of_weighted_least_squares():
    # By numpy: the square roots of the weights on both sides.
    fifth, use = np.array([1.0, 2, 3, 5]), np.array([1.0, 1.4, 1.5, 2.6])
    people = np.array([10.0, 40, 20, 30])
    root = np.sqrt(people)
    design = np.column_stack([np.ones(4), fifth]) * root[:, None]
    (level, slope), rest, *_ = np.linalg.lstsq(design, use * root, rcond=None)

    line = fit_slope(fifth, use, people)
    assert (line.slope, line.fitted) == (
        pytest.approx(slope),
        pytest.approx(level + slope * fifth),
    )
    middle = people @ fifth / people.sum()
    error = np.sqrt(rest[0] / 2 / (people @ (fifth - middle) ** 2))
    t = slope / error
    assert line.p == pytest.approx(1 - t / np.sqrt(2 + t * t))  # two degrees of freedom


def test_use_is_levelled_up_to_that_of_the_least_deprived():
    # 40, 60, 80, 100 at fifths 1, 2, 4, 5: the line through them is 15 a fifth.
    found = _expect(2017, inequality=[LEVEL], deprivation_fifths=FIFTHS)

    line = 70 + 14 * (np.array([1, 2, 4, 5]) - 3)
    use = np.array([40, 60, 80, 100]) * line[-1] / line
    assert found == BASE | {("day_case", "mft"): pytest.approx(use.sum())}


@pytest.mark.parametrize(
    ("action", "level"), [("level_up", 98.0), ("level_down", 42.0)]
)
def test_levelling_up_and_down_reaches_the_line_at_its_end(action, level):
    fifth, units = np.array([1.0, 2, 4, 5]), np.array([42.0, 56, 84, 98])
    found = find_targets(fifth, units, np.ones(4), np.ones(4), action)

    assert units * found == pytest.approx(np.full(4, level))


def test_levelling_to_a_zero_sum_keeps_the_sum():
    rows = [(*LEVEL[:2], "zero_sum", *LEVEL[3:])]
    found = _expect(2018, inequality=rows, deprivation_fifths=FIFTHS)

    assert found == BASE | {("day_case", "mft"): pytest.approx(280)}


def test_half_a_gap_closed_is_half_the_way():
    rows = [(*LEVEL[:4], 0.5, 0.5)]
    half = _expect(2017, inequality=rows, deprivation_fifths=FIFTHS)
    whole = _expect(2017, inequality=[LEVEL], deprivation_fifths=FIFTHS)

    key = ("day_case", "mft")
    assert half[key] == pytest.approx((280 + whole[key]) / 2)


@pytest.mark.parametrize(
    ("fifth", "units"),
    [
        ([1, 5], [40, 100]),  # too few fifths
        ([1, 2, 4, 5], [100, 80, 60, 40]),  # the more deprived use more
        ([1, 2, 4, 5], [40, 100, 40, 100]),  # chance explains it
        ([1, 2, 4, 5], [4, 6, 8, 10]),  # 28 units: too few
    ],
)
def test_nothing_is_levelled_without_a_line_that_rises(fifth, units):
    ones = np.ones(len(fifth))
    units = np.array(units, dtype=float)

    assert find_targets(np.array(fifth), units, ones, ones, "level_up") is None


def test_a_place_is_not_unequal_for_being_old():
    # Use is 10 and 100 a thousand of the young and the old everywhere; the least
    # deprived places are old.
    people = {
        (year, f"p{at}", "female", age): float(count)
        for year in YEARS
        for at, olds in enumerate((100, 200, 300, 400), start=1)
        for age, count in ((25, 1000 - olds), (80, olds))
    }
    cells = [
        ("day_case", f"p{at}", "mft", "medway", "female", band, units, 0.0)
        for at, olds in enumerate((100, 200, 300, 400), start=1)
        for band, units in (("0-64", (1000 - olds) / 100), ("65+", olds / 10))
    ]
    tables = make_factors(cells, inequality=[LEVEL], deprivation_fifths=FIFTHS)
    coded = code(tables, make_people(people))

    assert coded.varied is None
    assert coded.expect().activity == pytest.approx(coded.expect().activity[:, [0] * 3])


# Health status


def test_life_expectancy_is_that_of_a_life_table():
    assert expect_life(np.full(91, 0.02))[[0, 60, 90]] == pytest.approx(
        [(0.01 + 0.98 * (1 + 50 - 0.5)) / 1, 49.5 + 0.5 * 0.98**30, 50.0], abs=0.9
    )
    left = expect_life(np.array([0.1, 0.2, 0.25]))
    assert left.tolist() == pytest.approx([0.05 + 0.9 * (1 + 4.1), 0.1 + 0.8 * 5, 4.0])


def _health(low, high, **more):
    """Use of 70 at 50-69 (of 1000) and 90 at 70+: 2 a year of age from 59.5 to 70."""
    tables = make_factors(health_status=[(low, high)], **more)
    return {**tables, "mortality": make_mortality({2016: 0.02, 2018: 0.0196})}


def test_people_use_care_as_if_they_were_so_much_younger():
    new, old = (expect_life(np.full(91, share))[60] for share in (0.0196, 0.02))
    coded = code(_health(0.25, 0.25))
    plain = 70 + 20 * 0.5 / 10.5  # at 60, between the middles 59.5 and 70
    use = plain - 0.25 * (new - old) * (plain - 70)  # at 59 it is 70

    lines = sum_pods(coded, coded.expect().activity, 2018)
    assert new - old == pytest.approx(1.0, abs=0.05)
    # At 80 a year younger changes nothing: all of 70+ use alike.
    assert lines == BASE | {
        ("elective_spell", "mft"): pytest.approx(70 * use / plain + 90, abs=1e-9)
    }
    assert sum_pods(coded, coded.expect().activity, 2017) == BASE


def test_births_and_the_young_have_no_effective_age():
    cells = [
        ("birth", "p1", "mft", "medway", "female", "50-69", 5.0, 0.0),
        ("birth", "p1", "mft", "medway", "female", "70+", 9.0, 0.0),
        ("day_case", "p1", "mft", "medway", "female", "0-29", 5.0, 0.0),
        ("day_case", "p1", "mft", "medway", "female", "30-54", 9.0, 0.0),
    ]
    coded = code(_health(1.0, 1.0, cells=cells))

    assert coded.expect().activity == pytest.approx(coded.expect().activity[:, [0] * 3])


@pytest.mark.parametrize("place", [None, "p1"])
def test_use_by_age_is_known_only_of_people_who_live_in_the_plans_places(place):
    cells = [
        ("day_case", place, "mft", "medway", "female", "50-69", 50.0, 0.0),
        ("day_case", None, "mft", "medway", "female", "70+", 20.0, 0.0),
        ("day_case", place, "mft", "medway", "female", "70+", 90.0, 0.0),
    ]
    coded = code(_health(1.0, 1.0, cells=cells[place is None :]))

    units = coded.expect().activity.sum(axis=0)
    assert bool(units[2] < units[0]) is (place is not None)


def test_a_band_that_nobody_is_in_keeps_its_use():
    ages = {(2016, 60): 9.0, (2017, 60): 9.0, (2018, 60): 0.0}
    people = make_people(
        {
            (year, "p1", "female", age): ages.get((year, age), 10.0)
            for year in YEARS
            for age in (60, 80)
        }
    )
    coded = code(_health(1.0, 1.0, cells=CELLS[4:6]), people)

    assert coded.expect().activity[0, 2] == pytest.approx(90.0)


def test_the_exact_mean_of_a_drawn_health_status_is_that_of_its_draws():
    coded = code(_health(0.1, 0.9))
    growth = coded.varied.growth
    drawn = [growth.draw(seed) for seed in np.random.SeedSequence(5).spawn(4000)]

    values = np.array([coded.varied.at(each).sum(axis=0)[2] for each in drawn])
    error = values.std() / np.sqrt(4000)
    expected = coded.expect().activity[:, 2].sum()
    assert abs(values.mean() - expected) < 4 * error
    assert [tuple(name) for name in growth.names] == [("health_status", "55 to 90")]


def test_knots_weigh_as_the_mean_of_a_clipped_normal():
    size = PercentileRange(0.1, 0.9)
    shares = size.at(np.random.default_rng(2).standard_normal(400_000))

    weights = weigh_knots(size, 5)
    for knot in range(5):
        tent = np.interp(shares, np.linspace(0, 1, 5), np.eye(5)[knot])
        assert weights[knot] == pytest.approx(tent.mean(), abs=0.002)
    assert weights @ np.linspace(0, 1, 5) == pytest.approx(size.mean)


# Population variants


def _variant(name, probability, growth, fertility=0.1):
    people = make_people(
        {
            (year, place, sex, age): 1000.0 * growth ** (year - 2016)
            for year in YEARS
            for place in PLACES
            for sex in ("female", "male")
            for age in (25, 35, 60, 80)
        }
    )
    births = pl.DataFrame(
        {
            "year": [2016, 2016, 2018, 2018],
            "age": [25, 35, 25, 35],
            "births_per_woman": [0.1, 0.1, fertility, 0.1],
        }
    )
    made = Variant(name, name, probability, 1.0, 1.0, 1.0, "derived")
    return PossiblePeople(made, people, births)


def test_the_mean_over_variants_is_the_weighted_mean():
    variants = [_variant("a", 0.25, 1.0), _variant("b", 0.75, 1.2)]
    coded = code(make_factors(), possible=variants)

    grown = sum_pods(coded, coded.expect().activity, 2018)
    factor = 0.25 + 0.75 * 1.44
    assert grown == {key: pytest.approx(units * factor) for key, units in BASE.items()}
    frame = _project(make_factors(), possible=variants)
    of_year = frame.filter((pl.col("year") == 2018) & (pl.col("measure") == "activity"))
    assert of_year["value"].sum() == pytest.approx(sum(BASE.values()) * factor)


def test_births_follow_the_mothers_of_each_variant_by_their_age():
    variants = [_variant("a", 0.5, 1.0), _variant("b", 0.5, 1.0, fertility=0.3)]
    coded = code(make_factors(), possible=variants)

    # Mothers of 20-29 bear three times as many in the second, those of 30-39 as many.
    grown = sum_pods(coded, coded.expect().activity, 2018)
    assert grown == BASE | {("birth", "mft"): pytest.approx(20 * 2 + 12)}


def test_a_draw_takes_one_variant_as_often_as_it_is_likely():
    variants = [_variant("a", 0.25, 1.0), _variant("b", 0.75, 1.2)]
    coded = code(make_factors(), possible=variants)

    seeds = np.random.SeedSequence(11).spawn(4000)
    drawn = np.array([coded.draw_inputs(seed).growth for seed in seeds])
    assert set(drawn.ravel()) == {0.0, 1.0}
    assert drawn.mean() == pytest.approx(0.75, abs=0.03)
    totals = [coded.varied.at(np.array([v])).sum(axis=0)[2] for v in (0.0, 1.0)]
    assert totals == pytest.approx([sum(BASE.values()), 1.44 * sum(BASE.values())])


# All together


def test_factors_multiply_and_their_draws_have_the_exact_mean():
    tables = _health(
        0.2,
        0.8,
        repatriation=[(*MOVE[:6], 0.2, 0.6)],
        inequality=[(*LEVEL[:4], 0.3, 0.9)],
        deprivation_fifths=FIFTHS,
        waiting_list=[("day_case", "mft", 28.0)],
    )
    variants = [_variant("a", 0.25, 1.0), _variant("b", 0.75, 1.2)]
    coded = code(tables, possible=variants)

    drawn = _draw(coded)
    error = np.maximum(drawn.std(axis=0) / np.sqrt(len(drawn)), 1e-9)
    apart = np.abs(drawn.mean(axis=0) - coded.expect().activity) / error
    assert apart.max() < 4.5
    assert [name.kind for name in coded.input_names if name.kind != "use_growth"] == [
        "population",
        "health_status",
        "repatriation",
        "inequality",
    ]
    row = coded.draw_inputs(np.random.SeedSequence(1)).to_row()
    assert len(row) == len(coded.input_names)


def test_a_plan_with_one_factor_more_shares_the_draws_of_the_others():
    one = code(make_factors(repatriation=[(*MOVE[:6], 0.2, 0.6)]))
    two = code(_health(0.2, 0.8, repatriation=[(*MOVE[:6], 0.2, 0.6)]))
    seed = np.random.SeedSequence(9)

    assert one.draw_inputs(seed).growth[0] == two.draw_inputs(seed).growth[1]
    assert (one.draw_inputs(seed).use == two.draw_inputs(seed).use).all()


def test_what_a_factor_touches_is_no_better_known_than_its_row():
    row = (*MOVE, "paper", "illustrative")
    frame = _project(make_factors(repatriation=[row]))
    of_pod = frame.filter(
        (pl.col("pod") == "elective_spell") & (pl.col("measure") == "activity")
    )

    assert set(of_pod.select("year", "place", "status").rows()) == {
        *((year, "p1", "published") for year in YEARS),
        (2016, "p2", "published"),
        (2017, "p2", "illustrative"),
        (2018, "p2", "illustrative"),
    }


def test_a_pod_of_the_plans_own_may_follow_births():
    cells = [("scan", "p1", "mft", "medway", "female", "20-29", 50.0, 0.0)]
    pods = [("scan", "Scan in pregnancy", "scans", False, True)]
    fertility = _variant("a", 1.0, 1.0, fertility=0.3).fertility
    tables = {**make_factors(cells, pods=pods), "fertility": fertility}
    coded = code(tables)

    assert coded.expect().activity.tolist() == [[50.0, 50.0, pytest.approx(150.0)]]


# Faults


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        (
            {"health_status": [(0.2, 0.2)]},
            (
                "growth/health_status.csv: expected mortality of more than one year "
                "in people/mortality.csv, found none. Give the mortality of later "
                "years, or take this table out: nobody lives longer."
            ),
        ),
        (
            {"repatriation": [("birth", None, "out", "mft", None, 2017, 0.1, 0.2)]},
            (
                "growth/repatriation.csv, pod birth, from_provider out: expected "
                "activity of that pod, place and provider in activity/base.csv, found "
                "none. Correct the row: only what is done somewhere can go elsewhere."
            ),
        ),
        (
            {"repatriation": [("birth", None, "mft", "mft", None, 2017, 0.1, 0.2)]},
            (
                "growth/repatriation.csv, pod birth, from_provider mft: expected "
                "another to_provider, found mft. Name the provider at the other end."
            ),
        ),
        (
            {"repatriation": [(*MOVE[:6], 0.6, 0.2)]},
            (
                "growth/repatriation.csv, pod elective_spell, from_provider out, "
                "to_provider mft, to_site medway: expected a moved_low of at most 0.2, "
                "found 0.6. Swap the two."
            ),
        ),
        (
            {
                "inequality": [LEVEL, ("day", "birth", "level_down", 2017, 1.0, 1.0)],
                "deprivation_fifths": FIFTHS,
            },
            (
                "growth/inequality.csv, group day: expected one action, from_year and "
                "share closed for all its pods, found 2 different ones. Make the rows "
                "say the same, or make them groups of their own."
            ),
        ),
        (
            {"inequality": [LEVEL], "deprivation_fifths": FIFTHS[:2]},
            (
                "growth/deprivation_fifths.csv: expected places in at least 3 fifths "
                "of deprivation, found 2. Add the fifth of every place, or take "
                "growth/inequality.csv out."
            ),
        ),
        (
            {"waiting_list": [("day_case", "out", 5.0)]},
            (
                "growth/waiting_list.csv, pod day_case, provider out: expected "
                "activity of that pod and provider in activity/base.csv, found none. "
                "Correct the row: who does nothing keeps no list."
            ),
        ),
        (
            {"waiting_list": [("day_case", "mft", -300.0)]},
            (
                "growth/waiting_list.csv, pod day_case, provider mft: expected a "
                "list_change of at least -280, all that was done, found -300. Correct "
                "the change: a list falls by less than is done."
            ),
        ),
    ],
)
def test_a_bad_factor_is_refused_with_its_row_and_a_remedy(tables, said):
    assert [str(fault) for fault in check_demand(make_factors(**tables))] == [said]


def test_a_share_of_health_that_is_upside_down_is_refused():
    assert [str(fault) for fault in check_demand(_health(0.8, 0.2))] == [
        (
            "growth/health_status.csv, healthy_low 0.8: expected a healthy_low of at "
            "most 0.2, found 0.8. Swap the two."
        )
    ]


def test_an_unknown_pod_is_refused_once():
    tables = make_factors(waiting_list=[("day_cas", "mft", 5.0)])

    assert [fault.where for fault in check_demand(tables)] == ["pod day_cas"]


def test_a_second_health_status_is_refused():
    mortality = make_mortality({2016: 0.02, 2018: 0.0196})
    tables = make_factors(health_status=[(0.2, 0.3), (0.2, 0.4)])

    faults = check_demand({**tables, "mortality": mortality})
    assert [(fault.expected, fault.found) for fault in faults] == [
        ("one row", "2 rows")
    ]


def test_sound_factors_have_no_fault():
    tables = _health(
        0.2, 0.8, repatriation=[MOVE], inequality=[LEVEL], deprivation_fifths=FIFTHS
    )

    assert check_demand(tables) == []
    assert len(CELLS) == tables["activity_base"].height
