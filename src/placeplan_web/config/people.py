"""The words of ``placeplan user``."""

import typer
from django.core.exceptions import ValidationError
from django.utils import timezone

from placeplan_web.accounts.models import User
from placeplan_web.accounts.operations import (
    add_user,
    change_password,
    close_account,
    remove_second_factor,
    unlock_account,
)
from placeplan_web.accounts.password import make_password
from placeplan_web.config.actor import COMMAND


def add(name: str, *, organisation: str, is_staff: bool, ask: bool) -> None:
    password = _choose_password(ask=ask)
    try:
        add_user(
            by=COMMAND,
            username=name,
            password=password,
            at=timezone.now(),
            organisation=organisation,
            is_staff=is_staff,
        )
    except ValidationError as error:
        raise _refuse(error) from error
    typer.echo(f"{name} may sign in now.")
    _show(password, asked=ask)


def renew(name: str, *, ask: bool) -> None:
    password = _choose_password(ask=ask)
    try:
        change_password(
            by=COMMAND, user=_find(name), password=password, at=timezone.now()
        )
    except ValidationError as error:
        raise _refuse(error) from error
    typer.echo(f"{name} has a new password.")
    _show(password, asked=ask)


def close(name: str) -> None:
    close_account(by=COMMAND, user=_find(name), at=timezone.now())
    typer.echo(f"{name} may not sign in any more. What they made stays.")


def unlock(name: str) -> None:
    unlock_account(by=COMMAND, user=_find(name), at=timezone.now())
    typer.echo(f"{name} may try to sign in again now.")


def take_second_factor(name: str) -> None:
    remove_second_factor(by=COMMAND, user=_find(name), at=timezone.now())
    typer.echo(f"{name} has no second factor any more, and is signed out everywhere.")


def _choose_password(*, ask: bool) -> str:
    if not ask:
        return make_password()
    answer: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    return answer


def _show(password: str, *, asked: bool) -> None:
    if not asked:
        typer.echo(f"Password, shown this once: {password}")


def _find(name: str) -> User:
    user = User.objects.filter(username=name).first()
    if user is None:
        raise typer.BadParameter(f"There is no user {name!r}.")
    return user


def _refuse(error: ValidationError) -> typer.BadParameter:
    return typer.BadParameter(" ".join(error.messages))
