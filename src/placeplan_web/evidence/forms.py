"""Forms of plan folders and runs."""

from django import forms
from django.core.files.uploadedfile import UploadedFile

MOST_UPLOAD_BYTES = 50 * 1024 * 1024


class UploadForm(forms.Form):
    most_megabytes = MOST_UPLOAD_BYTES // 1024 // 1024
    archive = forms.FileField(
        label="Plan folder as a .zip file",
        error_messages={
            "required": "Choose the .zip file of a plan folder.",
            "empty": "The file is empty. Choose the .zip file of a plan folder.",
        },
        widget=forms.FileInput(attrs={"accept": ".zip,application/zip"}),
    )

    def clean_archive(self) -> "UploadedFile[bytes]":
        archive: UploadedFile[bytes] = self.cleaned_data["archive"]
        if (archive.size or 0) > MOST_UPLOAD_BYTES:
            raise forms.ValidationError(
                f"The file is larger than {self.most_megabytes} MB. "
                "Send plan files alone, and compress the folder."
            )
        return archive


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label="Why is it withdrawn?",
        max_length=500,
        error_messages={"required": "Say in a sentence why it is withdrawn."},
    )
