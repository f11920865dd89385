"""Rules of governance, asked as anyone would ask them."""

import pytest

from placeplan.errors import InputError, PlaceplanError
from placeplan.governance import RULES

DAY = {"as_at": "2019-08-14"}
SIX = {"rule": {"kind": "number", "number": 3}, "members": 6}
JOINT = {
    "members": ["commissioner", "provider"],
    "subject": "Stroke",
    "value": "100",
    "as_at": "2023-06-01",
}


def share(of, members, present):
    rule = {"kind": "share", "share": of}
    return {"rule": rule, "members": members, "present": present}


CCGS = ["ccg-ashford", "ccg-swale"]


def ask(name, *parts):
    return RULES[name].ask({key: v for part in parts for key, v in part.items()})


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_rule_takes_nothing_that_it_does_not_know(name):
    assert RULES[name].name == name
    with pytest.raises(InputError, match="no such entry"):
        RULES[name].ask({"colour": "red"})


@pytest.mark.parametrize(
    ("published_on", "meeting_on", "more", "result"),
    [
        ("2019-08-05", "2019-08-14", {}, 6),
        ("2019-12-20", "2020-01-02", {}, 5),
        ("2012-01-01", "2012-01-04", {}, 1),  # 2 January 2012 is a bank holiday
        ("2028-12-27", "2028-12-31", {}, 2),
        ("2019-08-05", "2019-08-14", {"count_saturday": True}, 7),
        ("2021-12-23", "2021-12-29", {"count_saturday": True}, 1),
        ("2019-08-05", "2019-08-14", {"published_at": "17:00", "cut_off": "17:00"}, 6),
        ("2019-08-05", "2019-08-14", {"published_at": "17:01", "cut_off": "17:00"}, 5),
        ("2019-08-14", "2019-08-14", {"published_at": "18:00", "cut_off": "17:00"}, 0),
    ],
)
def test_clear_days(published_on, meeting_on, more, result):
    days = {"published_on": published_on, "meeting_on": meeting_on}
    assert ask("clear-days", days, more, DAY).result == result


@pytest.mark.parametrize(
    ("published_on", "meeting_on", "words"),
    [
        ("2011-12-30", "2012-01-04", "published_on: expected a day of 2012 to 20"),
        ("2028-12-30", "2030-01-04", "meeting_on: expected a day of 2012 to 20"),
        ("2019-08-15", "2019-08-14", "2019-08-15 .published_on. or later"),
        ("2019-08-15", "soon", "meeting_on: expected a date"),
    ],
)
def test_clear_days_refuses(published_on, meeting_on, words):
    with pytest.raises(InputError, match=words):
        ask("clear-days", {"published_on": published_on, "meeting_on": meeting_on})


def test_clear_days_wants_both_times_or_none():
    days = {"published_on": "2019-08-05", "meeting_on": "2019-08-14"}
    with pytest.raises(InputError, match="published_at and cut_off together"):
        ask("clear-days", days, {"cut_off": "17:00"})


@pytest.mark.parametrize("zone", ["Z", "+01:00"])
def test_clear_days_wants_local_times(zone):
    days = {"published_on": "2019-08-05", "meeting_on": "2019-08-14"}
    for at, cut_off in [(f"17:01{zone}", "17:00"), ("17:01", f"17:00{zone}")]:
        with pytest.raises(InputError, match="local times, without a zone"):
            ask("clear-days", days, {"published_at": at, "cut_off": cut_off})


def test_publication_after_hours_never_hides_that_the_meeting_came_first():
    days = {"published_on": "2019-08-15", "meeting_on": "2019-08-14"}
    late = {"published_at": "17:01", "cut_off": "17:00"}
    with pytest.raises(InputError, match="found 2019-08-14"):
        ask("clear-days", days, late)


def test_publication_after_hours_of_the_last_known_day_leaves_no_clear_day():
    days = {"published_on": "2028-12-31", "meeting_on": "2028-12-31"}
    late = {"published_at": "17:01", "cut_off": "17:00"}
    assert ask("clear-days", days, late).result == 0


def test_a_long_list_of_clear_days_is_cut_short_in_words():
    days = {"published_on": "2019-01-01", "meeting_on": "2019-12-31"}
    ruling = ask("clear-days", days)
    assert ruling.result == 252
    assert ruling.reasons[0].endswith("and more.")


def test_notice():
    days = {"published_on": "2019-08-08", "meeting_on": "2019-08-14"}
    ruling = ask("notice", {"body": "NHS body"}, days)
    assert ruling.result == {
        "state": "enough",
        "clear_days": 3,
        "needed": 3,
        "counts": "working",
    }
    assert "check your standing orders" in ruling.reasons[-1]
    with pytest.raises(PlaceplanError, match="no body that gives notice 'parish'"):
        ask("notice", {"body": "parish"}, days)


