"""Only `placeplan.tables` opens files: the syntax tree of the library says so."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

LIBRARY = Path(__file__).parents[2] / "src" / "placeplan"
FUNCTIONS = {"open", "fdopen"}
METHODS = {
    *("open", "open_code", "read_text", "read_bytes", "write_text", "write_bytes"),
    *("write_csv", "write_parquet", "write_json", "write_excel", "write_ipc"),
    *("sink_csv", "sink_parquet", "sink_ipc", "tofile", "savetxt", "fromfile"),
    *("genfromtxt", "loadtxt", "load_workbook", "open_text", "open_binary"),
}
MODULES = {
    *("shutil", "tempfile", "zipfile", "tarfile", "gzip", "fileinput", "sqlite3"),
    *("fastexcel", "openpyxl", "xlsxwriter", "pickle", "shelve"),
}


def _find_openers(source: str) -> list[str]:
    return [words for node in ast.walk(ast.parse(source)) for words in _look_at(node)]


def _look_at(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        modules = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        modules = [node.module or ""]
        if node.module == "importlib":
            modules = [f"importlib.{alias.name}" for alias in node.names]
    else:
        modules = []
    for module in modules:
        if module.partition(".")[0] in MODULES or module == "importlib.resources":
            yield f"line {node.lineno}: import {module}"
    if not isinstance(node, ast.Call):
        return
    called = node.func
    if isinstance(called, ast.Name) and called.id in FUNCTIONS:
        yield f"line {node.lineno}: {called.id}()"
    elif isinstance(called, ast.Attribute):
        of = called.value.id if isinstance(called.value, ast.Name) else ""
        polars = of in {"pl", "polars"} and called.attr.startswith(("read_", "scan_"))
        if polars or (called.attr in METHODS and of != "tables"):
            yield f"line {node.lineno}: .{called.attr}()"


def test_only_tables_opens_files():
    found = {
        str(path.relative_to(LIBRARY)): openers
        for path in sorted(LIBRARY.rglob("*.py"))
        if path.relative_to(LIBRARY).parts[0] != "tables"
        and (openers := _find_openers(path.read_text(encoding="utf-8")))
    }

    assert found == {}


@pytest.mark.parametrize(
    "source",
    [
        "open('x')",
        "Path('x').open()",
        "path.read_text(encoding='utf-8')",
        "path.write_bytes(b'')",
        "pl.read_csv('x')",
        "polars.scan_parquet('x')",
        "frame.write_parquet('x')",
        "import shutil",
        "import zipfile as z",
        "from importlib import resources",
        "import importlib.resources",
        "from importlib.resources import files",
        "np.loadtxt('x')",
    ],
)
def test_every_way_to_open_a_file_is_seen(source):
    assert len(_find_openers(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "from placeplan.tables import read_text, write_text\nread_text(path)",
        "tables.read_text(path)",
        "from importlib import metadata",
        "frame.write_frame_csv",
        "reader.read_rows()",
    ],
)
def test_asking_tables_is_allowed(source):
    assert _find_openers(source) == []
