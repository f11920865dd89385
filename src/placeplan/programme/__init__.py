"""Programme: whether the plan is being done, by dates first and by judgement second.

Takes milestones with the days in which they are due, what is now expected, who waits
for whom, and which planned solution hangs on which project. Gives where each milestone
stands on a day, which of them nothing may delay, what a slip puts at stake in pounds,
and a report made of records instead of typed. A date printed as "September / October
2019" is an interval, and late only after its last day. Nothing here knows what day it
is: the day is passed in. Each rule can be asked by name with ``placeplan rule``.

Risks are scored on dated matrices, impact times likelihood and never typed; from their
scores come the crossings of the threshold, whether a mitigation worked, and what a
failed assumption proposes. Benefits are measurable or not claimable. Changes to care
are rated by dated sets of domains, and due regard is held to the words of the Act.
"""

from placeplan.programme.acceptance import ACCEPTANCE_STATES, RiskAcceptance
from placeplan.programme.assumption import (
    ASSUMPTION_STATES,
    Assumption,
    AssumptionTest,
    FailedAssumption,
    RiskProposal,
    follow_assumption,
)
from placeplan.programme.benefit import (
    BENEFIT_TYPES,
    Benefit,
    BenefitType,
    list_claim_gaps,
)
from placeplan.programme.benefit_profile import (
    BENEFIT_STATES,
    BenefitPosition,
    BenefitReading,
    compare_benefit,
)
from placeplan.programme.benefit_signal import BenefitSignal, chart_benefit
from placeplan.programme.characteristic import (
    CHARACTERISTICS,
    EQUALITY_AIMS,
    Characteristic,
    EqualityAim,
    list_equality_pairs,
)
from placeplan.programme.check import check_programme
from placeplan.programme.critical_path import (
    Activity,
    ActivityTimes,
    CriticalPath,
    find_critical_path,
    find_order,
)
from placeplan.programme.crossing import (
    ThresholdCrossing,
    find_crossing,
    find_crossings,
)
from placeplan.programme.delivery import (
    DeliveryProposal,
    ProjectSlip,
    YearStake,
    find_project_slip,
    propose_delivery,
    shift_later,
)
from placeplan.programme.delivery_rule import (
    DeliveryRuleSet,
    get_delivery_rule_set,
    list_delivery_rule_sets,
)
from placeplan.programme.document import (
    DocumentReview,
    DocumentState,
    DocumentVerb,
    ReviewOutcome,
    list_verbs,
    move_document,
    name_next_version,
)
from placeplan.programme.domain_set import (
    AssessmentThreshold,
    DomainSet,
    ImpactDomain,
    get_assessment_threshold,
    get_domain_set,
    get_domain_set_at,
    list_domain_sets,
)
from placeplan.programme.due import DueItem, DueState, Duty, list_duties
from placeplan.programme.equality import (
    EqualityCompleteness,
    EqualityFinding,
    check_equality,
)
from placeplan.programme.folder import has_programme, read_programme
from placeplan.programme.gate import (
    Gate,
    GateCheck,
    GateState,
    ServiceChange,
    check_gates,
    find_notice,
    is_needed,
    list_change_tests,
    list_gates,
)
from placeplan.programme.grade import GradedRisk, grade_risk, next_review_on
from placeplan.programme.highlight import (
    ReportedMilestone,
    ReportedRisk,
    ReportRecords,
    ReportSection,
    make_highlight_report,
)
from placeplan.programme.impact import (
    DIRECTIONS,
    IMPACT_LEVELS,
    DomainRating,
    ImpactLevel,
    find_impact_level,
    list_reopened_domains,
)
from placeplan.programme.inputs import TABLES
from placeplan.programme.interval import DateInterval, print_day
from placeplan.programme.joint_stake import (
    JointStake,
    find_main_risks,
    sum_joint_pounds,
)
from placeplan.programme.matrix import RiskGrade, RiskMatrix, check_steps
from placeplan.programme.matrix_list import (
    get_risk_matrix,
    get_risk_matrix_at,
    list_risk_matrices,
)
from placeplan.programme.milestone import (
    MilestonePlan,
    MilestoneState,
    explain_state,
    find_state,
)
from placeplan.programme.milestone_path import (
    MilestoneDependency,
    MilestonePath,
    MilestoneTimes,
    find_milestone_path,
)
from placeplan.programme.mitigation import (
    EFFICACY_VERDICTS,
    Efficacy,
    Mitigation,
    judge_efficacy,
)
from placeplan.programme.network import (
    LinkedMilestone,
    MilestoneNetwork,
    link_milestones,
)
from placeplan.programme.progress import (
    Progress,
    explain_progress,
    find_progress,
)
from placeplan.programme.rag import MilestoneRating, find_worst, rate_milestone
from placeplan.programme.rating_set import (
    Rating,
    RatingSet,
    get_rating_set,
    get_rating_set_at,
    list_rating_sets,
)
from placeplan.programme.resource import Resource, ResourceTotal, sum_resources
from placeplan.programme.rules import RULES
from placeplan.programme.score_history import (
    SCORE_KINDS,
    RiskScore,
    ScoreHistory,
    gather_history,
)
from placeplan.programme.stake import find_risk_shares, find_stakes

