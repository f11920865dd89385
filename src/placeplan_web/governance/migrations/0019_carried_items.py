"""Items know the item of an earlier meeting that goes on in them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('governance', '0018_minutes_without_text'),
    ]

    operations = [
        migrations.AddField(
            model_name='agendaitem',
            name='carried_from',
            field=models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='carried_to', to='governance.agendaitem'),
        ),
        migrations.AddField(
            model_name='historicalagendaitem',
            name='carried_from',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='governance.agendaitem'),
        ),
    ]
