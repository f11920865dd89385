"""Questions made from the API's own description: fitting ones, and broken ones.

A fitting question may still be refused, as an end before its start is, so 422 is an
answer to it; a question that breaks its schema must never be answered.
"""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.checks import (
    content_type_conformance,
    negative_data_rejection,
    not_a_server_error,
    response_schema_conformance,
    status_code_conformance,
)

from placeplan_web.config.wsgi import application

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
]


# Of a list with too many entries, the body may be too large before it is read.
REFUSED = ["400", "413", "422"]
CONFIG = {"checks": {"negative_data_rejection": {"expected-statuses": REFUSED}}}
PLAIN = {"Accept-Encoding": "identity"}  # the client in this process unpacks nothing
description = schemathesis.openapi.from_wsgi(
    "/api/v1/openapi.json",
    application,
    config=schemathesis.Config.from_dict(CONFIG),
)


@pytest.fixture(autouse=True, scope="module")
def _leave_the_database_alone():
    # As Django's own test client does: the API asks no database, and a connection that
    # an earlier test left open is not the API's to look after.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@description.parametrize()
@settings(
    max_examples=8,
    suppress_health_check=list(HealthCheck),  # a list of 20,000 entries is large
)
def test_every_address_answers_as_it_is_described(case):
    case.call_and_validate(checks=CHECKS, headers=PLAIN)
