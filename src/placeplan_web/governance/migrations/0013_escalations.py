import django.core.validators
import django.db.models.deletion
import simple_history.models
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0012_minutes_and_actions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Escalation",
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
                    models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
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
                        validators=[django.core.validators.MinValueValidator(1)],
                    ),
                ),
                ("changed_at", models.DateTimeField(editable=False)),
                ("changed_by", models.CharField(editable=False, max_length=120)),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "withdrawn_reason",
                    models.TextField(blank=True, default="", editable=False),
                ),
                ("source", models.CharField(blank=True, default="", max_length=80)),
                ("paragraph", models.CharField(blank=True, default="", max_length=300)),
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
                ("raised_on", models.DateField()),
                ("discussed_on", models.DateField(blank=True, null=True)),
                ("discussion", models.TextField(blank=True, default="")),
                ("stood_down_on", models.DateField(blank=True, null=True)),
                ("stood_down_reason", models.TextField(blank=True, default="")),
                (
                    "crossing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="escalations",
                        to="programme.thresholdcrossing",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="escalations",
                        to="governance.agendaitem",
                    ),
                ),
                (
                    "risk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="escalations",
                        to="programme.risk",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="escalations",
                        to="governance.group",
                    ),
                ),
            ],
            options={
                "ordering": ("raised_on", "pk"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HistoricalEscalation",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "public_id",
                    models.UUIDField(db_index=True, default=uuid.uuid4, editable=False),
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
                        validators=[django.core.validators.MinValueValidator(1)],
                    ),
                ),
                ("changed_at", models.DateTimeField(editable=False)),
                ("changed_by", models.CharField(editable=False, max_length=120)),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "withdrawn_reason",
                    models.TextField(blank=True, default="", editable=False),
                ),
                ("source", models.CharField(blank=True, default="", max_length=80)),
                ("paragraph", models.CharField(blank=True, default="", max_length=300)),
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
                ("raised_on", models.DateField()),
                ("discussed_on", models.DateField(blank=True, null=True)),
                ("discussion", models.TextField(blank=True, default="")),
                ("stood_down_on", models.DateField(blank=True, null=True)),
                ("stood_down_reason", models.TextField(blank=True, default="")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "crossing",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="programme.thresholdcrossing",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.group",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.agendaitem",
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
                "verbose_name": "historical escalation",
                "verbose_name_plural": "historical escalations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.CheckConstraint(
                condition=models.Q(("version__gte", 1)),
                name="escalation_versions_begin_at_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.CheckConstraint(
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
                name="escalation_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "recorded"),
                    models.Q(("source", ""), _negated=True),
                    _connector="OR",
                ),
                name="escalation_names_its_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_reason", "")),
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="escalation_withdrawn_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.UniqueConstraint(
                fields=("reference",), name="escalation_reference_is_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.UniqueConstraint(
                fields=("crossing", "group"), name="escalation_reaches_a_group_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("discussed_on__isnull", True), ("discussion", "")),
                    models.Q(
                        ("discussed_on__gte", models.F("raised_on")),
                        ("item__isnull", False),
                        models.Q(("discussion", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="escalation_discussed_on_an_item",
            ),
        ),
        migrations.AddConstraint(
            model_name="escalation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("stood_down_on__isnull", True), ("stood_down_reason", "")
                    ),
                    models.Q(
                        ("stood_down_on__gte", models.F("raised_on")),
                        models.Q(("stood_down_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="escalation_stood_down_with_a_reason",
            ),
        ),
        migrations.CreateModel(
            name="ForwardPlanEntry",
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
                    models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
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
                        validators=[django.core.validators.MinValueValidator(1)],
                    ),
                ),
                ("changed_at", models.DateTimeField(editable=False)),
                ("changed_by", models.CharField(editable=False, max_length=120)),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "withdrawn_reason",
                    models.TextField(blank=True, default="", editable=False),
                ),
                ("source", models.CharField(blank=True, default="", max_length=80)),
                ("paragraph", models.CharField(blank=True, default="", max_length=300)),
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
                ("title", models.CharField(max_length=300)),
                ("subject", models.CharField(blank=True, default="", max_length=200)),
                ("is_key_decision", models.BooleanField(default=False)),
                ("due_starts_on", models.DateField(blank=True, null=True)),
                ("due_ends_on", models.DateField(blank=True, null=True)),
                ("published_on", models.DateField(blank=True, null=True)),
                ("exception_reason", models.TextField(blank=True, default="")),
                ("is_private", models.BooleanField(default=False)),
                ("private_reason", models.TextField(blank=True, default="")),
                ("consultees", models.TextField(blank=True, default="")),
                ("documents", models.TextField(blank=True, default="")),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="forward_plan",
                        to="governance.agendaitem",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="forward_plan",
                        to="governance.group",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "forward plan entries",
                "ordering": ("due_starts_on", "reference", "pk"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HistoricalForwardPlanEntry",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "public_id",
                    models.UUIDField(db_index=True, default=uuid.uuid4, editable=False),
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
                        validators=[django.core.validators.MinValueValidator(1)],
                    ),
                ),
                ("changed_at", models.DateTimeField(editable=False)),
                ("changed_by", models.CharField(editable=False, max_length=120)),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "withdrawn_reason",
                    models.TextField(blank=True, default="", editable=False),
                ),
                ("source", models.CharField(blank=True, default="", max_length=80)),
                ("paragraph", models.CharField(blank=True, default="", max_length=300)),
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
                ("title", models.CharField(max_length=300)),
                ("subject", models.CharField(blank=True, default="", max_length=200)),
                ("is_key_decision", models.BooleanField(default=False)),
                ("due_starts_on", models.DateField(blank=True, null=True)),
                ("due_ends_on", models.DateField(blank=True, null=True)),
                ("published_on", models.DateField(blank=True, null=True)),
                ("exception_reason", models.TextField(blank=True, default="")),
                ("is_private", models.BooleanField(default=False)),
                ("private_reason", models.TextField(blank=True, default="")),
                ("consultees", models.TextField(blank=True, default="")),
                ("documents", models.TextField(blank=True, default="")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.group",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.agendaitem",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical forward plan entry",
                "verbose_name_plural": "historical forward plan entries",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddConstraint(
            model_name="forwardplanentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("version__gte", 1)),
                name="forwardplanentry_versions_begin_at_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="forwardplanentry",
            constraint=models.CheckConstraint(
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
                name="forwardplanentry_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="forwardplanentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "recorded"),
                    models.Q(("source", ""), _negated=True),
                    _connector="OR",
                ),
                name="forwardplanentry_names_its_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="forwardplanentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_reason", "")),
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="forwardplanentry_withdrawn_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="forwardplanentry",
            constraint=models.UniqueConstraint(
                fields=("reference",), name="forwardplanentry_reference_is_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="forwardplanentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True),
                name="forwardplan_has_a_title",
            ),
        ),
        migrations.AddConstraint(
            model_name="forwardplanentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("due_ends_on__isnull", True), ("due_starts_on__isnull", True)
                    ),
                    models.Q(
                        ("due_ends_on__isnull", False), ("due_starts_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="forwardplan_due_has_both_ends",
            ),
        ),
        migrations.AddConstraint(
            model_name="forwardplanentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("due_starts_on__isnull", True),
                    ("due_ends_on__isnull", True),
                    ("due_ends_on__gte", models.F("due_starts_on")),
                    _connector="OR",
                ),
                name="forwardplan_due_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="forwardplanentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("is_private", False), ("private_reason", "")),
                    models.Q(
                        ("is_private", True),
                        models.Q(("private_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="forwardplan_private_for_a_reason",
            ),
        ),
    ]
