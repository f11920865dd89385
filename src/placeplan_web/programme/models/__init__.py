"""Records of a programme, a module for each noun."""

from placeplan_web.programme.models.assumption import (
    Assumption,
    AssumptionInput,
    AssumptionRisk,
    AssumptionTest,
    Outcome,
    RiskProposal,
)
from placeplan_web.programme.models.base import (
    OwnedRecord,
    ProgrammeRecord,
)
from placeplan_web.programme.models.benefit import (
    Benefit,
    BenefitIndicator,
    BenefitKind,
    BenefitProfile,
    BenefitReading,
)
from placeplan_web.programme.models.controlled_document import (
    ControlledDocument,
    DocumentKind,
    DocumentPart,
    DocumentRecipient,
    DocumentReview,
    DocumentState,
    DocumentVersion,
    ReviewOutcome,
)
from placeplan_web.programme.models.deliverable import (
    Deliverable,
)
from placeplan_web.programme.models.gate_check import (
    GateCheck,
    GateState,
    ServiceChange,
)
from placeplan_web.programme.models.impact_assessment import (
    AssessmentStage,
    AssessmentState,
    Direction,
    DomainRating,
    EqualityAim,
    EqualityFinding,
    ImpactAssessment,
    ImpactDomain,
    ImpactMitigation,
    SignOff,
)
from placeplan_web.programme.models.issue import (
    Issue,
)
from placeplan_web.programme.models.key_date import (
    KeyDate,
)
from placeplan_web.programme.models.load import (
    ProgrammeLoad,
)
from placeplan_web.programme.models.milestone import (
    Milestone,
    MilestoneDependency,
    MilestoneProject,
    Rag,
)
from placeplan_web.programme.models.mitigation import (
    Mitigation,
)
from placeplan_web.programme.models.objective import (
    Objective,
    ObjectiveLevel,
    ObjectiveProject,
)
from placeplan_web.programme.models.programme import (
    Programme,
    ProgrammeRole,
    RoleKind,
)
from placeplan_web.programme.models.programme_dependency import (
    ProgrammeDependency,
)
from placeplan_web.programme.models.project import (
    Project,
    ProjectKind,
)
from placeplan_web.programme.models.proposal import Proposal, ProposalState
from placeplan_web.programme.models.reminder import CalendarFeed, DigestAddress
from placeplan_web.programme.models.resource import (
    Resource,
)
from placeplan_web.programme.models.risk import Risk, RiskProject
from placeplan_web.programme.models.risk_score import (
    RiskAcceptance,
    RiskScore,
    ScoreKind,
    ThresholdCrossing,
)
from placeplan_web.programme.models.role_description import (
    Appointment,
    RoleDescription,
)
from placeplan_web.programme.models.solution_link import (
    DeliveryProposal,
    SolutionLink,
)

__all__ = [
    "Appointment",
    "AssessmentStage",
    "AssessmentState",
    "Assumption",
    "AssumptionInput",
    "AssumptionRisk",
    "AssumptionTest",
    "Benefit",
    "BenefitIndicator",
    "BenefitKind",
    "BenefitProfile",
    "BenefitReading",
    "CalendarFeed",
    "ControlledDocument",
    "Deliverable",
    "DeliveryProposal",
    "DigestAddress",
    "Direction",
    "DocumentKind",
    "DocumentPart",
    "DocumentRecipient",
    "DocumentReview",
    "DocumentState",
    "DocumentVersion",
    "DomainRating",
    "EqualityAim",
    "EqualityFinding",
    "GateCheck",
    "GateState",
    "ImpactAssessment",
    "ImpactDomain",
    "ImpactMitigation",
    "Issue",
    "KeyDate",
    "Milestone",
    "MilestoneDependency",
    "MilestoneProject",
    "Mitigation",
    "Objective",
    "ObjectiveLevel",
    "ObjectiveProject",
    "Outcome",
    "OwnedRecord",
    "Programme",
    "ProgrammeDependency",
    "ProgrammeLoad",
    "ProgrammeRecord",
    "ProgrammeRole",
    "Project",
    "ProjectKind",
    "Proposal",
    "ProposalState",
    "Rag",
    "Resource",
    "ReviewOutcome",
    "Risk",
    "RiskAcceptance",
    "RiskProject",
    "RiskProposal",
    "RiskScore",
    "RoleDescription",
    "RoleKind",
    "ScoreKind",
    "ServiceChange",
    "SignOff",
    "SolutionLink",
    "ThresholdCrossing",
]
