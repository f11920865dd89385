import uuid

import django.db.models.deletion
from django.db import migrations, models

from placeplan_web.registers.migration import CreateTogether


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0015_kept_tables"),
        ("places", "0002_posts"),
        ("programme", "0003_document_words"),
    ]

    operations = [
        CreateTogether(
            [
                migrations.CreateModel(
                    name="PaperReading",
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
                            "post",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="places.post",
                            ),
                        ),
                        (
                            "seat",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="governance.seat",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="readings",
                                to="governance.paperversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("at", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("version", "seat", "post"),
                                name="paperreading_stands_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ToldBody",
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
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="governance.body",
                            ),
                        ),
                        (
                            "escalation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="told",
                                to="governance.escalation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "word to an organisation",
                        "ordering": ("at", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("escalation", "body"),
                                name="toldbody_is_told_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="toldbody_says_why",
                            ),
                        ],
                    },
                ),
            ]
        ),
        migrations.RemoveConstraint(
            model_name="paper",
            name="paper_kind_is_known",
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="consultation",
            field=models.CharField(blank=True, default="", max_length=300),
        ),
        migrations.AddField(
            model_name="decision",
            name="results_reason",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="historicalagendaitem",
            name="consultation",
            field=models.CharField(blank=True, default="", max_length=300),
        ),
        migrations.AddField(
            model_name="historicalpaper",
            name="assessment",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="programme.impactassessment",
            ),
        ),
        migrations.AddField(
            model_name="paper",
            name="assessment",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="papers",
                to="programme.impactassessment",
            ),
        ),
        migrations.AddField(
            model_name="paperversion",
            name="edition",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="historicalpaper",
            name="kind",
            field=models.CharField(
                choices=[
                    ("report", "Report"),
                    ("annex", "Annex"),
                    ("minutes", "Minutes"),
                    ("presentation", "Presentation"),
                    ("plan", "Plan"),
                    ("assessment", "Impact assessment"),
                    ("results", "Results of a consultation"),
                    ("other", "Other"),
                ],
                default="report",
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="paper",
            name="kind",
            field=models.CharField(
                choices=[
                    ("report", "Report"),
                    ("annex", "Annex"),
                    ("minutes", "Minutes"),
                    ("presentation", "Presentation"),
                    ("plan", "Plan"),
                    ("assessment", "Impact assessment"),
                    ("results", "Results of a consultation"),
                    ("other", "Other"),
                ],
                default="report",
                max_length=12,
            ),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "report",
                            "annex",
                            "minutes",
                            "presentation",
                            "plan",
                            "assessment",
                            "results",
                            "other",
                        ],
                    )
                ),
                name="paper_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("assessment__isnull", True),
                    ("kind", "assessment"),
                    _connector="OR",
                ),
                name="paper_sets_out_an_assessment_as_one",
            ),
        ),
    ]
