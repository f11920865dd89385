"""The heartbeat of a run, which also hears when the run is to stop."""

from django.utils import timezone

from placeplan.errors import RunCancelledError
from placeplan_web.evidence.attempts import beat
from placeplan_web.evidence.models import Run
from placeplan_web.registers.heartbeat import Heartbeat


class RunHeartbeat(Heartbeat):
    """Beats while a run goes on; told of a step, it refuses once the run is stopped."""

    def __init__(self, run: Run) -> None:
        def write_beat(step: str, done: int, total: int) -> bool:
            now = timezone.now()
            return beat(run=run, at=now, step=step, done=done, total=total)

        super().__init__(write_beat)

    def tell(self, step: str, done: int, all_: int) -> None:
        """Hear the next step of the run; stop it if it was cancelled or taken over."""
        self._progress = (step, done, all_)
        if self._refused.is_set() or not self._beat():
            raise RunCancelledError(step)
