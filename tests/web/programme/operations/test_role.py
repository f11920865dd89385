"""A post gets a part in a programme from a day, and the audit knows."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from factories import programme_factory as make
from factories.programme_factory import BY, NOW
from placeplan_web.audit.models import AuditEntry
from placeplan_web.programme.models import ProgrammeRole
from placeplan_web.programme.operations.role import end_role, give_role

pytestmark = pytest.mark.django_db
DAY = NOW.date()


def _give(programme, post, **more):
    fields = {"by": BY, "role": "lead", "starts_on": DAY, "at": NOW, **more}
    return give_role(programme=programme, post=post, **fields)


def test_role_is_given_and_ended():
    part = _give(make.ProgrammeFactory(), make.PostFactory())

    ended = end_role(by=BY, part=part, ends_on=DAY, at=NOW)

    assert ended.ends_on == DAY
    entries = AuditEntry.objects.all()
    assert [entry.verb for entry in entries] == ["give-role", "end-role"]
    assert entries[1].read_changes()["ends_on"] == [None, DAY.isoformat()]


def test_role_that_may_not_be_leaves_nothing():
    programme, post = make.ProgrammeFactory(), make.PostFactory()

    for changed in ({"role": "king"}, {"ends_on": DAY - timedelta(days=1)}):
        with pytest.raises(ValidationError):
            _give(programme, post, **changed)

    assert (ProgrammeRole.objects.count(), AuditEntry.objects.count()) == (0, 0)


def test_role_cannot_end_before_it_began():
    part = make.ProgrammeRoleFactory()
    before = part.starts_on - timedelta(days=1)

    with pytest.raises(ValidationError, match="before it began"):
        end_role(by=BY, part=part, ends_on=before, at=NOW)
