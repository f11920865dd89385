"""A plan with initiatives: its ledger, its claims, its bridge, and its draws."""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import numpy as np
import polars as pl
import pytest

from factories.plan_folder import make_tables, write_plan_folder
from placeplan.errors import InputError, RunCancelledError
from placeplan.plan import Plan, Results, answer
from placeplan.plan.account_file import ACCOUNT_FILES
from placeplan.plan.report import write_report
from placeplan.plan.run_folder import RUN_FILES
from placeplan.plan.shapley import split_by_shapley

EFFECT = {"mechanism": "avoidance", "pod": "emergency_spell", "age_band": "65+"}


def _make_initiatives():
    names = {"falls": 0.8, "home": 1.0, "posts": 0.5}
    return {
        "initiatives": [
            {
                "id": name,
                "name": name.capitalize(),
                "theme": "care",
                "heading": "new_care_models",
                "owner": "Care lead",
                "delivery_share": chance,
            }
            for name, chance in names.items()
        ],
        "initiative_effects": [
            EFFECT
            | {"initiative": "falls", "remaining_low": 0.9, "remaining_high": 0.9},
            EFFECT
            | {
                "initiative": "home",
                "mechanism": "substitution",
                "place": "dover",
                "remaining_low": 0.7,
                "remaining_high": 0.9,
            },
        ],
        "initiative_phasing": [
            {"initiative": "falls", "year": 2017, "delivered_share": 0.5},
            {"initiative": "falls", "year": 2018, "delivered_share": 1},
            {"initiative": "home", "year": 2018, "delivered_share": 1},
        ],
        "initiative_arrivals": [
            {
                "initiative": "home",
                "from_pod": "emergency_spell",
                "pod": "ae_type_1",
                "units_each": 3,
                "bed_days_each": 0,
                "lag_years": 0,
            }
        ],
        "initiative_capacity": [
            {"initiative": "posts", "provider": "east-trust", "from_year": 2018}
            | {"site": "east-site", "amount": 10},
            {"initiative": "posts", "provider": "west-trust", "from_year": 2019}
            | {"staff_group": "consultant", "amount": 2},
        ],
        "initiative_costs": [
            {"initiative": "home", "year": 2018, "cost_pounds": 5000}
            | {"recurrent": "yes"}
        ],
    }


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    folder = tmp_path_factory.mktemp("initiatives") / "tiny"
    tables = make_tables() | _make_initiatives()
    return Plan.from_folder(write_plan_folder(folder, tables=tables))


@pytest.fixture(scope="module")
def results(plan):
    return plan.run()


@pytest.fixture(scope="module")
def drawn(plan):
    return plan.run(draws=200)


def _ask(results, measure, year, scenario="plan", **where):
    found = answer(results, measure, where={"year": year, **where}, scenario=scenario)
    return found["value"].sum()


def test_doing_nothing_is_as_if_there_were_no_initiatives(tmp_path, results):
    plain = Plan.from_folder(write_plan_folder(tmp_path / "plain")).run()

    nothing = pl.col("scenario") == "do_nothing"
    assert results.table.filter(nothing).equals(plain.table.filter(nothing))
    assert plain.account is None


def test_money_keeps_solutions_and_initiatives_apart(tmp_path, results):
    plain = Plan.from_folder(write_plan_folder(tmp_path / "plain")).run()

    pounds = pl.col("unit") == "pounds"
    assert results.table.filter(pounds).equals(plain.table.filter(pounds))


def test_the_plan_has_what_is_left_of_its_activity(results):
    old = 0.8 * 0.1  # falls, delivered with probability 0.8, take a tenth
    for place, left in (("ashford", 1 - old), ("dover", (1 - old) * 0.8)):
        rows = results.table.filter(
            (pl.col("place") == place)
            & (pl.col("pod") == "emergency_spell")
            & (pl.col("measure") == "activity")
            & (pl.col("year") == 2019)
        )
        nothing, with_plan = rows.sort("scenario")["value"]
        taken = results.account.ledger.filter(
            (pl.col("place") == place)
            & (pl.col("year") == 2019)
            & (pl.col("measure") == "activity")
            & (pl.col("kind") != "arrived")
        )["value"].sum()
        young = nothing - taken / (1 - left)
        assert with_plan == pytest.approx(young + (nothing - young) * left)


