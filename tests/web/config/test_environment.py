"""An installation is set by environment variables, and a wrong one is told in words."""

import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from placeplan_web.config.environment import (
    Environment,
    parse_database_url,
    read_or_make_secret,
)


def test_secret_is_made_once_and_for_its_owner_alone(tmp_path):
    path = tmp_path / "secret-key"

    made = read_or_make_secret(path)

    assert len(made) > 80
    assert read_or_make_secret(path) == made
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["secret-key"]


def test_secret_made_by_another_start_at_the_same_moment_is_kept(tmp_path, monkeypatch):
    path = tmp_path / "secret-key"
    path.write_text("the-other-one")
    monkeypatch.setattr(type(path), "exists", lambda _: False)

    assert read_or_make_secret(path) == "the-other-one"


def test_home_is_made_when_missing(tmp_path):
    home = Environment({"PLACEPLAN_HOME": str(tmp_path / "far" / "var")}).home

    assert home == tmp_path / "far" / "var"
    assert home.is_dir()


def test_home_is_the_folder_var_by_default(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert Environment({}).home == tmp_path / "var"


@pytest.mark.parametrize(("word", "expected"), [("yes", True), ("0", False)])
def test_flag_reads_plain_words(word, expected):
    assert Environment({"PLACEPLAN_DEBUG": word}).flag("DEBUG") is expected


def test_flag_refuses_another_word():
    with pytest.raises(ImproperlyConfigured, match="Set it to yes or no"):
        Environment({"PLACEPLAN_DEBUG": "perhaps"}).flag("DEBUG")


def test_whole_number_refuses_another_word():
    assert Environment({}).whole("PROXIES", 1) == 1
    with pytest.raises(ImproperlyConfigured, match="whole number"):
        Environment({"PLACEPLAN_PROXIES": "-1"}).whole("PROXIES", 0)


def test_names_may_be_parted_by_commas_or_spaces():
    environment = Environment({"PLACEPLAN_HOSTS": "plan.example.org, www.example.org"})

    assert environment.names("HOSTS") == ["plan.example.org", "www.example.org"]


def test_no_database_address_means_sqlite_below_home(tmp_path):
    found = parse_database_url("", tmp_path)

    assert found["ENGINE"] == "django.db.backends.sqlite3"
    assert found["NAME"] == str(tmp_path / "placeplan.sqlite3")
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]


def test_postgresql_address_is_taken_apart(tmp_path):
    url = "postgresql://plan%40x:p%2Fw@db.example.org:5433/place?sslmode=require"

    found = parse_database_url(url, tmp_path)

    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert (found["USER"], found["PASSWORD"]) == ("plan@x", "p/w")
    assert (found["HOST"], found["PORT"]) == ("db.example.org", 5433)
    assert (found["NAME"], found["OPTIONS"]) == ("place", {"sslmode": "require"})


def test_unknown_database_address_is_told_in_words(tmp_path):
    with pytest.raises(ImproperlyConfigured, match="Begin it with sqlite"):
        parse_database_url("mysql://x/y", tmp_path)


def test_every_variable_is_in_the_manual():
    root = Path(__file__).parents[3]
    folder = root / "src/placeplan_web/config"
    code = "".join(path.read_text() for path in folder.glob("*.py"))
    read = set(re.findall(r"""(?:environment|self)\.\w+\(\s*"([A-Z_]+)\"""", code))
    manual = (root / "docs/how-to/run-it-for-real.md").read_text(encoding="utf-8")

    told = set(re.findall(r"^\| `PLACEPLAN_([A-Z_]+)`", manual, re.M))
    assert read == told


def ask(question, home, **variables):
    """Read the settings as a fresh start with `variables` would."""
    told = {f"PLACEPLAN_{name}": value for name, value in variables.items()}
    lines = (
        "import django; django.setup(); from django.conf import settings; "
        f"print({question})"
    )
    done = subprocess.run(
        [sys.executable, "-c", lines],
        env={
            "DJANGO_SETTINGS_MODULE": "placeplan_web.config.settings",
            "PLACEPLAN_HOME": str(home),
            **told,
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_nothing_set_is_safe(tmp_path):
    question = (
        "settings.DEBUG, settings.ALLOWED_HOSTS, settings.SECURE_HSTS_SECONDS, "
        "settings.SESSION_COOKIE_SECURE"
    )
    expected = "False ['localhost', '127.0.0.1', '[::1]'] 0 False"

    assert ask(question, tmp_path) == expected


def test_behind_tls_cookies_and_hosts_are_strict(tmp_path):
    question = (
        "settings.SESSION_COOKIE_SECURE, settings.SECURE_SSL_REDIRECT, "
        "settings.CSRF_TRUSTED_ORIGINS"
    )

    found = ask(question, tmp_path, BEHIND_TLS="yes", HOSTS="plan.example.org")

    assert found == "True True ['https://plan.example.org']"


def test_deployment_check_finds_nothing_to_mend(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level=WARNING"],
        env={
            "DJANGO_SETTINGS_MODULE": "placeplan_web.config.settings",
            "PLACEPLAN_HOME": str(tmp_path),
            "PLACEPLAN_BEHIND_TLS": "yes",
            "PLACEPLAN_HOSTS": "plan.example.org",
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
