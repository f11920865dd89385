"""Put the needed part of nhsuk-frontend into the design room, without font or logo.

Take the tarball of the npm package (``npm pack nhsuk-frontend@10.6.1``) and run::

    python tools/vendor_frontend.py nhsuk-frontend-10.6.1.tgz

The two ``@font-face`` rules are deleted, because Frutiger is licensed to registered NHS
organisations alone; addresses of pictures become relative; source maps are left behind.
The same tarball always gives the same files, and an unknown tarball is refused.
"""

import argparse
import hashlib
import re
import tarfile
from pathlib import Path

VERSION = "10.6.1"
SHA256 = "1af037bcb75237c4208809d3ac9a06522ccf61b2268221268ead3985bceb060b"
TARGET = (
    Path(__file__).parents[1]
    / "src/placeplan_web/design/static/design/vendor/nhsuk-frontend"
)
INSIDE = "package/dist/nhsuk/"
MOST_BYTES = 5_000_000
IMAGE = re.compile(r"url\(/assets/images/([\w-]+\.svg)\)")
FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
SOURCE_MAP = re.compile(r"(?://# |/\*# )sourceMappingURL=[^\n*]*(?:\*/)?\n?")
LICENCE = """MIT License

Copyright (c) 2019 NHS.UK

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
"""


def check_tarball(tarball: Path) -> None:
    found = hashlib.sha256(tarball.read_bytes()).hexdigest()
    if found != SHA256:
        raise SystemExit(
            f"{tarball} is not nhsuk-frontend {VERSION}: expected SHA-256 {SHA256}, "
            f"found {found}. Fetch that version, or change VERSION and SHA256 together."
        )


def read_member(archive: tarfile.TarFile, name: str) -> bytes:
    member = archive.extractfile(INSIDE + name)
    if member is None:
        raise SystemExit(f"The tarball holds no file {INSIDE}{name}.")
    return member.read(MOST_BYTES)


def clean_styles(text: str) -> tuple[str, list[str]]:
    """Take out fonts and source maps; give the styles and the pictures they need."""
    text, removed = FONT_FACE.subn("", text)
    if removed != 2:
        raise SystemExit(f"Expected two @font-face rules, found {removed}.")
    text = text.replace("Frutiger W01,arial", "arial,Liberation Sans")
    images = sorted(set(IMAGE.findall(text)))
    text = IMAGE.sub(r"url(images/\1)", SOURCE_MAP.sub("", text))
    if "frutiger" in text.lower() or "/assets/" in text or "http" in text:
        raise SystemExit("The styles still name a font or an address of others.")
    return text, images


def vendor(tarball: Path, target: Path) -> list[Path]:
    """Write the styles, scripts, pictures and licence; give what was written."""
    check_tarball(tarball)
    with tarfile.open(tarball) as archive:
        styles, images = clean_styles(
            read_member(archive, "nhsuk-frontend.min.css").decode("utf-8")
        )
        script = read_member(archive, "nhsuk-frontend.min.js").decode("utf-8")
        files = {
            f"images/{name}": read_member(archive, f"assets/images/{name}")
            for name in images
        }
    files["nhsuk-frontend.min.css"] = styles.encode("utf-8")
    files["nhsuk-frontend.min.js"] = SOURCE_MAP.sub("", script).encode("utf-8")
    files["LICENCE.txt"] = LICENCE.encode("utf-8")
    for name, content in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return [target / name for name in sorted(files)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tarball", type=Path)
    parser.add_argument("--target", type=Path, default=TARGET)
    arguments = parser.parse_args()
    for path in vendor(arguments.tarball, arguments.target):
        print(path)


if __name__ == "__main__":
    main()
