"""A milestone is expected later, or is reached."""

from datetime import date

import pytest

from factories.page_words import say
from factories.programme_factory import NOW, MilestoneFactory
from placeplan_web.programme.models import Milestone
from placeplan_web.registers.operations import save_record


@pytest.fixture
def milestone(circle):
    plain = MilestoneFactory.build(programme=circle.programme, reference="MS-13")
    return save_record(by="tests", record=plain, changes={}, at=NOW)


def test_slip_keeps_what_was_agreed_and_says_why(keeper, circle, milestone):
    sent = {
        "forecast_starts_on": "2019-12-01",
        "forecast_ends_on": "2019-12-31",
        "reason": "Approval is late",
    }

    answer = keeper.post(circle.link("milestones/MS-13/do/slip/"), sent, follow=True)

    assert "MS-13 is now expected in December 2019. What was agreed stays." in say(
        answer
    )
    now = Milestone.objects.get()
    assert now.baseline_ends_on == date(2019, 10, 31)
    assert now.forecast_ends_on == date(2019, 12, 31)


def test_days_out_of_order_are_refused_in_words(keeper, circle, milestone):
    sent = {
        "forecast_starts_on": "2019-12-31",
        "forecast_ends_on": "2019-12-01",
        "reason": "x",
    }

    answer = keeper.post(circle.link("milestones/MS-13/do/slip/"), sent)

    assert answer.status_code == 422
    assert "There is a problem The last day cannot be before the first." in say(answer)
    assert "onstraint" not in say(answer)


def test_expected_as_agreed_is_no_forecast(keeper, circle, milestone):
    sent = {
        "forecast_starts_on": "2019-09-01",
        "forecast_ends_on": "31 October 2019",
        "reason": "Back on plan",
    }

    answer = keeper.post(circle.link("milestones/MS-13/do/slip/"), sent, follow=True)

    assert "MS-13 is expected as it was agreed." in say(answer)


def test_milestone_is_reached_once(keeper, circle, milestone):
    link = circle.link("milestones/MS-13/do/reached/")

    answer = keeper.post(link, {"finished_on": "2019-10-30"}, follow=True)

    assert "MS-13 was reached." in say(answer)
    assert "By its dates it is complete." in say(answer)
    again = keeper.get(link, follow=True)
    assert "This cannot be done with MS-13 as it stands." in say(again)


def test_reader_may_not_move_a_milestone(reader, circle, milestone):
    answer = reader.get(circle.link("milestones/MS-13/do/slip/"))

    assert answer.status_code == 403
    assert "Move what is expected" not in say(
        reader.get(circle.link("milestones/MS-13/"))
    )
