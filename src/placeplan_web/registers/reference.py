"""Give out references, such as RSK-16 after RSK-15, to one writer at a time."""

import re
from collections.abc import Sequence

from django.db import connection

from placeplan_web.registers.models import REFERENCE_DIGITS, RegisterRecord

REFERENCE_LOCK = 7_052_630_030  # any number that nothing else locks on


def give_references(records: Sequence[RegisterRecord]) -> None:
    """Give each record without a reference the one after the highest of its register.

    All are of one register. References that others of them bring along count as taken.
    """
    waiting = [record for record in records if not record.reference]
    if not waiting:
        return
    first = waiting[0]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [REFERENCE_LOCK])
    kept = type(first)._default_manager.filter(
        reference__startswith=first.PREFIX, **first.list_neighbours()
    )
    taken = [*kept.values_list("reference", flat=True)]
    taken += [record.reference for record in records]
    pattern = re.compile(re.escape(first.PREFIX) + r"(\d+)")
    numbers = (pattern.fullmatch(reference) for reference in taken)
    highest = max((int(found[1]) for found in numbers if found), default=0)
    for number, record in enumerate(waiting, start=highest + 1):
        record.reference = f"{record.PREFIX}{number:0{REFERENCE_DIGITS}}"
