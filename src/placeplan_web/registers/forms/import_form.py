"""The form by which a file is sent."""

from django import forms
from django.core.files.uploadedfile import UploadedFile

from placeplan_web.registers.sheet import MOST_BYTES

ASK = "Choose the file: an Excel workbook or a CSV file."


class ImportForm(forms.Form):
    most_megabytes = MOST_BYTES // 1024 // 1024
    file = forms.FileField(
        label="Excel workbook or CSV file",
        error_messages={"required": ASK, "empty": f"The file is empty. {ASK}"},
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def clean_file(self) -> "UploadedFile[bytes]":
        sent: UploadedFile[bytes] = self.cleaned_data["file"]
        if (sent.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                f"The file is larger than {self.most_megabytes} MB. Send the rows in "
                "several files."
            )
        return sent
