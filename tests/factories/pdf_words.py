"""Words of a PDF, read back from its pages by the letters its fonts name."""

import re
from io import BytesIO

import pikepdf

HEX = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


def read_pages(content):
    """Give the words of each page of a PDF, spaces left out."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return [_read(page.obj, page.obj.Resources) for page in pdf.pages]


def squeeze(words):
    return re.sub(r"\s+", "", words)


def _read(stream, resources):
    fonts = {
        name: _read_letters(font) for name, font in resources.get("/Font", {}).items()
    }
    drawings = resources.get("/XObject", {})
    words, letters = [], {}
    for operands, operator in pikepdf.parse_content_stream(stream):
        if str(operator) == "Tf":
            letters = fonts[str(operands[0])]
        elif str(operator) in {"Tj", "TJ"}:
            runs = operands[0] if str(operator) == "TJ" else operands
            for run in runs:
                if isinstance(run, pikepdf.String):
                    codes = bytes(run)
                    pairs = zip(codes[::2], codes[1::2], strict=False)
                    words += [letters.get(a * 256 + b, "") for a, b in pairs]
        elif str(operator) == "Do" and drawings[operands[0]].Subtype == "/Form":
            form = drawings[operands[0]]
            words.append(_read(form, form.get("/Resources", resources)))
    return squeeze("".join(words))


def _read_letters(font):
    written = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
    letters = {}
    for part in re.findall(rb"beginbfchar(.*?)endbfchar", written, re.DOTALL):
        for code, letter in HEX.findall(part):
            letters[int(code, 16)] = bytes.fromhex(letter.decode()).decode("utf-16-be")
    for part in re.findall(rb"beginbfrange(.*?)endbfrange", written, re.DOTALL):
        for first, last, letter in RANGE.findall(part):
            start = int(letter, 16)
            for code in range(int(first, 16), int(last, 16) + 1):
                letters[code] = chr(start + code - int(first, 16))
    return letters
