"""The steps of the law on service change, in the version of their day."""

import pytest

from factories.page_words import say
from factories.programme_factory import NOW, ServiceChangeFactory
from placeplan_web.programme.models import GateCheck
from placeplan_web.registers.operations import save_record

MET = {
    "gate": "case_for_change",
    "state": "met",
    "words": "Case for change of March 2019, page 4",
    "on": "2019-03-29",
}
QUERIES = 16


@pytest.fixture
def here(circle):
    plain = ServiceChangeFactory.build(programme=circle.programme, reference="SC-01")
    save_record(by="tests", record=plain, changes={}, at=NOW)
    return circle.link("service-changes/SC-01/")


def test_first_step_is_next_and_the_others_wait(keeper, here):
    words = say(keeper.get(here))

    assert "The Secretary of State must be notified:" in words
    assert words.count("Standing next") == 1
    assert "Beds do not fall significantly." in words


def test_step_that_is_met_keeps_its_evidence_and_the_law_of_its_day(keeper, here):
    words = say(keeper.post(f"{here}do/gate/", MET, follow=True))

    assert "Kept: met, by the law of 29 March 2019." in words
    assert (
        "The steps, by the law of 29 March 2019" in words
    )  # before the duty to notify
    assert "Case for change of March 2019, page 4" in words
    assert GateCheck.objects.get().law_as_at.isoformat() == "2019-03-29"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("words", "", "Name the evidence."),
        ("gate", "notification", "The law of that day has no such step."),
        ("on", "2119-01-01", "This day has not come yet."),
    ],
)
def test_refused_step_says_why(field, value, words, keeper, here):
    answer = keeper.post(f"{here}do/gate/", {**MET, field: value})

    assert answer.status_code == 422
    assert words in say(answer)
    assert not GateCheck.objects.exists()


def test_step_that_is_not_needed_says_why(keeper, here):
    sent = {**MET, "state": "not_needed", "words": "A move inside one building"}

    words = say(keeper.post(f"{here}do/gate/", sent, follow=True))

    assert "A move inside one building" in words


def test_reader_checks_no_step(reader, here):
    assert reader.post(f"{here}do/gate/", MET).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_as_often_however_many_steps_are_met(
    count, keeper, here, django_assert_num_queries
):
    for gate in ("case_for_change", "involvement", "clinical_senate")[:count]:
        keeper.post(f"{here}do/gate/", {**MET, "gate": gate})

    with django_assert_num_queries(QUERIES):
        keeper.get(here)
