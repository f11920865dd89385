"""Governance: who may decide, who must leave, and what other bodies must ratify.

Takes a group with its members, its quorum and what was delegated to it; an item with
the interests that members declared; a recommendation with what each body said of it.
Gives, with reasons and with the source of the rule: how many clear days there were,
what a member may do, whether an item is quorate, whether the group may decide on that
day or must ask others, and when a recommendation takes effect. Rules are dated data, so
that 2016 and 2023 are answered by one engine. Nothing here knows what day it is, and
what terms of reference do not state is never assumed.
"""

from placeplan.governance.authority import (
    MEMBER_KINDS,
    Authority,
    Matter,
    Member,
    find_authority,
)
from placeplan.governance.check_words import CHECK_WORDS, CheckWords
from placeplan.governance.checker import (
    KnownInconsistency,
    check_consistency,
    match_known,
)
from placeplan.governance.clear_days import (
    count_clear_days,
    find_publication_day,
    list_clear_days,
)
from placeplan.governance.due_regard import (
    READING_STATES,
    DueRegard,
    MemberReading,
    Reading,
    find_due_regard,
)
from placeplan.governance.escalation import (
    EscalationAge,
    EscalationItem,
    choose_groups,
    escalate,
    find_ages,
)
from placeplan.governance.exempt import (
    Exclusion,
    ExemptReason,
    exclude_public,
    list_exempt_reasons,
)
from placeplan.governance.finding import Finding
from placeplan.governance.folder import (
    has_governance,
    read_governance,
)
from placeplan.governance.gift import GIFT_KINDS, Gift, GiftDuty, find_gift_duties
from placeplan.governance.group import (
    Group,
    list_groups,
    list_instruments,
    search_groups,
)
from placeplan.governance.inputs import TABLES
from placeplan.governance.instrument import Instrument, read_section
from placeplan.governance.interest import (
    REGIMES,
    RULINGS,
    Dispensation,
    Interest,
    InterestEffect,
    combine_effects,
    find_interest_effect,
    list_interest_kinds,
)
from placeplan.governance.joint_power import JointPower, list_joint_powers
from placeplan.governance.notice import (
    NoticeCheck,
    NoticePeriod,
    check_notice,
    find_last_publication,
    list_notice_periods,
)
from placeplan.governance.presence import Presence, count_present
from placeplan.governance.quorum import (
    EXITS,
    Attendance,
    QuorumCheck,
    QuorumRule,
    check_quorum,
)
from placeplan.governance.ratification import (
    OUTCOMES,
    RATIFICATION_RULES,
    RATIFICATION_STATES,
    BodyAnswer,
    Ratification,
    find_ratification,
    hash_text,
)
from placeplan.governance.results_report import (
    RESULTS_STATES,
    ResultsCheck,
    check_results_report,
)
from placeplan.governance.rules import RULES
from placeplan.governance.series import (
    FREQUENCIES,
    find_frequency,
    list_meeting_days,
)
from placeplan.governance.vote import (
    MAJORITIES,
    Consensus,
    VoteResult,
    Votes,
    count_vote,
    find_consensus,
)
from placeplan.governance.wording import compare_wording

__all__ = [
    "CHECK_WORDS",
    "EXITS",
    "FREQUENCIES",
    "GIFT_KINDS",
    "MAJORITIES",
    "MEMBER_KINDS",
    "OUTCOMES",
    "RATIFICATION_RULES",
    "RATIFICATION_STATES",
    "READING_STATES",
    "REGIMES",
    "RESULTS_STATES",
    "RULES",
    "RULINGS",
    "TABLES",
    "Attendance",
    "Authority",
    "BodyAnswer",
    "CheckWords",
    "Consensus",
    "Dispensation",
    "DueRegard",
    "EscalationAge",
    "EscalationItem",
    "Exclusion",
    "ExemptReason",
    "Finding",
    "Gift",
    "GiftDuty",
    "Group",
    "Instrument",
    "Interest",
    "InterestEffect",
    "JointPower",
    "KnownInconsistency",
    "Matter",
    "Member",
    "MemberReading",
    "NoticeCheck",
    "NoticePeriod",
    "Presence",
    "QuorumCheck",
    "QuorumRule",
    "Ratification",
    "Reading",
    "ResultsCheck",
    "VoteResult",
    "Votes",
    "check_consistency",
    "check_notice",
    "check_quorum",
    "check_results_report",
    "choose_groups",
    "combine_effects",
    "compare_wording",
    "count_clear_days",
    "count_present",
    "count_vote",
    "escalate",
    "exclude_public",
    "find_ages",
    "find_authority",
    "find_consensus",
    "find_due_regard",
    "find_frequency",
    "find_gift_duties",
    "find_interest_effect",
    "find_last_publication",
    "find_publication_day",
    "find_ratification",
    "has_governance",
    "hash_text",
    "list_clear_days",
    "list_exempt_reasons",
    "list_groups",
    "list_instruments",
    "list_interest_kinds",
    "list_joint_powers",
    "list_meeting_days",
    "list_notice_periods",
    "match_known",
    "read_governance",
    "read_section",
    "search_groups",
]
