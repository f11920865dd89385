"""The list of a register: narrowed, ordered, counted, and taken along as a file."""

import csv
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.page_words import say
from factories.programme_factory import NOW, ProjectFactory
from factories.register_factory import make_risk
from placeplan_web.programme.models import RiskProject
from placeplan_web.registers.operations import save_record, withdraw_record


def read_references(response):
    """Give the references of a list, in its order."""
    return re.findall(r">([A-Z]+-\d+)</a>", response.content.decode())


@pytest.fixture
def three(circle):
    """Give three risks: late in the alphabet first, the second with an owner."""
    return [
        make_risk(circle, reference="RSK-01", title="Zeal runs out"),
        make_risk(
            circle,
            reference="RSK-02",
            title="Money runs out",
            cause="the deficit",
            owner_post=circle.post,
        ),
        make_risk(circle, reference="RSK-03", title="An order is not made"),
    ]


@pytest.mark.parametrize(
    ("query", "references"),
    [
        ("", ["RSK-01", "RSK-02", "RSK-03"]),
        ("?q=runs", ["RSK-01", "RSK-02"]),
        ("?q=DEFICIT", ["RSK-02"]),
        ("?q=rsk-03", ["RSK-03"]),
        ("?sort=title", ["RSK-03", "RSK-02", "RSK-01"]),
        ("?sort=-title", ["RSK-01", "RSK-02", "RSK-03"]),
        ("?sort=nonsense", ["RSK-01", "RSK-02", "RSK-03"]),
        ("?owner=nobody", ["RSK-01", "RSK-03"]),
        ("?owner=nonsense", []),
        ("?standing=closed", []),
        ("?standing=unscored", ["RSK-01", "RSK-02", "RSK-03"]),
        ("?standing=nonsense", []),
        ("?state=withdrawn", []),
    ],
)
def test_list_is_narrowed_and_ordered_as_its_address_says(
    keeper, circle, three, query, references
):
    answer = keeper.get(circle.link(f"risks/{query}"))

    assert read_references(answer) == references


def test_list_is_narrowed_by_owner_and_by_project(keeper, circle, three):
    project = ProjectFactory(programme=circle.programme)
    RiskProject.objects.create(risk=three[2], project=project)
    address = circle.link("risks/")

    owned = keeper.get(f"{address}?owner={circle.post.public_id}")
    ours = keeper.get(f"{address}?project={project.reference}")

    assert read_references(owned) == ["RSK-02"]
    assert read_references(ours) == ["RSK-03"]


def test_withdrawn_record_leaves_the_list_and_is_found_among_the_withdrawn(
    keeper, circle, three
):
    withdraw_record(by="tests", record=three[0], reason="entered twice", at=NOW)

    usual = keeper.get(circle.link("risks/"))
    withdrawn = keeper.get(circle.link("risks/?state=withdrawn"))
    every = keeper.get(circle.link("risks/?state=all"))

    assert read_references(usual) == ["RSK-02", "RSK-03"]
    assert read_references(withdrawn) == ["RSK-01"]
    assert read_references(every) == ["RSK-01", "RSK-02", "RSK-03"]


def test_list_counts_what_it_found(keeper, circle, three):
    assert "3 risks" in say(keeper.get(circle.link("risks/")))
    assert "1 risk found" in say(keeper.get(circle.link("risks/?q=zeal")))


def test_list_that_finds_nothing_says_how_to_see_more(keeper, circle, three):
    words = say(keeper.get(circle.link("risks/?q=nothing-of-the-kind")))

    assert "No risk matches. Try other words or choices. Show every risk" in words


def test_empty_list_says_what_would_be_here_and_how_to_add_it(client, keeper, circle):
    words = say(keeper.get(circle.link("risks/")))
    client.force_login(circle.reader)
    for_reader = say(client.get(circle.link("risks/")))

    assert "What might happen, why, and what would follow. Add one, or import" in words
    assert "Whoever keeps this register adds them." in for_reader


def test_list_asks_the_same_number_of_questions_for_one_row_and_for_three(
    keeper, circle
):
    keeper.get(circle.link("risks/"))  # begins the session
    asked = []
    for count in (1, 2):
        for _ in range(count):
            make_risk(circle, owner_post=circle.post)
        with CaptureQueriesContext(connection) as questions:
            keeper.get(circle.link("risks/"))
        asked.append(len(questions))

    assert asked[0] == asked[1]


def test_csv_holds_the_list_as_it_stands_with_no_formula_in_it(keeper, circle, three):
    save_record(by="tests", record=three[0], changes={"title": "=1+1 runs out"}, at=NOW)

    answer = keeper.get(circle.link("risks/register.csv?q=runs&sort=-title"))

    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert [row["title"] for row in rows] == ["Money runs out", "'=1+1 runs out"]
    assert [row["version"] for row in rows] == ["1", "2"]
    assert rows[0]["owner"] == f"{circle.post.title}, km-stp"
    assert answer.headers["Content-Disposition"] == (
        f'attachment; filename="{circle.programme.slug}-risks.csv"'
    )


def test_excel_is_a_workbook(keeper, circle, three):
    answer = keeper.get(circle.link("risks/register.xlsx"))

    assert answer.content[:2] == b"PK"


@pytest.mark.parametrize("page", ["", "register.csv", "register.xlsx"])
def test_stranger_reads_no_list_of_a_closed_programme(client, circle, three, page):
    client.force_login(circle.stranger)

    answer = client.get(circle.link(f"risks/{page}"))

    assert answer.status_code == 403
    assert b"Zeal" not in answer.content


@pytest.mark.parametrize("page", ["nonsense/", "nonsense/add/"])
def test_register_that_is_none_is_not_found(keeper, circle, page):
    assert keeper.get(circle.link(page)).status_code == 404


def test_programme_that_is_none_is_not_found(keeper):
    assert keeper.get("/programme/nonsense/risks/").status_code == 404
