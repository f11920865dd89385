"""Time of each page under 20 concurrent readers, beside an empty view.

Both go through the whole application, middleware and all, in the same process: no
network, so that only our own work is measured. Threads take turns every millisecond, so
that a short page is not held up by a long turn of another. A page is read before the
clock starts; its first reading, which draws the charts, is printed and not judged. The
bar says that a page may cost as much as twenty empty ones, and a page of the ledger as
much as five.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stdout
from io import StringIO
from threading import Barrier

from benchmarks.child import ROOT
from benchmarks.yardstick import Measured, register

READERS = 20
READINGS = 8
READINGS_OF_NOTHING = 20
TURN_SECONDS = 0.001
BAR, LEDGER_BAR = 1 / 20, 1 / 5
EMPTY = "/empty/"
PAGES = {
    "front": "/",
    "places": "/places/",
    "place": "/places/lp-north-east/?as_at=2016-06-01",
    "people": "/people/",
    "people_of_a_place": "/people/?place=swale",
    "demand": "/demand/",
    "capacity": "/capacity/",
    "money": "/money/",
    "runs": "/evidence/runs/",
    "run": "/evidence/runs/{run}/",
    "chart": "/evidence/runs/{run}/money/bridge.svg",
    "sources": "/evidence/sources/",
    "search": "/search/?q=swale",
    "accessibility": "/accessibility/",
}
LEDGER_PAGES = {
    "position": "/money/position/",
    "position_of_one": "/money/position/ekhuft/?year=2016&month=2016-06",
    "forecast": "/money/forecast/",
}
REFERENCE = f"an empty view in the same process, {READERS} readers each"
THOUSAND = 1000


def measure_pages(wanted: Collection[str]) -> Iterator[Measured]:
    """Set up the demonstration in a folder of its own and read every page."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["PLACEPLAN_HOME"] = home
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "placeplan_web.config.settings")
        pages = _prepare()
        with ThreadPoolExecutor(READERS) as readers:
            sys.setswitchinterval(TURN_SECONDS)
            for name, address in pages.items():
                if not {*wanted} & _name_entries(name):
                    continue
                first = _read(address)
                nothing = _find_quantiles(
                    _read_together(readers, EMPTY, READINGS_OF_NOTHING)
                )
                times = _find_quantiles(_read_together(readers, address, READINGS))
                print(
                    f"  {address}: p50 {times['p50']:.0f} ms, p95 {times['p95']:.0f} "
                    f"ms, first reading {first:.0f} ms"
                )
                for quantile, ours in times.items():
                    least = nothing[quantile]
                    title = f"page_{name}_{quantile}"
                    bar = LEDGER_BAR if name in LEDGER_PAGES else BAR
                    yield Measured(title, ours, "ms", REFERENCE, least, bar)


def _prepare() -> dict[str, str]:
    """Load the example and give the address of each page to read."""
    from placeplan_web.config.start import begin

    begin()
    from django.conf import settings
    from django.test.utils import setup_test_environment

    from placeplan_web.config.demonstration import prepare_demonstration

    setup_test_environment()
    settings.ROOT_URLCONF = "benchmarks.page_urls"
    with redirect_stdout(StringIO()):
        prepare_demonstration(ROOT / "examples/kent-medway")
    from placeplan_web.evidence.models import Run

    run = Run.objects.get(released_at__isnull=False)
    pages = PAGES | LEDGER_PAGES
    return {name: page.format(run=run.public_id) for name, page in pages.items()}


def _read(address: str) -> float:
    """Read a page once; give the milliseconds that it took."""
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    started = time.perf_counter()
    answer = client.get(address)
    took = (time.perf_counter() - started) * THOUSAND
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}")
    return took


def _read_together(
    readers: ThreadPoolExecutor, address: str, readings: int
) -> list[float]:
    """Let every reader read a page at once, again and again."""
    start = Barrier(READERS)

    def read_again(_: int) -> list[float]:
        from django.db import connection

        try:
            _read(address)  # opens the reader's connection to the database
            start.wait()
            return [_read(address) for _ in range(readings)]
        finally:
            connection.close()

    return [took for times in readers.map(read_again, range(READERS)) for took in times]


def _find_quantiles(times: list[float]) -> dict[str, float]:
    hundredths = statistics.quantiles(times, n=100)
    return {"p50": hundredths[49], "p95": hundredths[94]}


def _name_entries(page: str) -> set[str]:
    return {f"page_{page}_p50", f"page_{page}_p95"}


register(
    "pages",
    [name for page in PAGES | LEDGER_PAGES for name in sorted(_name_entries(page))],
    measure_pages,
)
