"""Errors say what was expected, what came and what to do, and come all at once."""

import ast
import inspect

import pytest

from placeplan import errors
from placeplan.errors import (
    ArchiveError,
    Fault,
    InputError,
    PlaceplanError,
    UnknownNameError,
)

ONE = Fault("people/base.csv", "row 3", "a number", "-4", "Correct it.")


def test_fault_without_a_place_or_a_find_reads_as_a_sentence():
    fault = Fault("plan.yaml", "", "a file", "", "Add it.")

    assert str(fault) == "plan.yaml: expected a file. Add it."


@pytest.mark.parametrize(("count", "words"), [(1, "1 fault"), (3, "3 faults")])
def test_faults_are_counted(count, words):
    error = InputError([ONE] * count)

    assert str(error).splitlines()[0] == f"{words} found; nothing was changed."
    assert str(error).splitlines()[1:] == [f"  {ONE}"] * count


def test_archive_error_holds_faults_as_every_input_error():
    assert ArchiveError([ONE]).faults == (ONE,)
    assert issubclass(ArchiveError, InputError)


def test_many_known_names_are_cut():
    known = [f"pod_{n:02}" for n in range(45)]

    words = str(UnknownNameError("pod", "x", known))

    assert words.startswith("There is no pod 'x'. Use one of: pod_00, pod_01, ")
    assert words.endswith(", pod_39 ….")


def test_every_error_is_in_the_tree_at_the_top_and_ends_with_code_2():
    names = [
        name
        for name, each in inspect.getmembers(errors, inspect.isclass)
        if issubclass(each, Exception)
    ]
    tree = ast.get_docstring(ast.parse(inspect.getsource(errors)))

    assert [name for name in names if name not in tree] == []
    assert all(getattr(errors, name).exit_code == 2 for name in names)
    assert issubclass(errors.PeriodError, PlaceplanError)
