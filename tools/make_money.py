"""Write the tables of ``money/`` of the example, and solve for what no paper itemises.

    python tools/make_money.py [--out examples/kent-medway]

Run it again whenever people, activity or growth change: the calibrated lines of
``fixed_cost.csv`` are solved for, so that the gap if nothing changes is the published
one in 2016/17 and in 2020/21. A run of Placeplan only reads them.
"""

import argparse
import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl
import yaml

from money_prices import list_prices
from placeplan.demand import TABLES as DEMAND_TABLES
from placeplan.demand import index_use, project_activity
from placeplan.money import (
    TABLES,
    Growth,
    Knowns,
    Pence,
    Pounds,
    calibrate_costs,
    cost_activity,
    index_growth,
    project_money,
    sum_income,
    to_pence,
    to_pounds,
)
from placeplan.population import TABLES as PEOPLE_TABLES
from placeplan.population import project_population
from placeplan.tables import read_folder

FIGURES = Path(__file__).with_name("money_figures.yaml")
SYSTEM = "km-stp"
MILLION = 1_000_000
BASE, PLANNED, LAST = 2016, 2020, 2030
"""Base year, last year of the plan of 2016, and last year of our extension."""
YEARS = range(BASE, LAST + 1)
EXTENDED = ("money-extension", "illustrative")

Row = tuple[object, ...]
Figures = Mapping[str, Any]


def list_outturn(figures: Figures) -> Iterator[Row]:
    for kind, positions in figures["outturn_2015_16_millions"].items():
        for organisation, millions in positions.items():
            pounds = round(millions * MILLION)
            proof = ("stp-initiation-2016", "published")
            yield (2015, organisation, kind, pounds, *proof)


def list_inflation(figures: Figures) -> Iterator[Row]:
    """Grow prices as published, then by the mean of the published years."""
    growth = {
        year: round(each / 100, 4)
        for year, each in _years(figures, "price_growth_percent")
    }
    for year in range(BASE + 1, PLANNED + 1):
        yield (year, year, "price", growth[year], "money-inflation-2016", "published")
    mean = _mean_growth(list(growth.values()))
    yield (PLANNED + 1, LAST, "price", mean, *EXTENDED)


def list_income(figures: Figures) -> Iterator[Row]:
    """Grow allocations as England's, the precept as Kent's, then both as before."""
    england = dict(_years(figures, "allocations_england_millions"))
    element = figures["precept"]["band_d_element"]
    social = figures["social_care_kent_millions"]
    first = figures["funding_quoted_millions"] - social
    raised = figures["precept"]["raised_2016_millions"]
    path = {
        year: (
            first * england[year] / england[BASE],
            social + raised * (element[year] / element[BASE] - 1),
        )
        for year in range(BASE, PLANNED + 1)
    }
    span = PLANNED - min(england)
    yearly = (england[PLANNED] / england[min(england)]) ** (1 / span)
    added = (path[PLANNED][1] - path[BASE][1]) / (PLANNED - BASE)
    for year in YEARS:
        if year <= PLANNED:
            allocation, other = path[year]
            proof = ("money-income-2016", "derived")
        else:
            beyond = year - PLANNED
            allocation = path[PLANNED][0] * yearly**beyond
            other = path[PLANNED][1] + added * beyond
            proof = EXTENDED
        amounts = (round(allocation * MILLION), round(other * MILLION))
        yield (year, SYSTEM, *amounts, *proof)


def list_gap(figures: Figures) -> Iterator[Row]:
    for year, millions in _years(figures, "gap_published_millions"):
        yield (year, round(millions * MILLION), "medway-update-2017", "published")


def list_solutions(figures: Figures) -> Iterator[Row]:
    """Phase each solution in; what lasts is held at its last planned amount."""
    assumed = figures["assumptions"]
    phasing = assumed["phasing_share"]
    published = figures["productivity_by_2021_millions"]
    for solution, each in assumed["solutions_2020_millions"].items():
        for year in YEARS:
            share = phasing.get(year, 1.0 if year > PLANNED else 0.0)
            if not share or (year > PLANNED and not each["recurrent"]):
                continue
            pounds = round(each["millions"] * share * MILLION)
            lasting = "yes" if each["recurrent"] else "no"
            proof = ("money-solutions-assumed", "illustrative")
            if (solution, year) == ("provider-productivity", PLANNED):
                pounds = round(published * MILLION)
                proof = ("money-productivity-2017", "published")
            yield (solution, each["theme"], year, pounds, lasting, *proof)


def list_fixed_cost(out: Path) -> Iterator[Row]:
    """Solve for cost not modelled, so that both published gaps come out."""
    for line in calibrate_costs(find_knowns(out)):
        lasting = line.year <= PLANNED or line.driver == "level"
        proof = ("money-calibration", "calibrated") if lasting else EXTENDED
        amount = f"{to_pounds(line.cost).amount:.2f}"
        yield (line.year, SYSTEM, line.driver, amount, "yes", *proof)


