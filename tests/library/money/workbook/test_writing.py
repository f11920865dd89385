"""The workbook that goes out: amounts to fill in, and a formula for every total."""

from datetime import date

import pytest

from factories.ledger_workbook import (
    BOTH_SIDES,
    NAMES,
    TOTALS,
    find_cell,
    find_total,
    make_full_ledger,
    open_book,
)
from factories.small_ledger import APRIL, MARCH, MAY, VALUES
from placeplan.errors import InputError, UnknownNameError
from placeplan.money.ledger.position import find_position
from placeplan.money.ledger.statement import compare_with_control_totals
from placeplan.money.ledger.system import find_system_position
from placeplan.money.workbook import write_ledger_workbook

LEDGER = make_full_ledger()
CONTENT = write_ledger_workbook(LEDGER, year=2016, names=NAMES, notes=("Made up.",))
FORMULAS, VALUES_SHOWN = open_book(CONTENT), open_book(CONTENT, values=True)
MONTHS = [APRIL, MAY, date(2016, 9, 1), MARCH]
TABS = [
    *("Read me", "Position", "System", "Between members"),
    *("Control totals", "Savings", "group", "trust"),
]


def test_workbook_has_its_sheets_in_order():
    assert FORMULAS.sheetnames == TABS


def test_first_sheet_says_what_the_others_are_about():
    page = FORMULAS["Read me"]
    facts = [(page.cell(row, 1).value, page.cell(row, 2).value) for row in (3, 4, 5)]
    assert facts == [
        ("Financial year", "2016/17"),
        ("To date means up to", "May 2016"),
        ("All members are here", "yes"),
    ]
    assert "Made up." in [cell.value for cell in page["A"]]


def test_amount_stands_in_an_unlocked_cell_to_the_penny():
    cell = find_cell(
        FORMULAS["trust"], "contract", "actual", "May 2016", partner="group"
    )
    assert (cell.value, cell.protection.locked) == (107.95, False)
    assert cell.number_format == "#,##0.00;[Red]-#,##0.00"


def test_month_without_an_amount_is_an_empty_cell_to_fill_in():
    cell = find_cell(
        FORMULAS["trust"], "contract", "actual", "Jun 2016", partner="group"
    )
    assert (cell.value, cell.protection.locked) == (None, False)


def test_line_that_nobody_used_has_a_row_too():
    assert find_cell(FORMULAS["group"], "nurses", "plan", "Apr 2016").value is None


@pytest.mark.parametrize(
    ("name", "heading", "formula"),
    [
        ("Income", "Apr 2016", "=SUM(H7:H8)"),
        ("Income", "Year 2016/17", "=SUM(T7:T8)"),
        ("Surplus, or deficit when negative", "May 2016", "=I9-I12-I14"),
        ("Money of funds in it", "May 2016", "=I8"),
        ("Non-pay", "To May 2016", "=U13"),
        ("Surplus or deficit before money of funds", "May 2016", "=I15-I16"),
    ],
)
def test_every_total_is_a_formula_that_can_be_followed(name, heading, formula):
    cell = find_total(FORMULAS["trust"], name, "plan", heading)
    assert (cell.value, cell.protection.locked) == (formula, True)


def test_line_is_added_up_for_the_year_and_to_date():
    row = find_cell(
        FORMULAS["trust"], "contract", "plan", "Apr 2016", partner="group"
    ).row
    page = FORMULAS["trust"]
    assert page.cell(row, 20).value == f"=SUM(H{row}:S{row})"
    assert page.cell(row, 21).value == f"=SUM(H{row}:I{row})"


@pytest.mark.parametrize("basis", ["plan", "actual"])
@pytest.mark.parametrize("through", [APRIL, MAY, None])
@pytest.mark.parametrize("body", ["trust", "group"])
def test_totals_shown_are_those_of_the_position(body, through, basis):
    content = write_ledger_workbook(LEDGER, year=2016, through=through or MAY)
    page = open_book(content, values=True)[body]
    heading = f"To {through:%b %Y}" if through else "Year 2016/17"
    found = find_position(LEDGER, year=2016, through=through, bodies=[body])
    by_side = dict(found.select("side", f"{basis}_pence").rows())

    for side, name in {
        "income": "Income",
        "pay": "Pay",
        "non_pay": "Non-pay",
        "surplus": "Surplus, or deficit when negative",
    }.items():
        shown = find_total(page, name, basis, heading).value
        assert round(shown * 100) == by_side.get(side, 0), side


