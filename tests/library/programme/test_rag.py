"""Ratings: computed first, judged second."""

from datetime import date

import pytest

from placeplan.errors import InputError, UnknownNameError
from placeplan.programme import (
    DateInterval,
    MilestonePlan,
    Progress,
    explain_progress,
    find_worst,
    get_rating_set,
    get_rating_set_at,
    rate_milestone,
)

OCTOBER = DateInterval.parse("October 2019")
THREE = get_rating_set("confidence_2021")
LATE_ON = date(2019, 11, 2)


def test_a_judged_rating_that_differs_needs_words():
    plan = MilestonePlan(OCTOBER)

    with pytest.raises(InputError, match="Amber is judged where the dates give Red"):
        rate_milestone(plan, LATE_ON, THREE, judged="amber", words="  ")

    rated = rate_milestone(plan, LATE_ON, THREE, judged="amber", words=" It  is near. ")
    assert (rated.rating.colour, rated.computed.colour) == ("amber", "red")
    assert (rated.differs, rated.words) == (True, "It is near.")


def test_a_judged_rating_that_agrees_needs_none_and_keeps_none():
    rated = rate_milestone(
        MilestonePlan(OCTOBER), LATE_ON, THREE, judged="red", words="Indeed."
    )

    assert (rated.differs, rated.words, rated.rating.colour) == (False, "", "red")


def test_a_colour_that_the_rules_of_the_day_do_not_have_is_refused():
    with pytest.raises(UnknownNameError, match="no rating 'amber_red'"):
        rate_milestone(MilestonePlan(OCTOBER), LATE_ON, THREE, judged="amber_red")


def test_the_slip_of_a_rated_milestone_is_told():
    assert rate_milestone(MilestonePlan(OCTOBER), LATE_ON, THREE).slip_days == 2


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (
            MilestonePlan(OCTOBER, None, date(2019, 11, 1)),
            "It was reached on 1 November 2019.",
        ),
        (
            MilestonePlan(OCTOBER, blocked=True),
            "Something stands in its way that its owner cannot move.",
        ),
        (
            MilestonePlan(OCTOBER, tolerance_days=1),
            (
                "It slips by 2 days past 31 October 2019, more than the 1 day that its "
                "project allows."
            ),
        ),
        (
            MilestonePlan(OCTOBER, tolerance_days=2),
            (
                "It slips by 2 days past 31 October 2019, within the 2 days that its "
                "project allows."
            ),
        ),
        (
            MilestonePlan(OCTOBER, tolerance_days=2, work_starts_on=date(2019, 10, 1)),
            "Work was to start on 1 October 2019 and has not.",
        ),
        (
            MilestonePlan(DateInterval.parse("December 2019")),
            "It is expected by 31 December 2019, as agreed.",
        ),
    ],
)
def test_the_reason_is_a_sentence(plan, words):
    assert explain_progress(plan, LATE_ON) == words


def test_work_that_is_to_start_today_is_not_yet_missed():
    plan = MilestonePlan(OCTOBER, work_starts_on=date(2019, 10, 1))

    progress = [
        rate_milestone(plan, date(2019, 10, day), THREE).progress for day in (1, 2)
    ]
    assert progress == [Progress.ON_TRACK, Progress.NOT_STARTED]


@pytest.mark.parametrize(
    ("day", "rule_set"),
    [
        (date(2019, 10, 31), "confidence_2011"),
        (date(2020, 12, 31), "confidence_2011"),
        (date(2021, 1, 1), "confidence_2021"),
        (date(1999, 1, 1), "confidence_2011"),
        (None, "confidence_2021"),
    ],
)
def test_ratings_are_those_of_the_day(day, rule_set):
    assert get_rating_set_at(day).rule_set == rule_set


def test_a_rule_set_that_nobody_has_is_told():
    with pytest.raises(UnknownNameError, match="no rule set 'traffic'"):
        get_rating_set("traffic")


def test_a_project_is_as_its_worst_milestone():
    ratings = [THREE.get_rating(colour) for colour in ("green", "red", "amber")]

    assert find_worst(ratings) == ratings[1]
    assert find_worst([]) is None


@pytest.mark.parametrize("name", ["confidence_2011", "confidence_2021"])
def test_every_progress_earns_a_rating_and_worse_never_a_better_one(name):
    held = get_rating_set(name)

    numbers = {progress: held.rate(progress).number for progress in Progress}
    assert numbers[Progress.COMPLETE] == numbers[Progress.ON_TRACK] == 1
    assert numbers[Progress.BLOCKED] == len(held.ratings)
    assert list(numbers.values()) == sorted(numbers.values())
    assert "Infrastructure and Projects Authority" in held.source