def find_knowns(out: Path) -> Knowns:
    """Work out modelled cost, income and growth of the plan folder, year by year."""
    frames = _read(out)
    people = project_population(frames, first_year=2011, last_year=LAST + 1)
    whole, by_people = (
        project_activity(
            frames, people, base_year=BASE, years=YEARS, non_demographic=each
        )
        for each in (True, False)
    )
    indices = {
        kind: index_growth(frames["inflation"], kind=kind, base_year=BASE, years=YEARS)
        for kind in ("price", "policy")
    }
    price = dict(indices["price"].select("year", "index").iter_rows())
    modelled = _sum_cost(whole, frames, indices["price"], indices["policy"])
    level = indices["price"].with_columns(pl.lit(1.0).alias("index"))
    volume = _sum_cost(whole, frames, level, level)
    demographic = _sum_cost(by_people, frames, level, level)
    growth = {
        year: Growth(
            demographic[year] / demographic[BASE],
            volume[year] / demographic[year],
            price[year],
        )
        for year in YEARS
    }
    income = sum_income(frames["income"]).select("year", "income_pence").iter_rows()
    published = frames["gap_published"].select("year", "gap_pounds").iter_rows()
    return Knowns(
        modelled,
        {year: Pence(pence) for year, pence in income},
        growth,
        {year: to_pence(Pounds.read(pounds)) for year, pounds in published},
    )


def _sum_cost(
    activity: pl.DataFrame,
    frames: Mapping[str, pl.DataFrame],
    price_index: pl.DataFrame,
    policy_index: pl.DataFrame,
) -> dict[int, Pence]:
    lines = cost_activity(
        activity,
        frames["prices"],
        price_index=price_index,
        policy_index=policy_index,
    )
    by_year = lines.group_by("year").agg(pl.col("cost_pence").sum()).sort("year")
    return {year: Pence(pence) for year, pence in by_year.iter_rows()}


def _read(out: Path) -> Mapping[str, pl.DataFrame]:
    files = read_folder(out, [*PEOPLE_TABLES, *DEMAND_TABLES, *TABLES])
    files.raise_faults()
    return files.frames


def show_gap(out: Path) -> None:
    """Print what the tables come to."""
    frames = _read(out)
    people = project_population(frames, first_year=2011, last_year=LAST + 1)
    activity = project_activity(frames, people, base_year=BASE, years=YEARS)
    for with_solutions in (False, True):
        money = project_money(
            frames,
            activity,
            base_year=BASE,
            years=YEARS,
            with_solutions=with_solutions,
        )
        shown = money.filter(
            pl.col("organisation") == SYSTEM,
            ~pl.col("measure").str.contains("recurrent"),
        )
        millions = (pl.col("value") / MILLION).round(2)
        table = shown.with_columns(millions).pivot(
            "measure", index="year", values="value"
        )
        with pl.Config(tbl_rows=-1, tbl_cols=-1, tbl_width_chars=250):
            print("with solutions" if with_solutions else "if nothing changes", table)
    use = index_use(frames, base_year=BASE, years=[PLANNED, LAST])
    print(f"points of delivery with growth of use: {use['pod'].n_unique()}")


def write_table(path: Path, header: str, rows: Sequence[Row]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*header.split(), "source", "status"])
        writer.writerows(rows)
    print(f"{path.name}: {len(rows)} rows")


def _years(figures: Figures, name: str) -> Iterator[tuple[int, float]]:
    return iter(figures[name].items())


def _mean_growth(shares: Sequence[float]) -> float:
    """Give the one yearly growth that comes to the same, to four digits."""
    level = 1.0
    for share in shares:
        level *= 1 + share
    return round(level ** (1 / len(shares)) - 1, 4)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("examples/kent-medway"))
    out = parser.parse_args().out
    figures = yaml.safe_load(FIGURES.read_text(encoding="utf-8"))
    prices = [
        (pod, f"{price:.2f}", *proof) for pod, price, *proof in list_prices(figures)
    ]
    tables = {
        "outturn": ("year organisation kind value_pounds", list_outturn(figures)),
        "prices": ("pod price_pounds", prices),
        "inflation": ("from_year to_year kind growth_share", list_inflation(figures)),
        "income": (
            "year organisation allocation_pounds other_pounds",
            list_income(figures),
        ),
        "gap_published": ("year gap_pounds", list_gap(figures)),
        "solutions": (
            "solution theme year value_pounds recurrent",
            list_solutions(figures),
        ),
        "cautions": ("measure organisation words", figures["cautions"]),
    }
    for name, (header, rows) in tables.items():
        write_table(out / "money" / f"{name}.csv", header, list(rows))
    write_table(
        out / "money" / "fixed_cost.csv",
        "year organisation driver cost_pounds recurrent",
        list(list_fixed_cost(out)),
    )
    show_gap(out)


if __name__ == "__main__":
    main()
