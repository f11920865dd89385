"""The page of a position: what its reader finds, and takes away."""

import csv
import io
from datetime import date

import openpyxl
import pytest
from django.utils import timezone

from factories.ledger_factory import (
    YEAR,
    make_line,
    make_value,
    make_values,
    write_ledger,
)
from factories.page_words import (
    find_finding,
    list_rows,
    read_page,
    say,
    strip_marks,
)
from placeplan_web.money.models import Cell
from placeplan_web.money.operations.change import CellChange, make_change
from placeplan_web.money.operations.load import load_ledger
from placeplan_web.money.queries.book import find_book
from placeplan_web.money.views import drawing

pytestmark = pytest.mark.django_db
PAGE = "/money/position/"
OF_WEST = f"{PAGE}west-trust/"
STRAIGHT = {"method": "straight_line"}
MEMBERS = "Position by organisation, before money of a fund"
SIDES = "Income, pay and non-pay to date"
LINES = "Lines of the ledger to date"
LINES_OF_COST = [make_line("staff", side="pay"), make_line("supplies", side="non_pay")]


def read_rows(client, address, **query):
    response = client.get(address, query)
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_finding_says_where_the_system_stands_and_will_end(book, client):
    page = read_page(client, PAGE, **STRAIGHT)

    assert find_finding(page) == (
        "The system of 2 organisations is £390 short by the end of September 2016, "
        "£150 worse than planned; it is forecast to end 2016/17 £780 short against a "
        "control total of £480 short."
    )


def test_the_statement_says_which_turnover_it_is_a_share_of(book, client):
    """To date −100 and −140 must be met: half of what is asked beyond the plan."""
    system, west = say(client.get(PAGE)), say(client.get(OF_WEST))

    assert (
        "The system of 2 organisations is £150 short of its control total to date, "
        "1.26 % of turnover (income to date without money of funds, less what members "
        "pay each other, £11,910): −£390 against −£240."
    ) in system
    assert (
        "West Trust is £190 short of its control total to date, 3.15 % of turnover "
        "(its own income to date without money of funds, £6,030): −£330 against −£140."
    ) in west


def test_each_organisation_stands_against_its_control_total(book, client):
    rows = list_rows(read_page(client, PAGE, **STRAIGHT), MEMBERS)

    assert rows == [
        [
            *("East Trust", "−£120", "−£60", "£60 better"),
            *("−£200", "−£120", "£80 better", "illustrative"),
        ],
        [
            *("West Trust", "−£120", "−£330", "£210 worse"),
            *("−£280", "−£660", "£380 worse", "illustrative"),
        ],
    ]


def test_what_members_pay_each_other_is_taken_out_of_the_system(book, client):
    rows = list_rows(read_page(client, PAGE), SIDES)

    # 2 x (1,000 + 50) x 6 + 30 once; East buys 20 a month of West
    assert rows[0] == [
        *("Income", "£12,630", "£120", "£12,510", "£12,480", "£30 better", "£30"),
        "illustrative",
    ]
    assert rows[3] == [
        *("Surplus or deficit", "£210", "£0", "£210", "£360", "£150 worse", "£30"),
        "illustrative",
    ]


def test_members_that_do_not_book_the_same_are_told(tmp_path, client):
    values = [
        {**row, "value_pounds": 25}
        if (row["organisation"], row["counterparty"], row["basis"], row["month"])
        == ("east-trust", "west-trust", "actual", "2016-04-01")
        else row
        for row in make_values()
    ]
    load_ledger(folder=write_ledger(tmp_path, ledger_values=values), by="command")

    words = say(client.get(PAGE))

    assert (
        "Booked: west-trust has £120 of income from east-trust, which has £125 of cost "
        "with west-trust: £5 stays in the cost of the system."
    ) in words


def test_money_of_a_fund_leads_to_what_its_rules_pay(book, client):
    link = '<a href="/money/fund/?year=2016">what would earn the fund</a>'
    assert link in read_page(client, PAGE)


