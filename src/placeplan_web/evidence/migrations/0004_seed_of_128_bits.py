from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('evidence', '0003_facts_register'),
    ]

    operations = [
        migrations.AlterField(
            model_name='run',
            name='seed',
            field=models.CharField(max_length=39, null=True),
        ),
    ]
