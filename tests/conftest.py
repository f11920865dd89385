"""What holds for every test: no network beyond this machine."""

import pytest
from pytest_socket import socket_allow_hosts


@pytest.fixture(autouse=True)
def _this_machine_alone():
    socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)
