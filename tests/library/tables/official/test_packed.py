"""Official files as their publisher packs them: one file in a ZIP archive."""

import io
import zipfile

import pytest

from factories.official_factory import list_faults, make_referrals, write_csv
from placeplan.tables.archive_member import ArchiveLimits
from placeplan.tables.file import LoadedFile
from placeplan.tables.official import read_referral_month
from placeplan.tables.official.packed import unpack_alone


def pack(**members: bytes) -> LoadedFile:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return LoadedFile("extract.zip", packed.getvalue())


def test_an_extract_is_the_same_packed_and_unpacked(tmp_path):
    plain = write_csv(tmp_path / "extract.csv", make_referrals())
    packed = tmp_path / "extract.zip"
    packed.write_bytes(pack(extract__csv=plain.read_bytes()).content)

    assert read_referral_month(packed).equals(read_referral_month(plain))


def test_faults_name_the_archive_and_the_file_in_it(tmp_path):
    packed = tmp_path / "extract.zip"
    packed.write_bytes(pack(extract__csv=b"Period\n").content)

    with pytest.raises(Exception, match=r"extract\.zip, extract\.csv, row 1: expected"):
        read_referral_month(packed)


def test_a_file_that_is_not_packed_is_given_back():
    file = LoadedFile("extract.csv", b"Period\n")

    assert unpack_alone(file) is file


@pytest.mark.parametrize(
    ("file", "fault"),
    [
        (
            pack(one__csv=b"1\n", two__csv=b"2\n"),
            ("", "one .csv file alone", "one.csv, two.csv"),
        ),
        (pack(notes__txt=b"1\n"), ("", "one .csv file alone", "notes.txt")),
        (
            pack(inner__zip=b"1\n"),
            ("inner.zip", "plain files alone", "an archive or a workbook"),
        ),
        (
            LoadedFile("extract.zip", pack(one__csv=b"1\n").content[:-30]),
            ("", "a ZIP archive", "something else"),
        ),
        (
            pack(**{f"part{at}__csv": b"1\n" for at in range(21)}),
            ("", "at most 20 files", "more"),
        ),
    ],
)
def test_an_archive_of_anything_else_is_refused(file, fault):
    assert list_faults(unpack_alone, file) == [fault]


def test_an_archive_that_is_damaged_inside_is_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:  # stored, so that the text shows
        archive.writestr("one.csv", "1234\n")
    content = packed.getvalue().replace(b"1234\n", b"1235\n")

    assert list_faults(unpack_alone, LoadedFile("extract.zip", content)) == [
        ("", "a ZIP archive that is whole", "Bad CRC-32 for file 'one.csv'")
    ]


def test_an_archive_that_grows_too_much_is_refused_unread():
    bomb = pack(bomb__csv=bytes(3_000_000))

    ((where, expected, _),) = list_faults(unpack_alone, bomb)
    assert (where, expected) == ("bomb.csv", "a file that grows at most 200 times")


def test_a_file_in_an_archive_may_be_no_larger_than_any_other():
    limits = ArchiveLimits(file_bytes=4)

    assert list_faults(unpack_alone, pack(a__csv=b"12345\n"), limits=limits) == [
        ("a.csv", "at most 0.0 MB unpacked", "0.0 MB")
    ]


def test_an_archive_that_lies_about_its_size_is_refused():
    content = bytearray(pack(a__csv=b"123456789\n" * 9).content)
    at = content.index(b"PK\x01\x02") + 24  # size unpacked, in the table of contents
    content[at : at + 4] = (5).to_bytes(4, "little")

    ((_, expected, _),) = list_faults(
        unpack_alone, LoadedFile("extract.zip", bytes(content))
    )
    assert expected == "a ZIP archive that is whole"
