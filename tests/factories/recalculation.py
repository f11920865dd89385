"""Programs that calculate a workbook anew: one in Python, and LibreOffice if there."""

import shutil
import subprocess
import warnings

from factories.ledger_workbook import open_book

OFFICE = shutil.which("soffice")


def recalculate_with_python(content, folder):
    """Give what every cell comes to: by tab in capitals, and by name of the cell."""
    path = folder / "book.xlsx"
    path.write_bytes(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the program compares with `is` in places
        import formulas

        model = formulas.ExcelModel().loads(str(path)).finish()
        solved = model.calculate()
    found = {}
    for key, cell in solved.items():
        tab, _, name = str(key).removeprefix("'[book.xlsx]").partition("'!")
        if ":" not in name and hasattr(cell, "value"):
            value = cell.value[0][0]
            found[tab, name] = value.item() if hasattr(value, "item") else value
    return found


def recalculate_with_office(content, folder):
    """Give what every cell comes to, as `recalculate_with_python` does."""
    path = folder / "book.xlsx"
    path.write_bytes(content)
    profile = (folder / "profile").as_uri()
    command = [OFFICE, "--headless", f"-env:UserInstallation={profile}"]
    command += ["--convert-to", "xlsx", "--outdir", str(folder / "anew"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    saved = (folder / "anew" / "book.xlsx").read_bytes()
    book = open_book(saved, values=True)
    found = {
        (page.title.upper(), cell.coordinate): cell.value
        for page in book
        for row in page.iter_rows()
        for cell in row
        if cell.value is not None
    }
    return found, saved
