"""Laws of capacity that hold for any plan, and its slow twin."""

from itertools import product

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories.demand_factory import make_activity, make_tables
from placeplan.capacity import compare_capacity

YEARS = (2016, 2017, 2019)
SITES = (("ekhuft", "qeqm"), ("ekhuft", None), ("mft", "medway"))
STAYS = ("emergency_spell", "elective_spell")
GROUPS = ("consultant", "nurse")
CELLS = tuple(product(YEARS, ("dover", None), SITES, (*STAYS, "ae_type_1")))

# A third of the profile's examples; a busy machine is no fault.
UNHURRIED = settings(
    max_examples=max(settings.default.max_examples // 3, 5), deadline=None
)
amounts = st.integers(0, 99_999).map(float)
shares = st.integers(1, 100).map(lambda percent: percent / 100)


@st.composite
def plans(draw):
    cells = draw(st.lists(st.sampled_from(CELLS), max_size=14, unique=True))
    activity = [
        (year, place, *site, pod, measure, draw(amounts))
        for year, place, site, pod in cells
        for measure in ("activity", "bed_days")
        if pod in STAYS or measure == "activity"
    ]
    years = [2016, *(year for year in YEARS[1:] if draw(st.booleans()))]
    rows = {
        "beds": [(year, *site, draw(amounts)) for year in years for site in SITES],
        "bed_standards": [
            (pod, year, draw(shares), draw(st.integers(1, 366)))
            for pod in STAYS
            for year in years
        ],
        "spaces": [(2016, *site, "ae_type_1", draw(amounts)) for site in SITES],
        "space_standards": [
            ("ae_type_1", 2016, *draw(st.tuples(shares, st.just(52.0), shares, shares)))
        ],
        "staff": [
            (year, provider, group, draw(amounts))
            for year in years
            for provider in ("ekhuft", "mft")
            for group in GROUPS
        ],
        "staff_standards": [
            (pod, group, 2016, draw(amounts), draw(st.integers(1, 99_999)))
            for pod in (*STAYS, "ae_type_1")
            for group in GROUPS
        ],
        "staff_flows": [(GROUPS[0], 2016, draw(shares), draw(shares))],
    }
    return activity, rows


def _compare(plan):
    activity, rows = plan
    return compare_capacity(make_tables(**rows), make_activity(activity), years=YEARS)


def _latest(rows, key, year):
    """Give the last row stated for a key by a year; the year stands after the key."""
    return max(
        (row for row in rows if key(row)[0] and key(row)[1] <= year),
        key=lambda row: key(row)[1],
    )


def _need_slowly(plan, year, measure, provider, site, group):
    activity, rows = plan
    total = 0.0
    for at, _, by, where, pod, kind, units in activity:
        if at != year or by != provider:
            continue
        if measure == "beds" and kind == "bed_days" and where == site:
            standards = rows["bed_standards"]
            *_, share, days = _latest(
                standards, lambda row, pod=pod: (row[0] == pod, row[1]), year
            )
            total += units / (days * share)
        if measure == "spaces" and pod == "ae_type_1" and where == site:
            _, _, hours, weeks, open_hours, share = rows["space_standards"][0]
            total += units * hours / (weeks * open_hours * share)
        if measure == "staff" and kind == "activity":
            for of, who, _, minutes, productive in rows["staff_standards"]:
                if of == pod and who == group:
                    total += units * minutes / productive
    return total


def _staff_slowly(plan, year, provider, group):
    _, rows = plan
    stated = [row for row in rows["staff"] if row[1:3] == (provider, group)]
    since, *_, wte = max(
        (row for row in stated if row[0] <= year), key=lambda row: row[0]
    )
    for _ in range(since, year):
        for who, _, join, leave in rows["staff_flows"]:
            if who == group:
                wte += wte * join - wte * leave
    return wte


@UNHURRIED
@given(plans())
def test_the_fast_way_gives_what_the_slow_one_does(plan):
    _, rows = plan
    for year, provider, site, _, group, measure, _, value, _ in _compare(
        plan
    ).iter_rows():
        what, *kind = measure.removesuffix("_wte").split("_")
        needed = _need_slowly(plan, year, what, provider, site, group)
        if what == "staff":
            available = _staff_slowly(plan, year, provider, group)
        else:
            *_, available = _latest(
                rows[what],
                lambda row, at=(provider, site): (row[1:3] == at, row[0]),
                year,
            )
        expected = {
            "needed": needed,
            "available": available,
            "headroom": available - needed,
        }
        assert value == pytest.approx(expected[kind[0]], rel=1e-9, abs=1e-6)


@UNHURRIED
@given(plans())
def test_headroom_is_available_less_needed_to_the_last_bit(plan):
    frame = (
        _compare(plan)
        .drop("status")
        .with_columns(
            pl.col("measure").str.replace(r"_(needed|available|headroom)", ""),
            pl.col("measure")
            .str.extract(r"_(needed|available|headroom)")
            .alias("kind"),
        )
    )
    wide = frame.pivot("kind", values="value")
    assert (wide["available"] - wide["needed"]).equals(wide["headroom"])


@UNHURRIED
@given(plans(), st.randoms(use_true_random=False))
def test_the_order_of_input_rows_changes_nothing(plan, random):
    activity, rows = plan
    shuffled = {name: list(each) for name, each in rows.items()}
    work = list(activity)
    for each in (work, *shuffled.values()):
        random.shuffle(each)
    assert _compare(plan).equals(_compare((work, shuffled)))


@UNHURRIED
@given(plans(), st.sampled_from(SITES))
def test_more_beds_at_a_site_help_that_site_alone(plan, site):
    activity, rows = plan
    more = {
        **rows,
        "beds": [
            (*row[:3], row[3] + 11) if row[1:3] == site else row for row in rows["beds"]
        ],
    }
    before, after = _compare(plan), _compare((activity, more))
    gained = (
        pl.col("provider").eq(site[0])
        & pl.col("site").eq_missing(site[1])
        & pl.col("measure").is_in(["beds_available", "beds_headroom"])
    )
    assert before.filter(~gained).equals(after.filter(~gained))
    expected = (before.filter(gained)["value"] + 11).to_list()
    assert after.filter(gained)["value"].to_list() == pytest.approx(expected)
