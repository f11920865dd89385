"""The rule on the five-year opportunity that anyone can ask by name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, model_validator

from placeplan.errors import Fault, InputError
from placeplan.money.amount_words import say_pence
from placeplan.money.asked_pounds import (
    MOST_POUNDS,
    AskedPoundsFromZero,
    write_pounds,
)
from placeplan.money.pence import PENCE_PER_POUND, Pence
from placeplan.money.productivity.five_year import (
    EfficiencyShare,
    SavingsPath,
    YearSaving,
    YearTerms,
    find_efficiency_share,
    find_savings_path,
    phase_catch_up,
)
from placeplan.money.share import to_fraction
from placeplan.periods import FinancialYear
from placeplan.reference import get_publication
from placeplan.reference.rule import Question, Rule, Ruling

MOST_YEARS: Final = 50
_MOST_PENCE: Final = MOST_POUNDS * PENCE_PER_POUND
_NAME: Final = "five-year-opportunity"
_SOURCE: Final = "stp-update-2017"


def _list_one(asked: object) -> object:
    """Take what is not a list as a list of one, which holds for all years."""
    return tuple(asked) if isinstance(asked, list) else (asked,)


Growth = Annotated[float, Field(gt=-1, le=1)]
Share = Annotated[float, Field(ge=0, le=1)]
_LISTED: Final = Field(min_length=1, max_length=MOST_YEARS)
Growths = Annotated[
    tuple[Growth, ...],
    _LISTED,
    BeforeValidator(_list_one, json_schema_input_type=float | list[float]),
]
Amounts = Annotated[
    tuple[AskedPoundsFromZero, ...],
    _LISTED,
    BeforeValidator(_list_one, json_schema_input_type=float | str | list[float | str]),
]
_EACH: Final = "One for all years, or a list with one for each."


class FiveYearQuestion(Question):
    """A cost base, how it grows, and what is to be caught up."""

    base_cost_pounds: AskedPoundsFromZero = Field(
        description="Cost of the year before the first."
    )
    first_year: int = Field(
        default=2016,
        ge=1900,
        le=2100,
        description="Its calendar year: 2016 is 2016/17.",
    )
    years: int = Field(default=5, ge=1, le=MOST_YEARS)
    cost_growth: Growths = Field(description=f"0.02 is 2 % a year. {_EACH}")
    activity_growth: Growths = Field(default=(0.0,), description=_EACH)
    catch_up_pounds: Amounts = Field(
        description="Due in each year, as a list; or one total, with phased_shares."
    )
    phased_shares: Annotated[tuple[Share, ...], _LISTED] | None = Field(
        default=None, description="Share of the total due in each year; they sum to 1."
    )
    efficiency_share: Share | None = Field(
        default=None,
        description="Of each year's cost; left out: what guidance of that year asks.",
    )
    cap_share: Share | None = Field(
        default=None,
        description="Most that a year can save, of its cost; null: no cap.",
    )

    @model_validator(mode="after")
    def _check_lengths(self) -> "FiveYearQuestion":
        phased = self.phased_shares
        lists = {
            "cost_growth": self.cost_growth,
            "activity_growth": self.activity_growth,
            **({"phased_shares": phased} if phased is not None else {}),
        }
        wrong = [
            f"{name} has {len(each)}"
            for name, each in lists.items()
            if len(each) != self.years and (name == "phased_shares" or len(each) != 1)
        ]
        due = len(self.catch_up_pounds)
        if due != (self.years if phased is None else 1):
            told = (
                "a total with phased_shares" if phased is None else "one to be phased"
            )
            wrong.append(f"catch_up_pounds has {due}, or give {told}")
        if wrong:
            message = f"one entry for each of {self.years} years: {', '.join(wrong)}"
            raise ValueError(message)
        return self

    def list_years(self) -> range:
        """List the years asked about."""
        return range(self.first_year, self.first_year + self.years)


def _answer(asked: FiveYearQuestion) -> Ruling:
    efficiencies = {year: _find_efficiency(asked, year) for year in asked.list_years()}
    if faults := [*_list_unknown(efficiencies), *_list_phase_faults(asked)]:
        raise InputError(faults)
    stated = {year: each for year, each in efficiencies.items() if each is not None}
    path = find_savings_path(
        asked.base_cost_pounds, _phase(asked), _list_terms(asked, stated)
    )
    _refuse_growth(path)
    result = {
        "years": [_show_year(each) for each in path.years],
        "catch_up_pounds": write_pounds(path.catch_up),
        "efficiency_pounds": write_pounds(path.efficiency),
        "wanted_pounds": write_pounds(path.wanted),
        "saved_pounds": write_pounds(path.saved),
        "carried_pounds": write_pounds(path.carried),
    }
    source = get_publication(_SOURCE).words
    return Ruling(result, (*_say(path), *_say_terms(asked, stated)), source)


def _find_efficiency(asked: FiveYearQuestion, year: int) -> EfficiencyShare | None:
    if asked.efficiency_share is None:
        return find_efficiency_share(year)
    words = "Efficiency as asked, of each year's cost."
    return EfficiencyShare(to_fraction(asked.efficiency_share), words, "")


def _list_unknown(found: Mapping[int, EfficiencyShare | None]) -> list[Fault]:
    missing = [str(FinancialYear(year)) for year, each in found.items() if each is None]
    if not missing:
        return []
    expected = f"a share, as no guidance at hand asks one of {', '.join(missing)}"
    remedy = "State the efficiency of a year, such as 0.02."
    return [Fault(f"rule {_NAME}", "efficiency_share", expected, "nothing", remedy)]


def _list_phase_faults(asked: FiveYearQuestion) -> list[Fault]:
    """Say under its name in the question that the shares are not the whole."""
    try:
        _phase(asked)
    except InputError as error:
        where = "phased_shares"
        return [
            Fault(f"rule {_NAME}", where, each.expected, each.found, each.remedy)
            for each in error.faults
        ]
    return []


def _refuse_growth(path: SavingsPath) -> None:
    """Refuse growth after which a cost is more than anybody counts."""
    beyond = [each for each in path.years if each.base >= _MOST_PENCE]
    if beyond:
        expected = "growth that leaves cost below a million million pounds"
        found = f"{say_pence(beyond[0].base)} in {FinancialYear(beyond[0].year)}"
        remedy = "Let cost grow less, or ask about fewer years."
        where = "cost_growth, activity_growth"
        raise InputError([Fault(f"rule {_NAME}", where, expected, found, remedy)])


def _phase(asked: FiveYearQuestion) -> dict[int, Pence]:
    years, due = asked.list_years(), asked.catch_up_pounds
    if asked.phased_shares is None:
        return dict(zip(years, due, strict=True))
    return phase_catch_up(due[0], dict(zip(years, asked.phased_shares, strict=True)))


def _list_terms(
    asked: FiveYearQuestion, stated: Mapping[int, EfficiencyShare]
) -> list[YearTerms]:
    years = asked.list_years()
    growths = [
        each if len(each) > 1 else each * asked.years
        for each in (asked.cost_growth, asked.activity_growth)
    ]
    return [
        YearTerms(year, cost, activity, stated[year].share, asked.cap_share)
        for year, cost, activity in zip(years, *growths, strict=True)
    ]


def _show_year(each: YearSaving) -> dict[str, Any]:
    return {
        "year": str(FinancialYear(each.year)),
        "base_pounds": write_pounds(each.base),
        "brought_forward_pounds": write_pounds(each.brought_forward),
        "catch_up_pounds": write_pounds(each.catch_up),
        "efficiency_pounds": write_pounds(each.efficiency),
        "wanted_pounds": write_pounds(each.wanted),
        "cap_pounds": None if each.cap is None else write_pounds(each.cap),
        "saved_pounds": write_pounds(each.saved),
        "carried_pounds": write_pounds(each.carried),
    }


def _say(path: SavingsPath) -> tuple[str, ...]:
    first, last = path.years[0].year, path.years[-1].year
    capped = [str(FinancialYear(each.year)) for each in path.years if each.carried]
    held = f"holds savings back in {', '.join(capped)}" if capped else "holds none back"
    return (
        (
            f"{say_pence(path.saved)} can be saved {_say_years(first, last)}; "
            f"{say_pence(path.carried)} still waits."
        ),
        (
            f"Wanted: {say_pence(path.catch_up)} of catching up and "
            f"{say_pence(path.efficiency)} of efficiency, {say_pence(path.wanted)} in "
            "all."
        ),
        f"The cap {held}." if path.years[0].cap is not None else "There is no cap.",
    )


def _say_years(first: int, last: int) -> str:
    if first == last:
        return f"in {FinancialYear(first)}"
    return f"from {FinancialYear(first)} to {FinancialYear(last)}"


def _say_terms(
    asked: FiveYearQuestion, stated: Mapping[int, EfficiencyShare]
) -> tuple[str, ...]:
    words = dict.fromkeys(_say_efficiency(each) for each in stated.values())
    ours = (
        "The papers give no cap: the one asked about is an assumption.",
        "That what a cap holds back is carried forward whole is our reading.",
    )
    return (*words, *(ours if asked.cap_share is not None else ()))


def _say_efficiency(each: EfficiencyShare) -> str:
    said = f"{float(each.share) * 100:g} %: {each.words}"
    return f"{said} Read in: {each.source}." if each.source else said


_EXAMPLES: Final[tuple[Mapping[str, Any], ...]] = (
    {
        "base_cost_pounds": 1_400_000_000,
        "first_year": 2016,
        "cost_growth": 0.02,
        "activity_growth": [0.015, 0.015, 0.01, 0.01, 0.01],
        "catch_up_pounds": 90_000_000,
        "phased_shares": [0, 0.1, 0.3, 0.3, 0.3],
        "cap_share": 0.03,
    },
    {
        "base_cost_pounds": 10_000,
        "years": 2,
        "cost_growth": 0.02,
        "catch_up_pounds": [300, 0],
        "efficiency_share": 0.02,
        "cap_share": 0.03,
    },
)

FIVE_YEAR_RULE: Final = Rule(
    _NAME,
    "What catching up and yearly efficiency save under a cap, and what waits.",
    FiveYearQuestion,
    _answer,
    examples=_EXAMPLES,
    most_listed=MOST_YEARS,
)
FIVE_YEAR_RULES: Final[Mapping[str, Rule]] = MappingProxyType({_NAME: FIVE_YEAR_RULE})
"""The rule on the five-year opportunity, by name."""
