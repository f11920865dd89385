"""Who may decide, who only recommends, and when that takes effect."""

from datetime import date
from decimal import Decimal

import pytest

from placeplan.governance import (
    BodyAnswer,
    Instrument,
    Matter,
    Member,
    find_authority,
    find_ratification,
)
from placeplan.periods import Validity

KINDS = {
    "c": "commissioner",
    "p": "provider",
    "a": "local_authority",
    "v": "patient_voice",
}

# c commissioners, p providers, a councils, v patient voice. The Act of 2022 lets NHS
# bodies and councils decide together since 1 July 2022; commissioners among themselves
# could since October 2014. The instrument runs until June 2023, for Stroke, up to £500.
AUTHORITY = """
    members | day        | section | by  | subject  | value | verb
    c p     | 2016-03-09 | -       | all | Stroke   | 500   | recommend
    c p     | 2016-03-09 | 65Z5    | all | Stroke   | 500   | recommend
    c p     | 2022-06-30 | 65Z5    | all | Stroke   | 500   | recommend
    c p     | 2022-07-01 | 65Z5    | all | Stroke   | 500   | decide
    c p a v | 2023-06-30 | 65Z5    | all | stroke   | 500   | decide
    c p a v | 2023-07-01 | 65Z5    | all | Stroke   | 500   | recommend
    c p     | 2023-03-09 | 65Z5    | all | Stroke   | 501   | recommend
    c p     | 2023-03-09 | 65Z5    | all | Stroke   | -     | recommend
    c p     | 2023-03-09 | 65Z5    | all | Cancer   | 500   | recommend
    c p     | 2023-03-09 | 65Z5    | c   | Stroke   | 500   | recommend
    c p     | 2023-03-09 | 65Z5    | c p | Stroke   | 500   | decide
    c p     | 2023-03-09 | 14Z3    | all | Stroke   | 500   | recommend
    c p     | 2023-03-09 | none    | all | Stroke   | 500   | recommend
    c       | 2014-09-30 | -       | all | Stroke   | 500   | recommend
    c       | 2019-08-14 | -       | all | Stroke   | 500   | decide
    c       | 2019-08-14 | 14Z3    | all | Stroke   | 500   | decide
    c a     | 2019-08-14 | -       | all | Stroke   | 500   | recommend
    c a     | 2019-08-14 | 75      | all | Stroke   | 500   | decide
    a       | 2019-08-14 | -       | all | Stroke   | 500   | decide
    v       | 2023-03-09 | -       | all | Stroke   | 500   | recommend
"""

# + agreed, ~ agreed with changes, x refused, / deferred, . silent; the first leads.
RATIFIED = """
    rule     | answers  | state
    all      | ++++++++ | effective
    all      | +++++++~ | pending
    all      | +++++++. | pending
    all      | +++++++/ | pending
    all      | +++++++x | failed
    majority | +++++... | effective
    majority | ++++.... | pending
    majority | ++++xxxx | failed
    majority | +++~~... | pending
    majority | ++.      | effective
    majority | ++xx     | failed
    lead     | +.xx     | effective
    lead     | .+++     | pending
    lead     | ~+++     | pending
    lead     | x+++     | failed
"""
OUTCOMES = {
    "+": "agreed",
    "~": "agreed_with_changes",
    "x": "refused",
    "/": "deferred",
    ".": None,
}


def read_table(drawn):
    header, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.mark.parametrize("row", read_table(AUTHORITY))
def test_authority(row):
    until = Validity(None, date(2023, 6, 30))
    by = None if row["by"] == "all" else tuple(KINDS[k] for k in row["by"].split())
    section = "" if row["section"] == "-" else row["section"]
    instrument = Instrument(section, until, ("Stroke",), Decimal(500), by)
    value = None if row["value"] == "-" else Decimal(row["value"])

    found = find_authority(
        [Member(KINDS[each]) for each in row["members"].split()],
        [] if section == "none" else [instrument],
        Matter(row["subject"], date.fromisoformat(row["day"]), value),
    )

    assert found.verb == row["verb"]
    assert bool(found.ask) == (row["verb"] == "recommend" and row["members"] != "v")
    assert found.source


@pytest.mark.parametrize("row", read_table(RATIFIED))
def test_ratification(row):
    answers = [
        BodyAnswer(f"body-{at}", OUTCOMES[mark])
        for at, mark in enumerate(row["answers"])
    ]

    found = find_ratification(row["rule"], answers, lead="body-0")

    assert found.state == row["state"]
