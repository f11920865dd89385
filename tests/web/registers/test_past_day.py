"""A register and a record as they were known on a past day."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.page_words import say
from factories.programme_factory import NOW, ProjectFactory
from factories.register_factory import make_risk
from placeplan_web.places.models import Source
from placeplan_web.programme.models import RiskProject, ScoreKind
from placeplan_web.programme.operations.risk import add_score
from placeplan_web.registers.known import PastDay, is_known, list_known
from placeplan_web.registers.operations import save_record, withdraw_record

AUGUST = "as_at=2019-08-01"  # the day on which the factories write
BEFORE = "as_at=2019-07-31"


def read_references(response):
    return re.findall(r">([A-Z]+-\d+)</a>", response.content.decode())


@pytest.fixture
def changed(circle):
    """Give a risk that was changed, and scored, ten days after it was added."""
    risk = make_risk(circle, reference="RSK-01", title="Too few people")
    later = NOW + timedelta(days=10)
    risk = save_record(
        by="tests",
        record=risk,
        changes={"title": "Far too few", "owner_post": circle.post},
        at=later,
        reason="A survey of March",
    )
    add_score(
        by="tests",
        risk=risk,
        kind=ScoreKind.CURRENT,
        impact=2,
        likelihood=4,
        scored_on=later.date(),
        reason="Posts are open",
        at=later,
    )
    return risk


def test_list_shows_what_was_known_then_and_says_so(keeper, circle, changed):
    then = say(keeper.get(circle.link(f"risks/?{AUGUST}")))
    now = say(keeper.get(circle.link("risks/")))

    assert "Shown as it was known on 1 August 2019." in then
    assert "Too few people" in then
    assert "Far too few" not in then
    assert circle.post.title not in then.split("Reference", 1)[1]
    assert "Far too few" in now
    assert "Shown as it was known" not in now


def test_list_of_a_day_before_the_first_record_is_empty(keeper, circle, changed):
    assert read_references(keeper.get(circle.link(f"risks/?{BEFORE}"))) == []


def test_file_holds_what_the_list_shows(keeper, circle, changed):
    then = keeper.get(circle.link(f"risks/register.csv?{AUGUST}")).content.decode()

    assert "Too few people" in then
    assert "Far too few" not in then


def test_record_withdrawn_since_still_stands_then(keeper, circle, changed):
    withdraw_record(
        by="tests", record=changed, reason="Twice", at=NOW + timedelta(days=20)
    )

    assert read_references(keeper.get(circle.link(f"risks/?{AUGUST}"))) == ["RSK-01"]
    assert read_references(keeper.get(circle.link("risks/"))) == []


def test_record_shows_its_values_and_versions_of_then(keeper, circle, changed):
    page = keeper.get(circle.link(f"risks/RSK-01/?{AUGUST}"))
    words = say(page)

    assert "Shown as it was known on 1 August 2019." in words
    assert "Too few people" in words
    for later in ("Far too few", "A survey of March", "Posts are open", "Version 2"):
        assert later not in words
    assert "Change this risk" not in words


def test_record_that_was_not_known_then_is_not_found(keeper, circle, changed):
    assert keeper.get(circle.link(f"risks/RSK-01/?{BEFORE}")).status_code == 404


def test_risk_is_sorted_and_narrowed_by_its_values_of_then(keeper, circle, changed):
    other = make_risk(circle, reference="RSK-02", title="An order is not made")
    project = ProjectFactory(programme=circle.programme)
    RiskProject.objects.create(risk=other, project=project)

    def read(query):
        return read_references(keeper.get(circle.link(f"risks/?{AUGUST}&{query}")))

    assert read("sort=title") == ["RSK-02", "RSK-01"]
    assert read("sort=current_score") == ["RSK-01", "RSK-02"]
    assert read("owner=nobody") == ["RSK-01", "RSK-02"]
    assert read("q=far") == []
    assert read(f"project={project.reference}") == ["RSK-02"]


def test_what_a_paper_says_is_known_from_its_day_though_loaded_later(keeper, circle):
    Source.objects.create(
        slug="the-paper",
        title="The paper",
        publisher="A system",
        dated=date(2019, 6, 1),
        status="published",
        grade="A",
    )
    make_risk(circle, reference="RSK-01", source="the-paper", status="published")

    assert read_references(keeper.get(circle.link("risks/?as_at=2019-05-31"))) == []
    assert read_references(keeper.get(circle.link("risks/?as_at=2019-06-01"))) == [
        "RSK-01"
    ]


def test_number_of_questions_is_the_same_for_one_record_and_for_three(keeper, circle):
    address = circle.link(f"risks/?{AUGUST}")
    keeper.get(address)  # begins the session
    asked = []
    for count in (1, 2):
        for _ in range(count):
            make_risk(circle, owner_post=circle.post)
        with CaptureQueriesContext(connection) as questions:
            keeper.get(address)
        asked.append(len(questions))

    assert asked[0] == asked[1]


def test_database_and_words_agree_on_what_was_known(circle, changed):
    from placeplan_web.programme.registers.risk import RISKS

    versions = list(type(changed).history.filter(id=changed.pk))
    for offset in range(-2, 13):
        past = PastDay((NOW + timedelta(days=offset)).date())
        known = [each.version for each in list_known(RISKS, circle.programme, past)]
        slowly = [each.version for each in versions if is_known(each, past)]
        assert known == ([max(slowly)] if slowly else [])
