"""The rules on interests and gifts that anyone can ask by name."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from placeplan.errors import Fault, InputError
from placeplan.governance.gift import GIFT_KINDS, Gift, find_gift_duties
from placeplan.governance.interest import (
    REGIMES,
    RULINGS,
    Dispensation,
    Interest,
    InterestEffect,
    Stay,
    combine_effects,
    find_interest_effect,
)
from placeplan.governance.questions import DatedQuestion, Name, Pounds, Title
from placeplan.reference.rule import Question, Rule, Ruling

_STAY: Final[Mapping[object, Stay]] = MappingProxyType(
    {True: "yes", False: "no", "until_spoken": "until_spoken"}
)
_RULING_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{name: name for name in RULINGS},
        **dict.fromkeys(("note", "noted", "stay"), "note_and_stay"),
        **dict.fromkeys(("no_vote", "stay_and_no_vote"), "stay_no_vote"),
        **dict.fromkeys(("stay_without_vote", "stay_not_vote"), "stay_no_vote"),
        **dict.fromkeys(("discussion", "discuss_only"), "discussion_only"),
        "stay_for_discussion_only": "discussion_only",
        "stay_for_discussion": "discussion_only",
        **dict.fromkeys(("leaves", "leave_the_room", "leave_room"), "leave"),
        **dict.fromkeys(("hand_over", "hands_over"), "chair_hands_over"),
        **dict.fromkeys(("hand_over_chair", "handover"), "chair_hands_over"),
        "hand_over_the_chair": "chair_hands_over",
        "chair_hand_over": "chair_hands_over",
    }
)


def _check_regime(value: str) -> str:
    if value not in REGIMES:
        message = f"one of: {', '.join(REGIMES)}, and not {value!r}"
        raise ValueError(message)
    return value


def _check_stay(value: Any) -> Any:
    if isinstance(value, bool) or value == "until_spoken":
        return value
    message = f'true, false or "until_spoken", and not {value!r}'
    raise ValueError(message)


Regime = Annotated[Name, AfterValidator(_check_regime)]
StayEntry = bool | Literal["until_spoken"]


class DispensationQuestion(Question):
    """Leave to take part, given before the meeting."""

    speak: bool = False
    vote: bool = False
    stay: Annotated[
        StayEntry,
        BeforeValidator(_check_stay, json_schema_input_type=StayEntry),
    ] = False
    granted_on: date | None = None
    expires_on: date | None = Field(default=None, description="Last day of it.")

    def as_dispensation(self) -> Dispensation:
        """Make the dispensation that is asked about."""
        return Dispensation(
            *(self.speak, self.vote, _STAY[self.stay]),
            *(self.granted_on, self.expires_on),
        )


class InterestQuestion(Question):
    """One interest of a member in an item."""

    regime: Regime = Field(description="localism_act (councils) or nhs.")
    kind: Name = Field(
        description="dpi, significant, authority_function or gift; under nhs "
        "financial, non_financial_professional, non_financial_personal or indirect."
    )
    ruling: Name | None = Field(
        default=None, description=f"Under nhs, of the chair: {', '.join(RULINGS)}."
    )
    public_may_speak: bool | None = Field(
        default=None, description="Whether the public may speak on the item."
    )
    gives_evidence: bool | None = Field(
        default=None,
        description="Whether the member is there to represent, answer, give evidence.",
    )
    dispensation: DispensationQuestion | None = None

    def as_interest(self) -> Interest:
        """Make the interest that is asked about."""
        ruling = self.ruling or ""
        granted = self.dispensation
        return Interest(
            *(self.regime, self.kind, _RULING_WORDS.get(ruling, ruling)),
            bool(self.public_may_speak or self.gives_evidence),
            granted.as_dispensation() if granted else None,
        )


class InterestEffectQuestion(InterestQuestion, DatedQuestion):
    """One interest, and the day whose rules count."""


def _write_effect(effect: InterestEffect) -> dict[str, object]:
    stays = {"yes": True, "no": False}
    return {
        "declare": effect.declare,
        "speak": effect.speak,
        "vote": effect.vote,
        "stay": stays.get(effect.stay, effect.stay),
    }


def _answer_interest(asked: InterestEffectQuestion) -> Ruling:
    found = find_interest_effect(asked.as_interest(), asked.as_at)
    return Ruling(_write_effect(found), found.reasons, found.source)


class ItemRightsQuestion(DatedQuestion):
    """All interests of a member in an item."""

    interests: tuple[InterestQuestion, ...] = Field(
        max_length=1000, description="Those declared; none for a member without."
    )


def _answer_item_rights(asked: ItemRightsQuestion) -> Ruling:
    effects, faults = [], list[Fault]()
    for number, each in enumerate(asked.interests, 1):
        try:
            effects.append(find_interest_effect(each.as_interest(), asked.as_at))
        except InputError as error:
            entry = f"interests, entry {number}"
            faults += [
                replace(fault, where=f"{entry}, {fault.where}")
                for fault in error.faults
            ]
    if faults:
        raise InputError(faults)
    found = combine_effects(effects)
    result = {**_write_effect(found), "papers": found.papers}
    strict = "Of several interests, the strictest effect counts."
    reasons = (strict, *found.reasons) if len(effects) > 1 else found.reasons
    return Ruling(result, reasons, found.source or "No interest, no rule")


class GiftItem(Question):
    """Something that was given."""

    donor: Title = Field(
        max_length=200,
        description="Who gave it; capitals and spaces do not make another donor.",
    )
    value_pounds: Pounds = Field(description='Estimated worth, such as "24.99".')
    on: date = Field(description="When it was given.")
    kind: Literal["gift", "hospitality"] = Field(
        default="gift", description=f"One of: {', '.join(GIFT_KINDS)}."
    )
    from_supplier: bool | None = Field(
        default=None,
        description="Whether the donor supplies, or may supply, the body.",
    )


class GiftQuestion(DatedQuestion):
    """What a member was given."""

    regime: Regime = Field(description="localism_act (councils) or nhs.")
    gifts: tuple[GiftItem, ...] = Field(max_length=1000)


def _answer_gift(asked: GiftQuestion) -> Ruling:
    gifts = [
        Gift(
            each.donor,
            each.value_pounds,
            each.on,
            each.kind,
            bool(each.from_supplier),
        )
        for each in asked.gifts
    ]
    found = find_gift_duties(asked.regime, gifts, asked.as_at)
    result = {each.donor: each.declare for each in found}
    reasons = tuple(words for each in found for words in each.reasons)
    source = found[0].source if found else "No gift, no rule"
    return Ruling(result, reasons or ("Nothing was given.",), source)


_RULES: Final = (
    Rule(
        "interest-effect",
        "Whether a member with an interest declares, speaks, votes and stays.",
        InterestEffectQuestion,
        _answer_interest,
    ),
    Rule(
        "item-rights",
        "What a member with several interests may do on an item.",
        ItemRightsQuestion,
        _answer_item_rights,
    ),
    Rule(
        "gift",
        "From which donors gifts or hospitality must be declared.",
        GiftQuestion,
        _answer_gift,
    ),
)

INTEREST_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.name: rule for rule in _RULES}
)
"""Rules on interests and gifts, by name."""
