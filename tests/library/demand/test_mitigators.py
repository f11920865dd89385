"""Each of the ninety-two mitigators can be stated, and moves its own cohort alone."""

import polars as pl
import pytest

from factories.demand_factory import make_people
from factories.mitigator_plan import (
    BANDS,
    PLACES,
    list_base,
    list_mix,
    make_mitigator_base,
)
from factories.plan_folder import make_tables, write_plan_folder
from placeplan.demand import (
    CodedDemand,
    MitigatorUse,
    check_demand,
    list_mitigators,
    state_mitigator,
)
from placeplan.errors import InputError, UnknownNameError
from placeplan.plan import Plan
from placeplan.reference import AgeBand

CATALOGUE = {row["mitigator"]: row for row in list_mitigators().iter_rows(named=True)}
AGES = {"0-17": 5, "18-64": 40, "65-74": 70, "75+": 80}
BASE, MIX = list_base(), list_mix()
TABLES = make_mitigator_base()
PEOPLE = make_people(
    {
        (2016, place, sex, age): 100.0
        for place in PLACES
        for sex in ("female", "male")
        for age in AGES.values()
    }
)


def make_use(mitigator, **more):
    """A use with a size of its own: no two mitigators leave the same share."""
    at = list(CATALOGUE).index(mitigator)
    cause = CATALOGUE[mitigator]["mechanism"] == "attributable_share"
    sizes = {"remaining_low": 0.3 + at / 200, "remaining_high": 0.3 + at / 200}
    due = {"attributable_share": 0.2 + at / 400} if cause else {}
    return MitigatorUse(mitigator, from_year=2016, **sizes | due | more)


def belongs(row, sex, place, band, told, pod):
    """The obvious twin: does a spell, told by its row of the mix, belong?"""
    _, _, specialty, stay, before, code, _ = told
    ages = AgeBand.parse(row["age_band"] or "0+")
    return (
        pod in row["pods"].split(" ")
        and ages.contains(AGES[band])
        and row.get("sex") in (None, sex)
        and row.get("place") in (None, place)
        and row["specialty"] in (None, specialty)
        and row["code"] in (None, code)
        and (row["stay_from_days"] is None or row["stay_from_days"] <= stay)
        and (row["stay_to_days"] is None or stay <= row["stay_to_days"])
        and row["pre_operative_days"] in (None, before)
    )


def take_by_hand(row, use):
    """Units and nights that leave each pod and place, one row of the mix at a time."""
    share = (1 - use.remaining_low) * (use.attributable_share or 1)
    units, nights = {}, {}
    for pod, place, _, _, sex, band, count, _ in BASE:
        for told in MIX:
            if told[0] != pod or not belongs(row, sex, place, band, told, pod):
                continue
            of_row, stay = count * told[-1], told[3] or 0
            days = row["pre_operative_days"] or 0
            if row["mechanism"].endswith("shorter_stay"):
                gone, saved = 0.0, share * of_row * stay
            elif row["mechanism"] == "pre_operative_stay":
                gone, saved = 0.0, share * of_row * days
            else:
                gone, saved = share * of_row, share * of_row * stay
            units[pod, place] = units.get((pod, place), 0.0) + gone
            nights[pod, place] = nights.get((pod, place), 0.0) + saved
    return units, nights


def work_out(rows):
    """What the engine leaves of the units and nights of each pod and place."""
    coded = CodedDemand.from_tables(TABLES | rows, PEOPLE, base_year=2016, years=[2016])
    activity, nights = coded.expect().with_initiatives()
    keys = [(pod, place) for place, _, _, pod in coded.lines.iter_rows()]
    return (
        dict(zip(keys, activity[:, 0], strict=True)),
        dict(zip(keys, nights[:, 0], strict=True)),
    )


def before():
    units, nights = {}, {}
    for pod, place, *_, count, days in BASE:
        units[pod, place] = units.get((pod, place), 0.0) + count
        nights[pod, place] = nights.get((pod, place), 0.0) + days
    return units, nights


def hold_to_hand(row, use, rows):
    """The engine leaves what the twin leaves, everywhere, and loses nothing."""
    gone, saved = take_by_hand(row, use)
    units, nights = before()
    for key in gone:
        units[key] -= gone[key]
        nights[key] -= saved[key]
        if row["arrives_as"]:
            there = (row["arrives_as"], key[1])
            units[there] = units.get(there, 0.0) + gone[key]
            nights.setdefault(there, 0.0)
    left, stayed = work_out(rows)
    assert any(gone.values()) or any(saved.values())
    assert left == pytest.approx(units)
    assert stayed == pytest.approx(nights)


