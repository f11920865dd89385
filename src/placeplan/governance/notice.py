"""Notice: whether an agenda was open long enough, by the rule of the body."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from placeplan.errors import UnknownNameError
from placeplan.governance.clear_days import count_clear_days
from placeplan.governance.held import cite, list_held, warn
from placeplan.programme.interval import print_day
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column

_PERIODS: Final[Listing[dict[str, Any]]] = Listing(
    "notice period",
    state_list(
        "notice_periods",
        Column("notice", "text", "Id of this version."),
        Column("body", "text", "Whose meeting, or which notice."),
        Column("name", "text", "Name for people."),
        Column("clear_days", "whole", "How many.", least=1),
        Column("counts", "text", choices=frozenset({"working", "calendar"})),
        Column("basis", "text", "How it was read."),
        Column("cites", "text", "Section or regulation."),
    ),
    dict,
)


@dataclass(frozen=True, slots=True)
class NoticePeriod:
    """How many clear days a body gives.

    Parameters
    ----------
    body : str
        Such as ``principal_council``, ``executive`` or ``nhs_body``.
    name : str
        Name for people.
    clear_days : int
        How many.
    counts : str
        ``working`` days, or ``calendar`` days.
    source : str
        Where it was read.
    warnings : tuple of str
        What to check, where the primary source was not read.
    """

    body: str
    name: str
    clear_days: int
    counts: str
    source: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeCheck:
    """Whether notice was long enough.

    Parameters
    ----------
    state : str
        ``enough``, ``short`` or ``urgent`` (short, with a reason that is minuted).
    given, needed : int
        Clear days.
    period : NoticePeriod
        The rule.
    reasons : tuple of str
        Why, in sentences.
    """

    state: str
    given: int
    needed: int
    period: NoticePeriod
    reasons: tuple[str, ...]


def list_notice_periods(as_at: date | None = None) -> Mapping[str, NoticePeriod]:
    """List the notice that each kind of body gives on a day, by body.

    Examples
    --------
    >>> list_notice_periods()["nhs_body"].clear_days
    3
    """
    return {
        row["body"]: NoticePeriod(
            *(row["body"], row["name"], row["clear_days"], row["counts"]),
            *(cite(row), warn(row)),
        )
        for row in list_held(_PERIODS, as_at, "notice")
    }


def check_notice(
    body: str, published_on: date, meeting_on: date, *, urgency_reason: str = ""
) -> NoticeCheck:
    """Check whether a meeting was announced long enough before.

    Parameters
    ----------
    body : str
        One of `list_notice_periods`.
    published_on, meeting_on : date
        When the agenda was open to the public; the day of the meeting. The rule of the
        day of the meeting counts.
    urgency_reason : str
        Why the chair takes it nevertheless; it is minuted.

    Raises
    ------
    UnknownNameError
        When the body is unknown on that day.
    InputError
        When a day has no known bank holidays, or the meeting comes first.

    Examples
    --------
    >>> check_notice("principal_council", date(2019, 8, 8), date(2019, 8, 14)).state
    'short'
    >>> check_notice("nhs_body", date(2019, 8, 8), date(2019, 8, 14)).state
    'enough'
    """
    given = count_clear_days(published_on, meeting_on)
    periods = list_notice_periods(meeting_on)
    if body not in periods:
        raise UnknownNameError("body that gives notice", body, periods)
    period = periods[body]
    if period.counts == "calendar":
        given = max((meeting_on - published_on).days - 1, 0)
    reason = (
        f"From {print_day(published_on)} to {print_day(meeting_on)} there are {given} "
        f"clear {period.counts} days; {period.name[:1].lower()}{period.name[1:]} need "
        f"{period.clear_days}."
    )
    reasons, state = [reason], "enough"
    if given < period.clear_days:
        state = "urgent" if urgency_reason.strip() else "short"
        reasons.append(
            f"The chair takes it as urgent, which is minuted: {urgency_reason.strip()}"
            if state == "urgent"
            else "Without a reason for urgency, given by the chair and minuted, it "
            "cannot be taken."
        )
    reasons += period.warnings
    return NoticeCheck(state, given, period.clear_days, period, tuple(reasons))


def find_last_publication(body: str, meeting_on: date) -> date:
    """Find the last day on which an agenda is published early enough.

    Parameters
    ----------
    body : str
        One of `list_notice_periods`.
    meeting_on : date
        Day of the meeting.

    Returns
    -------
    date
        A day of any kind: what is out on a Sunday is out on Monday.

    Raises
    ------
    UnknownNameError, InputError
        As `check_notice`.

    Examples
    --------
    >>> str(find_last_publication("principal_council", date(2019, 8, 14)))
    '2019-08-06'
    """
    day = meeting_on
    while check_notice(body, day, meeting_on).state != "enough":
        day -= timedelta(days=1)
    return day
