"""What the pages say of Kent and Medway's governance, loaded whole."""

import re

import pytest

from factories.page_words import find_finding, list_section, read_page

pytestmark = pytest.mark.django_db


def test_example_is_loaded_whole_and_its_pages_say_so(client, loaded):
    groups = read_page(client, "/governance/groups/")
    seats = read_page(client, "/governance/seats/")
    sheets = read_page(client, "/governance/sign-off/")
    link = re.search(r'href="(/governance/sign-off/SGN-[^"]+)"', sheets).group(1)
    board = read_page(
        *(client, "/governance/groups/grp-stp-programme-board/"), as_at="2019-06-01"
    )

    assert (
        "commitment to proceed only: signing the PID commits an organisation to "
        "proceed with the work, not to any service model or change that results"
    ) in read_page(client, link)
    assert "RULE-" not in read_page(client, link)
    assert find_finding(groups).startswith("46 groups and 4 parts of them with ")
    assert "Virgin" in " ".join(list_section(seats, "voices"))
    assert find_finding(read_page(client, link)) == (
        "19 blocks for 18 organisations, Kent Community Health NHS Foundation Trust "
        "being printed twice; none have signed."
    )
    assert re.search(r"<h1.*?</span>\s*(.*?)\s*</h1>", board, re.S).group(1) == (
        "STP Programme Board"
    )
    assert "STP Partnership Board" in board


def test_example_joint_committee_and_leadership_group_decide_as_the_law_has_it(
    client, loaded
):
    joint = read_page(client, "/governance/groups/grp-ccg-joint/", as_at="2019-08-14")
    leadership = read_page(
        *(client, "/governance/groups/grp-stp-leadership-2016/"), as_at="2016-05-25"
    )

    assert list_section(joint, "authority")[:2] == ["Stroke", "decide"]
    cells = list_section(joint, "authority")
    verbs = {cells[n]: cells[n + 1] for n in range(0, len(cells), 3)}
    assert verbs == {
        "Stroke": "decide",
        "Cancer": "decide",
        "children&#39;s services": "recommend only",
        "mental health": "recommend only",
    }
    assert list_section(leadership, "authority")[1] == "recommend only"


def test_checker_finds_what_is_known_and_says_why_the_rest_cannot_be(client, loaded):
    page = read_page(client, "/governance/checker/")
    known = list_section(page, "known")
    said = {known[n]: known[n + 2] for n in range(0, len(known), 3)}

    assert sum(each.startswith("No longer there") for each in said.values()) == 0
    assert said["INC-G9"] == (
        "Cannot be found: Page headers are no field of a document."
    )
    assert said["INC-G1"].startswith("Found: Groups with several names")
    assert 'href="/governance/groups/grp-stp-programme-board/"' in page
