"""Every row leads to a source, and every source is there for a reason."""

import polars as pl

from factories.evidence_factory import make_rows, make_source
from placeplan.errors import Fault
from placeplan.evidence import (
    CONTRACTS,
    check_citations,
    count_citations,
)

TABLES = {
    "beds": make_rows(("kh03", "published"), ("lost", "derived"), ("kh03", "derived")),
    "prices": make_rows(*[("gone", "published")] * 7),
    "unsourced": pl.DataFrame({"place": ["dover"]}),
}


def test_citations_are_counted_by_source_and_table_with_the_weakest_status():
    assert count_citations(TABLES).rows() == [
        ("gone", "prices", 7, "published"),
        ("kh03", "beds", 2, "derived"),
        ("lost", "beds", 1, "derived"),
    ]


def test_no_tables_cite_nothing():
    assert count_citations({}).rows() == []


def test_sources_that_are_cited_but_missing_are_named_by_file_and_row():
    faults = check_citations(TABLES, CONTRACTS.values(), [make_source("kh03")])

    assert faults == [
        Fault(
            file="capacity/beds.csv",
            where="row 3, column source",
            expected="a source listed in sources.yaml",
            found="lost",
            remedy="Add the source to sources.yaml, or correct the id.",
        ),
        Fault(
            file="money/prices.csv",
            where="rows 2, 3, 4, 5, 6 and 2 more, column source",
            expected="a source listed in sources.yaml",
            found="gone",
            remedy="Add the source to sources.yaml, or correct the id.",
        ),
    ]


def test_a_few_rows_are_named_without_more():
    tables = {"beds": TABLES["beds"]}

    faults = check_citations(tables, CONTRACTS.values(), [make_source("lost")])

    assert [fault.where for fault in faults] == ["rows 2, 4, column source"]


def test_tables_without_a_source_column_are_left_out():
    tables = {"beds": pl.DataFrame({"beds": [1]})}

    assert check_citations(tables, CONTRACTS.values(), []) == []
