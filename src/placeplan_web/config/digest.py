"""The words of ``placeplan digest``: a short message a day to those who asked."""

import logging
from datetime import date, datetime
from smtplib import SMTPException

import typer
from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import timezone

from placeplan.programme import DueState, Duty
from placeplan_web.config.actor import COMMAND
from placeplan_web.programme.models import DigestAddress
from placeplan_web.programme.operations.reminder import note_sent
from placeplan_web.programme.presenters.my_work import write_digest
from placeplan_web.programme.queries.duty import list_own

log = logging.getLogger(__name__)


def send_digests(*, send: bool) -> int:
    """Send a digest to each who asked and has something to do; give the exit code."""
    if send and not settings.PLACEPLAN_ADDRESS:
        typer.echo(
            "Say where the pages are, for the link in the message: set "
            "PLACEPLAN_ADDRESS, such as https://plan.example.org.",
            err=True,
        )
        return 2
    now, today = timezone.now(), timezone.localdate()
    asked = DigestAddress.objects.filter(user__is_active=True).select_related("user")
    pressing = [
        (held, duties)
        for held in asked.exclude(sent_on=today).order_by("pk")
        if (duties := list_pressing(held, today))
    ]
    if not send:
        typer.echo(
            f"{len(pressing)} would be sent now. Nothing was sent: add --send to do it."
        )
        return 0
    failed = sum(not _send(held, duties, today, now) for held, duties in pressing)
    typer.echo(f"{len(pressing) - failed} sent, {failed} failed.")
    return 1 if failed else 0


def list_pressing(held: DigestAddress, today: date) -> list[Duty]:
    """List what is due from somebody; nothing where all of it can wait."""
    duties = list(list_own(held.user, today).duties)
    is_pressing = any(duty.state is not DueState.LATER for duty in duties)
    return duties if is_pressing else []


def _send(held: DigestAddress, duties: list[Duty], today: date, now: datetime) -> bool:
    link = settings.PLACEPLAN_ADDRESS.rstrip("/") + reverse("programme:my-work")
    subject, text = write_digest(duties, link, settings.PLACEPLAN_NAME)
    try:
        send_mail(subject, text, None, [held.address])
    except (OSError, SMTPException) as error:
        # The address stays out of the log: its row is named by an id that says nothing.
        log.warning("Digest %s was not sent: %s", held.public_id, type(error).__name__)
        return False
    note_sent(by=COMMAND, held=held, on=today, at=now)
    return True
