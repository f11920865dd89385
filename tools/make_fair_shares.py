"""Write the tables of fair shares of the example: people, need, budgets, allocations.

    python tools/make_fair_shares.py --official DIR [--out examples/kent-medway]

Run it again whenever people, networks, activity or prices of the example change. Need
by age is what the modelled activity of the example costs a head; deprivation and early
deaths are official; everything else is a rule of fair_share_figures.yaml.
"""

import argparse
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import polars as pl
import yaml

from fair_share_people import (
    KEY,
    Frames,
    PlaceKey,
    count_people,
    find_needs,
    find_parents,
    list_alliances,
    list_early_deaths,
    price_heads,
    score_places,
    spread_districts,
    sum_people,
)
from make_money import Row, write_table
from placeplan.demand import TABLES as DEMAND_TABLES
from placeplan.money import Pence
from placeplan.money.inputs import INCOME, PRICES
from placeplan.money.share import share_out
from placeplan.performance import TABLES as PERFORMANCE_TABLES
from placeplan.places import TABLES as PLACE_TABLES
from placeplan.population import TABLES as PEOPLE_TABLES
from placeplan.tables import read_folder

FIGURES = Path(__file__).with_name("fair_share_figures.yaml")
BASE = 2016
"""Year of the activity and the prices that need by age is read from."""
ASSUMED = ("capitation-assumed", "illustrative")
PEOPLE = ("capitation-people", "illustrative")
NEED = ("capitation-need", "illustrative")
DEATHS = ("capitation-early-deaths", "derived")

Figures = Mapping[str, Any]


def read_tables(out: Path) -> Frames:
    chapters = (PLACE_TABLES, PEOPLE_TABLES, DEMAND_TABLES, PERFORMANCE_TABLES)
    tables = [each for chapter in chapters for each in chapter]
    files = read_folder(out, [*tables, INCOME, PRICES])
    files.raise_faults()
    return files.frames


def weigh_needs(
    needs: Mapping[str, Mapping[PlaceKey, float]],
    scores: Mapping[PlaceKey, float],
    figures: Figures,
    totals: Mapping[PlaceKey, float],
) -> Iterator[tuple[str, str, str, float]]:
    """Set need by age and deprivation against the mean of the level, which is 1."""
    for stream, by_place in needs.items():
        rise = figures["streams"][stream]["deprivation"]
        raw = {
            key: need * (1 + rise * (scores[key] - 1)) for key, need in by_place.items()
        }
        for level in figures["levels"]:
            here = [key for key in raw if key[0] == level]
            mean = sum(raw[key] * totals[key] for key in here) / sum(
                totals[key] for key in here
            )
            for key in here:
                yield (*key, stream, raw[key] / mean)


def list_costs(figures: Figures, people: pl.DataFrame) -> Iterator[Row]:
    """Average indices of cost of districts over the people of each place."""
    for adjustment in ("market_forces", "emergency_ambulance"):
        ruled = figures[adjustment]
        indices = pl.DataFrame(
            [
                (place, index)
                for index, held in ruled["index"].items()
                for place in held
            ],
            {"district": pl.String, "index": pl.Float64},
            orient="row",
        )
        mean = (pl.col("index") * pl.col("people")).sum() / pl.col("people").sum()
        joined = people.join(indices, on="district").group_by(KEY).agg(mean).sort(KEY)
        for level, place, index in joined.iter_rows():
            yield (level, place, adjustment, f"{index:.4f}", ruled["share"], *ASSUMED)


def share_budget(figures: Figures, frames: Frames, year: int) -> dict[str, int]:
    """Split the money of a year into its budgets, in whole pounds."""
    ruled = figures["years"][year]
    whole = ruled.get("budget_pounds")
    if whole is None:
        path = dict(frames["income"].select("year", "allocation_pounds").iter_rows())
        whole = path[year]
    shares = {name: each["share"] for name, each in ruled["budgets"].items()}
    return dict(share_out(Pence(round(whole)), shares))


def list_allocations(
    figures: Figures,
    year: int,
    amounts: Mapping[str, int],
    weights: Mapping[str, Mapping[PlaceKey, float]],
    members: Mapping[str, str],
) -> Iterator[Row]:
    """Share last year's money by people and their ages alone, as history stands in."""
    growth = figures["years"][year]["growth_share"]
    for budget, pounds in amounts.items():
        before = Pence(round(pounds / (1 + growth)))
        for level in ("group", "district"):
            here = {key[1]: w for key, w in weights[budget].items() if key[0] == level}
            held = share_out(before, here)
            if level == "group":
                summed: dict[str, int] = dict.fromkeys(members.values(), 0)
                for group, amount in held.items():
                    summed[members[group]] += amount
                for place, amount in summed.items():
                    yield (year, budget, "alliance", place, amount, *ASSUMED)
            for place, amount in held.items():
                yield (year, budget, level, place, amount, *ASSUMED)


def list_streams(figures: Figures, budget: str) -> Mapping[str, float]:
    """Give the streams of a budget, with their shares."""
    single = {"primary_medical": "primary_care", "specialised": "specialised_care"}
    return {single[budget]: 1} if budget in single else figures["core_streams"]


