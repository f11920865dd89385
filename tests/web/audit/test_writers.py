"""Several processes write to one SQLite file at the same time, and make one chain."""

import subprocess
import sys

WRITE = """
import sys, django
django.setup()
from django.db import transaction
from django.utils import timezone
from placeplan_web.audit.operations import record
name = sys.argv[1]
for number in range(20):
    with transaction.atomic():
        record(by="worker", verb="add", kind="probe", identifier=f"{name}-{number}",
               changes={}, at=timezone.now())
"""
VERIFY = """
import django
django.setup()
from placeplan_web.audit.queries import verify
verdict = verify()
print(verdict.entries, verdict.is_whole)
"""


def test_processes_that_write_at_the_same_time_make_one_chain(tmp_path):
    environment = {
        "DJANGO_SETTINGS_MODULE": "placeplan_web.config.settings",
        "PLACEPLAN_HOME": str(tmp_path),
    }

    def start(*words):
        return subprocess.Popen(
            [sys.executable, *words],
            env=environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    assert start("-m", "django", "migrate", "audit", "-v0").communicate() == ("", "")
    writers = [start("-c", WRITE, f"writer-{number}") for number in range(3)]
    assert [writer.communicate()[1] for writer in writers] == ["", "", ""]

    assert start("-c", VERIFY).communicate()[0] == "60 True\n"
