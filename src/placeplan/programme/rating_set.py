"""Named, dated rule sets: which rating each kind of progress earns."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from placeplan.errors import UnknownNameError
from placeplan.periods import Validity
from placeplan.programme.progress import Progress
from placeplan.reference import get_publication
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column

_RATINGS: Final[Listing[dict[str, Any]]] = Listing(
    "rating",
    state_list(
        "progress_ratings",
        Column("rating", "text", "Id: rule set and colour."),
        Column("rule_set", "text", "Id of the rule set."),
        Column("number", "whole", "1 is best.", least=1),
        Column("colour", "text", "Which is never shown without its name."),
        Column("name", "text", "Name for people."),
        Column("about", "text", "What it says of delivery."),
    ),
    dict,
)
_RULES: Final[Listing[dict[str, Any]]] = Listing(
    "progress rule",
    state_list(
        "progress_rules",
        Column("rule", "text", "Id: rule set and progress."),
        Column("rule_set", "text", "Id of the rule set."),
        Column("progress", "text", choices=frozenset(Progress)),
        Column("rating", "text", "Id of the rating that it earns."),
    ),
    dict,
)


@dataclass(frozen=True, slots=True)
class Rating:
    """One rating of a rule set.

    Parameters
    ----------
    number : int
        1 is best.
    colour, name, about : str
        Such as ``amber_green``; name for people; what it says of delivery.
    """

    number: int
    colour: str
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class RatingSet:
    """Ratings and what earns them, over the days in which they hold.

    Parameters
    ----------
    rule_set : str
        Id, such as ``confidence_2021``.
    validity : Validity
        The days on which it holds.
    ratings : tuple of Rating
        Best first.
    earned : tuple of (Progress, Rating)
        What each kind of progress earns.
    source : str
        Where the ratings are published, and whose reading it is what earns them.
    """

    rule_set: str
    validity: Validity
    ratings: tuple[Rating, ...]
    earned: tuple[tuple[Progress, Rating], ...]
    source: str

    def rate(self, progress: Progress) -> Rating:
        """Give the rating that progress earns."""
        return dict(self.earned)[progress]

    def get_rating(self, colour: str) -> Rating:
        """Get a rating by its colour.

        Raises
        ------
        UnknownNameError
            When this rule set has none of that colour.
        """
        for each in self.ratings:
            if each.colour == colour:
                return each
        raise UnknownNameError("rating", colour, (each.colour for each in self.ratings))


@cache
def list_rating_sets() -> tuple[RatingSet, ...]:
    """List every rule set for ratings, that which began first at the front.

    Examples
    --------
    >>> [(each.rule_set, len(each.ratings)) for each in list_rating_sets()]
    [('confidence_2011', 5), ('confidence_2021', 3)]
    """
    names = sorted({row["rule_set"] for row in _RATINGS.values()})
    return tuple(_make_set(name) for name in names)


def _make_set(name: str) -> RatingSet:
    rows = {n: row for n, row in _RATINGS.items() if row["rule_set"] == name}
    ratings = {
        n: Rating(row["number"], row["colour"], row["name"], row["about"])
        for n, row in rows.items()
    }
    rules = [row for row in _RULES.values() if row["rule_set"] == name]
    any_row = next(iter(rows.values()))
    cited = {row["source"]: None for row in [any_row, *rules]}
    return RatingSet(
        name,
        any_row["validity"],
        tuple(sorted(ratings.values(), key=lambda each: each.number)),
        tuple((Progress(row["progress"]), ratings[row["rating"]]) for row in rules),
        "; ".join(_cite(each) for each in cited),
    )


def _cite(id_: str) -> str:
    held = get_publication(id_)
    return f"{held.title}, {held.publisher}, {held.edition}"


def get_rating_set(name: str) -> RatingSet:
    """Get a rule set for ratings by its id.

    Raises
    ------
    UnknownNameError
        When there is none of that id.
    """
    held = {each.rule_set: each for each in list_rating_sets()}
    if name not in held:
        raise UnknownNameError("rule set", name, held)
    return held[name]


def get_rating_set_at(day: date | None = None) -> RatingSet:
    """Get the rule set of a day, or the newest when no day is given.

    A day before the first rule set began is rated by the first.

    Examples
    --------
    >>> get_rating_set_at(date(2019, 10, 31)).rule_set, get_rating_set_at().rule_set
    ('confidence_2011', 'confidence_2021')
    """
    sets = list_rating_sets()
    if day is None:
        return sets[-1]
    return next((each for each in sets if each.validity.contains(day)), sets[0])
