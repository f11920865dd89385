"""Posts outlive their holders; one holder at a time, unless they share the job."""

from datetime import date, timedelta
from threading import Thread

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from factories.account_factory import UserFactory
from factories.places_factory import write_folder
from factories.post_factory import FIRST_DAY, NOON, make_holding, make_post
from placeplan_web.audit.models import AuditEntry
from placeplan_web.audit.queries import list_entries
from placeplan_web.places import appointment, posts
from placeplan_web.places.appointment import AppointmentError, end_holding, end_post
from placeplan_web.places.models import Post, PostHolding
from placeplan_web.places.operations import load_registry
from placeplan_web.places.post_triggers import create_triggers, drop_triggers

LAST_DAY, NEXT_DAY = date(2019, 6, 30), date(2019, 7, 1)


@pytest.fixture
def post(db):
    return make_post()


@pytest.fixture
def first(db):
    return UserFactory(username="first")


@pytest.fixture
def second(db):
    return UserFactory(username="second")


def test_post_is_handed_over_from_one_day_to_the_next(post, first, second):
    make_holding(post, first, ends_on=LAST_DAY)
    make_holding(post, second, starts_on=NEXT_DAY)

    def holders(day):
        return posts.list_holders(Post.objects.all(), day)

    assert holders(FIRST_DAY - timedelta(days=1)) == {}
    assert holders(FIRST_DAY) == holders(LAST_DAY) == {post.pk: ["first"]}
    assert holders(NEXT_DAY) == {post.pk: ["second"]}
    assert [h.user for h in posts.list_holdings(post)] == [first, second]


def test_somebody_is_a_holder_on_their_own_days_alone(post, first, second):
    make_holding(post, first, ends_on=LAST_DAY)

    assert posts.is_holder(first, post, LAST_DAY)
    assert not posts.is_holder(first, post, NEXT_DAY)
    assert not posts.is_holder(second, post, LAST_DAY)
    assert list(posts.list_posts_held(first, LAST_DAY)) == [post]
    assert list(posts.list_posts_held(first, NEXT_DAY)) == []


def test_two_people_cannot_hold_one_post_on_one_day(post, first, second):
    make_holding(post, first, ends_on=LAST_DAY)

    with pytest.raises(AppointmentError, match="say that it is a job share"):
        make_holding(post, second, starts_on=LAST_DAY)
    with pytest.raises(AppointmentError, match="job share"):
        make_holding(post, second, starts_on=LAST_DAY, is_job_share=True)

    assert PostHolding.objects.get().user == first
    assert AuditEntry.objects.filter(verb="appoint").count() == 1


def test_two_people_share_a_job_when_both_do(post, first, second):
    make_holding(post, first, is_job_share=True)
    make_holding(post, second, is_job_share=True)

    held = posts.list_holders(Post.objects.all(), FIRST_DAY)
    assert held == {post.pk: ["first", "second"]}


def test_one_person_does_not_share_a_job_with_themselves(post, first):
    make_holding(post, first, is_job_share=True)

    with pytest.raises(AppointmentError, match="This person holds the post"):
        make_holding(post, first, is_job_share=True)


@pytest.mark.parametrize(
    ("starts_on", "ends_on"),
    [
        (FIRST_DAY - timedelta(days=1), LAST_DAY),
        (FIRST_DAY, NEXT_DAY),
        (FIRST_DAY, None),
    ],
)
def test_nobody_holds_a_post_beyond_its_life(post, first, starts_on, ends_on):
    end_post(by="command", post=post, ends_on=LAST_DAY, at=NOON)
    post.refresh_from_db()

    with pytest.raises(AppointmentError, match="does not stand on all of these days"):
        make_holding(post, first, starts_on=starts_on, ends_on=ends_on)


def test_last_day_before_the_first_is_refused_in_words(post, first):
    with pytest.raises(AppointmentError, match="The last day is before the first"):
        make_holding(post, first, starts_on=NEXT_DAY, ends_on=LAST_DAY)
    holding = make_holding(post, first, starts_on=NEXT_DAY)
    with pytest.raises(AppointmentError, match="began on 1 July 2019"):
        end_holding(by="command", holding=holding, ends_on=LAST_DAY, at=NOON)
    with pytest.raises(AppointmentError, match="began on 1 April 2019"):
        end_post(by="command", post=post, ends_on=date(2019, 3, 31), at=NOON)


