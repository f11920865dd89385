"""The form by which a workbook is sent."""

from placeplan_web.registers.forms.import_form import ImportForm

ASK = "Choose the Excel workbook."


class WorkbookForm(ImportForm):
    """A workbook alone: the seven tables of a draft do not fit into one CSV file."""

    def __init__(self, *more: object, **named: object) -> None:
        super().__init__(*more, **named)  # type: ignore[arg-type] # as Django has it
        box = self.fields["file"]
        box.label = "Excel workbook"
        box.widget.attrs["accept"] = ".xlsx"
        box.error_messages["required"] = ASK
        box.error_messages["empty"] = f"The file is empty. {ASK}"
