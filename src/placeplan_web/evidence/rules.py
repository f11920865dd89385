"""Who may see and do what with plan folders and runs."""

import rules

from placeplan_web.accounts.models import User
from placeplan_web.evidence.models import Dataset, Run


@rules.predicate
def is_owner(user: User, record: Dataset | Run | None) -> bool:
    return record is not None and record.owner_id == user.pk and user.pk is not None


@rules.predicate
def is_colleague(user: User, record: Dataset | Run | None) -> bool:
    """Is somebody of the owner's organisation; an empty one joins nobody."""
    mine = getattr(user, "organisation", "")
    return record is not None and bool(mine) and record.organisation == mine


@rules.predicate
def is_open(user: User, record: Dataset | Run | None) -> bool:
    """Is open to everyone: an example, or a run that was released."""
    if isinstance(record, Dataset):
        return record.is_example
    return record is not None and record.released_at is not None


rules.add_perm("evidence.read_dataset", is_open | is_owner | is_colleague)
rules.add_perm(
    "evidence.run_dataset", rules.is_authenticated & (is_open | is_owner | is_colleague)
)
rules.add_perm("evidence.withdraw_dataset", is_owner | rules.is_staff)
rules.add_perm("evidence.read_run", is_open | is_owner | is_colleague)
rules.add_perm("evidence.steer_run", is_owner | rules.is_staff)
rules.add_perm("evidence.release_run", is_owner | rules.is_staff)