@pytest.mark.parametrize(
    ("asked", "result"),
    [
        ({**SIX, "present": 3, "withdrawn": 1}, (False, 2, 3)),
        ({**SIX, "present": 3, "withdrawn": 0}, (True, 3, 3)),
        ({**SIX, "present": 3}, (True, 3, 3)),
        ({**SIX, "present": 3, "withdrawn": None}, (True, 3, 3)),
        # 0.1 x 30 is 3, though not in binary
        (share(0.1, 30, 3), (True, 3, 3)),
        (share(0.25, 9, 3), (True, 3, 3)),
        (share("1/3", 10, 3), (False, 3, 4)),
        (share(1, 4, 4), (True, 4, 4)),
        ({"rule": None, "members": 6, "present": 5}, (None, 5, None)),
        (
            {
                "rule": {"kind": "constituency", "least": {"clinical": 1, "lay": 1}},
                "members": {"clinical": 3, "lay": 2},
                "present": {"clinical": 2, "lay": 1},
                "withdrawn": {"lay": 1},
            },
            (False, {"clinical": 2, "lay": 0}, {"clinical": 1, "lay": 1}),
        ),
        (
            {
                "rule": {"kind": "constituency", "least": {"clinical": 1, "lay": 1}},
                "present": {"clinical": 2},
            },
            (False, {"clinical": 2, "lay": 0}, {"clinical": 1, "lay": 1}),
        ),
    ],
)  # fmt: skip
def test_quorum(asked, result):
    names = ("quorate", "counted", "needed")
    assert ask("quorum", asked, DAY).result == dict(zip(names, result, strict=True))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({**SIX, "present": 3, "withdrawn": 4}, "expected 3 or fewer"),
        ({**SIX, "present": 7}, "expected 6 or fewer"),
        ({**SIX, "present": -1}, "expected 0 or more"),
        ({**SIX, "present": {"lay": 1}}, "present as a number: only the kind const"),
        (
            {**SIX, "members": {"lay": 6}, "present": 3, "withdrawn": {"lay": 1}},
            "members and withdrawn as a number: only the kind constituency",
        ),
        ({**SIX, "present": "3"}, "present: expected a whole number, or numbers by"),
        ({**SIX, "members": 6.5, "present": 3}, "by constituency, and not 6.5"),
        ({**SIX, "present": True}, "present"),
        ({**SIX, "present": 3, "withdrawn": True}, "withdrawn"),
        ({**SIX, "rule": {"kind": "number", "number": 0}, "present": 1}, "1 or more"),
        ({**SIX, "rule": {"kind": "most", "number": 1}, "present": 1}, "'most'"),
        ({**SIX, "rule": {"kind": "share", "share": 0}, "present": 1}, "above 0 and"),
        ({**SIX, "rule": {"kind": "share", "share": 1.5}, "present": 1}, "up to 1"),
        ({**SIX, "rule": {"kind": "share", "share": "1/0"}, "present": 1}, "up to 1"),
        ({**SIX, "rule": {"kind": "share", "share": True}, "present": 1}, "up to 1"),
        ({"rule": {"kind": "share", "share": 0.5}, "present": 1}, "how many members"),
        (
            {"rule": {"kind": "constituency", "least": {"lay": 1}}, "present": 3},
            "present as numbers by constituency",
        ),
        (
            {
                "rule": {"kind": "constituency", "least": {"lay": 1}},
                "members": 6,
                "present": {"lay": 3},
                "withdrawn": 0,
            },
            "members and withdrawn as numbers by constituency",
        ),
        (
            {
                "rule": {"kind": "constituency", "least": {"lay": 0}},
                "present": {"lay": 3},
            },
            "one constituency or more",
        ),
    ],
)  # fmt: skip
def test_quorum_refuses(asked, words):
    with pytest.raises(InputError, match=words):
        ask("quorum", asked)


