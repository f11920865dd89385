"""The audit of second factors, in the transaction in which one is added or removed."""

from typing import Any

from allauth.core import context
from allauth.mfa.models import Authenticator
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone

from placeplan_web.audit.operations import record

KIND = "accounts.user"


@receiver(post_save, sender=Authenticator, dispatch_uid="second_factor_added")
def note_added(
    sender: object, instance: Authenticator, *, created: bool, raw: bool, **_: Any
) -> None:
    if created and not raw:
        _note("add-second-factor", instance)


@receiver(post_delete, sender=Authenticator, dispatch_uid="second_factor_removed")
def note_removed(sender: object, instance: Authenticator, **_: Any) -> None:
    _note("remove-second-factor", instance)


def _note(verb: str, factor: Authenticator) -> None:
    """Note which sort of factor it is, and whose; never anything of its secret."""
    record(
        by=find_actor(factor.user.public_id),
        verb=verb,
        kind=KIND,
        identifier=factor.user.public_id,
        changes={"factor": str(factor.type)},
        at=timezone.now(),
    )


def find_actor(otherwise: object) -> str:
    """Give the id of whoever asks; `otherwise` where nobody has signed in yet."""
    user = getattr(context.request, "user", None)
    return str(getattr(user, "public_id", None) or otherwise)
