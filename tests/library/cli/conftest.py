"""Commands are called as a person calls them, on a tiny plan."""

import json

import pytest
from typer.testing import CliRunner

from factories.plan_folder import write_plan_folder
from placeplan.cli import app
from placeplan.plan import Plan


@pytest.fixture(scope="session")
def tiny_plan(tmp_path_factory):
    return write_plan_folder(tmp_path_factory.mktemp("plans") / "tiny")


@pytest.fixture(scope="session")
def tiny_run(tiny_plan, tmp_path_factory):
    out = tmp_path_factory.mktemp("runs") / "tiny"
    Plan.from_folder(tiny_plan).run().write(out, with_report=False)
    return out


@pytest.fixture
def call():
    """Call a command; give its exit code, standard output and standard error."""

    def call_command(*words):
        result = CliRunner().invoke(app, [str(word) for word in words])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.stdout, result.stderr

    return call_command


@pytest.fixture
def call_json(call):
    """Call a command with --json; give its exit code and what it printed."""

    def call_command(*words):
        code, printed, _ = call(*words, "--json")
        return code, json.loads(printed)

    return call_command
