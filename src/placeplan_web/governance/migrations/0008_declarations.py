import django.core.validators
import django.db.models.deletion
import simple_history.models
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0007_interests"),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalDispensation",
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
                ("granted_by", models.CharField(max_length=200)),
                ("granted_on", models.DateField()),
                ("expires_on", models.DateField(blank=True, null=True)),
                ("may_speak", models.BooleanField(default=False)),
                ("may_vote", models.BooleanField(default=False)),
                (
                    "stay",
                    models.CharField(
                        choices=[
                            ("yes", "Stay"),
                            ("until_spoken", "Leave after speaking"),
                            ("no", "Leave"),
                        ],
                        default="no",
                        max_length=12,
                    ),
                ),
                ("scope", models.TextField()),
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
                    "interest",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.interest",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical dispensation",
                "verbose_name_plural": "historical dispensations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Dispensation",
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
                ("granted_by", models.CharField(max_length=200)),
                ("granted_on", models.DateField()),
                ("expires_on", models.DateField(blank=True, null=True)),
                ("may_speak", models.BooleanField(default=False)),
                ("may_vote", models.BooleanField(default=False)),
                (
                    "stay",
                    models.CharField(
                        choices=[
                            ("yes", "Stay"),
                            ("until_spoken", "Leave after speaking"),
                            ("no", "Leave"),
                        ],
                        default="no",
                        max_length=12,
                    ),
                ),
                ("scope", models.TextField()),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dispensations",
                        to="places.post",
                    ),
                ),
                (
                    "interest",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.interest",
                    ),
                ),
            ],
            options={
                "ordering": ("reference", "pk"),
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="dispensation",
            constraint=models.CheckConstraint(
                condition=models.Q(("version__gte", 1)),
                name="dispensation_versions_begin_at_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="dispensation",
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
                name="dispensation_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="dispensation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "recorded"),
                    models.Q(("source", ""), _negated=True),
                    _connector="OR",
                ),
                name="dispensation_names_its_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="dispensation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_reason", "")),
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="dispensation_withdrawn_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="dispensation",
            constraint=models.UniqueConstraint(
                fields=("reference",), name="dispensation_reference_is_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="dispensation",
            constraint=models.CheckConstraint(
                condition=models.Q(("stay__in", ["yes", "until_spoken", "no"])),
                name="dispensation_stay_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="dispensation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("granted_on__isnull", True),
                    ("expires_on__isnull", True),
                    ("expires_on__gte", models.F("granted_on")),
                    _connector="OR",
                ),
                name="dispensation_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="dispensation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("granted_by", ""), _negated=True),
                    models.Q(("scope", ""), _negated=True),
                ),
                name="dispensation_says_by_whom_and_for_what",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalDeclaration",
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
                (
                    "regime",
                    models.CharField(
                        choices=[("localism_act", "Localism Act 2011"), ("nhs", "NHS")],
                        max_length=12,
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("nature", models.TextField()),
                ("declared_at", models.DateTimeField()),
                ("is_heard_as_public", models.BooleanField(default=False)),
                (
                    "ruling",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("note_and_stay", "Note it, and stay"),
                            ("stay_no_vote", "Stay, without a vote"),
                            ("discussion_only", "Stay for the discussion alone"),
                            ("no_papers", "Get no papers"),
                            ("leave", "Leave"),
                            ("chair_hands_over", "The chair hands over"),
                        ],
                        default="",
                        max_length=16,
                    ),
                ),
                ("ruled_at", models.DateTimeField(blank=True, null=True)),
                ("must_declare", models.BooleanField(editable=False)),
                ("may_speak", models.BooleanField(editable=False)),
                ("may_vote", models.BooleanField(editable=False)),
                (
                    "stay",
                    models.CharField(
                        choices=[
                            ("yes", "Stay"),
                            ("until_spoken", "Leave after speaking"),
                            ("no", "Leave"),
                        ],
                        editable=False,
                        max_length=12,
                    ),
                ),
                ("gets_papers", models.BooleanField(editable=False)),
                ("effect_reasons", models.JSONField(default=list, editable=False)),
                ("rule_as_at", models.DateField(editable=False)),
                ("rule_source", models.TextField(editable=False)),
                ("rule_version", models.CharField(editable=False, max_length=40)),
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
                    "dispensation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.dispensation",
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
                    "ruled_by_post",
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
                    "interest",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.interest",
                    ),
                ),
                (
                    "seat",
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
                "verbose_name": "historical declaration",
                "verbose_name_plural": "historical declarations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Declaration",
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
                (
                    "regime",
                    models.CharField(
                        choices=[("localism_act", "Localism Act 2011"), ("nhs", "NHS")],
                        max_length=12,
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("nature", models.TextField()),
                ("declared_at", models.DateTimeField()),
                ("is_heard_as_public", models.BooleanField(default=False)),
                (
                    "ruling",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("note_and_stay", "Note it, and stay"),
                            ("stay_no_vote", "Stay, without a vote"),
                            ("discussion_only", "Stay for the discussion alone"),
                            ("no_papers", "Get no papers"),
                            ("leave", "Leave"),
                            ("chair_hands_over", "The chair hands over"),
                        ],
                        default="",
                        max_length=16,
                    ),
                ),
                ("ruled_at", models.DateTimeField(blank=True, null=True)),
                ("must_declare", models.BooleanField(editable=False)),
                ("may_speak", models.BooleanField(editable=False)),
                ("may_vote", models.BooleanField(editable=False)),
                (
                    "stay",
                    models.CharField(
                        choices=[
                            ("yes", "Stay"),
                            ("until_spoken", "Leave after speaking"),
                            ("no", "Leave"),
                        ],
                        editable=False,
                        max_length=12,
                    ),
                ),
                ("gets_papers", models.BooleanField(editable=False)),
                ("effect_reasons", models.JSONField(default=list, editable=False)),
                ("rule_as_at", models.DateField(editable=False)),
                ("rule_source", models.TextField(editable=False)),
                ("rule_version", models.CharField(editable=False, max_length=40)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="declarations",
                        to="governance.agendaitem",
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
                (
                    "ruled_by_post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.post",
                    ),
                ),
                (
                    "dispensation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.dispensation",
                    ),
                ),
                (
                    "interest",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.interest",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.seat",
                    ),
                ),
            ],
            options={
                "ordering": ("declared_at", "pk"),
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.CheckConstraint(
                condition=models.Q(("version__gte", 1)),
                name="declaration_versions_begin_at_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="declaration",
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
                name="declaration_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "recorded"),
                    models.Q(("source", ""), _negated=True),
                    _connector="OR",
                ),
                name="declaration_names_its_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_reason", "")),
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="declaration_withdrawn_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.UniqueConstraint(
                fields=("item", "reference"), name="declaration_reference_is_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.CheckConstraint(
                condition=models.Q(("regime__in", ["localism_act", "nhs"])),
                name="declaration_regime_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.CheckConstraint(
                condition=models.Q(("stay__in", ["yes", "until_spoken", "no"])),
                name="declaration_stay_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "ruling__in",
                        [
                            "note_and_stay",
                            "stay_no_vote",
                            "discussion_only",
                            "no_papers",
                            "leave",
                            "chair_hands_over",
                            "",
                        ],
                    )
                ),
                name="declaration_ruling_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ruled_at__isnull", True), ("ruled_by_post__isnull", True)
                    ),
                    models.Q(
                        ("ruled_at__isnull", False), ("ruled_by_post__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="declaration_ruled_by_a_post",
            ),
        ),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ruled_at__isnull", True),
                    models.Q(("ruling", ""), _negated=True),
                    _connector="OR",
                ),
                name="declaration_ruled_in_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ruled_at__isnull", True),
                    ("ruled_at__gte", models.F("declared_at")),
                    _connector="OR",
                ),
                name="declaration_ruled_after_it_was_made",
            ),
        ),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("nature", ""), _negated=True),
                    models.Q(("kind", ""), _negated=True),
                ),
                name="declaration_says_what_it_is",
            ),
        ),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("may_vote", False), ("stay", "yes"), _connector="OR"
                ),
                name="declaration_nobody_votes_from_outside",
            ),
        ),
    ]
