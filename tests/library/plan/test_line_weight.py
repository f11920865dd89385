"""Needs weighed by line are those that capacity compares, and nobody else's."""

import polars as pl
import pytest

from factories.plan_folder import make_tables, write_plan_folder
from placeplan.demand import CodedDemand
from placeplan.plan import Plan
from placeplan.plan.line_weight import LineWeights
from placeplan.population import project_population


@pytest.mark.parametrize("measure", ["beds_needed", "staff_needed_wte"])
@pytest.mark.parametrize("without", ["east-trust", "west-trust", None])
def test_needs_are_those_of_places_whose_capacity_is_stated(tmp_path, measure, without):
    stated = {"beds_needed": "beds", "staff_needed_wte": "staff"}[measure]
    tables = make_tables()
    tables[stated] = [row for row in tables[stated] if row["provider"] != without]
    plan = Plan.from_folder(write_plan_folder(tmp_path / "tiny", tables=tables))
    compared = plan.run().table.filter(
        (pl.col("measure") == measure) & (pl.col("scenario") == "do_nothing")
    )

    assert 0 < compared["provider"].n_unique() == (2 if without is None else 1)
    for year, found in _weigh(plan, measure).items():
        whole = compared.filter(pl.col("year") == year)["value"].sum()
        assert found == pytest.approx(whole, rel=1e-9)


def _weigh(plan, measure):
    """Sum the needs of doing nothing, weighed line by line, in every year."""
    years, base_year = plan.manifest.years, plan.manifest.base_year
    people = project_population(
        plan.tables,
        first_year=plan.manifest.people_from,
        last_year=plan.manifest.people_to,
    )
    coded = CodedDemand.from_tables(
        plan.tables, people, base_year=base_year, years=years
    )
    weights = LineWeights.from_tables(
        plan.tables, coded.lines, base_year=base_year, years=years
    )
    future = coded.expect()
    figures = weights.weigh(future.activity, future.bed_days)
    wanted = (weights.figures["measure"] == measure).to_numpy()
    return dict(zip(years, figures[wanted].sum(axis=0).tolist(), strict=True))
