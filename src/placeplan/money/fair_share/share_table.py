"""Tables of fair shares: what each place has, should have and gets."""

from collections.abc import Sequence
from typing import Any, Final

import polars as pl

from placeplan.money.fair_share.share_answer import ShareAnswer
from placeplan.tables import STATUS

SHARE_SCHEMA: Final = {
    "place": pl.String(),
    "name": pl.String(),
    "people": pl.Float64(),
    "weighted_people": pl.Float64(),
    "now_pence": pl.Int64(),
    "target_pence": pl.Int64(),
    "allocation_pence": pl.Int64(),
    "bound": pl.String(),
    "status": STATUS,
}
_SUMMED: Final = ("now_pence", "target_pence", "allocation_pence")


def lay_shares(answers: Sequence[ShareAnswer]) -> pl.DataFrame:
    """Lay out what places have, should have and get, of one or several budgets.

    Parameters
    ----------
    answers : sequence of ShareAnswer
        Of one year and one level, with the same places in the same order; one or more.

    Returns
    -------
    DataFrame
        One row a place, in the order of the plan: `place, name, people,
        weighted_people` (of the first budget), `now_pence` (null where nobody knows),
        `target_pence, allocation_pence, bound` (``floor`` or ``ceiling`` where that
        decides the one budget that there is), `status` (the weakest), then
        `opening_distance` (its part of what all have against its part of the target),
        `closing_distance` and `growth_share`, as shares.
    """
    first, *more = [_lay_one(answer) for answer in answers]
    summed = first
    for frame in more:
        summed = summed.with_columns(
            *(pl.col(name) + frame[name] for name in _SUMMED),
            bound=pl.lit(""),
            status=pl.max_horizontal(pl.col("status"), frame["status"]),
        )
    now, target = pl.col("now_pence"), pl.col("target_pence")
    opening = (now / now.sum()) / (target / target.sum()) - 1
    closing = pl.col("allocation_pence") / target - 1
    return summed.with_columns(
        opening_distance=_blank(opening, target > 0),
        closing_distance=_blank(closing, target > 0),
        growth_share=_blank(pl.col("allocation_pence") / now - 1, now > 0),
    )


def lay_parts(answer: ShareAnswer) -> pl.DataFrame:
    """Lay out what each stream brings of the target of each place.

    Returns
    -------
    DataFrame
        `place, stream, target_pence, status`: places in the order of the plan, streams
        in that of the formula.
    """
    rows = [
        (share.place.id, stream, pence, answer.case.status)
        for share in answer.found.shares
        for stream, pence in share.target_parts.items()
    ]
    kept = ("place", "target_pence", "status")
    schema = {name: SHARE_SCHEMA[name] for name in kept} | {"stream": pl.String()}
    order = ("place", "stream", "target_pence", "status")
    return pl.DataFrame(rows, {name: schema[name] for name in order}, orient="row")


def _lay_one(answer: ShareAnswer) -> pl.DataFrame:
    rows: list[tuple[Any, ...]] = [
        (
            share.place.id,
            answer.case.names[share.place.id],
            float(share.place.people),
            float(share.weighted_people),
            share.place.allocation,
            share.target,
            answer.allocations[share.place.id],
            share.paced.bound if share.paced else "",
            answer.case.status,
        )
        for share in answer.found.shares
    ]
    return pl.DataFrame(rows, SHARE_SCHEMA, orient="row")


def _blank(value: pl.Expr, known: pl.Expr) -> pl.Expr:
    return pl.when(known).then(value)
