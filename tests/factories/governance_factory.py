"""Records of governance, for tests: as few words as will do, each of its own kind."""

from datetime import UTC, date, datetime
from hashlib import sha256

import factory

from factories.programme_factory import (
    BY,
    PostFactory,
    RecordFactory,
    RiskFactory,
    RiskScoreFactory,
)
from placeplan.governance.ratification import hash_text
from placeplan_web.governance import models
from placeplan_web.programme.models import ThresholdCrossing

NOW = datetime(2019, 8, 14, 11, 0, tzinfo=UTC)  # noon in Thanet
DAY = NOW.date()
FIRST_DAY = date(2019, 1, 1)


class SourcedFactory(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True

    status = "recorded"


class AppendedFactory(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True

    by = BY
    at = NOW


class BodyFactory(RecordFactory):
    class Meta:
        model = models.Body

    reference = factory.Sequence(lambda number: f"ORG-{number:02}")
    slug = factory.Sequence(lambda number: f"body-{number}")
    name = factory.Sequence(lambda number: f"Commissioner {number}")
    kind = models.MemberKind.COMMISSIONER


class GroupFactory(RecordFactory):
    class Meta:
        model = models.Group

    reference = factory.Sequence(lambda number: f"GRP-{number:02}")
    slug = factory.Sequence(lambda number: f"group-{number}")
    name = factory.Sequence(lambda number: f"Advisory group {number}")


class GroupAliasFactory(SourcedFactory):
    class Meta:
        model = models.GroupAlias

    group = factory.SubFactory(GroupFactory)
    name = factory.Sequence(lambda number: f"Former name {number}")


class GroupPartFactory(SourcedFactory):
    class Meta:
        model = models.GroupPart

    group = factory.SubFactory(GroupFactory)
    position = 1
    name = "Part 1"
    kind = models.PartKind.PUBLIC


class GroupMemberFactory(SourcedFactory):
    class Meta:
        model = models.GroupMember

    group = factory.SubFactory(GroupFactory)
    kind = models.MemberKind.COMMISSIONER


class GroupLinkFactory(SourcedFactory):
    class Meta:
        model = models.GroupLink

    group = factory.SubFactory(GroupFactory)
    other = factory.SubFactory(GroupFactory)
    kind = models.LinkKind.REPORTS_TO


class GroupOfficeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.GroupOffice

    group = factory.SubFactory(GroupFactory)
    post = factory.SubFactory(PostFactory)
    kind = models.OfficeKind.CLERK
    starts_on = FIRST_DAY


class TermsFactory(RecordFactory):
    """Three members are a quorum, and the Localism Act holds, as in Thanet."""

    class Meta:
        model = models.TermsOfReference

    group = factory.SubFactory(GroupFactory)
    reference = factory.Sequence(lambda number: f"TOR-{number:02}")
    starts_on = FIRST_DAY
    quorum_number = 3
    substitutes_allowed = False
    majority = "simple"
    has_casting_vote = True
    regime = "localism_act"
    notice_body = "principal_council"


class SeatFactory(RecordFactory):
    class Meta:
        model = models.Seat

    group = factory.SubFactory(GroupFactory)
    reference = factory.Sequence(lambda number: f"SEAT-{number:02}")
    title = factory.Sequence(lambda number: f"Councillor {number}")


class SeatHoldingFactory(SourcedFactory):
    class Meta:
        model = models.SeatHolding

    seat = factory.SubFactory(SeatFactory)
    post = factory.SubFactory(PostFactory)
    starts_on = FIRST_DAY


class InstrumentFactory(RecordFactory):
    class Meta:
        model = models.Instrument

    group = factory.SubFactory(GroupFactory)
    reference = factory.Sequence(lambda number: f"DEL-{number:02}")
    name = "Scheme of delegation"
    is_for_all_members = True


class MeetingSeriesFactory(RecordFactory):
    class Meta:
        model = models.MeetingSeries

    group = factory.SubFactory(GroupFactory)
    reference = factory.Sequence(lambda number: f"SER-{number:02}")
    title = "Monthly meetings"


class MeetingFactory(RecordFactory):
    """Planned for noon on 14 August 2019."""

    class Meta:
        model = models.Meeting

    group = factory.SubFactory(GroupFactory)
    reference = factory.Sequence(lambda number: f"MTG-{number:02}")
    held_on = DAY
    starts_at = NOW


class OpenMeetingFactory(MeetingFactory):
    """Called on 5 August, and under way."""

    state = "open"
    notice_published_at = datetime(2019, 8, 5, 9, 0, tzinfo=UTC)
    notice_state = "enough"
    notice_days = 6
    opened_at = NOW


class AgendaItemFactory(RecordFactory):
    class Meta:
        model = models.AgendaItem

    meeting = factory.SubFactory(MeetingFactory)
    reference = factory.Sequence(lambda number: f"ITEM-{number:02}")
    number = factory.Sequence(lambda number: f"{number}")
    position = factory.Sequence(lambda number: number)
    title = "Terms of reference"


class ItemBodyFactory(SourcedFactory):
    class Meta:
        model = models.ItemBody

    item = factory.SubFactory(AgendaItemFactory)
    body = factory.SubFactory(BodyFactory)


class PaperFactory(RecordFactory):
    class Meta:
        model = models.Paper

    item = factory.SubFactory(AgendaItemFactory)
    reference = factory.Sequence(lambda number: f"PAPER-{number:02}")
    title = "Report on the terms"


class PaperVersionFactory(AppendedFactory):
    class Meta:
        model = models.PaperVersion

    paper = factory.SubFactory(PaperFactory)
    number = 1
    text = "# Terms of reference"
    sha256 = factory.LazyAttribute(lambda each: sha256(each.text.encode()).hexdigest())
    published_at = factory.SelfAttribute("at")
    is_exempt = False
    is_supplementary = False


class PaperReadingFactory(AppendedFactory):
    class Meta:
        model = models.PaperReading

    version = factory.SubFactory(PaperVersionFactory)
    seat = factory.SubFactory(
        SeatFactory, group=factory.SelfAttribute("..version.paper.item.meeting.group")
    )
    post = factory.SubFactory(PostFactory)


class AttendanceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Attendance

    meeting = factory.SubFactory(OpenMeetingFactory)
    seat = factory.SubFactory(
        SeatFactory, group=factory.SelfAttribute("..meeting.group")
    )
    joined_at = NOW


class InterestFactory(RecordFactory):
    class Meta:
        model = models.Interest

    post = factory.SubFactory(PostFactory)
    reference = factory.Sequence(lambda number: f"INT-{number:02}")
    regime = "localism_act"
    kind = "dpi"
    nature = "owns the lease of the hall"
    declared_on = FIRST_DAY


class GiftDeclarationFactory(RecordFactory):
    class Meta:
        model = models.GiftDeclaration

    post = factory.SubFactory(PostFactory)
    reference = factory.Sequence(lambda number: f"GIFT-{number:02}")
    regime = "localism_act"
    kind = "gift"
    donor = "a brewery"
    value_pounds = "25.00"
    given_on = FIRST_DAY
    declared_on = FIRST_DAY
    nature = "a hamper"


class DispensationFactory(RecordFactory):
    class Meta:
        model = models.Dispensation

    post = factory.SubFactory(PostFactory)
    reference = factory.Sequence(lambda number: f"DIS-{number:02}")
    granted_by = "Monitoring officer"
    granted_on = FIRST_DAY
    scope = "matters of the hall"


class DeclarationFactory(RecordFactory):
    """A bare row; ``operations.declaration.declare_interest`` works the effect out."""

    class Meta:
        model = models.Declaration

    item = factory.SubFactory(AgendaItemFactory)
    post = factory.SubFactory(PostFactory)
    reference = factory.Sequence(lambda number: f"DECL-{number:02}")
    regime = "localism_act"
    kind = "dpi"
    nature = "owns the lease of the hall"
    declared_at = NOW
    must_declare = True
    may_speak = False
    may_vote = False
    stay = "no"
    gets_papers = False
    rule_as_at = DAY
    rule_source = "Localism Act 2011"
    rule_version = "1"


class VoteFactory(AppendedFactory):
    class Meta:
        model = models.Vote

    item = factory.SubFactory(AgendaItemFactory)
    motion = "That the terms stand as they are."
    majority = "simple"
    in_favour = 3
    against = 1
    abstained = 1
    present = 5
    members = 6
    is_carried = True
    is_tied = False
    needed = 2
    quorum_state = "quorate"


class BallotFactory(AppendedFactory):
    class Meta:
        model = models.Ballot

    vote = factory.SubFactory(VoteFactory)
    seat = factory.SubFactory(SeatFactory)
    choice = "for"


class DecisionFactory(AppendedFactory):
    """A bare row; ``operations.decision.record_decision`` asks for the authority."""

    class Meta:
        model = models.Decision

    item = factory.SubFactory(AgendaItemFactory)
    reference = factory.Sequence(lambda number: f"DN-{number:02}")
    kind = "recommendation"
    title = "Terms of reference"
    text = "That the terms stand as they are."
    text_hash = factory.LazyAttribute(lambda each: hash_text(each.text))
    decided_on = DAY
    verb = "recommend"


class DecisionEvidenceFactory(AppendedFactory):
    class Meta:
        model = models.DecisionEvidence

    decision = factory.SubFactory(DecisionFactory)
    kind = "fact"
    identifier = factory.Sequence(lambda number: f"fact-{number}")
    evidence_version = "1"
    title = "Too few doctors"


class DissentFactory(AppendedFactory):
    class Meta:
        model = models.Dissent

    decision = factory.SubFactory(DecisionFactory)
    seat = factory.SubFactory(SeatFactory)
    reason = "the terms are too narrow"


class RatificationFactory(AppendedFactory):
    class Meta:
        model = models.Ratification

    decision = factory.SubFactory(DecisionFactory, ratification_rule="all")
    body = factory.SubFactory(BodyFactory)
    asked_on = DAY


class RatificationAnswerFactory(AppendedFactory):
    class Meta:
        model = models.RatificationAnswer

    ratification = factory.SubFactory(RatificationFactory)
    outcome = "agreed"
    answered_on = DAY


class MinutesFactory(RecordFactory):
    class Meta:
        model = models.Minutes

    meeting = factory.SubFactory(MeetingFactory)
    reference = factory.Sequence(lambda number: f"MIN-{number:02}")


class MinutesPartFactory(AppendedFactory):
    class Meta:
        model = models.MinutesPart

    minutes = factory.SubFactory(MinutesFactory)
    draft = 1
    position = 0
    place = "opening"
    text = "# Minutes"


class MinutesCorrectionFactory(AppendedFactory):
    class Meta:
        model = models.MinutesCorrection

    minutes = factory.SubFactory(MinutesFactory)
    reason = "one member was missing"


class ActionFactory(RecordFactory):
    class Meta:
        model = models.Action

    group = factory.SubFactory(GroupFactory)
    reference = factory.Sequence(lambda number: f"ACT-{number:02}")
    text = "bring figures to the next meeting"
    raised_on = FIRST_DAY


class CarriedActionFactory(AppendedFactory):
    class Meta:
        model = models.CarriedAction

    action = factory.SubFactory(ActionFactory)
    meeting = factory.SubFactory(
        MeetingFactory, group=factory.SelfAttribute("..action.group")
    )


class ThresholdCrossingFactory(AppendedFactory):
    class Meta:
        model = ThresholdCrossing

    risk = factory.SubFactory(RiskFactory)
    score = factory.SubFactory(
        RiskScoreFactory, risk=factory.SelfAttribute("..risk"), likelihood=4
    )
    is_upward = True
    threshold = 8
    matrix = "papers_2019"


class EscalationFactory(RecordFactory):
    class Meta:
        model = models.Escalation

    crossing = factory.SubFactory(ThresholdCrossingFactory)
    risk = factory.SelfAttribute("crossing.risk")
    group = factory.SubFactory(GroupFactory)
    reference = factory.Sequence(lambda number: f"ESC-{number:02}")
    raised_on = FIRST_DAY


class ToldBodyFactory(AppendedFactory):
    class Meta:
        model = models.ToldBody

    escalation = factory.SubFactory(EscalationFactory)
    body = factory.SubFactory(BodyFactory)
    reason = "It is theirs to mend."


class ForwardPlanEntryFactory(RecordFactory):
    class Meta:
        model = models.ForwardPlanEntry

    group = factory.SubFactory(GroupFactory)
    reference = factory.Sequence(lambda number: f"FP-{number:02}")
    title = "Stroke care on three sites"


class SignOffSheetFactory(RecordFactory):
    class Meta:
        model = models.SignOffSheet

    reference = factory.Sequence(lambda number: f"SGN-{number:02}")
    title = "Programme initiation document"
    meaning = "commits to proceed, not to any outcome"


class SignOffBlockFactory(SourcedFactory):
    class Meta:
        model = models.SignOffBlock

    sheet = factory.SubFactory(SignOffSheetFactory)
    position = factory.Sequence(lambda number: number)
    body = factory.SubFactory(BodyFactory)


class SignatureFactory(AppendedFactory):
    class Meta:
        model = models.Signature

    block = factory.SubFactory(SignOffBlockFactory)
    post = factory.SubFactory(PostFactory)
    signed_on = DAY
    meaning_shown = "commits to proceed, not to any outcome"
