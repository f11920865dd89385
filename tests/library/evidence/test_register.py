"""The register keeps every version, and knows what rests on each figure."""

from datetime import date
from decimal import Decimal

import polars as pl
import pytest

from placeplan.errors import InputError, QuestionError, UnknownNameError
from placeplan.evidence import (
    TABLES,
    ArithmeticCheck,
    Conflict,
    Fact,
    FactCitation,
    FactRegister,
    FactValue,
    run_check,
    write_facts,
)

MARCH, AUGUST, LATER = date(2017, 3, 1), date(2019, 8, 5), date(2019, 9, 1)
CONTRACT = {table.name: table for table in TABLES}


def make_fact(id_, value, *, known_on=MARCH, statement="GPs short", **more):
    held = value if isinstance(value, FactValue) else FactValue("number", str(value))
    return Fact(
        id_,
        more.pop("version", 1),
        "workforce",
        statement,
        held,
        "GPs",
        "Kent and Medway",
        "2017",
        known_on,
        "update-2017",
        "The update",
        "Point 5",
        **more,
    )


def make_check(formula, result, **more):
    results = tuple(Decimal(str(each)) for each in result)
    words = ("A01", "Sum", "in words", formula, results, Decimal())
    return ArithmeticCheck(*words, "agrees", "checks", **more)


def make_register(**more):
    facts = (
        make_fact("F146", 245, conflicts_with=("F297",)),
        make_fact("F297", 175, known_on=AUGUST, conflicts_with=("F146",)),
        make_fact("F300", 70, statement="Nurses short"),
        make_fact("F328", 245, known_on=date(2019, 6, 24)),
    )
    conflict = Conflict(
        "C01", "direct", "GPs", ("F146", "F297", "F328"), "why", "show both", "ours"
    )
    held = {
        "versions": facts,
        "conflicts": (conflict,),
        "checks": (make_check("F146 - F297", [70], against="F300", agrees=True),),
    }
    return FactRegister(**(held | more))


PAGE = FactCitation("F146", "page", "case", "Case for change", "/case/")
ASSUMED = FactCitation("F146", "assumption", "gp-staff", "GPs of 2016", "staff.csv")


def test_correcting_a_shortfall_lists_page_fact_and_assumption():
    register = make_register().with_citations([PAGE, ASSUMED])

    correction = register.correct(
        "F146", FactValue("number", "175"), reason="re-based", on=AUGUST, source="pack"
    )

    assert [(each.kind, each.id) for each in correction.rests] == [
        ("fact", "F297"),
        ("fact", "F328"),
        ("conflict", "C01"),
        ("check", "A01"),
        ("assumption", "gp-staff"),
        ("page", "case"),
    ]
    assert [each.reason for each in correction.checks] == [
        "recorded 70, now 0; agreed with F300 when recorded, now differed"
    ]
    assert (correction.old.shown, correction.new.shown) == ("245 GPs", "175 GPs")


def test_a_correction_keeps_history_and_leaves_the_old_register_alone():
    register = make_register()
    new = register.correct(
        "F146", FactValue("number", "175"), reason=" re-based ", on=AUGUST
    ).register

    assert register.get_fact("F146").shown == "245 GPs"
    assert [
        (each.version, each.shown, each.known_on, each.reason, each.source)
        for each in new.list_history("F146")
    ] == [
        (1, "245 GPs", MARCH, "", "update-2017"),
        (2, "175 GPs", AUGUST, "re-based", "update-2017"),
    ]
    assert new.as_known(date(2018, 1, 1)).get_fact("F146").shown == "245 GPs"
    assert len(new.facts) == len(register.facts) == 4


def test_a_figure_from_outside_can_be_corrected_too():
    register = make_register(outside=(make_fact("X1", 141),))
    value = FactValue("number", "140")
    new = register.correct("X1", value, reason="misread", on=LATER)

    assert new.register.get_fact("X1").shown == "140 GPs"
    assert [fact.id for fact in new.register.facts] == ["F146", "F297", "F300", "F328"]


@pytest.mark.parametrize(
    ("value", "reason", "on", "said"),
    [
        ("175", "  ", AUGUST, "Say why F146 changes: its history keeps the reason."),
        (
            "245",
            "x",
            AUGUST,
            "F146 is 245 GPs already. Give the value that it should be.",
        ),
        (
            "175",
            "x",
            date(2016, 1, 1),
            (
                "F146 was known from 2017-03-01; a correction cannot be known before "
                "that, on 2016-01-01. Give a later day."
            ),
        ),
    ],
)
def test_a_correction_that_says_nothing_is_refused(value, reason, on, said):
    with pytest.raises(QuestionError) as raised:
        make_register().correct(
            "F146", FactValue("number", value), reason=reason, on=on
        )
    assert str(raised.value) == said


def test_an_unknown_fact_is_refused_wherever_it_is_named():
    register = make_register()
    lost = FactCitation("F999", "page", "case", "Case for change")
    for ask in (
        lambda: register.get_fact("F999"),
        lambda: register.list_history("F999"),
        lambda: register.what_rests_on("F999"),
        lambda: register.with_citations([lost]),
    ):
        with pytest.raises(UnknownNameError):
            ask()