def test_what_is_moved_arrives_with_its_pounds_and_staff(results):
    ledger = results.account.ledger.filter(
        (pl.col("initiative") == "home") & (pl.col("year") == 2018)
    )
    of = {
        (kind, measure): value
        for kind, measure, value in ledger.select(
            "kind", "measure", "value"
        ).iter_rows()
    }
    price = 1.02**2

    spells = of["moved", "activity"]
    assert of["arrived", "activity"] == pytest.approx(3 * spells)
    assert of["moved", "cost_pounds"] == pytest.approx(spells * 2000 * price)
    assert of["arrived", "cost_pounds"] == pytest.approx(3 * spells * 150 * price)
    assert of["moved", "bed_days"] == pytest.approx(5 * spells)
    assert of["moved", "beds_needed"] == pytest.approx(5 * spells / (365 * 0.9))
    assert of["moved", "staff_needed_wte"] == pytest.approx(spells * 60 / 75600)
    assert of["spent", "cost_pounds"] == 5000


def test_the_ledger_is_the_difference_between_the_scenarios(results):
    signed = results.account.ledger.with_columns(
        pl.when(pl.col("kind") == "arrived").then("value").otherwise(-pl.col("value"))
    )
    for measure in ("activity", "bed_days"):
        for year in (2017, 2018, 2019):
            rows = (pl.col("measure") == measure) & (pl.col("year") == year)
            change = signed.filter(rows)["value"].sum()
            both = [
                results.table.filter(rows & (pl.col("scenario") == name))["value"].sum()
                for name in ("do_nothing", "plan")
            ]
            assert both[1] - both[0] == pytest.approx(change)


def test_a_claim_on_what_is_already_avoided_gets_only_the_rest(results):
    claims = results.account.claims.filter(
        (pl.col("year") == 2018) & (pl.col("measure") == "activity")
    )
    of = {row["initiative"]: row for row in claims.iter_rows(named=True)}

    assert of["falls"]["double_counted"] == 0
    assert of["home"]["counted"] == pytest.approx(0.92 * of["home"]["claimed"])


def test_capacity_that_is_added_is_there_from_its_year(results):
    beds = {
        year: _ask(results, "beds_available", year, site="east-site")
        for year in (2017, 2018)
    }
    staff = [
        _ask(results, "staff_available_wte", 2019, scenario, provider="west-trust")
        for scenario in ("do_nothing", "plan")
    ]

    assert beds == {2017: 15, 2018: 15 + 0.5 * 10}
    assert staff[1] - staff[0] == pytest.approx(0.5 * 2)


def test_the_bridge_sums_to_the_change_and_says_what_interacts(results):
    bridge = results.account.bridge.filter(pl.col("measure") == "beds_needed")
    change = _ask(results, "beds_needed", 2019) - _ask(
        results, "beds_needed", 2019, "do_nothing"
    )

    assert bridge["initiative"].to_list() == ["falls", "home", "interaction"]
    assert bridge["value"].sum() == pytest.approx(change, abs=1e-9)
    assert bridge["simple_effect"].sum() == pytest.approx(change, abs=1e-9)


def test_beyond_twelve_factors_sampled_shares_come_near_with_their_error():
    left = 1 - np.arange(1, 15) / 40

    def value(chosen):
        return np.array([1000 * np.prod(left[sorted(chosen)])])

    sampled = split_by_shapley(value, 14, seed=1, orders=400)
    again = split_by_shapley(value, 14, seed=1, orders=400)

    assert sampled.share.sum() == pytest.approx(value(range(14))[0] - 1000, abs=1e-9)
    assert np.array_equal(sampled.share, again.share)
    assert 0 < sampled.error.max() < 2
    assert (np.diff(sampled.share[:, 0]) < 0).all()


