"""Write the Better Care Fund of the example: pooled budgets, and metrics by quarter.

    python tools/make_better_care.py [--out examples/kent-medway]

Days of delay are the official monthly series of the plan folder, and the pool of Kent
in 2015/16 was published. Everything else follows the rules of
``better_care_figures.yaml`` and is illustrative. Run it again whenever people, activity
or the series change.
"""

import argparse
import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import polars as pl
import yaml

from placeplan.money import Pence, Pounds, to_pence, to_pounds
from placeplan.money.share import share_out
from placeplan.periods import Quarter

FIGURES = Path(__file__).with_name("better_care_figures.yaml")
PUBLISHED = ("kcc-better-care-2015", "published")
SHARED = ("kcc-better-care-2015", "calibrated")
ASSUMED = ("money-better-care-assumed", "illustrative")
DELAYS = ("delayed-days-2011-2019", "derived")
ADMISSIONS = ("activity-admissions-2016", "calibrated")
ADULT = 18

Row = tuple[object, ...]
Figures = Mapping[str, Any]


def count_people(out: Path, year: int) -> dict[str, int]:
    totals = pl.read_csv(out / "people" / "totals.csv").filter(pl.col("year") == year)
    return dict(totals.select("place", "value").iter_rows())


def count_adults(out: Path, year: int) -> dict[str, float]:
    """People by place, at the share of adults between the counts of 2011 and 2019."""
    people = out / "people"
    counts = pl.concat(
        pl.read_csv(people / name).select("year", "place", "age", "value")
        for name in ("base.csv", "counts.csv")
    )
    adults = pl.col("value").filter(pl.col("age") >= ADULT).sum()
    shares = counts.group_by("year", "place").agg(share=adults / pl.col("value").sum())
    by_place: dict[str, dict[int, float]] = {}
    for counted, place, share in shares.iter_rows():
        by_place.setdefault(place, {})[counted] = share
    found = {}
    for place, people_of_year in count_people(out, year).items():
        (first, before), (last, after) = sorted(by_place[place].items())
        share = before + (after - before) * (year - first) / (last - first)
        found[place] = people_of_year * share
    return found


def choose_areas(figures: Figures, host: str, areas: Iterable[str]) -> list[str]:
    elsewhere = {each for kept in figures["area_of"].values() for each in kept}
    own = figures["area_of"].get(host)
    return [each for each in areas if (each in own if own else each not in elsewhere)]


def count_partners(
    out: Path, figures: Figures, host: str, year: int
) -> dict[str, float]:
    """People of the areas of a pool, by the group that answers for them."""
    people = count_people(out, year)
    areas = choose_areas(figures, host, people)
    lookups = pl.read_csv(out / "places" / "lookups.csv")
    found = dict.fromkeys(figures["pools"][host], 0.0)
    for area, group, share in lookups.select(
        "area", "organisation", "share"
    ).iter_rows():
        if area in areas and group in found:
            found[group] += people[area] * share
    return found


def list_pools(out: Path, figures: Figures) -> Iterator[tuple[int, str, Pence, Pence]]:
    """List the money of the NHS and the capital of each pool, by year."""
    published = figures["published"]
    amounts = [
        to_pence(Pounds.read(published[name]))
        for name in ("nhs_pounds", "capital_pounds")
    ]
    base = sum(
        count_partners(out, figures, published["host"], published["year"]).values()
    )
    for year in figures["years"]:
        for host in figures["pools"]:
            heads = sum(count_partners(out, figures, host, year).values())
            nhs, capital = (Pence(round(each * heads / base)) for each in amounts)
            yield year, host, nhs, capital


def list_contributions(out: Path, figures: Figures) -> Iterator[Row]:
    published = (figures["published"]["year"], figures["published"]["host"])
    for year, host, nhs, capital in list_pools(out, figures):
        is_published = (year, host) == published
        shared = share_out(nhs, count_partners(out, figures, host, year))
        for group, pence in shared.items():
            proof = SHARED if is_published else ASSUMED
            yield (year, host, group, "nhs", write_pounds(pence), *proof)
        proof = PUBLISHED if is_published else ASSUMED
        yield (year, host, host, "capital", write_pounds(capital), *proof)


def list_spending(out: Path, figures: Figures) -> Iterator[Row]:
    schemes = figures["schemes"]
    for year, host, nhs, capital in list_pools(out, figures):
        is_told = year in figures["told_years"]
        shared = share_out(nhs, {id_: share for id_, (_, share, _) in schemes.items()})
        for scheme, (name, _, spent) in schemes.items():
            planned = shared[scheme]
            actual = write_pounds(Pence(round(planned * spent))) if is_told else ""
            yield (year, host, scheme, name, write_pounds(planned), actual, *ASSUMED)
        scheme, name = figures["adaptations"]
        pounds = write_pounds(capital)
        yield (year, host, scheme, name, pounds, pounds if is_told else "", *ASSUMED)


def list_results(out: Path, figures: Figures) -> Iterator[Row]:
    year = figures["results_year"]
    people, adults = count_people(out, year), count_adults(out, year)
    for host in figures["pools"]:
        areas = choose_areas(figures, host, people)
        grown = round(sum(adults[area] for area in areas))
        for number in (1, 2, 3, 4):
            past = sum_delays(out, host, Quarter(year - 1, number))
            planned = round(past * figures["planned_delays_share"])
            booked = sum_delays(out, host, Quarter(year, number))
            key = (year, number, host, "delayed_transfers")
            yield (*key, "plan", planned, grown, *ASSUMED)
            yield (*key, "actual", booked, grown, *DELAYS)
        whole = (year, "", host, "emergency_admissions")
        everybody = sum(people[area] for area in areas)
        admitted = sum_admissions(out, areas)
        planned = round(admitted * figures["planned_admissions_share"])
        yield (*whole, "plan", planned, everybody, *ASSUMED)
        yield (*whole, "actual", admitted, everybody, *ADMISSIONS)


def sum_delays(out: Path, host: str, quarter: Quarter) -> int:
    series = pl.read_csv(out / "performance" / "series.csv", try_parse_dates=True)
    months = [month.starts_on for month in quarter.months]
    kept = series.filter(
        (pl.col("indicator") == "delayed-days")
        & (pl.col("body") == host)
        & pl.col("month").is_in(months)
    )
    return round(float(kept["numerator"].sum()))


def sum_admissions(out: Path, areas: list[str]) -> int:
    base = pl.read_csv(out / "activity" / "base.csv", infer_schema_length=None)
    kept = base.filter(
        (pl.col("pod") == "emergency_spell") & pl.col("place").is_in(areas)
    )
    return round(float(kept["activity"].sum()))


def write_pounds(pence: Pence) -> str:
    return f"{to_pounds(pence).amount:.2f}"


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
        money / "better_care_contributions.csv",
        "year pool partner kind value_pounds",
        list_contributions(out, figures),
    )
    write_table(
        money / "better_care_spending.csv",
        "year pool scheme name planned_pounds actual_pounds",
        list_spending(out, figures),
    )
    write_table(
        money / "better_care_results.csv",
        "year quarter pool metric basis numerator denominator",
        list_results(out, figures),
    )


if __name__ == "__main__":
    main()
