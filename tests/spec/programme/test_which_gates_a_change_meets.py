"""Which version of the law a service change meets, day by day, as drawn tables."""

from datetime import date

import pytest

from placeplan.programme import (
    ServiceChange,
    find_notice,
    is_needed,
    list_change_tests,
    list_gates,
)

# A substantial change. Duties of groups ended with June 2022; the addendum is of 9 May
# 2022; councils could refer, and nobody notified, until 30 January 2024.
VERSIONS = """
    day        | gates | section | aligned | referral | notification
    2013-12-19 | 0     | -       | no      | no       | no
    2019-08-14 | 12    | 14Z2    | no      | yes      | no
    2022-05-08 | 12    | 14Z2    | no      | yes      | no
    2022-05-09 | 12    | 14Z2    | yes     | yes      | no
    2022-06-30 | 12    | 14Z2    | yes     | yes      | no
    2022-07-01 | 12    | 14Z45   | yes     | yes      | no
    2024-01-30 | 12    | 14Z45   | yes     | yes      | no
    2024-01-31 | 13    | 14Z45   | yes     | no       | yes
"""

# The duty holds where the council must be consulted, and its consultation did not begin
# before the duty did; urgent safety or welfare is exempt.
NOTICE = """
    day        | substantial | council consulted | urgent | notify
    2024-01-30 | yes         | -                 | no     | no
    2024-01-31 | yes         | -                 | no     | yes
    2024-06-01 | no          | -                 | no     | no
    2024-06-01 | yes         | 2024-01-30        | no     | no
    2024-06-01 | yes         | 2024-01-31        | no     | yes
    2024-06-01 | yes         | 2024-02-01        | yes    | no
"""

# Four tests of the Government; the condition on beds since 1 April 2017.
TESTS = """
    day        | beds fall | tests
    2017-03-31 | yes       | 4
    2017-04-01 | yes       | 5
    2017-04-01 | no        | 4
    2026-11-22 | yes       | 5
"""


def read_table(drawn):
    header, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    return [dict(zip(header, row, strict=True)) for row in rows]


def say(flag):
    return "yes" if flag else "no"


@pytest.mark.parametrize("row", read_table(VERSIONS), ids=lambda row: row["day"])
def test_versions_of_the_gates(row):
    gates = {gate.step: gate for gate in list_gates(date.fromisoformat(row.pop("day")))}

    def has(step, words):
        return step in gates and words in gates[step].evidence

    assert row == {
        "gates": str(len(gates)),
        "section": next(
            (each for each in ("14Z45", "14Z2") if has("involvement", each)), "-"
        ),
        "aligned": say(has("pre_consultation_case", "aligned")),
        "referral": say(has("scrutiny", "may refer")),
        "notification": say("notification" in gates),
    }


@pytest.mark.parametrize("row", read_table(NOTICE))
def test_whether_the_secretary_of_state_is_notified(row):
    began = row["council consulted"]
    change = ServiceChange(
        substantial=row["substantial"] == "yes",
        consultation_began_on=None if began == "-" else date.fromisoformat(began),
        urgent=row["urgent"] == "yes",
    )

    notify, reason = find_notice(change, date.fromisoformat(row["day"]))

    assert say(notify) == row["notify"]
    assert reason.endswith(".")


@pytest.mark.parametrize("row", read_table(TESTS))
def test_how_many_tests_a_change_must_meet(row):
    day = date.fromisoformat(row["day"])
    change = ServiceChange(beds_fall=row["beds fall"] == "yes")

    needed = [
        each for each in list_change_tests(day) if is_needed(each, change, day)[0]
    ]

    assert str(len(needed)) == row["tests"]
