"""What a correction touches, as a drawn table.

Facts stand with their day and value; one is corrected; then stands what is shown as at
each day, and what must be looked at.
"""

from datetime import date

import pytest

from placeplan.evidence import (
    Conflict,
    Fact,
    FactCitation,
    FactRegister,
    FactValue,
)

FACTS = """
    id   | known on   | value | statement
    F146 | 2017-03-01 | 245   | GPs short of the national average
    F328 | 2019-06-24 | 245   | GPs short of the national average
    F297 | 2019-08-05 | 175   | GPs short of the national average
    F147 | 2017-03-01 | 136   | vacant GP posts
"""

CITED = """
    fact | kind       | id            | address
    F146 | page       | case          | /case/
    F146 | assumption | gp-staff-2016 | capacity/staff.csv
    F147 | page       | workforce     | /workforce/
"""

SHOWN = """
    as at      | F146 | F328 | F297 | F147
    2016-12-31 | -    | -    | -    | -
    2017-03-01 | 245  | -    | -    | 136
    2019-07-01 | 245  | 245  | -    | 136
    2019-08-05 | 175  | 245  | 175  | 136
"""

TOUCHED = """
    kind       | id
    fact       | F297
    fact       | F328
    conflict   | C01
    assumption | gp-staff-2016
    page       | case
"""


def read_table(drawn):
    header, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.fixture
def correction():
    facts = tuple(
        Fact(
            row["id"],
            1,
            "workforce",
            row["statement"],
            FactValue("number", row["value"]),
            "GPs",
            "Kent and Medway",
            "2017",
            date.fromisoformat(row["known on"]),
            "paper",
            "The paper",
            "Its heading",
        )
        for row in sorted(read_table(FACTS), key=lambda row: row["id"])
    )
    conflict = Conflict(
        "C01", "direct", "GPs", ("F146", "F328", "F297"), "why", "show both", "ours"
    )
    cited = [
        FactCitation(row["fact"], row["kind"], row["id"], row["id"], row["address"])
        for row in read_table(CITED)
    ]
    register = FactRegister(facts, conflicts=(conflict,)).with_citations(cited)
    return register.correct(
        "F146", FactValue("number", "175"), reason="re-based", on=date(2019, 8, 5)
    )


@pytest.mark.parametrize("row", read_table(SHOWN), ids=lambda row: row["as at"])
def test_each_day_shows_what_was_known_on_it(correction, row):
    known = correction.register.as_known(date.fromisoformat(row.pop("as at")))
    shown = {fact.id: fact.value.shown for fact in known.facts}
    assert {id_: shown.get(id_, "-") for id_ in row} == row


def test_all_that_rests_on_it_is_listed(correction):
    touched = [{"kind": each.kind, "id": each.id} for each in correction.rests]
    assert touched == read_table(TOUCHED)