@pytest.mark.parametrize(
    ("asked", "result"),
    [
        (
            {"regime": "localism_act", "kind": "significant", "public_may_speak": True},
            (True, True, False, "until_spoken"),
        ),
        (
            {"regime": "localism_act", "kind": "significant", "gives_evidence": True},
            (True, True, False, "until_spoken"),
        ),
        (
            {
                "regime": "localism_act",
                "kind": "dpi",
                "dispensation": {"speak": True, "vote": True, "stay": True},
            },
            (True, True, True, True),
        ),
        (
            {
                "regime": "localism_act",
                "kind": "dpi",
                "dispensation": {"vote": True, "expires_on": "2019-08-13"},
            },
            (True, False, False, False),
        ),
        (
            {"regime": "nhs", "kind": "Non-financial personal", "ruling": "no vote"},
            (True, True, False, True),
        ),
        (
            {"regime": "nhs", "kind": "financial", "ruling": "hand over"},
            (True, False, False, False),
        ),
    ],
)
def test_interest_effect(asked, result):
    names = ("declare", "speak", "vote", "stay")
    ruling = ask("interest-effect", asked, DAY)
    assert ruling.result == dict(zip(names, result, strict=True))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"regime": "nhs", "kind": "financial"}, "Give what the chair ruled"),
        ({"regime": "nhs", "kind": "financial", "ruling": "wait"}, "found wait"),
        ({"regime": "nhs", "kind": "dpi", "ruling": "leave"}, "kind: expected one of"),
        ({"regime": "parish", "kind": "dpi"}, "one of: localism_act, nhs, and not 'p"),
        ({"regime": "localism_act", "kind": "indirect"}, "one of: dpi, significant"),
        ({"regime": "localism_act", "kind": 5}, "kind: expected text"),
        ({"regime": "localism_act", "kind": "dpi", "ruling": "leave"}, "code decides"),
        (
            {
                "regime": "nhs",
                "kind": "financial",
                "ruling": "leave",
                "dispensation": {},
            },
            "ruling of the chair instead",
        ),
        (
            {"regime": "localism_act", "kind": "dpi", "dispensation": {"stay": 1}},
            'stay: expected true, false or "until_spoken", and not 1',
        ),
        (
            {
                "regime": "localism_act",
                "kind": "dpi",
                "dispensation": {
                    "granted_on": "2019-08-02",
                    "expires_on": "2019-08-01",
                },
            },
            "expected 2019-08-02 .granted_on. or later, found 2019-08-01",
        ),
        (
            {"regime": "localism_act", "kind": "dpi", "as_at": "2012-06-30"},
            "on or after 1 July 2012",
        ),
    ],
)  # fmt: skip
def test_interest_effect_refuses(asked, words):
    with pytest.raises(PlaceplanError, match=words):
        ask("interest-effect", DAY, asked)


def test_item_rights_take_the_strictest():
    interests = [
        {"regime": "localism_act", "kind": "gift"},
        {"regime": "localism_act", "kind": "significant", "public_may_speak": True},
    ]

    both = ask("item-rights", {"interests": interests}, DAY)

    assert both.result == {
        "declare": True,
        "speak": True,
        "vote": False,
        "stay": "until_spoken",
        "papers": False,
    }
    assert both.reasons[0] == "Of several interests, the strictest effect counts."
    assert ask("item-rights", {"interests": []}).result["vote"] is True


def test_item_rights_refuse_every_interest_at_once():
    interests = [
        {"regime": "nhs", "kind": "dpi", "ruling": "wait"},
        {"regime": "nhs", "kind": "financial", "ruling": "leave"},
        {"regime": "localism_act", "kind": "gift", "ruling": "leave"},
    ]

    with pytest.raises(InputError) as caught:
        ask("item-rights", {"interests": interests}, DAY)

    assert [fault.where for fault in caught.value.faults] == [
        "interests, entry 1, kind",
        "interests, entry 1, ruling",
        "interests, entry 3, ruling",
    ]


def give(worth, donor="A", on="2019-06-01", **more):
    return {"donor": donor, "value_pounds": worth, "on": on, **more}


@pytest.mark.parametrize(
    ("regime", "gifts", "result"),
    [
        ("localism_act", [], {}),
        ("localism_act", [give("24.99"), give(25, "B")], {"A": False, "B": True}),
        ("localism_act", [give("10"), give(10.0), give("5.00 ".strip())], {"A": True}),
        ("localism_act", [give("10"), give("20", on="2019-08-15")], {"A": False}),
        (
            "localism_act",
            [give("10", "Acme Ltd"), give("15", " ACME  ltd")],
            {"Acme Ltd": True},
        ),
        ("nhs", [give("30"), give("30", on="2018-06-01")], {"A": False}),
        ("nhs", [give("30"), give("30", on="2018-06-02")], {"A": True}),
        (
            "nhs",
            [give("7", from_supplier=True), give("7", "B")],
            {"A": True, "B": False},
        ),
        ("nhs", [give("80", kind="hospitality")], {"A": True}),
    ],
)
def test_gift(regime, gifts, result):
    assert ask("gift", {"regime": regime, "gifts": gifts}, DAY).result == result


