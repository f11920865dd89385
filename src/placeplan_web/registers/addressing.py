"""The addresses of the registers of a room, the same for every kind."""

from django.urls import URLPattern, path

from placeplan_web.registers.room import RegisterRoom
from placeplan_web.registers.views import bulk, edit, imports, listing, record

_REGISTER = "<slug:scope>/<slug:register>/"
_IMPORT = f"{_REGISTER}import/<uuid:public_id>/"
_RECORD = f"{_REGISTER}<str:reference>/"


def make_addresses(room: RegisterRoom) -> list[URLPattern]:
    """Give the addresses below that of the room; put those of its own pages first."""
    own = {"room": room}
    return [
        path(_REGISTER, listing.show_list, own, name="register"),
        path(f"{_REGISTER}register.csv", listing.show_csv, own, name="register-csv"),
        path(
            f"{_REGISTER}register.xlsx", listing.show_excel, own, name="register-excel"
        ),
        path(f"{_REGISTER}bulk/", bulk.change_chosen, own, name="register-bulk"),
        path(f"{_REGISTER}import/", imports.send, own, name="register-import"),
        path(_IMPORT, imports.show_import, own, name="register-import-page"),
        path(
            f"{_IMPORT}progress/",
            imports.show_progress,
            own,
            name="register-import-progress",
        ),
        path(
            f"{_IMPORT}confirm/", imports.confirm, own, name="register-import-confirm"
        ),
        path(f"{_IMPORT}drop/", imports.drop, own, name="register-import-drop"),
        path(f"{_REGISTER}add/", record.add, own, name="record-add"),
        path(_RECORD, record.show_record, own, name="record"),
        path(f"{_RECORD}edit/", edit.edit, own, name="record-edit"),
        path(f"{_RECORD}withdraw/", record.withdraw, own, name="record-withdraw"),
        path(f"{_RECORD}restore/", record.restore, own, name="record-restore"),
    ]
