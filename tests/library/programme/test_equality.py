"""Due regard: nine characteristics, three aims, evidence or a reason for none."""

from dataclasses import replace
from datetime import date

import pytest

from placeplan.errors import InputError
from placeplan.programme.characteristic import (
    CHARACTERISTICS,
    EQUALITY_AIMS,
    list_equality_pairs,
)
from placeplan.programme.equality import EqualityFinding, check_equality

DAY = date(2019, 8, 14)
NINE = [
    *("age", "disability", "gender_reassignment", "marriage_and_civil_partnership"),
    *("pregnancy_and_maternity", "race", "religion_or_belief", "sex"),
    "sexual_orientation",
]

NO_OWNER = "Age, aim (i): it gets worse and there is no owner of the mitigation."


def find_all():
    return [
        EqualityFinding(id_, aim, "neutral", f"Evidence {at}")
        for at, (id_, aim) in enumerate(list_equality_pairs(DAY))
    ]


def change_first(**changes):
    first, *others = find_all()
    return check_equality([replace(first, **changes), *others], DAY)


def test_the_nine_of_the_act_come_first_and_local_additions_are_marked():
    assert [id_ for id_, each in CHARACTERISTICS.items() if each.required] == NINE
    assert [id_ for id_, each in CHARACTERISTICS.items() if not each.required] == [
        *("carers", "inclusion_health")
    ]
    assert list(EQUALITY_AIMS) == ["i", "ii", "iii"]


def test_marriage_and_civil_partnership_has_the_first_aim_alone():
    pairs = list_equality_pairs(DAY)
    assert len(pairs) == 8 * 3 + 1
    assert [aim for id_, aim in pairs if id_ == NINE[3]] == ["i"]
    assert list_equality_pairs(None) == pairs
    assert len(list_equality_pairs(DAY, local=True)) == 25 + 2 * 3


def test_an_assessment_of_every_pair_is_complete():
    found = check_equality(find_all(), DAY)
    assert (found.complete, found.needed, found.found) == (True, 25, 25)
    assert (found.missing, found.reasons) == ((), ())


def test_a_pair_that_nobody_considered_is_named():
    found = check_equality(find_all()[:-1], None)
    assert (found.complete, found.found) == (False, 24)
    assert found.missing == (("sexual_orientation", "iii"),)
    assert found.reasons == (
        "Sexual orientation was not considered for aim (iii), Foster good relations.",
    )


def test_a_reason_stands_in_for_evidence():
    assert change_first(evidence="", no_evidence_reason="Never counted").complete


@pytest.mark.parametrize(
    ("changes", "reasons"),
    [
        (
            {"evidence": " "},
            ["Age, aim (i): there is neither evidence nor a reason for none."],
        ),
        (
            {"no_evidence_reason": "Never counted"},
            ["Age, aim (i): there is evidence, and a reason why there is none."],
        ),
        (
            {"direction": "worse"},
            [
                "Age, aim (i): it gets worse and there is no mitigation.",
                NO_OWNER,
            ],
        ),
        (
            {"direction": "worse", "mitigation": "A bus"},
            [NO_OWNER],
        ),
        ({"direction": "worse", "mitigation": "A bus", "owner": "transport lead"}, []),
        ({"direction": "better"}, []),
    ],
)
def test_what_a_finding_lacks(changes, reasons):
    found = change_first(**changes)
    assert list(found.reasons) == reasons
    assert found.complete is (not reasons)


def test_a_local_addition_is_held_to_the_same_and_makes_nothing_complete():
    carers = EqualityFinding("carers", "ii", "worse", "Survey")
    found = check_equality([carers], DAY)
    assert found.found == 0
    assert found.reasons[-1] == (
        "Carers, aim (ii): it gets worse and there is no owner of the mitigation."
    )


def test_what_cannot_be_is_refused_with_every_fault():
    with pytest.raises(InputError) as caught:
        check_equality(
            [
                EqualityFinding("marriage_and_civil_partnership", "ii", "neutral", "e"),
                EqualityFinding("age", "i", "neutral", "e"),
                EqualityFinding("age", "i", "bad", "e"),
                EqualityFinding("income", "i", "neutral", "e"),
            ],
            DAY,
        )
    assert [(each.where, each.found) for each in caught.value.faults] == [
        ("finding 1, aim", "(ii)"),
        ("finding 3", "age for aim (i) again"),
        ("finding 3, direction", "bad"),
        ("finding 4, characteristic", "income"),
    ]
    assert caught.value.faults[0].expected == (
        "for marriage_and_civil_partnership aim (i) alone"
    )
    assert caught.value.faults[3].expected.startswith("one of age, disability, ")


def test_before_the_duty_bound_anybody_nothing_is_asked_and_nothing_can_be_found():
    day = date(2011, 4, 4)
    assert check_equality([], day).needed == 0
    with pytest.raises(InputError) as caught:
        check_equality([EqualityFinding("age", "i", "neutral", "e")], day)
    assert caught.value.faults[0].expected == "a day on which the duty binds"
