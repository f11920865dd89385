import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import simple_history.models
import uuid
from django.db import migrations, models

from placeplan_web.registers.migration import CreateTogether


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("places", "0002_posts"),
    ]

    operations = [
        CreateTogether(
            [
                migrations.CreateModel(
                    name="Programme",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("slug", models.SlugField(max_length=80, unique=True)),
                        ("name", models.CharField(max_length=200)),
                        ("purpose", models.TextField(blank=True, default="")),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "era",
                            models.CharField(blank=True, default="", max_length=40),
                        ),
                        ("starts_on", models.DateField(blank=True, null=True)),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        ("is_open", models.BooleanField(default=False)),
                    ],
                    options={
                        "ordering": ("reference",),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="programme_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="programme_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="programme_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="programme_withdrawn_with_a_reason",
                            ),
                            models.UniqueConstraint(
                                fields=("reference",),
                                name="programme_reference_is_unique",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("slug__regex", "^[a-z0-9]+(-[a-z0-9]+)*$")
                                ),
                                name="programme_slug_fits_an_address",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="programme_ends_after_it_starts",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Project",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("name", models.CharField(max_length=200)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("core", "Core project"),
                                    ("workstream", "Cross-cutting workstream"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("about", models.TextField(blank=True, default="")),
                        (
                            "governed_by",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "place",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "components",
                            models.CharField(blank=True, default="", max_length=200),
                        ),
                        ("tolerance_days", models.PositiveSmallIntegerField(default=0)),
                        ("starts_on", models.DateField(blank=True, null=True)),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="project_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="project_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="project_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="project_withdrawn_with_a_reason",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="project_reference_is_unique",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["core", "workstream"])
                                ),
                                name="project_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="project_ends_after_it_starts",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="project_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="KeyDate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("title", models.CharField(max_length=500)),
                        ("printed", models.CharField(max_length=80)),
                        ("starts_on", models.DateField(blank=True, null=True)),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="keydate_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="keydate_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="keydate_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="keydate_withdrawn_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ends_on__isnull", True),
                                        ("starts_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("ends_on__isnull", False),
                                        ("starts_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="keydate_has_both_ends_or_none",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="keydate_in_order",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="keydate_reference_is_unique",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="keydate_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Objective",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("aim", "Aim"),
                                    ("primary", "Primary objective"),
                                    ("secondary", "Secondary objective"),
                                    ("enabling", "Enabling objective"),
                                ],
                                max_length=9,
                            ),
                        ),
                        ("text", models.TextField()),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="objective_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="objective_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="objective_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="objective_withdrawn_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "level__in",
                                        ["aim", "primary", "secondary", "enabling"],
                                    )
                                ),
                                name="objective_level_is_known",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="objective_reference_is_unique",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="objective_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProgrammeLoad",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        ("fingerprint", models.CharField(max_length=64)),
                        ("loaded_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ("-pk",),
                    },
                ),
                migrations.CreateModel(
                    name="Assumption",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=300)),
                        ("text", models.TextField()),
                        ("test", models.TextField(blank=True, default="")),
                        ("test_on", models.DateField(blank=True, null=True)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("untested", "Not tested yet"),
                                    ("held", "Held"),
                                    ("failed", "Failed"),
                                ],
                                default="untested",
                                editable=False,
                                max_length=8,
                            ),
                        ),
                        (
                            "tested_on",
                            models.DateField(blank=True, editable=False, null=True),
                        ),
                        (
                            "outcome_words",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="assumption_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="assumption_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="assumption_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="assumption_withdrawn_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("outcome__in", ["untested", "held", "failed"])
                                ),
                                name="assumption_outcome_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("outcome", "untested"),
                                        ("outcome_words", ""),
                                        ("tested_on__isnull", True),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("outcome", "untested"), _negated=True
                                        ),
                                        ("tested_on__isnull", False),
                                        models.Q(("outcome_words", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="assumption_outcome_has_a_day_and_words",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="assumption_reference_is_unique",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="assumption_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Benefit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=500)),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("cash_releasing", "Cash-releasing"),
                                    ("non_cash_releasing", "Non-cash-releasing"),
                                    ("societal", "Societal"),
                                    ("qualitative", "Qualitative"),
                                ],
                                default="",
                                max_length=18,
                            ),
                        ),
                        ("is_disbenefit", models.BooleanField(default=False)),
                        (
                            "beneficiary",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "measured_through",
                            models.CharField(blank=True, default="", max_length=500),
                        ),
                        (
                            "unit",
                            models.CharField(blank=True, default="", max_length=40),
                        ),
                        ("baseline_value", models.FloatField(blank=True, null=True)),
                        ("baseline_on", models.DateField(blank=True, null=True)),
                        ("target_value", models.FloatField(blank=True, null=True)),
                        ("target_on", models.DateField(blank=True, null=True)),
                        ("evidence", models.TextField(blank=True, default="")),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "objective",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="benefits",
                                to="programme.objective",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="benefit_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="benefit_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="benefit_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="benefit_withdrawn_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "cash_releasing",
                                            "non_cash_releasing",
                                            "societal",
                                            "qualitative",
                                            "",
                                        ],
                                    )
                                ),
                                name="benefit_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("baseline_on__isnull", True),
                                        ("baseline_value__isnull", True),
                                    ),
                                    models.Q(
                                        ("baseline_on__isnull", False),
                                        ("baseline_value__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="benefit_baseline_has_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("target_on__isnull", True),
                                    ("target_value__isnull", False),
                                    _connector="OR",
                                ),
                                name="benefit_target_day_has_a_value",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("baseline_value__isnull", True),
                                        ("target_value__isnull", True),
                                    ),
                                    models.Q(("unit", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="benefit_values_have_a_unit",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="benefit_reference_is_unique",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="benefit_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BenefitReading",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        ("by", models.CharField(max_length=120)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True, default="")),
                        ("read_on", models.DateField()),
                        ("value", models.FloatField()),
                        ("evidence", models.TextField(blank=True, default="")),
                        (
                            "benefit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="readings",
                                to="programme.benefit",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("read_on", "at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ControlledDocument",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=300)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("plan", "Plan"),
                                    ("initiation", "Initiation document"),
                                    ("case", "Business case"),
                                    ("other", "Other document"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("review_on", models.DateField(blank=True, null=True)),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="controlleddocument_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="controlleddocument_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="controlleddocument_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="controlleddocument_withdrawn_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        ["plan", "initiation", "case", "other"],
                                    )
                                ),
                                name="document_kind_is_known",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="controlleddocument_reference_is_unique",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="controlleddocument_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DocumentVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("number", models.CharField(max_length=20)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("drafted", "Drafted"),
                                    ("in_review", "In review"),
                                    ("approved", "Approved"),
                                    ("issued", "Issued"),
                                    ("superseded", "Superseded"),
                                ],
                                default="drafted",
                                editable=False,
                                max_length=10,
                            ),
                        ),
                        ("summary", models.TextField()),
                        ("text", models.TextField(blank=True, default="")),
                        ("drafted_on", models.DateField()),
                        (
                            "approved_on",
                            models.DateField(blank=True, editable=False, null=True),
                        ),
                        (
                            "issued_on",
                            models.DateField(blank=True, editable=False, null=True),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="programme.controlleddocument",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("drafted_on", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="documentversion_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="documentversion_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="documentversion_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="documentversion_withdrawn_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "drafted",
                                            "in_review",
                                            "approved",
                                            "issued",
                                            "superseded",
                                        ],
                                    )
                                ),
                                name="documentversion_state_is_known",
                            ),
                            models.UniqueConstraint(
                                fields=("document", "number"),
                                name="documentversion_number_is_unique",
                            ),
                            models.UniqueConstraint(
                                fields=("document", "reference"),
                                name="documentversion_reference_is_unique",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "issued")),
                                fields=("document",),
                                name="document_has_one_issued_version",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("approved_on", None),
                                        ("state__in", ("drafted", "in_review")),
                                    ),
                                    models.Q(
                                        ("approved_on__isnull", False),
                                        (
                                            "state__in",
                                            ("approved", "issued", "superseded"),
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="documentversion_approval_has_its_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("issued_on__isnull", False),
                                        ("state__in", ("issued", "superseded")),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("state__in", ("issued", "superseded")),
                                            _negated=True,
                                        ),
                                        ("issued_on", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="documentversion_issue_has_its_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("approved_on__isnull", True),
                                    ("issued_on__isnull", True),
                                    ("issued_on__gte", models.F("approved_on")),
                                    _connector="OR",
                                ),
                                name="documentversion_approved_first",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DocumentReview",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        ("by", models.CharField(max_length=120)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True, default="")),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("agreed", "Agreed"),
                                    ("agreed_with_changes", "Agreed with changes"),
                                    ("refused", "Refused"),
                                ],
                                max_length=19,
                            ),
                        ),
                        ("reviewed_on", models.DateField()),
                        (
                            "post",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "document_version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reviews",
                                to="programme.documentversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "outcome__in",
                                        ["agreed", "agreed_with_changes", "refused"],
                                    )
                                ),
                                name="documentreview_outcome_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("outcome", "agreed"),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="documentreview_says_what_to_change",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalDocumentVersion",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        ("number", models.CharField(max_length=20)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("drafted", "Drafted"),
                                    ("in_review", "In review"),
                                    ("approved", "Approved"),
                                    ("issued", "Issued"),
                                    ("superseded", "Superseded"),
                                ],
                                default="drafted",
                                editable=False,
                                max_length=10,
                            ),
                        ),
                        ("summary", models.TextField()),
                        ("text", models.TextField(blank=True, default="")),
                        ("drafted_on", models.DateField()),
                        (
                            "approved_on",
                            models.DateField(blank=True, editable=False, null=True),
                        ),
                        (
                            "issued_on",
                            models.DateField(blank=True, editable=False, null=True),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.controlleddocument",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical document version",
                        "verbose_name_plural": "historical document versions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalProgramme",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        ("slug", models.SlugField(max_length=80)),
                        ("name", models.CharField(max_length=200)),
                        ("purpose", models.TextField(blank=True, default="")),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "era",
                            models.CharField(blank=True, default="", max_length=40),
                        ),
                        ("starts_on", models.DateField(blank=True, null=True)),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        ("is_open", models.BooleanField(default=False)),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical programme",
                        "verbose_name_plural": "historical programmes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ImpactAssessment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=300)),
                        ("about", models.TextField(blank=True, default="")),
                        ("domain_set", models.CharField(max_length=80)),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("screening", "Screening"),
                                    ("full", "Full assessment"),
                                ],
                                default="screening",
                                max_length=9,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("signed_off", "Signed off"),
                                    ("reopened", "Re-opened"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=10,
                            ),
                        ),
                        (
                            "edition",
                            models.PositiveSmallIntegerField(default=1, editable=False),
                        ),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="programme.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="impactassessment_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="impactassessment_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="impactassessment_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="impactassessment_withdrawn_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("stage__in", ["screening", "full"])
                                ),
                                name="assessment_stage_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["draft", "signed_off", "reopened"])
                                ),
                                name="assessment_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("edition__gte", 1)),
                                name="assessment_editions_begin_at_one",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="impactassessment_reference_is_unique",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="impactassessment_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EqualityFinding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        ("by", models.CharField(max_length=120)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True, default="")),
                        ("edition", models.PositiveSmallIntegerField()),
                        ("characteristic", models.CharField(max_length=80)),
                        (
                            "aim",
                            models.CharField(
                                choices=[
                                    ("i", "Eliminate discrimination"),
                                    ("ii", "Advance equality of opportunity"),
                                    ("iii", "Foster good relations"),
                                ],
                                max_length=3,
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("better", "Better"),
                                    ("neutral", "Neither better nor worse"),
                                    ("worse", "Worse"),
                                ],
                                max_length=7,
                            ),
                        ),
                        ("evidence", models.TextField(blank=True, default="")),
                        (
                            "no_evidence_reason",
                            models.TextField(blank=True, default=""),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="programme.impactassessment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("aim__in", ["i", "ii", "iii"])),
                                name="equalityfinding_aim_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("direction__in", ["better", "neutral", "worse"])
                                ),
                                name="equalityfinding_direction_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("evidence", ""),
                                        models.Q(
                                            ("no_evidence_reason", ""), _negated=True
                                        ),
                                    ),
                                    models.Q(
                                        models.Q(("evidence", ""), _negated=True),
                                        ("no_evidence_reason", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="equalityfinding_has_evidence_or_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "characteristic",
                                            "marriage_and_civil_partnership",
                                        ),
                                        _negated=True,
                                    ),
                                    ("aim", "i"),
                                    _connector="OR",
                                ),
                                name="equalityfinding_marriage_for_the_first_aim_alone",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DomainRating",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        ("by", models.CharField(max_length=120)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True, default="")),
                        ("edition", models.PositiveSmallIntegerField()),
                        ("domain", models.CharField(max_length=80)),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("better", "Better"),
                                    ("neutral", "Neither better nor worse"),
                                    ("worse", "Worse"),
                                ],
                                max_length=7,
                            ),
                        ),
                        (
                            "impact",
                            models.PositiveSmallIntegerField(blank=True, null=True),
                        ),
                        (
                            "likelihood",
                            models.PositiveSmallIntegerField(blank=True, null=True),
                        ),
                        (
                            "score",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.db.models.expressions.CombinedExpression(
                                    models.F("impact"), "*", models.F("likelihood")
                                ),
                                output_field=models.PositiveSmallIntegerField(
                                    null=True
                                ),
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ratings",
                                to="programme.impactassessment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("direction__in", ["better", "neutral", "worse"])
                                ),
                                name="domainrating_direction_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("impact__gte", 1), ("impact__lte", 5)
                                ),
                                name="domainrating_impact_is_one_to_five",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("likelihood__gte", 1), ("likelihood__lte", 5)
                                ),
                                name="domainrating_likelihood_is_one_to_five",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("impact__isnull", True),
                                        ("likelihood__isnull", True),
                                    ),
                                    models.Q(
                                        ("impact__isnull", False),
                                        ("likelihood__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="domainrating_has_both_steps_or_none",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("direction", "neutral"),
                                    ("impact__isnull", False),
                                    _connector="OR",
                                ),
                                name="domainrating_better_or_worse_has_steps",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="domainrating_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Milestone",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=500)),
                        (
                            "printed",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        ("baseline_starts_on", models.DateField()),
                        ("baseline_ends_on", models.DateField()),
                        ("forecast_starts_on", models.DateField(blank=True, null=True)),
                        ("forecast_ends_on", models.DateField(blank=True, null=True)),
                        ("work_starts_on", models.DateField(blank=True, null=True)),
                        ("started_on", models.DateField(blank=True, null=True)),
                        ("finished_on", models.DateField(blank=True, null=True)),
                        (
                            "blocked_by",
                            models.CharField(blank=True, default="", max_length=500),
                        ),
                        (
                            "judged_rag",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("green", "Green"),
                                    ("amber_green", "Amber-green"),
                                    ("amber", "Amber"),
                                    ("amber_red", "Amber-red"),
                                    ("red", "Red"),
                                ],
                                default="",
                                max_length=11,
                            ),
                        ),
                        (
                            "judged_against",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("green", "Green"),
                                    ("amber_green", "Amber-green"),
                                    ("amber", "Amber"),
                                    ("amber_red", "Amber-red"),
                                    ("red", "Red"),
                                ],
                                default="",
                                editable=False,
                                max_length=11,
                            ),
                        ),
                        (
                            "judged_set",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=40
                            ),
                        ),
                        ("judged_words", models.TextField(blank=True, default="")),
                        (
                            "judged_on",
                            models.DateField(blank=True, editable=False, null=True),
                        ),
                        (
                            "decision_by",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("note", models.TextField(blank=True, default="")),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": (
                            "baseline_ends_on",
                            "baseline_starts_on",
                            "reference_order",
                            "pk",
                        ),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="milestone_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="milestone_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="milestone_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="milestone_withdrawn_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("baseline_starts_on__isnull", True),
                                    ("baseline_ends_on__isnull", True),
                                    (
                                        "baseline_ends_on__gte",
                                        models.F("baseline_starts_on"),
                                    ),
                                    _connector="OR",
                                ),
                                name="milestone_baseline_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("forecast_starts_on__isnull", True),
                                    ("forecast_ends_on__isnull", True),
                                    (
                                        "forecast_ends_on__gte",
                                        models.F("forecast_starts_on"),
                                    ),
                                    _connector="OR",
                                ),
                                name="milestone_forecast_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("forecast_ends_on__isnull", True),
                                        ("forecast_starts_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("forecast_ends_on__isnull", False),
                                        ("forecast_starts_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="milestone_forecast_has_both_ends",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("started_on__isnull", True),
                                    ("finished_on__isnull", True),
                                    ("finished_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="milestone_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "judged_rag__in",
                                        [
                                            "green",
                                            "amber_green",
                                            "amber",
                                            "amber_red",
                                            "red",
                                            "",
                                        ],
                                    )
                                ),
                                name="milestone_judged_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "judged_against__in",
                                        [
                                            "green",
                                            "amber_green",
                                            "amber",
                                            "amber_red",
                                            "red",
                                            "",
                                        ],
                                    )
                                ),
                                name="milestone_computed_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("judged_against", ""),
                                        ("judged_on__isnull", True),
                                        ("judged_rag", ""),
                                        ("judged_set", ""),
                                        ("judged_words", ""),
                                    ),
                                    models.Q(
                                        models.Q(("judged_rag", ""), _negated=True),
                                        models.Q(("judged_against", ""), _negated=True),
                                        models.Q(("judged_set", ""), _negated=True),
                                        ("judged_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="milestone_judged_whole_or_not",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("judged_rag", models.F("judged_against")),
                                    models.Q(("judged_words", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="milestone_other_judgement_needs_words",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="milestone_reference_is_unique",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="milestone_order",
                            ),
                            models.Index(
                                fields=["programme", "baseline_ends_on"],
                                name="milestone_by_date",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AssumptionTest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "assumption",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tests",
                                to="programme.assumption",
                            ),
                        ),
                        (
                            "key_date",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="programme.keydate",
                            ),
                        ),
                        (
                            "milestone",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="programme.milestone",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="assumptiontest_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="assumptiontest_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("key_date__isnull", False),
                                        ("milestone__isnull", True),
                                    ),
                                    models.Q(
                                        ("key_date__isnull", True),
                                        ("milestone__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="assumptiontest_is_a_milestone_or_a_date",
                            ),
                            models.UniqueConstraint(
                                fields=("assumption", "milestone"),
                                name="assumption_milestone_stands_once",
                            ),
                            models.UniqueConstraint(
                                fields=("assumption", "key_date"),
                                name="assumption_date_stands_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MilestoneDependency",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "lag_days",
                            models.IntegerField(
                                default=0,
                                validators=[
                                    django.core.validators.MinValueValidator(0)
                                ],
                            ),
                        ),
                        (
                            "after",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="waits_for",
                                to="programme.milestone",
                            ),
                        ),
                        (
                            "before",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="followers",
                                to="programme.milestone",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="milestonedependency_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="milestonedependency_names_its_source",
                            ),
                            models.UniqueConstraint(
                                fields=("before", "after"),
                                name="milestone_dependency_stands_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("before", models.F("after")), _negated=True
                                ),
                                name="milestone_waits_not_for_itself",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("lag_days__gte", 0)),
                                name="milestone_lag_is_not_negative",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImpactMitigation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=500)),
                        (
                            "domain",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "characteristic",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("finished_on", models.DateField(blank=True, null=True)),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mitigations",
                                to="programme.impactassessment",
                            ),
                        ),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="impactmitigation_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="impactmitigation_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="impactmitigation_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="impactmitigation_withdrawn_with_a_reason",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="impactmitigation_reference_is_unique",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="impactmitigation_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImpactDomain",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("name", models.CharField(max_length=120)),
                        ("rates", models.CharField(max_length=500)),
                        (
                            "domain_set",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="impactdomain_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="impactdomain_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="impactdomain_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="impactdomain_withdrawn_with_a_reason",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="impactdomain_reference_is_unique",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="impactdomain_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalRoleDescription",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        ("title", models.CharField(max_length=200)),
                        ("purpose", models.TextField()),
                        ("duties", models.TextField(blank=True, default="")),
                        (
                            "answers_to",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical role description",
                        "verbose_name_plural": "historical role descriptions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalProject",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("name", models.CharField(max_length=200)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("core", "Core project"),
                                    ("workstream", "Cross-cutting workstream"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("about", models.TextField(blank=True, default="")),
                        (
                            "governed_by",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "place",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "components",
                            models.CharField(blank=True, default="", max_length=200),
                        ),
                        ("tolerance_days", models.PositiveSmallIntegerField(default=0)),
                        ("starts_on", models.DateField(blank=True, null=True)),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical project",
                        "verbose_name_plural": "historical projects",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalObjective",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("aim", "Aim"),
                                    ("primary", "Primary objective"),
                                    ("secondary", "Secondary objective"),
                                    ("enabling", "Enabling objective"),
                                ],
                                max_length=9,
                            ),
                        ),
                        ("text", models.TextField()),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical objective",
                        "verbose_name_plural": "historical objectives",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalMilestone",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=500)),
                        (
                            "printed",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        ("baseline_starts_on", models.DateField()),
                        ("baseline_ends_on", models.DateField()),
                        ("forecast_starts_on", models.DateField(blank=True, null=True)),
                        ("forecast_ends_on", models.DateField(blank=True, null=True)),
                        ("work_starts_on", models.DateField(blank=True, null=True)),
                        ("started_on", models.DateField(blank=True, null=True)),
                        ("finished_on", models.DateField(blank=True, null=True)),
                        (
                            "blocked_by",
                            models.CharField(blank=True, default="", max_length=500),
                        ),
                        (
                            "judged_rag",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("green", "Green"),
                                    ("amber_green", "Amber-green"),
                                    ("amber", "Amber"),
                                    ("amber_red", "Amber-red"),
                                    ("red", "Red"),
                                ],
                                default="",
                                max_length=11,
                            ),
                        ),
                        (
                            "judged_against",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("green", "Green"),
                                    ("amber_green", "Amber-green"),
                                    ("amber", "Amber"),
                                    ("amber_red", "Amber-red"),
                                    ("red", "Red"),
                                ],
                                default="",
                                editable=False,
                                max_length=11,
                            ),
                        ),
                        (
                            "judged_set",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=40
                            ),
                        ),
                        ("judged_words", models.TextField(blank=True, default="")),
                        (
                            "judged_on",
                            models.DateField(blank=True, editable=False, null=True),
                        ),
                        (
                            "decision_by",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("note", models.TextField(blank=True, default="")),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical milestone",
                        "verbose_name_plural": "historical milestones",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalKeyDate",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        ("title", models.CharField(max_length=500)),
                        ("printed", models.CharField(max_length=80)),
                        ("starts_on", models.DateField(blank=True, null=True)),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical key date",
                        "verbose_name_plural": "historical key dates",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalImpactMitigation",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=500)),
                        (
                            "domain",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "characteristic",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("finished_on", models.DateField(blank=True, null=True)),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.impactassessment",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical impact mitigation",
                        "verbose_name_plural": "historical impact mitigations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalImpactDomain",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        ("name", models.CharField(max_length=120)),
                        ("rates", models.CharField(max_length=500)),
                        (
                            "domain_set",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical impact domain",
                        "verbose_name_plural": "historical impact domains",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalControlledDocument",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=300)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("plan", "Plan"),
                                    ("initiation", "Initiation document"),
                                    ("case", "Business case"),
                                    ("other", "Other document"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("review_on", models.DateField(blank=True, null=True)),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical controlled document",
                        "verbose_name_plural": "historical controlled documents",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalBenefit",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=500)),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("cash_releasing", "Cash-releasing"),
                                    ("non_cash_releasing", "Non-cash-releasing"),
                                    ("societal", "Societal"),
                                    ("qualitative", "Qualitative"),
                                ],
                                default="",
                                max_length=18,
                            ),
                        ),
                        ("is_disbenefit", models.BooleanField(default=False)),
                        (
                            "beneficiary",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "measured_through",
                            models.CharField(blank=True, default="", max_length=500),
                        ),
                        (
                            "unit",
                            models.CharField(blank=True, default="", max_length=40),
                        ),
                        ("baseline_value", models.FloatField(blank=True, null=True)),
                        ("baseline_on", models.DateField(blank=True, null=True)),
                        ("target_value", models.FloatField(blank=True, null=True)),
                        ("target_on", models.DateField(blank=True, null=True)),
                        ("evidence", models.TextField(blank=True, default="")),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "objective",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.objective",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical benefit",
                        "verbose_name_plural": "historical benefits",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAssumption",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=300)),
                        ("text", models.TextField()),
                        ("test", models.TextField(blank=True, default="")),
                        ("test_on", models.DateField(blank=True, null=True)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("untested", "Not tested yet"),
                                    ("held", "Held"),
                                    ("failed", "Failed"),
                                ],
                                default="untested",
                                editable=False,
                                max_length=8,
                            ),
                        ),
                        (
                            "tested_on",
                            models.DateField(blank=True, editable=False, null=True),
                        ),
                        (
                            "outcome_words",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical assumption",
                        "verbose_name_plural": "historical assumptions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ProgrammeRole",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("lead", "Programme lead"),
                                    ("office", "Programme office"),
                                    ("owner", "Owner of records"),
                                    ("reviewer", "Reviewer"),
                                    ("reader", "Reader"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("starts_on", models.DateField()),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        (
                            "post",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="roles",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("starts_on", "pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "role__in",
                                        [
                                            "lead",
                                            "office",
                                            "owner",
                                            "reviewer",
                                            "reader",
                                        ],
                                    )
                                ),
                                name="programmerole_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="programmerole_ends_after_it_starts",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "post", "role", "starts_on"),
                                name="programmerole_starts_once_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProgrammeDependency",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=500)),
                        (
                            "giver_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("needed_starts_on", models.DateField(blank=True, null=True)),
                        ("needed_ends_on", models.DateField(blank=True, null=True)),
                        ("given_on", models.DateField(blank=True, null=True)),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "giving_project",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dependants",
                                to="programme.project",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dependencies",
                                to="programme.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="programmedependency_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="programmedependency_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="programmedependency_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="programmedependency_withdrawn_with_a_reason",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="programmedependency_reference_is_unique",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("needed_ends_on__isnull", True),
                                        ("needed_starts_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("needed_ends_on__isnull", False),
                                        ("needed_starts_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="dependency_has_both_ends_or_none",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("needed_starts_on__isnull", True),
                                    ("needed_ends_on__isnull", True),
                                    (
                                        "needed_ends_on__gte",
                                        models.F("needed_starts_on"),
                                    ),
                                    _connector="OR",
                                ),
                                name="dependency_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("giving_project__isnull", False),
                                    models.Q(("giver_words", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="dependency_names_a_giver",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("giving_project__isnull", True),
                                    models.Q(
                                        ("giving_project", models.F("project")),
                                        _negated=True,
                                    ),
                                    _connector="OR",
                                ),
                                name="dependency_is_on_another",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="programmedependency_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ObjectiveProject",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "objective",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="programme.objective",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="programme.project",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="objectiveproject_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="objectiveproject_names_its_source",
                            ),
                            models.UniqueConstraint(
                                fields=("objective", "project"),
                                name="objective_project_stands_once",
                            ),
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="objective",
                    name="projects",
                    field=models.ManyToManyField(
                        related_name="objectives",
                        through="programme.ObjectiveProject",
                        to="programme.project",
                    ),
                ),
                migrations.CreateModel(
                    name="MilestoneProject",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "milestone",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="project_links",
                                to="programme.milestone",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="milestone_links",
                                to="programme.project",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="milestoneproject_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="milestoneproject_names_its_source",
                            ),
                            models.UniqueConstraint(
                                fields=("milestone", "project"),
                                name="milestone_project_stands_once",
                            ),
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="milestone",
                    name="projects",
                    field=models.ManyToManyField(
                        related_name="milestones",
                        through="programme.MilestoneProject",
                        to="programme.project",
                    ),
                ),
                migrations.CreateModel(
                    name="HistoricalSolutionLink",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        ("plan", models.CharField(max_length=80)),
                        ("solution", models.CharField(max_length=120)),
                        ("share", models.FloatField(default=1.0)),
                        ("probability", models.FloatField(blank=True, null=True)),
                        ("delay_days", models.PositiveSmallIntegerField(default=0)),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "milestone",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.milestone",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical solution link",
                        "verbose_name_plural": "historical solution links",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalServiceChange",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=300)),
                        ("is_substantial", models.BooleanField(default=False)),
                        ("beds_fall", models.BooleanField(default=False)),
                        ("is_urgent", models.BooleanField(default=False)),
                        (
                            "consultation_began_on",
                            models.DateField(blank=True, null=True),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical service change",
                        "verbose_name_plural": "historical service changes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalResource",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        ("role", models.CharField(max_length=300)),
                        ("purpose", models.TextField(blank=True, default="")),
                        (
                            "wte",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=7,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0)
                                ],
                            ),
                        ),
                        (
                            "band",
                            models.CharField(blank=True, default="", max_length=40),
                        ),
                        (
                            "months",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=6,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0)
                                ],
                            ),
                        ),
                        (
                            "cost_pounds",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0)
                                ],
                            ),
                        ),
                        ("note", models.TextField(blank=True, default="")),
                        (
                            "funding",
                            models.CharField(blank=True, default="", max_length=200),
                        ),
                        ("starts_on", models.DateField(blank=True, null=True)),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical resource",
                        "verbose_name_plural": "historical resources",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalProgrammeDependency",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=500)),
                        (
                            "giver_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("needed_starts_on", models.DateField(blank=True, null=True)),
                        ("needed_ends_on", models.DateField(blank=True, null=True)),
                        ("given_on", models.DateField(blank=True, null=True)),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "giving_project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.project",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical programme dependency",
                        "verbose_name_plural": "historical programme dependencys",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalImpactAssessment",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=300)),
                        ("about", models.TextField(blank=True, default="")),
                        ("domain_set", models.CharField(max_length=80)),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("screening", "Screening"),
                                    ("full", "Full assessment"),
                                ],
                                default="screening",
                                max_length=9,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("signed_off", "Signed off"),
                                    ("reopened", "Re-opened"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=10,
                            ),
                        ),
                        (
                            "edition",
                            models.PositiveSmallIntegerField(default=1, editable=False),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical impact assessment",
                        "verbose_name_plural": "historical impact assessments",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalDeliverable",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=500)),
                        ("due_starts_on", models.DateField(blank=True, null=True)),
                        ("due_ends_on", models.DateField(blank=True, null=True)),
                        ("finished_on", models.DateField(blank=True, null=True)),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical deliverable",
                        "verbose_name_plural": "historical deliverables",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Deliverable",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=500)),
                        ("due_starts_on", models.DateField(blank=True, null=True)),
                        ("due_ends_on", models.DateField(blank=True, null=True)),
                        ("finished_on", models.DateField(blank=True, null=True)),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="deliverables",
                                to="programme.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="deliverable_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="deliverable_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="deliverable_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="deliverable_withdrawn_with_a_reason",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="deliverable_reference_is_unique",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("due_ends_on__isnull", True),
                                        ("due_starts_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("due_ends_on__isnull", False),
                                        ("due_starts_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="deliverable_due_has_both_ends",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("due_starts_on__isnull", True),
                                    ("due_ends_on__isnull", True),
                                    ("due_ends_on__gte", models.F("due_starts_on")),
                                    _connector="OR",
                                ),
                                name="deliverable_due_in_order",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="deliverable_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Resource",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("role", models.CharField(max_length=300)),
                        ("purpose", models.TextField(blank=True, default="")),
                        (
                            "wte",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=7,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0)
                                ],
                            ),
                        ),
                        (
                            "band",
                            models.CharField(blank=True, default="", max_length=40),
                        ),
                        (
                            "months",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=6,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0)
                                ],
                            ),
                        ),
                        (
                            "cost_pounds",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0)
                                ],
                            ),
                        ),
                        ("note", models.TextField(blank=True, default="")),
                        (
                            "funding",
                            models.CharField(blank=True, default="", max_length=200),
                        ),
                        ("starts_on", models.DateField(blank=True, null=True)),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        (
                            "post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="resources",
                                to="programme.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="resource_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="resource_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="resource_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="resource_withdrawn_with_a_reason",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="resource_reference_is_unique",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="resource_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("wte__isnull", True),
                                    ("wte__gte", 0),
                                    _connector="OR",
                                ),
                                name="resource_wte_is_not_negative",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("months__isnull", True),
                                    ("months__gte", 0),
                                    _connector="OR",
                                ),
                                name="resource_months_are_not_negative",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("cost_pounds__isnull", True),
                                    ("cost_pounds__gte", 0),
                                    _connector="OR",
                                ),
                                name="resource_cost_is_not_negative",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="resource_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Risk",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=500)),
                        ("cause", models.TextField(blank=True, default="")),
                        ("effect", models.TextField(blank=True, default="")),
                        ("opened_on", models.DateField(blank=True, null=True)),
                        ("review_on", models.DateField(blank=True, null=True)),
                        (
                            "happened_on",
                            models.DateField(blank=True, editable=False, null=True),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("closed_reason", models.TextField(blank=True, default="")),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="risk_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="risk_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="risk_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="risk_withdrawn_with_a_reason",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="risk_reference_is_unique",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_on__isnull", True),
                                        ("closed_reason", ""),
                                    ),
                                    models.Q(
                                        ("closed_on__isnull", False),
                                        models.Q(("closed_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="risk_closed_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("opened_on__isnull", True),
                                    ("closed_on__isnull", True),
                                    ("closed_on__gte", models.F("opened_on")),
                                    _connector="OR",
                                ),
                                name="risk_closed_after_it_opened",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="risk_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Mitigation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=500)),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("finished_on", models.DateField(blank=True, null=True)),
                        (
                            "milestone",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mitigations",
                                to="programme.milestone",
                            ),
                        ),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "risk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mitigations",
                                to="programme.risk",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="mitigation_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="mitigation_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="mitigation_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="mitigation_withdrawn_with_a_reason",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="mitigation_reference_is_unique",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("milestone__isnull", True),
                                    models.Q(
                                        ("due_on__isnull", True),
                                        ("finished_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="mitigation_takes_days_from_its_milestone",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="mitigation_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Issue",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=500)),
                        ("effect", models.TextField(blank=True, default="")),
                        ("raised_on", models.DateField()),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("closed_reason", models.TextField(blank=True, default="")),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="issues",
                                to="programme.project",
                            ),
                        ),
                        (
                            "risk",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="issues",
                                to="programme.risk",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="issue_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="issue_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="issue_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="issue_withdrawn_with_a_reason",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="issue_reference_is_unique",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_on__isnull", True),
                                        ("closed_reason", ""),
                                    ),
                                    models.Q(
                                        ("closed_on__isnull", False),
                                        models.Q(("closed_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="issue_closed_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("raised_on__isnull", True),
                                    ("closed_on__isnull", True),
                                    ("closed_on__gte", models.F("raised_on")),
                                    _connector="OR",
                                ),
                                name="issue_closed_after_it_was_raised",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("closed_on__isnull", True),
                                    ("withdrawn_at__isnull", True),
                                ),
                                fields=("risk",),
                                name="risk_has_one_open_issue",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="issue_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalMitigation",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=500)),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("finished_on", models.DateField(blank=True, null=True)),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "milestone",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.milestone",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "risk",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.risk",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical mitigation",
                        "verbose_name_plural": "historical mitigations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalIssue",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=500)),
                        ("effect", models.TextField(blank=True, default="")),
                        ("raised_on", models.DateField()),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("closed_reason", models.TextField(blank=True, default="")),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.project",
                            ),
                        ),
                        (
                            "risk",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.risk",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical issue",
                        "verbose_name_plural": "historical issues",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="AssumptionRisk",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "assumption",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="risk_links",
                                to="programme.assumption",
                            ),
                        ),
                        (
                            "risk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assumption_links",
                                to="programme.risk",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="assumptionrisk_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="assumptionrisk_names_its_source",
                            ),
                            models.UniqueConstraint(
                                fields=("assumption", "risk"),
                                name="assumption_risk_stands_once",
                            ),
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="assumption",
                    name="risks",
                    field=models.ManyToManyField(
                        related_name="assumptions",
                        through="programme.AssumptionRisk",
                        to="programme.risk",
                    ),
                ),
                migrations.CreateModel(
                    name="RiskProject",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="risk_links",
                                to="programme.project",
                            ),
                        ),
                        (
                            "risk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="project_links",
                                to="programme.risk",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="riskproject_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="riskproject_names_its_source",
                            ),
                            models.UniqueConstraint(
                                fields=("risk", "project"),
                                name="risk_project_stands_once",
                            ),
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="risk",
                    name="projects",
                    field=models.ManyToManyField(
                        related_name="risks",
                        through="programme.RiskProject",
                        to="programme.project",
                    ),
                ),
                migrations.CreateModel(
                    name="RiskScore",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        ("by", models.CharField(max_length=120)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True, default="")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("inherent", "Inherent"),
                                    ("current", "Current"),
                                    ("target", "Target"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("impact", models.PositiveSmallIntegerField()),
                        ("likelihood", models.PositiveSmallIntegerField()),
                        (
                            "score",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.db.models.expressions.CombinedExpression(
                                    models.F("impact"), "*", models.F("likelihood")
                                ),
                                output_field=models.PositiveSmallIntegerField(),
                            ),
                        ),
                        ("scored_on", models.DateField()),
                        (
                            "risk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scores",
                                to="programme.risk",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["inherent", "current", "target"])
                                ),
                                name="riskscore_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("impact__gte", 1), ("impact__lte", 5)
                                ),
                                name="riskscore_impact_is_one_to_five",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("likelihood__gte", 1), ("likelihood__lte", 5)
                                ),
                                name="riskscore_likelihood_is_one_to_five",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="riskscore_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RiskProposal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        ("impact", models.PositiveSmallIntegerField()),
                        ("likelihood", models.PositiveSmallIntegerField()),
                        ("made_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Waiting for a decision"),
                                    ("taken", "Taken"),
                                    ("refused", "Refused"),
                                ],
                                default="open",
                                max_length=7,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "decided_by",
                            models.CharField(blank=True, default="", max_length=120),
                        ),
                        ("decided_reason", models.TextField(blank=True, default="")),
                        (
                            "assumption",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proposals",
                                to="programme.assumption",
                            ),
                        ),
                        (
                            "risk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proposals",
                                to="programme.risk",
                            ),
                        ),
                        (
                            "score",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="programme.riskscore",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("made_at", "pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["open", "taken", "refused"])
                                ),
                                name="riskproposal_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("impact__gte", 1), ("impact__lte", 5)
                                ),
                                name="riskproposal_impact_is_one_to_five",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("likelihood__gte", 1), ("likelihood__lte", 5)
                                ),
                                name="riskproposal_likelihood_is_one_to_five",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_at__isnull", True),
                                        ("decided_by", ""),
                                        ("decided_reason", ""),
                                        ("state", "open"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "open"), _negated=True),
                                        ("decided_at__gte", models.F("made_at")),
                                        models.Q(("decided_by", ""), _negated=True),
                                        models.Q(("decided_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="riskproposal_decision_is_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("score__isnull", False), ("state", "taken")
                                    ),
                                    models.Q(
                                        models.Q(("state", "taken"), _negated=True),
                                        ("score__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="riskproposal_taken_has_its_score",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "open")),
                                fields=("assumption", "risk"),
                                name="riskproposal_is_open_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RiskAcceptance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        ("by", models.CharField(max_length=120)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True, default="")),
                        ("accepted_on", models.DateField()),
                        ("expires_on", models.DateField()),
                        (
                            "approver_post",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "risk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="acceptances",
                                to="programme.risk",
                            ),
                        ),
                        (
                            "score",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="programme.riskscore",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="riskacceptance_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("expires_on__gte", models.F("accepted_on"))
                                ),
                                name="riskacceptance_ends_after_it_starts",
                            ),
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="risk",
                    name="current_score",
                    field=models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programme.riskscore",
                    ),
                ),
                migrations.AddField(
                    model_name="risk",
                    name="inherent_score",
                    field=models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programme.riskscore",
                    ),
                ),
                migrations.AddField(
                    model_name="risk",
                    name="target_score",
                    field=models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programme.riskscore",
                    ),
                ),
                migrations.CreateModel(
                    name="HistoricalRisk",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=500)),
                        ("cause", models.TextField(blank=True, default="")),
                        ("effect", models.TextField(blank=True, default="")),
                        ("opened_on", models.DateField(blank=True, null=True)),
                        ("review_on", models.DateField(blank=True, null=True)),
                        (
                            "happened_on",
                            models.DateField(blank=True, editable=False, null=True),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("closed_reason", models.TextField(blank=True, default="")),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "current_score",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.riskscore",
                            ),
                        ),
                        (
                            "inherent_score",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.riskscore",
                            ),
                        ),
                        (
                            "target_score",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.riskscore",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical risk",
                        "verbose_name_plural": "historical risks",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="RoleDescription",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("purpose", models.TextField()),
                        ("duties", models.TextField(blank=True, default="")),
                        (
                            "answers_to",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="roledescription_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="roledescription_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="roledescription_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="roledescription_withdrawn_with_a_reason",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="roledescription_reference_is_unique",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="roledescription_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalAppointment",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        ("starts_on", models.DateField()),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        ("terms", models.TextField(blank=True, default="")),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "role_description",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.roledescription",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical appointment",
                        "verbose_name_plural": "historical appointments",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Appointment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("starts_on", models.DateField()),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        ("terms", models.TextField(blank=True, default="")),
                        (
                            "post",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "role_description",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appointments",
                                to="programme.roledescription",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="appointment_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="appointment_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="appointment_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="appointment_withdrawn_with_a_reason",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="appointment_reference_is_unique",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="appointment_ends_after_it_starts",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="appointment_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ServiceChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("title", models.CharField(max_length=300)),
                        ("is_substantial", models.BooleanField(default=False)),
                        ("beds_fall", models.BooleanField(default=False)),
                        ("is_urgent", models.BooleanField(default=False)),
                        (
                            "consultation_began_on",
                            models.DateField(blank=True, null=True),
                        ),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="service_changes",
                                to="programme.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="servicechange_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="servicechange_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="servicechange_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="servicechange_withdrawn_with_a_reason",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="servicechange_reference_is_unique",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="servicechange_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalGateCheck",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("gate", models.CharField(max_length=80)),
                        ("law_as_at", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("met", "Met"),
                                    ("not_needed", "Not needed"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("evidence", models.TextField(blank=True, default="")),
                        ("not_needed_reason", models.TextField(blank=True, default="")),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "service_change",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="programme.servicechange",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical gate check",
                        "verbose_name_plural": "historical gate checks",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="GateCheck",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        (
                            "owner_words",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        ("gate", models.CharField(max_length=80)),
                        ("law_as_at", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("met", "Met"),
                                    ("not_needed", "Not needed"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("evidence", models.TextField(blank=True, default="")),
                        ("not_needed_reason", models.TextField(blank=True, default="")),
                        (
                            "owner_post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "service_change",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="gates",
                                to="programme.servicechange",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="gatecheck_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="gatecheck_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="gatecheck_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="gatecheck_withdrawn_with_a_reason",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="gatecheck_reference_is_unique",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["open", "met", "not_needed"])
                                ),
                                name="gatecheck_state_is_known",
                            ),
                            models.UniqueConstraint(
                                fields=("service_change", "gate"),
                                name="gatecheck_once_a_change",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_on", None), ("state", "open")),
                                    models.Q(
                                        ("decided_on__isnull", False),
                                        ("state", "met"),
                                        models.Q(("evidence", ""), _negated=True),
                                    ),
                                    models.Q(
                                        ("decided_on__isnull", False),
                                        ("state", "not_needed"),
                                        models.Q(
                                            ("not_needed_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="gatecheck_says_why_it_is_closed",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="gatecheck_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SignOff",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        ("by", models.CharField(max_length=120)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True, default="")),
                        ("edition", models.PositiveSmallIntegerField()),
                        ("meaning", models.TextField()),
                        ("signed_on", models.DateField()),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sign_offs",
                                to="programme.impactassessment",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("meaning", ""), _negated=True),
                                name="signoff_says_what_it_means",
                            ),
                            models.UniqueConstraint(
                                fields=("assessment", "edition", "post"),
                                name="signoff_once_a_post_and_edition",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SolutionLink",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[A-Z0-9][A-Z0-9-]{0,39}\\Z",
                                        "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
                                    )
                                ],
                            ),
                        ),
                        (
                            "reference_order",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=120
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(1)
                                ],
                            ),
                        ),
                        ("changed_at", models.DateTimeField(editable=False)),
                        (
                            "changed_by",
                            models.CharField(editable=False, max_length=120),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, default="", editable=False),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "paragraph",
                            models.CharField(blank=True, default="", max_length=300),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("plan", models.CharField(max_length=80)),
                        ("solution", models.CharField(max_length=120)),
                        ("share", models.FloatField(default=1.0)),
                        ("probability", models.FloatField(blank=True, null=True)),
                        ("delay_days", models.PositiveSmallIntegerField(default=0)),
                        (
                            "milestone",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="programme.milestone",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="solution_links",
                                to="programme.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("reference_order", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="solutionlink_versions_begin_at_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="solutionlink_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="solutionlink_names_its_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="solutionlink_withdrawn_with_a_reason",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "reference"),
                                name="solutionlink_reference_is_unique",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "plan", "solution", "project"),
                                name="solutionlink_stands_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("share__isnull", True),
                                    models.Q(("share__gte", 0), ("share__lte", 1)),
                                    _connector="OR",
                                ),
                                name="solutionlink_share_is_a_share",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("probability__isnull", True),
                                    models.Q(
                                        ("probability__gte", 0), ("probability__lte", 1)
                                    ),
                                    _connector="OR",
                                ),
                                name="solutionlink_probability_is_a_share",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                fields=["programme", "reference_order", "id"],
                                name="solutionlink_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeliveryProposal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("probability", models.FloatField()),
                        ("delay_days", models.PositiveIntegerField()),
                        ("rule_set", models.CharField(max_length=80)),
                        ("years", models.JSONField(default=list)),
                        ("status", models.CharField(max_length=12)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Waiting for a decision"),
                                    ("taken", "Taken"),
                                    ("refused", "Refused"),
                                ],
                                default="open",
                                max_length=7,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "decided_by",
                            models.CharField(blank=True, default="", max_length=120),
                        ),
                        ("decided_reason", models.TextField(blank=True, default="")),
                        (
                            "link",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proposals",
                                to="programme.solutionlink",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("made_at", "pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["open", "taken", "refused"])
                                ),
                                name="deliveryproposal_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("probability__isnull", True),
                                    models.Q(
                                        ("probability__gte", 0), ("probability__lte", 1)
                                    ),
                                    _connector="OR",
                                ),
                                name="deliveryproposal_probability_is_a_share",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_at__isnull", True),
                                        ("decided_by", ""),
                                        ("decided_reason", ""),
                                        ("state", "open"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "open"), _negated=True),
                                        ("decided_at__gte", models.F("made_at")),
                                        models.Q(("decided_by", ""), _negated=True),
                                        models.Q(("decided_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="deliveryproposal_decision_is_whole",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "open")),
                                fields=("link",),
                                name="deliveryproposal_is_open_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ThresholdCrossing",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        ("by", models.CharField(max_length=120)),
                        ("at", models.DateTimeField()),
                        ("reason", models.TextField(blank=True, default="")),
                        ("is_upward", models.BooleanField()),
                        ("threshold", models.PositiveSmallIntegerField()),
                        ("matrix", models.CharField(max_length=80)),
                        (
                            "risk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="crossings",
                                to="programme.risk",
                            ),
                        ),
                        (
                            "score",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="crossing",
                                to="programme.riskscore",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AssumptionInput",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("plan", models.CharField(max_length=80)),
                        ("table", models.CharField(max_length=80)),
                        (
                            "entry",
                            models.CharField(blank=True, default="", max_length=120),
                        ),
                        ("flagged_on", models.DateField(blank=True, null=True)),
                        (
                            "assumption",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="inputs",
                                to="programme.assumption",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="assumptioninput_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="assumptioninput_names_its_source",
                            ),
                            models.UniqueConstraint(
                                fields=("assumption", "plan", "table", "entry"),
                                name="assumption_input_stands_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BenefitIndicator",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, default="", max_length=80),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("published", "Published"),
                                    ("derived", "Derived"),
                                    ("calibrated", "Calibrated"),
                                    ("illustrative", "Illustrative"),
                                    ("recorded", "Recorded here"),
                                ],
                                default="recorded",
                                max_length=12,
                            ),
                        ),
                        ("indicator", models.CharField(max_length=80)),
                        ("body", models.CharField(max_length=80)),
                        (
                            "benefit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="indicators",
                                to="programme.benefit",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "published",
                                            "derived",
                                            "calibrated",
                                            "illustrative",
                                            "recorded",
                                        ],
                                    )
                                ),
                                name="benefitindicator_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "recorded"),
                                    models.Q(("source", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="benefitindicator_names_its_source",
                            ),
                            models.UniqueConstraint(
                                fields=("benefit", "indicator", "body"),
                                name="benefit_indicator_stands_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BenefitProfile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("on", models.DateField()),
                        ("value", models.FloatField()),
                        (
                            "benefit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="profile",
                                to="programme.benefit",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("on",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("benefit", "on"),
                                name="benefit_profile_has_a_value_a_day",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DocumentRecipient",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "part",
                            models.CharField(
                                choices=[
                                    ("reviewer", "Reviewer"),
                                    ("approver", "Approver"),
                                    ("recipient", "Recipient"),
                                ],
                                max_length=9,
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="recipients",
                                to="programme.controlleddocument",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("part__in", ["reviewer", "approver", "recipient"])
                                ),
                                name="documentrecipient_part_is_known",
                            ),
                            models.UniqueConstraint(
                                fields=("document", "post", "part"),
                                name="documentrecipient_stands_once",
                            ),
                        ],
                    },
                ),
            ]
        )
    ]
