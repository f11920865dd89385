"""The page of a benefit: claimable or not, planned against realised, who gains."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from django.urls import reverse
from django.utils import timezone

from placeplan.plan.figure import Figure
from placeplan.programme.benefit_figure import draw_benefit
from placeplan_web.design.words import write_day
from placeplan_web.evidence.presenters.picture import present_table
from placeplan_web.programme.models import Benefit
from placeplan_web.programme.presenters.way import Ways, name_record
from placeplan_web.programme.queries.author import name_by_post
from placeplan_web.programme.queries.benefit_position import (
    BenefitPath,
    BenefitSeries,
    list_series,
    read_path,
)
from placeplan_web.registers.kind import Section

READING_HEAD: Final = (
    "Day",
    {"text": "Found", "numeric": True},
    "What shows it",
    "Why it corrects",
    "By",
)


def list_benefit_sections(_scope: Any, record: Benefit, user: Any) -> list[Section]:
    """Give the parts of the page of a benefit."""
    ways, path, today = Ways(record, "benefits", user), read_path(record), _today()
    return [
        _show_claim(path),
        _show_path(record, path, ways, today),
        _show_readings(record, user),
        *_show_series(record, today),
        _show_people(record),
    ]


def _today() -> date:
    return timezone.localdate()


def _show_claim(path: BenefitPath) -> Section:
    if not path.gaps:
        return Section("Can it be claimed?", words="Yes: it can be measured.")
    return Section(
        "Can it be claimed?",
        words="Not claimable, because:",
        links=[{"text": gap} for gap in path.gaps],
    )


def _show_path(record: Benefit, path: BenefitPath, ways: Ways, today: date) -> Section:
    figure = make_figure(record, path, today)
    return Section(
        "Planned against realised",
        picture=_present(record, figure) if figure else None,
        actions=ways.list("plan", "read"),
        empty="Nothing is planned and nothing was read.",
    )


def make_figure(record: Benefit, path: BenefitPath, today: date) -> Figure | None:
    """Draw a benefit with the sentence that says how it stands."""
    position = path.compare(today)
    said = " ".join(position.reasons)
    if position.state == "not_claimable":
        said = "It cannot be claimed yet."
    status = "derived" if record.status == "recorded" else record.status
    return draw_benefit(
        path.benefit, path.profile, path.readings, finding=said, status=status
    )


def _present(record: Benefit, figure: Figure) -> dict[str, Any]:
    parts = {"slug": record.programme.slug, "reference": record.reference}
    head, rows, _ = present_table(figure.table)
    drawn = reverse("programme:benefit-svg", kwargs=parts)
    return {
        "id": figure.id,
        "finding": figure.finding,
        "src": drawn,
        "src_narrow": f"{drawn}?for=phone",
        "alt": f"{figure.finding} The table below holds the numbers.",
        "head": head,
        "rows": rows,
        "table_caption": figure.title,
        "status": figure.status,
        **{
            name: reverse("programme:benefit-file", kwargs={**parts, "kind": kind})
            for name, kind in (("csv", "csv"), ("excel", "xlsx"))
        },
    }


def _show_readings(record: Benefit, user: Any) -> Section:
    rows = list(record.readings.order_by("-read_on", "-pk"))
    names = name_by_post({row.by for row in rows}, user)
    return Section(
        "Readings",
        head=READING_HEAD,
        rows=[
            [
                write_day(row.read_on),
                f"{row.value:,.10g} {record.unit}",
                row.evidence,
                row.reason,
                names[row.by],
            ]
            for row in rows
        ],
        empty="Nobody has read it yet.",
    )


def _show_series(record: Benefit, today: date) -> Iterator[Section]:
    for at, series in enumerate(list_series(record, today), 1):
        chart = series.chart
        parts = {"indicator": chart.indicator.id, "body": chart.body}
        drawn = reverse("performance:chart", kwargs=parts)
        page = reverse(
            "performance:indicator", kwargs={"indicator": parts["indicator"]}
        )
        yield Section(
            f"{chart.indicator.name}, {chart.name}",
            words=_say_trend(series),
            picture={
                "id": f"series-{at}",
                "finding": chart.sentence,
                "src": drawn,
                "src_narrow": f"{drawn}?for=phone",
                "alt": f"{chart.sentence} The page of the indicator holds the numbers.",
                "view": page,
                "status": series.status,
                "note": "That this series shows the benefit is tied by hand.",
            },
            actions=[("Month by month, with its table", page)],
        )


def _say_trend(series: BenefitSeries) -> str:
    """Say where the series was heading before the change, and where it is."""
    trend, chart = series.trend, series.chart
    if series.changed_on is None:
        return "No baseline has a day, so nothing is held against the months before."
    day = write_day(series.changed_on)
    if trend is None:
        return (
            f"Too few months stand before or since {day} to tell where it was heading."
        )
    return (
        f"By the {trend.months} months before {day} it was heading for "
        f"{chart.write(trend.expected)} in {trend.last:%B %Y}; it was "
        f"{chart.write(trend.found)}."
    )


def _show_people(record: Benefit) -> Section:
    links = list(_list_others(record))
    who = record.beneficiary or "nobody has said who"
    verb = "loses" if record.is_disbenefit else "gains"
    return Section(
        "Who gains, and who loses",
        words=f"By this {verb}: {who}.",
        links=links,
    )


def _list_others(record: Benefit) -> Iterator[dict[str, str]]:
    others = Benefit.objects.filter(
        programme=record.programme_id, withdrawn_at__isnull=True
    ).exclude(pk=record.pk)
    for other in others.select_related("programme").order_by("reference_order"):
        same = record.beneficiary and other.beneficiary == record.beneficiary
        if other.is_disbenefit and other.objective_id == record.objective_id:
            note = f"a loss to {other.beneficiary or 'somebody'} of the same aim"
            yield {**name_record(other, "benefits"), "note": note}
        elif same:
            note = "a loss" if other.is_disbenefit else "a gain"
            yield {**name_record(other, "benefits"), "note": f"{note} to the same"}