__all__ = [
    "ACCEPTANCE_STATES",
    "ASSUMPTION_STATES",
    "BENEFIT_STATES",
    "BENEFIT_TYPES",
    "CHARACTERISTICS",
    "DIRECTIONS",
    "EFFICACY_VERDICTS",
    "EQUALITY_AIMS",
    "IMPACT_LEVELS",
    "RULES",
    "SCORE_KINDS",
    "TABLES",
    "Activity",
    "ActivityTimes",
    "AssessmentThreshold",
    "Assumption",
    "AssumptionTest",
    "Benefit",
    "BenefitPosition",
    "BenefitReading",
    "BenefitSignal",
    "BenefitType",
    "Characteristic",
    "CriticalPath",
    "DateInterval",
    "DeliveryProposal",
    "DeliveryRuleSet",
    "DocumentReview",
    "DocumentState",
    "DocumentVerb",
    "DomainRating",
    "DomainSet",
    "DueItem",
    "DueState",
    "Duty",
    "Efficacy",
    "EqualityAim",
    "EqualityCompleteness",
    "EqualityFinding",
    "FailedAssumption",
    "Gate",
    "GateCheck",
    "GateState",
    "GradedRisk",
    "ImpactDomain",
    "ImpactLevel",
    "JointStake",
    "LinkedMilestone",
    "MilestoneDependency",
    "MilestoneNetwork",
    "MilestonePath",
    "MilestonePlan",
    "MilestoneRating",
    "MilestoneState",
    "MilestoneTimes",
    "Mitigation",
    "Progress",
    "ProjectSlip",
    "Rating",
    "RatingSet",
    "ReportRecords",
    "ReportSection",
    "ReportedMilestone",
    "ReportedRisk",
    "Resource",
    "ResourceTotal",
    "ReviewOutcome",
    "RiskAcceptance",
    "RiskGrade",
    "RiskMatrix",
    "RiskProposal",
    "RiskScore",
    "ScoreHistory",
    "ServiceChange",
    "ThresholdCrossing",
    "YearStake",
    "chart_benefit",
    "check_equality",
    "check_gates",
    "check_programme",
    "check_steps",
    "compare_benefit",
    "explain_progress",
    "explain_state",
    "find_critical_path",
    "find_crossing",
    "find_crossings",
    "find_impact_level",
    "find_main_risks",
    "find_milestone_path",
    "find_notice",
    "find_order",
    "find_progress",
    "find_project_slip",
    "find_risk_shares",
    "find_stakes",
    "find_state",
    "find_worst",
    "follow_assumption",
    "gather_history",
    "get_assessment_threshold",
    "get_delivery_rule_set",
    "get_domain_set",
    "get_domain_set_at",
    "get_rating_set",
    "get_rating_set_at",
    "get_risk_matrix",
    "get_risk_matrix_at",
    "grade_risk",
    "has_programme",
    "is_needed",
    "judge_efficacy",
    "link_milestones",
    "list_change_tests",
    "list_claim_gaps",
    "list_delivery_rule_sets",
    "list_domain_sets",
    "list_duties",
    "list_equality_pairs",
    "list_gates",
    "list_rating_sets",
    "list_reopened_domains",
    "list_risk_matrices",
    "list_verbs",
    "make_highlight_report",
    "move_document",
    "name_next_version",
    "next_review_on",
    "print_day",
    "propose_delivery",
    "rate_milestone",
    "read_programme",
    "shift_later",
    "sum_joint_pounds",
    "sum_resources",
]
