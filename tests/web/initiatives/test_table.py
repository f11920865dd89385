"""The tables of initiatives as the records keep them: what the library adds appears."""

import csv
import io

import pytest

from factories.initiative_plan import add_initiative_plan, make_draft
from placeplan.demand.initiative_inputs import INITIATIVES
from placeplan_web.initiatives.forms.part_form import PartForm
from placeplan_web.initiatives.models import Initiative
from placeplan_web.initiatives.queries.draft import (
    list_initiatives,
    read_tables,
    write_tables,
)
from placeplan_web.initiatives.queries.fault_row import find_cell, move_rows
from placeplan_web.initiatives.queries.table import (
    OWNER,
    PARTS,
    list_columns,
    write_csv,
    write_value,
)


def test_every_column_of_the_first_table_is_a_field():
    fields = {field.name for field in Initiative._meta.concrete_fields}
    columns = {column.name for column in INITIATIVES.columns} - {"id"}

    assert columns - fields == set()


def test_every_other_table_belongs_to_one_initiative_a_row():
    assert {contract.columns[0].name for contract in PARTS} == {OWNER}


@pytest.mark.parametrize("contract", PARTS, ids=lambda contract: contract.name)
def test_form_has_a_box_for_every_column_of_the_contract(contract):
    form = PartForm(contract, "local-care", {})
    form.add_rows(1)

    boxes = [box.column for box in form.rows[0].boxes]

    assert boxes == [each for each in contract.columns if each.name != OWNER]
    assert boxes == list(list_columns(contract))


@pytest.mark.django_db
def test_draft_that_was_just_opened_says_what_its_plan_folder_says():
    draft = make_draft()

    assert write_tables(list_initiatives(draft)) == read_tables(draft.dataset)
    assert len(read_tables(add_initiative_plan(name="again"))["initiatives"]) == 2


def test_optional_column_stands_in_a_file_only_where_it_says_something():
    contract = next(each for each in PARTS if any(c.optional for c in each.columns))
    optional = next(column.name for column in contract.columns if column.optional)
    whole = {column.name: "" for column in contract.columns}

    def read_header(row):
        text = write_csv(contract, [row]).decode()
        return next(csv.reader(io.StringIO(text)))

    assert optional not in read_header(whole)
    assert optional in read_header({**whole, optional: "x"})


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (True, "yes"), (False, "no"), (12.0, "12"), (0.5, "0.5"), (3, "3")],
)
def test_values_are_written_the_shortest_way(value, text):
    assert write_value(value) == text


def test_rows_of_a_fault_are_counted_anew():
    assert find_cell("row 3, column beds") == (3, "beds")
    assert find_cell("rows 2, 3") is None
    assert move_rows("rows 2, 3 and 4 more", lambda row: row + 10) == (
        "rows 12, 13 and 4 more"
    )
