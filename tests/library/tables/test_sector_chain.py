"""Chains of sectors in an old workbook, which must end."""

import struct

import pytest

from placeplan.tables.sector_chain import leads_in_circles

END, FREE, TABLE = 0xFFFF_FFFE, 0xFFFF_FFFF, 0xFFFF_FFFD


def make_old(follows, *, small=(), small_start=END, further=END, shift=9):
    """A header, sector 0 with the table, sector 1 with the small table."""
    header = bytearray(512)
    struct.pack_into("<H", header, 30, shift)
    struct.pack_into("<I", header, 60, small_start)
    struct.pack_into("<I", header, 68, further)
    struct.pack_into("<109I", header, 76, 0, *[FREE] * 108)
    table = [*follows, *[FREE] * (128 - len(follows))]
    others = [*small, *[FREE] * (128 - len(small))]
    return bytes(header) + struct.pack("<256I", *table, *others)


def test_chains_that_end_are_sound():
    whole = make_old([TABLE, END, 3, END], small=[1, 2, END], small_start=1)

    assert leads_in_circles(whole) is False


@pytest.mark.parametrize(
    "broken",
    [
        make_old([TABLE, END, 3, 2]),
        make_old([TABLE, END, 2]),
        make_old([TABLE, END, 500]),
        make_old([TABLE, END], small=[1, 0], small_start=1),
        make_old([TABLE, END], small_start=700),
        make_old([TABLE, END], further=900),
        make_old([TABLE, END], shift=3),
        make_old([TABLE, END])[:400],
    ],
    ids=[
        *("circle", "itself", "outside", "small circle", "small start"),
        *("no further table", "unknown sectors", "too short"),
    ],
)
def test_chains_that_do_not_end_are_refused(broken):
    assert leads_in_circles(broken) is True


def test_a_further_table_that_comes_back_is_refused():
    content = bytearray(make_old([TABLE, END], further=1))
    struct.pack_into("<I", content, 512 + 512 + 508, 1)  # last number of sector 1

    assert leads_in_circles(bytes(content)) is True
