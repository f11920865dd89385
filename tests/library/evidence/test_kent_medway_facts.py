"""The register of the example: every figure of the papers, and what it bears on."""

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from placeplan.evidence import FactRegister, FactValue

EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"


@pytest.fixture(scope="module")
def register():
    return FactRegister.from_folder(EXAMPLE)


def test_every_fact_conflict_and_check_is_there(register):
    assert len(register.facts) == 403
    assert [fact.id for fact in register.facts] == [f"F{n:03}" for n in range(1, 404)]
    assert [each.id for each in register.conflicts] == [
        f"C{n:02}" for n in range(1, 22)
    ]
    assert [each.id for each in register.checks] == [f"A{n:02}" for n in range(1, 36)]
    assert len(register.outside) == 18


def test_every_fact_has_its_paper(register):
    assert Counter(fact.source for fact in register.facts) == {
        "stp-initiation-2016": 129,
        "kcc-update-2017": 121,
        "thanet-pack-2019": 15 + 35 + 66 + 6,
        "medway-update-2017": 27,
        "kcc-position-2016": 4,
    }
    assert all(fact.document and fact.heading for fact in register.facts)


def test_all_checks_hold_but_the_one_that_has_nothing_to_count(register):
    outcomes = register.run_checks()
    assert [each.check.id for each in outcomes if each.holds is None] == ["A34"]
    assert [each.check.id for each in outcomes if each.holds is False] == []


def test_what_disagrees_with_a_stated_figure_is_known_to_disagree(register):
    differing = [e.check.id for e in register.run_checks() if e.agrees is False]
    assert differing == ["A05", "A06", "A08", "A10", "A23"]


def test_failed_standards_of_seven_by_trust(register):
    (outcome,) = (each for each in register.run_checks() if each.check.id == "A27")
    assert outcome.computed == tuple(Decimal(each) for each in (1, 6, 4, 6))


def test_245_or_175_general_practitioners(register):
    found = {fact.id: fact.shown for fact in register.search("GPs needed to match")}
    assert found == {"F146": "245 GPs", "F297": "175 GPs", "F328": "245 GPs"}

    correction = register.correct(
        "F146",
        FactValue("number", "175"),
        reason="The booklet of August 2019 gives 175",
        on=date(2019, 8, 5),
        source="thanet-pack-2019",
    )
    assert [(each.kind, each.id) for each in correction.rests] == [
        ("fact", "F297"),
        ("fact", "F328"),
        ("conflict", "C01"),
        ("assumption", "gp-staff-2016"),
    ]


def test_what_was_known_in_march_2016(register):
    known = register.as_known(date(2016, 3, 9))
    assert len(known.facts) == 129
    assert {fact.source for fact in known.facts} == {"stp-initiation-2016"}


def test_conflicts_name_both_sides(register):
    for conflict in register.conflicts:
        for fact_id in (*conflict.facts, *conflict.outside):
            assert conflict in register.list_conflicts(fact_id)


def test_a_disagreement_noted_on_a_fact_is_explained_by_a_conflict(register):
    explained = {
        (one, other)
        for each in register.conflicts
        for one in each.facts
        for other in each.facts
    }
    noted = {(f.id, other) for f in register.facts for other in f.conflicts_with}
    assert noted - explained == set()


def test_outturn_of_the_plan_is_that_of_the_facts(register):
    outturn = pl.read_csv(EXAMPLE / "money" / "outturn.csv")
    planned = dict(outturn.select("organisation", "value_pounds").iter_rows())
    cited = [each.fact for each in register.citations if each.id == "outturn"]
    stated = {
        register.get_fact(id_).body: register.get_fact(id_).value.number
        for id_ in cited
    }
    assert len(stated) == 15
    assert planned == {body: float(value * 10**6) for body, value in stated.items()}
