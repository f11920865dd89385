"""The rule on authority that anyone can ask by name."""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any, Final, Self

from pydantic import (
    AfterValidator,
    AliasChoices,
    BeforeValidator,
    Discriminator,
    Field,
    Tag,
    model_validator,
)

from placeplan.governance.authority import (
    MEMBER_KINDS,
    Matter,
    Member,
    find_authority,
)
from placeplan.governance.instrument import Instrument, read_section
from placeplan.governance.questions import Pounds, Title, fold_name
from placeplan.periods import Validity
from placeplan.reference.rule import Question, Rule, Ruling

_TRUSTS: Final = (
    *("acute_trust", "ambulance_trust", "community_provider", "community_trust"),
    *("foundation_trust", "gp_federation", "mental_health_trust"),
    *("neighbouring_trust", "nhs_foundation_trust", "nhs_trust", "trust"),
)
KIND_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{kind: kind for kind in MEMBER_KINDS},
        **{f"{kind}s": kind for kind in ("commissioner", "provider", "regulator")},
        **dict.fromkeys(("ccg", "ccgs", "icb", "icbs"), "commissioner"),
        **dict.fromkeys((*_TRUSTS, *(f"{t}s" for t in _TRUSTS)), "provider"),
        **dict.fromkeys(("council", "councils"), "local_authority"),
        "local_authorities": "local_authority",
        **dict.fromkeys(("nhs_england", "national_body"), "regulator"),
        "patient_body": "patient_voice",
        "professional_body": "professional",
        **dict.fromkeys(("stp", "stp_partnership", "ics"), "system"),
    }
)
"""Kinds of member as people call them."""

_DELEGATES: Final = re.compile(
    r"deleg|joint|constitution|mandate|agreement|reserv|scheme|resolution|instrument"
    r"|arrangement|statut|terms|order"
)


def _read_kind(value: Any) -> str:
    kind = KIND_WORDS.get(fold_name(value) if isinstance(value, str) else "")
    if kind is None:
        message = f"one of: {', '.join(MEMBER_KINDS)}, and not {value!r}"
        raise ValueError(message)
    return kind


def _check_kind(value: str) -> str:
    if not read_section(value) and not _DELEGATES.search(fold_name(value)):
        message = (
            "a kind of instrument such as delegation, joint_committee or "
            f"section_65Z5, and not {value!r}"
        )
        raise ValueError(message)
    return value


def _tell_apart(value: Any) -> str:
    return "text" if isinstance(value, str) else "object"


def _list_words(value: str | tuple[str, ...] | None) -> tuple[str, ...] | None:
    if value is None:
        return None
    listed = (value,) if isinstance(value, str) else value
    return tuple("all" if each.strip() == "*" else each for each in listed)


Kind = Annotated[str, BeforeValidator(_read_kind, json_schema_input_type=str)]
InstrumentKind = Annotated[str, AfterValidator(_check_kind)]
Words = str | Annotated[tuple[str, ...], Field(max_length=1000)]


class MemberQuestion(Question):
    """A member body: its kind, and its id where it counts which body delegates."""

    kind: Kind = Field(description=f"One of: {', '.join(MEMBER_KINDS)}.")
    id: str = Field(default="", description="Its id, as instruments name it.")


