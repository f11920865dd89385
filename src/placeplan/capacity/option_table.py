"""Tables of compared options: one row an option, one a site of it, one a flow."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from placeplan.capacity.flow import list_flows
from placeplan.capacity.option import ComparedOptions
from placeplan.capacity.option_score import SCORES
from placeplan.reference import STATUS


def list_options(compared: ComparedOptions) -> pl.DataFrame:
    """List every option with its scores, and why it is on the front or not.

    Parameters
    ----------
    compared : ComparedOptions
        Of `compare_options`.

    Returns
    -------
    DataFrame
        `question`, `option` (its open candidates), `open_sites`, `is_now`, `front`,
        `beaten_by`, the scores of `score_landing` (empty where not known), `goals`
        (names of scores between spaces), `words`, `status`; those on the front first,
        then by the first goal.
    """
    question, options = compared.question, range(len(compared.is_open))
    first = question.goals[0]
    names = [compared.name_option(option) for option in options]
    frame = pl.DataFrame(
        {
            "question": [question.id] * len(names),
            "option": names,
            "open_sites": compared.is_open.sum(axis=1),
            "is_now": np.arange(len(names)) == compared.now,
            "front": compared.on_front,
            "beaten_by": [names[by] if by >= 0 else None for by in compared.beaten_by],
            **compared.scores,
            "goals": [" ".join(question.goals)] * len(names),
            "words": [_say_why(compared, option, names) for option in options],
        }
    )
    return frame.with_columns(
        pl.col(pl.Float64).fill_nan(None),
        status=pl.lit(question.status, STATUS),
    ).sort(
        "front",
        first,
        "option",
        descending=[True, SCORES[first].more_is_better, False],
        nulls_last=True,
    )


def list_option_sites(compared: ComparedOptions) -> pl.DataFrame:
    """List what each site would have, under today's sites and options of the front.

    Returns
    -------
    DataFrame
        `question`, `option`, `site`, `name`, `standing`, `open`, `cases`,
        `change_from_now`, `capacity`, `headroom`, `enough` (cases for a site of the
        area that is open), `status`.
    """
    question, places = compared.question, compared.question.places
    shown = [*np.flatnonzero(compared.on_front)]
    if compared.now not in shown:
        shown.append(np.intp(compared.now))
    today = compared.landing.cases[compared.now]
    frames = []
    for option in shown:
        cases = compared.landing.cases[option]
        is_open = places.open_sites(compared.is_open[option])
        judged = is_open & ~places.is_neighbour
        enough = cases >= question.fewest_cases
        frames.append(
            pl.DataFrame(
                {
                    "question": [question.id] * len(cases),
                    "option": [compared.name_option(int(option))] * len(cases),
                    "site": places.sites,
                    "name": places.site_names,
                    "standing": places.standings,
                    "open": is_open,
                    "cases": cases,
                    "change_from_now": cases - today,
                    "capacity": places.capacity,
                    "headroom": np.where(is_open, places.capacity - cases, np.nan),
                    "enough": [
                        bool(each) if counts else None
                        for each, counts in zip(enough, judged, strict=True)
                    ],
                }
            ).with_columns(pl.col(pl.Float64).fill_nan(None))
        )
    return pl.concat(frames).with_columns(status=pl.lit(question.status, STATUS))


def list_option_flows(compared: ComparedOptions, option: int) -> pl.DataFrame:
    """Lay out where people of each wider place go under one option.

    Returns
    -------
    DataFrame
        Of `list_flows`, with ends in ``site`` and `pod` the question; people of areas
        that are not of the area planned have an empty place.
    """
    question, places = compared.question, compared.question.places
    cases = places.cases[:, None] * question.share_out(compared.is_open[option])
    rows, columns = np.nonzero(cases)
    activity = pl.DataFrame(
        {
            "place": [
                places.wider_places[row] if places.is_here[row] else None
                for row in rows
            ],
            "site": [places.sites[column] for column in columns],
            "value": cases[rows, columns],
        },
        schema_overrides={"place": pl.String},
    ).with_columns(
        year=pl.lit(None, pl.Int32),
        pod=pl.lit(question.id),
        measure=pl.lit("activity"),
        unit=pl.lit("cases"),
        status=pl.lit(question.status, STATUS),
    )
    homes = [
        site
        for site, standing in zip(places.sites, places.standings, strict=True)
        if standing != "neighbour"
    ]
    return list_flows(activity, homes, ends="site").drop("year")


def _say_why(compared: ComparedOptions, option: int, names: Sequence[str]) -> str:
    if not compared.is_answer[option]:
        return "As it is today: no answer, as the question asks for another number."
    goals = compared.question.goals
    if compared.on_front[option]:
        return f"Nothing else is as good on {_join(goals)} and better on one of them."
    by = compared.beaten_by[option]
    better = [
        f"{_say(goal)} ({_write(goal, scores[by])} against "
        f"{_write(goal, scores[option])})"
        for goal in goals
        if (scores := compared.scores[goal])[by] != scores[option]
    ]
    return f"{names[by]} is better: {'; '.join(better)}."


def _write(score: str, value: float) -> str:
    return f"{value:.1%}" if score.endswith("_share") else f"{value:,.1f}"


def _say(score: str) -> str:
    name = SCORES[score].name
    return name[0].lower() + name[1:]


def _join(scores: Sequence[str]) -> str:
    said = [_say(score) for score in scores]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
