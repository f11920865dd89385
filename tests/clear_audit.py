"""The privileged path by which tests clear the audit, which refuses to be cleared."""

from functools import wraps

import pytest
from django.db import connection
from django.test import TransactionTestCase

from placeplan_web.audit.triggers import create_triggers, drop_triggers
from placeplan_web.governance import triggers as governance_triggers
from placeplan_web.registers import triggers as register_triggers


@pytest.fixture(scope="session", autouse=True)
def _tests_may_clear_the_audit():
    """Take the triggers away while a test that really commits is cleared up."""
    clear = TransactionTestCase._fixture_teardown

    @wraps(clear)
    def clear_without_triggers(self):
        drop_triggers(connection)
        register_triggers.drop_triggers(connection)
        governance_triggers.drop_triggers(connection)
        try:
            clear(self)
        finally:
            create_triggers(connection)
            register_triggers.create_triggers(connection)
            governance_triggers.create_triggers(connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", clear_without_triggers)
        yield
