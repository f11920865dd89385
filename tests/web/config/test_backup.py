"""A backup comes back equal, row by row and file by file, or not at all."""

import gzip
import io
import json
import stat
import tarfile
from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.db import connection

from factories.account_factory import UserFactory
from placeplan_web.accounts.models import User
from placeplan_web.accounts.operations import close_account
from placeplan_web.audit.models import AuditEntry
from placeplan_web.audit.queries import verify
from placeplan_web.audit.triggers import create_triggers, drop_triggers
from placeplan_web.config import restore
from placeplan_web.config.backup import write_backup
from placeplan_web.config.errors import BackupError, RestoreRefusedError
from placeplan_web.config.restore import restore_backup
from placeplan_web.config.table_lines import digest_lines, list_models, write_lines

pytestmark = pytest.mark.django_db(transaction=True)
NOON = datetime(2019, 7, 12, 12, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture
def media(settings):
    folder = settings.MEDIA_ROOT
    (folder / "runs" / "one").mkdir(parents=True)
    (folder / "runs" / "one" / "results.csv").write_bytes(b"year,value\n2016,-110\n")
    (folder / "runs" / "naïve name").write_bytes(b"\x00\xff" * 700_000)
    return folder


@pytest.fixture
def kept(media):
    """Fill every kind of record; give what is kept."""
    user = UserFactory(username="closed", joined_at=NOON)
    UserFactory(username="open", is_staff=True, last_login=NOON + timedelta(days=1))
    close_account(by="command", user=user, at=NOON)
    close_account(by="command", user=user, at=NOON + timedelta(microseconds=1))
    return read_all(media)


def read_all(media):
    tables = {
        model._meta.db_table: list(write_lines(model)) for model in list_models(apps)
    }
    files = {
        path.relative_to(media).as_posix(): path.read_bytes()
        for path in media.rglob("*")
        if path.is_file()
    }
    return tables, files


def change_everything(media):
    User.objects.filter(username="open").delete()
    close_account(by="command", user=UserFactory(username="newcomer"), at=NOON)
    (media / "runs" / "one" / "results.csv").write_bytes(b"spoilt")
    (media / "later").write_bytes(b"new")


def test_everything_comes_back_as_it_was(kept, media, tmp_path):
    path = tmp_path / "today.tar.gz"
    manifest = write_backup(path)
    change_everything(media)
    assert read_all(media) != kept

    restored = restore_backup(path, replace=True)

    assert read_all(media) == kept
    assert verify(restored.head).entries == 2
    assert restored == manifest
    assert restored.media.keys() == {"runs/one/results.csv", "runs/naïve name"}
    assert User.objects.get(username="closed").joined_at == NOON


def test_records_go_on_after_a_restore(kept, tmp_path):
    write_backup(tmp_path / "today.tar.gz")
    restore_backup(tmp_path / "today.tar.gz", replace=True)

    user = UserFactory(username="after")
    close_account(by="command", user=user, at=NOON)

    assert verify().entries == 3
    assert user.pk > User.objects.get(username="open").pk


def test_audit_is_guarded_again_after_a_restore(kept, tmp_path):
    write_backup(tmp_path / "today.tar.gz")
    restore_backup(tmp_path / "today.tar.gz", replace=True)

    with pytest.raises(Exception, match="never"):
        AuditEntry.objects.update(verb="read")


def test_backup_is_for_its_owner_alone_and_never_written_over(kept, tmp_path):
    path = tmp_path / "today.tar.gz"
    write_backup(path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(BackupError, match="exists already"):
        write_backup(path)
    with pytest.raises(BackupError, match="no folder"):
        write_backup(tmp_path / "none" / "today.tar.gz")
    assert [found.name for found in tmp_path.glob("today*")] == ["today.tar.gz"]


def test_backup_holds_nobody_who_is_signed_in(kept, client, tmp_path):
    client.force_login(User.objects.get(username="open"))

    manifest = write_backup(tmp_path / "today.tar.gz")

    assert "django_session" not in manifest.tables


def test_restore_over_records_wants_to_be_told_so(kept, media, tmp_path):
    write_backup(tmp_path / "today.tar.gz")

    with pytest.raises(RestoreRefusedError, match="--replace"):
        restore_backup(tmp_path / "today.tar.gz")

    assert read_all(media) == kept


def damage(path, spoil):
    """Write the archive anew with one member changed by `spoil`."""
    with tarfile.open(path) as archive:
        members = [(m.name, archive.extractfile(m).read()) for m in archive]
    with tarfile.open(path, "w:gz") as archive:
        for name, content in spoil(members):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))


def spoil_byte(part):
    def spoil(members):
        for name, content in members:
            if part in name:
                content = content[:-2] + bytes([content[-2] ^ 1]) + content[-1:]
            yield name, content

    return spoil


def leave_out(part):
    return lambda members: [m for m in members if part not in m[0]]


def slip_in(name):
    return lambda members: [*members, (name, b"x")]


def tell_otherwise(**words):
    def spoil(members):
        for name, content in members:
            if name == "manifest.json":
                content = json.dumps({**json.loads(content), **words}).encode()
            yield name, content

    return spoil


