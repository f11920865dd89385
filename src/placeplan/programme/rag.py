"""Ratings: computed from dates first, judged second, with words when they differ."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from placeplan.errors import Fault, InputError
from placeplan.programme.milestone import MilestonePlan
from placeplan.programme.progress import Progress, explain_progress, find_progress
from placeplan.programme.rating_set import Rating, RatingSet

_REMEDY = "Say why the judged rating differs from what the dates give."


@dataclass(frozen=True, slots=True)
class MilestoneRating:
    """How a milestone is rated on a day.

    Parameters
    ----------
    progress : Progress
        By its dates.
    computed : Rating
        What that progress earns.
    judged : Rating or None
        What somebody judges it to be; None while nobody does.
    words : str
        Why the judged rating differs; empty when it does not.
    reason : str
        Why the computed one is what it is, in a sentence.
    slip_days : int
        By how many days it slips past its baseline.
    """

    progress: Progress
    computed: Rating
    judged: Rating | None
    words: str
    reason: str
    slip_days: int

    @property
    def rating(self) -> Rating:
        """What is shown: the judged rating where there is one."""
        return self.judged or self.computed

    @property
    def differs(self) -> bool:
        """Whether somebody judges it other than its dates do."""
        return self.judged is not None and self.judged != self.computed


def rate_milestone(
    plan: MilestonePlan,
    as_at: date,
    rating_set: RatingSet,
    *,
    judged: str | None = None,
    words: str = "",
) -> MilestoneRating:
    """Rate a milestone by its dates, and hold a judged rating against that.

    Parameters
    ----------
    plan : MilestonePlan
        Its dates.
    as_at : date
        The day on which one looks.
    rating_set : RatingSet
        Which rules; `get_rating_set_at` gives those of a day.
    judged : str or None
        Colour that somebody judges it to be, such as ``amber``.
    words : str
        Why it differs, where it does.

    Raises
    ------
    InputError
        When a judged rating differs from the computed one and nothing says why.
    UnknownNameError
        When the rule set has no such colour.

    Examples
    --------
    >>> from placeplan.programme.interval import DateInterval
    >>> from placeplan.programme.rating_set import get_rating_set
    >>> plan = MilestonePlan(DateInterval.parse("October 2019"))
    >>> three = get_rating_set("confidence_2021")
    >>> rated = rate_milestone(plan, date(2019, 11, 1), three)
    >>> rated.rating.name, rated.reason
    ('Red', 'It slips by 1 day past 31 October 2019, and its project allows none.')
    >>> rate_milestone(plan, date(2019, 11, 1), three, judged="green")
    Traceback (most recent call last):
    ...
    placeplan.errors.InputError: 1 fault found; nothing was changed.
      milestone, words: expected words, since Green is judged where the dates give \
Red. Say why the judged rating differs from what the dates give.
    """
    progress = find_progress(plan, as_at)
    computed = rating_set.rate(progress)
    chosen = None if judged is None else rating_set.get_rating(judged)
    said = " ".join(words.split())
    differs = chosen is not None and chosen != computed
    if chosen is not None and differs and not said:
        expected = (
            f"words, since {chosen.name} is judged where the dates give {computed.name}"
        )
        raise InputError([Fault("milestone", "words", expected, "", _REMEDY)])
    return MilestoneRating(
        progress,
        computed,
        chosen,
        said if differs else "",
        explain_progress(plan, as_at),
        plan.find_slip_days(as_at),
    )


def find_worst(ratings: Iterable[Rating]) -> Rating | None:
    """Find the worst of ratings of one rule set: a project is as its worst milestone.

    Returns
    -------
    Rating or None
        None where there is nothing to rate.
    """
    return max(ratings, key=lambda each: each.number, default=None)
