"""An ensemble: many futures drawn, each from its own stream of random numbers."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, wait
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from placeplan.demand import CodedDemand
from placeplan.plan.drawn_totals import DrawnInputTable
from placeplan.plan.line_weight import LineWeights

Array = NDArray[np.float64]

CHUNK: Final = 8
"""Draws worked out in one go: few enough that a run stops within a second."""

AHEAD: Final = 8
"""Chunks given to an executor before the first is asked for."""

IDLE_SECONDS: Final = 0.2
"""How often it is told that nothing new is done, so that the work can be stopped."""


@dataclass(frozen=True, slots=True)
class DrawTask:
    """All that a worker needs to draw futures.

    Parameters
    ----------
    demand : CodedDemand
        Of the plan, at one level of growth.
    weights : LineWeights
        Beds, spaces, staff and pounds of its lines.
    seed : int
        Of the plan; draw k is the k-th child that ``SeedSequence(seed).spawn`` gives.
    vary_use : bool
        Whether growth of use is drawn.
    """

    demand: CodedDemand
    weights: LineWeights
    seed: int
    vary_use: bool

    def draw(self, first: int, last: int) -> Array:
        """Draw futures from one number to another, the last left out.

        Returns
        -------
        array
            Shaped (draw, 2, number, year): without and with initiatives; activity of
            lines, then bed days of lines, then figures of the weights.
        """
        return np.array([self._draw_one(number) for number in range(first, last)])

    def draw_inputs(self, draws: int) -> DrawnInputTable:
        """Draw the inputs of so many futures alone, as `draw` does."""
        rows = [
            self.demand.draw_inputs(self._seed(k), vary_use=self.vary_use).to_row()
            for k in range(draws)
        ]
        return DrawnInputTable.from_rows(self.demand.input_names, np.array(rows))

    def _seed(self, number: int) -> np.random.SeedSequence:
        return np.random.SeedSequence(self.seed, spawn_key=(number,))

    def _draw_one(self, number: int) -> Array:
        future = self.demand.draw(self._seed(number), vary_use=self.vary_use)
        both = (future.activity, future.bed_days), future.with_initiatives()
        return np.array(
            [np.concatenate([*pair, self.weights.weigh(*pair)]) for pair in both]
        )


def draw_futures(
    task: DrawTask,
    draws: int,
    *,
    executor: Executor | None = None,
    tell: Callable[[int], None] = lambda _done: None,
) -> Array:
    """Draw futures, on this process or on any executor: the same numbers to the bit.

    Parameters
    ----------
    task : DrawTask
        What to draw.
    draws : int
        How many.
    executor : Executor or None
        Of `concurrent.futures`, or like it; None works here.
    tell : callable
        Told how many draws are done, after each chunk and several times a second while
        an executor is slow to start; may raise, which stops the work and lets nothing
        more start.

    Returns
    -------
    array
        As `DrawTask.draw`, in the order of the draws.
    """
    spans = [(at, min(at + CHUNK, draws)) for at in range(0, draws, CHUNK)]
    parts: list[Array] = []

    def tell_done() -> None:
        tell(sum(map(len, parts)))

    for part in (
        _work_here(task, spans)
        if executor is None
        else _hand_out(task, spans, executor, tell_done)
    ):
        parts.append(part)
        tell_done()
    return np.concatenate(parts)


def _work_here(task: DrawTask, spans: list[tuple[int, int]]) -> Iterator[Array]:
    for first, last in spans:
        yield task.draw(first, last)


def _await(future: Future[Array], tell_idle: Callable[[], None]) -> Array:
    """Wait for a chunk; tell now and then, so that the work can be stopped."""
    while not wait([future], IDLE_SECONDS).done:
        tell_idle()
    return future.result()


def _hand_out(
    task: DrawTask,
    spans: list[tuple[int, int]],
    executor: Executor,
    tell_idle: Callable[[], None],
) -> Iterator[Array]:
    """Keep a few chunks under way, and give them in order."""
    waiting: list[Future[Array]] = []
    todo = iter(spans)
    try:
        for first, last in todo:
            waiting.append(executor.submit(task.draw, first, last))
            if len(waiting) >= AHEAD:
                yield _await(waiting.pop(0), tell_idle)
        while waiting:
            yield _await(waiting.pop(0), tell_idle)
    finally:
        for future in waiting:
            future.cancel()
