"""Write the fund of the example: allocations, control totals met, access results.

    python tools/make_fund.py [--out examples/kent-medway]

A&E is the official monthly series of the plan folder. Everything else follows the rules
of ``fund_figures.yaml`` and is illustrative. Run it again whenever the ledger changes.
"""

import argparse
import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import polars as pl
import yaml

from placeplan.money import Pence, Pounds, to_pence, to_pounds
from placeplan.money.fund import find_phasing
from placeplan.money.share import share_out

FIGURES = Path(__file__).with_name("fund_figures.yaml")
PROOF = ("money-fund-assumed", "illustrative")
PARTS = ("rtt", "ae", "cancer")
QUARTERS = (1, 2, 3, 4)

Row = tuple[object, ...]
Figures = Mapping[str, Any]


def read_year(out: Path, figures: Figures) -> dict[str, Pence]:
    """Read what the ledger plans of the fund for the year, by provider."""
    money = out / "money"
    lines = pl.read_csv(money / "ledger_lines.csv").filter(
        pl.col("fund") == figures["fund"]
    )
    values = pl.read_csv(money / "ledger_values.csv", try_parse_dates=True).filter(
        pl.col("line").is_in(lines["line"].to_list()) & (pl.col("basis") == "plan")
    )
    summed = values.group_by("organisation").agg(pl.col("value_pounds").sum())
    return {
        body: to_pence(Pounds.read(round(pounds, 2)))
        for body, pounds in sorted(summed.iter_rows())
        if body in figures["providers"]
    }


def list_allocations(out: Path, figures: Figures) -> Iterator[Row]:
    """Phase what each provider may be paid in a year over its quarters."""
    fund = figures["fund"]
    for year in figures["years"]:
        phasing = find_phasing(fund, year)
        for body, whole in read_year(out, figures).items():
            for quarter, pence in share_out(whole, phasing).items():
                pounds = to_pounds(pence).amount
                yield (fund, year, quarter, body, f"{pounds:.2f}", *PROOF)


def list_gates(figures: Figures) -> Iterator[Row]:
    """Say which control totals were met in years that the ledger does not hold."""
    for year in figures["years"]:
        if year == figures["ledger_year"]:
            continue
        for body in figures["providers"]:
            missed = tuple(figures["missed_from"].get(body, (year + 1, 1)))
            for quarter in QUARTERS:
                met = "yes" if (year, quarter) < missed else "no"
                yield (figures["fund"], year, quarter, body, met, *PROOF)


def list_performance(figures: Figures) -> Iterator[Row]:
    for year in figures["years"]:
        for quarter in QUARTERS:
            for body in figures["providers"]:
                for part in PARTS:
                    yield (
                        *(year, quarter, body, part),
                        write_share(
                            find_trajectory(figures, year, quarter, body, part)
                        ),
                        write_share(find_actual(figures, year, quarter, body, part)),
                        figures["series"].get(part, ""),
                        *PROOF,
                    )


def find_trajectory(
    figures: Figures, year: int, quarter: int, body: str, part: str
) -> float | None:
    """Agree on the way from the last results to the standard, in percent."""
    start, standard = figures["snapshot"][part][body], figures["standard"][part]
    if part == "ae":
        path = figures["ae_trajectory"]
        first = start - path["points_below_snapshot"]
        agreed = first + path["points_a_quarter"] * (quarter - 1)
        return agreed if year == figures["ledger_year"] else None
    if start >= standard or year > figures["ledger_year"]:
        return float(standard)
    return float(start + (standard - start) * quarter / len(QUARTERS))


def find_actual(
    figures: Figures, year: int, quarter: int, body: str, part: str
) -> float | None:
    """Move every provider by the same points, so that their mean ends at the system."""
    if part in figures["series"]:
        return None
    starts = figures["snapshot"][part]
    mean = sum(starts.values()) / len(starts)
    points = figures["system_at_end"][part] - mean
    past = quarter if year == figures["ledger_year"] else len(QUARTERS)
    return float(starts[body] + points * past / len(QUARTERS))


def write_share(percent: float | None) -> str:
    return "" if percent is None else f"{percent / 100:.4f}"


def write_table(path: Path, header: str, rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow([*header.split(), "source", "status"])
        writer.writerows(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("examples/kent-medway"))
    out: Path = parser.parse_args().out
    figures: Figures = yaml.safe_load(FIGURES.read_text(encoding="utf-8"))
    money = out / "money"
    write_table(
        money / "fund_allocations.csv",
        "fund year quarter organisation value_pounds",
        list_allocations(out, figures),
    )
    write_table(
        money / "fund_gates.csv",
        "fund year quarter organisation total_met",
        list_gates(figures),
    )
    write_table(
        money / "fund_performance.csv",
        "year quarter organisation part trajectory actual indicator",
        list_performance(figures),
    )


if __name__ == "__main__":
    main()