def test_values_stay_the_exact_mean_with_any_number_of_draws(results, drawn):
    assert drawn.table.select(results.table.columns).equals(results.table)


def test_draws_surround_the_exact_mean(results, drawn):
    keys = ["scenario", "year", "pod", "measure"]
    exact = results.table.filter(pl.col("measure").is_in(["activity", "bed_days"]))
    sums = exact.group_by(keys).agg(pl.col("value").sum().alias("exact"))
    both = drawn.account.spread.join(sums, on=keys)
    off = (both["value"] - both["exact"]).abs() / both["mc_error"]
    rows = drawn.table.filter(pl.col("mc_error") > 0)

    assert both.height > 20
    assert off.max() < 5
    assert (rows["p10"] < rows["p50"]).all()
    assert (rows["p50"] < rows["p90"]).all()
    assert ((rows["value"] - rows["p50"]).abs() < rows["p90"] - rows["p10"]).all()


def test_the_gap_spreads_against_the_cost(drawn):
    rows = drawn.table.filter((pl.col("year") == 2019) & pl.col("p10").is_not_null())
    cost, gap = (
        rows.filter(
            (pl.col("measure") == measure) & (pl.col("scenario") == "do_nothing")
        ).row(0, named=True)
        for measure in ("cost_pounds", "gap_pounds")
    )

    assert gap["value"] + cost["value"] == pytest.approx(5_000_000)
    assert gap["p10"] + cost["p90"] == pytest.approx(5_000_000)
    assert gap["mc_error"] == cost["mc_error"]


def test_any_executor_gives_the_same_bits(plan):
    here = plan.run(draws=20)
    with ThreadPoolExecutor(2) as executor:
        threads = plan.run(draws=20, executor=executor)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        processes = plan.run(draws=20, executor=executor)

    assert threads.table.equals(here.table)
    assert processes.table.equals(here.table)
    assert processes.account.spread.equals(here.account.spread)


def test_draws_are_stopped_between_chunks(plan):
    told = []

    def stop(step, done, total):
        told.append(step)
        if step.endswith("16 of 40"):
            raise RunCancelledError(step)

    with ThreadPoolExecutor(1) as executor, pytest.raises(RunCancelledError):
        plan.run(draws=40, executor=executor, progress=stop)

    assert list(dict.fromkeys(told))[-3:] == [
        "draws, expected growth",
        "draws, expected growth: 8 of 40",
        "draws, expected growth: 16 of 40",
    ]


def test_more_draws_than_memory_holds_are_refused(plan):
    with pytest.raises(InputError):
        plan.run(draws=20_000)


def test_the_account_is_written_beside_the_results_and_read_back(drawn, tmp_path):
    record = drawn.write(tmp_path / "out", with_report=False)

    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {*RUN_FILES, *ACCOUNT_FILES} - {"report.html"}
    assert {*record.files} == names - {"run.json"}
    again = Results.from_folder(tmp_path / "out")
    assert again.record == record
    for name in ("ledger", "claims", "bridge", "drivers", "inputs"):
        assert getattr(again.account, name).equals(getattr(drawn.account, name))
    assert again.account.spread.equals(drawn.account.spread)
    assert again.account.draws.equals(drawn.account.draws)


def test_a_run_without_initiatives_or_draws_has_no_account(tmp_path):
    plain = Plan.from_folder(write_plan_folder(tmp_path / "plain")).run()
    plain.write(tmp_path / "out", with_report=False)

    assert Results.from_folder(tmp_path / "out").account is None