@pytest.mark.parametrize(
    ("regime", "gift", "words"),
    [
        ("nhs", give("-1"), "pounds, 0 or more"),
        ("nhs", give("1.999"), "pounds, 0 or more"),
        ("nhs", give(True), "pounds, 0 or more"),
        ("nhs", give("5", kind="bribe"), "kind"),
        ("nhs", give("5", donor=""), "donor: expected some text"),
        ("nhs", give("5", donor=" "), "donor: expected some text"),
        ("lords", give("5"), "one of: localism_act, nhs, and not 'lords'"),
    ],
)
def test_gift_refuses(regime, gift, words):
    with pytest.raises(PlaceplanError, match=words):
        ask("gift", {"regime": regime, "gifts": [gift]}, DAY)


def test_gift_refuses_a_day_before_its_thresholds():
    asked = {"regime": "nhs", "gifts": [give("5")], "as_at": "2017-05-31"}
    with pytest.raises(InputError, match="on or after 1 June 2017"):
        ask("gift", asked)


@pytest.mark.parametrize(
    ("instruments", "result"),
    [
        ([], "recommend"),
        (["section_65Z5"], "decide"),
        (["delegation"], "decide"),
        ([{"section": "s65Z5", "from": "2022-07-01", "to": None}], "decide"),
        ([{"section": "65Z5", "valid_from": "2023-06-02"}], "recommend"),
        ([{"section": "65Z5", "ends_on": "2023-05-31"}], "recommend"),
        ([{"type": "NHS Act 2006 s.65Z5", "subject": "stroke"}], "decide"),
        ([{"kind": "joint_committee", "subjects": "*", "limit": 100}], "decide"),
        ([{"kind": "joint_committee", "limit_pounds": "99.99"}], "recommend"),
        ([{"section": "14Z3A"}], "recommend"),
        ([{"id": "INS-1", "title": "Stroke", "section": "65Z5"}], "decide"),
        ([{"section": "65Z5", "delegating_bodies": ["ICB", "NHS trust"]}], "decide"),
        ([{"section": "65Z5", "delegating_bodies": ["ICB"]}], "recommend"),
        ([{"section": "65Z5", "delegating_bodies": []}], "recommend"),
        (
            [
                {"section": "65Z5", "delegating_bodies": "commissioner"},
                {"section": "65Z5", "delegating_bodies": "provider", "name": "B"},
            ],
            "decide",
        ),
    ],
)
def test_authority(instruments, result):
    ruling = ask("authority", JOINT, {"instruments": instruments})
    assert ruling.result == result


def test_authority_says_whom_to_ask_and_why():
    ruling = ask("authority", JOINT, {"as_at": "2016-03-09"})
    law, whom = ruling.reasons
    assert law == (
        "No law of 9 March 2016 lets a joint committee decide for members of these "
        "kinds: commissioner, provider."
    )
    assert whom == (
        "It may recommend; who decides: the governing body or board of each "
        "commissioner; the board of each provider."
    )


@pytest.mark.parametrize(
    ("delegating", "result"),
    [(CCGS, "decide"), (CCGS[:1], "recommend"), (["commissioner"], "decide")],
)
def test_authority_by_the_ids_of_bodies(delegating, result):
    asked = {
        "members": [{"kind": "ccg", "id": each} for each in CCGS],
        "instruments": [{"kind": "joint_committee", "delegating_bodies": delegating}],
        "subject": "Stroke",
        **DAY,
    }
    assert ask("authority", asked).result == result


def test_authority_holds_the_terms_of_reference_against_the_subject():
    given = {"instruments": ["s65Z5"], "terms_of_reference": ["Cancer"]}
    ruling = ask("authority", JOINT, given)
    assert ruling.result == "recommend"
    assert ruling.reasons[0] == "The terms of reference do not cover Stroke."


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"members": []}, "members"),
        ({"members": ["martian"]}, "one of: commissioner"),
        ({"members": [{"kind": 1}]}, "one of: commissioner"),
        ({"instruments": ["letter of support"]}, "a kind of instrument such as"),
        ({"instruments": [{"section": "9"}]}, "section as 65Z5"),
        ({"instruments": [{"from": "2023-02-01", "to": "2023-01-01"}]}, "or later"),
        ({"instruments": [{"limit_pounds": -1}]}, "pounds, 0 or more"),
        ({"value": "-5"}, "pounds, 0 or more"),
        ({"subject": " "}, "subject: expected some text"),
        ({"as_at": None}, "as_at"),
    ],
)
def test_authority_refuses(more, words):
    with pytest.raises(InputError, match=words):
        ask("authority", JOINT, more)


