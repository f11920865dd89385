"""What the commands say, and that they leave the record behind."""

import pytest
import typer
from typer.testing import CliRunner

from factories.account_factory import PASSWORD, UserFactory
from placeplan_web.accounts.models import User
from placeplan_web.audit.queries import find_head, list_entries
from placeplan_web.audit.triggers import drop_triggers
from placeplan_web.config import commands
from placeplan_web.config.demonstration import ACCOUNT, renew_account

pytestmark = pytest.mark.django_db


def call(name, *words, answers=None):
    app = typer.Typer()
    app.command(name)(getattr(commands, name))
    return CliRunner().invoke(app, list(words), input=answers)


def test_user_is_added_with_a_password_shown_once():
    done = call("user", "add", "secretary", "--organisation", "km-stp")

    first, second = done.stdout.splitlines()
    user = User.objects.get(username="secretary")
    assert first == "secretary may sign in now."
    assert user.check_password(second.removeprefix("Password, shown this once: "))
    assert user.organisation == "km-stp"
    assert not user.is_staff


def test_user_may_be_given_a_password_that_is_not_shown():
    done = call(
        "user", "add", "secretary", "--ask", answers=f"{PASSWORD}\n{PASSWORD}\n"
    )

    assert User.objects.get(username="secretary").check_password(PASSWORD)
    assert PASSWORD not in done.stdout


def test_user_who_cannot_be_added_is_told_why():
    done = call("user", "add", "The Secretary")

    assert done.exit_code == 2
    assert "small letters" in done.stderr
    assert User.objects.count() == 0


def test_weak_password_is_refused():
    UserFactory(username="secretary")

    done = call("user", "password", "secretary", "--ask", answers="short\nshort\n")

    assert done.exit_code == 2
    assert User.objects.get().check_password(PASSWORD)


def test_user_gets_a_new_password():
    UserFactory(username="secretary")

    done = call("user", "password", "secretary")

    shown = done.stdout.splitlines()[1].removeprefix("Password, shown this once: ")
    assert User.objects.get().check_password(shown)


@pytest.mark.parametrize(
    ("action", "verb", "words"),
    [
        ("unlock", "unlock", "may try to sign in again now"),
        ("remove-second-factor", "end-sessions", "has no second factor any more"),
    ],
)
def test_user_who_cannot_sign_in_is_helped(action, verb, words):
    user = UserFactory(username="secretary")

    done = call("user", action, "secretary")

    assert words in done.output
    entry = list_entries("accounts.user", user.public_id).get()
    assert (entry.by, entry.verb) == ("command", verb)


def test_user_is_closed_and_that_is_on_the_record():
    user = UserFactory(username="secretary")

    done = call("user", "close", "secretary")

    assert "may not sign in any more" in done.stdout
    entry = list_entries("accounts.user", user.public_id).get()
    assert (entry.by, entry.verb) == ("command", "close")


def test_unknown_user_is_told():
    done = call("user", "close", "nobody")

    assert done.exit_code == 2
    assert "There is no user 'nobody'." in done.stderr


def test_audit_that_is_whole_says_so_with_its_head():
    call("user", "add", "secretary")

    done = call("audit", "verify")

    head = find_head()
    assert done.exit_code == 0
    assert done.stdout == f"The audit is whole: 1 entry, head 1:{head.digest}.\n"
    assert call("audit", "head").stdout == f"1:{head.digest}\n"


def test_audit_that_was_changed_says_where():
    from django.db import connection

    from placeplan_web.audit.models import AuditEntry

    call("user", "add", "secretary")
    call("user", "close", "secretary")
    drop_triggers(connection)
    AuditEntry.objects.filter(sequence=2).update(verb="opened")

    done = call("audit", "verify")

    assert done.exit_code == 2
    assert "changed at entry 2" in done.stderr


def test_audit_is_compared_with_a_head_noted_down():
    call("user", "add", "secretary")

    assert call("audit", "verify", "--head", f"1:{find_head().digest}").exit_code == 0
    assert call("audit", "verify", "--head", f"1:{'f' * 64}").exit_code == 2
    refused = call("audit", "verify", "--head", "yesterday")
    assert refused.exit_code == 2
    assert "a colon and 64 signs" in refused.stderr


def test_backup_and_restore_say_how_much_there_was(tmp_path):
    call("user", "add", "secretary")
    path = tmp_path / "today.tar.gz"

    written = call("backup", str(path))
    restored = call("restore", str(path), "--replace")

    assert written.exit_code == restored.exit_code == 0
    assert written.stdout.endswith("0 files, 1 audit entry.\n")
    assert restored.stdout.startswith("Restored and compared: ")


def test_demonstration_account_gets_a_new_password_each_time():
    first = renew_account()
    second = renew_account()

    user = User.objects.get(username=ACCOUNT)
    assert first != second
    assert user.check_password(second)
