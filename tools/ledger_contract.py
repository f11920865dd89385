"""Contracts of the example's ledger: the activity of the plan folder at its prices."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

Figures = Mapping[str, Any]


class Contract(NamedTuple):
    """What a provider sells on a line, and to whom; None stands for all others."""

    seller: str
    line: str
    buyer: str | None


def value_contracts(out: Path, figures: Figures) -> dict[Contract, float]:
    """Value the activity of each provider by line and commissioner, in pounds.

    A patient counts with the commissioner of the place where they live. Contracts
    between two bodies that come to less than ``least_contract_millions`` a year, and
    care of people from elsewhere, have no counterparty.
    """
    valued = _value_activity(out)
    pair = valued.group_by("seller", "buyer").agg(pl.col("pounds").sum())
    named = {
        (seller, buyer)
        for seller, buyer, pounds in pair.iter_rows()
        if figures["providers"].get(seller, {}).get("kind") != "acute"
        or pounds >= figures["least_contract_millions"] * 1e6
    }
    line_of = {
        each[2]: line
        for line, each in figures["lines"].items()
        if each[1] == "income" and each[2:]
    }
    contracts: dict[Contract, float] = defaultdict(float)
    for seller, buyer, pod, pounds in valued.sort(pl.all()).iter_rows():
        if seller in figures["providers"] and pounds:
            line = line_of.get(pod, "other-contract")
            acute = figures["providers"][seller]["kind"] == "acute"
            stands = (seller, buyer) in named and (acute or line != "other-contract")
            contracts[Contract(seller, line, buyer if stands else None)] += pounds
    return dict(sorted(contracts.items(), key=lambda each: (*each[0][:2], str(each))))


def value_elsewhere(
    out: Path, figures: Figures, contracts: Mapping[Contract, float]
) -> dict[tuple[str, str], float]:
    """Value what each commissioner buys without a counterparty, by its own line.

    Parameters
    ----------
    contracts : mapping
        As `value_contracts` gives them.

    Returns
    -------
    dict of (commissioner, line) to pounds
        Care of hospitals and of community providers.
    """
    bought = {
        "bought-hospital-care": {
            "outside-km",
            *(p for p, each in figures["providers"].items() if each["kind"] == "acute"),
        },
        "bought-community-care": {"mch", "kchft"},
    }
    valued = _value_activity(out).filter(pl.col("buyer").is_not_null())
    rest: dict[tuple[str, str], float] = {}
    for line, sellers in bought.items():
        whole = valued.filter(pl.col("seller").is_in(sellers))
        for buyer, pounds in whole.group_by("buyer").agg(pl.sum("pounds")).iter_rows():
            under = sum(
                value
                for contract, value in contracts.items()
                if contract.buyer == buyer and contract.seller in sellers
            )
            if round(pounds - under):
                rest[(buyer, line)] = pounds - under
    return dict(sorted(rest.items()))


def count_people(out: Path, year: int) -> dict[str, float]:
    """Count the people of each commissioner."""
    totals = pl.read_csv(out / "people/totals.csv").filter(pl.col("year") == year)
    shared = totals.join(_read_lookups(out), on="place").select(
        "buyer", people=pl.col("value") * pl.col("share")
    )
    return dict(sorted(shared.group_by("buyer").agg(pl.sum("people")).iter_rows()))


def _value_activity(out: Path) -> pl.DataFrame:
    base = pl.read_csv(out / "activity/base.csv").drop("source", "status")
    prices = pl.read_csv(out / "money/prices.csv").select("pod", "price_pounds")
    places = base.join(prices, on="pod").join(_read_lookups(out), "place", how="left")
    pounds = (
        pl.col("activity") * pl.col("price_pounds") * pl.col("share").fill_null(1.0)
    )
    valued = places.select(
        pl.col("provider").alias("seller"), "buyer", "pod", pounds=pounds
    )
    by = ["seller", "buyer", "pod"]
    return valued.group_by(by).agg(pl.sum("pounds").round(2))


def _read_lookups(out: Path) -> pl.DataFrame:
    lookups = pl.read_csv(out / "places/lookups.csv")
    return lookups.select(
        pl.col("area").alias("place"), pl.col("organisation").alias("buyer"), "share"
    )
