"""Benefits as the library's rules take them, and the series that show them."""

from dataclasses import dataclass
from datetime import date

from placeplan.programme import benefit as rule
from placeplan.programme.benefit_profile import (
    BenefitPosition,
    BenefitReading,
    compare_benefit,
)
from placeplan.programme.pre_change import PreChangeTrend, find_pre_change_trend
from placeplan_web.performance import queries
from placeplan_web.performance.register import PerformanceRegister
from placeplan_web.performance.spc import ControlChart, list_charts
from placeplan_web.places.queries import as_at
from placeplan_web.programme.models import Benefit


@dataclass(frozen=True, slots=True)
class BenefitPath:
    """A benefit with its planned path and its readings, in the order of the days."""

    benefit: rule.Benefit
    profile: tuple[BenefitReading, ...]
    readings: tuple[BenefitReading, ...]

    @property
    def gaps(self) -> tuple[str, ...]:
        """Why it cannot be claimed."""
        return rule.list_claim_gaps(self.benefit, has_profile=bool(self.profile))

    def compare(self, day: date) -> BenefitPosition:
        return compare_benefit(self.benefit, self.profile, self.readings, as_at=day)


def read_path(record: Benefit) -> BenefitPath:
    """Read a benefit with three queries at the most."""
    indicator = record.indicators.order_by("pk").first()
    post = record.owner_post
    read = rule.Benefit(
        record.reference,
        record.title,
        owner=post.title if post else record.owner_words,
        beneficiary=record.beneficiary,
        type=record.kind,
        measure=record.measured_through,
        unit=record.unit,
        baseline=record.baseline_value,
        target=record.target_value,
        due_on=record.target_on,
        indicator=indicator.indicator if indicator else "",
        evidence=record.evidence,
        is_disbenefit=record.is_disbenefit,
    )
    profile = record.profile.order_by("on").values_list("on", "value")
    readings = record.readings.order_by("read_on", "pk").values_list("read_on", "value")
    return BenefitPath(
        read,
        tuple(BenefitReading(*each) for each in profile),
        tuple(BenefitReading(*each) for each in readings),
    )


@dataclass(frozen=True, slots=True)
class BenefitSeries:
    """The control chart of an indicator of a body, and where it was heading before."""

    chart: ControlChart
    status: str
    changed_on: date | None
    trend: PreChangeTrend | None


def list_series(record: Benefit, today: date) -> list[BenefitSeries]:
    """Give the series of a benefit; one that nobody has loaded is left out."""
    ties = list(record.indicators.order_by("indicator", "body"))
    if not ties:
        return []
    register = PerformanceRegister(queries.get_tables(None), as_at(today))
    changed_on = record.baseline_on or record.programme.starts_on
    found = []
    for tie in ties:
        indicator = register.indicators.get(tie.indicator)
        for chart in list_charts(register, indicator, tie.body) if indicator else ():
            trend = (
                find_pre_change_trend(chart.months, chart.values.tolist(), changed_on)
                if changed_on
                else None
            )
            found.append(BenefitSeries(chart, tie.status, changed_on, trend))
    return found
