"""Who may see and do what with plan folders and runs."""

from collections.abc import Mapping
from typing import Final

from rules.permissions import add_perm
from rules.predicates import Predicate, is_authenticated, is_staff, predicate

from placeplan_web.accounts.models import User
from placeplan_web.evidence.models import Dataset, Run


@predicate  # type: ignore[untyped-decorator] # rules has no types
def is_owner(user: User, record: Dataset | Run | None) -> bool:
    return record is not None and record.owner_id == user.pk and user.pk is not None


@predicate  # type: ignore[untyped-decorator] # rules has no types
def is_colleague(user: User, record: Dataset | Run | None) -> bool:
    """Is somebody of the owner's organisation; an empty one joins nobody."""
    mine = getattr(user, "organisation", "")
    return record is not None and bool(mine) and record.organisation == mine


@predicate  # type: ignore[untyped-decorator] # rules has no types
def is_open(user: User, record: Dataset | Run | None) -> bool:
    """Is open to everyone: an example, a released run, or the plan of one."""
    if isinstance(record, Dataset):
        released = record.runs.filter(released_at__isnull=False)
        return record.is_example or released.exists()
    return record is not None and record.released_at is not None


@predicate  # type: ignore[untyped-decorator] # rules has no types
def is_nobodys(user: User, record: Dataset | Run | None) -> bool:
    """Has no owner, as the example, so that staff look after it."""
    return record is not None and record.owner_id is None


@predicate  # type: ignore[untyped-decorator] # rules has no types
def may_open_plan(user: User, run: Run | None) -> bool:
    """Own the plan folder that a release opens for good, or find it open already."""
    if run is None:
        return False
    return bool(is_owner(user, run.dataset) or is_open(user, run.dataset))


MAY_READ: Final = is_owner | is_colleague | is_open
MAY_CHANGE: Final = is_owner | (is_staff & is_nobodys)
PERMISSIONS: Final[Mapping[str, Predicate]] = {
    "evidence.read_dataset": MAY_READ,
    "evidence.run_dataset": is_authenticated & MAY_READ,
    "evidence.withdraw_dataset": MAY_CHANGE,
    "evidence.read_run": MAY_READ,
    "evidence.steer_run": MAY_CHANGE,
    "evidence.release_run": MAY_CHANGE & may_open_plan,
}
for name, rule in PERMISSIONS.items():
    add_perm(name, rule)  # type: ignore[no-untyped-call] # rules has no types
