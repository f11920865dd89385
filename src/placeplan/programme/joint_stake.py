"""What hangs on several risks together, each pound counted once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from placeplan.programme.stake import find_risk_shares


@dataclass(frozen=True, slots=True)
class JointStake:
    """Pounds of one year that hang on some risks together.

    Parameters
    ----------
    risks : tuple of str
        Their references, that on which most hangs first.
    pounds : float
        What hangs on any of them; what hangs on several counts once.
    status : str
        The weakest of what went in.
    """

    risks: tuple[str, ...]
    pounds: float
    status: str


def sum_joint_pounds(
    tables: Mapping[str, pl.DataFrame], risks: Collection[str], year: int
) -> float:
    """Sum the pounds that hang on any of some risks, each link counted once.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        `risk_projects` and `project_solutions` of the programme, `solutions` of the
        plan.
    risks : collection of str
        Their references.
    year : int
        Year in which the financial year starts.

    Examples
    --------
    >>> tables = {
    ...     "risk_projects": pl.DataFrame({"risk": ["A", "B"], "project": ["P", "P"]}),
    ...     "project_solutions": pl.DataFrame(
    ...         {"project": ["P"], "solution": ["local-care"], "share": [0.5]}),
    ...     "solutions": pl.DataFrame(
    ...         {"solution": ["local-care"], "year": [2020], "value_pounds": [80.0]}),
    ... }
    >>> [sum_joint_pounds(tables, risks, 2020) for risks in (["A"], ["A", "B"], [])]
    [40.0, 40.0, 0.0]
    """
    held = tables["risk_projects"].filter(pl.col("risk").is_in(list(risks)))
    hanging = (
        tables["project_solutions"]
        .join(held.select("project").unique(), on="project", how="semi")
        .join(tables["solutions"].filter(pl.col("year") == year), on="solution")
    )
    pounds = hanging.select((pl.col("share") * pl.col("value_pounds")).sum()).item()
    return round(float(pounds), 2)


def find_main_risks(
    tables: Mapping[str, pl.DataFrame],
    gap: Mapping[int, float],
    year: int,
    *,
    most: int = 3,
) -> JointStake | None:
    """Find the few risks on which most of a plan hangs, and what hangs on them.

    The risk that adds most to those already chosen comes next, so that two which hold
    up the same pounds are not both named. Of two that add as much, that with the first
    reference comes first.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        As in `sum_joint_pounds`.
    gap : mapping of int to float
        Gap of the plan if nothing is done, in pounds by year.
    year : int
        Year that is asked about.
    most : int
        How many risks are named at the most.

    Returns
    -------
    JointStake or None
        None when nothing hangs on any risk in that year.
    """
    shares = find_risk_shares(tables, gap).filter(pl.col("year") == year)
    left = sorted(shares["risk"])
    chosen: list[str] = []
    reached = 0.0
    while left and len(chosen) < most:
        best, pounds = _find_next(tables, chosen, left, year)
        if pounds <= reached:
            break
        chosen, reached = [*chosen, best], pounds
        left.remove(best)
    if not chosen:
        return None
    status = shares.filter(pl.col("risk").is_in(chosen))["status"].max()
    return JointStake(tuple(chosen), reached, str(status))


def _find_next(
    tables: Mapping[str, pl.DataFrame],
    chosen: Sequence[str],
    left: Sequence[str],
    year: int,
) -> tuple[str, float]:
    sums = [(sum_joint_pounds(tables, [*chosen, each], year), each) for each in left]
    pounds = max(pounds for pounds, _ in sums)
    return next(each for found, each in sums if found == pounds), pounds
