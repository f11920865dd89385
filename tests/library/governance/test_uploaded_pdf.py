"""An uploaded PDF holds pages and nothing that starts anything."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Encryption, Name

from factories.pack_factory import make_plain_upload, make_tagged_upload, make_upload
from placeplan.errors import InputError
from placeplan.governance import uploaded_pdf
from placeplan.governance.uploaded_pdf import check_upload


def test_a_file_without_tags_is_taken_and_told():
    looks = check_upload("letter.pdf", make_plain_upload())

    assert looks.sizes == ((842.0, 595.0), (612.0, 792.0))
    assert (looks.is_tagged, looks.claims_standard) == (False, False)


def test_a_file_with_tags_is_told():
    looks = check_upload("plan.pdf", make_tagged_upload())

    assert (looks.is_tagged, looks.claims_standard) == (True, True)


def test_a_page_that_is_turned_is_as_wide_as_it_is_seen():
    def turn(pdf):
        pdf.pages[0].obj.Rotate = 90

    assert check_upload("a.pdf", make_upload(turn)).sizes == ((792.0, 612.0),)


BROKEN = "expected a PDF that opens, found a broken file. Save it as PDF anew."


def _script_at_opening(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def _script_by_name(pdf):
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([])))


def _launch_from_a_link(pdf):
    action = pdf.make_indirect(Dictionary(S=Name.Launch, F="format.exe"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, A=action)
    pdf.pages[0].obj.Annots = Array([link])


def _enclosed_file(pdf):
    pdf.attachments["secret.txt"] = b"words"


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (_script_at_opening, "a script"),
        (_script_by_name, "a script"),
        (_launch_from_a_link, "an action that starts a program"),
        (_enclosed_file, "enclosed files"),
    ],
)
def test_what_could_start_something_is_refused_in_words(change, found):
    with pytest.raises(InputError) as caught:
        check_upload("a.pdf", make_upload(change))

    (fault,) = caught.value.faults
    assert str(fault) == (
        f"a.pdf: expected a PDF of pages alone, found {found}. "
        "Print it to PDF anew, which leaves them out."
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            b"words",
            "a.pdf: expected a PDF, found another kind of file. Save it as PDF.",
        ),
        (b"%PDF-1.7 words", f"a.pdf: {BROKEN}"),
    ],
)
def test_what_is_no_pdf_is_refused(content, words):
    with pytest.raises(InputError) as caught:
        check_upload("a.pdf", content)

    assert [str(fault) for fault in caught.value.faults] == [words]


def test_a_file_with_a_password_is_refused(tmp_path):
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "a.pdf", encryption=Encryption(owner="o", user="u"))

    with pytest.raises(InputError, match="found a password"):
        check_upload("a.pdf", (tmp_path / "a.pdf").read_bytes())


def test_a_protected_file_is_refused(tmp_path):
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "a.pdf", encryption=Encryption(owner="o", user=""))

    with pytest.raises(InputError, match="found a locked one"):
        check_upload("a.pdf", (tmp_path / "a.pdf").read_bytes())


def test_a_file_without_a_page_is_refused():
    empty = make_upload(lambda pdf: pdf.pages.__delitem__(0))

    with pytest.raises(InputError, match="expected 1 to 500 pages, found 0 pages"):
        check_upload("a.pdf", empty)


def test_a_large_file_is_refused(monkeypatch):
    monkeypatch.setattr(uploaded_pdf, "MOST_BYTES", 1024 * 1024)

    with pytest.raises(InputError, match="a file of at most 1 MB, found more"):
        check_upload("a.pdf", bytes(1024 * 1024 + 1))
