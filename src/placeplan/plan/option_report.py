"""The report of options: each question, its front as a picture, and where people go."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Final

import polars as pl

from placeplan.capacity import (
    SCORES,
    ComparedOptions,
    OptionQuestion,
    list_option_flows,
    list_option_sites,
    list_options,
)
from placeplan.evidence import Source
from placeplan.plan.figure import Figure
from placeplan.plan.flow_figure import draw_flows
from placeplan.plan.licence import list_statements
from placeplan.plan.option_figure import (
    draw_pareto,
    name_sites,
    scale_score,
    title_score,
)
from placeplan.plan.report_page import lay_figure, lay_page, lay_table

TITLE: Final = "Which sites to open"


def write_option_report(
    compared: Sequence[ComparedOptions], sources: Sequence[Source]
) -> str:
    """Write the report of options as HTML.

    Parameters
    ----------
    compared : sequence of ComparedOptions
        Of each question.
    sources : sequence of Source
        Of the plan folder.

    Returns
    -------
    str
        A whole page. The same options make the same page, letter by letter.
    """
    parts = [f"<h1>{TITLE}</h1>"]
    for each in compared:
        parts += _lay_question(each)
    parts.append("<h2>Licences</h2>")
    cited = [source.model_dump(mode="json") for source in sources]
    parts += [f"<p>{escape(line)}</p>" for line in list_statements(cited)]
    return lay_page(TITLE, parts)


def list_option_figures(compared: ComparedOptions) -> list[Figure]:
    """Draw one question: its options, where people go today, and under the first.

    The first is the option of the front that does best on the first goal.

    Parameters
    ----------
    compared : ComparedOptions
        Of `placeplan.capacity.compare_options`.
    """
    question, options = compared.question, list_options(compared)
    names = dict(zip(question.places.sites, question.places.site_names, strict=True))
    first = options["option"][0]
    drawn = {
        "options": draw_pareto(options, names),
        "flows-now": draw_flows(list_option_flows(compared, compared.now), names),
        "flows-first": draw_flows(
            list_option_flows(compared, compared.find_option(first)), names
        ),
    }
    titles = {
        "options": "The options",
        "flows-now": "Where people go today",
        "flows-first": f"Where people would go: {name_sites(first, names)}",
    }
    return [
        replace(figure, id=f"{question.id}-{part}", title=titles[part])
        for part, figure in drawn.items()
        if figure is not None
    ]


def say_choice(question: OptionQuestion) -> str:
    """Say how people are taken to choose.

    Parameters
    ----------
    question : OptionQuestion
        Of `placeplan.capacity.list_questions`.
    """
    if question.choice == "nearest":
        return "Everyone goes to the nearest open site."
    rule, fit = question.rule, question.fit
    over = f"over minutes of travel to the power of {rule.travel_exponent:.2f}"
    odds = f"by odds of its size to the power of {rule.size_exponent:.2f} {over}"
    if rule.size_exponent == 0:
        odds = f"by odds of one {over}, whatever its size"
    fitted = ""
    if fit is not None:
        fitted = (
            f" The powers make {fit.cases:,.0f} observed cases most likely; that of "
            f"travel is known to within {1.96 * fit.travel_error:.2f}."
        )
    if question.choice == "huff":
        return f"People choose a site {odds}.{fitted}"
    return (
        "People go where they were observed to go; those of a site that closes choose "
        f"another {odds}.{fitted}"
    )


def _lay_question(compared: ComparedOptions) -> list[str]:
    question = compared.question
    names = dict(zip(question.places.sites, question.places.site_names, strict=True))
    said = f"{compared.say_how()} {say_choice(question)}"
    return [
        f'<h2 id="{escape(question.id)}">{escape(question.name)}</h2>',
        f"<p>{escape(said)}</p>",
        *(lay_figure(figure) for figure in list_option_figures(compared)),
        _fold(
            "What each site would have: show as table",
            _lay_sites(list_option_sites(compared), names),
        ),
        _fold(
            "All options and why: show as table",
            _lay_options(list_options(compared), names),
        ),
    ]


def _fold(summary: str, table: pl.DataFrame) -> str:
    return f"<details><summary>{summary}</summary>\n{lay_table(table)}</details>"


def _lay_sites(sites: pl.DataFrame, names: Mapping[str, str]) -> pl.DataFrame:
    return sites.select(
        pl.col("option")
        .map_elements(lambda each: name_sites(each, names), return_dtype=pl.String)
        .alias("Open"),
        pl.col("name").alias("Site"),
        pl.col("standing").str.to_titlecase().alias("Standing"),
        pl.col("cases").round(0).alias("Cases a year"),
        pl.col("change_from_now").round(0).alias("More than today"),
        pl.col("capacity").alias("Capacity"),
        pl.col("headroom").round(0).alias("Headroom"),
        pl.col("enough")
        .replace_strict({True: "yes", False: "no"}, default="")
        .alias("Enough cases"),
    )


def _lay_options(options: pl.DataFrame, names: Mapping[str, str]) -> pl.DataFrame:
    return options.select(
        pl.col("option")
        .map_elements(lambda each: name_sites(each, names), return_dtype=pl.String)
        .alias("Open"),
        *[scale_score(score).round(1).alias(title_score(score)) for score in SCORES],
        *[
            pl.col(f"mean_minutes_fifth_{fifth}")
            .round(1)
            .alias(f"Mean travel of fifth {fifth} (minutes)")
            for fifth in range(1, 6)
        ],
        pl.col("words").alias("Why"),
    )
