"""Who may do what: drawn as a table, then held against days, posts and owners."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from factories import programme_factory as make
from factories.account_factory import UserFactory
from placeplan_web.programme.rules import MAY, PERMISSIONS, find_acting_post, may

pytestmark = pytest.mark.django_db
DAY = date(2019, 8, 1)
NEXT = DAY + timedelta(days=1)

# what is done       lead office owner reviewer reader nobody
TABLE = """
read_programme       yes  yes    yes   yes      yes    no
change_programme     yes  yes    no    no       no     no
add_record           yes  yes    yes   no       no     no
change_record        yes  yes    no    no       no     no
withdraw_record      yes  yes    no    no       no     no
import_records       yes  yes    no    no       no     no
judge_milestone      yes  yes    no    no       no     no
accept_risk          yes  no     no    no       no     no
decide_proposal      yes  yes    no    no       no     no
sign_off             yes  no     no    yes      no     no
review_document      yes  no     no    yes      no     no
approve_document     yes  no     no    no       no     no
read_audit           yes  yes    no    no       no     no
give_role            yes  no     no    no       no     no
"""
ROLES = ("lead", "office", "owner", "reviewer", "reader")
ROWS = [line.split() for line in TABLE.strip().splitlines()]


def _give(role, **days):
    """Give somebody a post with a role in a programme, and give both."""
    part = make.ProgrammeRoleFactory(role=role, **days)
    return make.PostHoldingFactory(post=part.post).user, part.programme


def test_table_names_everything_that_is_done():
    assert [row[0] for row in ROWS] == list(MAY)
    assert list(PERMISSIONS) == [f"programme.{verb}" for verb in MAY]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_role_may_do_what_the_table_says(row):
    verb, *answers, nobody = row

    for role, answer in zip(ROLES, answers, strict=True):
        user, programme = _give(role)
        assert (role, may(user, verb, programme, DAY)) == (role, answer == "yes")
        assert may(user, verb, make.ProgrammeFactory(), DAY) is False
    stranger = UserFactory()
    assert may(stranger, verb, make.ProgrammeFactory(), DAY) is (nobody == "yes")
    assert may(AnonymousUser(), verb, make.ProgrammeFactory(), DAY) is False


def test_open_programme_may_be_read_by_everybody_and_changed_by_nobody_else():
    programme = make.ProgrammeFactory(is_open=True)

    assert may(AnonymousUser(), "read_programme", programme, DAY) is True
    assert may(UserFactory(), "add_record", programme, DAY) is False


def test_role_that_has_ended_counts_for_nothing():
    user, programme = _give("lead", ends_on=DAY)

    assert may(user, "change_programme", programme, DAY) is True
    assert may(user, "change_programme", programme, NEXT) is False


def test_role_that_has_not_begun_counts_for_nothing():
    user, programme = _give("lead", starts_on=NEXT)

    assert may(user, "change_programme", programme, DAY) is False


def test_post_that_somebody_has_left_counts_for_nothing():
    part = make.ProgrammeRoleFactory(role="lead")
    user = make.PostHoldingFactory(post=part.post, ends_on=DAY).user
    successor = make.PostHoldingFactory(post=part.post, starts_on=NEXT).user

    assert may(user, "change_programme", part.programme, NEXT) is False
    assert may(successor, "change_programme", part.programme, NEXT) is True


def test_closed_account_may_do_nothing():
    user, programme = _give("lead")
    user.is_active = False

    assert may(user, "read_programme", programme, DAY) is False


def test_owner_may_change_their_own_record_and_no_other():
    user, programme = _give("owner")
    post = user.holdings.get().post
    own = make.RiskFactory(programme=programme, owner_post=post)
    other = make.RiskFactory(programme=programme)

    assert may(user, "change_record", own, DAY) is True
    assert may(user, "change_record", other, DAY) is False
    assert may(user, "withdraw_record", own, DAY) is False


def test_record_of_another_record_belongs_to_its_programme():
    user, programme = _give("office")
    document = make.ControlledDocumentFactory(programme=programme)
    version = make.DocumentVersionFactory(document=document)

    assert may(user, "change_record", version, DAY) is True
    assert may(user, "change_record", make.DocumentVersionFactory(), DAY) is False
    assert may(user, "change_record", None, DAY) is False


def test_permission_is_asked_for_today(time_machine):
    user, programme = _give("lead", ends_on=DAY)

    time_machine.move_to(DAY)
    assert user.has_perm("programme.accept_risk", programme) is True
    time_machine.move_to(NEXT)
    assert user.has_perm("programme.accept_risk", programme) is False


@pytest.mark.parametrize(
    ("part", "permission"),
    [("approver", "approve_document"), ("reviewer", "review_document")],
)
def test_post_that_a_document_names_may_do_its_part(part, permission):
    version = make.DocumentVersionFactory()
    holding = make.PostHoldingFactory()
    asked = f"programme.{permission}"
    before = holding.user.has_perm(asked, version)

    version.document.recipients.create(post=holding.post, part=part)

    assert (before, holding.user.has_perm(asked, version)) == (False, True)
    assert holding.user.has_perm(asked, version.document.programme) is False


def test_staff_give_a_new_programme_its_first_lead():
    programme = make.ProgrammeFactory()
    staff = UserFactory(is_staff=True)

    assert staff.has_perm("programme.add_programme", None) is True
    assert staff.has_perm("programme.give_role", programme) is True
    assert staff.has_perm("programme.change_programme", programme) is False
    assert UserFactory().has_perm("programme.add_programme", None) is False


def test_acting_post_is_the_one_with_a_role():
    user, programme = _give("office")
    idle = make.PostHoldingFactory(user=user).post

    assert find_acting_post(user, programme, DAY) != idle
    assert find_acting_post(user, make.ProgrammeFactory(), DAY) is None
