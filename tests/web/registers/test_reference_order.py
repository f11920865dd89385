"""References stand as people count, whatever a database thinks of letters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.register_factory import make_risk
from placeplan_web.programme.models import Risk
from placeplan_web.registers.batch import BatchWrite, save_records
from placeplan_web.registers.models.reference_order import MOST_LETTERS, write_order
from placeplan_web.registers.operations import save_record

REFERENCES = st.from_regex(r"[A-Z0-9][A-Z0-9-]{0,39}\Z", fullmatch=True)


def split(reference):
    """Sort slowly: hyphens, then numbers as numbers, then letters."""
    pieces = re.findall(r"\d+|.", reference)
    return [
        (1, int(each)) if each.isdigit() else (0 if each == "-" else 2, ord(each))
        for each in pieces
    ]


@given(st.lists(REFERENCES, max_size=8))
def test_order_is_that_of_the_numbers_in_the_references(references):
    assert [split(each) for each in sorted(references, key=write_order)] == sorted(
        split(each) for each in references
    )


@given(REFERENCES)
def test_order_is_figures_alone_and_has_room(reference):
    order = write_order(reference)

    assert order.isdigit()
    assert len(order) <= MOST_LETTERS


@pytest.mark.parametrize(
    ("sort", "references"),
    [
        ("reference", ["RSK-3", "RSK-20", "RSK-100", "RSK-100A"]),
        ("-reference", ["RSK-100A", "RSK-100", "RSK-20", "RSK-3"]),
    ],
)
def test_list_stands_in_that_order_in_the_database(keeper, circle, sort, references):
    for reference in ("RSK-100A", "RSK-100", "RSK-3", "RSK-20"):
        make_risk(circle, reference=reference)

    page = keeper.get(circle.link(f"risks/?sort={sort}")).content.decode()

    assert re.findall(r">(RSK-\w+)</a>", page) == references


def test_every_way_of_writing_keeps_the_order(circle):
    one = make_risk(circle, reference="RSK-20")
    save_record(
        by="tests", record=one, changes={"reference": "RSK-7"}, at=one.changed_at
    )
    new = BatchWrite(Risk(programme=circle.programme), {"title": "Another"}, "add")
    save_records(by="tests", writes=[new], at=one.changed_at)

    kept = Risk.objects.values_list("reference", "reference_order")

    assert list(kept) == [(each, write_order(each)) for each in ("RSK-7", "RSK-08")]
