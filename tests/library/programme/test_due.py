"""What is due, for whom, and how pressing it is."""

from datetime import date

import pytest

from placeplan.programme import DateInterval, DueItem, list_duties

TODAY = date(2019, 11, 1)


def item(reference, due, kind="milestone", post=None):
    return DueItem(kind, reference, "A name", DateInterval.parse(due), post)


def test_the_most_pressing_stands_first():
    items = [
        item("MS-16", "April 2020"),
        item("MS-15", "15 November 2019"),
        item("MS-14", "October / November 2019"),
        item("RSK-02", "31 October 2019", "risk_review"),
        item("RSK-01", "31 October 2019", "risk_review"),
        item("MS-12", "September 2019"),
    ]

    found = list_duties(items, TODAY)

    assert [(duty.item.reference, duty.state.value) for duty in found] == [
        ("MS-12", "overdue"),
        ("RSK-01", "overdue"),
        ("RSK-02", "overdue"),
        ("MS-14", "due"),
        ("MS-15", "soon"),
        ("MS-16", "later"),
    ]


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("31 October 2019", "it was due by 31 October 2019, 1 day ago."),
        ("30 October 2019", "it was due by 30 October 2019, 2 days ago."),
        ("November 2019", "it is due until 30 November 2019."),
        ("1 November 2019", "it is due until 1 November 2019."),
        ("April 2020", "it is due April 2020."),
    ],
)
def test_the_words_say_what_to_do_and_by_when(due, words):
    (duty,) = list_duties([item("RSK-01", due, "risk_review")], TODAY)

    assert duty.words == f"Review the risk RSK-01: {words}"


@pytest.mark.parametrize(("days", "state"), [(13, "later"), (14, "soon")])
def test_soon_is_so_many_days_ahead(days, state):
    (duty,) = list_duties([item("MS", "15 November 2019")], TODAY, soon_days=days)

    assert duty.state == state


def test_my_work_is_that_of_my_posts():
    items = [
        item("A", "2019", post="programme-lead"),
        item("B", "2019", post="risk-owner"),
        item("C", "2019"),
    ]

    def find(posts):
        return [d.item.reference for d in list_duties(items, TODAY, posts=posts)]

    assert find(["risk-owner"]) == ["B"]
    assert find([]) == []
    assert find(None) == ["A", "B", "C"]


def test_nothing_of_an_unknown_kind_is_due():
    with pytest.raises(ValueError, match="kind 'party' can be due"):
        item("A", "2019", "party")
