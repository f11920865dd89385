"""Solutions held to the ledger: nothing closes more of the gap than the model finds."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from placeplan.money.pence import Pence
from placeplan.money.share import share_out
from placeplan.tables import STATUS, get_weakest

HELD_SCHEMA: Final[Mapping[str, pl.DataType]] = {
    "year": pl.Int32(),
    "solution": pl.String(),
    "theme": pl.String(),
    "is_tied": pl.Boolean(),
    "stated_pence": pl.Int64(),
    "beyond_pence": pl.Int64(),
    "double_counted_pence": pl.Int64(),
    "counted_pence": pl.Int64(),
    "status": STATUS,
}
"""Columns of solutions that were held to the ledger."""


def hold_to_ledger(
    listed: pl.DataFrame, ties: pl.DataFrame, saved: pl.DataFrame
) -> pl.DataFrame:
    """Hold what solutions state to what their initiatives save, each saving used once.

    A solution that names initiatives closes what they save, less what they cost, and
    never more than it states. One that names none is counted as stated: nothing in the
    model speaks of it. Where several name the same initiative:

    1. An initiative that costs more than it saves is borne by all that name it, in
       proportion to what they state; a solution may so widen the gap.
    2. Savings are given out, those that one solution alone names first. Of one that
       several name each gets a part in proportion to what it still needs.

    Parameters
    ----------
    listed : DataFrame
        From `list_solutions`.
    ties : DataFrame
        Table `solution_initiatives`: `solution`, `initiative`, `status`.
    saved : DataFrame
        `year`, `initiative`, `saved_pence` (whole pence; below zero where an initiative
        costs more than it saves), `status`. One that is missing saves nothing.

    Returns
    -------
    DataFrame
        Columns of `HELD_SCHEMA`, in order of year, theme and solution, where ``stated =
        counted + beyond + double counted``. *Beyond* is what its initiatives do not
        save even if no other solution names them; *double counted* is what others have
        used. What is counted of solutions that name initiatives is never more than
        these save together.

    Examples
    --------
    >>> listed = pl.DataFrame({"year": [2020, 2020], "solution": ["care", "well"],
    ...     "theme": ["care-transformation"] * 2, "recurrent_pence": [600, 600],
    ...     "non_recurrent_pence": [0, 0], "status": ["illustrative"] * 2},
    ...     schema_overrides={"status": STATUS, "year": pl.Int32})
    >>> ties = pl.DataFrame({"solution": ["care", "well"], "initiative": ["falls"] * 2,
    ...     "status": ["illustrative"] * 2}, schema_overrides={"status": STATUS})
    >>> saved = pl.DataFrame({"year": [2020], "initiative": ["falls"],
    ...     "saved_pence": [500], "status": ["illustrative"]},
    ...     schema_overrides={"status": STATUS, "year": pl.Int32})
    >>> held = hold_to_ledger(listed, ties, saved)
    >>> held.select("beyond_pence", "double_counted_pence", "counted_pence").rows()
    [(100, 250, 250), (100, 250, 250)]
    """
    rows = []
    for (year,), of_year in listed.group_by("year", maintain_order=True):
        now = saved.filter(pl.col("year") == year)
        rows += _hold_year(of_year, ties, now)
    return pl.DataFrame(rows, schema=dict(HELD_SCHEMA), orient="row").sort(
        "year", "theme", "solution"
    )


def _hold_year(
    listed: pl.DataFrame, ties: pl.DataFrame, saved: pl.DataFrame
) -> list[tuple[object, ...]]:
    total = pl.col("recurrent_pence") + pl.col("non_recurrent_pence")
    stated = dict(listed.select("solution", total.alias("stated")).iter_rows())
    nets = dict(saved.select("initiative", "saved_pence").iter_rows())
    naming = _list_naming(ties, stated)
    borne = _share_losses(nets, naming, stated)
    saving = {name: nets[name] for name in naming if nets.get(name, 0) > 0}
    need = {each: stated[each] - borne[each] for each in stated}
    given = _give_out(saving, naming, need)
    own = {
        each: sum(pence for name, pence in saving.items() if each in naming[name])
        for each in stated
    }
    proofs = _weigh_proofs(ties, saved)
    rows: list[tuple[object, ...]] = []
    for year, name, theme, status in listed.select(
        "year", "solution", "theme", "status"
    ).iter_rows():
        held = alone = counted = stated[name]
        if name in proofs:
            alone = min(held, borne[name] + own[name])
            counted = borne[name] + given[name]
            status = get_weakest((status, proofs[name]))
        parts = (held, held - alone, alone - counted, counted)
        rows.append((year, name, theme, name in proofs, *parts, status))
    return rows


def _list_naming(ties: pl.DataFrame, stated: Mapping[str, int]) -> dict[str, list[str]]:
    """List who names each initiative, of the solutions that state something."""
    naming: dict[str, list[str]] = {}
    for solution, name in sorted(ties.select("solution", "initiative").iter_rows()):
        if stated.get(solution, 0) > 0:
            naming.setdefault(name, []).append(solution)
    return naming


def _share_losses(
    nets: Mapping[str, int], naming: Mapping[str, list[str]], stated: Mapping[str, int]
) -> dict[str, int]:
    """Let all that name an initiative which saves less than it costs bear the loss."""
    borne = dict.fromkeys(stated, 0)
    for name in naming:
        weights = {each: stated[each] for each in naming[name]}
        loss = Pence(min(0, nets.get(name, 0)))
        for solution, pence in share_out(loss, weights).items():
            borne[solution] += pence
    return borne


def _give_out(
    saving: Mapping[str, int], naming: Mapping[str, list[str]], need: Mapping[str, int]
) -> dict[str, int]:
    """Give savings to the solutions that name them, none more than it needs."""
    given = dict.fromkeys(need, 0)
    for name in sorted(saving, key=lambda each: (len(naming[each]), each)):
        short = {each: need[each] - given[each] for each in naming[name]}
        used = min(saving[name], sum(short.values()))
        for solution, pence in share_out(Pence(used), short).items():
            given[solution] += pence
    return given


def _weigh_proofs(ties: pl.DataFrame, saved: pl.DataFrame) -> dict[str, str]:
    """Find the weakest status of what each solution names, and of what that saves."""
    weaker = pl.max_horizontal(
        "status", pl.col("saved_status").fill_null(pl.col("status"))
    )
    ledger = saved.select("initiative", saved_status="status")
    return dict(
        ties.join(ledger, on="initiative", how="left")
        .group_by("solution")
        .agg(weaker.max().cast(pl.String))
        .iter_rows()
    )
