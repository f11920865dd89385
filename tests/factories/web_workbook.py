"""The workbook of the site: downloaded, changed and sent back as a person does."""

import io

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile

from factories.ledger_workbook import find_cell, save_book

PAGE = "/money/workbook/"
FILE = f"{PAGE}ledger.xlsx"
SEND = f"{PAGE}send/"


def download(client, **asked):
    """Download the workbook and open it as another program does."""
    response = client.get(FILE, asked)
    assert response.status_code == 200
    return openpyxl.load_workbook(io.BytesIO(response.content))


def change(book, *changed):
    """Change cells: of whom, of which line, on which basis, in which month, to what."""
    for body, line, basis, month, value in changed:
        find_cell(book[body], line, basis, month).value = value


def send(client, book, *, reason="", name="mine.xlsx", follow=False):
    """Send a workbook back, with why it changes what it changes."""
    content = book if isinstance(book, bytes) else save_book(book)
    file = SimpleUploadedFile(name, content)
    return client.post(SEND, {"file": file, "reason": reason}, follow=follow)
