"""Open records as JSON: a system, its body, and paged lists of what belongs to it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe

from placeplan_web.governance.presenters.oparl import OpenRecords, Record
from placeplan_web.governance.queries import gone_record, open_record

PAGE: Final = 100
FILTERS: Final = {"modified_since": "gte", "modified_until": "lte"}
WRONG_MOMENT: Final = (
    "{name} is {value!r}. Write a moment with its zone, such as 2019-08-14T12:00:00Z."
)


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of record: its name, which are open and which were, how one is written."""

    name: str
    find: Callable[[], Any]
    find_gone: Callable[[], Any]
    write: Callable[[OpenRecords, Any], Record]
    changed: str = "changed_at"


SORTS: Final[Mapping[str, Sort]] = {
    "organizations": Sort(
        *("Organization", open_record.list_open_groups, gone_record.list_gone_groups),
        OpenRecords.write_group,
    ),
    "persons": Sort(
        *("Person", open_record.list_open_seats, gone_record.list_gone_seats),
        OpenRecords.write_seat,
    ),
    "meetings": Sort(
        *("Meeting", open_record.list_told_meetings, gone_record.list_gone_meetings),
        OpenRecords.write_meeting,
    ),
    "agenda-items": Sort(
        *("AgendaItem", open_record.list_open_items, gone_record.list_gone_items),
        OpenRecords.write_item,
    ),
    "papers": Sort(
        *("Paper", open_record.list_open_papers, gone_record.list_gone_papers),
        OpenRecords.write_paper,
    ),
    "files": Sort(
        *("File", open_record.list_open_files, gone_record.list_gone_files),
        *(OpenRecords.write_file, "published_at"),
    ),
}


@dataclass(frozen=True, slots=True)
class Both(Sequence[Any]):
    """What is open, and after it what no longer is, as one list to turn pages of."""

    standing: Any
    gone: Any

    def __len__(self) -> int:
        return int(self.standing.count() + self.gone.count())

    def __getitem__(self, part: Any) -> Any:
        before = self.standing.count()
        first, last = (max(0, edge - before) for edge in (part.start, part.stop))
        return [*self.standing[part], *self.gone[first:last]]


@require_safe
def system(request: HttpRequest) -> JsonResponse:
    return _send(_open(request).write_system())


@require_safe
def bodies(request: HttpRequest) -> JsonResponse:
    """Give the list of the one body that there is."""
    records = _open(request)
    page = Paginator([records.write_body()], PAGE).page(1)
    return _send(_write_page(records.address("bodies"), page, list(page), {}))


@require_safe
def body(request: HttpRequest) -> JsonResponse:
    return _send(_open(request).write_body())


@require_safe
def listing(request: HttpRequest, kind: str) -> JsonResponse:
    """Give a page of a list, of what changed in a time where one is asked for.

    What is gone is told to whoever asks what changed since a moment, as OParl has it.
    """
    sort, records = _get_sort(kind), _open(request)
    asked = {name: request.GET[name] for name in FILTERS if request.GET.get(name)}
    found, gone = sort.find(), sort.find_gone()
    for name, value in asked.items():
        moment = _read_moment(value)
        if moment is None:
            said = WRONG_MOMENT.format(name=name, value=value[:60])
            return _send({"error": said}, status=400)
        found = found.filter(**{f"{sort.changed}__{FILTERS[name]}": moment})
        gone = gone.filter(**{f"gone_at__{FILTERS[name]}": moment})
    told = Both(found, gone) if "modified_since" in asked else found
    page = Paginator(told, PAGE).get_page(request.GET.get("page"))
    rows = [
        records.write_gone(kind, sort.name, each)
        if hasattr(each, "gone_at")
        else sort.write(records, each)
        for each in page.object_list
    ]
    return _send(_write_page(records.address(kind), page, rows, asked))


@require_safe
def record(request: HttpRequest, kind: str, public_id: UUID) -> JsonResponse:
    """Give one record; what never was public is not there, as what never was."""
    sort, records = _get_sort(kind), _open(request)
    found = sort.find().filter(public_id=public_id).first()
    if found is not None:
        return _send(sort.write(records, found))
    gone = sort.find_gone().filter(public_id=public_id).first()
    if gone is None:
        raise Http404
    return _send(records.write_gone(kind, sort.name, gone))


def _get_sort(kind: str) -> Sort:
    if kind not in SORTS:
        raise Http404
    return SORTS[kind]


def _open(request: HttpRequest) -> OpenRecords:
    return OpenRecords(
        request.build_absolute_uri("/").rstrip("/"),
        settings.PLACEPLAN_NAME,
        settings.PLACEPLAN_OWNER,
        settings.PLACEPLAN_LICENCE,
    )


def _read_moment(text: str) -> datetime | None:
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment is not None and timezone.is_aware(moment) else None


def _write_page(
    address: str, page: Page[Any], rows: list[Record], asked: Mapping[str, str]
) -> Record:
    """Write a page of a list, with the ways to the others."""
    pages = {
        "first": 1,
        "prev": page.number - 1,
        "self": page.number,
        "next": page.number + 1,
        "last": page.paginator.num_pages,
    }
    return {
        "data": rows,
        "pagination": {
            "totalElements": page.paginator.count,
            "elementsPerPage": PAGE,
            "currentPage": page.number,
            "totalPages": page.paginator.num_pages,
        },
        "links": {
            name: f"{address}?{urlencode({**asked, 'page': number})}"
            for name, number in pages.items()
            if 1 <= number <= page.paginator.num_pages
        },
    }


def _send(written: Record, status: int = 200) -> JsonResponse:
    """Send it so that pages of other sites may read it too, as OParl asks."""
    response = JsonResponse(
        written, status=status, json_dumps_params={"ensure_ascii": False}
    )
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
