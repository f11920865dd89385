"""Progress: the named steps of a run, told as they start, and how long each took."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from placeplan.plan.clock import Clock

Outcome = TypeVar("Outcome")


class Progress(Protocol):
    """Is told what a run does; may raise ``RunCancelledError`` to stop it."""

    def __call__(self, step: str, done: int, total: int) -> None:
        """Hear that `step` starts, when `done` of `total` steps are finished."""


@dataclass(frozen=True, slots=True)
class StepTiming:
    """How long one step took, in seconds."""

    step: str
    seconds: float


class Steps:
    """Steps of known names, done one after another.

    Parameters
    ----------
    names : sequence of str
        All steps, in order.
    progress : Progress or None
        Told the name of each step before it starts, and ``finished`` at the end.
    clock : Clock or None
        Without one no step is timed.

    Examples
    --------
    >>> steps = Steps(["people"], lambda step, done, total: print(step, done, total))
    >>> steps.take("people", lambda: 40 + 2)
    people 0 1
    42
    >>> steps.finish()
    finished 1 1
    """

    def __init__(
        self,
        names: Sequence[str],
        progress: Progress | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._total = len(names)
        self._done = 0
        self._progress = progress
        self._clock = clock
        self.timings: list[StepTiming] = []

    def take(self, name: str, work: Callable[[], Outcome]) -> Outcome:
        """Say that the step starts, do its work, and note how long it took."""
        self._tell(name)
        started = self._clock.seconds() if self._clock else 0.0
        outcome = work()
        if self._clock:
            seconds = round(self._clock.seconds() - started, 4)
            self.timings.append(StepTiming(name, seconds))
        self._done += 1
        return outcome

    def tell_within(self, words: str) -> None:
        """Say how far the step under way is; may stop the run, as any telling may."""
        self._tell(words)

    def finish(self) -> None:
        """Say that all is done."""
        self._tell("finished")

    def _tell(self, name: str) -> None:
        if self._progress is not None:
            self._progress(name, self._done, self._total)