def list_names(frames: Frames) -> dict[str, str]:
    tables = (frames["organisations"], frames["areas"], frames["footprints"])
    return {
        id_: name.removesuffix(" Integrated Care Partnership").removesuffix(" PCN")
        for table in tables
        for id_, name in table.select("id", "name").iter_rows()
    }


def weigh_people(
    figures: Figures,
    budget: str,
    needs: Mapping[str, Mapping[PlaceKey, float]],
    people: Mapping[PlaceKey, float],
) -> dict[PlaceKey, float]:
    """Weigh the people of each place by what their ages need of a budget."""
    streams = list_streams(figures, budget).items()
    means = {stream: _average(needs[stream], people) for stream, _ in streams}
    return {
        key: count
        * sum(share * needs[stream][key] / means[stream] for stream, share in streams)
        for key, count in people.items()
    }


def list_people(
    frames: Frames,
    year: int,
    now: Mapping[PlaceKey, float],
    before: Mapping[PlaceKey, float],
) -> list[Row]:
    names, parents = list_names(frames), find_parents(frames)
    return [
        (
            *(year, level, place, names[place], parents.get(place)),
            *(round(people), round(before[level, place]), *PEOPLE),
        )
        for (level, place), people in now.items()
    ]


def list_budgets(figures: Figures, year: int, amounts: Mapping[str, Any]) -> list[Row]:
    ruled = figures["years"][year]["budgets"]
    proof = "money-income-2016" if year == BASE else "km-icb-budget-2024"
    origin = ASSUMED if len(amounts) > 1 else (proof, "published")
    return [
        (
            *(year, budget, ruled[budget]["name"], amount),
            *(ruled[budget].get("inequalities_share"), *origin),
        )
        for budget, amount in amounts.items()
    ]


def write_year(
    figures: Figures, frames: Frames, official: Path, year: int
) -> dict[str, Any]:
    """Make the rows of one year, by table."""
    spread = spread_districts(frames)
    now, before = (count_people(frames, spread, each) for each in (year, year - 1))
    base = count_people(frames, spread, BASE)
    heads = {
        stream: price_heads(frames, base, ruled["pods"])
        for stream, ruled in figures["streams"].items()
    }
    totals = sum_people(now)
    needs = find_needs(now, heads)
    weighed = weigh_needs(needs, score_places(frames, official, now), figures, totals)
    deaths = list_early_deaths(official, now)
    amounts = share_budget(figures, frames, year)
    last = sum_people(before)
    aged = find_needs(before, heads)
    weights = {each: weigh_people(figures, each, aged, last) for each in amounts}
    members = dict(list_alliances(frames))
    return {
        "capitation_places": list_people(frames, year, totals, last),
        "capitation_need": [
            *[(year, *key, f"{need:.5f}", *NEED) for *key, need in weighed],
            *[
                (year, level, place, "inequalities", f"{ratio:.5f}", *DEATHS)
                for level, place, ratio in deaths
            ],
        ],
        "capitation_budgets": list_budgets(figures, year, amounts),
        "capitation_streams": [
            (year, budget, stream, share, *ASSUMED)
            for budget in amounts
            for stream, share in list_streams(figures, budget).items()
        ],
        "capitation_pace": [
            (year, budget, rule, share, *ASSUMED)
            for budget in amounts
            for rule, share in figures["years"][year]["pace"].items()
        ],
        "capitation_allocations": list(
            list_allocations(figures, year, amounts, weights, members)
        ),
    }


def _average(
    needs: Mapping[PlaceKey, float], people: Mapping[PlaceKey, float]
) -> float:
    here = [key for key in needs if key[0] == "district"]
    return sum(needs[key] * people[key] for key in here) / sum(
        people[key] for key in here
    )


HEADERS = {
    "capitation_places": "year level place name parent people people_before",
    "capitation_need": "year level place stream need",
    "capitation_budgets": "year budget name budget_pounds inequalities_share",
    "capitation_streams": "year budget stream share",
    "capitation_pace": "year budget rule share",
    "capitation_allocations": "year budget level place allocation_pounds",
    "capitation_levels": "level name place_in_list",
    "capitation_costs": "level place adjustment index share",
}


def gather_rows(parts: Iterable[Mapping[str, list[Row]]]) -> dict[str, list[Row]]:
    gathered: dict[str, list[Row]] = {}
    for part in parts:
        for name, rows in part.items():
            gathered.setdefault(name, []).extend(rows)
    return gathered


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--official", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("examples/kent-medway"))
    asked = parser.parse_args()
    figures = yaml.safe_load(FIGURES.read_text(encoding="utf-8"))
    frames = read_tables(asked.out)
    tables = gather_rows(
        write_year(figures, frames, asked.official, year) for year in figures["years"]
    )
    people = count_people(frames, spread_districts(frames), BASE)
    tables["capitation_costs"] = list(list_costs(figures, people))
    tables["capitation_levels"] = [
        (level, name, at, *ASSUMED)
        for at, (level, name) in enumerate(figures["levels"].items(), 1)
    ]
    for name, rows in tables.items():
        write_table(asked.out / "money" / f"{name}.csv", HEADERS[name], rows)


if __name__ == "__main__":
    main()
