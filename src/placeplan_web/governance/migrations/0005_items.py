import django.core.validators
import django.db.models.deletion
import placeplan_web.governance.models.base
import simple_history.models
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0004_meetings"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgendaItem",
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
                ("number", models.CharField(max_length=10)),
                ("position", models.PositiveSmallIntegerField()),
                ("section", models.CharField(blank=True, default="", max_length=120)),
                ("title", models.CharField(max_length=300)),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("decide", "For decision"),
                            ("recommend", "For recommendation"),
                            ("discuss", "For discussion"),
                            ("note", "To note"),
                            ("unstated", "Not stated"),
                        ],
                        default="unstated",
                        max_length=9,
                    ),
                ),
                (
                    "minutes_planned",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                (
                    "presenter_words",
                    models.CharField(blank=True, default="", max_length=300),
                ),
                (
                    "classification",
                    models.CharField(
                        choices=[
                            ("public", "Public"),
                            ("exempt", "Exempt"),
                            ("confidential", "Confidential"),
                        ],
                        default="public",
                        max_length=12,
                    ),
                ),
                (
                    "exempt_reason",
                    models.CharField(blank=True, default="", max_length=40),
                ),
                ("balance_words", models.TextField(blank=True, default="")),
                ("is_exclusion_resolved", models.BooleanField(default=False)),
                ("subject", models.CharField(blank=True, default="", max_length=200)),
                (
                    "tags",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[placeplan_web.governance.models.base.check_words],
                    ),
                ),
                (
                    "suppliers",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[placeplan_web.governance.models.base.check_words],
                    ),
                ),
                (
                    "value_pounds",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True
                    ),
                ),
                ("is_key_decision", models.BooleanField(default=False)),
                ("wards", models.CharField(blank=True, default="", max_length=300)),
                ("money_words", models.TextField(blank=True, default="")),
                ("law_words", models.TextField(blank=True, default="")),
                ("risk_words", models.TextField(blank=True, default="")),
                ("equality_words", models.TextField(blank=True, default="")),
                ("consultees", models.TextField(blank=True, default="")),
                ("background_papers", models.TextField(blank=True, default="")),
                ("pages", models.CharField(blank=True, default="", max_length=40)),
                ("recommendation", models.TextField(blank=True, default="")),
                ("urgency_reason", models.TextField(blank=True, default="")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("open", "Under discussion"),
                            (
                                "inquorate_through_interests",
                                "Inquorate through interests",
                            ),
                            ("taken", "Taken"),
                            ("deferred", "Put off"),
                            ("referred", "Referred up"),
                            ("withdrawn", "Taken off"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=27,
                    ),
                ),
                (
                    "quorum_exit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("defer", "Put it off"),
                            ("invite", "Co-opt or invite members"),
                            ("refer_up", "Refer it up"),
                        ],
                        default="",
                        editable=False,
                        max_length=8,
                    ),
                ),
                (
                    "exit_reason",
                    models.TextField(blank=True, default="", editable=False),
                ),
                ("outcome_words", models.TextField(blank=True, default="")),
                (
                    "presenter_post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.post",
                    ),
                ),
            ],
            options={
                "ordering": ("position", "pk"),
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="referred_to",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="governance.group",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalAgendaItem",
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
                ("number", models.CharField(max_length=10)),
                ("position", models.PositiveSmallIntegerField()),
                ("section", models.CharField(blank=True, default="", max_length=120)),
                ("title", models.CharField(max_length=300)),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("decide", "For decision"),
                            ("recommend", "For recommendation"),
                            ("discuss", "For discussion"),
                            ("note", "To note"),
                            ("unstated", "Not stated"),
                        ],
                        default="unstated",
                        max_length=9,
                    ),
                ),
                (
                    "minutes_planned",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                (
                    "presenter_words",
                    models.CharField(blank=True, default="", max_length=300),
                ),
                (
                    "classification",
                    models.CharField(
                        choices=[
                            ("public", "Public"),
                            ("exempt", "Exempt"),
                            ("confidential", "Confidential"),
                        ],
                        default="public",
                        max_length=12,
                    ),
                ),
                (
                    "exempt_reason",
                    models.CharField(blank=True, default="", max_length=40),
                ),
                ("balance_words", models.TextField(blank=True, default="")),
                ("is_exclusion_resolved", models.BooleanField(default=False)),
                ("subject", models.CharField(blank=True, default="", max_length=200)),
                (
                    "tags",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[placeplan_web.governance.models.base.check_words],
                    ),
                ),
                (
                    "suppliers",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[placeplan_web.governance.models.base.check_words],
                    ),
                ),
                (
                    "value_pounds",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True
                    ),
                ),
                ("is_key_decision", models.BooleanField(default=False)),
                ("wards", models.CharField(blank=True, default="", max_length=300)),
                ("money_words", models.TextField(blank=True, default="")),
                ("law_words", models.TextField(blank=True, default="")),
                ("risk_words", models.TextField(blank=True, default="")),
                ("equality_words", models.TextField(blank=True, default="")),
                ("consultees", models.TextField(blank=True, default="")),
                ("background_papers", models.TextField(blank=True, default="")),
                ("pages", models.CharField(blank=True, default="", max_length=40)),
                ("recommendation", models.TextField(blank=True, default="")),
                ("urgency_reason", models.TextField(blank=True, default="")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("open", "Under discussion"),
                            (
                                "inquorate_through_interests",
                                "Inquorate through interests",
                            ),
                            ("taken", "Taken"),
                            ("deferred", "Put off"),
                            ("referred", "Referred up"),
                            ("withdrawn", "Taken off"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=27,
                    ),
                ),
                (
                    "quorum_exit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("defer", "Put it off"),
                            ("invite", "Co-opt or invite members"),
                            ("refer_up", "Refer it up"),
                        ],
                        default="",
                        editable=False,
                        max_length=8,
                    ),
                ),
                (
                    "exit_reason",
                    models.TextField(blank=True, default="", editable=False),
                ),
                ("outcome_words", models.TextField(blank=True, default="")),
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
                    "presenter_post",
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
                    "referred_to",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.group",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical agenda item",
                "verbose_name_plural": "historical agenda items",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="items",
                to="governance.meeting",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("version__gte", 1)),
                name="agendaitem_versions_begin_at_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
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
                name="agendaitem_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "recorded"),
                    models.Q(("source", ""), _negated=True),
                    _connector="OR",
                ),
                name="agendaitem_names_its_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_reason", "")),
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="agendaitem_withdrawn_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                fields=("meeting", "reference"), name="agendaitem_reference_is_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                fields=("meeting", "number"), name="agendaitem_number_is_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True),
                name="agendaitem_has_a_title",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "purpose__in",
                        ["decide", "recommend", "discuss", "note", "unstated"],
                    )
                ),
                name="agendaitem_purpose_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("classification__in", ["public", "exempt", "confidential"])
                ),
                name="agendaitem_class_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "planned",
                            "open",
                            "inquorate_through_interests",
                            "taken",
                            "deferred",
                            "referred",
                            "withdrawn",
                        ],
                    )
                ),
                name="agendaitem_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("quorum_exit__in", ["defer", "invite", "refer_up", ""])
                ),
                name="agendaitem_exit_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("value_pounds__isnull", True),
                    ("value_pounds__gte", 0),
                    _connector="OR",
                ),
                name="agendaitem_value_is_not_negative",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("classification", "public"), ("exempt_reason", "")),
                    models.Q(
                        models.Q(("classification", "public"), _negated=True),
                        models.Q(("exempt_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="agendaitem_kept_private_for_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("classification", "exempt"), _negated=True),
                    models.Q(("balance_words", ""), _negated=True),
                    _connector="OR",
                ),
                name="agendaitem_exempt_weighs_the_interest",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("exit_reason", ""), ("quorum_exit", "")),
                    models.Q(
                        models.Q(("quorum_exit", ""), _negated=True),
                        models.Q(("exit_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="agendaitem_exit_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("quorum_exit", "refer_up"), ("referred_to__isnull", False)
                    ),
                    models.Q(
                        models.Q(("quorum_exit", "refer_up"), _negated=True),
                        ("referred_to__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="agendaitem_referred_to_a_group",
            ),
        ),
        migrations.CreateModel(
            name="ItemBody",
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
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="body_links",
                        to="governance.agendaitem",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="itembody",
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
                name="itembody_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="itembody",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "recorded"),
                    models.Q(("source", ""), _negated=True),
                    _connector="OR",
                ),
                name="itembody_names_its_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="itembody",
            constraint=models.UniqueConstraint(
                fields=("item", "body"), name="itembody_stands_once"
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="bodies",
            field=models.ManyToManyField(
                related_name="+", through="governance.ItemBody", to="governance.body"
            ),
        ),
    ]
