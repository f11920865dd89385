"""Tables that are made at once."""

import pytest
from django.db import connection, models
from django.db.migrations.operations import AddField, CreateModel
from django.db.migrations.state import ProjectState

from placeplan_web.registers.migration import CreateTogether

ID = ("id", models.BigAutoField(primary_key=True))


def make_circle():
    """Make two tables that lead to each other."""
    link = models.ForeignKey("programme.Far", on_delete=models.CASCADE)
    back = models.ForeignKey("programme.Near", null=True, on_delete=models.CASCADE)
    return CreateTogether(
        [
            CreateModel("Far", [ID]),
            CreateModel("Near", [ID, ("far", link)]),
            AddField("far", "near", back),
        ]
    )


@pytest.mark.django_db(transaction=True)
def test_tables_that_lead_in_a_circle_are_made_and_taken_away():
    together, before, after = make_circle(), ProjectState(), ProjectState()
    together.state_forwards("programme", after)

    with connection.schema_editor() as editor:
        together.database_forwards("programme", editor, before, after)
    made = connection.introspection.table_names()
    with connection.schema_editor() as editor:
        together.database_backwards("programme", editor, after, before)
    left = connection.introspection.table_names()

    assert {"programme_far", "programme_near"} - set(made) == set()
    assert {"programme_far", "programme_near"} & set(left) == set()


def test_change_of_a_table_that_is_made_elsewhere_is_refused():
    with pytest.raises(ValueError, match="other is not made here"):
        CreateTogether([AddField("other", "word", models.TextField())])
