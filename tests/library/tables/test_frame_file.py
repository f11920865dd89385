"""The same frame always makes the same bytes, and no cell can run as a formula."""

from datetime import date

import polars as pl
import pytest

from placeplan.errors import InputError
from placeplan.tables import (
    STATUS,
    read_frame_parquet,
    write_frame_csv,
    write_frame_parquet,
)

FRAME = pl.DataFrame(
    {
        "name": ["=1+1", "-cmd", "@x", "+1", "\t=2", "-103.0", 'Kent, "x"', None],
        "value": [-103.0, 0.1 + 0.2, 1e-9, 1e20, 3.0, -0.0, None, 2 / 3],
        "count": [1, -2, 3, None, 5, 6, 7, 8],
        "recurrent": [True, False, None, True, True, True, True, False],
        "on": [date(2016, 6, 1), None, *[date(2020, 4, 1)] * 6],
        "status": pl.Series(["derived", *["published"] * 7], dtype=STATUS),
    }
)


def test_csv_holds_plain_values(tmp_path):
    write_frame_csv(FRAME, tmp_path / "new" / "results.csv")

    assert (tmp_path / "new" / "results.csv").read_bytes().decode() == (
        "name,value,count,recurrent,on,status\n"
        "'=1+1,-103.0,1,yes,2016-06-01,derived\n"
        "'-cmd,0.30000000000000004,-2,no,,published\n"
        "'@x,1e-9,3,,2020-04-01,published\n"
        "'+1,1e+20,,yes,2020-04-01,published\n"
        "'\t=2,3.0,5,yes,2020-04-01,published\n"
        "-103.0,-0.0,6,yes,2020-04-01,published\n"
        '"Kent, ""x""",,7,yes,2020-04-01,published\n'
        ",0.6666666666666666,8,no,2020-04-01,published\n"
    )


@pytest.mark.parametrize("write", [write_frame_csv, write_frame_parquet])
def test_bytes_do_not_depend_on_how_the_frame_was_made(tmp_path, write):
    pieces = pl.concat([FRAME] * 30_000, rechunk=False)

    write(pieces, tmp_path / "pieces")
    write(pieces.rechunk(), tmp_path / "whole")

    assert (tmp_path / "pieces").read_bytes() == (tmp_path / "whole").read_bytes()


def test_parquet_comes_back_as_it_was(tmp_path):
    write_frame_parquet(FRAME, tmp_path / "results.parquet")

    assert read_frame_parquet(tmp_path / "results.parquet").equals(FRAME)
    assert read_frame_parquet(tmp_path / "results.parquet").schema == FRAME.schema


@pytest.mark.parametrize(
    ("content", "found"), [(None, "nothing"), (b"year\n", "something else")]
)
def test_what_is_no_parquet_is_refused(tmp_path, content, found):
    path = tmp_path / "results.parquet"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(InputError) as caught:
        read_frame_parquet(path)

    assert [fault.found for fault in caught.value.faults] == [found]


@pytest.mark.parametrize("write", [write_frame_csv, write_frame_parquet])
def test_place_that_cannot_be_written_is_told(tmp_path, write):
    (tmp_path / "file").write_text("x")

    with pytest.raises(InputError) as caught:
        write(FRAME, tmp_path / "file" / "results")

    assert [fault.expected for fault in caught.value.faults] == [
        "a file that can be written"
    ]
