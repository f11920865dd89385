"""Give out references of decisions, such as DN-2019-07, to one writer at a time."""

import re

from django.db import connection

from placeplan_web.governance.models import Decision

DECISION_LOCK = 7_052_630_041  # any number that nothing else locks on


def give_decision_reference(decision: Decision) -> None:
    """Give a decision the number after the highest of its year."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [DECISION_LOCK])
    start = f"{Decision.PREFIX}{decision.decided_on.year}-"
    taken = Decision.objects.filter(reference__startswith=start)
    numbers = (
        re.fullmatch(re.escape(start) + r"(\d+)", each)
        for each in taken.values_list("reference", flat=True)
    )
    highest = max((int(found[1]) for found in numbers if found), default=0)
    decision.reference = f"{start}{highest + 1:02}"
