"""The database holds what the library checks: each test tries to break it."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from placeplan_web.places import models
from placeplan_web.places.triggers import create_triggers, drop_triggers

pytestmark = pytest.mark.django_db
DAY, NEXT = date(2020, 3, 31), date(2020, 4, 1)


@pytest.fixture
def source():
    return models.Source.objects.create(
        slug="paper", title="Paper", publisher="Us", dated=DAY, status="published"
    )


def make_place(slug, family="organisation"):
    return models.Place.objects.create(slug=slug, family=family, kind="ccg")


@pytest.fixture
def add(source):
    """Add a period of an organisation."""

    def add_period(place, model=models.Organisation, **fields):
        given = {"name": "A", "source": source, "evidence": "published", **fields}
        return model.objects.create(place=place, **given)

    return add_period


def refuses(call):
    with pytest.raises(IntegrityError), transaction.atomic():
        call()


def test_period_that_ends_before_it_starts(add):
    place = make_place("a")
    refuses(lambda: add(place, starts_on=NEXT, ends_on=DAY))
    refuses(lambda: add(place, proposed_on=NEXT, ends_on=DAY))
    assert add(place, starts_on=DAY, ends_on=DAY).pk


def test_periods_of_one_place_that_overlap(add):
    place = make_place("a")
    add(place, ends_on=DAY)
    refuses(lambda: add(place, starts_on=DAY))
    refuses(lambda: add(place))
    assert add(place, starts_on=NEXT).pk


def test_period_changed_so_that_it_overlaps(add):
    place = make_place("a")
    add(place, ends_on=DAY)
    later = add(place, starts_on=NEXT)
    later.starts_on = DAY
    refuses(later.save)


def test_period_saved_again_does_not_overlap_itself(add):
    period = add(make_place("a"), ends_on=DAY)
    period.name = "B"
    period.save()
    assert models.Organisation.objects.get().name == "B"


@pytest.mark.parametrize("column", ["ods_code", "gss_code"])
def test_code_that_two_hold_at_a_time(add, column):
    first, second = make_place("a"), make_place("b")
    add(first, **{column: "QKS"}, ends_on=DAY)
    refuses(lambda: add(second, **{column: "QKS"}, starts_on=DAY))
    assert add(second, **{column: "QKS"}, starts_on=NEXT).pk


def test_council_may_hold_the_code_of_its_district(add):
    add(make_place("swale-bc"), gss_code="E07000113")
    area = make_place("swale", family="area")
    assert add(area, model=models.Area, gss_code="E07000113").pk


def test_evidence_that_is_no_word_of_ours(add):
    refuses(lambda: add(make_place("a"), evidence="certain"))


@pytest.mark.parametrize("slug", ["Swale", "swale bc", "swale-", "../etc", ""])
def test_slug_that_does_not_fit_an_address(slug):
    refuses(lambda: make_place(slug))


def test_slug_and_family_of_a_place():
    make_place("a")
    refuses(lambda: make_place("a"))
    refuses(lambda: make_place("b", family="country"))


def test_membership_that_repeats_or_holds_itself(source):
    one, two = make_place("a"), make_place("b")
    origin = {"source": source, "evidence": "published"}
    add = models.Membership.objects.create
    add(holder=one, member=two, part="whole", **origin)
    refuses(lambda: add(holder=one, member=two, part="part", **origin))
    refuses(lambda: add(holder=one, member=one, part="whole", **origin))
    refuses(lambda: add(holder=two, member=one, part="half", **origin))


def test_succession_to_itself(source):
    one = make_place("a")
    origin = {"source": source, "evidence": "published"}
    refuses(
        lambda: models.Succession.objects.create(
            predecessor=one, successor=one, on=DAY, **origin
        )
    )


@pytest.mark.parametrize("share", [-0.1, 1.1])
def test_share_outside_zero_to_one(source, share):
    area, body = make_place("a", family="area"), make_place("b")
    refuses(
        lambda: models.LookupShare.objects.create(
            area=area,
            organisation=body,
            share=share,
            source=source,
            evidence="derived",
        )
    )


@pytest.mark.parametrize("level", [0, 6])
def test_level_beyond_one_to_five(source, level):
    refuses(
        lambda: models.PlannedService.objects.create(
            level=level,
            level_name="x",
            service="x",
            basis="x",
            source=source,
            evidence="published",
        )
    )


def test_source_that_records_rest_on_stays(add, source):
    add(make_place("a"))
    refuses(source.delete)


@pytest.mark.django_db(transaction=True)
def test_triggers_can_be_taken_away_and_put_back(source):
    origin = {"source": source, "evidence": "published"}
    place = make_place("a")
    drop_triggers(connection)
    try:
        for _ in range(2):
            models.Organisation.objects.create(place=place, name="A", **origin)
        models.Organisation.objects.all().delete()
    finally:
        create_triggers(connection)
    models.Organisation.objects.create(place=place, name="A", **origin)
    refuses(lambda: models.Organisation.objects.create(place=place, name="A", **origin))


def test_records_name_themselves(tiny):
    assert str(models.Place.objects.get(slug="ccg-mill")) == "ccg-mill"
    assert (
        str(models.Organisation.objects.get(place__slug="ccg-mill")) == "NHS Mill CCG"
    )
    assert str(models.FootprintSet.objects.get(slug="plans")) == "Plans"
    assert str(models.Source.objects.get()) == "The paper"
    assert str(tiny)[:2] == "20"
