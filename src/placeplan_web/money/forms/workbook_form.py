"""The form by which a workbook of the ledger is sent."""

from django import forms

from placeplan.money.workbook.reading import MOST_BYTES
from placeplan_web.registers.forms.import_form import ImportForm

ASK = "Choose the Excel workbook."
MOST_REASON = 500


class WorkbookForm(ImportForm):
    """A workbook, and why it changes what it changes."""

    most_megabytes = MOST_BYTES // 1_000_000
    reason = forms.CharField(
        label="Why", required=False, max_length=MOST_REASON, strip=True
    )

    def __init__(self, *more: object, **named: object) -> None:
        super().__init__(*more, **named)  # type: ignore[arg-type] # as Django has it
        box = self.fields["file"]
        box.label = "Excel workbook"
        box.widget.attrs["accept"] = ".xlsx"
        box.error_messages["required"] = ASK
        box.error_messages["empty"] = f"The file is empty. {ASK}"
