"""Interests against the agenda, before the pack: who would leave, who gets no paper."""

from datetime import date, timedelta

import pytest

from factories import governance_factory as make
from factories.committee import make_committee
from factories.programme_factory import PostHoldingFactory
from placeplan_web.governance.queries.conflict import forecast_meeting
from placeplan_web.governance.queries.paper_access import list_served, may_read_paper
from placeplan_web.governance.queries.standing import list_holders, list_seats

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("of_item", "of_interest", "matches"),
    [
        ({"tags": ["Stroke"]}, {"tags": ["stroke"]}, ("Stroke",)),
        ({"tags": ["Stroke"]}, {"tags": ["cancer"]}, None),
        (
            {"suppliers": ["Example Care Limited"]},
            {"supplier": "example care"},
            ("Example Care Limited",),
        ),
        ({"suppliers": ["Example Care"]}, {"supplier": "Care"}, ("Example Care",)),
        ({"suppliers": ["Scare Group"]}, {"supplier": "Care"}, None),
        ({"suppliers": ["Example Care"]}, {"supplier": ""}, None),
        ({}, {}, None),
    ],
)
def test_interest_matches_by_tag_and_supplier(of_item, of_interest, matches):
    committee = make_committee(items=0)
    make.AgendaItemFactory(meeting=committee.meeting, **of_item)
    make.InterestFactory(post=committee.posts[0], **of_interest)

    (forecast,) = forecast_meeting(committee.meeting)

    found = [conflict.matches for conflict in forecast.conflicts]
    assert found == ([matches] if matches else [])


def test_interest_matches_by_body_and_the_quorum_is_foretold():
    committee = make_committee(items=2, quorum_number=6)
    body = make.BodyFactory()
    make.ItemBodyFactory(item=committee.items[0], body=body)
    make.InterestFactory(post=committee.posts[0], body=body)

    first, second = forecast_meeting(committee.meeting)

    assert [each.seat for each in first.conflicts] == [committee.seats[0]]
    assert first.quorum.state == "inquorate_through_interests"
    assert (second.conflicts, second.quorum.state) == ((), "quorate")


@pytest.mark.parametrize(
    "fields",
    [
        {"declared_on": make.DAY + timedelta(days=1)},
        {"ends_on": make.DAY - timedelta(days=1)},
        {"starts_on": make.DAY + timedelta(days=1)},
        {"withdrawn_at": make.NOW, "withdrawn_reason": "twice"},
    ],
)
def test_interest_that_does_not_stand_on_the_day_matches_nothing(fields):
    committee = make_committee(items=0)
    make.AgendaItemFactory(meeting=committee.meeting, tags=["stroke"])
    make.InterestFactory(post=committee.posts[0], tags=["stroke"], **fields)

    (forecast,) = forecast_meeting(committee.meeting)

    assert forecast.conflicts == ()


@pytest.mark.parametrize("items", [1, 3])
def test_forecast_asks_no_more_for_its_conflicts(items, django_assert_max_num_queries):
    committee = make_committee(items=items)
    make.InterestFactory(post=committee.posts[0], tags=["stroke"])

    with django_assert_max_num_queries(5 + 4 * items):
        forecast_meeting(committee.meeting)


def _make_exempt_paper(committee):
    item = make.AgendaItemFactory(
        meeting=committee.meeting,
        tags=["stroke"],
        classification="exempt",
        exempt_reason="paragraph_3",
        balance_words="prices of a tender",
    )
    return make.PaperFactory(item=item)


def test_exempt_paper_is_served_to_all_but_the_one_with_an_interest():
    committee = make_committee(items=0)
    paper = _make_exempt_paper(committee)
    before = list_served(paper, make.DAY)
    make.InterestFactory(post=committee.posts[0], tags=["stroke"])

    after = list_served(paper, make.DAY)

    assert sorted(seat.pk for seat in before) == [seat.pk for seat in committee.seats]
    assert {seat.pk for seat in before} - {seat.pk for seat in after} == {
        committee.seats[0].pk
    }


def test_reader_of_an_exempt_paper_has_a_seat_and_no_interest():
    committee = make_committee(items=0)
    paper = _make_exempt_paper(committee)
    free, torn = (PostHoldingFactory(post=post).user for post in committee.posts[:2])
    stranger = PostHoldingFactory().user
    make.InterestFactory(post=committee.posts[1], tags=["stroke"])

    readers = [may_read_paper(user, paper, make.DAY) for user in (free, torn, stranger)]

    assert readers == [True, False, False]


def test_interest_declared_in_the_meeting_keeps_the_paper_away_too():
    committee = make_committee(items=0)
    paper = _make_exempt_paper(committee)
    reader = PostHoldingFactory(post=committee.posts[0]).user
    make.DeclarationFactory(item=paper.item, post=committee.posts[0])

    assert may_read_paper(reader, paper, make.DAY) is False


def test_public_paper_is_everybodys():
    paper = make.PaperFactory()

    assert may_read_paper(None, paper, make.DAY) is True


def test_seat_that_ended_reads_no_more():
    committee = make_committee(items=0)
    paper = _make_exempt_paper(committee)
    seat = make.SeatFactory(group=committee.group)
    held = make.SeatHoldingFactory(seat=seat, ends_on=date(2019, 8, 1))
    reader = PostHoldingFactory(post=held.post).user

    days = [date(2019, 8, 1), date(2019, 8, 2)]
    assert [may_read_paper(reader, paper, day) for day in days] == [True, False]


def test_who_had_a_seat_is_told_for_any_day():
    seat = make.SeatFactory()
    first = make.SeatHoldingFactory(seat=seat, ends_on=date(2019, 7, 12))
    second = make.SeatHoldingFactory(seat=seat, starts_on=date(2019, 7, 13))

    held = [
        list_holders(list_seats(seat.group, day), day)[seat.pk]
        for day in (date(2019, 7, 12), date(2019, 7, 13))
    ]

    assert held == [first.post, second.post]