def test_a_citation_registered_twice_stands_once_in_its_newest_words():
    renamed = FactCitation("F146", "page", "case", "The case for change", "/case/")
    register = make_register().with_citations([PAGE]).with_citations([renamed])
    assert register.citations == (renamed,)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("F146", ["F146"]),
        ("f146", ["F146"]),
        ("245", ["F146", "F328"]),
        ("245.0", ["F146", "F328"]),
        ("short kent", ["F146", "F297", "F300", "F328"]),
        ("nurses kent", ["F300"]),
        ("175 GPs", ["F297"]),
        ("dentists", []),
        ("  ", []),
    ],
)
def test_search(words, ids):
    assert [fact.id for fact in make_register().search(words)] == ids


def test_a_number_finds_what_was_corrected_away():
    new = make_register().correct(
        "F146", FactValue("number", "175"), reason="re-based", on=AUGUST
    )
    found = new.register.search("245")
    assert [(fact.id, fact.shown) for fact in found] == [
        ("F146", "175 GPs"),
        ("F328", "245 GPs"),
    ]


def test_what_was_known_before_the_booklet():
    known = make_register().with_citations([PAGE]).as_known(date(2018, 1, 1))

    assert [fact.id for fact in known.facts] == ["F146", "F300"]
    assert (known.conflicts, known.checks) == ((), ())
    assert known.citations == (PAGE,)


def test_a_check_without_a_formula_is_not_counted():
    outcome = run_check(make_check("", []), {})
    assert (outcome.holds, outcome.reason) == (
        None,
        "nothing to count: a person read it",
    )


def test_a_check_that_cannot_be_worked_out_does_not_hold():
    outcome = run_check(make_check("F1 / 0", [1]), {"F1": FactValue("number", "1")})
    assert (outcome.holds, outcome.computed) == (False, ())


def test_a_check_with_another_number_of_results_does_not_hold():
    outcome = run_check(make_check("1; 2", [1]), {})
    assert (outcome.holds, outcome.reason) == (False, "recorded 1, now 1 2")


def test_a_conflict_must_name_a_fact():
    with pytest.raises(ValueError, match="conflict C9 names no fact"):
        Conflict("C9", "direct", "nothing", (), "why", "how", "ours")


def test_what_is_written_is_read_again():
    register = make_register(conflicts=(), checks=())
    corrected = register.correct(
        "F300", FactValue("range", "60", "70"), reason="a range", on=LATER
    ).register
    again = FactRegister.from_tables({"facts": write_facts(corrected.versions)})
    assert again == corrected


def _table(name, *rows):
    columns = CONTRACT[name].schema
    filled = [{**dict.fromkeys(columns), **row} for row in rows]
    return pl.DataFrame(filled, schema=columns)


def test_every_fault_of_the_tables_is_named_at_once():
    facts = write_facts(
        (
            make_fact("F1", 1, body="nowhere", conflicts_with=("F8",)),
            make_fact("F2", 1),
            make_fact("F2", 2, version=3, known_on=date(2016, 1, 1)),
        )
    ).with_columns(value=pl.col("value").replace("1", "one"))
    tables = {
        "facts": facts,
        "facts_outside": write_facts((make_fact("F1", 5),)),
        "organisations": pl.DataFrame({"id": ["mft"]}),
        "conflicts": _table("conflicts", {"id": "C1", "facts": "F1 F7"}),
        "checks": _table(
            "checks",
            {"formula": "F6", "against": "F1 +", "result": "x"},
        ),
        "fact_citations": _table("fact_citations", {"fact": "F5"}),
    }

    with pytest.raises(InputError) as raised:
        FactRegister.from_tables(tables)

    assert [str(fault).split(". ")[0] for fault in raised.value.faults] == [
        (
            "facts/facts.csv, fact F1, column value: expected a number, such as 245 or "
            "-1.5, found one"
        ),
        (
            "facts/facts.csv, fact F2, column value: expected a number, such as 245 or "
            "-1.5, found one"
        ),
        "facts/facts.csv, fact F2: expected versions 1 to 2, found 1, 3",
        (
            "facts/facts.csv, fact F2, version 3: expected a day from 2017-03-01 on, "
            "found 2016-01-01"
        ),
        (
            "facts/facts.csv, fact F2, version 3: expected a reason for the change, "
            "found nothing"
        ),
        "facts/outside.csv: expected an id that facts/facts.csv does not use, found F1",
        (
            "facts/facts.csv, fact F1, column body: expected an id of the registry of "
            "places, found nowhere"
        ),
        (
            "facts/facts.csv, row 2, column conflicts_with: expected ids of the "
            "register, found F8"
        ),
        (
            "facts/conflicts.csv, row 2, column facts: expected ids of the register, "
            "found F7"
        ),
        (
            "facts/citations.csv, row 2, column fact: expected ids of the register, "
            "found F5"
        ),
        (
            "facts/checks.csv, row 2, column formula: expected ids of the register, "
            "found F6"
        ),
        (
            "facts/checks.csv, row 2, column against: expected a sum of numbers and "
            "fact ids, found F1 +"
        ),
        "facts/checks.csv, row 2, column result: expected numbers, found x",
    ]


def test_a_folder_without_facts_says_so(tmp_path):
    with pytest.raises(InputError) as raised:
        FactRegister.from_folder(tmp_path)
    assert [str(fault) for fault in raised.value.faults] == [
        (
            "facts/facts.csv: expected a register of facts, found nothing. Add the "
            "file, or ask a plan folder that has one."
        )
    ]
