"""Let a load hold small areas and their deprivation."""

from django.db import migrations, models

NAMES = [
    "indicators",
    "peers",
    "indicator_values",
    "indicator_series",
    "trajectories",
    "ratings",
    "must_dos",
    "must_do_thresholds",
    "small_areas",
    "deprivation",
]


class Migration(migrations.Migration):
    dependencies = [("performance", "0001_initial")]

    operations = [
        migrations.RemoveConstraint(
            model_name="performancetable", name="performance_table_is_known"
        ),
        migrations.AddConstraint(
            model_name="performancetable",
            constraint=models.CheckConstraint(
                condition=models.Q(name__in=NAMES), name="performance_table_is_known"
            ),
        ),
    ]