class InstrumentQuestion(Question):
    """A written delegation. Whatever is left out does not limit it."""

    kind: InstrumentKind = Field(
        default="delegation",
        validation_alias=AliasChoices("kind", "type"),
        description="Such as delegation, joint_committee or section_65Z5.",
    )
    section: str | None = Field(
        default=None,
        validation_alias=AliasChoices("section", "statute", "power"),
        description="Section it is made under, such as 65Z5, 14Z3, 75 or 101; where "
        "neither this nor kind names one, the law of the day decides.",
    )
    starts_on: date | None = Field(
        default=None,
        validation_alias=AliasChoices(
            *("from", "starts_on", "valid_from", "in_force_from", "from_date"),
            *("start", "since", "signed_on", "made_on", "date"),
        ),
        description="First day on which it is in force; also as starts_on, valid_from.",
    )
    ends_on: date | None = Field(
        default=None,
        validation_alias=AliasChoices(
            *("to", "ends_on", "valid_to", "until", "in_force_to", "to_date", "end"),
            "expires_on",
        ),
        description="Last day on which it is in force; also as ends_on, valid_to.",
    )
    subjects: Words | None = Field(
        default=None,
        validation_alias=AliasChoices("subjects", "subject", "scope"),
        description="What it covers; all, or left out, for every subject.",
    )
    limit_pounds: Pounds | None = Field(
        default=None,
        validation_alias=AliasChoices("limit_pounds", "limit", "value_limit_pounds"),
        description="Up to which value, that value included; left out for no limit.",
    )
    delegating_bodies: Words | None = Field(
        default=None,
        validation_alias=AliasChoices(
            *("delegating_bodies", "bodies", "delegated_by", "delegating", "members"),
            *("from_bodies", "parties", "delegators"),
        ),
        description="Who delegates by it, as ids or kinds; left out for every member.",
    )
    name: str | None = Field(
        default=None,
        validation_alias=AliasChoices("name", "title"),
        description="What people call it.",
    )
    id: str | None = Field(default=None, description="Its reference; not looked at.")
    source: str | None = Field(default=None, description="Not looked at.")
    status: str | None = Field(default=None, description="Not looked at.")

    @model_validator(mode="after")
    def _check_words(self) -> Self:
        if self.section is not None and not read_section(self.section):
            message = f"section as 65Z5, 14Z3, 75 or 101, and not {self.section!r}"
            raise ValueError(message)
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            message = f"to on {self.starts_on} (from) or later, not on {self.ends_on}"
            raise ValueError(message)
        return self

    def as_instrument(self) -> Instrument:
        """Make the instrument that is asked about."""
        section = read_section(self.section or "") or read_section(self.kind)
        default = f"the section {section} instrument" if section else "the delegation"
        bodies = _list_words(self.delegating_bodies)
        return Instrument(
            section=section,
            validity=Validity(self.starts_on, self.ends_on),
            subjects=_list_words(self.subjects),
            limit_pounds=self.limit_pounds,
            bodies=None
            if bodies is None
            else tuple(KIND_WORDS.get(fold_name(each), each) for each in bodies),
            name=self.name or default,
        )


MemberEntry = Annotated[
    Annotated[MemberQuestion, Tag("object")] | Annotated[Kind, Tag("text")],
    Discriminator(_tell_apart),
]
InstrumentEntry = Annotated[
    Annotated[InstrumentQuestion, Tag("object")]
    | Annotated[InstrumentKind, Tag("text")],
    Discriminator(_tell_apart),
]


class AuthorityQuestion(Question):
    """A group by its members and what was delegated to it, and a matter on a day."""

    members: tuple[MemberEntry, ...] = Field(
        min_length=1,
        max_length=1000,
        description="Kinds of member; or objects with kind and id, where it counts "
        "which of several bodies has delegated.",
        examples=[["commissioner", "provider"]],
    )
    instruments: tuple[InstrumentEntry, ...] = Field(
        default=(),
        max_length=1000,
        description="By what they delegate; a text alone is its kind.",
        examples=[
            [
                {
                    "kind": "delegation",
                    "section": "65Z5",
                    "from": "2022-07-01",
                    "to": "2024-03-31",
                    "subjects": ["Stroke", "Cancer"],
                    "limit_pounds": "500000",
                    "delegating_bodies": ["commissioner", "provider"],
                }
            ]
        ],
    )
    subject: Title = Field(max_length=1000, description="What is to be decided.")
    value_pounds: Pounds | None = Field(
        default=None,
        validation_alias=AliasChoices("value", "value_pounds", "value "),
        description="What it costs in pounds; also as value_pounds. Left out where it "
        "is not stated: a limit is then not met.",
    )
    terms_of_reference: Words | None = Field(
        default=None,
        description="Subjects of the terms of reference; not looked at when left out.",
    )
    as_at: date = Field(description="Day of the decision, whose law counts.")


def _make_member(given: MemberQuestion | str) -> Member:
    if isinstance(given, str):
        return Member(given)
    return Member(given.kind, given.id)


def _make_instrument(given: InstrumentQuestion | str) -> Instrument:
    if isinstance(given, str):
        given = InstrumentQuestion(kind=given)
    return given.as_instrument()


def _answer_authority(asked: AuthorityQuestion) -> Ruling:
    found = find_authority(
        [_make_member(each) for each in asked.members],
        [_make_instrument(each) for each in asked.instruments],
        Matter(asked.subject, asked.as_at, asked.value_pounds),
        terms=_list_words(asked.terms_of_reference),
    )
    return Ruling(found.verb, found.reasons, found.source)


_RULES: Final = (
    Rule(
        "authority",
        "Whether a group may decide a matter on a day, or only recommend, and to whom.",
        AuthorityQuestion,
        _answer_authority,
    ),
)

AUTHORITY_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.name: rule for rule in _RULES}
)
"""The rule on authority, by name."""
