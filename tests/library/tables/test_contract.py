"""Contracts refuse what cannot be checked, and end with where a row comes from."""

import pytest

from placeplan.tables import PROVENANCE, Column, TableContract

AREA, SHARE = Column("area", "text"), Column("share", "share")


def test_every_table_ends_with_source_and_status():
    contract = TableContract("x", "x.csv", (AREA, SHARE), key=("area",))

    assert contract.columns == (AREA, SHARE, *PROVENANCE)


def test_source_and_status_that_are_written_stay_as_they_are():
    own = Column("source", "text", nullable=True)

    contract = TableContract("x", "x.csv", (AREA, own), key=("area",))

    assert contract.columns == (AREA, own, PROVENANCE[1])


def test_lists_outside_a_plan_need_no_source():
    contract = TableContract("x", "x.csv", (AREA,), key=("area",), sourced=False)

    assert contract.columns == (AREA,)


@pytest.mark.parametrize("required", [True, False])
def test_optional_is_the_other_word_for_not_required(required):
    contract = TableContract("x", "x.csv", (AREA,), (), required=required)

    assert contract.optional is not required


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"key": ("place",)}, r"the contract of x has no column \['place'\]"),
        ({"share_column": "part"}, r"the contract of x has no column \['part'\]"),
        ({"share_within": ("set",)}, r"the contract of x has no column \['set'\]"),
        (
            {"valid_columns": ("area",)},
            "the contract of x needs a start and an end column",
        ),
        (
            {"columns": (AREA, AREA)},
            (
                "the contract of x names a column twice: .'area', 'area', 'source', "
                "'status'."
            ),
        ),
    ],
)
def test_contract_that_cannot_be_checked_is_refused(parts, words):
    given = {"columns": (AREA, SHARE), "key": ("area",)}

    with pytest.raises(ValueError, match=words):
        TableContract("x", "x.csv", **{**given, **parts})


@pytest.mark.parametrize(
    ("column", "bounds"),
    [
        (Column("a", "share"), (0, 1)),
        (Column("a", "share", least=-1, most=5), (-1, 5)),
        (Column("a", "year"), (1900, 2150)),
        (Column("a", "year", least=2016), (2016, 2150)),
        (Column("a", "number"), (None, None)),
        (Column("a", "number", least=0), (0, None)),
    ],
)
def test_bounds_are_those_of_the_kind_unless_given(column, bounds):
    assert column.bounds == bounds