def test_ratification():
    bodies = [{"id": "a", "outcome": "agreed", "text": "One."}, {"id": "b"}]
    said = {"rule": "lead", "lead": "a", "bodies": bodies}
    assert ask("ratification", said).result == "effective"
    assert ask("ratification", said, {"text": "Two."}).result == "pending"
    assert ask("ratification", said, {"rule": "all"}).result == "pending"
    alone = ask("ratification", said, {"rule": "all", "bodies": bodies[:1]})
    assert alone.reasons[1] == "1 agreed to the same words; one body must agree."


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"rule": "most", "bodies": [{"id": "a"}]}, "one of: all, majority, lead"),
        ({"rule": "all", "bodies": []}, "one body or more"),
        ({"rule": "all", "bodies": [{"id": "a"}, {"id": "a"}]}, "each body once"),
        ({"rule": "all", "bodies": [{"id": "a"}, {"id": " a "}]}, "each body once"),
        ({"rule": "all", "bodies": [{"id": " "}]}, "id: expected some text"),
        ({"rule": "lead", "bodies": [{"id": "a"}]}, "one of the bodies"),
        ({"rule": "lead", "lead": "b", "bodies": [{"id": "a"}]}, "one of the bodies"),
        ({"rule": "all", "bodies": [{"id": "a", "outcome": "yes"}]}, "outcome of a"),
    ],
)
def test_ratification_refuses(asked, words):
    with pytest.raises(InputError, match=words):
        ask("ratification", asked)


def test_vote_consensus_and_exemption():
    tie = {"in_favour": 3, "against": 3}
    assert ask("vote", tie).result == {"carried": False, "tied": True, "needed": 4}
    assert ask("vote", tie, {"casting": "for"}).result["carried"] is True
    found = ask("consensus", {"blocked": ["finance lead"]}).result
    assert found == {"state": "no_consensus", "dissent": ["finance lead"]}
    third = {"regime": "local_government", "reason": "paragraph 3", **DAY}
    assert ask("exempt", third).result == {"private": False}
    assert ask("exempt", third, {"outweighs": True, "resolved": True}).result == {
        "private": True
    }
    with pytest.raises(PlaceplanError, match="no reason 'paragraph_8'"):
        ask("exempt", third, {"reason": "paragraph_8"})


READ = {"members": ["chair", "member"], "version": 2}
NOON = {"decided_at": "2019-08-14T12:00:00Z"}


def test_due_regard_knows_zones_and_says_who_had_not_read_it():
    early = {"who": "chair", "version": 2, "at": "2019-08-14T12:59:00+01:00"}
    late = {"who": "member", "version": 2, "at": "2019-08-14T12:00:00Z"}

    found = ask("due-regard", READ, NOON, {"readings": [early, late]}, DAY)

    assert found.result == {
        "met": False,
        "members": {"chair": "read", "member": "too_late"},
    }
    assert found.reasons == ("member recorded version 2 as read only after the vote.",)
    alone = ask("due-regard", READ, NOON, {"members": ["chair"], "readings": [early]})
    assert (alone.result["met"], alone.reasons) == (
        True,
        ("chair had read version 2.",),
    )


def test_results_of_a_consultation_are_in_the_pack_or_it_is_explained():
    said = {"consultation": "Stroke, 2018", "began_at": "2019-08-14T12:00:00Z"}
    early = {"published": ["2019-08-05T09:00:00Z"]}
    why = {"explanation": "Lives are at stake."}

    found = [
        ask("results-report", part).result
        for part in ({}, said, {**said, **early}, {**said, **why})
    ]

    assert [(each["state"], each["blocked"]) for each in found] == [
        *(("not_consulted", False), ("missing", True)),
        *(("in_pack", False), ("missing", False)),
    ]


@pytest.mark.parametrize(
    ("name", "more", "words"),
    [
        ("due-regard", {"decided_at": "2019-08-14T12:00:00"}, "a moment with its zone"),
        ("due-regard", {"decided_at": "2019-08-14"}, "a moment with its zone"),
        ("due-regard", {"decided_at": 1565784000}, "a moment with its zone"),
        ("due-regard", {"decided_at": "2019-08-14T25:00:00Z"}, "a moment with its"),
        ("due-regard", {"version": 0}, "1 or more"),
        ("due-regard", {"as_at": "2011-04-04"}, "5 April 2011"),
        ("results-report", {"as_at": "1985-04-25"}, "26 April 1985"),
    ],
)
def test_what_lies_before_those_who_decide_refuses(name, more, words):
    asked = {**READ, **NOON} if name == "due-regard" else {}
    with pytest.raises(InputError, match=words):
        ask(name, asked, more)
