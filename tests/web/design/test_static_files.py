"""The files of the frame: small, without licensed font or logo, calling nobody."""

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command

import placeplan_web.design
import vendor_frontend

FOLDER = Path(placeplan_web.design.__file__).parent / "static" / "design"
VENDOR = FOLDER / "vendor" / "nhsuk-frontend"


def test_styles_name_no_licensed_font_and_no_other_site():
    styles = (VENDOR / "nhsuk-frontend.min.css").read_text(encoding="utf-8")

    assert "@font-face" not in styles
    assert "frutiger" not in styles.lower()
    assert "http" not in styles
    assert "/assets/" not in styles


def test_every_picture_that_styles_name_is_there():
    styles = (VENDOR / "nhsuk-frontend.min.css").read_text(encoding="utf-8")

    named = {part.split(")")[0] for part in styles.split("url(")[1:]}
    assert named == {f"images/{path.name}" for path in (VENDOR / "images").iterdir()}


def test_licence_stands_beside_the_files():
    assert "MIT License" in (VENDOR / "LICENCE.txt").read_text(encoding="utf-8")


def test_first_view_of_a_page_is_far_below_200_kilobytes(client, db):
    page = client.get("/privacy/").content
    files = [path for path in FOLDER.rglob("*") if path.suffix in {".css", ".js"}]

    sent = sum(len(gzip.compress(path.read_bytes())) for path in files) + len(page)

    assert sent < 100_000


def test_fonts_and_maps_are_taken_out_of_the_package():
    styles = (
        "a{b:c}@font-face{font-family:Frutiger W01;src:url(x)}"
        "@font-face{font-family:Frutiger W01;src:url(y)}"
        "d{font-family:Frutiger W01,arial,sans-serif;e:url(/assets/images/up.svg)}"
        "/*# sourceMappingURL=x.css.map */\n"
    )

    clean, images = vendor_frontend.clean_styles(styles)

    assert clean == (
        "a{b:c}d{font-family:arial,Liberation Sans,sans-serif;e:url(images/up.svg)}"
    )
    assert images == ["up.svg"]


def test_another_package_is_refused(tmp_path):
    other = tmp_path / "other.tgz"
    other.write_bytes(b"not it")

    with pytest.raises(SystemExit, match="expected SHA-256"):
        vendor_frontend.vendor(other, tmp_path)


def test_collected_files_get_a_fingerprint_and_a_compressed_twin(settings):
    call_command("collectstatic", verbosity=0, interactive=False)

    folder = settings.STATIC_ROOT / "design"
    collected = sorted(path.name for path in folder.iterdir())
    styles = [name for name in collected if name.startswith("placeplan.")]
    assert len(styles) == 4  # plain and with fingerprint, each with its .gz
    assert any(name.endswith(".css.gz") for name in styles)


def test_files_not_collected_yet_keep_their_plain_names(client, db):
    assert finders.find("design/placeplan.css")
    assert (
        'href="/static/design/placeplan.css"'
        in client.get("/privacy/").content.decode()
    )
