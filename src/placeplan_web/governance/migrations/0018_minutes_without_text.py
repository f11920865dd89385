"""What minutes say stands in their parts alone."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0017_minutes_by_item"),
    ]

    operations = [
        migrations.RemoveField(model_name="historicalminutes", name="text"),
        migrations.RemoveField(model_name="minutes", name="text"),
    ]
