"""Bodies that are kept show nobody what another may see, and nothing that was."""

from datetime import UTC, date, datetime, time

import pytest
from django.core.cache import caches

from factories.page_words import say
from factories.programme_factory import NOW
from factories.register_factory import make_risk
from placeplan_web.accounts.models import User
from placeplan_web.programme.models import ProgrammeRole, RoleKind
from placeplan_web.registers import kept_body
from placeplan_web.registers.operations import save_record

BUTTON = "Add a risk"


@pytest.fixture(autouse=True)
def _nothing_kept():
    caches["memory"].clear()


@pytest.fixture
def made(monkeypatch):
    """Give the bodies that were rendered, not taken from what was kept."""
    rendered = []
    render = kept_body.render_to_string

    def note(template, *more):
        rendered.append(template)
        return render(template, *more)

    monkeypatch.setattr(kept_body, "render_to_string", note)
    return rendered


@pytest.fixture
def read_on(client, circle, time_machine):
    """Give how the keeper reads a page at nine in the morning of a day."""

    def read(day, page):
        time_machine.move_to(datetime.combine(day, time(9), UTC), tick=False)
        client.force_login(circle.keeper)  # a session does not outlive the days between
        return say(client.get(circle.link(page)))

    return read


def test_second_reading_is_kept(keeper, circle, made):
    for _ in range(3):
        keeper.get(circle.link("risks/"))

    assert made == ["registers/list_body.jinja"]


@pytest.mark.parametrize("order", [("keeper", "reader"), ("reader", "keeper")])
def test_no_reader_is_shown_what_another_may_do(client, circle, order):
    make_risk(circle)
    shown = {}
    for name in order * 2:
        client.force_login(getattr(circle, name))
        shown[name] = BUTTON in say(client.get(circle.link("risks/")))

    assert shown == {"keeper": True, "reader": False}


def test_stranger_is_refused_what_is_kept_for_others(client, keeper, circle):
    keeper.get(circle.link("risks/"))
    client.force_login(circle.stranger)

    assert client.get(circle.link("risks/")).status_code == 403


@pytest.mark.parametrize("page", ["risks/", "risks/RSK-01/"])
def test_write_is_shown_at_once(keeper, circle, page):
    risk = make_risk(circle, reference="RSK-01", title="Too few people")
    keeper.get(circle.link(page))

    save_record(by="worker", record=risk, changes={"title": "Enough people"}, at=NOW)

    assert "Enough people" in say(keeper.get(circle.link(page)))


def test_role_that_ends_by_date_ends_though_nothing_was_written(circle, read_on, made):
    role = ProgrammeRole.objects.filter(programme=circle.programme)
    role.filter(role=RoleKind.OFFICE).update(ends_on=date(2030, 3, 1))
    ProgrammeRole.objects.create(
        programme=circle.programme,
        post=role.get(role=RoleKind.OFFICE).post,
        role=RoleKind.READER,
        starts_on=date(2019, 1, 1),
    )
    days = [date(2030, 2, 28), date(2030, 2, 28), date(2030, 3, 2)]

    assert [BUTTON in read_on(day, "risks/") for day in days] == [True, True, False]
    assert made == ["registers/list_body.jinja"] * 2


def test_page_as_at_a_day_is_another_than_that_of_today(circle, read_on):
    make_risk(circle, title="Too few people")
    first, next_ = date(2019, 8, 2), date(2019, 8, 3)

    assert BUTTON in read_on(first, "risks/")
    assert BUTTON in read_on(next_, "risks/")
    assert BUTTON not in read_on(next_, "risks/?as_at=2019-08-02")


def test_account_that_becomes_staff_reads_a_body_of_its_own(keeper, circle, made):
    keeper.get(circle.link("risks/"))
    User.objects.filter(pk=circle.keeper.pk).update(is_staff=True)
    keeper.get(circle.link("risks/"))

    assert len(made) == 2


def test_form_in_a_kept_body_has_the_token_of_its_own_session(client, circle):
    make_risk(circle)
    tokens = set()
    for _ in range(2):
        client.logout()
        client.force_login(circle.keeper)
        page = client.get(circle.link("risks/")).content.decode()
        assert str(kept_body.TOKEN_HERE) not in page
        tokens.add(page.split('name="csrfmiddlewaretoken" value="', 1)[1][:64])

    assert len(tokens) == 2
