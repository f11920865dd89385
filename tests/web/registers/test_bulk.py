"""Many records given one value: looked at first, then all of them or none."""

import pytest

from factories.page_words import say
from factories.programme_factory import NOW
from factories.register_factory import make_risk
from placeplan_web.programme.models import Risk
from placeplan_web.registers.operations import save_record

DAY = {"set_review_on": "on", "review_on": "1 September 2019"}


@pytest.fixture
def two(circle):
    return [
        make_risk(circle, reference="RSK-01", title="Too few people"),
        make_risk(circle, reference="RSK-02", title="Money runs out"),
    ]


@pytest.fixture
def change(keeper, circle, two):
    """Give a way to send the form with both risks chosen as they stood at first."""

    def do(**sent):
        chosen = [f"{risk.public_id}:1" for risk in two]
        address = circle.link("risks/bulk/")
        return keeper.post(address, {"chosen": chosen, **sent}, follow=True)

    return do


def test_nothing_chosen_leads_back_to_the_list(keeper, circle, two):
    answer = keeper.post(circle.link("risks/bulk/"), {"step": "choose"}, follow=True)

    assert "Tick the risks that you want to change first." in say(answer)


def test_choosing_asks_what_is_to_be_set(change):
    words = say(change(step="choose"))

    assert "Change 2 risks" in words
    assert "Set review on" in words
    assert "There is a problem" not in words


def test_nothing_ticked_is_told(change):
    answer = change(step="check")

    assert answer.status_code == 422
    assert "Tick what is to be set." in say(answer)


def test_differences_are_shown_before_anything_is_changed(change):
    answer = change(step="check", **DAY)

    words = say(answer)
    assert words.count("Review on: nothing → 1 September 2019") == 2
    assert "Change 2 risks" in words
    assert set(Risk.objects.values_list("version", flat=True)) == {1}


def test_confirmed_change_is_made_in_each_with_its_reason(change):
    answer = change(step="apply", reason="agreed by the board", **DAY)

    assert "2 risks changed." in say(answer)
    assert set(Risk.objects.values_list("version", flat=True)) == {2}
    reasons = Risk.history.filter(version=2).values_list(
        "history_change_reason", flat=True
    )
    assert set(reasons) == {"agreed by the board"}


def test_clash_in_one_row_changes_none_and_is_told(change, two):
    save_record(by="tests", record=two[1], changes={"cause": "Theirs"}, at=NOW)

    answer = change(step="apply", **DAY)

    assert answer.status_code == 409
    assert "RSK-02 was changed by somebody else" in say(answer)
    assert Risk.objects.filter(review_on__isnull=False).count() == 0


def test_rule_broken_in_one_row_changes_none_and_is_told(change, two):
    answer = change(step="apply", set_closed_on="on", closed_on="2019-08-01")

    assert answer.status_code == 409
    assert "RSK-01: Say why the risk is closed. None was changed." in say(answer)
    assert set(Risk.objects.values_list("version", flat=True)) == {1}


def test_value_that_is_none_is_told(change):
    answer = change(step="check", set_review_on="on", review_on="soon")

    assert answer.status_code == 422
    assert "Review on has to be a day" in say(answer)


def test_owner_of_a_record_may_not_change_many(client, circle, two):
    client.force_login(circle.owner)

    answer = client.post(circle.link("risks/bulk/"), {"step": "choose"})

    assert answer.status_code == 403
