"""Nobody writes in another programme, nor with a role that ended yesterday."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from factories.register_factory import make_circle, make_risk
from placeplan_web.programme.forms.acts import ACTS
from placeplan_web.programme.models import ProgrammeRole
from placeplan_web.programme.registers.room import PROGRAMME_ROOM

OF_REGISTER = ("add/", "bulk/", "import/")
OF_RECORD = ("edit/", "withdraw/", "restore/")
OF_RISK = [f"RSK-01/{page}" for page in OF_RECORD]
OF_RISK += [f"RSK-01/do/{act}/" for act in ACTS["risks"]]


@pytest.fixture
def client_of_keeper(circle):
    client = Client()
    client.force_login(circle.keeper)
    return client


@pytest.mark.parametrize("page", [*OF_REGISTER, *OF_RISK])
def test_keeper_of_one_programme_writes_in_no_other(page, client_of_keeper, db):
    other = make_circle(name="Another")
    risk = make_risk(other, reference="RSK-01")

    answer = client_of_keeper.post(other.link(f"risks/{page}"), {"reason": "x"})

    assert answer.status_code == 403
    risk.refresh_from_db()
    assert risk.version == 1


def test_record_of_another_programme_is_not_changed_among_many(
    client_of_keeper, circle
):
    mine = make_risk(circle, reference="RSK-01")
    foreign = make_risk(make_circle(name="Another"), reference="RSK-02")
    sent = {
        "chosen": [f"{mine.public_id}:1", f"{foreign.public_id}:1"],
        "step": "apply",
        "set_review_on": "on",
        "review_on": "2019-10-01",
        "reason": "x",
    }

    client_of_keeper.post(circle.link("risks/bulk/"), sent)

    mine.refresh_from_db()
    foreign.refresh_from_db()
    assert (mine.version, mine.review_on) == (2, date(2019, 10, 1))
    assert (foreign.version, foreign.review_on) == (1, None)


@pytest.mark.parametrize("page", [*OF_REGISTER, *OF_RISK])
def test_role_that_ended_yesterday_writes_nothing(page, client_of_keeper, circle):
    make_risk(circle, reference="RSK-01")
    yesterday = timezone.localdate() - timedelta(days=1)
    roles = ProgrammeRole.objects.filter(programme=circle.programme)

    before = client_of_keeper.post(circle.link(f"risks/{page}"), {}).status_code
    roles.update(starts_on=date(2019, 1, 1), ends_on=yesterday)
    after = client_of_keeper.post(circle.link(f"risks/{page}"), {}).status_code

    allowed = before != 403
    assert (allowed, after) == (not page.endswith("accept/"), 403)


@pytest.mark.parametrize("register", sorted(PROGRAMME_ROOM.kinds))
def test_register_of_another_closed_programme_is_not_read(register, client_of_keeper):
    other = make_circle(name="Another")

    assert client_of_keeper.get(other.link(f"{register}/")).status_code == 403
