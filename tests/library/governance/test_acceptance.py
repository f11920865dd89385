"""The acceptance checks of the specification, by their numbers, asked of the library.

Number 10, the survey, comes with engagement; the second halves of 5 and 6, what a page
shows, are tested on the pages.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from placeplan.governance import (
    Attendance,
    BodyAnswer,
    Gift,
    Instrument,
    Interest,
    Matter,
    Member,
    check_consistency,
    check_notice,
    check_quorum,
    compare_wording,
    count_clear_days,
    find_authority,
    find_gift_duties,
    find_interest_effect,
    find_ratification,
    list_groups,
    list_instruments,
    match_known,
    read_governance,
    search_groups,
)
from placeplan.programme import DateInterval, find_state, get_risk_matrix_at, grade_risk

EXAMPLE = Path(__file__).parents[3] / "examples/kent-medway"
MEETING = date(2019, 8, 14)


@pytest.fixture(scope="module")
def tables():
    return read_governance(EXAMPLE).tables


def test_1_one_interest_makes_item_5_inquorate_and_leaves_the_others(tables):
    (group,) = search_groups(tables, "Cabinet Advisory Group", MEETING)
    dpi = find_interest_effect(Interest("localism_act", "dpi"), MEETING)
    withdrawn = {"4": 0, "5": int(dpi.withdraws), "6": 0}

    states = {
        item: check_quorum(
            group.quorum, Attendance({"members": 3}, {"members": gone}, {"members": 6})
        ).state
        for item, gone in withdrawn.items()
    }

    assert states == {
        "4": "quorate",
        "5": "inquorate_through_interests",
        "6": "quorate",
    }
    row = tables["groups"].filter(tables["groups"]["id"] == group.id)
    assert row.select("member_count", "substitutes").row(0) == (6, False)


@pytest.mark.parametrize(
    ("speaking_rights", "effect"),
    [(True, (True, False, "until_spoken")), (False, (False, False, "no"))],
)
def test_2_a_significant_interest_with_public_speaking_rights(speaking_rights, effect):
    interest = Interest("localism_act", "significant", may_speak=speaking_rights)

    found = find_interest_effect(interest, MEETING)

    assert (found.speak, found.vote, found.stay) == effect


@pytest.mark.parametrize(
    ("worth", "duty"),
    [(["24.99"], False), (["25.00"], True), (["10", "10", "10"], True)],
)
def test_3_gifts_from_one_donor(worth, duty):
    gifts = [Gift("A", Decimal(each), date(2019, 6, 1)) for each in worth]

    (found,) = find_gift_duties("localism_act", gifts, MEETING)

    assert found.declare is duty


def test_4_clear_days_of_the_agenda(tables):
    row = tables["meetings"].row(0, named=True)
    published_on, meets_on = row["published_on"], row["meets_on"]
    assert (published_on, meets_on) == (date(2019, 8, 5), MEETING)
    assert check_notice("principal_council", published_on, meets_on).state == "enough"
    late = date(2019, 8, 8)
    assert count_clear_days(late, MEETING) == 3
    states = [
        check_notice(b, late, MEETING).state for b in ("principal_council", "nhs_body")
    ]
    assert states == ["short", "enough"]


def test_5_risks_escalate_from_8_and_no_score_is_7():
    matrix = get_risk_matrix_at(MEETING)

    assert grade_risk(2, 4, matrix).escalates
    assert not grade_risk(2, 3, matrix).escalates
    assert 7 not in matrix.possible_scores


def test_6_nineteen_blocks_of_eighteen_organisations(tables):
    blocks = tables["sign_offs"]

    assert (blocks.height, blocks["body"].n_unique()) == (19, 18)
    double = [
        each.record
        for each in check_consistency(tables)
        if each.check == "duplicate_signatory"
    ]
    assert double == ["org-kchft"]
    assert blocks["meaning"].unique().to_list() == [
        "memorandum of understanding; commitment to proceed only (RULE-SIGN-01)"
    ]


def test_7_who_decides_in_2016_and_in_2019(tables):
    leadership = [Member(k) for k in ("commissioner", "provider", "local_authority")]
    in_2016 = Matter("Stroke", date(2016, 3, 9))
    ccgs = [
        Member("commissioner", body)
        for body in tables["delegations"]["body"].unique(maintain_order=True)
    ]
    instruments = list_instruments(tables, "grp-ccg-joint")

    assert find_authority(leadership, [Instrument()], in_2016).verb == "recommend"
    assert len(ccgs) == 8
    verbs = {
        subject: find_authority(ccgs, instruments, Matter(subject, MEETING)).verb
        for subject in ("Stroke", "Cancer", "children's services", "mental health")
    }
    assert verbs == {
        "Stroke": "decide",
        "Cancer": "decide",
        "children's services": "recommend",
        "mental health": "recommend",
    }
    children = Instrument(subjects=("children's services",))
    delegated = find_authority(
        ccgs, [*instruments, children], Matter("children's services", MEETING)
    )
    assert delegated.verb == "decide"


def test_8_one_body_that_changes_the_wording_holds_it_up():
    text = "Stroke units at three sites."
    other = "Stroke units at three sites, with travel reviewed yearly."
    said = [BodyAnswer(f"ccg-{n}", "agreed", text=text) for n in range(7)]

    found = find_ratification(
        "all", [*said, BodyAnswer("ccg-7", "agreed", text=other)], text=text
    )

    assert (found.state, found.waiting) == ("pending", ("ccg-7",))
    assert compare_wording(text, other) == (
        ("same", "Stroke units at three"),
        ("taken out", "sites."),
        ("put in", "sites, with travel reviewed yearly."),
    )


def test_9_september_or_october_is_late_on_1_november(tables):
    printed = tables["milestones"].filter(tables["milestones"]["id"] == "MS-13")
    due = DateInterval.parse(printed["printed"].item())

    states = [
        str(find_state(due, day)) for day in (date(2019, 10, 15), date(2019, 11, 1))
    ]
    assert states == ["on_time", "late"]


def test_11_the_programme_board_by_its_names_on_a_day(tables):
    day = date(2019, 6, 1)

    (found,) = search_groups(tables, "stp partnership board", day)

    assert (found.id, found.name) == ("grp-stp-programme-board", "STP Programme Board")
    assert search_groups(tables, "STP Partnership Board", date(2016, 6, 1)) == ()
    assert search_groups(tables, " ") == ()
    assert len(list_groups(tables)) == 50


def test_12_the_known_inconsistencies_are_found_or_said_why_not(tables):
    known = match_known(tables, check_consistency(tables))

    assert len(known) == 21
    assert [each.id for each in known if each.is_missed] == []
    assert [each.id for each in known if each.why_not] == [
        *("INC-G9", "INC-G13", "INC-P6", "INC-E1", "INC-E4")
    ]


def test_a_section_65z5_instrument_lets_the_same_group_decide_in_2023():
    members = [Member(k) for k in ("commissioner", "provider", "local_authority")]
    joint = Instrument("65Z5", subjects=("Stroke",))

    found = find_authority(members, [joint], Matter("Stroke", date(2023, 6, 1)))

    assert found.verb == "decide"
    assert found.reasons[0] == (
        "Integrated care boards, trusts, NHS England and councils may exercise "
        "functions jointly and form joint committees (section 65Z5)."
    )
