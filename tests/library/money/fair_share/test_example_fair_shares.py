"""The example's fair shares: whole to the penny, and what is made up says so."""

from pathlib import Path

import pytest

from placeplan.money import Pence
from placeplan.money.fair_share import answer_cases, check_fair_share
from placeplan.money.fair_share.inputs import FAIR_SHARE_TABLES
from placeplan.tables import read_folder

EXAMPLE = Path(__file__).parents[4] / "examples" / "kent-medway"
COUNTS = {"alliance": 4, "group": 8, "district": 13, "network": 42}


@pytest.fixture(scope="module")
def tables():
    return read_folder(EXAMPLE, FAIR_SHARE_TABLES).frames


@pytest.fixture(scope="module")
def answers(tables):
    return {
        (each.case.year, each.case.budget, each.case.level): each
        for each in answer_cases(tables)
    }


def test_its_tables_fit(tables):
    assert check_fair_share(tables) == []


def test_every_budget_is_shared_whole_at_every_level(answers):
    for answer in answers.values():
        assert len(answer.case.places) == COUNTS[answer.case.level]
        assert sum(share.target for share in answer.found.shares) == answer.case.amount
        assert sum(answer.allocations.values()) == answer.case.amount
        assert answer.case.status == "illustrative"


def test_budgets_are_those_of_the_papers(answers):
    whole = answers[2024, "whole", "alliance"].case.amount
    parts = [
        answers[2016, budget, "alliance"].case.amount
        for budget in ("core", "primary_medical", "specialised")
    ]

    assert whole == Pence(4_200_000_000_00)
    assert sum(parts) == Pence(3_036_000_000_00)  # money/income.csv of 2016/17


def test_need_draws_money_to_thanet_and_from_tunbridge_wells(answers):
    districts = answers[2024, "whole", "district"]
    opening = {
        share.place.id: share.paced.opening_distance for share in districts.found.shares
    }

    assert min(opening, key=opening.get) == "thanet"
    assert max(opening, key=opening.get) == "tunbridge-wells"
    assert districts.found.shares[10].paced.bound == "floor"
    assert districts.distances["thanet"] >= -0.05


def test_networks_share_what_their_alliance_gets(answers):
    alliances = answers[2024, "whole", "alliance"]
    networks = answers[2024, "whole", "network"]

    for alliance, got in alliances.allocations.items():
        members = [
            networks.allocations[network]
            for network, parent in networks.case.parents.items()
            if parent == alliance
        ]
        assert sum(members) == got
