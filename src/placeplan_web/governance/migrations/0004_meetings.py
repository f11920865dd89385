import django.core.validators
import django.db.models.deletion
import simple_history.models
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0003_instruments"),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalMeetingSeries",
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
                ("title", models.CharField(max_length=200)),
                ("frequency", models.CharField(blank=True, default="", max_length=80)),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
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
                "verbose_name": "historical meeting series",
                "verbose_name_plural": "historical meeting series",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="MeetingSeries",
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
                ("title", models.CharField(max_length=200)),
                ("frequency", models.CharField(blank=True, default="", max_length=80)),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="series",
                        to="governance.group",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "meeting series",
                "ordering": ("reference", "pk"),
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="meetingseries",
            constraint=models.CheckConstraint(
                condition=models.Q(("version__gte", 1)),
                name="meetingseries_versions_begin_at_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingseries",
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
                name="meetingseries_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingseries",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "recorded"),
                    models.Q(("source", ""), _negated=True),
                    _connector="OR",
                ),
                name="meetingseries_names_its_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingseries",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_reason", "")),
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="meetingseries_withdrawn_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingseries",
            constraint=models.UniqueConstraint(
                fields=("reference",), name="meetingseries_reference_is_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingseries",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on__isnull", True),
                    ("ends_on__isnull", True),
                    ("ends_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="series_ends_after_it_starts",
            ),
        ),
        migrations.CreateModel(
            name="Meeting",
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
                ("held_on", models.DateField()),
                ("starts_at", models.DateTimeField(blank=True, null=True)),
                ("ends_at", models.DateTimeField(blank=True, null=True)),
                (
                    "place_words",
                    models.CharField(blank=True, default="", max_length=300),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("called", "Called"),
                            ("open", "Under way"),
                            ("closed", "Over"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=9,
                    ),
                ),
                (
                    "notice_published_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "notice_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("enough", "Enough notice"),
                            ("urgent", "Short notice, for a reason that is minuted"),
                            ("not_stated", "No notice is laid down"),
                        ],
                        default="",
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "notice_days",
                    models.PositiveSmallIntegerField(
                        blank=True, editable=False, null=True
                    ),
                ),
                ("urgency_reason", models.TextField(blank=True, default="")),
                (
                    "opened_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "closed_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "cancelled_reason",
                    models.TextField(blank=True, default="", editable=False),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="governance.group",
                    ),
                ),
                (
                    "part",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.grouppart",
                    ),
                ),
            ],
            options={
                "ordering": ("held_on", "starts_at", "pk"),
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="meeting",
            name="series",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="meetings",
                to="governance.meetingseries",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalMeeting",
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
                ("held_on", models.DateField()),
                ("starts_at", models.DateTimeField(blank=True, null=True)),
                ("ends_at", models.DateTimeField(blank=True, null=True)),
                (
                    "place_words",
                    models.CharField(blank=True, default="", max_length=300),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("called", "Called"),
                            ("open", "Under way"),
                            ("closed", "Over"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=9,
                    ),
                ),
                (
                    "notice_published_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "notice_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("enough", "Enough notice"),
                            ("urgent", "Short notice, for a reason that is minuted"),
                            ("not_stated", "No notice is laid down"),
                        ],
                        default="",
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "notice_days",
                    models.PositiveSmallIntegerField(
                        blank=True, editable=False, null=True
                    ),
                ),
                ("urgency_reason", models.TextField(blank=True, default="")),
                (
                    "opened_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "closed_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "cancelled_reason",
                    models.TextField(blank=True, default="", editable=False),
                ),
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
                    "part",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.grouppart",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.meetingseries",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical meeting",
                "verbose_name_plural": "historical meetings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(
                fields=["group", "held_on"], name="meeting_by_group_and_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("version__gte", 1)),
                name="meeting_versions_begin_at_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
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
                name="meeting_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "recorded"),
                    models.Q(("source", ""), _negated=True),
                    _connector="OR",
                ),
                name="meeting_names_its_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_reason", "")),
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="meeting_withdrawn_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(
                fields=("reference",), name="meeting_reference_is_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["planned", "called", "open", "closed", "cancelled"])
                ),
                name="meeting_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("notice_state__in", ["enough", "urgent", "not_stated", ""])
                ),
                name="meeting_notice_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_at__isnull", True),
                    ("ends_at__isnull", True),
                    ("ends_at__gte", models.F("starts_at")),
                    _connector="OR",
                ),
                name="meeting_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("opened_at__isnull", True),
                    ("closed_at__isnull", True),
                    ("closed_at__gte", models.F("opened_at")),
                    _connector="OR",
                ),
                name="meeting_closes_after_it_opens",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ("planned", "cancelled")),
                    models.Q(("status", "recorded"), _negated=True),
                    models.Q(
                        ("notice_published_at__isnull", False),
                        models.Q(("notice_state", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="meeting_called_with_notice",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("notice_state", "urgent"), _negated=True),
                    models.Q(("urgency_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="meeting_short_notice_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "cancelled"),
                        models.Q(("cancelled_reason", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("state", "cancelled"), _negated=True),
                        ("cancelled_reason", ""),
                    ),
                    _connector="OR",
                ),
                name="meeting_cancelled_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "open"), _negated=True),
                    models.Q(("closed_at__isnull", True), ("opened_at__isnull", False)),
                    _connector="OR",
                ),
                name="meeting_open_since_a_moment",
            ),
        ),
    ]
