"""Many tables made at once: a new database in seconds rather than a minute."""

from collections.abc import Sequence
from typing import Any

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation


class CreateTogether(Operation):
    """Make the tables of many models in the shape that the last operation gives them.

    Django draws every related model anew after each ``CreateModel``; with a hundred
    tables that all lead to one another that was most of the time of a new database.
    Here the models are drawn once. `operations` make models, and add to those models
    what could not be said at first (fields that lead in a circle, constraints).
    """

    reversible = True

    def __init__(self, operations: Sequence[Any]) -> None:
        self.operations = operations
        names = {name.lower() for name in self._names}
        for each in operations:
            if not isinstance(each, CreateModel) and (
                each.model_name.lower() not in names
            ):
                raise ValueError(f"{each.model_name} is not made here.")

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [], {"operations": self.operations}

    def state_forwards(self, app_label: str, state: Any) -> None:
        state.clear_delayed_apps_cache()
        state.__dict__.pop("apps", None)  # drawn again when somebody asks
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        for model in self._list_models(app_label, schema_editor, to_state):
            schema_editor.create_model(model)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        models = self._list_models(app_label, schema_editor, from_state)
        for model in reversed(models):
            schema_editor.delete_model(model)

    def describe(self) -> str:
        return f"Create {len(self._names)} models at once"

    @property
    def _names(self) -> list[str]:
        return [each.name for each in self.operations if isinstance(each, CreateModel)]

    def _list_models(self, app_label: str, editor: Any, state: Any) -> list[Any]:
        models = [state.apps.get_model(app_label, name) for name in self._names]
        alias = editor.connection.alias
        return [each for each in models if self.allow_migrate_model(alias, each)]
