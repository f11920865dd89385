import django.core.validators
import django.db.models.deletion
import placeplan_web.governance.models.base
import simple_history.models
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0002_terms_and_seats"),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalInstrument",
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
                ("name", models.CharField(max_length=200)),
                (
                    "state",
                    models.CharField(
                        choices=[("in_force", "Made"), ("intended", "Intended")],
                        default="in_force",
                        max_length=8,
                    ),
                ),
                ("section", models.CharField(blank=True, default="", max_length=40)),
                (
                    "subjects",
                    models.JSONField(
                        blank=True,
                        null=True,
                        validators=[placeplan_web.governance.models.base.check_words],
                    ),
                ),
                (
                    "limit_pounds",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("is_for_all_members", models.BooleanField(default=False)),
                ("text", models.TextField(blank=True, default="")),
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
            ],
            options={
                "verbose_name": "historical instrument",
                "verbose_name_plural": "historical instruments",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Instrument",
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
                ("name", models.CharField(max_length=200)),
                (
                    "state",
                    models.CharField(
                        choices=[("in_force", "Made"), ("intended", "Intended")],
                        default="in_force",
                        max_length=8,
                    ),
                ),
                ("section", models.CharField(blank=True, default="", max_length=40)),
                (
                    "subjects",
                    models.JSONField(
                        blank=True,
                        null=True,
                        validators=[placeplan_web.governance.models.base.check_words],
                    ),
                ),
                (
                    "limit_pounds",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("is_for_all_members", models.BooleanField(default=False)),
                ("text", models.TextField(blank=True, default="")),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="instruments",
                        to="governance.group",
                    ),
                ),
            ],
            options={
                "ordering": ("reference", "pk"),
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="instrument",
            constraint=models.CheckConstraint(
                condition=models.Q(("version__gte", 1)),
                name="instrument_versions_begin_at_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="instrument",
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
                name="instrument_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="instrument",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "recorded"),
                    models.Q(("source", ""), _negated=True),
                    _connector="OR",
                ),
                name="instrument_names_its_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="instrument",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_reason", "")),
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="instrument_withdrawn_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="instrument",
            constraint=models.UniqueConstraint(
                fields=("reference",), name="instrument_reference_is_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="instrument",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="instrument_has_a_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="instrument",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["in_force", "intended"])),
                name="instrument_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="instrument",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on__isnull", True),
                    ("ends_on__isnull", True),
                    ("ends_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="instrument_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="instrument",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("limit_pounds__isnull", True),
                    ("limit_pounds__gte", 0),
                    _connector="OR",
                ),
                name="instrument_limit_is_not_negative",
            ),
        ),
        migrations.CreateModel(
            name="DelegatingBody",
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
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.body",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bodies",
                        to="governance.instrument",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="delegatingbody",
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
                name="delegatingbody_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegatingbody",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "recorded"),
                    models.Q(("source", ""), _negated=True),
                    _connector="OR",
                ),
                name="delegatingbody_names_its_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegatingbody",
            constraint=models.UniqueConstraint(
                fields=("instrument", "body"), name="delegatingbody_stands_once"
            ),
        ),
    ]