def test_ledger_without_a_fund_leads_to_none(tmp_path, client):
    kept = [row for row in make_values() if row["line"] != "fund"]
    load_ledger(folder=write_ledger(tmp_path, ledger_values=kept), by="command")

    page = read_page(client, PAGE)

    assert "Income, pay and non-pay to date" in page
    assert "/money/fund/" not in page


def test_year_that_is_over_has_an_outturn_and_no_forecast_of_it(tmp_path, client):
    planned = [row for row in make_values() if row["basis"] == "plan"]
    booked = [{**row, "basis": "actual"} for row in planned]
    tables = write_ledger(tmp_path, ledger_values=[*planned, *booked])
    load_ledger(folder=tables, by="command")

    page = read_page(client, PAGE)

    assert ">Outturn</th>" in page
    assert ">Forecast outturn</th>" not in page
    assert "The test is put to the year as it ended, with money of funds" in page


def test_each_line_names_its_activity_and_its_source(book, client):
    rows = list_rows(read_page(client, OF_WEST), LINES)

    paid = ["Income", "Emergency hospital spells"]
    source = "made-up illustrative"
    assert rows[0] == [
        *("Care under contract", *paid, "£6,000", "£6,000", "as planned", source)
    ]
    assert rows[-1] == [
        *("Care under contract non-recurrent", *paid, "£0", "£30", "£30 better", source)
    ]


def test_a_line_that_somebody_changed_leads_to_the_change(book, keeper, client):
    cell = Cell("ledger_values", "west-trust", "staff", date(2016, 4, 1), "actual")
    made = make_change(
        by=keeper, book=book, cells=[CellChange(cell, 0, 74000)], at=timezone.now()
    )

    page = read_page(client, OF_WEST)

    assert f'<a href="/money/changes/{made.public_id}/">change 2</a>' in page


def test_each_test_of_breaking_even_says_why(book, client):
    words = say(client.get(PAGE, STRAIGHT))

    # with money of the fund: −780 + 2 x 50 x 12
    assert (
        "By the test of the year: met The 2 bodies together do break even: £420 over. "
        "In deficit: West Trust is £60 short."
    ) in words
    assert (
        "By the test that came later: not met 1 body does not break even, of 2; each "
        "must. In deficit: West Trust is £60 short."
    ) in words


def test_the_month_and_the_year_are_chosen(book, client):
    page = read_page(client, PAGE, year="2016", month="2016-05", **STRAIGHT)

    assert find_finding(page).startswith(
        "The system of 2 organisations is £140 short by the end of May 2016, "
        "£60 worse than planned;"
    )
    assert 'src="/money/position/months.svg?year=2016&amp;month=2016-05' in page


@pytest.mark.parametrize(
    "query", [{"year": "1999"}, {"month": "2017-03"}, {"method": "no-such"}]
)
def test_what_cannot_be_answered_is_answered_by_the_newest(query, book, client):
    assert find_finding(read_page(client, PAGE, **query)) == find_finding(
        read_page(client, PAGE)
    )


def test_choosing_an_organisation_leads_to_its_page_and_back(book, client):
    there = client.get(PAGE, {"organisation": "west-trust", "year": "2016"})
    back = client.get(OF_WEST, {"organisation": "", "year": "2016"})

    assert (there.status_code, there.url) == (302, f"{OF_WEST}?year=2016")
    assert (back.status_code, back.url) == (302, f"{PAGE}?year=2016")


def test_an_organisation_without_a_ledger_has_no_page(book, client):
    assert client.get(f"{PAGE}north-trust/").status_code == 404


def test_a_past_day_shows_what_was_known_then(book, keeper, client):
    cell = Cell("ledger_values", "west-trust", "staff", date(2016, 4, 1), "actual")
    make_change(
        by=keeper, book=book, cells=[CellChange(cell, 0, 74000)], at=timezone.now()
    )

    then = read_page(client, PAGE, as_at="2019-07-12")
    before = say(client.get(PAGE, {"as_at": "2016-03-01"}))

    assert find_finding(then).startswith("The system of 2 organisations is £390 short")
    assert find_finding(read_page(client, PAGE)).startswith(
        "The system of 2 organisations is £350 over"
    )
    assert "Nothing of the ledger was known by 1 March 2016." in before


