"""The ledgers of many systems, from Parquet to sums that tie."""

from datetime import date

import polars as pl
import pytest

from factories.small_ledger import APRIL, VALUES, make_tables
from placeplan.errors import InputError
from placeplan.money.ledger import (
    LEDGER_MEMBERS,
    find_position,
    find_system_position,
    read_ledger,
    read_ledger_parquet,
    summarise_organisations,
    summarise_systems,
    write_ledger_parquet,
)

FAR = [
    # Another system; its clinic sells to the group of the first one, which is outside.
    ("clinic", "contract", APRIL, "actual", True, "group", 30.0),
    ("clinic", "nurses", date(2017, 4, 1), "actual", True, None, 4.56),
]
HOMES = [("trust", "here"), ("group", "here"), ("clinic", "far")]


def _write(folder, values=(*VALUES, *FAR), homes=HOMES):
    tables = make_tables(values)
    members = pl.DataFrame(homes, schema=LEDGER_MEMBERS.schema, orient="row")
    tables["ledger_members"] = members
    write_ledger_parquet(tables, folder)
    return tables


def test_organisations_are_summed_up_by_year(tmp_path):
    _write(tmp_path)

    found = summarise_organisations(read_ledger_parquet(tmp_path))

    assert found.drop("status").rows() == [
        ("far", "clinic", 2016, "actual", 3000, 0, 0, 3000),
        ("far", "clinic", 2017, "actual", 0, 456, 0, -456),
        ("here", "group", 2016, "actual", 26100, 0, 21500, 4600),
        ("here", "group", 2016, "plan", 26000, 0, 21000, 5000),
        ("here", "trust", 2016, "actual", 20795, 19475, 0, 1320),
        ("here", "trust", 2016, "plan", 23000, 18110, 0, 4890),
    ]
    assert found["status"].to_list() == ["published"] * 6


def test_systems_are_summed_up_without_what_members_pay_each_other(tmp_path):
    _write(tmp_path)
    ledger = read_ledger_parquet(tmp_path)

    found = summarise_systems(ledger)

    wanted = (
        *("system", "year", "basis", "members_income_pence", "income_pence"),
        *("non_pay_pence", "surplus_pence", "eliminated_pence", "mismatch_pence"),
    )
    assert found.select(wanted).rows() == [
        ("far", 2016, "actual", 3000, 3000, 0, 3000, 0, 0),
        ("far", 2017, "actual", 0, 0, 0, -456, 0, 0),
        ("here", 2016, "actual", 46895, 26100, 705, 5920, 20795, 5),
        ("here", 2016, "plan", 49000, 28000, 0, 9890, 21000, 0),
    ]
    assert found.equals(summarise_systems(ledger, summarise_organisations(ledger)))


def test_one_system_of_many_is_the_ledger_it_would_be_alone(tmp_path):
    tables = _write(tmp_path)
    ledger = read_ledger_parquet(tmp_path)

    chosen = ledger.choose_system("here")
    alone = read_ledger(tables | make_tables())

    assert ledger.systems == ("far", "here")
    assert chosen.members == ("group", "trust")
    assert find_position(chosen, year=2016).equals(find_position(alone, year=2016))
    assert find_system_position(chosen, year=2016).sides.equals(
        find_system_position(alone, year=2016).sides
    )
    assert (chosen.savings.height, chosen.changes.height) == (0, 0)


def test_every_fault_is_told_at_once(tmp_path):
    strange = ("nobody", "unheard-of", date(2016, 4, 2), "plan", True, "lost", 0.001)
    _write(tmp_path, values=[*VALUES, strange], homes=HOMES)

    with pytest.raises(InputError) as refused:
        read_ledger_parquet(tmp_path)

    assert [(each.where, each.found) for each in refused.value.faults] == [
        ("row 20, column line", "unheard-of"),
        ("row 20, column month", "2016-04-02"),
        ("row 20, column value_pounds", "0.001"),
        ("row 20, column counterparty", "lost"),
        ("column organisation", "nobody"),
    ]
    assert str(refused.value.faults[-1]) == (
        "money/ledger_values.csv, column organisation: expected an organisation with a "
        "system, found nobody. Add a row for it to ledger_members.parquet."
    )


def test_files_that_are_missing_are_told_together(tmp_path):
    _write(tmp_path)
    (tmp_path / "ledger_members.parquet").unlink()
    (tmp_path / "ledger_lines.parquet").write_text("no parquet")

    with pytest.raises(InputError) as refused:
        read_ledger_parquet(tmp_path)

    assert [(each.file, each.expected) for each in refused.value.faults] == [
        (str(tmp_path / "ledger_lines.parquet"), "a Parquet file"),
        (str(tmp_path / "ledger_members.parquet"), "a file"),
    ]