@pytest.mark.parametrize(
    "spoil",
    [
        spoil_byte("accounts_user.jsonl"),
        spoil_byte("results.csv"),
        spoil_byte("manifest.json"),
        leave_out("audit_auditentry"),
        leave_out("results.csv"),
        leave_out("manifest.json"),
        slip_in("media/more"),
        slip_in("../outside"),
        slip_in("/outside"),
        slip_in("media/../../outside"),
        tell_otherwise(format=2),
        tell_otherwise(head={"sequence": 2, "digest": "f" * 64}),
        tell_otherwise(head={"sequence": 9, "digest": "f" * 64}),
    ],
)
def test_damaged_backup_is_refused_and_changes_nothing(spoil, kept, media, tmp_path):
    path = tmp_path / "today.tar.gz"
    write_backup(path)
    damage(path, spoil)

    with pytest.raises(BackupError):
        restore_backup(path, replace=True)

    assert read_all(media) == kept
    assert verify().is_whole
    assert not list(media.parent.glob("restoring-*"))


@pytest.mark.parametrize("size", [0, 100, 1000])
def test_half_a_backup_is_refused(size, kept, media, tmp_path):
    path = tmp_path / "today.tar.gz"
    write_backup(path)
    path.write_bytes(path.read_bytes()[:size])

    with pytest.raises(BackupError):
        restore_backup(path, replace=True)

    assert read_all(media) == kept


def test_file_that_is_no_backup_is_refused(tmp_path):
    other = tmp_path / "letter.tar.gz"
    other.write_bytes(gzip.compress(b"Dear all,"))

    with pytest.raises(BackupError):
        restore_backup(other)
    with pytest.raises(BackupError, match="no file"):
        restore_backup(tmp_path / "none.tar.gz")


def test_audit_broken_before_the_backup_is_refused(kept, media, tmp_path):
    drop_triggers(connection)
    AuditEntry.objects.filter(sequence=1).update(verb="read")
    create_triggers(connection)
    write_backup(tmp_path / "today.tar.gz")

    with pytest.raises(BackupError, match="broken at entry 1"):
        restore_backup(tmp_path / "today.tar.gz", replace=True)


def test_backup_of_a_newer_version_is_refused(kept, tmp_path):
    path = tmp_path / "today.tar.gz"
    write_backup(path)
    newer = [["accounts", "0001_initial"], ["accounts", "0999_not_yet"]]
    damage(path, tell_otherwise(migrations=newer))

    with pytest.raises(RestoreRefusedError, match="newer"):
        restore_backup(path, replace=True)


def test_backup_of_an_older_version_goes_into_an_empty_database_alone(kept, tmp_path):
    path = tmp_path / "today.tar.gz"
    write_backup(path)
    damage(path, tell_otherwise(migrations=[["audit", "0001_initial"]]))

    with pytest.raises(RestoreRefusedError, match="new, empty database"):
        restore_backup(path, replace=True)


def test_backup_that_holds_other_tables_than_its_version_had_is_refused(kept, tmp_path):
    path = tmp_path / "today.tar.gz"
    manifest = write_backup(path)
    tables = {
        table: {"rows": digest.rows, "sha256": digest.sha256}
        for table, digest in manifest.tables.items()
        if table != "accounts_user"
    }
    damage(path, leave_out("accounts_user.jsonl"))
    damage(path, tell_otherwise(tables=tables))

    with pytest.raises(BackupError, match="disagree about the tables accounts_user"):
        restore_backup(path, replace=True)


def test_rows_that_read_otherwise_undo_the_restore(kept, media, tmp_path, monkeypatch):
    path = tmp_path / "today.tar.gz"
    write_backup(path)
    monkeypatch.setattr(restore, "digest_lines", lambda _: None)

    with pytest.raises(BackupError, match="reads otherwise"):
        restore_backup(path, replace=True)

    assert read_all(media) == kept


def test_fault_at_the_last_moment_puts_the_old_files_back(kept, media):
    unpacked = media.parent / "new" / "media"
    unpacked.mkdir(parents=True)
    (unpacked / "other").write_text("new")
    before = read_all(media)

    with pytest.raises(OSError), restore.media_set_aside(unpacked) as put_in_place:  # noqa: PT011, PT012 - any fault
        put_in_place()
        assert [path.name for path in media.iterdir()] == ["other"]
        raise OSError

    assert read_all(media) == before


def test_links_and_files_that_vanish_are_left_out(kept, media, tmp_path, monkeypatch):
    (media / "link").symlink_to("/etc/hostname")
    gone = media / "runs" / "one" / "results.csv"
    real = type(gone).open

    def vanish(path, *words):
        if path == gone:
            raise FileNotFoundError
        return real(path, *words)

    monkeypatch.setattr(type(gone), "open", vanish)

    manifest = write_backup(tmp_path / "today.tar.gz")

    assert list(manifest.media) == ["runs/naïve name"]


def test_lines_of_a_table_are_counted_without_its_heading(kept):
    lines = list(write_lines(User))

    assert digest_lines(lines).rows == 2
    assert "username" in json.loads(lines[0])
