"""The risks of the example: none has a score, one assumption's day passes unmet."""

import csv
from datetime import date
from pathlib import Path

import pytest
import yaml

from placeplan.programme import (
    Assumption,
    AssumptionTest,
    Benefit,
    follow_assumption,
    get_domain_set,
    get_risk_matrix,
    list_claim_gaps,
)

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "examples" / "kent-medway" / "programme"
PAPERS = ROOT.parent / "shared" / "kent-medway" / "programme.yaml"


def read_rows(name):
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def follow(reference, as_at):
    ends = {each["id"]: each["ends_on"] for each in read_rows("milestones")}
    ends |= {each["id"]: each["ends_on"] for each in read_rows("dates")}
    (row,) = [each for each in read_rows("assumptions") if each["id"] == reference]
    linked = {
        name: [each for each in read_rows(name) if each["assumption"] == reference]
        for name in ("assumption_tests", "assumption_risks", "assumption_inputs")
    }
    assumption = Assumption(
        reference,
        row["name"],
        tests=tuple(
            AssumptionTest(each["id"], date.fromisoformat(ends[each["id"]]))
            for each in linked["assumption_tests"]
        ),
        risks=tuple(each["risk"] for each in linked["assumption_risks"]),
        inputs=tuple(
            f"{each['table']}: {each['entry']}" for each in linked["assumption_inputs"]
        ),
    )
    return follow_assumption(
        assumption, [], get_risk_matrix("papers_2019"), as_at=as_at
    )


def test_no_risk_of_the_papers_has_a_score():
    rows = read_rows("risks")
    assert len(rows) == 15
    assert not {"impact", "likelihood", "score", "grade"} & set(rows[0])


def test_the_day_of_asm_04_passes_unmet_and_rsk_15_has_no_score_to_raise():
    assert follow("ASM-04", date(2020, 4, 30)).state == "open"

    found = follow("ASM-04", date(2020, 5, 1))

    assert found.state == "lapsed"
    assert "RSK-15" in [each.risk for each in found.proposals]
    assert {each.to_likelihood for each in found.proposals} == {None}
    assert len(found.flagged_inputs) == 2


def test_an_assumption_that_no_paper_tests_cannot_be_tested():
    assert follow("ASM-07", date(2026, 1, 1)).state == "untestable"


def test_no_benefit_can_be_claimed_as_the_papers_print_it():
    gaps = {
        row["id"]: list_claim_gaps(
            Benefit(
                row["id"],
                row["name"],
                row["owner"],
                row["beneficiary"],
                row["kind"],
                unit=row["unit"],
                target=float(row["target"]) if row["target"] else None,
            )
        )
        for row in read_rows("benefits")
    }
    assert len(gaps) == 7
    assert all("It has no baseline." in each for each in gaps.values())
    assert [id_ for id_, each in gaps.items() if "It has no target." not in each] == [
        "BEN-05"
    ]


def test_the_domains_of_the_example_are_those_of_the_set():
    names = [each.name for each in get_domain_set("papers_2019").domains]
    assert [row["name"] for row in read_rows("impact_domains")] == names


@pytest.mark.skipif(not PAPERS.exists(), reason="official file not beside the project")
def test_the_matrix_is_that_of_the_papers():
    """Every step, score, grade and the threshold, against the transcription."""
    paper = yaml.safe_load(PAPERS.read_text("utf-8"))["risk_framework"]
    matrix = get_risk_matrix("papers_2019")

    assert dict(enumerate(matrix.impacts, 1)) == paper["impact"]
    assert dict(enumerate(matrix.likelihoods, 1)) == paper["likelihood"]
    assert {
        impact: [matrix.score(impact, likelihood) for likelihood in range(1, 6)]
        for impact in (5, 4, 3, 2, 1)
    } == paper["matrix"]
    assert list(matrix.possible_scores) == paper["possible_scores"]
    assert [(each.name, each.least, each.most) for each in matrix.grades] == [
        (each["name"], each["min"], each["max"]) for each in paper["grades"]
    ]
    assert matrix.escalates_from == paper["escalation"]["threshold"]
