"""A worker that halts at one step of a run, so that a test can kill it there.

``python -m factories.halting_worker STEP GATE`` carries out what waits, like the real
worker. At the step it writes ``halted`` and goes on once the file ``GATE`` is there.
The step ``the record`` comes after all files are in their place. Without a step it
never halts.
"""

import sys
import time
from pathlib import Path

from placeplan_web.config.start import begin

NO_STEP = "none"


def main(step, gate):
    begin()
    from django.core.management import call_command

    from placeplan_web.evidence import tasks
    from placeplan_web.evidence.heartbeat import RunHeartbeat

    tell, finish = RunHeartbeat.tell, tasks.finish_attempt

    def tell_slowly(self, name, done, total):
        if name == step:
            halt(gate)
        tell(self, name, done, total)

    def finish_slowly(**fields):
        if step == "the record":
            halt(gate)
        return finish(**fields)

    RunHeartbeat.tell, tasks.finish_attempt = tell_slowly, finish_slowly
    call_command("db_worker", batch=True, startup_delay=False)


def halt(gate):
    print("halted", flush=True)
    while not gate.exists():
        time.sleep(0.02)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
