"""What stands on a day, of records that may have no known start or end."""

from datetime import date

from django.db.models import Q


def stands_on(day: date, prefix: str = "") -> Q:
    """Hold for records in force on a day; a missing end is open."""
    starts, ends = f"{prefix}starts_on", f"{prefix}ends_on"
    begun = Q(**{f"{starts}__isnull": True}) | Q(**{f"{starts}__lte": day})
    lasts = Q(**{f"{ends}__isnull": True}) | Q(**{f"{ends}__gte": day})
    return begun & lasts
