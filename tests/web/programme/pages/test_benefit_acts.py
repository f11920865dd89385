"""A benefit is planned, read, drawn, and claimed only where it can be."""

from datetime import date

import pytest

from factories.page_words import say
from factories.performance_factory import write_performance
from factories.programme_factory import NOW, BenefitFactory
from placeplan_web.performance.operations import load_performance
from placeplan_web.programme.models import BenefitIndicator, BenefitReading
from placeplan_web.registers.operations import save_record

QUERIES = 21
READ = {"value": "4", "read_on": "2019-10-01", "evidence": "Ledger of September"}


@pytest.fixture
def benefit(circle):
    plain = BenefitFactory.build(
        programme=circle.programme,
        reference="BEN-05",
        beneficiary="organisations",
        measured_through="management costs",
        owner_words="finance lead",
        evidence="One body in place of eight",
    )
    return save_record(by="tests", record=plain, changes={}, at=NOW)


@pytest.fixture
def here(circle, benefit):
    return circle.link("benefits/BEN-05/")


def test_benefit_without_a_path_says_why_it_cannot_be_claimed(keeper, here):
    words = say(keeper.get(here))

    assert "Not claimable, because:" in words
    assert "It has no planned path over time." in words
    assert "Nothing is planned and nothing was read." in words


def test_planned_and_read_values_are_drawn_and_compared(keeper, here):
    keeper.post(f"{here}do/plan/", {"on": "2019-09-30", "value": "10"})

    words = say(keeper.post(f"{here}do/read/", READ, follow=True))

    assert "BEN-05: 4 on 1 October 2019." in words
    assert "Yes: it can be measured." in words
    assert "Less is realised than planned; planned 10 percent for 30 September" in words
    drawn = keeper.get(f"{here}picture.svg")
    assert drawn["Content-Type"] == "image/svg+xml"
    assert keeper.get(f"{here}picture.svg?for=phone").content != drawn.content
    lines = keeper.get(f"{here}picture.csv").content.decode().splitlines()
    assert lines[0] == "Day,Planned or read,percent"
    assert len(lines) == 3


def test_second_reading_of_a_day_has_to_say_why(keeper, here):
    keeper.post(f"{here}do/read/", READ)

    refused = keeper.post(f"{here}do/read/", {**READ, "value": "5"})
    sent = {**READ, "value": "5", "reason": "A late invoice"}
    keeper.post(f"{here}do/read/", sent)

    assert refused.status_code == 422
    assert [each.value for each in BenefitReading.objects.all()] == [4.0, 5.0]


def test_planned_value_of_a_day_gives_way_to_a_later_one(keeper, here, benefit):
    for value in ("10", "12"):
        keeper.post(f"{here}do/plan/", {"on": "2019-09-30", "value": value})

    assert list(benefit.profile.values_list("on", "value")) == [
        (date(2019, 9, 30), 12.0)
    ]


def test_reader_plans_and_reads_nothing(reader, here):
    assert reader.post(f"{here}do/read/", READ).status_code == 403
    assert reader.post(f"{here}do/plan/", {}).status_code == 403
    assert reader.get(f"{here}picture.svg").status_code == 404  # nothing to draw


def test_indicator_stands_beside_it_with_where_it_was_heading(
    keeper, here, benefit, tmp_path
):
    load_performance(folder=write_performance(tmp_path), by="command")
    BenefitIndicator.objects.create(
        benefit=benefit, indicator="ae-by-month", body="east-trust"
    )

    answer = keeper.get(here)

    content = answer.content.decode()
    assert "/performance/indicators/ae-by-month/" in content
    assert "Too few months stand before or since 1 April 2019" in say(answer)


def test_loss_to_somebody_stands_beside_the_gain(circle, keeper, here, benefit):
    BenefitFactory(
        programme=circle.programme,
        reference="BEN-08",
        title="Longer journeys",
        is_disbenefit=True,
        beneficiary="families",
    )

    words = say(keeper.get(here))

    assert "By this gains: organisations." in words
    assert "a loss to families of the same aim" in words
    listed = say(keeper.get(circle.link("benefits/?effect=loss")))
    assert ("BEN-08" in listed, "BEN-05" in listed) == (True, False)


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_as_often_whatever_was_read(
    count, circle, keeper, here, django_assert_num_queries
):
    for at in range(count):
        keeper.post(f"{here}do/read/", {**READ, "read_on": f"2019-10-{at + 1:02}"})
        BenefitFactory(
            programme=circle.programme,
            reference=f"BEN-{at + 90}",  # whichever numbers the factory is at
            beneficiary="organisations",
        )

    with django_assert_num_queries(QUERIES):
        keeper.get(here)
