"""Tables of the page on fair shares: what streams bring, and by which rules."""

from typing import Final

import polars as pl

from placeplan.money.fair_share import (
    ALLOCATION_PARTS,
    INEQUALITIES,
    ShareAnswer,
    ShareCase,
)
from placeplan.money.fair_share.share_table import lay_parts
from placeplan.money.pence import to_millions_column, to_pounds_column
from placeplan.money.share import Weight
from placeplan.plan.results_table import find_weakest
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.wing.outcome import WEAKEST, Chosen, Outcome
from placeplan_web.money.pages.fair_share_view import ShareView, find_share_view

_PERCENT: Final = 100
_PLAN: Final = "The plan folder"
_PACED: Final = (
    "Streams share what does not follow inequalities. A pace of change moves what "
    "places have towards their fair shares: each grows as these rules say, and then "
    "all alike by what is left of the budget, or missing."
)
_PLACED: Final = (
    "Nobody knows what these places have now. They share what the place to which they "
    "belong gets, by the same formula."
)
_MONEY: Final = {
    "now_pence": "Has now",
    "target_pence": "Fair share",
    "allocation_pence": "Gets",
}
_PERCENTS: Final = {
    "opening_distance": "Distance now",
    "growth_share": "Growth",
    "closing_distance": "Distance then",
}
_DECIDED: Final = pl.col("bound").replace(
    {"floor": "its floor", "ceiling": "its ceiling", "": "the rule"}
)
_RULES: Final = {
    "minimum_growth_share": "Minimum growth in cash",
    "minimum_growth_per_head_share": "Minimum growth for each head",
    "least_growth_share": "Growth where no floor is left",
    "fades_from_share": "Floors fade from, over target",
    "fades_to_share": "No floor is left from, over target",
    "most_under_share": "Nobody is left further under target",
    "pull_share": "Part of the distance under target that is gained",
    "tolerance_share": "Distance under target that gains nothing",
    "most_growth_share": "Nobody grows by more",
}


def list_allocations(outcome: Outcome, chosen: Chosen) -> Record | None:
    """What each place has, should have and gets."""
    view = find_share_view(outcome, chosen)
    if view is None:
        return None
    shares = view.shares
    is_decided = len(view.answers) == 1 and view.answers[0].case.pace is not None
    return Record(
        "allocations",
        "What each place has, should have and gets",
        "Weighted people are as many as there are people, and more of them live where "
        "need is greater or care costs more. Distance now compares the part of what "
        "all places have with the part of the fair shares; distance then is what a "
        "place gets beside its fair share. The files hold every penny.",
        _lay_allocations(shares, is_exact=False, is_decided=is_decided),
        find_weakest(shares),
        full=_lay_allocations(shares, is_exact=True, is_decided=is_decided),
    )


def _lay_allocations(
    shares: pl.DataFrame, *, is_exact: bool, is_decided: bool
) -> pl.DataFrame:
    """Lay out shares, in pounds or millions; what nobody knows of any is left out."""
    held = [
        name for name in shares.columns if shares[name].null_count() < shares.height
    ]
    money = {name: header for name, header in _MONEY.items() if name in held}
    pounds = [to_pounds_column(name).alias(f"{h} (£)") for name, h in money.items()]
    millions = [
        to_millions_column(name).round(2).alias(f"{header}, £ million")
        for name, header in money.items()
    ]
    percents = [
        (_PERCENT * pl.col(name)).round(1).alias(f"{header}, percent")
        for name, header in _PERCENTS.items()
        if name in held
    ]
    return shares.select(
        pl.col("name").alias("Place"),
        pl.col("people").round(0).alias("People"),
        pl.col("weighted_people").round(0).alias("Weighted people"),
        *(pounds if is_exact else millions),
        *percents,
        *([_DECIDED.alias("Decided by")] if is_decided else []),
    )


def list_parts(outcome: Outcome, chosen: Chosen) -> Record | None:
    """What each stream of care brings of each place's fair share."""
    view = find_share_view(outcome, chosen)
    if view is None:
        return None
    parts = _order(pl.concat(lay_parts(answer) for answer in view.answers))
    names = view.answers[0].case.names
    named = parts.with_columns(
        pl.col("place").replace_strict(dict(names)).alias("Place"),
        pl.col("stream").map_elements(name_stream, pl.String),
    )
    millions = to_millions_column("target_pence").round(1)
    table = named.with_columns(millions).pivot(
        "stream", index="Place", values="target_pence", aggregate_function="sum"
    )
    full = named.select(
        "Place",
        pl.col("stream").alias("Stream"),
        to_pounds_column("target_pence").alias("Fair share (£)"),
    )
    words = (
        "What each stream of care brings of the fair share, in £ million. Need by "
        "place is set against the mean, so a stream brings a place more than its "
        "people alone would where they need more of it, or where care costs more."
    )
    title = "What the fair shares are made of"
    weakest = find_weakest(parts)
    return Record("target-parts", title, words, table, weakest, full=full)


def list_rules(outcome: Outcome, chosen: Chosen) -> Record | None:
    """By which formula and pace budgets are shared out, and who says so."""
    view = find_share_view(outcome, chosen)
    if view is None:
        return None
    rows = [row for answer in view.answers for row in _list_rules(answer)]
    table = pl.DataFrame(rows, ["Budget", "Rule", "Percent", "From"], orient="row")
    words = " ".join([_PLACED if view.is_placed else _PACED, *_list_policy(view)])
    return Record("share-rules", "By which rules", words, table, WEAKEST)


def name_stream(stream: str) -> str:
    """Name a stream as the national formula does, or by its id."""
    if stream in ALLOCATION_PARTS:
        return ALLOCATION_PARTS[stream].name
    return stream.replace("_", " ").capitalize()


def _order(parts: pl.DataFrame) -> pl.DataFrame:
    """Put streams into the order of the national formula, others before it."""
    ranks = {stream: at for at, stream in enumerate(ALLOCATION_PARTS, 1)}
    rank = pl.col("stream").replace_strict(ranks, default=0, return_dtype=pl.Int64)
    return parts.sort(rank, maintain_order=True)


def _list_rules(answer: ShareAnswer) -> list[tuple[str, str, float, str]]:
    """List streams and rules of the pace, each with its share in percent."""
    case = answer.case
    rules = {INEQUALITIES: "inequalities_share"}
    rows = [
        (case.name, name_stream(name), _say(share), _find_origin(case, rules.get(name)))
        for name, share in case.formula.shares.items()
    ]
    if case.pace is None:
        return rows
    stated = {name: getattr(case.pace, name) for name in _RULES}
    return rows + [
        (case.name, _RULES[name], _say(share), _find_origin(case, name))
        for name, share in stated.items()
        if share is not None
    ]


def _find_origin(case: ShareCase, rule: str | None) -> str:
    policy = case.policies.get(rule or "")
    return policy.source if policy else _PLAN


def _list_policy(view: ShareView) -> list[str]:
    """Say what national policy sets, once each."""
    said = [
        policy.words
        for answer in view.answers
        for policy in answer.case.policies.values()
    ]
    return [*dict.fromkeys(said)]


def _say(share: Weight) -> float:
    return round(_PERCENT * float(share), 2)