@pytest.mark.parametrize("through", MONTHS)
def test_position_shown_is_that_of_the_library(through):
    content = write_ledger_workbook(LEDGER, year=2016, names=NAMES, through=through)
    found = compare_with_control_totals(LEDGER, year=2016, through=through)

    wanted = ("control_total", "plan_to_date", "control_total_to_date")
    columns = [f"{each}_pence" for each in (*wanted, "actual_to_date", "difference")]
    rows = {row[0]: row[1:] for row in found.select("organisation", *columns).rows()}
    page = open_book(content, values=True)["Position"]
    assert rows == {
        page.cell(row, 1).value: tuple(
            round(page.cell(row, column).value * 100) for column in (3, 7, 8, 9, 10)
        )
        for row in (7, 8)
    }


def test_position_can_be_followed_by_hand():
    page = FORMULAS["Position"]
    assert [cell.value for cell in page[8]] == [
        "trust",
        NAMES["trust"],
        "='Control totals'!E6",
        "='trust'!T17",
        "=C8-D8",
        "=(INT(ROUND(E8*100,0)*2/12+0.5)-IF(MOD(ROUND(E8*100,0)*2/12,2)=0.5,1,0))/100",
        "='trust'!U17",
        "=G8+F8",
        "='trust'!U29",
        "=I8-H8",
    ]
    assert page["J9"].value == "=SUM(J7:J8)"


def test_member_without_a_control_total_is_held_against_none():
    ledger = make_full_ledger(totals=[], changes=[])
    content = write_ledger_workbook(ledger, year=2016)
    row = [cell.value for cell in open_book(content)["Position"][7]]
    assert row[2:7] == [None, "='group'!T17", None, None, "='group'!U17"]


def test_control_total_of_who_booked_nothing_counts_too():
    totals = [*TOTALS, (2016, "new", 7.0)]
    content = write_ledger_workbook(make_full_ledger(totals=totals), year=2016)
    row = [cell.value for cell in open_book(content)["Position"][8]]
    assert row[:5] == ["new", "new", "='Control totals'!E6", "=0", "=C8-D8"]


@pytest.mark.parametrize("through", MONTHS)
@pytest.mark.parametrize("more", [[], BOTH_SIDES], ids=["agreed", "differing"])
def test_system_shown_is_that_of_the_library(more, through):
    ledger = make_full_ledger(values=[*VALUES, *more])
    content = write_ledger_workbook(ledger, year=2016, through=through)
    sides = find_system_position(ledger, year=2016, through=through).sides
    page = open_book(content, values=True)["System"]
    for basis, top in (("plan", 11), ("actual", 23)):
        wanted = ("members_{}_pence", "eliminated_{}_pence", "{}_pence")
        columns = [each.format(basis) for each in wanted]
        shown = [
            tuple(
                round(page.cell(row, at).value * sign)
                for at, sign in ((4, 100), (5, -100), (6, 100))
            )
            for row in range(top + 1, top + 5)
        ]
        assert shown == sides.select(columns).rows()


def test_eliminations_can_be_followed_by_hand():
    page = FORMULAS["Between members"]
    assert [cell.value for cell in page[20]] == [
        "trust",
        "group",
        "='trust'!U19",
        "=0",
        "='group'!U25",
        "=IF(SIGN(C20)<>SIGN(D20+E20),0,SIGN(C20)*MIN(ABS(C20),ABS(D20+E20)))",
        "=IF(ROUND(F20-D20-E20,2)=0,E20,MIN(MAX(F20,MIN(E20,0)),MAX(E20,0)))",
        "=F20-G20",
        "=C20-D20-E20",
    ]
    assert VALUES_SHOWN["Between members"]["I20"].value == -0.05
    assert FORMULAS["System"]["E24"].value == "=-'Between members'!F21"


