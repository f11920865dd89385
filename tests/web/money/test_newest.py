"""The newest entry of a cell counts: found at once, and by replaying every change."""

from datetime import date

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from placeplan_web.money.models import Cell
from placeplan_web.money.queries.cells import CELLS, take_newest

CELL = st.builds(
    Cell,
    table=st.sampled_from(["ledger_values", "ledger_savings"]),
    organisation=st.sampled_from(["east-trust", "west-trust"]),
    line=st.sampled_from(["staff", "care"]),
    month=st.sampled_from([date(2016, 4, 1), date(2016, 5, 1)]),
    basis=st.sampled_from(["plan", "actual"]),
    recurrent=st.booleans(),
    counterparty=st.sampled_from(["", "west-trust"]),
)
VALUE = st.none() | st.integers(-(10**14), 10**14)
WRITTEN = st.lists(st.tuples(CELL, VALUE), max_size=40)


@given(WRITTEN)
def test_the_newest_of_each_cell_is_what_a_replay_leaves(written):
    rows = [
        {
            **{name: getattr(cell, name) for name in CELLS if hasattr(cell, name)},
            "pence": pence,
            "previous": 0,
            "source": "",
            "status": "derived",
            "number": number,
            "kind": "workbook",
        }
        for number, (cell, pence) in enumerate(written, 1)
    ]

    newest = take_newest(pl.DataFrame(rows, schema=CELLS))

    found = {Cell.from_row(row): row["pence"] for row in newest.iter_rows(named=True)}
    assert found == dict(written)  # each writes over what stood there
    assert newest.height == len(found)
