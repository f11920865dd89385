import django.core.validators
import django.db.models.deletion
import placeplan_web.governance.models.base
import simple_history.models
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0006_papers"),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalInterest",
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
                ("kind", models.CharField(blank=True, default="", max_length=40)),
                ("is_nil", models.BooleanField(default=False)),
                ("nature", models.TextField(blank=True, default="")),
                (
                    "tags",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[placeplan_web.governance.models.base.check_words],
                    ),
                ),
                ("supplier", models.CharField(blank=True, default="", max_length=200)),
                ("declared_on", models.DateField()),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("is_sensitive", models.BooleanField(default=False)),
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
            ],
            options={
                "verbose_name": "historical interest",
                "verbose_name_plural": "historical interests",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Interest",
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
                ("kind", models.CharField(blank=True, default="", max_length=40)),
                ("is_nil", models.BooleanField(default=False)),
                ("nature", models.TextField(blank=True, default="")),
                (
                    "tags",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[placeplan_web.governance.models.base.check_words],
                    ),
                ),
                ("supplier", models.CharField(blank=True, default="", max_length=200)),
                ("declared_on", models.DateField()),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("is_sensitive", models.BooleanField(default=False)),
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
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interests",
                        to="places.post",
                    ),
                ),
            ],
            options={
                "ordering": ("reference", "pk"),
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="interest",
            constraint=models.CheckConstraint(
                condition=models.Q(("version__gte", 1)),
                name="interest_versions_begin_at_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="interest",
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
                name="interest_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="interest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "recorded"),
                    models.Q(("source", ""), _negated=True),
                    _connector="OR",
                ),
                name="interest_names_its_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="interest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_reason", "")),
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="interest_withdrawn_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="interest",
            constraint=models.UniqueConstraint(
                fields=("reference",), name="interest_reference_is_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="interest",
            constraint=models.CheckConstraint(
                condition=models.Q(("regime__in", ["localism_act", "nhs"])),
                name="interest_regime_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="interest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("is_nil", True), ("kind", ""), ("nature", "")),
                    models.Q(
                        ("is_nil", False),
                        models.Q(("kind", ""), _negated=True),
                        models.Q(("nature", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="interest_has_a_kind_or_is_nil",
            ),
        ),
        migrations.AddConstraint(
            model_name="interest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on__isnull", True),
                    ("ends_on__isnull", True),
                    ("ends_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="interest_ends_after_it_starts",
            ),
        ),
        migrations.CreateModel(
            name="GiftDeclaration",
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
                (
                    "kind",
                    models.CharField(
                        choices=[("gift", "Gift"), ("hospitality", "Hospitality")],
                        max_length=11,
                    ),
                ),
                ("donor", models.CharField(max_length=200)),
                ("value_pounds", models.DecimalField(decimal_places=2, max_digits=10)),
                ("is_from_supplier", models.BooleanField(default=False)),
                ("given_on", models.DateField()),
                ("declared_on", models.DateField()),
                ("nature", models.TextField()),
                ("business_words", models.TextField(blank=True, default="")),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gifts",
                        to="places.post",
                    ),
                ),
            ],
            options={
                "ordering": ("reference", "pk"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HistoricalGiftDeclaration",
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
                (
                    "kind",
                    models.CharField(
                        choices=[("gift", "Gift"), ("hospitality", "Hospitality")],
                        max_length=11,
                    ),
                ),
                ("donor", models.CharField(max_length=200)),
                ("value_pounds", models.DecimalField(decimal_places=2, max_digits=10)),
                ("is_from_supplier", models.BooleanField(default=False)),
                ("given_on", models.DateField()),
                ("declared_on", models.DateField()),
                ("nature", models.TextField()),
                ("business_words", models.TextField(blank=True, default="")),
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
            ],
            options={
                "verbose_name": "historical gift declaration",
                "verbose_name_plural": "historical gift declarations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddConstraint(
            model_name="giftdeclaration",
            constraint=models.CheckConstraint(
                condition=models.Q(("version__gte", 1)),
                name="giftdeclaration_versions_begin_at_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="giftdeclaration",
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
                name="giftdeclaration_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="giftdeclaration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "recorded"),
                    models.Q(("source", ""), _negated=True),
                    _connector="OR",
                ),
                name="giftdeclaration_names_its_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="giftdeclaration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_reason", "")),
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="giftdeclaration_withdrawn_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="giftdeclaration",
            constraint=models.UniqueConstraint(
                fields=("reference",), name="giftdeclaration_reference_is_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="giftdeclaration",
            constraint=models.CheckConstraint(
                condition=models.Q(("regime__in", ["localism_act", "nhs"])),
                name="gift_regime_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="giftdeclaration",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["gift", "hospitality"])),
                name="gift_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="giftdeclaration",
            constraint=models.CheckConstraint(
                condition=models.Q(("donor", ""), _negated=True),
                name="gift_names_its_donor",
            ),
        ),
        migrations.AddConstraint(
            model_name="giftdeclaration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("value_pounds__isnull", True),
                    ("value_pounds__gte", 0),
                    _connector="OR",
                ),
                name="gift_value_is_not_negative",
            ),
        ),
    ]