def test_without_a_ledger_the_page_says_what_would_be_there(db, client):
    words = say(client.get(PAGE))
    assert (
        "The position of each organisation and of the system would stand here" in words
    )


@pytest.mark.parametrize("address", [PAGE, OF_WEST])
@pytest.mark.parametrize("screen", ["", "phone"])
def test_pictures_are_drawn_for_desk_and_phone(address, screen, book, client):
    response = client.get(f"{address}months.svg", {"for": screen})
    assert response.headers["Content-Type"] == "image/svg+xml"
    assert "Booked" in response.content.decode()


def test_differences_are_drawn_of_the_system_alone(book, client):
    assert client.get(f"{PAGE}differences.svg").status_code == 200
    assert client.get(f"{OF_WEST}differences.svg").status_code == 404
    assert client.get(f"{OF_WEST}members.csv").status_code == 404


def test_files_hold_pounds_to_the_penny(book, client):
    members = read_rows(client, f"{PAGE}members.csv", **STRAIGHT)
    lines = read_rows(client, f"{OF_WEST}lines.csv")
    months = read_rows(client, f"{OF_WEST}months.csv")

    assert [
        (row["organisation"], row["actual_to_date_pounds"], row["forecast_pounds"])
        for row in members
    ] == [("east-trust", "-60.0", "-120.0"), ("west-trust", "-330.0", "-660.0")]
    assert [row["actual_pounds"] for row in lines if row["line"] == "staff"] == [
        "4440.0"
    ]
    assert [row["Booked, £"] for row in months][:3] == ["-60.0", "-60.0", "-30.0"]


def test_a_workbook_says_what_it_holds_above_its_table(book, client):
    response = client.get(f"{PAGE}sides.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    assert sheet["A1"].value == (
        "The system of 2 organisations: income and cost to September 2016"
    )


def test_body_is_kept_until_something_is_written(
    book, keeper, client, django_assert_num_queries
):
    read_page(client, PAGE)

    with django_assert_num_queries(2):  # the newest of the audit and the registry
        read_page(client, PAGE)

    cell = Cell("ledger_values", "west-trust", "staff", date(2016, 4, 1), "actual")
    make_change(
        by=keeper, book=book, cells=[CellChange(cell, 0, 74000)], at=timezone.now()
    )
    assert "£350 over" in read_page(client, PAGE)


def test_a_year_of_which_nothing_is_booked_says_so(tmp_path, client):
    values = [row for row in make_values() if row["basis"] == "plan"]
    load_ledger(folder=write_ledger(tmp_path, ledger_values=values), by="command")

    page = read_page(client, PAGE)

    assert find_finding(page) == (
        "The system of 2 organisations has booked no month of 2016/17."
    )
    assert "The system of 2 organisations has booked no month yet." in strip_marks(page)


def test_what_is_exactly_as_planned_is_said_so(tmp_path, client):
    pounds = {"care": 100, "staff": 60, "supplies": 40}
    values = [
        make_value("east-trust", line, month, basis, amount)
        for basis in ("plan", "actual")
        for month in YEAR
        for line, amount in pounds.items()
    ]
    folder = write_ledger(
        tmp_path,
        ledger_values=values,
        ledger_lines=[make_line("care", pod="district_nurse"), *LINES_OF_COST],
        ledger_savings=None,
        control_totals=None,
        control_total_changes=None,
    )
    load_ledger(folder=folder, by="command")

    page = read_page(client, PAGE)

    assert find_finding(page) == (
        "The system of 1 organisation is exactly even by the end of March 2017, as "
        "planned; it ended 2016/17 exactly even; no control total was agreed."
    )
    assert list_rows(page, LINES)[0][2] == "District nurse"


def test_a_picture_is_drawn_once(book, client, monkeypatch):
    first = client.get(f"{PAGE}months.svg").content
    monkeypatch.setattr(drawing, "draw_figure", None)
    assert client.get(f"{PAGE}months.svg").content == first


def test_page_stays_small(book, client):
    assert len(client.get(PAGE).content) < 200 * 1024
    assert find_book() == book