def test_the_report_says_that_pounds_are_kept_apart(drawn):
    page = write_report(drawn, drawn.record, drawn.account)

    assert page.count("would count the same saving twice") == 1
    assert [page.count(f'<h2 id="{name}"') for name in ("ledger", "claims")] == [1, 1]
    for name in ("initiative-bridge", "spread", "drivers"):
        assert page.count(f'<h2 id="{name}"') == 1
    assert page.count("200 draws are enough for every digit that is printed of") == 1


def _check(tmp_path, **changes):
    tables = make_tables() | _make_initiatives() | changes
    folder = write_plan_folder(tmp_path / "bad", tables=tables)
    with pytest.raises(InputError) as error:
        Plan.from_folder(folder)
    return [str(fault) for fault in error.value.faults]


def _move(**arrival):
    [row] = _make_initiatives()["initiative_arrivals"]
    return {"initiative_arrivals": [row | arrival]}


def test_what_arrives_where_no_spaces_are_stated_is_refused_before_a_run(tmp_path):
    pod = {"pod": "outpatient_first"}
    elsewhere = {"year": 2016, "provider": "east-trust", "site": "west-site"}
    standard = {"from_year": 2016, "hours_each": 1, "weeks": 50, "hours_a_week": 40}

    assert _check(
        tmp_path,
        spaces=[pod | elsewhere | {"spaces": 9}],
        space_standards=[pod | standard | {"utilisation_share": 0.8}],
        prices=[*make_tables()["prices"], pod | {"price_pounds": 90}],
        **_move(**pod),
    ) == [
        (
            "capacity/spaces.csv, provider east-trust, pod outpatient_first, site "
            "east-site: expected a row, since there are activity, found none. Add the "
            "row; 0 says that there are none."
        )
    ]


def test_what_arrives_without_a_price_is_refused(tmp_path):
    assert _check(tmp_path, **_move(pod="community_contact")) == [
        (
            "money/prices.csv: expected a price for each pod that has activity, found "
            "none for community_contact. Add a row for each; the price may be 0."
        )
    ]


BAD = {
    "a share above one": (
        {"initiatives": {"delivery_share": 1.2}},
        "initiatives/initiatives.csv, row 2, column delivery_share",
    ),
    "what is avoided is also shortened": (
        {"initiative_effects": {"mechanism": "shorter_stay"}},
        "initiatives/effects.csv, row 4",
    ),
    "a pod that does not exist": (
        {"initiative_arrivals": {"pod": "nowhere"}},
        "initiatives/arrivals.csv, row 2",
    ),
    "phasing that falls": (
        {"initiative_phasing": {"year": 2019, "delivered_share": 0.4}},
        "initiatives/phasing.csv, row 5",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_plan_is_refused_with_its_row_and_a_remedy(tmp_path, name):
    changes, where = BAD[name]
    tables = make_tables() | _make_initiatives()
    for table, change in changes.items():
        first, *rest = tables[table]
        added = table in ("initiative_effects", "initiative_phasing")
        tables[table] = (
            [first, *rest, first | change] if added else [first | change, *rest]
        )

    with pytest.raises(InputError) as error:
        Plan.from_folder(write_plan_folder(tmp_path / "bad", tables=tables))
    places = {f"{f.file}, {f.where}": f.remedy for f in error.value.faults}
    [remedy] = [words for place, words in places.items() if place.startswith(where)]
    assert remedy != ""


def test_correlations_that_contradict_each_other_are_refused(tmp_path):
    pairs = (("falls", "home", 0.9), ("falls", "posts", 0.9), ("home", "posts", -0.9))
    rows = [
        {"initiative": one, "other": other, "rank_correlation": rank}
        for one, other, rank in pairs
    ]

    [fault] = _check(tmp_path, initiative_correlations=rows)
    assert fault.startswith(
        "initiatives/correlations.csv: expected a table that is positive definite, "
        "found that falls, home, posts contradict each other. Bring the correlations "
        "between these nearer to 0"
    )
