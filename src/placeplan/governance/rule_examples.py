"""Questions that show what each rule of governance takes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

Examples = tuple[Mapping[str, Any], ...]

_DAY: Final = {"as_at": "2019-08-14"}
_CCGS: Final = ("ccg-ashford", "ccg-thanet")

_CLEAR_DAYS: Final[Examples] = (
    {"published_on": "2019-08-05", "meeting_on": "2019-08-14"},
    {"published_on": "2019-12-20", "meeting_on": "2020-01-02"},
)

_NOTICE: Final[Examples] = (
    {
        "body": "principal_council",
        "published_on": "2019-08-08",
        "meeting_on": "2019-08-14",
    },
    {
        "body": "nhs_body",
        "published_on": "2019-08-12",
        "meeting_on": "2019-08-14",
        "urgency_reason": "A tender would lapse.",
    },
)

_QUORUM: Final[Examples] = (
    {
        "rule": {"kind": "number", "number": 3},
        "members": 6,
        "present": 3,
        "withdrawn": 1,
    },
    {"rule": {"kind": "share", "share": 0.25}, "members": 9, "present": 3},
    {
        "rule": {"kind": "constituency", "least": {"clinical": 1, "lay": 1}},
        "members": {"clinical": 3, "lay": 2},
        "present": {"clinical": 2, "lay": 1},
        "withdrawn": {"lay": 1},
    },
    {"rule": None, "members": 6, "present": 5},
)

_VOTE: Final[Examples] = (
    {"in_favour": 3, "against": 3, "casting": "for"},
    {
        "majority": "qualified",
        "share": "2/3",
        "of": "present",
        "in_favour": 4,
        "against": 1,
        "abstained": 2,
    },
)

_CONSENSUS: Final[Examples] = ({"dissent": ["finance lead"]},)

_EXEMPT: Final[Examples] = (
    {
        "regime": "local_government",
        "reason": "paragraph_3",
        "outweighs": True,
        "resolved": True,
    },
    {"regime": "nhs", "reason": "confidential_nature"},
)

_INTEREST: Final[Examples] = (
    {"regime": "localism_act", "kind": "significant", "public_may_speak": True, **_DAY},
    {
        "regime": "localism_act",
        "kind": "dpi",
        "dispensation": {"speak": True, "vote": False, "stay": True},
        **_DAY,
    },
    {
        "regime": "nhs",
        "kind": "non_financial_professional",
        "ruling": "discussion_only",
        **_DAY,
    },
)

_ITEM_RIGHTS: Final[Examples] = (
    {
        "interests": [
            {"regime": "localism_act", "kind": "gift"},
            {"regime": "localism_act", "kind": "significant", "public_may_speak": True},
        ],
        **_DAY,
    },
)

_GIFT: Final[Examples] = (
    {
        "regime": "localism_act",
        "gifts": [
            {"donor": "A firm", "value_pounds": "10.00", "on": "2019-06-01"},
            {"donor": "A firm", "value_pounds": "15.00", "on": "2019-07-01"},
            {"donor": "A club", "value_pounds": "24.99", "on": "2019-07-02"},
        ],
        **_DAY,
    },
    {
        "regime": "nhs",
        "gifts": [
            {
                "donor": "A supplier",
                "value_pounds": "6.01",
                "on": "2019-06-01",
                "kind": "gift",
                "from_supplier": True,
            }
        ],
        **_DAY,
    },
)

_AUTHORITY: Final[Examples] = (
    {
        "members": ["commissioner", "provider"],
        "instruments": [
            {
                "section": "65Z5",
                "from": "2022-07-01",
                "to": "2024-03-31",
                "subjects": ["Stroke", "Cancer"],
                "limit_pounds": "500000",
                "delegating_bodies": ["commissioner", "provider"],
            }
        ],
        "subject": "Stroke",
        "value": "250000",
        "as_at": "2023-06-01",
    },
    {
        "members": ["commissioner", "provider", "local_authority"],
        "instruments": [],
        "subject": "Stroke",
        "as_at": "2016-03-09",
    },
    {
        "members": [{"kind": "commissioner", "id": each} for each in _CCGS],
        "instruments": [
            {
                "kind": "joint_committee",
                "subjects": ["Stroke", "Cancer"],
                "delegating_bodies": list(_CCGS),
            }
        ],
        "subject": "children's services",
        **_DAY,
    },
)

_RATIFICATION: Final[Examples] = (
    {
        "rule": "all",
        "bodies": [
            {"id": "ccg-ashford", "outcome": "agreed"},
            {"id": "ccg-thanet", "outcome": "agreed_with_changes"},
            {"id": "ccg-swale", "outcome": None},
        ],
    },
    {
        "rule": "lead",
        "lead": "ccg-ashford",
        "bodies": [
            {"id": "ccg-ashford", "outcome": "agreed"},
            {"id": "ccg-thanet", "outcome": None},
        ],
    },
)

_DUE_REGARD: Final[Examples] = (
    {
        "members": ["chair", "member"],
        "version": 2,
        "decided_at": "2019-08-14T12:00:00Z",
        "readings": [
            {"who": "chair", "version": 2, "at": "2019-08-14T09:00:00Z"},
            {"who": "member", "version": 1, "at": "2019-08-13T17:00:00Z"},
        ],
        **_DAY,
    },
)

_RESULTS: Final[Examples] = (
    {
        "consultation": "Stroke services, 2018",
        "published": ["2019-08-05T09:00:00Z"],
        "began_at": "2019-08-14T11:00:00Z",
        **_DAY,
    },
    {"consultation": "Stroke services, 2018", "explanation": "Lives are at stake."},
)

RULE_EXAMPLES: Final[Mapping[str, Examples]] = MappingProxyType(
    {
        "clear-days": _CLEAR_DAYS,
        "notice": _NOTICE,
        "quorum": _QUORUM,
        "vote": _VOTE,
        "consensus": _CONSENSUS,
        "exempt": _EXEMPT,
        "interest-effect": _INTEREST,
        "item-rights": _ITEM_RIGHTS,
        "gift": _GIFT,
        "authority": _AUTHORITY,
        "ratification": _RATIFICATION,
        "due-regard": _DUE_REGARD,
        "results-report": _RESULTS,
    }
)
"""Examples by the name of the rule; a test asks each."""
