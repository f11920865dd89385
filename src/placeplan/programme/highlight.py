"""A highlight report that is made of records and not typed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from placeplan.plan.number_words import say_pounds
from placeplan.programme.interval import DateInterval, print_day
from placeplan.programme.milestone import MilestonePlan
from placeplan.programme.progress import Progress, explain_progress, find_progress

NEXT_DAYS = 42
"""How far ahead a report looks: six weeks."""

_ADVERSE = (Progress.BLOCKED, Progress.LATE, Progress.NOT_STARTED, Progress.SLIPPING)


@dataclass(frozen=True, slots=True)
class ReportedMilestone:
    """A milestone as a report sees it.

    Parameters
    ----------
    reference, name : str
        Such as ``MS-13``.
    plan : MilestonePlan
        Its dates today.
    expected_before : DateInterval or None
        When it was expected at the last report; None where there was none.
    """

    reference: str
    name: str
    plan: MilestonePlan
    expected_before: DateInterval | None = None


@dataclass(frozen=True, slots=True)
class ReportedRisk:
    """A risk as a report sees it.

    Parameters
    ----------
    reference, name : str
        Such as ``RSK-01``.
    score, score_before : int or None
        Current score, and that at the last report; None while it has none.
    grade : str
        Name of the grade; empty while it has no score.
    escalates : bool
        Whether its score has reached the threshold.
    """

    reference: str
    name: str
    score: int | None = None
    score_before: int | None = None
    grade: str = ""
    escalates: bool = False


@dataclass(frozen=True, slots=True)
class ReportRecords:
    """What a report is made of.

    Parameters
    ----------
    programme : str
        Name.
    starts_on, as_at : date
        The days that the report covers: since the last one, up to today.
    milestones : sequence of ReportedMilestone
        All of the programme.
    risks : sequence of ReportedRisk
        All that are open.
    at_stake_pounds : mapping of int to float
        What slips put at stake, by financial year.
    stake_status : str
        How far those pounds can be trusted.
    """

    programme: str
    starts_on: date
    as_at: date
    milestones: Sequence[ReportedMilestone] = ()
    risks: Sequence[ReportedRisk] = ()
    at_stake_pounds: Mapping[int, float] = field(default_factory=dict)
    stake_status: str = "illustrative"


@dataclass(frozen=True, slots=True)
class ReportSection:
    """One part of a report.

    Parameters
    ----------
    heading : str
        What it answers.
    sentences : tuple of str
        Never empty: where there is nothing to say, that is said.
    """

    heading: str
    sentences: tuple[str, ...]


def make_highlight_report(records: ReportRecords) -> tuple[ReportSection, ...]:
    """Make a highlight report.

    Parameters
    ----------
    records : ReportRecords
        What stands in the registers.

    Returns
    -------
    tuple of ReportSection
        Always the same headings, so that two reports can be laid side by side.

    Examples
    --------
    >>> officer = ReportedMilestone("MS-13", "Officer appointed",
    ...     MilestonePlan(DateInterval.parse("September / October 2019")))
    >>> report = make_highlight_report(ReportRecords("Transformation",
    ...     date(2019, 10, 1), date(2019, 11, 1), [officer]))
    >>> report[0].sentences
    ('Of 1 milestone 1 is late.',)
    >>> report[2].sentences
    ('MS-13 Officer appointed: it slips by 1 day past 31 October 2019, and its project \
allows none.',)
    """
    parts = (
        ("How the programme stands", _say_overall(records)),
        (f"Reached since {print_day(records.starts_on)}", _say_reached(records)),
        ("What does not go as agreed", _say_adverse(records)),
        ("Dates that moved", _say_moved(records)),
        (f"Due in the next {NEXT_DAYS} days", _say_next(records)),
        ("Risks", _say_risks(records)),
        ("Pounds at stake", _say_stakes(records)),
    )
    return tuple(ReportSection(heading, tuple(said)) for heading, said in parts)


def _say_overall(records: ReportRecords) -> Iterator[str]:
    if not records.milestones:
        yield "The programme has no milestones."
        return
    found = [find_progress(m.plan, records.as_at) for m in records.milestones]
    counts = [(each, found.count(each)) for each in Progress]
    said = [
        f"{count} {'is' if count == 1 else 'are'} {str(each).replace('_', ' ')}"
        for each, count in counts
        if count
    ]
    noun = "milestone" if len(found) == 1 else "milestones"
    yield f"Of {len(found)} {noun} {', '.join(said)}."


def _say_reached(records: ReportRecords) -> Iterator[str]:
    reached = [
        f"{m.reference} {m.name}, on {print_day(m.plan.finished_on)}."
        for m in sorted(records.milestones, key=_order)
        if m.plan.finished_on is not None
        and records.starts_on <= m.plan.finished_on <= records.as_at
    ]
    yield from reached or ["No milestone was reached."]


def _say_adverse(records: ReportRecords) -> Iterator[str]:
    found = False
    for progress in _ADVERSE:
        for m in sorted(records.milestones, key=_order):
            if find_progress(m.plan, records.as_at) is progress:
                reason = explain_progress(m.plan, records.as_at)
                yield f"{m.reference} {m.name}: {reason[:1].lower()}{reason[1:]}"
                found = True
    if not found:
        yield "Everything goes as agreed."


def _say_moved(records: ReportRecords) -> Iterator[str]:
    moved = [
        f"{m.reference} {m.name}: expected {m.plan.expected}, before {before}."
        for m in sorted(records.milestones, key=_order)
        if (before := m.expected_before) is not None
        and (before.starts_on, before.ends_on)
        != (m.plan.expected.starts_on, m.plan.expected.ends_on)
    ]
    yield from moved or ["No date moved."]


def _say_next(records: ReportRecords) -> Iterator[str]:
    last = records.as_at + timedelta(days=NEXT_DAYS)
    due = [
        f"{m.reference} {m.name}: {m.plan.expected}."
        for m in sorted(records.milestones, key=_order)
        if find_progress(m.plan, records.as_at) is not Progress.COMPLETE
        and m.plan.expected.starts_on <= last
        and m.plan.expected.ends_on >= records.as_at
    ]
    yield from due or ["Nothing is due."]


def _say_risks(records: ReportRecords) -> Iterator[str]:
    scored = [risk for risk in records.risks if risk.score is not None]
    without = len(records.risks) - len(scored)
    escalated = sum(risk.escalates for risk in scored)
    noun = "risk is" if len(records.risks) == 1 else "risks are"
    yield (
        f"{len(records.risks)} {noun} open: {escalated} at or above the threshold, "
        f"{without} without a score."
    )
    for risk in sorted(scored, key=lambda each: (-(each.score or 0), each.reference)):
        before = risk.score_before
        if before is not None and before != risk.score:
            way = "up" if (risk.score or 0) > before else "down"
            yield (
                f"{risk.reference} {risk.name}: {way} from {before} to {risk.score}, "
                f"{risk.grade}."
            )


def _say_stakes(records: ReportRecords) -> Iterator[str]:
    stakes = {y: p for y, p in sorted(records.at_stake_pounds.items()) if p}
    if not stakes:
        yield "No slip puts money at stake."
        return
    total = sum(stakes.values())
    yield (
        f"Slips put {say_pounds(total)} at stake over all years "
        f"({records.stake_status})."
    )
    for year, pounds in stakes.items():
        name = f"{year}/{(year + 1) % 100:02d}"
        if pounds > 0:
            yield f"{say_pounds(pounds)} in {name}."
        else:
            yield f"{say_pounds(-pounds)} more in {name}, put off from before."


def _order(milestone: ReportedMilestone) -> tuple[date, str]:
    return milestone.plan.expected.ends_on, milestone.reference