def test_savings_stand_by_scheme_and_add_up_by_basis():
    page = FORMULAS["Savings"]
    rows = [[cell.value for cell in row] for row in page["A5:G9"]]
    assert rows == [
        ["trust", "rota", "Rotas", "yes", "plan", 3.5, None],
        ["trust", "rota", "Rotas", "yes", "actual", None, 2.25],
        [None] * 7,
        [None, None, "Savings of all", None, "plan", "=F5", "=G5"],
        [None, None, "Savings of all", None, "actual", "=F6", "=G6"],
    ]


def test_control_totals_show_what_was_set_and_each_agreed_change():
    page = FORMULAS["Control totals"]
    rows = [[cell.value for cell in row] for row in page["A4:E7"]]
    assert rows == [
        ["Organisation", "Name", "Set", "swap", "Holds now"],
        ["group", NAMES["group"], 50.5, -1.25, "=SUM(C5:D5)"],
        ["trust", NAMES["trust"], 25, 1.25, "=SUM(C6:D6)"],
        [None, "Sum", "=SUM(C5:C6)", "=SUM(D5:D6)", "=SUM(E5:E6)"],
    ]


def test_workbook_of_one_member_has_no_sheet_of_the_system():
    content = write_ledger_workbook(LEDGER, year=2016, bodies=["trust"])
    book = open_book(content)
    assert book.sheetnames == [*TABS[:2], *TABS[4:6], "trust"]
    assert [cell.value for cell in book["Control totals"]["A"]][3:] == [
        "Organisation",
        "trust",
        None,
    ]


def test_ledger_without_actuals_counts_april_to_date():
    values = [row for row in VALUES if row[3] == "plan"]
    content = write_ledger_workbook(make_full_ledger(values=values), year=2016)
    assert open_book(content)["Read me"]["B4"].value == "Apr 2016"


def test_same_ledger_makes_the_same_bytes():
    again = write_ledger_workbook(
        make_full_ledger(shift=3), year=2016, names=NAMES, notes=("Made up.",)
    )
    assert again == CONTENT


@pytest.mark.parametrize(
    "asked", [{"year": 2015}, {"year": 2016, "bodies": ["nobody"]}]
)
def test_year_or_member_that_the_ledger_lacks_is_refused(asked):
    with pytest.raises(UnknownNameError):
        write_ledger_workbook(LEDGER, **asked)


def test_amount_that_a_spreadsheet_would_round_is_refused():
    large = ("trust", "nurses", MAY, "plan", True, None, 2e13)
    ledger = make_full_ledger(values=[*VALUES[:7], *VALUES[8:], large])
    with pytest.raises(InputError) as caught:
        write_ledger_workbook(ledger, year=2016)
    assert [str(fault) for fault in caught.value.faults] == [
        (
            "ledger_values, trust, nurses, 2016-05: expected at most "
            "9,999,999,999,999.99 pounds, found 20,000,000,000,000.00. "
            "Correct the amount."
        )
    ]


def test_ledger_larger_than_what_can_be_sent_back_is_refused():
    many = [(f"body-{at}", *VALUES[0][1:]) for at in range(60)]
    with pytest.raises(InputError) as caught:
        write_ledger_workbook(make_full_ledger(values=many), year=2016)
    (fault,) = caught.value.faults
    assert (fault.expected, fault.found) == ("at most 64 sheets", "66")


def test_ledger_of_more_rows_than_can_be_sent_back_is_refused():
    lines = [(f"line-{at}", "Line", "pay", None, None, at + 1) for at in range(1000)]
    values = [
        (f"body-{at}", "line-0", APRIL, "plan", True, None, 1.0) for at in range(11)
    ]
    with pytest.raises(InputError) as caught:
        write_ledger_workbook(make_full_ledger(lines=lines, values=values), year=2016)
    (fault,) = caught.value.faults
    assert fault.expected == "at most 20,000 rows"


def test_sheet_larger_than_what_can_be_sent_back_is_refused():
    lines = [(f"line-{at}", "Line", "pay", None, None, at + 1) for at in range(2500)]
    values = [("trust", "line-0", APRIL, "plan", True, None, 1.0)]
    ledger = make_full_ledger(lines=lines, values=values)
    with pytest.raises(InputError) as caught:
        write_ledger_workbook(ledger, year=2016)
    (fault,) = caught.value.faults
    assert (fault.where, fault.expected) == (
        "sheet 'trust'",
        "at most 50,000 cells",
    )
