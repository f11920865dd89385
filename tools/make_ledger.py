"""Write the ledger of the example: plan and actual by month, savings, control totals.

    python tools/make_ledger.py [--out examples/kent-medway]

The actual of 2015/16 ties to the published outturn of each organisation to the penny.
Everything else follows the rules of ``ledger_figures.yaml`` and is illustrative. Run it
again whenever activity, prices, people or outturn of the example change.
"""

import argparse
import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import yaml

from ledger_contract import count_people, value_contracts, value_elsewhere
from ledger_series import Calendar
from ledger_year import Known, LedgerYear

FIGURES = Path(__file__).with_name("ledger_figures.yaml")
TIED = ("money-ledger-2015", "calibrated")
ASSUMED = ("money-ledger-assumed", "illustrative")
Row = tuple[object, ...]
Figures = Mapping[str, Any]


def make_years(out: Path, figures: Figures) -> tuple[LedgerYear, LedgerYear]:
    """Make the year that is over, and the year after it as far as it is booked."""
    first, second = figures["years"]["outturn"], figures["years"]["plan"]
    outturn = read_outturn(out, first)
    contracts = value_contracts(out, figures)
    elsewhere = value_elsewhere(out, figures, contracts)
    people = count_people(out, first)
    uplift, growth = 1 + figures["uplift_share"], 1 + figures["cost_growth_share"]
    a_head = {
        (body, line): each * heads * 100
        for body, heads in people.items()
        for line, each in figures["commissioner_pounds_a_head"].items()
    }
    before = LedgerYear(
        figures,
        Calendar(figures, first, 0, 12),
        Known(
            {key: pounds * 100 / uplift for key, pounds in contracts.items()},
            {key: pounds * 100 / uplift for key, pounds in elsewhere.items()},
            a_head,
            plan_positions(figures, first, outturn),
            outturn,
        ),
    )
    costs = [*figures["cost_shares"]["acute"]]
    after = LedgerYear(
        figures,
        Calendar(figures, second, 12, figures["years"]["closed_months"]),
        Known(
            {key: pounds * 100 for key, pounds in contracts.items()},
            {key: pounds * 100 for key, pounds in elsewhere.items()},
            {key: pence * growth for key, pence in a_head.items()},
            plan_positions(figures, second, outturn),
            {},
            {
                provider: before.total(provider, "actual", dict.fromkeys(costs))
                for provider in figures["providers"]
            },
        ),
    )
    return before, after


def read_outturn(out: Path, year: int) -> dict[str, int]:
    """Read the published outturn of a year, in pence."""
    rows = pl.read_csv(out / "money/outturn.csv").filter(pl.col("year") == year)
    pairs = rows.select("organisation", "value_pounds").iter_rows()
    return {organisation: round(pounds * 100) for organisation, pounds in pairs}


def plan_positions(
    figures: Figures, year: int, outturn: Mapping[str, int]
) -> dict[str, int]:
    """Say what each body plans: part of its deficit, or the surplus that it had."""
    share = figures["planned_share_of_deficit"][year]
    return {
        body: round(pence * share) if pence < 0 else pence
        for body, pence in outturn.items()
    }


def list_lines(figures: Figures) -> Iterator[Row]:
    for place, (line, each) in enumerate(figures["lines"].items(), 1):
        name, side, pod, fund = (*each, None, None)[:4]
        yield (line, name, side, pod, fund, place, *ASSUMED)


def list_values(year: LedgerYear, figures: Figures) -> Iterator[Row]:
    for each in year.values:
        for basis in ("plan", "actual"):
            for month, pence in enumerate(getattr(each, basis)):
                if each.line == "one-off-income" and not pence:
                    continue
                yield (
                    each.organisation,
                    each.line,
                    say_month(year.calendar.year, month),
                    basis,
                    each.recurrent,
                    each.counterparty,
                    say_pounds(pence),
                    *prove(year, basis),
                )
    if year.calendar.year == figures["years"]["plan"]:
        yield from list_fund(year, figures)


def list_fund(year: LedgerYear, figures: Figures) -> Iterator[Row]:
    """Plan the fund by quarter, at its end; book the quarters that are over."""
    for body, millions in figures["fund_millions"].items():
        quarter = millions * 1e6 / 4
        paid = [quarter * share for share in figures["fund_actual_share"]]
        for basis, amounts in (("plan", [quarter] * 4), ("actual", paid)):
            for at, pounds in enumerate(amounts):
                month = say_month(year.calendar.year, 3 * at + 2)
                amount = say_pounds(round(pounds * 100))
                yield (body, "stf-income", month, basis, "no", None, amount, *ASSUMED)


def list_savings(year: LedgerYear) -> Iterator[Row]:
    for scheme, each in year.savings:
        for basis in ("plan", "actual"):
            for month, pence in enumerate(getattr(each, basis)):
                yield (
                    each.organisation,
                    scheme["id"],
                    scheme["name"],
                    say_month(year.calendar.year, month),
                    basis,
                    each.recurrent,
                    say_pounds(pence),
                    *ASSUMED,
                )


def list_control_totals(year: LedgerYear) -> Iterator[Row]:
    for body, pence in year.known.planned.items():
        yield (year.calendar.year, body, say_pounds(pence), *ASSUMED)


def list_changes(year: LedgerYear, figures: Figures) -> Iterator[Row]:
    for each in figures["changes"]:
        for body, pounds in each["pounds"].items():
            amount = say_pounds(pounds * 100)
            start = year.calendar.year
            yield (each["change"], each["agreed_on"], start, body, amount, *ASSUMED)


def prove(year: LedgerYear, basis: str) -> tuple[str, str]:
    """Say what a value rests on: only a year that is over ties to its outturn."""
    return TIED if year.known.outturn and basis == "actual" else ASSUMED


def say_month(year: int, month: int) -> str:
    return str(date(year + (month + 3) // 12, (month + 3) % 12 + 1, 1))


def say_pounds(pence: int) -> str:
    sign = "-" if pence < 0 else ""
    return f"{sign}{abs(pence) // 100}.{abs(pence) % 100:02d}"


def write_table(path: Path, header: str, rows: Iterable[Row]) -> None:
    kept = [*rows]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*header.split(), "source", "status"])
        writer.writerows(kept)
    print(f"{path.name}: {len(kept)} rows")


def write_tables(out: Path, money: Path, figures: Figures) -> list[str]:
    """Make every table of the ledger from a plan folder; give their file names."""
    years = make_years(out, figures)
    after = years[-1]
    tables: dict[str, tuple[str, Iterator[Row]]] = {
        "ledger_lines": ("line name side pod fund place_in_list", list_lines(figures)),
        "ledger_values": (
            "organisation line month basis recurrent counterparty value_pounds",
            (row for year in years for row in list_values(year, figures)),
        ),
        "ledger_savings": (
            "organisation scheme name month basis recurrent value_pounds",
            (row for year in years for row in list_savings(year)),
        ),
        "control_totals": (
            "year organisation value_pounds",
            list_control_totals(after),
        ),
        "control_total_changes": (
            "change agreed_on year organisation value_pounds",
            list_changes(after, figures),
        ),
    }
    for name, (header, rows) in tables.items():
        write_table(money / f"{name}.csv", header, rows)
    return [f"{name}.csv" for name in tables]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("examples/kent-medway"))
    out = parser.parse_args().out
    figures = yaml.safe_load(FIGURES.read_text(encoding="utf-8"))
    write_tables(out, out / "money", figures)


if __name__ == "__main__":
    main()
