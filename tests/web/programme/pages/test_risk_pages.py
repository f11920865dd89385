"""Risks on their matrix, and whether what was done about one brought it down."""

import csv
import io
import re
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import programme_factory as make
from factories.page_words import say
from placeplan_web.programme.models import ScoreKind
from placeplan_web.programme.operations.risk import add_score

pytestmark = pytest.mark.django_db
KENT = "/programme/system-transformation-2019/heat-map/"
OURS = "/programme/ours/heat-map/"


def read(client, url, **query):
    response = client.get(url, query)
    assert response.status_code == 200
    return response.content.decode()


def score(risk, impact, likelihood, *, on=date(2019, 7, 1), kind=ScoreKind.CURRENT):
    return add_score(
        by="tests",
        risk=risk,
        kind=kind,
        impact=impact,
        likelihood=likelihood,
        reason="reviewed",
        scored_on=on,
        at=datetime(2020, 6, 1, tzinfo=UTC),
    )


def find_cell(page, row, column):
    """Give the words of a cell by the words of its headers."""
    table = page.split('class="pp-heat"')[1].split("</table>")[0]
    heads = [
        " ".join(each.split()) for each in re.findall(r'scope="col">(.*?)</th>', table)
    ]
    line = next(part for part in table.split("<tr>") if f">{row}</th>" in part)
    cell = line.split("<td")[heads.index(column)]
    return " ".join(re.sub(r"<[^>]*>", " ", f"<{cell}").split())


@pytest.fixture
def programme(db):
    return make.ProgrammeFactory(is_open=True, slug="ours", name="Ours")


def test_papers_give_no_scores_and_none_is_made_up(client, loaded):
    page = read(client, KENT, as_at="2019-10-31")

    assert "15 risks, none has a score: the papers give none." in page
    assert find_cell(page, "Catastrophic (5)", "Almost certain (5)") == (
        "25 Extreme none"
    )
    assert len(re.findall(r"<li><a href=[^>]*>RSK-\d+", page)) == 15


def test_cell_says_score_grade_and_who_stands_in_it(client, programme):
    first = make.RiskFactory(programme=programme, reference="RSK-01", title="Money")
    second = make.RiskFactory(programme=programme, reference="RSK-02", title="People")
    score(first, 2, 4)
    score(second, 2, 3)

    page = read(client, OURS)

    assert find_cell(page, "Minor (2)", "Likely (4)") == "8 High 1 risk RSK-01 Money"
    assert find_cell(page, "Minor (2)", "Possible (3)") == (
        "6 Moderate 1 risk RSK-02 People"
    )
    assert find_cell(page, "Major (4)", "Minor (2)".replace("Minor", "Unlikely")) == (
        "8 High none"
    )
    assert "2 risks: 1 high and 1 moderate." in page


def test_each_kind_of_score_has_a_map_of_its_own(client, programme):
    risk = make.RiskFactory(programme=programme, reference="RSK-01", title="Money")
    score(risk, 4, 4, kind=ScoreKind.INHERENT)
    score(risk, 4, 2, kind=ScoreKind.TARGET)

    inherent = read(client, OURS, kind="inherent")
    target = read(client, OURS, kind="target")
    current = read(client, OURS, kind="nonsense")

    assert find_cell(inherent, "Major (4)", "Likely (4)") == (
        "16 Extreme 1 risk RSK-01 Money"
    )
    assert (
        find_cell(target, "Major (4)", "Unlikely (2)") == "8 High 1 risk RSK-01 Money"
    )
    assert "1 risk, none has a score." in current


def test_file_has_a_row_for_every_open_risk(client, programme):
    score(make.RiskFactory(programme=programme, reference="RSK-01"), 3, 5)
    make.RiskFactory(programme=programme, reference="RSK-02")
    make.RiskFactory(
        programme=programme,
        reference="RSK-03",
        closed_on=date(2019, 7, 1),
        closed_reason="over",
    )

    answer = read(client, "/programme/ours/heat-map.csv")
    rows = list(csv.DictReader(io.StringIO(answer)))

    assert [(row["risk"], row["score"], row["grade"]) for row in rows] == [
        ("RSK-01", "15", "Extreme"),
        ("RSK-02", "", "no score"),
    ]


def test_fall_of_a_score_stands_beside_the_milestone_that_was_reached(
    client, programme
):
    risk = make.RiskFactory(programme=programme, reference="RSK-01", title="Money")
    milestone = make.MilestoneFactory(
        programme=programme, reference="MS-01", finished_on=date(2019, 7, 31)
    )
    make.MitigationFactory(
        programme=programme,
        risk=risk,
        milestone=milestone,
        reference="MIT-01",
        title="meet the boards",
    )
    score(risk, 4, 4, on=date(2019, 7, 1))
    score(risk, 4, 2, on=date(2019, 9, 1))
    address = "/programme/ours/risks/RSK-01/history/"

    after = say(client.get(address, {"as_at": "2019-10-01"}))
    between = say(client.get(address, {"as_at": "2019-08-10"}))

    fell = "The score fell when it was finished: 16 on 1 July 2019, 8 on 1 September"
    assert fell in after
    assert "RSK-01 stands at 8, high, down from 16 on 1 July 2019 (2 scores)." in after
    assert fell not in between
    assert "The risk was not scored again since it was finished" in between
    assert "MIT-01 finished" in after


def test_risk_without_scores_has_words_and_no_picture(client, loaded):
    page = read(client, "/programme/system-transformation-2019/risks/RSK-01/history/")

    assert "RSK-01 has no score: the papers give none." in page
    assert "Picture of the scores" not in page
    assert client.get("/programme/ours/risks/RSK-99/history/").status_code == 404


@pytest.mark.parametrize("address", [OURS, "/programme/ours/risks/RSK-01/history/"])
def test_page_asks_as_often_for_three_as_for_one(client, programme, address):
    risk = make.RiskFactory(programme=programme, reference="RSK-01")

    def add(on):
        score(make.RiskFactory(programme=programme), 2, 2)
        score(risk, 3, 2, on=on)
        make.MitigationFactory(programme=programme, risk=risk)

    def count():
        with CaptureQueriesContext(connection) as queries:
            read(client, address)
        return len(queries)

    add(date(2019, 7, 1))
    one = count()
    add(date(2019, 7, 2))
    add(date(2019, 7, 3))

    assert count() == one
