"""What holds for every test: no network beyond this machine, and how long to look."""

import os

import pytest
from hypothesis import HealthCheck, settings
from pytest_socket import socket_allow_hosts

# Shared machines are slow at times, so no test is judged by the clock. ``ci`` looks the
# same way every time; ``long`` looks further and anew: HYPOTHESIS_PROFILE=long.
settings.register_profile(
    "ci",
    deadline=None,
    max_examples=40,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("long", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(autouse=True)
def _this_machine_alone():
    socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)
