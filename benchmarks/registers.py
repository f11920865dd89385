"""Time of the pages of large registers beside an empty view, and of a large import.

A programme has 5,000 risks and 20,000 milestones. Each page goes through the whole
application in the same process as the empty view, middleware and all, read in turns
with it by somebody of the programme office. The bar says that the p95 of a page may be
five times that of the empty view. The first reading of a page after something was
written is printed and not judged. The import is that of 5,000 rows which are all
changed: comparing, writing, history and audit; its bar is ten seconds.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from benchmarks.yardstick import Measured, register

RISKS, MILESTONES = 5_000, 20_000
READINGS = 60
THOUSAND = 1000
EMPTY = "/empty/"
PAGE_BAR = 1 / 5
PAGES = {
    "risks": "risks/",
    "risks_by_score": "risks/?sort=current_score",
    "risks_by_words": "risks/?q=people+0042",
    "milestones": "milestones/",
    "milestones_last_page": "milestones/?page=800",
    "milestone": "milestones/MS-10000/",
}
IMPORT = "import_5000_rows"
IMPORT_SECONDS = 10.0
NOW = datetime(2019, 8, 1, 9, 0, tzinfo=UTC)
REFERENCE = "an empty view in the same process, in turns"


def measure_registers(wanted: Collection[str]) -> Iterator[Measured]:
    """Make a large programme in a folder of its own; read pages, import a file."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["PLACEPLAN_HOME"] = home
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "placeplan_web.config.settings")
        programme, client = _prepare()
        for name, page in PAGES.items():
            title = f"register_{name}_p95"
            if title in wanted:
                yield _measure_page(
                    client, f"/programme/{programme.slug}/{page}", title
                )
        if IMPORT in wanted:
            yield _measure_import(programme)


def _prepare() -> tuple[Any, Any]:
    from placeplan_web.config.start import begin

    begin()
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client
    from django.test.utils import setup_test_environment

    setup_test_environment()
    settings.ROOT_URLCONF = "benchmarks.page_urls"
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    programme, keeper = _make_programme()
    _fill(programme)
    client = Client(headers={"host": "localhost"})
    client.force_login(keeper)
    return programme, client


def _make_programme() -> tuple[Any, Any]:
    """Make an open programme, and somebody of its office."""
    from placeplan_web.accounts.models import User
    from placeplan_web.places.models import Place, Post, PostHolding
    from placeplan_web.programme.models import Programme, ProgrammeRole, RoleKind
    from placeplan_web.registers.operations import save_record

    programme = save_record(
        by="bench",
        record=Programme(reference="LARGE", slug="large", name="A large programme"),
        changes={"is_open": True},
        at=NOW,
    )
    place = Place.objects.create(slug="km-stp", family="organisation", kind="stp")
    first = date(2019, 1, 1)
    post = Post.objects.create(organisation=place, title="Office", starts_on=first)
    keeper = User.objects.create_user(username="keeper")
    PostHolding.objects.create(post=post, user=keeper, starts_on=first)
    ProgrammeRole.objects.create(
        programme=programme, post=post, role=RoleKind.OFFICE, starts_on=first
    )
    return programme, keeper


def _fill(programme: Any) -> None:
    from placeplan_web.places.models import Post
    from placeplan_web.programme.models import Milestone, Risk
    from placeplan_web.registers.batch import BatchWrite, save_records

    post = Post.objects.get()
    risks = [
        BatchWrite(
            Risk(programme=programme, owner_post=post if number % 3 else None),
            {"title": f"Too few people {number:04}", "cause": "pay " * 20},
            "add",
        )
        for number in range(RISKS)
    ]
    day = date(2019, 9, 1)
    milestones = [
        BatchWrite(
            Milestone(programme=programme),
            {
                "title": f"Something is reached {number:05}",
                "baseline_starts_on": day + timedelta(days=number % 700),
                "baseline_ends_on": day + timedelta(days=number % 700 + 30),
            },
            "add",
        )
        for number in range(MILESTONES)
    ]
    for writes in (risks, milestones):
        save_records(by="bench", writes=writes, at=NOW)


def _measure_page(client: Any, address: str, title: str) -> Measured:
    """Read the page and the empty view in turns, so that both meet the same moments."""
    first = _read(client, address)
    print(f"  {address}: first reading {first:.0f} ms")
    _read(client, EMPTY)
    ours, least = [], []
    for _ in range(READINGS):
        ours.append(_read(client, address))
        least.append(_read(client, EMPTY))
    return Measured(title, _p95(ours), "ms", REFERENCE, _p95(least), PAGE_BAR)


def _read(client: Any, address: str) -> float:
    started = time.perf_counter()
    answer = client.get(address)
    took = (time.perf_counter() - started) * THOUSAND
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}")
    return took


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[94]


def _measure_import(programme: Any) -> Measured:
    """Change every risk by a file: from the bytes to the end of the transaction."""
    from placeplan.tables import LoadedFile
    from placeplan_web.programme.registers.risk import RISKS as KIND
    from placeplan_web.registers.batch import save_records
    from placeplan_web.registers.export import write_csv
    from placeplan_web.registers.import_plan import list_writes, plan_import

    text = write_csv(KIND, KIND.list_records(programme)).replace(
        "Too few", "Far too few"
    )
    started = time.perf_counter()
    plan = plan_import(KIND, programme, LoadedFile("risks.csv", text.encode()))
    compared = time.perf_counter() - started
    written = save_records(by="bench", writes=list_writes(plan, KIND, NOW), at=NOW)
    took = time.perf_counter() - started
    if plan.faults or written != RISKS:
        raise SystemExit(
            f"{written} rows were imported, with {len(plan.faults)} faults"
        )
    print(f"  import: {compared:.1f} s to compare, {took - compared:.1f} s to write")
    return Measured(IMPORT, took, "s", "ten seconds", IMPORT_SECONDS, 1.0)


register(
    "registers",
    [*(f"register_{name}_p95" for name in PAGES), IMPORT],
    measure_registers,
)