def test_the_catalogue_has_the_kinds_of_the_national_model():
    kinds = [row["kind"] for row in CATALOGUE.values()]

    assert {kind: kinds.count(kind) for kind in kinds} == {
        "inpatient_avoidance": 33,
        "inpatient_efficiency": 27,
        "outpatient_avoidance": 12,
        "outpatient_efficiency": 4,
        "ae_avoidance": 16,
    }
    assert len({row["name"] for row in CATALOGUE.values()}) == 92


def test_no_two_mitigators_share_a_cohort():
    cohorts = list_mitigators().drop("mitigator", "kind", "name", "arrives_as")

    assert cohorts.unique().height == 92


@pytest.mark.parametrize("mitigator", CATALOGUE)
def test_a_mitigator_is_accepted_and_moves_its_own_cohort_alone(mitigator):
    use = make_use(mitigator)
    rows = state_mitigator(use)

    assert check_demand(TABLES | rows) == []
    hold_to_hand(CATALOGUE[mitigator], use, rows)


def test_a_mitigator_of_ones_own_moves_its_own_cohort_alone():
    narrower = {
        "place": "dover",
        "sex": "male",
        "age_band": "65-74",
        "code": "frail-high",
    }
    use = make_use("falls", **narrower)

    hold_to_hand(CATALOGUE["falls"] | narrower, use, state_mitigator(use))


def test_a_specialty_may_be_told_apart_too():
    use = make_use("follow-up-adult-surgical", specialty="medical")
    row = CATALOGUE["follow-up-adult-surgical"] | {"specialty": "medical"}

    hold_to_hand(row, use, state_mitigator(use))


def test_the_shares_of_all_that_apply_multiply_and_a_spell_leaves_once():
    uses = [
        make_use(name) for name in ("tele-adult-medical", "referral-gp-adult-medical")
    ]
    parts = [state_mitigator(use) for use in uses]
    rows = {name: pl.concat([part[name] for part in parts]) for name in parts[0]}
    left, _ = work_out(rows)
    tele, avoided = (1 - use.remaining_low for use in uses)

    arrived = 0.0
    for pod, place, _, _, _, band, count, _ in BASE:
        for told in MIX:
            if told[0] == pod and told[2] == "medical" and band != "0-17":
                of_gp = told[5] == "from-gp"
                if place == "dover":
                    arrived += tele * count * told[-1] * (1 - avoided * of_gp)
    assert left["outpatient_tele", "dover"] == pytest.approx(arrived)


def test_a_plan_folder_with_all_ninety_two_is_accepted(tmp_path):
    parts = [state_mitigator(make_use(name)) for name in CATALOGUE]
    rows = {name: pl.concat([part[name] for part in parts]) for name in parts[0]}
    tables = make_tables() | {
        name: frame.drop("source", "status").to_dicts()
        for name, frame in (TABLES | rows).items()
    }
    tables["pods"] = [tables["pods"][0] | {"beds": "no"}]
    arriving = {row["arrives_as"] for row in CATALOGUE.values()} - {None}
    tables["prices"] = [
        {"pod": pod, "price_pounds": 50}
        for pod in sorted(arriving | {row[0] for row in BASE})
    ]
    tables["bed_standards"] += [tables["bed_standards"][0] | {"pod": "elective_spell"}]

    plan = Plan.from_folder(write_plan_folder(tmp_path / "plan", tables=tables))

    pods = [pod for row in CATALOGUE.values() for pod in row["pods"].split(" ")]
    assert plan.tables["initiatives"].height == 92
    assert plan.tables["initiative_effects"].height == len(pods) == 114


def test_bands_are_those_of_the_catalogue():
    stated = {row["age_band"] for row in CATALOGUE.values()} - {None}

    assert stated == {"0-17", "18+", "65+", "75+"}
    assert [AgeBand.parse(band).contains(AGES[band]) for band in BANDS] == [True] * 4


def test_a_mitigator_that_nobody_knows_is_refused():
    with pytest.raises(UnknownNameError):
        MitigatorUse("wishing", 0.8, 0.9, 2020)


@pytest.mark.parametrize(("mitigator", "due"), [("smoking", None), ("falls", 0.2)])
def test_a_share_of_a_cause_is_for_causes_alone(mitigator, due):
    with pytest.raises(InputError) as caught:
        MitigatorUse(mitigator, 0.8, 0.9, 2020, attributable_share=due)

    assert caught.value.faults[0].file == mitigator


def test_a_status_that_no_number_has_is_refused():
    with pytest.raises(InputError) as caught:
        MitigatorUse("falls", 0.8, 0.9, 2020, status="certain")

    assert [fault.found for fault in caught.value.faults] == ["certain"]
