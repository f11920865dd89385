"""Make the demonstration ready: places, a released run of the plan, an account."""

from datetime import date, datetime
from pathlib import Path

import typer
from django.utils import timezone

from placeplan.governance.folder import has_governance
from placeplan.plan import MANIFEST_FILE
from placeplan.programme import has_programme
from placeplan_web.accounts.models import User
from placeplan_web.accounts.operations import add_user, change_password
from placeplan_web.accounts.password import make_password
from placeplan_web.config.actor import COMMAND
from placeplan_web.config.start import prepare
from placeplan_web.evidence.example import prepare_example
from placeplan_web.evidence.fact_load import load_facts
from placeplan_web.evidence.operations import RefusedError
from placeplan_web.governance.operations.load import load_governance
from placeplan_web.initiatives.operations.load import load_initiatives
from placeplan_web.money.operations.load import has_ledger, load_ledger
from placeplan_web.performance.operations import load_performance
from placeplan_web.places.appointment import add_post, appoint
from placeplan_web.places.models import Place, Post
from placeplan_web.places.operations import load_registry
from placeplan_web.programme.models import Programme, RoleKind
from placeplan_web.programme.operations.load import load_programme
from placeplan_web.programme.operations.role import give_role

ACCOUNT = "demonstration"
ORGANISATION = "km-stp"
POST = "Programme office (demonstration)"
FIRST_DAY = date(2016, 3, 9)  # the first paper of the example


def prepare_demonstration(folder: Path) -> None:
    """Bring everything up to date, load the example, and show how to sign in."""
    if not (folder / MANIFEST_FILE).is_file():
        raise typer.BadParameter(
            f"There is no plan in {folder}. Call this in the folder of the project, or "
            "name a plan folder."
        )
    prepare()
    typer.echo(f"Loading {folder} and running its plan, unless that was done before.")
    load_registry(folder=folder, by=COMMAND)
    load_performance(folder=folder, by=COMMAND)
    load_facts(folder=folder, by=COMMAND)
    if has_ledger(folder):
        load_ledger(folder=folder, by=COMMAND)
    if has_programme(folder):
        load_programme(folder=folder, by=COMMAND)
    if has_governance(folder):
        load_governance(folder=folder, by=COMMAND)
    try:
        run = prepare_example(folder)
    except RefusedError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    load_initiatives(dataset=run.dataset, at=timezone.now())
    typer.echo(f"Run {run.public_id} of {run.dataset.title} is released.")
    password = renew_account()
    give_parts()
    typer.echo(f"Sign in as {ACCOUNT} with the password {password}")


def renew_account() -> str:
    """Give the demonstration account a new password, shown this once."""
    password, now = make_password(), timezone.now()
    user = User.objects.filter(username=ACCOUNT).first()
    if user:
        change_password(by=COMMAND, user=user, password=password, at=now)
    else:
        add_user(
            by=COMMAND,
            username=ACCOUNT,
            password=password,
            at=now,
            organisation=ORGANISATION,
        )
    return password


def give_parts() -> None:
    """Let the demonstration account work in every programme that the example has."""
    now = timezone.now()
    user = User.objects.get(username=ACCOUNT)
    post = find_or_add_post(user, now)
    if post is None:
        return
    waiting = Programme.objects.exclude(roles__post=post)
    for programme in waiting:
        give_role(
            by=COMMAND,
            programme=programme,
            post=post,
            role=RoleKind.LEAD,
            starts_on=FIRST_DAY,
            at=now,
        )


def find_or_add_post(user: User, now: datetime) -> Post | None:
    """Give the post of the demonstration account, added the first time."""
    organisation = Place.objects.filter(slug=ORGANISATION).first()
    if organisation is None:
        return None
    post = Post.objects.filter(organisation=organisation, title=POST).first()
    if post is None:
        post = add_post(
            by=COMMAND,
            organisation=organisation,
            title=POST,
            starts_on=FIRST_DAY,
            at=now,
        )
    if not post.holdings.filter(user=user).exists():
        appoint(by=COMMAND, post=post, user=user, starts_on=FIRST_DAY, at=now)
    return post
