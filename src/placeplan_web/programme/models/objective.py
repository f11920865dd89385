"""What a programme is for, from its aims down to what enables them."""

from django.db import models

from placeplan_web.programme.models.base import ProgrammeRecord
from placeplan_web.programme.models.invariant import know_choice
from placeplan_web.programme.models.project import Project
from placeplan_web.registers.models import SourcedRow


class ObjectiveLevel(models.TextChoices):
    AIM = "aim", "Aim"
    PRIMARY = "primary", "Primary objective"
    SECONDARY = "secondary", "Secondary objective"
    ENABLING = "enabling", "Enabling objective"


class Objective(ProgrammeRecord):
    PREFIX = "OBJ-"

    level = models.CharField(max_length=9, choices=ObjectiveLevel.choices)
    text = models.TextField()
    projects = models.ManyToManyField(
        Project, through="ObjectiveProject", related_name="objectives"
    )

    class Meta(ProgrammeRecord.Meta):
        constraints = (
            *ProgrammeRecord.Meta.constraints,
            know_choice("level", ObjectiveLevel, "objective_level_is_known"),
        )


class ObjectiveProject(SourcedRow):
    """A project that serves an objective."""

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="+")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="+")

    class Meta(SourcedRow.Meta):
        constraints = (
            *SourcedRow.Meta.constraints,
            models.UniqueConstraint(
                fields=("objective", "project"), name="objective_project_stands_once"
            ),
        )
