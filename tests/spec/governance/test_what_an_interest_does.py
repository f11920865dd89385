"""What a member with an interest must declare and may still do."""

from datetime import date
from decimal import Decimal

import pytest

from placeplan.governance import (
    RULINGS,
    Dispensation,
    Gift,
    Interest,
    find_gift_duties,
    find_interest_effect,
)

# Thanet's advice to members, August 2019: heard is where the public may speak, and
# leave is a dispensation, which allows what it names.
COUNCILS = """
    kind               | heard | leave      | declare | speak | vote | stay   | papers
    dpi                | no    | -          | yes     | no    | no   | no     | no
    dpi                | yes   | -          | yes     | no    | no   | no     | no
    dpi                | no    | speak stay | yes     | yes   | no   | yes    | yes
    dpi                | no    | all        | yes     | yes   | yes  | yes    | yes
    significant        | no    | -          | yes     | no    | no   | no     | no
    significant        | yes   | -          | yes     | yes   | no   | spoken | no
    significant        | yes   | vote       | yes     | yes   | yes  | spoken | yes
    significant        | no    | speak stay | yes     | yes   | no   | yes    | yes
    authority_function | no    | -          | no      | yes   | yes  | yes    | yes
    gift               | no    | -          | yes     | yes   | yes  | yes    | yes
"""

# From least to most: each ruling takes away what the one before left.
RULED = """
    ruling           | speak | vote | stay         | papers
    note_and_stay    | yes   | yes  | yes          | yes
    stay_no_vote     | yes   | no   | yes          | yes
    discussion_only  | yes   | no   | until_spoken | yes
    no_papers        | yes   | no   | until_spoken | no
    leave            | no    | no   | no           | no
    chair_hands_over | no    | no   | no           | no
"""

# Worth in pounds, in the order given; all in one year, from one donor.
GIFTS = """
    regime       | kind        | supplier | worth       | declare | refuse
    localism_act | gift        | no       | 24.99       | no      | no
    localism_act | gift        | no       | 25.00       | yes     | no
    localism_act | hospitality | no       | 10 10 10    | yes     | no
    localism_act | gift        | yes      | 10 14.99    | no      | no
    nhs          | gift        | yes      | 6.00        | no      | no
    nhs          | gift        | yes      | 6.01        | yes     | no
    nhs          | gift        | yes      | 3 3.50      | yes     | no
    nhs          | gift        | no       | 50.00       | no      | no
    nhs          | gift        | no       | 20 20 10.01 | yes     | no
    nhs          | hospitality | no       | 24.99       | no      | no
    nhs          | hospitality | no       | 25.00       | yes     | no
    nhs          | hospitality | yes      | 75.00       | yes     | no
    nhs          | hospitality | yes      | 75.01       | yes     | yes
    nhs          | hospitality | yes      | 40 40       | yes     | no
"""


def read_table(drawn):
    header, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    return [dict(zip(header, row, strict=True)) for row in rows]


def say(flag):
    return "yes" if flag else "no"


@pytest.mark.parametrize("row", read_table(COUNCILS))
def test_the_regime_of_councils(row):
    words = row["leave"].replace("all", "speak vote stay").split()
    granted = Dispensation("speak" in words, "vote" in words, say("stay" in words))
    interest = Interest(
        "localism_act",
        row["kind"],
        may_speak=row["heard"] == "yes",
        dispensation=None if words == ["-"] else granted,
    )

    found = find_interest_effect(interest, date(2019, 8, 14))

    effect = [say(found.declare), say(found.speak), say(found.vote), found.stay]
    stay = {"spoken": "until_spoken"}.get(row["stay"], row["stay"])
    assert effect == [*(row[name] for name in ("declare", "speak", "vote")), stay]
    assert say(found.papers) == row["papers"]


@pytest.mark.parametrize("row", read_table(RULED))
def test_the_regime_of_the_nhs(row):
    found = find_interest_effect(
        Interest("nhs", "indirect", row["ruling"]), date(2023, 6, 1)
    )

    assert found.declare
    effect = [say(found.speak), say(found.vote), found.stay, say(found.papers)]
    assert effect == [row[name] for name in ("speak", "vote", "stay", "papers")]


def test_the_table_has_every_ruling():
    assert tuple(row["ruling"] for row in read_table(RULED)) == RULINGS


@pytest.mark.parametrize("row", read_table(GIFTS))
def test_gifts(row):
    gifts = [
        Gift(
            "A",
            Decimal(worth),
            date(2019, 6, day),
            row["kind"],
            row["supplier"] == "yes",
        )
        for day, worth in enumerate(row["worth"].split(), 1)
    ]

    (duty,) = find_gift_duties(row["regime"], gifts, date(2019, 8, 14))

    assert [say(duty.declare), say(duty.refuse)] == [row["declare"], row["refuse"]]
