"""Made-up results of a run: two districts, two hospitals, three years."""

import polars as pl

from placeplan.plan.manifest import Manifest
from placeplan.plan.results import Results
from placeplan.plan.results_table import arrange_table
from placeplan.plan.run_record import RunRecord

SOURCES = (
    {
        "id": "made-up",
        "title": "A made-up paper",
        "publisher": "Office for National Statistics",
        "dated": "2016-03-09",
        "licence": "OGL-3.0",
        "status": "published",
        "grade": "D",
        "note": "For tests.",
    },
)


def make_manifest(**changes):
    fields = {
        "schema": 1,
        "id": "tiny",
        "name": "Tiny <plan>",
        "base_year": 2016,
        "horizon_year": 2018,
        "people_from": 2015,
        "people_to": 2019,
        "scenarios": [
            {"id": "do_nothing", "name": "If nothing changes"},
            {"id": "plan", "name": "The plan"},
        ],
    }
    return Manifest.model_validate(fields | changes)


def make_record(**changes):
    fields = {
        "manifest": make_manifest(),
        "version": "0.1.0",
        "scenarios": ("do_nothing", "plan"),
        "inputs": {"plan.yaml": "a" * 64, "people/base.csv": "b" * 64},
        "sources": SOURCES,
    }
    return RunRecord(**(fields | changes))


def make_row(measure, value, *, unit="people", status="published", **axes):
    row = {"scenario": "do_nothing", "year": 2016, "measure": measure, "unit": unit}
    return row | {"value": float(value), "status": status} | axes


def make_results(rows=None, **record):
    rows = list_rows() if rows is None else rows
    table = arrange_table([pl.DataFrame([row]) for row in rows])
    return Results(table, make_record(**record))


def list_rows():
    """Rows of both scenarios; money closes by 30 of 100 million in 2018."""
    rows = []
    for scenario in ("do_nothing", "plan"):
        rows += [row | {"scenario": scenario} for row in _list_shared_rows()]
        rows += _list_money_rows(scenario)
    rows += [
        make_row(
            "solution_pounds",
            value,
            unit="pounds",
            status="calibrated",
            scenario="plan",
            year=2018,
            initiative=name,
        )
        for name, value in (("back-office", 10e6), ("local-care", 20e6))
    ]
    return rows


def _list_shared_rows():
    rows = []
    for year in (2016, 2017, 2018):
        more = year - 2016
        for at, (place, provider, site) in enumerate(
            (("ashford", "ekhuft", "qeqm"), ("dover", "mft", "medway-maritime")), 1
        ):
            for sex in ("female", "male"):
                for age_band, people in (("0-4", 40), ("65-69", 20), ("90+", 2)):
                    rows.append(
                        make_row(
                            "population",
                            at * people + more * (age_band != "0-4"),
                            year=year,
                            place=place,
                            sex=sex,
                            age_band=age_band,
                            status="derived" if year > 2016 else "published",
                        )
                    )
            where = {"year": year, "provider": provider, "site": site}
            for pod, unit, done in (
                ("emergency_spell", "spells", 1000),
                ("ae_type_1", "attendances", 5000),
            ):
                rows.append(
                    make_row(
                        "activity",
                        done * (at + 0.02 * more * (pod == "emergency_spell")),
                        unit=unit,
                        place=place,
                        pod=pod,
                        status="calibrated",
                        **where,
                    )
                )
            rows += [
                make_row("beds_needed", 100 * at + 5 * more, unit="beds", **where),
                make_row("beds_available", 104 * at, unit="beds", **where),
                make_row("beds_headroom", 4 * at - 5 * more, unit="beds", **where),
            ]
    return rows


def _list_money_rows(scenario):
    rows = []
    for year, gap in ((2016, -10e6), (2017, -40e6), (2018, -100e6)):
        money = {"unit": "pounds", "year": year, "organisation": "km-stp"}
        money |= {"scenario": scenario, "status": "calibrated"}
        closed = 30e6 if scenario == "plan" and year == 2018 else 0
        rows += [
            make_row("gap_pounds", gap + closed, **money),
            make_row("driver_price_pounds", 0.75 * (gap + 10e6), **money),
            make_row("driver_demographic_pounds", 0.25 * (gap + 10e6), **money),
        ]
    return rows
