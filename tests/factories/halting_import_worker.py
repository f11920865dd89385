"""A worker that halts in the middle of an import, so that a test can kill it there.

``python -m factories.halting_import_worker STEP GATE`` carries out what waits, like the
real worker. At the step it writes ``halted`` and goes on once the file ``GATE`` is
there. ``written`` is when every record is written and the transaction is still open,
``over`` when its last statement is done as well. Without a step it never halts.
"""

import sys
from pathlib import Path

from factories.halting_worker import halt
from placeplan_web.config.start import begin


def main(step, gate):
    begin()
    from django.core.management import call_command

    from placeplan_web.registers import import_attempt

    save, end = import_attempt.save_records, import_attempt.end_import

    def save_slowly(**fields):
        saved = save(**fields)
        if step == "written":
            halt(gate)
        return saved

    def end_slowly(**fields):
        ended = end(**fields)
        if step == "over":
            halt(gate)
        return ended

    import_attempt.save_records, import_attempt.end_import = save_slowly, end_slowly
    call_command("db_worker", batch=True, startup_delay=False)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
