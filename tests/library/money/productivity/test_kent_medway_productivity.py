"""The example's productivity: what the story says of it, and what its source says."""

from pathlib import Path

import pytest

from placeplan.money.amount_words import say_pence
from placeplan.money.pence import Pence
from placeplan.money.productivity import PRODUCTIVITY_TABLES, find_productivity
from placeplan.tables import read_folder

ROOT = Path(__file__).parents[4]
STORY = ROOT / "docs" / "story" / "money.md"


@pytest.fixture(scope="module")
def study():
    files = read_folder(ROOT / "examples" / "kent-medway", PRODUCTIVITY_TABLES)
    return find_productivity(files.frames)


def test_the_story_says_what_five_years_save_and_how_far_that_is_from_190_million(
    study,
):
    (published,) = study.published
    amounts = [
        published.saving,
        study.path.saved,
        Pence(study.path.saved - published.saving),
        study.find_path_at(0.02).saved,
        study.find_path_at(None).saved,
    ]

    story = STORY.read_text("utf-8")
    told = story.split("## Where the productivity is")[1].split("\n## ")[0]
    assert [say_pence(each) for each in amounts if say_pence(each) not in told] == []
    assert say_pence(published.saving) == "£190 million"


def test_the_base_is_turnover_less_the_outturn_of_2015_16(study):
    # 530 + 36.4, 400 + 23.5, 260 + 52.1, 220 + 7.9.
    assert (study.base_year, say_pence(study.base)) == (2015, "£1,529.9 million")


def test_nothing_of_it_is_shown_as_published(study):
    assert study.status == "illustrative"
    assert all(
        "illustrative" in study.bodies[each.id].profile.name
        for told in study.verdicts.values()
        for each in told
    )


def test_each_trust_has_two_peers_or_more_and_candidates_that_are_none(study):
    chosen = {
        body: sum(each.chosen for each in told) for body, told in study.verdicts.items()
    }

    assert chosen == {"dgt": 2, "ekhuft": 3, "mft": 3, "mtw": 2}
