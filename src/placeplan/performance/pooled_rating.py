"""Pooled ratings: those of several bodies, weighed by their people into one number."""

from collections.abc import Mapping

from placeplan.errors import Fault, InputError


def pool_ratings(
    ratings: Mapping[str, int], people: Mapping[str, float] | None = None
) -> float:
    """Pool the ratings of several bodies into one number.

    ::

        system = sum(people[c] * rating[c]) / sum(people[c])

    Parameters
    ----------
    ratings : mapping of str to int
        Category of each body, 1 best.
    people : mapping of str to float or None
        People of each body; each counts the same when None, which is then said beside
        the number.

    Returns
    -------
    float
        Between the best and the worst of them.

    Raises
    ------
    InputError
        When there is no rating, or a body has no people.

    Notes
    -----
    Trade press pooled the ratings of clinical commissioning groups to systems so in
    2017 (outstanding 1, good 2, requires improvement 3, inadequate 4).

    Examples
    --------
    >>> pool_ratings({"a": 2, "b": 4}), pool_ratings({"a": 2, "b": 4}, {"a": 3, "b": 1})
    (3.0, 2.5)
    """
    if not ratings:
        fault = Fault("ratings", "", "a rating", "none", "Give at least one rating.")
        raise InputError([fault])
    weights = dict.fromkeys(ratings, 1.0) if people is None else people
    lost = [body for body in ratings if not weights.get(body, 0) > 0]
    if lost:
        remedy = "Give the people of each body, or leave people out for all of them."
        found = ", ".join(lost) + " without people"
        raise InputError([Fault("ratings", "people", "people of each", found, remedy)])
    total = sum(weights[body] for body in ratings)
    return sum(weights[body] * rating for body, rating in ratings.items()) / total
