"""Domains are rated one by one; one that is bad enough asks for a full assessment."""

from datetime import date

import pytest

from placeplan.errors import InputError, UnknownNameError
from placeplan.programme.domain_set import (
    get_assessment_threshold,
    get_domain_set,
    get_domain_set_at,
    list_domain_sets,
)
from placeplan.programme.impact import (
    IMPACT_LEVELS,
    DomainRating,
    find_impact_level,
    list_reopened_domains,
)
from placeplan.programme.matrix_list import get_risk_matrix

PAPERS = ["safety", "effectiveness", "experience", "other", "equality", "prevention"]
NATIONAL = ["safe", "effective", "experience", "well_led", "sustainable", "equitable"]


def level(*ratings, domains="papers_2019"):
    return find_impact_level(
        ratings,
        get_domain_set(domains),
        get_risk_matrix("papers_2019"),
        get_assessment_threshold("two_stage"),
    )


def rate_all(names=PAPERS, **changes):
    return [changes.get(name, DomainRating(name, "neutral")) for name in names]


def test_the_sets_are_the_six_of_the_papers_and_the_six_national_ones():
    assert {
        each.domain_set: [domain.domain for domain in each.domains]
        for each in list_domain_sets()
    } == {"papers_2019": PAPERS, "national_2025": NATIONAL}


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2019, 6, 24), "papers_2019"),
        (date(2025, 3, 31), "papers_2019"),
        (date(2025, 4, 1), "national_2025"),
        (None, "national_2025"),
    ],
)
def test_the_set_of_a_day(day, name):
    assert get_domain_set_at(day).domain_set == name


def test_a_day_before_any_set_and_an_unknown_set_are_refused():
    with pytest.raises(InputError) as caught:
        get_domain_set_at(date(2016, 3, 9))
    (fault,) = caught.value.faults
    assert (fault.where, fault.found) == ("as_at", "2016-03-09")
    with pytest.raises(UnknownNameError) as unknown:
        get_domain_set("national_2016")
    assert unknown.value.known == ("national_2025", "papers_2019")


@pytest.mark.parametrize(
    ("direction", "impact", "likelihood", "expected"),
    [
        ("worse", 2, 4, "initial"),  # 8 is not above 8
        ("worse", 3, 3, "full"),  # 9 is
        ("better", 5, 5, "initial"),  # good news asks for nothing
        ("neutral", 3, 3, "initial"),
    ],
)
def test_a_full_assessment_is_due_above_a_negative_eight(
    direction, impact, likelihood, expected
):
    rated = DomainRating("safety", direction, impact, likelihood)
    assert level(*rate_all(safety=rated)).level == expected


def test_good_in_one_domain_does_not_set_off_bad_in_another():
    found = level(
        *rate_all(
            safety=DomainRating("safety", "worse", 5, 2),
            experience=DomainRating("experience", "better", 5, 5),
        )
    )
    assert found.level == "full"
    assert found.full_domains == ("safety",)
    assert found.scores == (
        ("safety", -10),
        ("effectiveness", 0),
        ("experience", 25),
        ("other", 0),
        ("equality", 0),
        ("prevention", 0),
    )
    assert found.reasons == ("Safety has a negative score of 10, which is above 8.",)


def test_a_domain_that_nobody_rated_leaves_it_incomplete():
    found = level(*rate_all()[:-1])
    assert (found.level, found.missing) == ("incomplete", ("prevention",))
    assert found.reasons == ("Prevention is not rated.",)
    assert level().missing == tuple(PAPERS)


def test_a_full_one_is_due_even_before_every_domain_is_rated():
    found = level(DomainRating("well_led", "worse", 4, 4), domains="national_2025")
    assert (found.level, len(found.missing)) == ("full", 5)
    assert found.level in IMPACT_LEVELS


def test_an_initial_assessment_says_why_it_is_enough():
    assert level(*rate_all()).reasons == ("No domain has a negative score above 8.",)


def test_every_fault_of_the_ratings_is_told_at_once():
    with pytest.raises(InputError) as caught:
        level(
            DomainRating("well_led", "neutral"),
            DomainRating("safety", "bad", 1, 1),
            DomainRating("safety", "worse", 6),
            DomainRating("other", "neutral", True, 2),
        )
    assert [(each.where, each.found) for each in caught.value.faults] == [
        ("rating 1", "well_led"),
        ("rating 2, direction", "bad"),
        ("rating 3", "safety again"),
        ("rating 3, impact", "6"),
        ("rating 3, likelihood", "None"),
        ("rating 4, impact", "True"),
    ]


def test_a_change_of_any_domain_reopens_what_was_signed():
    signed = rate_all(other=DomainRating("other", "worse", 2, 2, "Fewer beds"))
    assert list_reopened_domains(signed, list(reversed(signed))) == ()
    worded = rate_all(other=DomainRating("other", "worse", 2, 2, "Fewer nurses"))
    assert list_reopened_domains(signed, worded) == ("other",)
    assert list_reopened_domains(signed, [*rate_all()[1:]]) == ("other", "safety")
    assert list_reopened_domains([], signed[:1]) == ("safety",)
