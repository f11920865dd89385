"""A highlight report is made of records, and always says something."""

from datetime import date

from placeplan.programme import (
    DateInterval,
    MilestonePlan,
    ReportedMilestone,
    ReportedRisk,
    ReportRecords,
    make_highlight_report,
)

SINCE, TODAY = date(2019, 10, 1), date(2019, 11, 1)


def milestone(reference, due, forecast=None, *, before=None, **more):
    expected = DateInterval.parse(forecast) if forecast else None
    plan = MilestonePlan(DateInterval.parse(due), expected, **more)
    was = DateInterval.parse(before) if before else None
    return ReportedMilestone(reference, "Named", plan, was)


def report(**records):
    made = make_highlight_report(ReportRecords("Programme", SINCE, TODAY, **records))
    return {section.heading: section.sentences for section in made}


def test_where_there_is_nothing_to_say_that_is_said():
    assert report() == {
        "How the programme stands": ("The programme has no milestones.",),
        "Reached since 1 October 2019": ("No milestone was reached.",),
        "What does not go as agreed": ("Everything goes as agreed.",),
        "Dates that moved": ("No date moved.",),
        "Due in the next 42 days": ("Nothing is due.",),
        "Risks": ("0 risks are open: 0 at or above the threshold, 0 without a score.",),
        "Pounds at stake": ("No slip puts money at stake.",),
    }


def test_milestones_are_told_where_they_belong():
    made = report(
        milestones=[
            milestone("MS-1", "May 2019", finished_on=date(2019, 6, 3)),
            milestone("MS-2", "September 2019", finished_on=date(2019, 10, 1)),
            milestone("MS-3", "October 2019"),
            milestone("MS-4", "November 2019", "20 December 2019", tolerance_days=30),
            milestone("MS-5", "November 2019", before="October 2019"),
            milestone("MS-6", "December 2019", before="December 2019", blocked=True),
            milestone("MS-7", "14 December 2019"),
        ]
    )

    assert made["How the programme stands"] == (
        (
            "Of 7 milestones 2 are complete, 2 are on track, 1 is slipping, 1 is late, "
            "1 is blocked."
        ),
    )
    assert made["Reached since 1 October 2019"] == ("MS-2 Named, on 1 October 2019.",)
    assert [line[:4] for line in made["What does not go as agreed"]] == [
        "MS-6",
        "MS-3",
        "MS-4",
    ]
    assert made["Dates that moved"] == (
        "MS-5 Named: expected November 2019, before October 2019.",
    )
    assert [line[:4] for line in made["Due in the next 42 days"]] == ["MS-5", "MS-6"]


def test_risks_that_moved_are_told_and_those_without_a_score_are_counted():
    made = report(
        risks=[
            ReportedRisk("RSK-01", "Vision"),
            ReportedRisk("RSK-02", "Support", 8, 6, "High", escalates=True),
            ReportedRisk("RSK-03", "Money", 4, 12, "Moderate"),
            ReportedRisk("RSK-04", "Rules", 12, 12, "High", escalates=True),
            ReportedRisk("RSK-05", "New", 3, None, "Low"),
        ]
    )

    assert made["Risks"] == (
        "5 risks are open: 2 at or above the threshold, 1 without a score.",
        "RSK-02 Support: up from 6 to 8, High.",
        "RSK-03 Money: down from 12 to 4, Moderate.",
    )
    one = report(risks=[ReportedRisk("RSK-01", "Vision")])["Risks"]
    assert one[0].startswith("1 risk is open")


def test_pounds_at_stake_are_told_by_year():
    made = report(at_stake_pounds={2020: 1_500_000.0, 2021: -200_000.0, 2022: 0.0})

    assert made["Pounds at stake"] == (
        "Slips put £1.3 million at stake over all years (illustrative).",
        "£1.5 million in 2020/21.",
        "£200,000 more in 2021/22, put off from before.",
    )


def test_a_report_looked_at_again_later_says_the_same():
    made = report(milestones=[milestone("MS-3", "October 2019")])

    assert made == report(milestones=[milestone("MS-3", "October 2019")])
