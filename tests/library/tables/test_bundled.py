"""Tables of the package itself are held to their contracts too."""

import pytest

from placeplan.errors import InputError
from placeplan.tables import Column, TableContract, read_bundled


def test_bundled_table_that_breaks_its_contract_is_an_error():
    contract = TableContract("pods", "pods.csv", (Column("pod", "whole"),), ("pod",))

    with pytest.raises(InputError) as caught:
        read_bundled("placeplan.reference", "pods.csv", contract)

    assert caught.value.faults[0].file == "pods.csv"
