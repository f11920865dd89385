"""Slow twins of rules of governance, from the words of the law and of the papers.

Bank holidays are worked out: Easter as Meeus, Jones and Butcher have it, the others by
the Banking and Financial Dealings Act 1971, schedule 1, with the proclamations of 2012
(Jubilee), 2020 (early May moved), 2022 (Jubilee, state funeral) and 2023 (Coronation).
"""

from datetime import date, timedelta
from decimal import Decimal

DAY = timedelta(days=1)
SATURDAY = 5
MOVED = {
    (2012, "spring"): [date(2012, 6, 4), date(2012, 6, 5)],
    (2020, "early May"): [date(2020, 5, 8)],
    (2022, "spring"): [date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)],
    (2023, "early May"): [date(2023, 5, 1), date(2023, 5, 8)],
}


def find_easter(year):
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def list_bank_holidays(year):
    easter = find_easter(year)
    found = [easter - 2 * DAY, easter + DAY, find_monday(date(year, 8, 25))]
    found += MOVED.get((year, "early May"), [find_monday(date(year, 5, 1))])
    found += MOVED.get((year, "spring"), [find_monday(date(year, 5, 25))])
    found += [find_free(date(year, 1, 1), found)]
    fixed = [date(year, 12, 25), date(year, 12, 26)]
    on_weekdays = [day for day in fixed if day.weekday() < SATURDAY]
    for day in fixed:
        taken = [each for each in on_weekdays if each != day]
        on_weekdays.append(find_free(day, taken))
    return {*found, *on_weekdays}


def find_monday(first):
    while first.weekday() != 0:
        first += DAY
    return first


def find_free(day, taken):
    while day.weekday() >= SATURDAY or day in taken:
        day += DAY
    return day


def count_clear_days_slowly(published_on, meeting_on):
    count, day = 0, published_on + DAY
    while day < meeting_on:
        holiday = day in list_bank_holidays(day.year)
        count += day.weekday() < SATURDAY and not holiday
        day += DAY
    return count


def is_ratified_slowly(rule, outcomes):
    """Say where it stands; the first body leads."""
    agreed, refused = outcomes.count("agreed"), outcomes.count("refused")
    if rule == "all":
        effective, failed = agreed == len(outcomes), refused > 0
    elif rule == "majority":
        effective = 2 * agreed > len(outcomes)
        failed = 2 * (len(outcomes) - refused) <= len(outcomes)
    else:
        effective, failed = outcomes[0] == "agreed", outcomes[0] == "refused"
    return "effective" if effective else "failed" if failed else "pending"


def is_declared_slowly(gifts):
    """Say whether what one donor gave somebody of the NHS is declared.

    Each gift is its worth, day, kind and whether a supplier gave it. Over £6 of a
    supplier and over £50 of others in 12 months, hospitality from £25.
    """
    for _, last, _, _ in gifts:
        sums = {"supplier": Decimal(0), "gift": Decimal(0), "hospitality": Decimal(0)}
        for worth, day, kind, from_supplier in gifts:
            name = "supplier" if kind == "gift" and from_supplier else kind
            if day <= last < date(day.year + 1, day.month, day.day):
                sums[name] += worth
        if sums["supplier"] > 6 or sums["gift"] > 50 or sums["hospitality"] >= 25:
            return True
    return False


def has_due_regard_slowly(members, readings, version, decided_at):
    """Say whether each of those who decide had read the version, or a newer, before."""
    for member in members:
        had_read = False
        for each in readings:
            if each.who == member and each.version >= version:
                had_read = had_read or (decided_at - each.at).total_seconds() > 0
        if not had_read:
            return False
    return True
