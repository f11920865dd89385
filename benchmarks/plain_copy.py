"""The floor below any run: read every input and write every number, with no work.

``python -m benchmarks.plain_copy PLAN RESULTS OUT`` reads the tables of a plan folder
with plain Polars, and writes the results of a finished run anew, as CSV and Parquet.
"""

import sys
from pathlib import Path

import polars as pl


def copy_plainly(plan: Path, results: Path, out: Path) -> None:
    for path in sorted(plan.rglob("*.csv")):
        pl.read_csv(path, infer_schema_length=None)
    table = pl.read_parquet(results / "results.parquet")
    out.mkdir(parents=True, exist_ok=True)
    table.write_csv(out / "results.csv")
    table.write_parquet(out / "results.parquet", compression="zstd")


if __name__ == "__main__":
    copy_plainly(*(Path(argument) for argument in sys.argv[1:4]))
