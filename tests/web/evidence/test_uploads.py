"""Bad uploads are refused in words, whole, and leave nothing behind."""

import io
import socket
import tempfile
import zipfile
from urllib.parse import urlsplit

import pytest
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile

from factories.plan_folder import MANIFEST, make_tables, write_plan_folder
from factories.run_factory import add_dataset, find_tiny_folder
from placeplan_web.audit.models import AuditEntry
from placeplan_web.evidence import forms
from placeplan_web.evidence.models import Dataset
from placeplan_web.evidence.operations import MOST_DATASETS
from placeplan_web.evidence.store import media_path

pytestmark = pytest.mark.django_db
ADD = "/evidence/plans/add/"
GIGABYTE = 1 << 30


@pytest.fixture(autouse=True)
def _signed_in(client, owner):
    client.force_login(owner)


@pytest.fixture(autouse=True)
def temporary(monkeypatch, tmp_path):
    """Give the folder in which the pages may leave nothing."""
    find_tiny_folder()  # writes into the usual one
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def send(client, content, name="plan.zip"):
    archive = SimpleUploadedFile(name, content, "application/zip")
    return client.post(ADD, {"archive": archive})


def pack(members):
    """Make a ZIP archive of names and contents."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def read_folder(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def pack_tiny(**changes):
    """Make an archive of the tiny plan with files changed; two _ stand for a stroke."""
    files = read_folder(find_tiny_folder())
    for name, content in changes.items():
        path = name.replace("__", "/").replace("_csv", ".csv").replace("_yaml", ".yaml")
        if content is None:
            del files[path]
        else:
            files[path] = content
    return pack(files)


def assert_nothing_is_left(temporary):
    assert Dataset.objects.count() == 0
    assert AuditEntry.objects.count() == 0
    assert [path for path in media_path("").rglob("*") if path.is_file()] == []
    assert list(temporary.iterdir()) == []


def test_sound_plan_folder_is_stored_and_shown(client, owner, temporary):
    response = send(client, pack_tiny())

    dataset = Dataset.objects.get()
    assert response.status_code == 302
    assert response.url == f"/evidence/plans/{dataset.public_id}/"
    assert (dataset.owner, dataset.title) == (owner, "A tiny plan")
    page = client.get(response.url).content.decode()
    assert "The plan folder is sound and was stored." in page
    assert "people of km-stp who have signed in" in page
    assert list(temporary.iterdir()) == []


def test_page_says_what_to_send(client):
    page = client.get(ADD).content.decode()

    assert "compressed as one .zip file of 50 MB at most" in page
    assert "placeplan check FOLDER" in page


def test_one_plan_folder_too_many_is_refused_in_words(client, owner, temporary):
    for _ in range(MOST_DATASETS):
        add_dataset(owner=owner)

    response = send(client, pack_tiny())

    assert response.status_code == 422
    assert "Withdraw one that you no longer need" in response.content.decode()
    assert Dataset.objects.count() == MOST_DATASETS


def test_folder_around_the_plan_does_no_harm(client):
    files = read_folder(find_tiny_folder())

    send(client, pack({f"my plan/{name}": each for name, each in files.items()}))

    assert Dataset.objects.get().title == "A tiny plan"


def test_page_asks_for_the_file_that_was_not_chosen(client, temporary):
    response = client.post(ADD, {})

    assert response.status_code == 422
    page = response.content.decode()
    assert page.count("Choose the .zip file of a plan folder.") == 2
    assert_nothing_is_left(temporary)


def test_fault_names_the_file_as_its_sender_does(client, temporary):
    page = send(client, b"Dear all,", name="my-kent-plan.zip").content.decode()

    assert "my-kent-plan.zip" in page
    assert ">plan.zip" not in page


BOMB = {"plan.yaml": b"0" * 20_000_000}
ALIASES = b"a: &a [1, 1, 1]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The file is empty."),
        (b"Dear all,", "a ZIP archive"),
        (pack({"plan.yaml": b"schema: 1"})[:-30], "a ZIP archive"),
        (pack({}), "plan.yaml"),
        (pack(BOMB), "times"),
        (pack({"../plan.yaml": b"schema: 1"}), "../plan.yaml"),
        (pack({"/etc/plan.yaml": b"schema: 1"}), "/etc/plan.yaml"),
        (pack({"plan.yaml": b"", "inner.zip": pack(BOMB)}), "inner.zip"),
        (pack({"plan.yaml": b"", "run-me.exe": b"MZ"}), "ends in .exe"),
    ],
    ids=[
        *("empty", "letter", "half", "none", "bomb"),
        *("climbs", "absolute", "nested", "program"),
    ],
)
def test_archive_that_is_none_or_plays_tricks_is_refused(
    content, words, client, temporary
):
    response = send(client, content)

    assert response.status_code == 422
    assert words in response.content.decode()
    assert_nothing_is_left(temporary)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"plan_yaml": ALIASES}, "plan.yaml"),
        ({"plan_yaml": MANIFEST.replace("A tiny", '"A \\0').encode()}, "plan.yaml"),
        ({"people__base_csv": "year;place\n2015;Tönbridge".encode("latin-1")}, "UTF-8"),
        ({"capacity__beds_csv": b""}, "capacity/beds.csv"),
        ({"sources_yaml": None}, "sources.yaml"),
        ({"people__base_csv": None}, "people/base.csv"),
    ],
    ids=["aliases", "no letter", "latin-1", "empty sheet", "no sources", "no people"],
)
def test_plan_folder_at_fault_is_refused_with_the_name_of_the_file(
    changes, words, client, temporary
):
    response = send(client, pack_tiny(**changes))

    assert response.status_code == 422
    page = response.content.decode()
    assert "in what you sent. Nothing was changed." in page
    assert words in page
    assert_nothing_is_left(temporary)


def test_every_fault_is_told_at_once(client, tmp_path, temporary):
    tables = make_tables()
    tables["beds"][0]["provider"] = "nobody"
    tables["people_base"][5]["value"] = -4
    tables["sites"][1]["name"] = "=HYPERLINK(1)"
    tables["lookups"][0]["share"] = 0.5
    folder = write_plan_folder(tmp_path / "broken", tables=tables)

    response = send(client, pack(read_folder(folder)))

    page = response.content.decode()
    assert response.status_code == 422
    for file, found in (
        ("capacity/beds.csv", "nobody"),
        ("people/base.csv", "-4"),
        ("places/sites.csv", "=HYPERLINK(1)"),
        ("places/lookups.csv", "0.5"),
    ):
        assert file in page
        assert found in page
    assert "There are " in page
    assert_nothing_is_left(temporary)


def test_faults_are_written_as_words_and_never_as_markup(client):
    changed = MANIFEST.replace("schema: 1", "schema: <script>alert(1)</script>")

    page = send(client, pack_tiny(plan_yaml=changed.encode())).content.decode()

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_archive_above_the_limit_is_refused(client, monkeypatch, temporary):
    content = pack_tiny()
    monkeypatch.setattr(forms, "MOST_UPLOAD_BYTES", len(content) - 1)

    response = send(client, content)

    assert response.status_code == 422
    assert "The file is larger than 50 MB." in response.content.decode()
    assert_nothing_is_left(temporary)


def test_limit_of_the_form_is_within_that_of_any_request():
    assert forms.MOST_UPLOAD_BYTES < django_settings.MOST_BODY_BYTES


@pytest.mark.parametrize("path", [ADD, "/accounts/sign-in/", "/people/"])
def test_two_gigabytes_are_refused_before_any_of_them_is_read(
    path, live_server, temporary
):
    """Whoever sends them hears so at once, not signed in and without a token."""
    host = urlsplit(live_server.url)
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host.netloc}\r\n"
        "Content-Type: multipart/form-data; boundary=line\r\n"
        f"Content-Length: {2 * GIGABYTE}\r\n\r\n--line\r\n"
    )
    with socket.create_connection((host.hostname, host.port), timeout=20) as sender:
        sender.sendall(head.encode())
        answer = sender.recv(100_000).decode()

    assert answer.startswith("HTTP/1.1 413 ")
    assert list(temporary.iterdir()) == []


def test_sign_in_comes_before_an_upload(client):
    client.logout()

    assert client.get(ADD).url == f"/accounts/sign-in/?next={ADD}"
    assert send(client, pack_tiny()).status_code == 302
    assert Dataset.objects.count() == 0
