"""Commands of the pages are listed, without being loaded, in their own words."""

import ast
from pathlib import Path

from placeplan.cli.command_list import WEB_WORDS

COMMANDS = Path(__file__).parents[2] / "src/placeplan_web/config/commands.py"


def test_the_words_of_a_command_are_those_of_its_function():
    tree = ast.parse(COMMANDS.read_text(encoding="utf-8"))
    functions = {
        node.name: ast.get_docstring(node).splitlines()[0]
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }

    assert {name: functions.get(name) for name in WEB_WORDS} == dict(WEB_WORDS)
