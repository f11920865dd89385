"""No record of a register is written past its history."""

import ast
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2] / "src" / "placeplan_web"
PAST_THE_HISTORY = {"update", "bulk_update", "delete", "_raw_delete"}
BARE = {"_base_manager"}


def _find_untraced(source: str) -> list[str]:
    """Give each bulk write to a query set, and each use of a manager that allows it."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in BARE:
            found.append(f"line {node.lineno}: {node.attr}")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            of = ast.unparse(node.func.value)
            query = any(
                word in of for word in ("objects", "_default_manager", "filter(")
            )
            if node.func.attr in PAST_THE_HISTORY and query:
                found.append(f"line {node.lineno}: .{node.func.attr}()")
    return found


def _list_modules_of_registers() -> list[Path]:
    """Give the modules of every room that builds records on a register."""
    rooms = {
        path.relative_to(WEB).parts[0]
        for path in WEB.rglob("*.py")
        if "RegisterRecord" in path.read_text(encoding="utf-8")
    }
    return [path for room in sorted(rooms) for path in (WEB / room).rglob("*.py")]


def test_rooms_with_registers_write_through_operations_alone():
    found = {
        str(path.relative_to(WEB)): lines
        for path in _list_modules_of_registers()
        if (lines := _find_untraced(path.read_text(encoding="utf-8")))
    }

    assert found == {}


@pytest.mark.parametrize(
    "source",
    [
        "Risk.objects.filter(pk=1).update(title='x')",
        "Risk.objects.bulk_update(risks, ['title'])",
        "Risk._default_manager.all().delete()",
        "Risk._base_manager.all()",
    ],
)
def test_every_way_past_the_history_is_seen(source):
    assert len(_find_untraced(source)) == 1


def test_a_dictionary_may_be_updated():
    assert _find_untraced("changes.update(title='x')") == []
