"""What hangs on whom, in pounds by year: on projects that slip, and on risks."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from placeplan.programme.delivery import ProjectSlip, propose_delivery
from placeplan.programme.delivery_rule import DeliveryRuleSet
from placeplan.tables import STATUS

_STAKES: Final = {
    "year": pl.Int32(),
    "project": pl.String(),
    "initiative": pl.String(),
    "planned_pounds": pl.Float64(),
    "proposed_pounds": pl.Float64(),
    "at_stake_pounds": pl.Float64(),
    "status": STATUS,
}
_RISKS: Final = {
    "year": pl.Int32(),
    "risk": pl.String(),
    "pounds": pl.Float64(),
    "gap_pounds": pl.Float64(),
    "gap_share": pl.Float64(),
    "status": STATUS,
}


def find_stakes(
    tables: Mapping[str, pl.DataFrame],
    slips: Mapping[str, ProjectSlip],
    rule_set: DeliveryRuleSet,
) -> pl.DataFrame:
    """Find what is at stake by year, project and solution.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        `project_solutions` of the programme and `solutions` of the plan.
    slips : mapping of str to ProjectSlip
        How each project gets on; one that is not here is left out.
    rule_set : DeliveryRuleSet
        How likely delivery is, by progress.

    Returns
    -------
    DataFrame
        `year`, `project`, `initiative` (the solution), `planned_pounds` (the part of
        it that hangs on the project), `proposed_pounds`, `at_stake_pounds`, `status`
        (weakest of what went in), in that order. Years run to the last one of which
        any solution says something, so that money put off within the plan is in it.
    """
    planned = _list_planned(tables["solutions"])
    rows = []
    for link in tables["project_solutions"].iter_rows(named=True):
        slip = slips.get(link["project"])
        by_year, status = planned.get(link["solution"], ({}, link["status"]))
        if slip is None or not by_year:
            continue
        hanging = {year: value * link["share"] for year, value in by_year.items()}
        proposal = propose_delivery(hanging, slip, rule_set)
        weakest = _find_weakest(link["status"], status, proposal.status)
        rows += [
            {
                "year": each.year,
                "project": link["project"],
                "initiative": link["solution"],
                "planned_pounds": each.planned_pounds,
                "proposed_pounds": each.proposed_pounds,
                "at_stake_pounds": each.at_stake_pounds,
                "status": weakest,
            }
            for each in proposal.years
        ]
    return pl.DataFrame(rows, schema=_STAKES).sort("year", "project", "initiative")


def find_risk_shares(
    tables: Mapping[str, pl.DataFrame], gap: Mapping[int, float]
) -> pl.DataFrame:
    """Find what share of the gap hangs on each risk, by year.

    A risk would hold up its projects, and with them the part of each planned solution
    that hangs on those. Several risks may hold up the same pounds, so that shares of
    different risks are not to be added.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        `risk_projects` and `project_solutions` of the programme, `solutions` of the
        plan.
    gap : mapping of int to float
        Gap of the plan if nothing is done, in pounds by year; below 0 when money is
        short. Years that are not here are left out.

    Returns
    -------
    DataFrame
        `year`, `risk`, `pounds` that hang on it, `gap_pounds`, `gap_share` (empty when
        no money is short), `status`, in order of year and risk. A risk on which nothing
        hangs has no row.
    """
    planned = _list_planned(tables["solutions"])
    links = tables["risk_projects"].join(
        tables["project_solutions"], on="project", how="inner", suffix="_of_link"
    )
    sums: dict[tuple[int, str], tuple[float, str]] = {}
    for link in links.iter_rows(named=True):
        by_year, status = planned.get(link["solution"], ({}, link["status"]))
        weakest = _find_weakest(link["status"], link["status_of_link"], status)
        for year, value in by_year.items():
            if year not in gap:
                continue
            pounds, until_now = sums.get((year, link["risk"]), (0.0, weakest))
            sums[year, link["risk"]] = (
                pounds + value * link["share"],
                _find_weakest(until_now, weakest),
            )
    rows = [
        {
            "year": year,
            "risk": risk,
            "pounds": round(pounds, 2),
            "gap_pounds": gap[year],
            "gap_share": pounds / -gap[year] if gap[year] < 0 else None,
            "status": status,
        }
        for (year, risk), (pounds, status) in sums.items()
    ]
    return pl.DataFrame(rows, schema=_RISKS).sort("year", "risk")


def _list_planned(
    solutions: pl.DataFrame,
) -> dict[str, tuple[dict[int, float], str]]:
    """Pounds by year of each solution, lasting and not, with the weakest status."""
    found: dict[str, tuple[dict[int, float], str]] = {}
    for row in solutions.sort("solution", "year").iter_rows(named=True):
        by_year, status = found.get(row["solution"], ({}, row["status"]))
        by_year[row["year"]] = by_year.get(row["year"], 0.0) + row["value_pounds"]
        found[row["solution"]] = (by_year, _find_weakest(status, row["status"]))
    last = max((max(by_year) for by_year, _ in found.values()), default=0)
    return {
        name: (_fill(by_year, last), status)
        for name, (by_year, status) in found.items()
    }


def _fill(by_year: dict[int, float], last: int) -> dict[int, float]:
    """Put 0 for each year up to the last of which a solution says nothing."""
    return {year: by_year.get(year, 0.0) for year in range(min(by_year), last + 1)}


def _find_weakest(*statuses: str) -> str:
    return max(statuses, key=STATUS.categories.to_list().index)
