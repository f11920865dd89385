"""Workers that draw futures: processes of this machine, or a Dask cluster."""

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Final

from placeplan.errors import Fault, InputError

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from multiprocessing.process import BaseProcess

GRACE_SECONDS: Final = 0.4
"""How long a process that is to stop may take to finish what it has in hand."""

PATIENCE_SECONDS: Final = 10
"""How long a scheduler may take to answer."""


def start_executor(
    workers: int, dask: str | None
) -> "AbstractContextManager[Executor | None]":
    """Choose where futures are drawn: here, in processes, or on a cluster.

    Raises
    ------
    InputError
        Both were asked for.
    """
    if dask is None:
        return start_processes(workers) if workers > 1 else nullcontext(None)
    if workers > 1:
        remedy = "Leave --workers out: the cluster knows how many it has."
        expected = "either --workers or --dask"
        raise InputError([Fault("workers", "", expected, "both", remedy)])
    return join_cluster(dask)


@contextmanager
def start_processes(count: int) -> "Iterator[Executor]":
    """Start processes that draw futures; they end at once when the work is stopped."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    others = set(active_children())
    # A forked copy of a process with threads may stand still for ever.
    executor = ProcessPoolExecutor(count, mp_context=get_context("spawn"))
    try:
        yield executor
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        _end(set(active_children()) - others)
        raise
    executor.shutdown()


def _end(children: "set[BaseProcess]") -> None:
    """Let processes finish what they have in hand, and end those that do not soon."""
    until = time.monotonic() + GRACE_SECONDS
    for child in children:
        child.join(max(until - time.monotonic(), 0))
        if child.is_alive():
            child.terminate()


@contextmanager
def join_cluster(address: str) -> "Iterator[Executor]":
    """Join a Dask cluster that is there already, and leave it as it was.

    Parameters
    ----------
    address : str
        Of its scheduler, such as ``tcp://10.0.0.5:8786``.

    Raises
    ------
    InputError
        Dask is not installed, or nothing answers at the address.
    """
    try:
        from dask.distributed import Client
    except ImportError as error:
        remedy = "Install it: pip install 'placeplan[dask]'."
        fault = Fault("dask", "", "Dask to be installed", "no Dask", remedy)
        raise InputError([fault]) from error
    try:
        client = Client(  # type: ignore[no-untyped-call] # Dask has no types for it
            address, timeout=PATIENCE_SECONDS
        )
    except (OSError, ValueError) as error:
        remedy = "Start the scheduler, or correct the address: tcp://HOST:8786."
        expected = "the scheduler of a Dask cluster"
        raise InputError([Fault("dask", "", expected, address, remedy)]) from error
    with client:
        yield client.get_executor(retries=2)  # type: ignore[no-untyped-call] # likewise
