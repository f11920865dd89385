"""Write the tables on option appraisal and management costs of the example.

    python tools/make_appraisal.py [--out examples/kent-medway]

All of it is an illustration of the method: the papers give no options, costs, benefits,
weights or scores. A yearly amount runs from its first year to its last, which is the
end of the appraisal where none is stated.
"""

import argparse
import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from placeplan.money.appraisal import APPRAISAL_TABLES

FIGURES = Path(__file__).with_name("appraisal_figures.yaml")
THOUSAND = 1000
OURS = ("appraisal-assumed", "illustrative")
BASE_YEAR = 2017
"""Of management costs."""

Row = tuple[object, ...]
Figures = Mapping[str, Any]


def list_appraisals(figures: Figures) -> Iterator[Row]:
    for id_, each in figures["appraisals"].items():
        yield (id_, each["name"], each["base_year"], *OURS)


def list_options(figures: Figures) -> Iterator[Row]:
    for id_, appraisal in figures["appraisals"].items():
        for option, each in appraisal["options"].items():
            baseline = "yes" if each.get("baseline") else "no"
            yield (id_, option, each["name"], baseline, *OURS)


def list_flows(figures: Figures) -> Iterator[Row]:
    for id_, appraisal in figures["appraisals"].items():
        end = appraisal["base_year"] + appraisal["years"] - 1
        for option, each in appraisal["options"].items():
            for side in ("cost", "benefit"):
                for line in each[f"{side}s"]:
                    for year, amount in spread_line(line, end):
                        about = (id_, option, line["line"], side, year)
                        yield (*about, amount * THOUSAND, *OURS)


def spread_line(line: Figures, end: int) -> Iterator[tuple[int, int]]:
    """Give the years of a line and what is paid or gained in each, in thousands."""
    first = line["first_year"]
    if "once" in line:
        yield first, line["once"]
        return
    for year in range(first, line.get("last_year", end) + 1):
        yield year, line["yearly"]


def list_criteria(figures: Figures) -> Iterator[Row]:
    for id_, appraisal in figures["appraisals"].items():
        for criterion, each in appraisal["criteria"].items():
            yield (id_, criterion, each["name"], each["weight"], *OURS)


def list_scores(figures: Figures) -> Iterator[Row]:
    for id_, appraisal in figures["appraisals"].items():
        for option, each in appraisal["options"].items():
            for criterion, score in each["scores"].items():
                yield (id_, option, criterion, score, *OURS)


def list_management_costs(figures: Figures) -> Iterator[Row]:
    for body, each in figures["management_costs"].items():
        for year, left in {BASE_YEAR: 1, **each["left"]}.items():
            yield (body, year, round(each["base"] * left) * THOUSAND, *OURS)


WRITERS = (
    list_appraisals,
    list_options,
    list_flows,
    list_criteria,
    list_scores,
    list_management_costs,
)
"""In the order of `APPRAISAL_TABLES`."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("examples/kent-medway"))
    out: Path = parser.parse_args().out
    figures = yaml.safe_load(FIGURES.read_text("utf-8"))
    for contract, list_rows in zip(APPRAISAL_TABLES, WRITERS, strict=True):
        path = out / contract.path
        with path.open("w", encoding="utf-8", newline="") as opened:
            writer = csv.writer(opened, lineterminator="\n")
            writer.writerow(contract.schema)
            writer.writerows(list_rows(figures))


if __name__ == "__main__":
    main()
