"""What stands on a day, of records that may have no known start or end."""

from datetime import date
from typing import Any

from django.db.models import Q


def stands_on(day: date, prefix: str = "") -> Q:
    """Hold for records in force on a day; a missing end is open."""
    starts, ends = f"{prefix}starts_on", f"{prefix}ends_on"
    begun = Q(**{f"{starts}__isnull": True}) | Q(**{f"{starts}__lte": day})
    lasts = Q(**{f"{ends}__isnull": True}) | Q(**{f"{ends}__gte": day})
    return begun & lasts


def has_day(record: Any, day: date) -> bool:
    """Tell the same as `stands_on` of a record that is read already."""
    starts, ends = record.starts_on, record.ends_on
    return (starts is None or starts <= day) and (ends is None or day <= ends)
