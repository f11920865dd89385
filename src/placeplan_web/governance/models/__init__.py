"""Records of governance, a module for each noun."""

from placeplan_web.governance.models.action import (
    Action,
    ActionState,
    CarriedAction,
)
from placeplan_web.governance.models.attendance import (
    Attendance,
)
from placeplan_web.governance.models.base import (
    CitedRow,
    TitledRecord,
)
from placeplan_web.governance.models.body import (
    Body,
    MemberKind,
)
from placeplan_web.governance.models.decision import (
    Decision,
    DecisionEvidence,
    DecisionInstrument,
    DecisionKind,
    Dissent,
    EvidenceKind,
    RatificationRule,
    Verb,
)
from placeplan_web.governance.models.declaration import (
    Declaration,
    Ruling,
)
from placeplan_web.governance.models.escalation import (
    Escalation,
    ToldBody,
)
from placeplan_web.governance.models.forward_plan import (
    ForwardPlanEntry,
)
from placeplan_web.governance.models.group import (
    AliasKind,
    Group,
    GroupAlias,
    GroupKind,
    GroupLink,
    GroupMember,
    GroupOffice,
    GroupPart,
    LinkKind,
    OfficeKind,
    PartKind,
)
from placeplan_web.governance.models.instrument import (
    DelegatingBody,
    Instrument,
    InstrumentState,
)
from placeplan_web.governance.models.interest import (
    Dispensation,
    GiftDeclaration,
    GiftKind,
    Interest,
    Staying,
)
from placeplan_web.governance.models.item import (
    AgendaItem,
    Classification,
    ItemBody,
    ItemPurpose,
    ItemState,
    QuorumExit,
)
from placeplan_web.governance.models.load import (
    GovernanceLoad,
)
from placeplan_web.governance.models.meeting import (
    Meeting,
    MeetingSeries,
    MeetingState,
    NoticeState,
)
from placeplan_web.governance.models.minutes import (
    Minutes,
    MinutesCorrection,
    MinutesPart,
    MinutesState,
    PartPlace,
)
from placeplan_web.governance.models.paper import (
    Paper,
    PaperKind,
    PaperVersion,
)
from placeplan_web.governance.models.ratification import (
    Outcome,
    Ratification,
    RatificationAnswer,
)
from placeplan_web.governance.models.reading import (
    PaperReading,
)
from placeplan_web.governance.models.seat import (
    Seat,
    SeatHolding,
    SeatKind,
)
from placeplan_web.governance.models.sign_off import (
    Signature,
    SignOffBlock,
    SignOffSheet,
)
from placeplan_web.governance.models.terms import (
    CountedOf,
    Majority,
    Regime,
    TermsOfReference,
)
from placeplan_web.governance.models.vote import (
    Ballot,
    Choice,
    QuorumState,
    Vote,
)

__all__ = [
    "Action",
    "ActionState",
    "AgendaItem",
    "AliasKind",
    "Attendance",
    "Ballot",
    "Body",
    "CarriedAction",
    "Choice",
    "CitedRow",
    "Classification",
    "CountedOf",
    "Decision",
    "DecisionEvidence",
    "DecisionInstrument",
    "DecisionKind",
    "Declaration",
    "DelegatingBody",
    "Dispensation",
    "Dissent",
    "Escalation",
    "EvidenceKind",
    "ForwardPlanEntry",
    "GiftDeclaration",
    "GiftKind",
    "GovernanceLoad",
    "Group",
    "GroupAlias",
    "GroupKind",
    "GroupLink",
    "GroupMember",
    "GroupOffice",
    "GroupPart",
    "Instrument",
    "InstrumentState",
    "Interest",
    "ItemBody",
    "ItemPurpose",
    "ItemState",
    "LinkKind",
    "Majority",
    "Meeting",
    "MeetingSeries",
    "MeetingState",
    "MemberKind",
    "Minutes",
    "MinutesCorrection",
    "MinutesPart",
    "MinutesState",
    "NoticeState",
    "OfficeKind",
    "Outcome",
    "Paper",
    "PaperKind",
    "PaperReading",
    "PaperVersion",
    "PartKind",
    "PartPlace",
    "QuorumExit",
    "QuorumState",
    "Ratification",
    "RatificationAnswer",
    "RatificationRule",
    "Regime",
    "Ruling",
    "Seat",
    "SeatHolding",
    "SeatKind",
    "SignOffBlock",
    "SignOffSheet",
    "Signature",
    "Staying",
    "TermsOfReference",
    "TitledRecord",
    "ToldBody",
    "Verb",
    "Vote",
]
