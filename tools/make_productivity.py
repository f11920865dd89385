"""Write the tables on productivity of the example: an illustration of the method.

    python tools/make_productivity.py [--out examples/kent-medway]

Nothing of this is published but the outturn of trusts, growth of prices and the £190
million. The rules: the cost of an own trust is its turnover less its outturn; premises
are a share of cost; the rest is shared out by cost centre, each share times a tilt of
the list `tilts`, taken in turn by body and cost centre (specialties likewise); activity
at national average cost is adjusted cost over `unit_cost`. Nothing is drawn at random.
"""

import argparse
import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from placeplan.money import Pence, Pounds, to_pence, to_pounds
from placeplan.money.productivity import PRODUCTIVITY_TABLES, get_unit_constant
from placeplan.money.share import share_out

FIGURES = Path(__file__).with_name("productivity_figures.yaml")
MONEY_FIGURES = Path(__file__).with_name("money_figures.yaml")
MILLION = 1_000_000
OURS = ("productivity-assumed", "illustrative")
PUBLISHED = ("money-productivity-2017", "published")

Row = tuple[object, ...]
Figures = Mapping[str, Any]


def read_figures(out: Path) -> Figures:
    """Read all figures, with the cost of every body worked out."""
    figures = yaml.safe_load(FIGURES.read_text("utf-8"))
    money = yaml.safe_load(MONEY_FIGURES.read_text("utf-8"))
    outturn = money["outturn_2015_16_millions"]["provider"]
    sites = [row["organisation"] for row in _read_rows(out / "places/sites.csv")]
    names = {
        row["id"]: row["name"] for row in _read_rows(out / "places/organisations.csv")
    }
    bodies = {}
    for body, each in figures["own"].items():
        cost = each["turnover_millions"] - outturn[body]
        about = {"role": "own", "name": names[body], "sites": sites.count(body)}
        bodies[body] = {**each, **about, "cost_millions": cost, "safety": ""}
    for body, each in figures["candidates"].items():
        name = f"Peer {body[-1].upper()} (illustrative)"
        about = {"role": "candidate", "name": name}
        bodies[body] = {**each, **about, "cost_millions": each["turnover_millions"]}
    growth = money["price_growth_percent"]
    saving = money["productivity_by_2021_millions"]
    return {**figures, "bodies": bodies, "growth": growth, "saving_millions": saving}


def _read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def count_millions(millions: float) -> Pence:
    return to_pence(Pounds.read(round(millions * MILLION)))


def find_national_cost(each: Figures) -> int:
    """Find activity at national average cost, in whole pounds."""
    adjusted = float(each["cost_millions"] * MILLION / each["market_forces_factor"])
    return round(adjusted / float(each["unit_cost"]))


def list_bodies(figures: Figures) -> Iterator[Row]:
    for body, each in figures["bodies"].items():
        cost = round(each["cost_millions"] * MILLION)
        yield (
            *(body, each["name"], each["role"], figures["base_year"]),
            *(round(each["turnover_millions"] * MILLION), each["sites"]),
            *(each["ae_sites"], "yes" if each["teaching"] else "no"),
            *(round(cost * each["premises_share"]), cost, each["safety"]),
            *(each["market_forces_factor"], find_national_cost(each), *OURS),
        )


def list_criteria(figures: Figures) -> Iterator[Row]:
    for criterion, allowed in figures["criteria"].items():
        pair = ("", allowed) if criterion == "safety" else (allowed, "")
        yield (criterion, *pair, *OURS)


def tilt_shares(
    figures: Figures, listed: Sequence[Figures], first: int
) -> dict[str, float]:
    """Tilt the shares of a body: the tilts are taken in turn."""
    tilts = figures["tilts"]
    return {
        each["id"]: each["share"] * tilts[(first * 2 + at) % len(tilts)]
        for at, each in enumerate(listed)
    }


def list_cost_centres(figures: Figures) -> Iterator[Row]:
    constant = float(get_unit_constant(figures["base_year"]))
    premises = figures["premises"]
    centres = {each["id"]: each for each in (*figures["cost_centres"], premises)}
    for at, (body, each) in enumerate(figures["bodies"].items()):
        cost = count_millions(each["cost_millions"])
        estate = to_pence(
            Pounds.read(round(each["cost_millions"] * MILLION * each["premises_share"]))
        )
        shares = tilt_shares(figures, figures["cost_centres"], at)
        costs = share_out(Pence(cost - estate), shares)
        units = round(find_national_cost(each) / constant)
        metres = round(
            units
            * figures["square_metres_a_unit"]
            * figures["tilts"][at % len(figures["tilts"])]
        )
        drivers = {
            "units": ("weighted activity units", units),
            "turnover": ("£ million of turnover", each["turnover_millions"]),
            "area": ("square metres", metres),
        }
        for id_, amount in {**costs, premises["id"]: estate}.items():
            centre = centres[id_]
            driver = drivers[centre["driver"]]
            about = (body, id_, centre["name"], centre["group"], *driver)
            yield (*about, to_pounds(amount).amount, *OURS)


def list_specialties(figures: Figures) -> Iterator[Row]:
    listed = figures["specialties"]
    plain = {each["id"]: each["share"] for each in listed}
    for at, (body, each) in enumerate(figures["bodies"].items()):
        if each["role"] != "own":
            continue
        costs = share_out(
            count_millions(each["cost_millions"]), tilt_shares(figures, listed, at)
        )
        national = share_out(to_pence(Pounds.read(find_national_cost(each))), plain)
        for specialty in listed:
            id_ = specialty["id"]
            amounts = [to_pounds(amount[id_]).amount for amount in (costs, national)]
            yield (body, id_, specialty["name"], *amounts, *OURS)


def list_path(figures: Figures) -> Iterator[Row]:
    path = figures["path"]
    for year, activity in path["activity_growth_share"].items():
        growth = round(figures["growth"][year] / 100, 4)
        phased = path["phased_share"][year]
        yield (year, growth, activity, phased, "", path["cap_share"], *OURS)


def list_published(figures: Figures) -> Iterator[Row]:
    told = figures["published"]
    saving = round(figures["saving_millions"] * MILLION)
    yield (told["year"], saving, told["words"], *PUBLISHED)


WRITERS = (
    list_bodies,
    list_criteria,
    list_cost_centres,
    list_specialties,
    list_path,
    list_published,
)
"""In the order of `PRODUCTIVITY_TABLES`."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("examples/kent-medway"))
    out: Path = parser.parse_args().out
    figures = read_figures(out)
    for contract, list_rows in zip(PRODUCTIVITY_TABLES, WRITERS, strict=True):
        path = out / contract.path
        with path.open("w", encoding="utf-8", newline="") as opened:
            writer = csv.writer(opened, lineterminator="\n")
            writer.writerow(contract.schema)
            writer.writerows(list_rows(figures))


if __name__ == "__main__":
    main()