def test_post_does_not_end_before_its_holder_does(post, first):
    holding = make_holding(post, first)

    with pytest.raises(AppointmentError, match="End their time first"):
        end_post(by="command", post=post, ends_on=LAST_DAY, at=NOON)
    end_holding(by="command", holding=holding, ends_on=NEXT_DAY, at=NOON)
    with pytest.raises(AppointmentError, match="after 30 June 2019"):
        end_post(by="command", post=post, ends_on=LAST_DAY, at=NOON)

    end_post(by="command", post=post, ends_on=NEXT_DAY, at=NOON)
    post.refresh_from_db()
    assert post.ends_on == NEXT_DAY


def test_end_cannot_be_put_off_into_the_time_of_the_next_holder(post, first, second):
    earlier = make_holding(post, first, ends_on=LAST_DAY)
    make_holding(post, second, starts_on=NEXT_DAY)

    with pytest.raises(AppointmentError, match="Somebody holds this post"):
        end_holding(by="command", holding=earlier, ends_on=NEXT_DAY, at=NOON)

    assert PostHolding.objects.get(user=first).ends_on == LAST_DAY


def test_each_step_leaves_an_audit_row_with_ids_and_days_alone(post, first):
    holding = make_holding(post, first)
    end_holding(by="command", holding=holding, ends_on=LAST_DAY, at=NOON)
    end_post(by="command", post=post, ends_on=LAST_DAY, at=NOON)

    of_post = list_entries("places.post", post.public_id)
    assert [(e.verb, e.read_changes()) for e in of_post] == [
        ("add", {"organisation": "trust", "starts_on": "2019-04-01"}),
        ("end", {"ends_on": [None, "2019-06-30"]}),
    ]
    of_holding = list_entries("places.post-holding", holding.public_id)
    assert [entry.verb for entry in of_holding] == ["appoint", "end"]
    written = "".join(AuditEntry.objects.values_list("changes", flat=True))
    assert "first" not in written
    assert post.title not in written


def test_fault_of_the_audit_leaves_no_holding(post, first, monkeypatch):
    def fail(**_):
        raise RuntimeError("the audit could not be written")

    monkeypatch.setattr(appointment, "record", fail)

    with pytest.raises(RuntimeError):
        make_holding(post, first)
    assert PostHolding.objects.count() == 0


def refuses(call, words):
    with pytest.raises(DatabaseError, match=words), transaction.atomic():
        call()


def test_database_refuses_what_the_form_refuses(post, first, second):
    held = PostHolding.objects.create(post=post, user=first, starts_on=FIRST_DAY)
    add = PostHolding.objects.create

    refuses(lambda: add(post=post, user=second, starts_on=NEXT_DAY), "two people")
    held.starts_on = FIRST_DAY - timedelta(days=1)
    refuses(held.save, "beyond its post")
    post.ends_on = LAST_DAY
    refuses(post.save, "beyond its post")
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.create(
            organisation=post.organisation, title="", starts_on=FIRST_DAY
        )


def test_triggers_can_be_taken_away_and_made_again(post, first, second):
    drop_triggers(connection)
    make_holding(post, first)
    make_holding(post, second)
    PostHolding.objects.filter(user=second).delete()

    create_triggers(connection)

    with pytest.raises(AppointmentError):
        make_holding(post, second)


def test_place_that_a_folder_no_longer_names_stays_while_it_has_a_post(db, tmp_path):
    load_registry(folder=write_folder(tmp_path / "tiny"), by="command")
    post = make_post(organisation="merged-away")

    folder = write_folder(tmp_path / "less", catchments=[("north", 701)])
    load_registry(folder=folder, by="command")

    assert posts.find_post(post.public_id).organisation.slug == "merged-away"


@pytest.mark.django_db(transaction=True)
def test_two_appointments_at_one_moment_make_one_holder():
    if connection.vendor == "sqlite":
        pytest.skip("in memory there is one connection, and so one writer")
    post, people = make_post(), [UserFactory(), UserFactory()]
    refused = []

    def work(user):
        try:
            make_holding(post, user)
        except AppointmentError as error:
            refused.append(str(error))
        finally:
            connection.close()

    at_once = [Thread(target=work, args=[user]) for user in people]
    for each in at_once:
        each.start()
    for each in at_once:
        each.join()

    assert PostHolding.objects.count() == 1
    assert len(refused) == 1
