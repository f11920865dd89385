"""Dates of the programme say of which event they are."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programme", "0003_document_words"),
    ]

    operations = [
        migrations.AddField(
            model_name="historicalkeydate",
            name="event",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="keydate",
            name="event",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
    ]
