"""The addresses of the registers of a room, the same for every kind."""

from django.urls import URLPattern, path

from placeplan_web.registers.room import RegisterRoom
from placeplan_web.registers.views import bulk, edit, imports, listing, record

_REGISTER = "<slug:register>/"


def make_addresses(room: RegisterRoom, *, scope: str = "") -> list[URLPattern]:
    """Give the addresses below that of the room; put those of its own pages first.

    A room whose registers belong to the whole of it names that one scope, which then
    stands in no address.
    """
    own = {"room": room, "scope": scope} if scope else {"room": room}
    register = _REGISTER if scope else f"<slug:scope>/{_REGISTER}"
    started = f"{register}import/<uuid:public_id>/"
    row = f"{register}<str:reference>/"
    return [
        path(register, listing.show_list, own, name="register"),
        path(f"{register}register.csv", listing.show_csv, own, name="register-csv"),
        path(
            f"{register}register.xlsx", listing.show_excel, own, name="register-excel"
        ),
        path(f"{register}bulk/", bulk.change_chosen, own, name="register-bulk"),
        path(f"{register}import/", imports.send, own, name="register-import"),
        path(started, imports.show_import, own, name="register-import-page"),
        path(
            f"{started}progress/",
            imports.show_progress,
            own,
            name="register-import-progress",
        ),
        path(
            f"{started}confirm/", imports.confirm, own, name="register-import-confirm"
        ),
        path(f"{started}drop/", imports.drop, own, name="register-import-drop"),
        path(f"{register}add/", record.add, own, name="record-add"),
        path(row, record.show_record, own, name="record"),
        path(f"{row}edit/", edit.edit, own, name="record-edit"),
        path(f"{row}withdraw/", record.withdraw, own, name="record-withdraw"),
        path(f"{row}restore/", record.restore, own, name="record-restore"),
    ]
