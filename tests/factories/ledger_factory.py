"""The ledger of a tiny system: two trusts, a year of plans, half a year of actuals."""

from factories.plan_folder import make_tables, write_plan_folder

FIRST_HALF = [f"2016-{at:02}-01" for at in range(4, 10)]
YEAR = [*FIRST_HALF, *(f"2016-{at:02}-01" for at in (10, 11, 12))] + [
    f"2017-{at:02}-01" for at in (1, 2, 3)
]
LINES = {
    "care": ("Care under contract", "income", "emergency_spell", ""),
    "fund": ("Money of the fund", "income", "", "stf"),
    "staff": ("Staff", "pay", "", ""),
    "supplies": ("Supplies", "non_pay", "", ""),
}
PLANNED = {"care": 1000, "fund": 50, "staff": 700, "supplies": 320}
"""Pounds a month that each trust plans; so 20 short a month before the fund."""
BOOKED = {"east-trust": {"staff": 690}, "west-trust": {"staff": 740}}
"""Pounds a month where actuals differ from the plan."""
BETWEEN = "supplies"
"""East buys 20 of its supplies a month from West, which books 20 of care."""


def make_line(line, *, side="income", pod=""):
    """Give a line of the ledger that is no money of a fund."""
    at = list(LINES).index(line) + 1
    return {
        "line": line,
        "name": LINES[line][0],
        "side": side,
        "pod": pod,
        "fund": "",
        "place_in_list": at,
    }


def make_value(organisation, line, month, basis, pounds, *, with_whom="", lasts="yes"):
    """Give a row of the ledger."""
    return {
        "organisation": organisation,
        "line": line,
        "month": month,
        "basis": basis,
        "recurrent": lasts,
        "counterparty": with_whom,
        "value_pounds": pounds,
    }


def make_values():
    """Give the rows of both trusts, planned and booked."""
    rows = []
    for trust, other, line in (
        ("east-trust", "west-trust", "supplies"),
        ("west-trust", "east-trust", "care"),
    ):
        for basis, months in (("plan", YEAR), ("actual", FIRST_HALF)):
            booked = BOOKED[trust] if basis == "actual" else {}
            for month in months:
                rows += [
                    make_value(trust, each, month, basis, pounds - 20 * (each == line))
                    for each, pounds in {**PLANNED, **booked}.items()
                ]
                rows.append(make_value(trust, line, month, basis, 20, with_whom=other))
    one_off = make_value("west-trust", "care", "2016-06-01", "actual", 30, lasts="no")
    return [*rows, one_off]


def make_savings():
    """Give one scheme of East, most of which is planned for the end of the year."""
    planned = dict.fromkeys(YEAR[:9], 10) | dict.fromkeys(YEAR[9:], 70)
    rows = [("plan", month, pounds) for month, pounds in planned.items()]
    rows += [("actual", month, 5) for month in FIRST_HALF]
    return [
        {
            "organisation": "east-trust",
            "scheme": "rota",
            "name": "Rotas made together",
            "month": month,
            "basis": basis,
            "recurrent": "yes",
            "value_pounds": pounds,
        }
        for basis, month, pounds in rows
    ]


def make_ledger_tables(**changed):
    """Give rows of every table of the ledger, some changed; None leaves one out."""
    tables = {
        "ledger_lines": [
            {
                "line": line,
                "name": name,
                "side": side,
                "pod": pod,
                "fund": fund,
                "place_in_list": at,
            }
            for at, (line, (name, side, pod, fund)) in enumerate(LINES.items(), 1)
        ],
        "ledger_values": make_values(),
        "ledger_savings": make_savings(),
        "control_totals": [
            {"year": 2016, "organisation": trust, "value_pounds": -240}
            for trust in ("east-trust", "west-trust")
        ],
        "control_total_changes": [
            {
                "change": "first",
                "agreed_on": "2016-07-29",
                "year": 2016,
                "organisation": trust,
                "value_pounds": pounds,
            }
            for trust, pounds in (("east-trust", 40), ("west-trust", -40))
        ],
    }
    wanted = {**tables, **changed}
    return {name: rows for name, rows in wanted.items() if rows is not None}


def write_ledger(folder, **changed):
    """Write a plan folder with a ledger and give its path."""
    return write_plan_folder(
        folder, tables=make_tables() | make_ledger_tables(**changed)
    )
