"""The page of a forecast: three methods beside each other, and the savings."""

import csv
import io

import pytest

from factories.ledger_factory import make_value, make_values, write_ledger
from factories.page_words import (
    find_finding,
    list_rows,
    read_page,
    say,
    strip_marks,
)
from placeplan_web.money.operations.load import load_ledger

pytestmark = pytest.mark.django_db
PAGE = "/money/forecast/"
METHODS = "How the year ends by each method"
ENDS = "How the year ends for each organisation"
SAVINGS = (
    "Savings are back-loaded. To meet the plan East Trust must save £45 a month from "
    "October, 9 times the £5 a month it has saved so far; 70 % of the year's savings "
    "are planned for the last quarter, where an even year would have 25 %."
)


def test_back_loaded_savings_are_told_in_a_sentence(book, client):
    # planned 9 x 10 + 3 x 70 = 300, made 30: (300 − 30) / 6 = 45; 210 of 300 are late
    assert SAVINGS in say(client.get(PAGE, {"organisation": "east-trust"}))


def test_finding_says_how_the_year_may_end(book, client):
    page = read_page(client, PAGE, organisation="east-trust")

    # planned savings that fail: 200 short were agreed
    assert find_finding(page).startswith("East Trust may end 2016/17 £")
    assert find_finding(page).endswith("its control total. Savings are back-loaded.")


def test_three_methods_stand_beside_each_other(book, client):
    rows = list_rows(read_page(client, PAGE), METHODS)

    assert [row[0] for row in rows] == ["Straight line", "Seasonal", "Probabilistic"]
    # −390 to date, −65 a month; the plan ends at −480, as does the control total
    assert rows[0][2:] == ["−£780", "£300 worse", "£300 worse", "no range"]
    assert rows[2][5].count(" to ") == 1


def test_each_organisation_is_forecast_by_each_method(book, client):
    rows = list_rows(read_page(client, PAGE), ENDS)

    assert [row[:5] for row in rows] == [
        ["East Trust", "−£60", "−£10", "−£240", "−£120"],
        ["West Trust", "−£330", "−£55", "−£240", "−£660"],
    ]


def test_a_forecast_is_asked_as_of_a_month_gone_by(book, client):
    page = read_page(client, PAGE, month="2016-05")

    # −70 a month in April and May, before the one-off income of June
    assert list_rows(page, METHODS)[0][2] == "−£840"
    assert "By the end of May 2016 the system stood at −£140" in strip_marks(page)


def test_methods_are_held_against_the_year_before_where_it_is_over(tmp_path, client):
    # staff of 5 a month for six months and 7 a month after: 72, of which 30 by month 6
    before = [
        make_value("east-trust", "staff", f"{year}-{month:02}-01", "actual", pounds)
        for year, month, pounds in (
            *((2015, month, 5) for month in range(4, 10)),
            *((2015, month, 7) for month in (10, 11, 12)),
            *((2016, month, 7) for month in (1, 2, 3)),
        )
    ]
    folder = write_ledger(tmp_path, ledger_values=[*make_values(), *before])
    load_ledger(folder=folder, by="command")
    tried = "Each method held against the year before"

    page = read_page(client, PAGE, organisation="east-trust")

    assert "What each method would have said of 2015/16 after 6 months" in strip_marks(
        page
    )
    assert list_rows(page, tried) == [
        ["Straight line", "−£60", "−£72", "£12 too hopeful", "no range"],
        ["Seasonal", "−£60", "−£72", "£12 too hopeful", "no range"],
        ["Probabilistic", "−£60", "−£72", "£12 too hopeful", "no"],
    ]
    west = read_page(client, PAGE, organisation="west-trust")
    assert "What each method would have said" not in strip_marks(west)


def test_methods_of_a_year_without_one_before_are_not_tried(book, client):
    assert "What each method would have said" not in say(client.get(PAGE))


def test_a_year_without_plan_or_total_says_so(tmp_path, client):
    values = [row for row in make_values() if row["basis"] == "actual"]
    folder = write_ledger(
        tmp_path, ledger_values=values, control_totals=None, control_total_changes=None
    )
    load_ledger(folder=folder, by="command")

    rows = list_rows(read_page(client, PAGE), METHODS)

    assert rows[0][2:] == ["−£780", "no plan", "none agreed", "no range"]


def test_without_a_ledger_the_page_says_what_would_be_there(db, client):
    assert "How the year will end would stand here." in say(client.get(PAGE))
    assert client.get(f"{PAGE}forecast.svg").status_code == 404


@pytest.mark.parametrize("figure", ["forecast", "savings"])
@pytest.mark.parametrize("screen", ["", "phone"])
def test_pictures_are_drawn_for_desk_and_phone(figure, screen, book, client):
    response = client.get(f"{PAGE}{figure}.svg", {"for": screen})
    assert response.headers["Content-Type"] == "image/svg+xml"


def test_savings_are_not_drawn_where_none_are_planned(book, client):
    query = {"organisation": "west-trust"}
    assert client.get(f"{PAGE}savings.svg", query).status_code == 404
    assert client.get(PAGE, {"organisation": "north-trust"}).status_code == 404


def test_files_hold_every_organisation_and_method(book, client):
    response = client.get(f"{PAGE}ends.csv")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))

    ends = {
        (row["organisation"], row["asked_method"]): row["forecast_pounds"]
        for row in rows
    }
    assert len(ends) == 6
    assert ends["west-trust", "straight_line"] == "-660.0"
    assert client.get(f"{PAGE}no-such.csv").status_code == 404
