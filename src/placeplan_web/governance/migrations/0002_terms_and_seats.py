import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import placeplan_web.governance.models.base
import simple_history.models
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0001_groups"),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalTermsOfReference",
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
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "quorum_number",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                (
                    "quorum_part",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                (
                    "quorum_whole",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                ("quorum_least", models.JSONField(blank=True, default=dict)),
                (
                    "members_stated",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                ("substitutes_allowed", models.BooleanField(blank=True, null=True)),
                ("has_casting_vote", models.BooleanField(blank=True, null=True)),
                (
                    "majority",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("simple", "More for than against"),
                            ("absolute", "More than half of all members"),
                            ("qualified", "A stated share"),
                            ("consensus", "Consensus, with dissent on record"),
                        ],
                        default="",
                        max_length=9,
                    ),
                ),
                (
                    "majority_part",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                (
                    "majority_whole",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                (
                    "majority_of",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("cast", "Of votes cast"),
                            ("present", "Of those present"),
                            ("members", "Of all members"),
                        ],
                        default="",
                        max_length=7,
                    ),
                ),
                ("frequency", models.CharField(blank=True, default="", max_length=80)),
                (
                    "regime",
                    models.CharField(
                        blank=True,
                        choices=[("localism_act", "Localism Act 2011"), ("nhs", "NHS")],
                        default="",
                        max_length=12,
                    ),
                ),
                (
                    "notice_body",
                    models.CharField(blank=True, default="", max_length=40),
                ),
                ("public_may_speak", models.BooleanField(blank=True, null=True)),
                (
                    "subjects",
                    models.JSONField(
                        blank=True,
                        null=True,
                        validators=[placeplan_web.governance.models.base.check_words],
                    ),
                ),
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
                "verbose_name": "historical terms of reference",
                "verbose_name_plural": "historical terms of references",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="TermsOfReference",
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
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "quorum_number",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                (
                    "quorum_part",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                (
                    "quorum_whole",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                ("quorum_least", models.JSONField(blank=True, default=dict)),
                (
                    "members_stated",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                ("substitutes_allowed", models.BooleanField(blank=True, null=True)),
                ("has_casting_vote", models.BooleanField(blank=True, null=True)),
                (
                    "majority",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("simple", "More for than against"),
                            ("absolute", "More than half of all members"),
                            ("qualified", "A stated share"),
                            ("consensus", "Consensus, with dissent on record"),
                        ],
                        default="",
                        max_length=9,
                    ),
                ),
                (
                    "majority_part",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                (
                    "majority_whole",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                (
                    "majority_of",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("cast", "Of votes cast"),
                            ("present", "Of those present"),
                            ("members", "Of all members"),
                        ],
                        default="",
                        max_length=7,
                    ),
                ),
                ("frequency", models.CharField(blank=True, default="", max_length=80)),
                (
                    "regime",
                    models.CharField(
                        blank=True,
                        choices=[("localism_act", "Localism Act 2011"), ("nhs", "NHS")],
                        default="",
                        max_length=12,
                    ),
                ),
                (
                    "notice_body",
                    models.CharField(blank=True, default="", max_length=40),
                ),
                ("public_may_speak", models.BooleanField(blank=True, null=True)),
                (
                    "subjects",
                    models.JSONField(
                        blank=True,
                        null=True,
                        validators=[placeplan_web.governance.models.base.check_words],
                    ),
                ),
                ("text", models.TextField(blank=True, default="")),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terms",
                        to="governance.group",
                    ),
                ),
            ],
            options={
                "ordering": ("starts_on", "pk"),
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="termsofreference",
            constraint=models.CheckConstraint(
                condition=models.Q(("version__gte", 1)),
                name="termsofreference_versions_begin_at_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="termsofreference",
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
                name="termsofreference_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="termsofreference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "recorded"),
                    models.Q(("source", ""), _negated=True),
                    _connector="OR",
                ),
                name="termsofreference_names_its_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="termsofreference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_reason", "")),
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="termsofreference_withdrawn_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="termsofreference",
            constraint=models.UniqueConstraint(
                fields=("group", "reference"),
                name="termsofreference_reference_is_unique",
            ),
        ),
        migrations.AddConstraint(
            model_name="termsofreference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "majority__in",
                        ["simple", "absolute", "qualified", "consensus", ""],
                    )
                ),
                name="terms_majority_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="termsofreference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("majority_of__in", ["cast", "present", "members", ""])
                ),
                name="terms_count_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="termsofreference",
            constraint=models.CheckConstraint(
                condition=models.Q(("regime__in", ["localism_act", "nhs", ""])),
                name="terms_regime_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="termsofreference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on__isnull", True),
                    ("ends_on__isnull", True),
                    ("ends_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="terms_end_after_they_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="termsofreference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("quorum_part__isnull", True), ("quorum_whole__isnull", True)
                    ),
                    models.Q(
                        models.Q(("quorum_part__gte", 1)),
                        ("quorum_part__isnull", False),
                        ("quorum_whole__gte", models.F("quorum_part")),
                        ("quorum_whole__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="terms_quorum_is_a_share",
            ),
        ),
        migrations.AddConstraint(
            model_name="termsofreference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("majority_part__isnull", True),
                        ("majority_whole__isnull", True),
                    ),
                    models.Q(
                        models.Q(
                            (
                                "majority_whole__lt",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("majority_part"), "*", models.Value(2)
                                ),
                            )
                        ),
                        ("majority_part__isnull", False),
                        ("majority_whole__gte", models.F("majority_part")),
                        ("majority_whole__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="terms_majority_is_above_a_half",
            ),
        ),
        migrations.AddConstraint(
            model_name="termsofreference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("majority", "qualified"), ("majority_part__isnull", False)
                    ),
                    models.Q(
                        models.Q(("majority", "qualified"), _negated=True),
                        ("majority_part__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="terms_qualified_majority_has_its_share",
            ),
        ),
        migrations.AddConstraint(
            model_name="termsofreference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("quorum_number__isnull", True),
                    models.Q(("quorum_number__gte", 1), ("quorum_part__isnull", True)),
                    _connector="OR",
                ),
                name="terms_state_one_quorum",
            ),
        ),
        migrations.CreateModel(
            name="Seat",
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
                (
                    "post_words",
                    models.CharField(blank=True, default="", max_length=300),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("voting", "Voting"),
                            ("in_attendance", "In attendance"),
                            ("co_opted", "Co-opted, without a vote"),
                        ],
                        default="voting",
                        max_length=13,
                    ),
                ),
                (
                    "constituency",
                    models.CharField(blank=True, default="", max_length=80),
                ),
                ("is_chair", models.BooleanField(default=False)),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.body",
                    ),
                ),
                (
                    "deputy_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deputies",
                        to="governance.seat",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="governance.group",
                    ),
                ),
                (
                    "part",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="governance.grouppart",
                    ),
                ),
            ],
            options={
                "ordering": ("-is_chair", "reference", "pk"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HistoricalSeat",
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
                (
                    "post_words",
                    models.CharField(blank=True, default="", max_length=300),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("voting", "Voting"),
                            ("in_attendance", "In attendance"),
                            ("co_opted", "Co-opted, without a vote"),
                        ],
                        default="voting",
                        max_length=13,
                    ),
                ),
                (
                    "constituency",
                    models.CharField(blank=True, default="", max_length=80),
                ),
                ("is_chair", models.BooleanField(default=False)),
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
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.body",
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
                    "deputy_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.seat",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical seat",
                "verbose_name_plural": "historical seats",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(("version__gte", 1)),
                name="seat_versions_begin_at_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
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
                name="seat_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "recorded"),
                    models.Q(("source", ""), _negated=True),
                    _connector="OR",
                ),
                name="seat_names_its_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_reason", "")),
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="seat_withdrawn_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.UniqueConstraint(
                fields=("group", "reference"), name="seat_reference_is_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True),
                name="seat_has_a_title",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["voting", "in_attendance", "co_opted"])
                ),
                name="seat_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on__isnull", True),
                    ("ends_on__isnull", True),
                    ("ends_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="seat_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("deputy_of__isnull", True),
                    models.Q(("deputy_of", models.F("pk")), _negated=True),
                    _connector="OR",
                ),
                name="seat_is_not_its_own_deputy",
            ),
        ),
        migrations.CreateModel(
            name="SeatHolding",
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
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="places.post",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holdings",
                        to="governance.seat",
                    ),
                ),
            ],
            options={
                "ordering": ("starts_on", "pk"),
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="seatholding",
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
                name="seatholding_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="seatholding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "recorded"),
                    models.Q(("source", ""), _negated=True),
                    _connector="OR",
                ),
                name="seatholding_names_its_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="seatholding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on__isnull", True),
                    ("ends_on__isnull", True),
                    ("ends_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="seatholding_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="seatholding",
            constraint=models.UniqueConstraint(
                fields=("seat", "post", "starts_on"), name="seatholding_starts_once"
            ),
        ),
    ]
